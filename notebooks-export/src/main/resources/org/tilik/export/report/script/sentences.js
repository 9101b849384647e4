// SPDX-License-Identifier: GPL-3.0-or-later
// Whole sentences about rows: for the summary, and to be cited.

/** A sentence about a row that a person can read without knowing the tables. */
function sentence(row) {
  const kind = verdict(row);
  const key = "sentence." + row.metric_id + "." + (kind === "likely" ? "bounds" : kind);
  if (!has(key)) {
    return t("sentence.other", {label: measureLabel(row), text: fullText(row)});
  }
  return t(key, {
    deadline: isNumber(row.deadline_hours) ? span(row.deadline_hours) : "",
    tau: isNumber(row.tau_hours) ? span(row.tau_hours) : "",
    clock: clockOf(row),
    given: isNumber(row.conditional_on_hours)
      ? t("list.comma") + givenText(row) : "",
    estimate: row.estimate === null ? "" : quantity(row, row.estimate),
    span: kind === "bounds" || kind === "likely" ? spanText(row, row.bound_low, row.bound_high) : "",
    interval: intervalText(row),
    reason: kind === "none" || kind === "suppressed" ? reason(row) : "",
    n: isNumber(row.n_items) ? whole(row.n_items) : "",
    k: whole(study.k),
  });
}

/** A sentence that says everything needed to find and understand the number again. */
function citation(row) {
  if (row.scenario) {
    return scenarioCitation(row);
  }
  const parts = [t("cite.number", {
    label: measureLabel(row),
    stratum: [stratumName(row.stratum_by, row.stratum), ...subjectOf(row)].join(" · "),
    text: fullText(row),
  })];
  if (clockOf(row)) {
    parts.push(t("cite.clock", {clock: clockOf(row)}));
  }
  if (row.ledger && isConditional(row)) {
    parts.push(t("ledger.note"));
  }
  if (row.ci_method) {
    parts.push(t("cite.method", {method: row.ci_method}));
  }
  if (correction(row)) {
    parts.push(t("cite.correction", {correction: correction(row)}));
  }
  if (row.model_id) {
    parts.push(t("cite.model", {model: row.model_id}));
  }
  parts.push(t("cite.source", {
    title: run.title,
    study: run.study,
    run: run.run_id,
    row: row.row_id,
    metric: row.metric_id,
    version: row.metric_version,
    tool: run.tool_version,
  }));
  return parts.join(" ");
}

/** What else tells a row of the policy tables from others. */
function subjectOf(row) {
  return [
    row.commitment && word("event", row.commitment),
    row.jurisdiction && placeName(row.jurisdiction),
    row.period && row.period !== "all" && row.period,
    row.legal_basis,
    typeof row.is_signatory === "boolean" && t("signatory." + row.is_signatory),
    row.intervention && date(row.intervention_on) + " " + eventNames(row.intervention),
    row.outcome_metric_id && outcomeName(row),
    row.comparison && row.comparison !== "none" && word("comparison", row.comparison),
    row.unit_kind && row.unit_kind !== "all" && row.unit_kind + " " + row.unit_id,
  ].filter(Boolean);
}

/** A scenario is cited with both its ends, the protected items, and what it takes for granted. */
function scenarioCitation(row) {
  const parts = [t("cite.scenario", {
    scenario: scenarioName(row), stratum: stratumName(row.stratum_by, row.stratum), text: fullText(row),
  })];
  if (isNumber(row.protected_removed) && isNumber(row.protected_observed)) {
    parts.push(t("answer.scenario.protected", {removed: whole(row.protected_removed), n: whole(row.protected_observed)}));
  }
  parts.push(t("cite.assumptions", {assumptions: row.assumptions}));
  parts.push(t("cite.scenario.source", {
    title: run.title, study: run.study, run: run.run_id, row: row.row_id, tool: run.tool_version,
  }));
  return parts.join(" ");
}

