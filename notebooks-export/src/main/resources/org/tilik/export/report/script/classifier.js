// SPDX-License-Identifier: GPL-3.0-or-later
// What the classifier says of posts, and how often it is wrong.

function classifierSection() {
  const rows = measures("", "prevalence");
  if (rows.length === 0) {
    return run.model_id ? null : [el("p", {}, t("classifier.none"))];
  }
  return [
    el("p", {class: "lead"}, t(rowsOf("prevalence").some(row => CORRECTIONS.includes(row.correction_method))
      ? "classifier.lead.audited" : "classifier.lead", {model: run.model_id ?? "–"})),
    languageFigure(rows),
    errorFigure(),
    scoredFigure(rows),
  ].filter(Boolean);
}

/** Shares by language, or another stratum, for one label. */
function languageFigure(all) {
  const rows = all.filter(row => row.metric_id === "prevalence.share");
  if (rows.length === 0) {
    return null;
  }
  const labels = distinct(rows.map(row => row.label + "\n" + (row.threshold ?? ""))).map(value => {
    const [label, threshold] = value.split("\n");
    return {value, label: word("label", label)
      + (threshold === "" ? "" : " " + t("classifier.threshold", {score: decimal(Number(threshold))}))};
  });
  const label = choice("label", labels, ...Object.keys(study.track?.labels ?? {}).map(each => each + "\n"), "hateful\n");
  const ofLabel = rows.filter(row => row.label + "\n" + (row.threshold ?? "") === label);
  const ways = distinct(ofLabel.map(row => row.stratum_by)).map(value => ({value, label: stratumBy(value)}));
  const way = choice("label-by", ways, "language");
  const shown = ofLabel.filter(row => row.stratum_by === way)
    .sort((a, b) => (b.n_items ?? -1) - (a.n_items ?? -1) || a.stratum.localeCompare(b.stratum));
  const errors = new Map(data.model_errors.map(error => [error.label + " " + error.language, error]));
  const errorOf = row => way === "language" ? errors.get(row.label + " " + row.stratum) : undefined;
  return rowsFigure({
    id: "prevalence",
    title: t("prevalence.title", {label: labels.find(each => each.value === label).label, by: stratumBy(way).toLocaleLowerCase(locale())}),
    lead: t("prevalence.lead"),
    controls: [
      chooser("label", t("choose.label"), labels, label),
      ways.length > 1 && chooser("label-by", t("choose.by"), ways, way),
    ].filter(Boolean),
    notes: [t("prevalence.note"), label.startsWith("extremist_support") && t("prevalence.experimental")],
    leftOut: leftOut("prevalence"),
    columns: [
      textColumn(t("column.stratum"), row => stratumName(row.stratum_by, row.stratum)),
      {id: "estimate", name: t("column.says_model"), value: row => row.estimate,
        cell: row => isNumber(row.estimate) ? percent(row.estimate) : t("verdict." + verdict(row))},
      countColumn("n_items", t("column.scored")),
      countColumn("n_events", t("column.labelled")),
      {id: "precision", name: t("column.precision"), value: row => errorOf(row)?.precision,
        cell: row => isNumber(errorOf(row)?.precision) ? hundredths(errorOf(row).precision) : t("classifier.unknown")},
      {id: "recall", name: t("column.recall"), value: row => errorOf(row)?.recall,
        cell: row => isNumber(errorOf(row)?.recall) ? hundredths(errorOf(row).recall) : t("classifier.unknown")},
    ],
    most: 16,
  }, shown, row => stratumName(row.stratum_by, row.stratum));
}

/** Precision and recall of the model by language, measured on labelled texts. */
function errorFigure() {
  const known = data.model_errors.filter(row => isNumber(row.precision) && isNumber(row.recall));
  if (known.length === 0) {
    return el("p", {class: "note"}, t("classifier.error.unknown"));
  }
  const labels = distinct(known.map(row => row.label)).map(value => ({value, label: word("label", value)}));
  const label = choice("error-label", labels, state.choices.label?.split("\n")[0], "hateful");
  const rows = known.filter(row => row.label === label)
    .sort((a, b) => (a.language === "all" ? -1 : b.language === "all" ? 1 : b.texts - a.texts));
  const name = row => row.language === "all" ? t("classifier.all_languages") : named("language", row.language);
  const languages = new Set(rowsOf("prevalence").filter(row => row.stratum_by === "language").map(row => row.stratum));
  const shown = rows.filter(row => row.language === "all" || languages.has(row.language)).slice(0, 12);
  const marks = shown.map(row => ({
    label: name(row), kind: "pair", value: row.precision, other: row.recall,
    text: t("model_error.pair", {precision: hundredths(row.precision), recall: hundredths(row.recall)}),
  }));
  return figureFrame({
    id: "model-error",
    title: t("model_error.title", {label: word("label", label)}),
    lead: t("model_error.lead"),
    controls: labels.length > 1 ? [chooser("error-label", t("choose.label"), labels, label)] : [],
    option: rowsOption(marks, {share: true, format: decimal}),
    height: rowsHeight(marks.length),
    legend: ["point:column.precision", "open:column.recall"].map(each => {
      const [mark, key] = each.split(":");
      return el("li", {}, el("span", {class: "mark mark-" + mark, "aria-hidden": "true"}), t(key));
    }),
    notes: [t("model_error.note"), rows.length > shown.length
      && t("figure.more_in_table", {shown: whole(shown.length), n: whole(rows.length)})],
    columns: [
      textColumn(t("column.language"), name),
      {id: "precision", name: t("column.precision"), value: row => row.precision, cell: row => hundredths(row.precision)},
      {id: "recall", name: t("column.recall"), value: row => row.recall, cell: row => hundredths(row.recall)},
      countColumn("texts", t("column.texts")),
      countColumn("positives", t("column.positives")),
    ],
    rows,
    raw: known,
  });
}

function scoredFigure(all) {
  const rows = all.filter(row => row.metric_id === "prevalence.scored_share");
  const pooled = rows.filter(row => row.stratum_by !== "language");
  return rowsFigure({
    id: "scored",
    title: t("scored.title"),
    lead: t("scored.lead"),
    leftOut: leftOut("prevalence"),
    most: 12,
  }, pooled, row => stratumName(row.stratum_by, row.stratum), [
    textColumn(t("column.stratum"), row => stratumName(row.stratum_by, row.stratum)),
  ]);
}

