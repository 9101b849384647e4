// SPDX-License-Identifier: GPL-3.0-or-later
// Charts. Colours are variables of the style sheet, so that light, dark and paper need no other drawing.

const ACCENT = "var(--accent)";
const INK = "var(--ink)";
const QUIET = "var(--quiet)";
const LINE = "var(--line)";
const FAMILY = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', Arial, sans-serif";
const waiting = new Map();
const drawn = new Map();

/** Charts are drawn when the reader comes near them: a page of many opens as fast as one of few. */
const near = new IntersectionObserver(
  boxes => boxes.filter(box => box.isIntersecting).forEach(box => draw(box.target)), {rootMargin: "600px"});

/** On a narrow screen a row's number stands below its label, not beside it. */
function isNarrow() {
  return document.documentElement.clientWidth < 560;
}

/** Height of a chart of so many rows. */
function rowsHeight(rows) {
  return rows * (isNarrow() ? 66 : 46) + 34;
}

/** A place for a chart, with words for those who do not see it. */
function chartBox(description, height, option) {
  const box = el("div", {class: "chart", role: "img", "aria-label": description});
  box.style.height = height + "px";
  waiting.set(box, option);
  return box;
}

function watchCharts(part) {
  part.querySelectorAll(".chart").forEach(box => near.observe(box));
}

/** Draws all charts that still wait, before the page is printed. */
function drawAllCharts() {
  [...waiting.keys()].filter(box => box.isConnected).forEach(draw);
}

function draw(box) {
  const option = waiting.get(box);
  if (!option) {
    return;
  }
  waiting.delete(box);
  near.unobserve(box);
  const chart = echarts.init(box, null, {renderer: "svg"});
  drawn.set(box, {chart, option});
  chart.setOption(complete(option(box.clientWidth), box.getAttribute("aria-label")));
  makeScalable(box);
}

function resizeCharts() {
  drawn.forEach(({chart, option}, box) => {
    if (chart.getWidth() !== box.clientWidth) {
      chart.resize();
      chart.setOption(complete(option(box.clientWidth), box.getAttribute("aria-label")), true);
      makeScalable(box);
    }
  });
}

/** Lets the drawing be made as wide as paper. */
function makeScalable(box) {
  const drawing = box.querySelector("svg");
  drawing.setAttribute("viewBox", ["0 0", drawing.getAttribute("width"), drawing.getAttribute("height")].join(" "));
}

/** Lets go of the charts in a part of the page that is about to be drawn anew. */
function forgetCharts(part) {
  part.querySelectorAll(".chart").forEach(box => {
    near.unobserve(box);
    waiting.delete(box);
    drawn.get(box)?.chart.dispose();
    drawn.delete(box);
  });
}

function complete(option, description) {
  return {
    animation: false,
    textStyle: {fontFamily: FAMILY, fontSize: 13, color: INK},
    aria: {enabled: true, label: {description}, decal: {show: true}},
    tooltip: {
      renderMode: "richText",
      confine: true,
      backgroundColor: "var(--paper)",
      borderColor: LINE,
      textStyle: {color: INK, fontFamily: FAMILY, fontSize: 13},
      ...option.tooltip,
    },
    ...without(option, "tooltip"),
  };
}

function without(object, key) {
  const copy = {...object};
  delete copy[key];
  return copy;
}

function line(x1, y1, x2, y2, style) {
  return {type: "line", shape: {x1, y1, x2, y2}, style: {stroke: ACCENT, lineWidth: 1.5, ...style}, silent: true};
}

function text(x, y, string, style) {
  return {
    type: "text",
    silent: true,
    style: {
      x, y, text: string, fill: INK, stroke: "var(--paper)", lineWidth: 4, fontFamily: FAMILY, fontSize: 13,
      verticalAlign: "middle", ...style,
    },
  };
}

/** Strokes across a box: what lies in it is possible, and nothing in it is likelier. */
function hatch(x, y, width, height) {
  const parts = [];
  const step = 7;
  for (let at = step - height; at < width; at += step) {
    const [from, to] = [Math.max(at, 0), Math.min(at + height, width)];
    if (to > from) {
      parts.push(`M${x + from} ${y + height - (from - at)}L${x + to} ${y + height - (to - at)}`);
    }
  }
  return {
    type: "path",
    silent: true,
    shape: {pathData: parts.join("") || `M${x} ${y}`},
    style: {fill: "none", stroke: ACCENT, lineWidth: 1, opacity: 0.55},
  };
}

/**
 * One row for each number. kind point is a dot with its interval, bounds a hatched box between the bounds, likely an
 * open box, pair a full dot and an open
 * one, count a bar, none and suppressed no mark at all. ciLow and ciHigh are a thin line.
 *
 * @param rows of {label, kind, value, other, low, high, ciLow, ciHigh, text}
 * @param axis {format, share, neutral}: how values are written, whether they end at 1, and where nothing has changed
 */
function rowsOption(rows, axis) {
  const values = rows.flatMap(row => [row.value, row.other, row.low, row.high, row.ciLow, row.ciHigh]).filter(isNumber);
  const ends = axisEnds(Math.min(0, ...values), Math.max(0, ...values), axis);
  return () => ({
    grid: {left: 22, right: 30, top: 4, bottom: 30},
    xAxis: {
      type: "value",
      ...ends,
      axisLabel: {color: QUIET, formatter: axis.format, hideOverlap: true},
      axisLine: {show: false},
      axisTick: {show: false},
      splitLine: {lineStyle: {color: LINE}},
    },
    yAxis: {type: "value", min: 0, max: rows.length, show: false},
    tooltip: {show: false},
    series: [{
      type: "custom",
      silent: true,
      clip: false,
      data: rows.map((row, i) => [0, rows.length - i]),
      renderItem: (params, api) => rowMarks(rows[params.dataIndex], params, api, axis.neutral),
    }],
  });
}

/** Round ends and steps that hold all values; shares of more than a half are seen against the whole. */
function axisEnds(least, most, axis) {
  if (axis.share && most > 0.5 && least === 0) {
    return {min: 0, max: 1, interval: 0.2};
  }
  const width = most - least || 1;
  const size = 10 ** Math.floor(Math.log10(width / 4));
  const step = [1, 2, 2.5, 5, 10].map(factor => factor * size).find(each => width / each <= 5);
  const interval = axis.whole ? Math.max(1, Math.ceil(step)) : step;
  return {
    min: Math.floor(least / interval + 1e-9) * interval,
    max: Math.max(Math.ceil(most / interval - 1e-9), 1) * interval,
    interval,
  };
}

function rowMarks(row, params, api, neutral) {
  const area = params.coordSys;
  const top = api.coord([0, api.value(1)])[1];
  const isStacked = api.size([0, 1])[1] > 60;
  const middle = top + (isStacked ? 50 : 31);
  const at = value => api.coord([value, 0])[0];
  const end = area.x + area.width;
  const valueWidth = isStacked ? 0 : Math.min(area.width * 0.62, 12 + row.text.length * 7.2);
  const marks = [
    ...(isNumber(neutral) ? [line(at(neutral), top, at(neutral), top + api.size([0, 1])[1], {stroke: QUIET, lineDash: [3, 3]})] : []),
    text(area.x, top + 15, row.label, {width: Math.max(area.width - valueWidth, 90), overflow: "truncate", ellipsis: "…"}),
    text(isStacked ? area.x : end, top + (isStacked ? 32 : 15), row.text, {
      align: isStacked ? "left" : "right",
      fill: row.kind === "none" || row.kind === "suppressed" ? QUIET : INK,
      fontStyle: row.kind === "none" || row.kind === "suppressed" ? "italic" : "normal",
      fontWeight: row.kind === "point" || row.kind === "count" ? 600 : 400,
    }),
  ];
  if (isNumber(row.ciLow) || isNumber(row.ciHigh)) {
    const [from, to] = [isNumber(row.ciLow) ? at(row.ciLow) : area.x, isNumber(row.ciHigh) ? at(row.ciHigh) : end];
    marks.push(line(from, middle, to, middle));
    if (isNumber(row.ciLow)) {
      marks.push(line(from, middle - 4, from, middle + 4));
    }
    if (isNumber(row.ciHigh)) {
      marks.push(line(to, middle - 4, to, middle + 4));
    }
  }
  marks.push(...bodyMarks(row, at, middle, area));
  return {type: "group", children: marks};
}

function bodyMarks(row, at, y, area) {
  const half = 6;
  switch (row.kind) {
    case "point":
      return [{
        type: "circle", silent: true, shape: {cx: at(row.value), cy: y, r: 5.5},
        style: {fill: ACCENT, stroke: "var(--paper)", lineWidth: 1.5},
      }];
    case "pair":
      return [
        line(at(row.value), y, at(row.other), y, {stroke: LINE, lineWidth: 2}),
        {
          type: "circle", silent: true, shape: {cx: at(row.other), cy: y, r: 5},
          style: {fill: "var(--paper)", stroke: ACCENT, lineWidth: 2},
        },
        {type: "circle", silent: true, shape: {cx: at(row.value), cy: y, r: 5.5}, style: {fill: ACCENT}},
      ];
    case "count":
      return [{
        type: "rect", silent: true, shape: {x: area.x, y: y - half, width: at(row.value) - area.x, height: 2 * half},
        style: {fill: ACCENT},
      }];
    case "bounds":
    case "likely": {
      const from = isNumber(row.low) ? at(row.low) : area.x;
      const width = Math.max((isNumber(row.high) ? at(row.high) : area.x + area.width) - from, 3);
      const box = {
        type: "rect", silent: true, shape: {x: from, y: y - half, width, height: 2 * half},
        style: {
          fill: row.kind === "bounds" ? "var(--tint)" : "var(--paper)",
          stroke: ACCENT,
          lineWidth: 1.5,
          lineDash: row.kind === "likely" ? [3, 3] : null,
        },
      };
      return row.kind === "bounds" ? [box, hatch(from, y - half, width, 2 * half)] : [box];
    }
    default:
      return [line(area.x, y, area.x + area.width, y, {stroke: LINE, lineWidth: 2, lineDash: [2, 5]})];
  }
}

/** A row of the long shape as a row of a chart. */
function chartRow(row, label) {
  const kind = verdict(row);
  return {
    label, kind, value: row.estimate, low: kind === "point" ? null : row.bound_low,
    high: kind === "point" ? null : row.bound_high,
    ciLow: row.ci_low, ciHigh: row.ci_high, text: shortText(row),
  };
}

/** Number or bounds as short as can be. */
function shortText(row) {
  const kind = verdict(row);
  if (kind !== "bounds" && kind !== "likely") {
    return valueText(row);
  }
  if (row.bound_low === null || row.bound_high === null) {
    return spanText(row, row.bound_low, row.bound_high);
  }
  const short = isChange(row) ? axisOf(row).format : value => quantity(row, value);
  const [low, high] = [short(row.bound_low), short(row.bound_high)];
  return low === high ? low : low + " – " + high;
}

/** How values of this row's unit are written along an axis. */
function axisOf(row) {
  if (isChange(row)) {
    const isRatio = row.unit.startsWith("ratio");
    return {neutral: isRatio ? 1 : 0, format: value => isRatio || !isOfShare(row) ? decimal(value)
      : t("unit.points.short", {n: tenths(100 * value)})};
  }
  if (isShare(row)) {
    return {share: true, format: value => format("axis", l => new Intl.NumberFormat(l, {
      style: "percent", maximumFractionDigits: 2,
    })).format(value)};
  }
  return {format: value => row.unit === "h" ? shortSpan(value)
    : row.unit === "d" ? t("unit.days.short", {n: decimal(value)}) : decimal(value)};
}

