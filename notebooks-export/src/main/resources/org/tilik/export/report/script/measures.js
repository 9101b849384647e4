// SPDX-License-Identifier: GPL-3.0-or-later
// What a row in the long shape says: one number, bounds, a likely span, nothing, or that it is held back.

/** Metrics that no time runs for. */
const TIMELESS = /^(scenario|policy|copies|accounts|families|cascades|prevalence)\.|^exposure\.violative|_ratio$|doubling|^family\.copies_quantile|^cascade\.(size|depth|structural)/;
const NAMED_SHARE = /(^|[._])(share|rate|precision)([._]|$)/;
const COUNTS = /\.(total|count|entries|peak_per_hour)$/;
/** Prefixes of words for what stands in the column cause of these metrics. */
const CAUSES = {"ledger.action_share": "action", "ledger.source_share": "source_type"};
const SENSITIVITY = "unconfirmed_censored";
/** What only repeats a number under another assumption. */
const REPEATED = new Set([SENSITIVITY, "unknown_cause_excluded", "unknown_cause_counted", "newey_west_interval",
  "anticipation_4_weeks", "clock_posted", "clock_first_seen", "clock_reported", "clock_referred", "clock_ordered",
  "thresholds_raised", "thresholds_lowered"]);
/** Corrections for the classifier's errors by an audit; the first is the primary one. */
const CORRECTIONS = ["dsl", "audit_ipw", "ppi_plus_plus", "rogan_gladen", "ppv_adjusted"];
const notes = new Map(data.metrics.map(metric => [metric.id, metric]));

/**
 * Rows of tables in the long shape, without those that only repeat a number under another assumption, and without those
 * that correct it, which stand beside the raw ones in figures of their own.
 */
function measures(prefix, ...tables) {
  const names = tables.length > 0 ? tables : ["removal_measures", "spread_measures"];
  return names.flatMap(rowsOf).filter(row => row.metric_id.startsWith(prefix)
    && !REPEATED.has(row.correction_method) && !CORRECTIONS.includes(row.correction_method));
}

function isShare(row) {
  return row.unit === "1" && NAMED_SHARE.test(row.metric_id);
}

/** Whether the number is a change or a difference, in the unit of its outcome or as a ratio. */
function isChange(row) {
  return (row.metric_id.startsWith("policy.") || row.metric_id === "over_removal.difference_within") && !isShare(row);
}

/** Whether what changed or differs is a share. */
function isOfShare(row) {
  return NAMED_SHARE.test(row.outcome_metric_id ?? "share");
}

function changeText(row, value) {
  const sign = value > 0 ? "+" : "";
  const text = row.unit.startsWith("ratio") ? decimal(value)
    : row.unit.startsWith("h") ? sign + hours(value)
    : isOfShare(row) ? t("unit.points", {n: sign + tenths(100 * value)})
    : sign + decimal(value);
  return row.unit.endsWith("/wk") ? t("unit.per_week", {value: text}) : text;
}

function isQuantile(row) {
  return /median|quantile/.test(row.metric_id) || isNumber(row.quantile);
}

/** A number of the row's unit in words. */
function quantity(row, value) {
  if (isChange(row)) {
    return changeText(row, value);
  }
  if (row.unit === "h") {
    return hours(value);
  }
  if (row.unit === "d") {
    return t("unit.days.short", {n: decimal(value)});
  }
  return isShare(row) ? percent(value) : decimal(value);
}

/** What kind of answer the row holds. */
function verdict(row) {
  if (row.suppressed) {
    return "suppressed";
  }
  if (row.estimate !== null) {
    return "point";
  }
  if (row.bound_low !== null || row.bound_high !== null) {
    // The innermost interval of a quantile is where the likeliest curve has it, and no bound of what is possible.
    // Dates of ledgers bound theirs.
    return isQuantile(row) && row.unit !== "d" && row.metric_id !== "exposure.half_life_hours" ? "likely" : "bounds";
  }
  return "none";
}

/** The number, the bounds, or the word for there being none. */
function valueText(row) {
  switch (verdict(row)) {
    case "point": return quantity(row, row.estimate);
    case "bounds":
    case "likely": return spanText(row, row.bound_low, row.bound_high);
    case "none": return t("verdict.none");
    default: return t("verdict.suppressed");
  }
}

function spanText(row, low, high) {
  if (low === null || high === null) {
    return low === null ? t("value.at_most", {high: quantity(row, high)}) : t("value.at_least", {low: quantity(row, low)});
  }
  const [from, to] = [quantity(row, low), quantity(row, high)];
  if (from === to) {
    return verdict(row) === "likely" ? from : t("value.same", {low: from});
  }
  return t("value.between", {low: from, high: to});
}

/** The confidence interval in words, or why there is none; empty for rows that have no estimate to be uncertain of. */
function intervalText(row) {
  if (!["point", "bounds", "likely"].includes(verdict(row)) || row.scenario || COUNTS.test(row.metric_id) && row.ci_low === null) {
    return "";
  }
  if (row.ci_low !== null && row.ci_high !== null) {
    return t("interval.both", {level: level(row.conf_level), low: quantity(row, row.ci_low), high: quantity(row, row.ci_high)});
  }
  if (row.ci_low !== null) {
    return t("interval.from", {level: level(row.conf_level), low: quantity(row, row.ci_low)});
  }
  if (row.ci_high !== null) {
    return t("interval.to", {level: level(row.conf_level), high: quantity(row, row.ci_high)});
  }
  return t("interval.none");
}

/** Why a row has no number. */
function reason(row) {
  if (row.suppressed) {
    return t(row.ledger ? "reason.suppressed.ledger" : "reason.suppressed", {k: whole(study.k)});
  }
  if (row.correction_method === "no_audit") {
    return t("answer.why.no_audit");
  }
  if (row.reason) {
    const key = "change.reason." + row.reason.replace(/[^a-z0-9]+/g, "_");
    return has(key) ? t(key) : row.reason;
  }
  if (row.scenario) {
    return t("answer.why.no_replay");
  }
  if (row.n_items === 0) {
    return t("reason.empty");
  }
  if (row.ledger) {
    return t("reason.ledger");
  }
  if (row.metric_id === "gone.rmst_hours") {
    return t(row.n_interval > 0 ? "reason.brackets" : "reason.horizon");
  }
  if (isQuantile(row) && row.unit === "h") {
    return t("reason.quantile");
  }
  return t(row.deadline_hours !== null && row.deadline_hours !== undefined ? "reason.share" : "reason.other");
}

/** Number, interval and size in one piece. */
function fullText(row) {
  const parts = [valueText(row)];
  const interval = intervalText(row);
  const extra = [];
  if (interval) {
    extra.push(interval);
  } else if (["none", "suppressed"].includes(verdict(row))) {
    parts[0] += t("value.because", {reason: reason(row)});
  }
  if (isNumber(row.n_items) && !(COUNTS.test(row.metric_id) && row.estimate === row.n_items)) {
    extra.push(t("value.n", {n: whole(row.n_items)}));
  }
  return parts[0] + (extra.length > 0 ? " (" + extra.join(t("list.semicolon")) + ")" : "");
}

/** What tells the measure of a row from others of its table, the stratum and the correction apart. */
function measureKey(row) {
  return [row.metric_id, row.label, row.threshold, row.cause, row.deadline_hours, row.quantile, row.tau_hours,
    row.threshold_copies].map(value => value ?? "").join("|");
}

/** What the row measures, in a few words with its deadline, quantile, horizon or cause. */
function measureLabel(row) {
  const key = "metric." + row.metric_id + ".label";
  const values = {
    deadline: isNumber(row.deadline_hours) ? span(row.deadline_hours) : "",
    tau: isNumber(row.tau_hours) ? span(row.tau_hours) : "",
    quantile: isNumber(row.quantile) ? level(row.quantile) : "",
    copies: isNumber(row.threshold_copies) ? whole(row.threshold_copies) : "",
  };
  const title = has(key) ? t(key, values) : plainLabel(row, values);
  const said = [title];
  if (row.label) {
    said.push(word("label", row.label));
  }
  if (row.cause && row.cause !== "all") {
    said.push(row.metric_id.startsWith("withheld.") ? named("region", row.cause) : word(CAUSES[row.metric_id] ?? "cause", row.cause));
  }
  if (row.item_class) {
    said.push(word("class", row.item_class));
  }
  if (isNumber(row.conditional_on_hours)) {
    said.push(givenText(row));
  }
  return said.join(t("list.colon"));
}


/** Under which condition the row holds: that the item was still there, or the removed item still gone. */
function givenText(row) {
  return t(row.metric_id.startsWith("restoration.") ? "value.given.gone" : "value.given",
    {hours: brief(row.conditional_on_hours)});
}

function isNumber(value) {
  return typeof value === "number";
}

/** For metrics that have no words here: the title of the register and what the row adds. */
function plainLabel(row, values) {
  const title = notes.has(row.metric_id) ? notes.get(row.metric_id).title : row.metric_id;
  const parts = [values.deadline, values.tau, values.quantile, values.copies].filter(part => part !== "");
  return parts.length > 0 ? title + " (" + parts.join(", ") + ")" : title;
}

function metricName(id) {
  const key = "metric." + id + ".name";
  return has(key) ? t(key) : notes.has(id) ? notes.get(id).title : id;
}

/** How the row was corrected, where anything is to be said of that. */
function correction(row) {
  return row.correction_method === "none" ? "" : word("correction", row.correction_method);
}

/**
 * From when the row's hours run. Measures of contents bear the clock of the study, but run from the first copy, or from
 * what their definition says.
 */
function clockOf(row) {
  if (!row.clock || TIMELESS.test(row.metric_id)) {
    return "";
  }
  const own = [
    [/^family\.reupload/, "copy_removed"],
    [/^family\.gone_lag/, "first_cleared"],
    [/^family\./, "first_copy"],
    [/^account\./, "first_item"],
    [/^cascade\./, "root"],
    [/^platform\.jump/, "first_platform"],
  ].find(([metrics]) => metrics.test(row.metric_id));
  return word("clock", own ? own[1] : row.clock);
}

/** Rows metric by metric and cause by cause, or deadline by deadline; then by deadline, horizon, size and quantile. */
function ordered(rows, isByDeadline) {
  const metrics = distinct(rows.map(row => row.metric_id + " " + row.cause));
  const rank = row => [
    isByDeadline ? 0 : metrics.indexOf(row.metric_id + " " + row.cause),
    row.deadline_hours ?? 0, row.tau_hours ?? 0, row.threshold_copies ?? 0, row.quantile ?? 0,
  ];
  return [...rows].sort((a, b) => {
    const [x, y] = [rank(a), rank(b)];
    const i = x.findIndex((value, place) => value !== y[place]);
    return i < 0 ? 0 : x[i] - y[i];
  });
}

/** The deadline that headlines speak of: the first of a day or more, else the first. */
function headlineHours() {
  return study.deadlines_hours.find(value => value >= 24) ?? study.deadlines_hours[0];
}

