// SPDX-License-Identifier: GPL-3.0-or-later
// What was read, what could not be used, and how much the numbers rest on assumptions.

function qualitySection() {
  return [
    el("p", {class: "lead"}, t("quality.lead")),
    ingestFigure(),
    rejectFigure(),
    sensitivityFigure(),
    inputFigure(),
    coverageText(),
    suppressedText(),
  ].filter(Boolean);
}

function ingestFigure() {
  const ingest = run.ingest;
  if (!ingest) {
    return null;
  }
  const rows = [
    ...["items", "observations", "ledger", "duplicates"].map(kind => ({disposition: kind, reason: null, records: ingest[kind] ?? 0})),
    ...Object.entries(ingest.ignored ?? {}).map(([reason, records]) => ({disposition: "ignored", reason, records})),
    ...Object.entries(ingest.rejects ?? {}).map(([reason, records]) => ({disposition: "rejected", reason, records})),
  ].filter(row => row.records > 0 || row.disposition === "items");
  const name = row => word("disposition", row.disposition)
    + (row.reason ? t("list.colon") + word("reject", row.reason) : "");
  const bars = ["items", "observations", "ledger", "duplicates", "ignored", "rejected"]
    .map(kind => ({label: word("disposition", kind),
      value: rows.filter(row => row.disposition === kind).reduce((sum, row) => sum + row.records, 0)}))
    .filter(bar => bar.value > 0);
  const unmatched = ingest.unmatched_removals ?? {n: 0};
  return countsFigure({
    id: "records",
    title: t("records.title", {n: whole(ingest.records_read)}),
    lead: t(ingest.conservation_holds === false ? "records.broken" : "records.holds"),
    notes: [
      t("records.derived", {items: whole(ingest.derived_items ?? 0), observations: whole(ingest.derived_observations ?? 0)}),
      unmatched.n > 0 && t("records.unmatched", {n: whole(unmatched.n)}),
    ],
  }, bars, [
    textColumn(t("column.disposition"), name),
    countColumn("records", t("column.records")),
  ], rows);
}

function rejectFigure() {
  const rows = rowsOf("rejects");
  if (rows.length === 0) {
    return el("p", {class: "note"}, t("rejects.none"));
  }
  const reasons = [...byGroup(rows, row => row.reason).entries()]
    .map(([reason, group]) => ({label: word("reject", reason), value: group.reduce((sum, row) => sum + row.count, 0)}))
    .sort((a, b) => b.value - a.value);
  return countsFigure({
    id: "rejects",
    title: t("rejects.title"),
    lead: t("rejects.lead"),
    leftOut: leftOut("rejects"),
  }, reasons, [
    textColumn(t("column.file"), row => el("bdi", {}, row.member ? row.source_file + " › " + row.member : row.source_file)),
    textColumn(t("column.reason"), row => word("reject", row.reason)),
    countColumn("count", t("column.records")),
    countColumn("record", t("column.first_record")),
    {name: t("column.detail"), cell: row => el("bdi", {lang: "en"}, row.detail)},
  ], rows);
}

/** The same measures, once as they are and once with single last absences taken as not gone. */
function sensitivityFigure() {
  const all = rowsOf("removal_measures").filter(row => row.stratum_by === "all"
    && (row.metric_id === "gone.share_within" || row.metric_id === "removal.share_within" && row.cause === "all"));
  const repeated = all.filter(row => row.correction_method === SENSITIVITY);
  if (repeated.length === 0) {
    return null;
  }
  const keys = new Set(repeated.map(measureKey));
  const rows = ordered(all.filter(row => keys.has(measureKey(row))));
  const label = row => measureLabel(row) + t("list.colon")
    + t(row.correction_method === SENSITIVITY ? "sensitivity.censored" : "sensitivity.main");
  return rowsFigure({
    id: "sensitivity",
    title: t("sensitivity.title"),
    lead: t("sensitivity.lead", {n: whole(Math.max(...rows.map(row => row.n_unconfirmed ?? 0)))}),
  }, rows, label);
}

function inputFigure() {
  return figureFrame({
    id: "inputs",
    title: t("inputs.title"),
    lead: t("inputs.lead"),
    columns: [
      textColumn(t("column.file"), row => el("bdi", {}, row.name)),
      textColumn(t("column.format"), row => row.format ?? "–"),
      {id: "bytes", name: t("column.bytes"), value: row => row.bytes, cell: row => isNumber(row.bytes) ? bytes(row.bytes) : "–"},
      countColumn("records", t("column.records")),
      {name: "SHA-256", cell: row => el("code", {class: "hash"}, row.sha256 ?? "–")},
    ],
    rows: run.inputs,
    raw: run.inputs,
  });
}

/** Samples and ends of watching, which the study states. */
function coverageText() {
  const lines = [
    ...Object.entries(study.sampling ?? {}).map(([platform, share]) =>
      t("coverage.sampling", {platform: word("platform", platform), share: percent(Number(share))})),
    ...Object.entries(study.coverage ?? {}).map(([platform, until]) =>
      t("coverage.until", {platform: word("platform", platform), until: date(until)})),
  ];
  return lines.length > 0 && el("ul", {}, lines.map(each => el("li", {}, each)));
}

function suppressedText() {
  const n = Object.keys(data.tables).flatMap(rowsOf).filter(row => row.suppressed === true).length;
  return el("p", {}, t(n > 0 ? "suppressed.some" : "suppressed.none", {n: whole(n), k: whole(study.k)}));
}

/** What a reader must not take from the numbers: always, and because of what this run is. */
function limitsSection() {
  const some = (prefix, test) => measures(prefix).some(test);
  const limits = [
    "platform",
    "why",
    some("", row => verdict(row) === "bounds") && "bounds",
    "captured",
    study.clock === "posted" && "clock",
    (Object.keys(study.track?.labels ?? {}).length > 0 || rowsOf("prevalence").length > 0) && "classifier",
    rowsOf("prevalence").some(row => row.label === "extremist_support") && "support",
    "copies",
    Object.keys(study.sampling ?? {}).length > 0 && "sampling",
    rowsOf("platform_jumps").length > 0 && "jumps",
    rowsOf("coordination").length > 0 && "coordination",
    rowsOf("counterfactuals").length > 0 && "scenario",
    rowsOf("compliance").length > 0 && "compliance",
    rowsOf("ledger_measures").length > 0 && "ledger",
    "fast",
    "groups",
  ].filter(Boolean);
  return [el("ul", {class: "limits"}, limits.map(limit => el("li", {},
    el("strong", {}, t("limit." + limit + ".head")), " ", t("limit." + limit))))];
}

