// SPDX-License-Identifier: GPL-3.0-or-later
// What laws, promises and events of the policy timeline are measured by: answers, duties, changes, scenarios, speech.

/** Answers to the questions of the public record, as the bundle's answers.csv has them. */
function answersSection() {
  const answers = rowsOf("answers");
  if (answers.length === 0) {
    return null;
  }
  const rowOf = answer => answer.row_id ? rowById(answer.row_id) : undefined;
  const says = answer => answer.identifiability === "none" && rowOf(answer)?.suppressed ? "suppressed" : answer.identifiability;
  return [
    el("p", {class: "lead"}, t("answers.lead")),
    el("ol", {class: "answers"}, [...byGroup(answers, answer => answer.question_id).entries()].map(([question, group]) =>
      el("li", {}, el("h3", {}, t("question." + question)), el("ul", {}, group.map(answer => el("li", {},
        el("span", {class: "says says-" + says(answer)}, t("verdict." + says(answer))),
        el("p", {}, answer["reading_" + state.language], " ",
          rowOf(answer) && el("span", {class: "links"}, citeLink(rowOf(answer)))))))))),
    figureFrame({
      id: "answers",
      title: t("answers.title"),
      lead: t("answers.figure.lead"),
      columns: [
        textColumn(t("column.question"), answer => t("question." + answer.question_id + ".short")),
        textColumn(t("column.measure"), answer => answerMeasure(answer, rowOf(answer))),
        textColumn(t("column.says"), answer => el("span", {class: "says says-" + says(answer)}, t("verdict." + says(answer)))),
        textColumn(t("column.estimate"), answer => rowOf(answer) && says(answer) !== "none" ? valueText(rowOf(answer)) : "–"),
        textColumn(t("column.interval"), answer => rowOf(answer) ? intervalText(rowOf(answer)) || "–" : "–"),
        textColumn(t("column.n_items"), answer => isNumber(answer.n_items) ? whole(answer.n_items) : "–"),
        textColumn(t("column.clock"), answer => rowOf(answer) ? clockOf(rowOf(answer)) || "–" : "–"),
        {...citeColumn(), cell: answer => rowOf(answer) ? citeColumn().cell(rowOf(answer)) : answer.row_id ?? "–"},
      ],
      rows: answers,
      raw: answers,
    }),
  ];
}

function answerMeasure(answer, row) {
  if (!row) {
    return has("answer.name." + answer.metric_id) ? t("answer.name." + answer.metric_id) : metricName(answer.metric_id);
  }
  const group = row.stratum_by === "all" ? "" : " · " + stratumName(row.stratum_by, row.stratum);
  const of = row.scenario ? scenarioName(row)
    : row.commitment ? [word("event", row.commitment), placeName(row.jurisdiction),
      row.is_signatory === null ? "" : t("signatory." + row.is_signatory)].filter(Boolean).join(" · ")
    : row.intervention ? outcomeName(row) : "";
  return measureLabel(row) + group + (of && " · " + of);
}

/** Tables whose rows have ids, as rows with the columns that figures and citations want. */
function rowById(id) {
  return ["removal_measures", "spread_measures", "prevalence", "compliance", "policy_changes", "over_removal", "counter_speech"]
    .flatMap(rowsOf).concat(scenarioRows(), ledgerRows()).find(row => row.row_id === id);
}

function policySection() {
  const figures = [
    complianceFigure(),
    changesFigure(),
    scenarioFigure(),
    ...overRemovalFigures(),
    ...counterSpeechFigures(),
    ...correctedFigures(),
  ].filter(Boolean);
  return figures.length === 0 ? null : [el("p", {class: "lead"}, t("policy.lead")), ...figures];
}

function placeName(code) {
  return has("place." + code) ? t("place." + code) : named("region", code);
}

/** Events of the policy timeline in words, where they have some. */
function eventNames(ids) {
  return ids.split("+").map(id => word("event", id)).join(" + ");
}

/** What was acted on in time, for one commitment and one period. */
function complianceFigure() {
  const all = rowsOf("compliance").filter(row => !REPEATED.has(row.correction_method));
  if (all.length === 0) {
    return null;
  }
  const commitments = distinct(all.map(row => row.commitment)).map(value => ({value, label: word("event", value)}));
  const laws = distinct(all.filter(row => row.legal_basis && isNumber(row.n_items)).sort((a, b) => b.n_items - a.n_items)
    .map(row => row.commitment));
  const commitment = choice("commitment", commitments, ...laws);
  const ofCommitment = all.filter(row => row.commitment === commitment);
  const periods = distinct(ofCommitment.map(row => row.period)).sort((a, b) => a === "all" ? -1 : b === "all" ? 1 : a < b ? -1 : 1)
    .map(value => ({value, label: value === "all" ? t("period.all") : value}));
  const period = choice("period", periods, "all");
  const rows = ofCommitment.filter(row => row.period === period).sort((a, b) => a.jurisdiction.localeCompare(b.jurisdiction)
    || (a.stratum_by === "all" ? -1 : 0) - (b.stratum_by === "all" ? -1 : 0)
    || a.platform.localeCompare(b.platform) || (a.deadline_hours ?? 0) - (b.deadline_hours ?? 0));
  const first = rows[0];
  const label = row => [placeName(row.jurisdiction), platformName(row.platform),
    row.is_signatory === null ? "" : t("signatory." + row.is_signatory),
    distinct(rows.map(each => each.deadline_hours)).length > 1 && isNumber(row.deadline_hours) ? span(row.deadline_hours) : "",
  ].filter(Boolean).join(" · ");
  return rowsFigure({
    id: "compliance",
    title: t("compliance.title") + t("list.colon") + word("event", commitment),
    lead: t(first.legal_basis ? "compliance.lead.law" : "compliance.lead", {
      clock: word("clock", first.clock), law: first.legal_basis ?? "",
    }),
    controls: [
      commitments.length > 1 && chooser("commitment", t("choose.commitment"), commitments, commitment),
      periods.length > 1 && chooser("period", t("choose.period"), periods, period),
    ].filter(Boolean),
    notes: [t("compliance.note"), rows.some(row => row.is_signatory !== null) && t("compliance.signatory")],
    raw: all,
    leftOut: leftOut("compliance"),
  }, rows, label, [
    textColumn(t("column.place"), row => placeName(row.jurisdiction)),
    textColumn(t("column.platform"), row => platformName(row.platform)),
    textColumn(t("column.signatory"), row => row.is_signatory === null ? "–" : t("signatory." + row.is_signatory)),
    {id: "deadline_hours", name: t("column.deadline"), value: row => row.deadline_hours,
      cell: row => isNumber(row.deadline_hours) ? span(row.deadline_hours) : "–"},
    textColumn(t("column.clock"), row => word("clock", row.clock)),
    textColumn(t("column.legal_basis"), row => row.legal_basis ?? "–"),
    textColumn(t("column.evidence"), row => word("evidence", row.evidence_level)),
  ]);
}

function platformName(platform) {
  return platform === "all" ? t("platform.all") : word("platform", platform);
}

function outcomeName(row) {
  return metricName(row.outcome_metric_id)
    + (isNumber(row.deadline_hours) ? " (" + span(row.deadline_hours) + ")" : "");
}

/** Changes of weekly series about a date: one outcome and one kind of change, a row for each date and stratum. */
function changesFigure() {
  const all = rowsOf("policy_changes");
  const numbers = all.filter(row => row.metric_id !== "policy.placebo_share" && !REPEATED.has(row.correction_method));
  if (numbers.length === 0) {
    return null;
  }
  const outcomeOf = row => [row.outcome_metric_id, row.deadline_hours ?? "", row.tau_hours ?? "", row.cause ?? ""].join("\n");
  const outcomes = distinct(numbers.map(outcomeOf)).map(value =>
    ({value, label: outcomeName(numbers.find(row => outcomeOf(row) === value))}));
  const known = numbers.find(row => row.deadline_hours === headlineHours() && verdict(row) !== "none")
    ?? numbers.find(row => verdict(row) !== "none");
  const outcome = choice("outcome", outcomes, ...(known ? [outcomeOf(known)] : []));
  const ofOutcome = numbers.filter(row => outcomeOf(row) === outcome);
  const kinds = distinct(ofOutcome.map(row => row.metric_id)).map(value => ({value, label: metricName(value)}));
  const kind = choice("change", kinds, "policy.level_change");
  const rows = ofOutcome.filter(row => row.metric_id === kind).sort((a, b) =>
    a.intervention_on.localeCompare(b.intervention_on) || (a.stratum_by === "all" ? -1 : 0) - (b.stratum_by === "all" ? -1 : 0)
    || a.stratum.localeCompare(b.stratum) || a.comparison.localeCompare(b.comparison));
  const keyOf = row => [outcomeOf(row), row.intervention, row.stratum_by, row.stratum].join("\n");
  const earlier = new Map(all.filter(row => row.metric_id === "policy.placebo_share").map(row => [keyOf(row), row]));
  const placebo = row => earlier.has(keyOf(row)) ? shortText(earlier.get(keyOf(row))) : "–";
  const label = row => [date(row.intervention_on), eventNames(row.intervention), stratumName(row.stratum_by, row.stratum),
    row.comparison === "none" ? "" : word("comparison", row.comparison)].filter(Boolean).join(" · ");
  return rowsFigure({
    id: "changes",
    title: metricName(kind) + t("list.colon") + outcomes.find(each => each.value === outcome).label,
    lead: t(rows[0].unit.startsWith("ratio") ? "changes.lead.ratio" : "changes.lead"),
    controls: [
      outcomes.length > 1 && chooser("outcome", t("choose.outcome"), outcomes, outcome),
      kinds.length > 1 && chooser("change", t("choose.change"), kinds, kind),
    ].filter(Boolean),
    notes: [t("changes.note"), t("changes.placebo"),
      ...distinct(rows.filter(row => ["none", "suppressed"].includes(verdict(row))).map(reason)).slice(0, 4)
        .map(why => t("changes.none", {reason: why}))],
    raw: all,
    leftOut: leftOut("policy_changes"),
  }, rows, label, [
    textColumn(t("column.date"), row => date(row.intervention_on)),
    textColumn(t("column.event"), row => eventNames(row.intervention)),
    textColumn(t("column.stratum"), row => stratumName(row.stratum_by, row.stratum)),
    textColumn(t("column.comparison"), row => word("comparison", row.comparison)),
    countColumn("n_weeks_before", t("column.weeks_before")),
    countColumn("n_weeks_after", t("column.weeks_after")),
    countColumn("n_weeks_left_out", t("column.weeks_left_out")),
    pColumn("p_value", t("column.p")),
    pColumn("p_adjusted", t("column.p_adjusted")),
    textColumn(t("column.placebo"), placebo),
    textColumn(t("column.caveats"), row => (row.caveats ?? "").split("+").filter(Boolean)
      .map(each => word("caveat", each).replaceAll("_", " ")).join(t("list.semicolon")) || "–"),
  ]);
}

function pColumn(id, name) {
  return {id, name, value: row => row[id], cell: row => isNumber(row[id]) ? decimal(row[id]) : "–"};
}

/** Dates of the timeline at which series were looked at, between two times; those that belong together once. */
function timelineEvents(from, until) {
  return distinct(rowsOf("policy_changes").map(row => row.intervention_on + "\n" + row.intervention))
    .map(each => each.split("\n"))
    .map(([on, ids]) => ({at: Date.parse(on), on, name: eventNames(ids)}))
    .filter(event => event.at >= from && event.at <= until)
    .sort((a, b) => a.at - b.at);
}

/** Rows of counterfactuals with the columns of the long shape: what the two scenarios bound is copies averted. */
function scenarioRows() {
  return rowsOf("counterfactuals").map(row => ({
    ...row,
    metric_id: "scenario.copies_averted",
    metric_version: 1,
    unit: "1",
    estimate: null,
    bound_low: row.copies_averted_scenario_low,
    bound_high: row.copies_averted_scenario_high,
    ci_low: null,
    ci_high: null,
    n_items: row.copies_observed,
  }));
}

function scenarioName(row) {
  const name = has("scenario." + row.scenario)
    ? t("scenario." + row.scenario, {span: isNumber(row.parameter_hours) ? span(row.parameter_hours) : ""})
    : row.scenario;
  return [name, row.from_utc ? t("scenario.from", {date: date(row.from_utc)}) : "", row.match ? word("match", row.match) : ""]
    .filter(Boolean).join(t("list.comma"));
}

function scenarioFigure() {
  const all = scenarioRows();
  if (all.length === 0) {
    return null;
  }
  const chosen = stratumChooser("scenario-stratum", all);
  const range = row => verdict(row) === "bounds"
    ? t("scenario.of", {span: shortText(row), n: isNumber(row.copies_observed) ? whole(row.copies_observed) : "–"})
    : valueText(row);
  const shown = chosen.rows.slice(0, 24);
  return figureFrame({
    id: "scenarios",
    title: t("scenarios.title") + t("list.colon") + chosen.name,
    lead: t("scenarios.lead"),
    controls: [chosen.control].filter(Boolean),
    option: rowsOption(shown.map(row => ({...chartRow(row, scenarioName(row)), text: range(row)})), {whole: true, format: whole}),
    height: rowsHeight(shown.length),
    legend: shown.some(row => verdict(row) === "bounds") && [
      el("li", {}, el("span", {class: "mark mark-bounds", "aria-hidden": "true"}), t("scenarios.legend")),
    ],
    notes: [t("scenarios.note"), chosen.rows.length > shown.length
      && t("figure.more_in_table", {shown: whole(shown.length), n: whole(chosen.rows.length)})],
    leftOut: leftOut("counterfactuals"),
    columns: [
      textColumn(t("column.scenario"), scenarioName),
      {name: t("column.says"), cell: row => [
        el("span", {class: "says says-" + verdict(row)}, t("verdict." + verdict(row))),
        ["none", "suppressed"].includes(verdict(row)) ? el("span", {class: "why"}, reason(row)) : null,
      ]},
      countColumn("copies_observed", t("column.copies")),
      countColumn("copies_averted_scenario_low", t("column.averted_low")),
      countColumn("copies_averted_scenario_high", t("column.averted_high")),
      countColumn("views_observed_lower", t("column.views_low")),
      countColumn("views_averted_scenario_low", t("column.views_averted_low")),
      countColumn("views_averted_scenario_high", t("column.views_averted_high")),
      countColumn("protected_observed", t("column.protected")),
      countColumn("protected_removed", t("column.protected_removed")),
      shareColumn("closed_form_averted_share", t("column.closed_form")),
      textColumn(t("column.assumptions"), row => el("span", {class: "assumptions", lang: "en"}, row.assumptions)),
    ],
    rows: chosen.rows,
    raw: rowsOf("counterfactuals"),
    cite: true,
  });
}

function overRemovalFigures() {
  const rows = rowsOf("over_removal").filter(row => !REPEATED.has(row.correction_method));
  const notes = [t("over_removal.note")];
  return [
    stratumFigure({id: "over-removal", title: t("over_removal.title"), lead: t("over_removal.lead"), notes,
      leftOut: leftOut("over_removal")}, rows.filter(isShare)),
    stratumFigure({id: "over-removal-difference", title: t("over_removal.difference"), lead: t("over_removal.lead"), notes},
      rows.filter(row => !isShare(row))),
  ];
}

/** Measures of counter-speech of one unit (all, a content, days about an event), a figure for each kind of number. */
function counterSpeechFigures() {
  const all = rowsOf("counter_speech").filter(row => !CORRECTIONS.includes(row.correction_method));
  if (all.length === 0) {
    return [];
  }
  const unitOf = row => row.unit_kind + "\n" + (row.unit_id ?? "");
  const units = distinct(all.map(unitOf)).map(value => {
    const [kind, id] = value.split("\n");
    return {value, label: kind === "all" ? t("unit_kind.all")
      : t("unit_kind." + (kind === "family" ? "family" : "incident"), {id: kind === "family" ? id.slice(0, 8) : word("event", id)})};
  });
  const unit = choice("counter-unit", units, "all\n");
  const kinds = byGroup(all.filter(row => unitOf(row) === unit), row => row.unit === "h" ? "h" : isShare(row) ? "share" : "number");
  return ["share", "number", "h"].filter(kind => kinds.has(kind)).map((kind, i) => stratumFigure({
    id: "counter-" + kind,
    title: t("counter." + kind),
    lead: t("counter.lead"),
    controls: i === 0 && units.length > 1 ? [chooser("counter-unit", t("choose.unit"), units, unit)] : [],
    notes: [t("counter.note")],
    leftOut: i === 0 ? leftOut("counter_speech") : 0,
  }, kinds.get(kind)));
}

/** Raw and corrected numbers side by side: of each number that was corrected, all its rows. */
function correctedFigures() {
  return [
    ["prevalence", rowsOf("prevalence")],
    ["removal", rowsOf("removal_measures")],
    ["counter", rowsOf("counter_speech").filter(row => row.unit_kind === "all")],
  ].map(([id, all]) => {
    const rows = all.filter(row => !REPEATED.has(row.correction_method));
    const keyOf = row => [measureKey(row), row.stratum_by, row.stratum].join("\n");
    const groups = byGroup(rows, keyOf);
    const corrected = distinct(rows.filter(row => CORRECTIONS.includes(row.correction_method)).map(measureKey));
    if (corrected.length === 0) {
      return null;
    }
    const kinds = corrected.map(value => ({
      value, label: measureLabel({...rows.find(row => measureKey(row) === value), conditional_on_hours: null}),
    }));
    const kind = choice("corrected-" + id, kinds,
      kinds.map(each => each.value).find(value => value.split("|")[4] === String(headlineHours())));
    const rank = row => CORRECTIONS.indexOf(row.correction_method);
    const shown = [...groups.values()]
      .filter(group => measureKey(group[0]) === kind && group.some(row => rank(row) >= 0))
      .sort((a, b) => (b[0].n_items ?? -1) - (a[0].n_items ?? -1))
      .flatMap(group => [...group].sort((a, b) => rank(a) - rank(b)));
    const label = row => stratumName(row.stratum_by, row.stratum) + " · " + word("correction", row.correction_method);
    return rowsFigure({
      id: "corrected-" + id,
      title: t("corrected." + id) + t("list.colon") + kinds.find(each => each.value === kind).label,
      lead: t("corrected.lead"),
      controls: kinds.length > 1 ? [chooser("corrected-" + id, t("choose.measure"), kinds, kind)] : [],
      notes: [t("corrected.note")],
    }, shown, label, [
      textColumn(t("column.stratum"), row => stratumName(row.stratum_by, row.stratum)),
      textColumn(t("column.correction"), row => word("correction", row.correction_method)),
    ]);
  });
}

