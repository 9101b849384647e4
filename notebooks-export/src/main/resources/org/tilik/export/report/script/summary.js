// SPDX-License-Identifier: GPL-3.0-or-later
// The report in sentences.

/** What the summary says, in this order, as far as the run has it: metric, deadline or not, table. */
function headlines() {
  const pooled = measures("").filter(row => row.stratum_by === "all");
  const at = (id, hours, cause) => pooled.filter(row => row.metric_id === id
    && (hours === undefined || row.deadline_hours === hours)
    && (cause === undefined || row.cause === cause));
  const deadline = headlineHours();
  return [
    ...["copies.total", "families.count", "cascades.count"].flatMap(id => at(id)),
    ...at("gone.median_hours"),
    ...study.deadlines_hours.flatMap(hours => at("gone.share_within", hours)),
    ...at("gone.share_within_given_captured", deadline),
    ...at("removal.share_within", deadline, "all"),
    ...at("removal.share_within_given_captured", deadline, "all"),
    ...at("removal.view_weighted_share_within", deadline),
    ...at("visible.share_at", deadline),
    ...at("restoration.share_within", deadline),
    ...at("referral.answered_share_within", deadline),
    ...at("family.copies_mean_within", deadline),
    ...at("family.reupload_share_within", deadline),
    ...at("family.last_copy_gone_share_within", deadline),
  ];
}

function summarySection() {
  const rows = headlines();
  const ingest = run.ingest;
  return [
    el("p", {class: "lead"}, trackedSentence()),
    ingest && el("p", {}, t("summary.read", {
      records: whole(ingest.records_read),
      files: whole(run.inputs.length),
      items: whole(ingest.items),
      rejected: whole(total(ingest.rejects)),
      share: percent(ingest.records_read === 0 ? 0 : total(ingest.rejects) / ingest.records_read),
    })),
    rows.length === 0
      ? el("p", {}, t("summary.nothing"))
      : el("ol", {class: "findings"}, rows.map(row => el("li", {"data-row": row.row_id},
        el("span", {class: "says says-" + verdict(row)}, t("verdict." + verdict(row))),
        el("p", {}, sentence(row), " ", el("span", {class: "links"}, metricLink(row), " ", citeLink(row)))))),
    el("p", {class: "note"}, t("summary.legend")),
  ];
}

function total(counts) {
  return Object.values(counts || {}).reduce((sum, n) => sum + n, 0);
}

/** When what was measured was posted; the end is not included. */
function windowText(from, until) {
  if (from && until) {
    return t("summary.window", {from: date(from), until: date(until)});
  }
  if (from) {
    return t("summary.window.from", {from: date(from)});
  }
  return until ? t("summary.window.until", {until: date(until)}) : t("summary.no_window");
}

/** What was measured: everything, or what a model or list picked out. */
function trackedSentence() {
  const track = study.track || {};
  const window = windowText(study.window?.from, study.window?.until);
  if (track.all) {
    return t("summary.tracked.all", {window});
  }
  const ways = Object.entries(track.labels || {}).map(([label, score]) =>
    t("summary.tracked.label", {label: word("label", label), score: decimal(score)}));
  if (track.known > 0) {
    ways.push(t("summary.tracked.known"));
  }
  return t("summary.tracked.some", {window, ways: list(ways)});
}

