// SPDX-License-Identifier: GPL-3.0-or-later
// How to cite the report, a figure, or one number.

function citeColumn() {
  return {
    name: t("column.row_id"),
    cell: row => row.row_id ? [
      el("code", {}, row.row_id), " ",
      el("button", {
        type: "button",
        class: "cite-row",
        "aria-label": t("cite.row", {row: row.row_id}),
        click: () => citeRow(row),
      }, t("cite.short")),
    ] : "–",
  };
}

/** Opens the panel with a sentence about one number. */
function citeRow(row) {
  openPanel(t("cite.heading.row"), row.suppressed ? t("cite.suppressed", {reason: reason(row)}) : citation(row), [
    [t("cite.row_id"), row.row_id],
    [t("cite.run_id"), run.run_id],
    row.scenario ? [t("column.scenario"), row.scenario] : [t("cite.metric"), el("a", {href: "#" + row.metric_id, click: closePanel},
      metricName(row.metric_id) + " (" + row.metric_id + " v" + row.metric_version + ")")],
    [t("cite.address"), "report.html#row-" + row.row_id],
    [t("cite.command"), el("code", {}, "./tilik cite " + row.row_id + " BUNDLE")],
  ]);
}

/** Opens the panel with a sentence about a figure. */
function citeFigure(id, title, number, rows) {
  const ids = distinct(rows.map(row => row.row_id).filter(Boolean));
  openPanel(t("cite.heading.figure", {number}), t("cite.figure", {
    number, figure: title, title: run.title, study: run.study, run: run.run_id, tool: run.tool_version,
  }), [
    [t("cite.run_id"), run.run_id],
    [t("cite.address"), "report.html#" + id],
    ids.length > 0 && [t("cite.row_ids", {n: whole(ids.length)}), el("code", {}, ids.slice(0, 60).join(" "))],
  ].filter(Boolean));
}

function openPanel(heading, sentence, facts) {
  closePanel();
  const words = el("textarea", {readonly: true, rows: "6", id: "cite-text", "aria-labelledby": "cite-heading"}, sentence);
  const done = el("span", {role: "status", class: "done"});
  const panel = el("dialog", {id: "cite-panel", "aria-labelledby": "cite-heading", close: event => event.target.remove()},
    el("h2", {id: "cite-heading"}, heading),
    words,
    el("dl", {}, facts.map(([name, value]) => [el("dt", {}, name), el("dd", {}, value)])),
    el("div", {class: "actions"},
      el("button", {type: "button", click: () => copy(words, done)}, t("cite.copy")),
      el("button", {type: "button", click: closePanel}, t("cite.close")),
      done));
  document.getElementById("page").append(panel);
  panel.showModal();
}

function closePanel() {
  const panel = document.getElementById("cite-panel");
  if (panel) {
    panel.close();
    panel.remove();
  }
}

/** Copies, and where the browser does not allow it, selects, so that a key press does. */
function copy(words, done) {
  const select = () => {
    words.focus();
    words.select();
    done.textContent = t("cite.selected");
  };
  if (navigator.clipboard) {
    navigator.clipboard.writeText(words.value).then(() => {
      done.textContent = t("cite.copied");
    }, select);
  } else {
    select();
  }
}

/** The row that an address such as #row-8cd8c47d53a2f401 names. */
function openAddressed() {
  const id = location.hash.match(/^#row-([0-9a-f]+)$/);
  if (!id) {
    return;
  }
  const row = rowById(id[1]);
  if (row) {
    citeRow(row);
  } else {
    openPanel(t("cite.heading.row"), t("cite.unknown", {row: id[1]}), [[t("cite.run_id"), run.run_id]]);
  }
}

/** A link that opens the panel of a row. */
function citeLink(row) {
  return row.row_id && el("a", {
    href: "#row-" + row.row_id,
    class: "cite-link",
    "aria-label": t("cite.row", {row: row.row_id}),
    click: event => {
      event.preventDefault();
      citeRow(row);
    },
  }, t("cite.short"));
}

/** A link to what a metric means. */
function metricLink(row) {
  return el("a", {
    href: "#" + row.metric_id,
    class: "cite-link",
    "aria-label": t("cite.meaning.of", {metric: metricName(row.metric_id)}),
  }, t("cite.meaning"));
}

