// SPDX-License-Identifier: GPL-3.0-or-later
// What stands in ledgers: what platforms state of their own acts, what they were asked to do, what they were ordered to do.

/** Rows of ledgers, with the ledger as the first column of their stratum: ledgers are never pooled. */
function ledgerRows() {
  return rowsOf("ledger_measures").map(row => ({
    ...row,
    stratum_by: row.stratum_by === "all" ? "ledger" : "ledger," + row.stratum_by,
    stratum: row.stratum_by === "all" ? row.ledger : row.ledger + "|" + row.stratum,
  }));
}

function ledgersSection() {
  const all = ledgerRows();
  if (all.length === 0) {
    return null;
  }
  const ledgers = distinct(all.map(row => row.ledger)).sort().map(value => ({value, label: word("ledger", value)}));
  const ledger = choice("ledger", ledgers);
  const rows = all.filter(row => row.ledger === ledger)
    .sort((a, b) => a.stratum_by.split(",").length - b.stratum_by.split(",").length || (b.n_items ?? -1) - (a.n_items ?? -1));
  const raw = rowsOf("ledger_measures").filter(row => row.ledger === ledger);
  const figure = (id, of) => ledgerFigure({
    id: "ledger-" + id, title: t("ledger." + id + ".title"), lead: t("ledger." + id + ".lead"),
  }, rows.filter(of), raw.filter(of));
  return [
    el("p", {class: "lead"}, t("ledger.lead")),
    ledgers.length > 1 && el("div", {class: "choices"}, chooser("ledger", t("choose.ledger"), ledgers, ledger)),
    ledgerStrataFigure(rows, raw),
    figure("shares", row => isShare(row) && !isConditional(row)),
    figure("within", row => isShare(row) && isConditional(row)),
    figure("delays", row => row.unit === "d"),
  ].filter(Boolean);
}

/** Whether the row is about what was acted on alone. */
function isConditional(row) {
  return row.selection === "conditional_on_action";
}

/** Numbers of one kind for a group of entries; what is downloaded are rows as the table has them. */
function ledgerFigure(figure, rows, raw) {
  return stratumFigure({...figure, raw, notes: [rows.some(isConditional) && t("ledger.note")]}, rows);
}

/** Groups of entries side by side for one measure. */
function ledgerStrataFigure(rows, raw) {
  const grouped = rows.filter(row => row.stratum_by !== "ledger");
  if (grouped.length === 0) {
    return null;
  }
  const kinds = [...byGroup(ordered(grouped), measureKey).entries()].map(([value, group]) => ({value, label: measureLabel(group[0])}));
  const kind = choice("ledger-measure", kinds, measureKey({metric_id: "ledger.entries"}));
  const ofKind = grouped.filter(row => measureKey(row) === kind);
  const ways = distinct(ofKind.map(row => row.stratum_by))
    .map(value => ({value, label: stratumBy(value.slice("ledger,".length))}));
  const way = choice("ledger-by", ways, "ledger,platform");
  const shown = ofKind.filter(row => row.stratum_by === way);
  const label = row => stratumName(way.slice("ledger,".length), row.stratum.slice(row.ledger.length + 1));
  return rowsFigure({
    id: "ledger-strata",
    title: t("strata.title", {
      measure: kinds.find(each => each.value === kind).label,
      by: ways.find(each => each.value === way).label.toLocaleLowerCase(locale()),
    }),
    lead: t("ledger.strata.lead"),
    controls: [
      chooser("ledger-measure", t("choose.measure"), kinds, kind),
      ways.length > 1 && chooser("ledger-by", t("choose.by"), ways, way),
    ].filter(Boolean),
    notes: [shown.some(isConditional) && t("ledger.note")],
    raw,
    leftOut: leftOut("ledger_measures"),
  }, shown, label, [textColumn(t("column.stratum"), label)]);
}
