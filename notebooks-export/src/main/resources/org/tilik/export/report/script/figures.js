// SPDX-License-Identifier: GPL-3.0-or-later
// The frame that every figure has: title, chart, table, download, and how to cite it.

let figureCount = 0;

/**
 * A figure.
 *
 * @param figure {id, title, lead, controls, option, height, legend, notes, columns, rows, raw, leftOut, cite}
 *   option draws the chart (absent: the table is the figure), raw are the rows of the release table that the reader can
 *   download with all their columns, cite whether rows have ids of their own
 */
function figureFrame(figure) {
  figureCount++;
  const number = figureCount;
  const id = "figure-" + figure.id;
  const title = t("figure.title", {number, title: figure.title});
  const box = figure.option && chartBox(title + ". " + t("figure.description"), figure.height, figure.option);
  const table = htmlTable(id, title, [...figure.columns, ...(figure.cite ? [citeColumn()] : [])], figure.rows);
  return el("figure", {id, class: "figure"},
    el("figcaption", {}, el("h3", {}, title), figure.lead && el("p", {}, figure.lead)),
    figure.controls && el("div", {class: "choices"}, figure.controls),
    box,
    figure.legend && el("ul", {class: "legend"}, figure.legend),
    (figure.notes || []).filter(Boolean).map(note => el("p", {class: "note"}, note)),
    figure.leftOut > 0 && el("p", {class: "note"}, t("figure.left_out", {n: whole(figure.leftOut)})),
    figure.option
      ? el("details", {
        class: "numbers",
        open: state.open.has(id),
        toggle: event => event.target.open ? state.open.add(id) : state.open.delete(id),
      }, el("summary", {}, t("figure.table", {n: whole(figure.rows.length)})), table)
      : table,
    figureActions(figure, id, title, number, box));
}

function figureActions(figure, id, title, number, box) {
  const name = ["tilik", run.study, run.run_id, figure.id].join("-").replace(/[^A-Za-z0-9._-]+/g, "_");
  const of = t("list.colon") + t("figure.short", {number});
  const columns = distinct(figure.raw.flatMap(row => Object.keys(row)));
  return el("div", {class: "actions"},
    el("button", {
      type: "button",
      class: "csv",
      "aria-label": t("figure.csv") + of,
      click: () => download(name + ".csv", "text/csv;charset=utf-8", csv(columns, figure.raw)),
    }, t("figure.csv")),
    box && el("button", {
      type: "button",
      class: "svg",
      "aria-label": t("figure.svg") + of,
      click: () => {
        draw(box);
        download(name + ".svg", "image/svg+xml", picture(box));
      },
    }, t("figure.svg")),
    el("button", {
      type: "button",
      class: "cite",
      "aria-label": t("figure.cite") + of,
      click: () => citeFigure(id, figure.title, number, figure.cite ? figure.raw : []),
    }, t("figure.cite")));
}

/** The drawing of a chart as a file of its own, with the colours of paper. */
function picture(box) {
  const drawing = box.querySelector("svg").cloneNode(true);
  drawing.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  const paper = {"--accent": "#0a5a78", "--tint": "#dcebf1", "--ink": "#1c2226", "--quiet": "#59636b",
    "--line": "#d9dee2", "--paper": "#ffffff"};
  return new XMLSerializer().serializeToString(drawing)
    .replace(/var\((--[a-z]+)\)/g, (all, variable) => paper[variable] || "#000000");
}

/** The marks that tell kinds of answers apart, as far as the rows have them. */
function verdictLegend(rows) {
  return distinct(rows.map(verdict)).map(kind =>
    el("li", {}, el("span", {class: "mark mark-" + kind, "aria-hidden": "true"}), t("legend." + kind)))
    .concat(rows.some(row => isNumber(row.ci_low) || isNumber(row.ci_high))
      ? [el("li", {}, el("span", {class: "mark mark-interval", "aria-hidden": "true"}), t("legend.interval"))] : []);
}

/** Columns of a table of rows in the long shape. */
function measureColumns(first) {
  const number = (id, name) => ({
    id,
    name,
    value: row => row[id],
    cell: row => isNumber(row[id]) ? quantity(row, row[id]) : "–",
  });
  const count = (id, name) => ({
    id,
    name,
    value: row => row[id],
    cell: row => isNumber(row[id]) ? whole(row[id]) : "–",
  });
  return [
    ...first,
    {name: t("column.says"), cell: row => [
      el("span", {class: "says says-" + verdict(row)}, t("verdict." + verdict(row))),
      ["none", "suppressed"].includes(verdict(row)) ? el("span", {class: "why"}, reason(row)) : null,
    ]},
    number("estimate", t("column.estimate")),
    number("bound_low", t("column.bound_low")),
    number("bound_high", t("column.bound_high")),
    number("ci_low", t("column.ci_low")),
    number("ci_high", t("column.ci_high")),
    count("n_items", t("column.n_items")),
    count("n_events", t("column.n_events")),
  ];
}

/** A figure with a row for each number. */
function rowsFigure(figure, rows, labelOf, firstColumns) {
  if (rows.length === 0) {
    return null;
  }
  const measured = rows.filter(row => row.n_items !== 0);
  const empty = measured.length > 0 ? rows.length - measured.length : 0;
  const shown = (empty > 0 ? measured : rows).slice(0, figure.most || 24);
  const chartRows = shown.map(row => chartRow(row, labelOf(row)));
  return figureFrame({
    height: rowsHeight(shown.length),
    option: rowsOption(chartRows, axisOf(rows[0])),
    legend: verdictLegend(shown),
    columns: measureColumns(firstColumns || [{name: t("column.measure"), cell: labelOf}]),
    rows,
    raw: rows,
    cite: true,
    ...figure,
    notes: [
      ...(figure.notes || []),
      rows.length - empty > shown.length
        && t("figure.more_in_table", {shown: whole(shown.length), n: whole(rows.length)}),
      empty > 0 && t("figure.empty", {n: whole(empty)}),
    ],
  });
}

/** A figure with a bar for each count. */
function countsFigure(figure, bars, columns, raw) {
  const shown = bars.slice(0, figure.most || 24);
  return figureFrame({
    height: rowsHeight(shown.length),
    option: rowsOption(shown.map(bar => bar.value === null
      ? {label: bar.label, kind: "suppressed", text: t("verdict.suppressed")}
      : {
        label: bar.label, kind: "count", value: bar.value,
        text: bar.isLeast ? t("value.at_least", {low: whole(bar.value)}) : whole(bar.value),
      }), {whole: true, format: whole}),
    columns,
    rows: raw,
    raw,
    ...figure,
  });
}

function textColumn(name, cell) {
  return {name, cell};
}

function countColumn(id, name) {
  return {id, name, value: row => row[id], cell: row => isNumber(row[id]) ? whole(row[id]) : "–"};
}

function hoursColumn(id, name) {
  return {id, name, value: row => row[id], cell: row => isNumber(row[id]) ? hours(row[id]) : "–"};
}

function shareColumn(id, name) {
  return {id, name, value: row => row[id], cell: row => isNumber(row[id]) ? percent(row[id]) : "–"};
}

