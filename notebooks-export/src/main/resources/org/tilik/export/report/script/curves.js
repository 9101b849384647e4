// SPDX-License-Identifier: GPL-3.0-or-later
// Charts over time: curves at the hours of the release grid, and copies by hour or day.

/** A filled area between two steps, given as corners in the units of the axes. */
function area(corners, style) {
  return {
    type: "custom",
    silent: true,
    data: [0],
    z: 1,
    renderItem: (params, api) => ({
      type: "polygon",
      silent: true,
      shape: {points: corners.map(corner => api.coord(corner))},
      style: {fill: "var(--tint)", stroke: "none", ...style},
    }),
  };
}

function stepLine(name, points, step, style, symbol) {
  return {
    type: "line",
    name,
    step,
    data: points,
    symbol: symbol || "none",
    symbolSize: 6,
    lineStyle: {color: ACCENT, width: 2, ...style},
    itemStyle: {color: style && style.color || ACCENT},
    emphasis: {disabled: true},
    connectNulls: false,
    z: 3,
  };
}

/** Corners of what lies between an upper step that holds its last value and a lower one that holds its next. */
function between(upper, lower) {
  const corners = [];
  upper.forEach(([x, y], i) => {
    if (i > 0) {
      corners.push([x, upper[i - 1][1]]);
    }
    corners.push([x, y]);
  });
  [...lower].reverse().forEach(([x, y], i, all) => {
    corners.push([x, y]);
    if (i + 1 < all.length) {
      corners.push([all[i + 1][0], y]);
    }
  });
  return corners;
}

/** Corners of what lies between two steps that both hold their last value. */
function betweenSteps(upper, lower) {
  const forward = between(upper, []);
  const back = between(lower, []).reverse();
  return [...forward, ...back];
}

/**
 * Shares by hours since the clock began. The hours of the grid stand at equal distances, since they double from one to
 * the next, more or less.
 *
 * @param grid hours in order
 * @param series as ECharts takes them, with places on the grid for x
 */
function gridOption(grid, series, tooltip) {
  return width => ({
    grid: {left: 48, right: 18, top: 14, bottom: 44},
    xAxis: {
      type: "value",
      min: 0,
      max: grid.length - 1,
      interval: 1,
      name: t(width > 480 ? "axis.hours" : "column.hours"),
      nameLocation: "middle",
      nameGap: 28,
      nameTextStyle: {color: QUIET},
      axisLabel: {
        color: QUIET,
        hideOverlap: true,
        formatter: i => Number.isInteger(i) && (width > 560 || i % 2 === 0) ? shortSpan(grid[i]) : "",
      },
      axisLine: {lineStyle: {color: QUIET}},
      splitLine: {show: false},
    },
    yAxis: {
      type: "value",
      min: 0,
      max: 1,
      interval: 0.25,
      axisLabel: {color: QUIET, formatter: value => format("axis", l => new Intl.NumberFormat(l, {
        style: "percent", maximumFractionDigits: 2,
      })).format(value)},
      splitLine: {lineStyle: {color: LINE}},
    },
    tooltip: {trigger: "axis", axisPointer: {type: "line", lineStyle: {color: QUIET}}, formatter: tooltip},
    series,
  });
}

/**
 * Corners of a step line through values at the ends of rows. Inside a row of one hour or day the value is that of its
 * end; of a row of several only beginning and end are known, and within joins the two.
 */
function stepsOf(rows, start, end, value, within) {
  const points = [];
  let before = 0;
  for (const row of rows) {
    points.push([start(row), row.n_buckets === 1 ? value(row) : within(before, value(row))]);
    points.push([end(row), value(row)]);
    before = value(row);
  }
  return points;
}

/** Copies by time: what was new in each hour or day above, what was there below. */
function timelineOption(rows, events) {
  const length = rows[0].bucket === "day" ? 86400000 : 3600000;
  const start = row => Date.parse(row.at_utc);
  const end = row => start(row) + row.n_buckets * length;
  const last = rows[rows.length - 1];
  const steps = (value, within) => stepsOf(rows, start, end, value, within);
  const axis = extra => ({
    type: "time",
    min: start(rows[0]),
    max: end(last),
    axisLabel: {color: QUIET, hideOverlap: true, formatter: value => format("tick", l => new Intl.DateTimeFormat(l, {
      day: "numeric", month: "short", timeZone: "UTC",
    })).format(value)},
    axisLine: {lineStyle: {color: QUIET}},
    splitLine: {show: false},
    ...extra,
  });
  const counts = (name, extra) => ({
    type: "value", min: 0, minInterval: 1, name, nameLocation: "end", nameTextStyle: {color: QUIET, align: "left"},
    axisLabel: {color: QUIET, formatter: whole}, splitNumber: 3, splitLine: {lineStyle: {color: LINE}}, ...extra,
  });
  return () => ({
    grid: [{left: 56, right: 18, top: 28, height: 90}, {left: 56, right: 18, top: 168, bottom: 30}],
    xAxis: [axis({gridIndex: 0, axisLabel: {show: false}}), axis({gridIndex: 1})],
    yAxis: [
      counts(t(last.bucket === "day" ? "timeline.per_day" : "timeline.per_hour"), {gridIndex: 0}),
      counts(t("timeline.copies"), {gridIndex: 1}),
    ],
    tooltip: {
      trigger: "axis",
      axisPointer: {type: "line", lineStyle: {color: QUIET}},
      formatter: points => timelineTip(rows, points, start),
    },
    axisPointer: {link: [{xAxisIndex: "all"}]},
    series: [
      {
        type: "custom", xAxisIndex: 0, yAxisIndex: 0, silent: true, data: rows.map((row, i) => i), dimensions: ["place"],
        encode: {x: -1, y: -1},
        renderItem: (params, api) => newCopies(rows[params.dataIndex], start, end, api),
      },
      ...[0, 1].map(place => eventMarks(events, place)),
      {
        ...stepLine("new", steps(row => row.new_copies / row.n_buckets, (before, now) => now), "end", {width: 0, opacity: 0}),
        xAxisIndex: 0, yAxisIndex: 0,
      },
      {
        ...area(betweenSteps(
          steps(row => row.visible_copies_high, Math.max), steps(row => row.visible_copies_low, Math.min))),
        xAxisIndex: 1, yAxisIndex: 1,
      },
      {
        ...stepLine("cumulative", steps(row => row.cumulative_copies, Math.min), "end", {color: QUIET, type: [5, 4], width: 1.5}),
        xAxisIndex: 1, yAxisIndex: 1,
      },
      {
        ...stepLine("high", steps(row => row.visible_copies_high, Math.max), "end", {width: 1}),
        xAxisIndex: 1, yAxisIndex: 1,
      },
      {
        ...stepLine("low", steps(row => row.visible_copies_low, Math.min), "end", {width: 1}),
        xAxisIndex: 1, yAxisIndex: 1,
      },
    ],
  });
}

function newCopies(row, start, end, api) {
  const [left, top] = api.coord([start(row), row.new_copies / row.n_buckets]);
  const [right, bottom] = api.coord([end(row), 0]);
  return {
    type: "rect",
    silent: true,
    shape: {x: left, y: top, width: Math.max(right - left - (right - left > 3 ? 1 : 0), 1), height: bottom - top},
    style: {fill: ACCENT},
  };
}

function timelineTip(rows, points, start) {
  const at = points[0].value[0];
  const row = rows.findLast(candidate => start(candidate) <= at) || rows[0];
  return [
    moment(row.at_utc),
    t("timeline.tip.new", {n: whole(row.new_copies)}),
    t("timeline.tip.cumulative", {n: whole(row.cumulative_copies)}),
    t("timeline.tip.visible", {low: whole(row.visible_copies_low), high: whole(row.visible_copies_high)}),
  ].join("\n");
}

/** A line at each date of the policy timeline; its name stands where there is room. */
function eventMarks(events, place) {
  return {
    type: "custom", xAxisIndex: place, yAxisIndex: place, silent: true, data: events.map((event, i) => i), dimensions: ["place"],
    encode: {x: -1, y: -1}, z: 5,
    renderItem: (params, api) => {
      const event = events[params.dataIndex];
      const area = params.coordSys;
      const x = api.coord([event.at, 0])[0];
      const isRight = x > area.x + area.width * 0.6;
      return {
        type: "group",
        children: [
          line(x, area.y, x, area.y + area.height, {stroke: INK, lineDash: [2, 3]}),
          ...(place === 0 ? [text(x + (isRight ? -6 : 6), area.y + 8, event.name, {
            align: isRight ? "right" : "left", width: area.width * 0.55, overflow: "truncate", ellipsis: "…", fontSize: 12,
          })] : []),
        ],
      };
    },
  };
}

