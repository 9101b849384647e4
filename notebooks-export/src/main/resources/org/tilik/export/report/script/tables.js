// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of the release tables, and what a reader can do with them: look at them, take them along.

const ROWS_SHOWN = 40;
const read = new Map();

/** The rows of a release table as objects, empty where the run has no such table. */
function rowsOf(name) {
  if (!read.has(name)) {
    read.set(name, data.tables[name] ? decode(name, data.tables[name]) : []);
  }
  return read.get(name);
}

function leftOut(name) {
  return data.tables[name] ? data.tables[name].left_out : 0;
}

function decode(name, table) {
  const rows = Array.from({length: table.rows}, () => ({run_id: run.run_id}));
  for (const column of table.columns) {
    const cells = table.cells[column];
    for (let i = 0; i < table.rows; i++) {
      const value = cells ? cells.values[i] : null;
      rows[i][column] = value === null ? null
        : cells.type === "text" ? cells.texts[value]
        : cells.type === "truth" ? value === 1
        : value;
    }
  }
  return rows;
}

/** RFC 4180; a text that a spreadsheet would take for a formula begins with an apostrophe; NA where there is nothing. */
function csv(columns, rows) {
  const lines = [columns.map(csvCell).join(",")];
  for (const row of rows) {
    lines.push(columns.map(column => csvCell(row[column])).join(","));
  }
  return lines.join("\n") + "\n";
}

function csvCell(value) {
  if (value === null || value === undefined) {
    return "NA";
  }
  let text = String(value);
  if (typeof value === "string" && /^[=+\-@\t\r]/.test(text)) {
    text = "'" + text;
  }
  return /[",\n\r]/.test(text) ? '"' + text.replaceAll('"', '""') + '"' : text;
}

/** Hands the reader a file that was made in the page. */
function download(name, type, text) {
  const url = URL.createObjectURL(new Blob([text], {type}));
  const link = el("a", {href: url, download: name});
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 10000);
}

/**
 * A table of rows. A column has a name, a cell (text or elements) and, for numbers, the value as it stands in the data.
 */
function htmlTable(id, caption, columns, rows) {
  const body = el("tbody", {});
  const show = from => rows.slice(from, from === 0 ? ROWS_SHOWN : undefined)
    .forEach(row => body.append(tableRow(columns, row)));
  show(0);
  const table = el("table", {id: id + "-table"},
    el("caption", {}, caption),
    el("thead", {}, el("tr", {}, columns.map(column =>
      el("th", {scope: "col", class: column.value ? "number" : null}, column.name)))),
    body);
  const more = rows.length > ROWS_SHOWN && el("button", {
    type: "button",
    class: "more",
    click: event => {
      show(ROWS_SHOWN);
      event.target.remove();
    },
  }, t("table.more", {n: whole(rows.length)}));
  return el("div", {},
    el("div", {class: "scroll", tabindex: "0", role: "region", "aria-label": caption}, table),
    more);
}

function tableRow(columns, row) {
  return el("tr", {}, columns.map((column, i) => {
    const value = column.value ? column.value(row) : undefined;
    return el(i === 0 ? "th" : "td", {
      scope: i === 0 ? "row" : null,
      class: column.value ? "number" : null,
      "data-column": column.value ? column.id : null,
      "data-value": value === null || value === undefined ? null : value,
    }, column.cell(row));
  }));
}

