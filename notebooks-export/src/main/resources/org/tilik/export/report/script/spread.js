// SPDX-License-Identifier: GPL-3.0-or-later
// How far and how fast material travelled: copies over time, contents, trees of shares, platforms, sharing together.

function spreadSection() {
  const figures = [timelineFigure(), ...spreadMeasureFigures()].filter(Boolean);
  return figures.length === 0 ? null : [el("p", {class: "lead"}, t("spread.lead")), ...figures];
}

function timelineFigure() {
  const rows = rowsOf("spread_timeline");
  if (rows.length === 0) {
    return null;
  }
  const keyOf = row => [row.stratum_by ?? "family", row.stratum ?? row.family_id, row.bucket].join("\n");
  const options = [...byGroup(rows, keyOf).keys()].map(value => {
    const [by, stratum, bucket] = value.split("\n");
    const name = by === "family" ? t("timeline.family", {id: stratum.slice(0, 8)}) : stratumName(by, stratum);
    return {value, label: name + t("list.comma") + t("bucket." + bucket)};
  });
  const chosen = choice("timeline", options, "all\nall\nday", "all\nall\nhour");
  const ofChosen = rows.filter(row => keyOf(row) === chosen).sort((a, b) => a.at_utc.localeCompare(b.at_utc));
  const step = ofChosen[0].bucket === "day" ? 86400000 : 3600000;
  const last = ofChosen[ofChosen.length - 1];
  const events = timelineEvents(Date.parse(ofChosen[0].at_utc), Date.parse(last.at_utc) + last.n_buckets * step);
  return figureFrame({
    id: "timeline",
    title: t("timeline.title") + t("list.colon") + options.find(each => each.value === chosen).label,
    lead: t("timeline.lead"),
    controls: options.length > 1 ? [chooser("timeline", t("choose.timeline"), options, chosen)] : [],
    option: timelineOption(ofChosen, events),
    height: 390,
    legend: ["bar:timeline.new", "dashed:timeline.cumulative", "band:timeline.visible"].map(each => {
      const [mark, key] = each.split(":");
      return el("li", {}, el("span", {class: "mark mark-" + mark, "aria-hidden": "true"}), t(key));
    }),
    notes: [t("timeline.note"), events.length > 0 && t("timeline.events", {
      events: list(events.map(event => date(event.on) + " " + event.name)),
    })],
    columns: [
      textColumn(t("column.from"), row => moment(row.at_utc)),
      countColumn("n_buckets", t("bucket.n." + ofChosen[0].bucket)),
      countColumn("new_copies", t("column.new")),
      countColumn("cumulative_copies", t("column.cumulative")),
      countColumn("visible_copies_low", t("column.visible_low")),
      countColumn("visible_copies_high", t("column.visible_high")),
      countColumn("removed_copies_low", t("column.removed_low")),
      countColumn("removed_copies_high", t("column.removed_high")),
      countColumn("views_lower", t("column.views_low")),
      countColumn("views_upper", t("column.views_high")),
    ],
    rows: ofChosen,
    raw: rows,
    leftOut: leftOut("spread_timeline"),
  });
}

/** The measures of the table spread_measures: totals, shares, times, and other numbers in a figure each. */
function spreadMeasureFigures() {
  const kinds = byGroup(measures("", "spread_measures"), row =>
    COUNTS.test(row.metric_id) ? "count" : row.unit === "h" ? "h" : isShare(row) ? "share" : "number");
  return ["count", "share", "h", "number"].filter(kind => kinds.has(kind)).map(kind => stratumFigure({
    id: "spread-" + kind,
    title: t("spread." + kind),
    lead: t("spread.measures.lead"),
  }, kinds.get(kind)));
}

function contentsSection() {
  const shares = measures("family.", "removal_measures").filter(isShare);
  const means = measures("family.", "removal_measures").filter(row => row.unit === "1" && !isShare(row));
  const figures = [
    stratumFigure({id: "copies", title: t("copies.title"), lead: t("copies.lead")}, means),
    stratumFigure({id: "contents", title: t("contents.title"), lead: t("contents.lead"), notes: [t("contents.note")]}, shares),
    stratumFigure({id: "visible-hours", title: t("visible_hours.title"), lead: t("visible_hours.lead")},
      measures("family.", "removal_measures").filter(row => row.unit === "h")),
    familyFigure(),
    cascadeFigure(),
  ].filter(Boolean);
  return figures.length === 0 ? null : [el("p", {class: "lead"}, t("contents.intro")), ...figures];
}

function familyFigure() {
  const rows = rowsOf("families");
  if (rows.length === 0) {
    return null;
  }
  const classes = sizeClasses(rows, row => row.n_families);
  return countsFigure({
    id: "families",
    title: t("families.title"),
    lead: t("families.lead", {k: whole(study.k)}),
    notes: [t("families.note")],
    leftOut: leftOut("families"),
  }, classes, [
    textColumn(t("column.size_class"), row => row.size_class.replace("-", "–")),
    textColumn(t("column.family"), row => row.family_id ? el("code", {}, row.family_id.slice(0, 12)) : t("families.several")),
    countColumn("n_families", t("column.families")),
    countColumn("n_copies", t("column.copies")),
    countColumn("n_variants", t("column.variants")),
    countColumn("n_platforms", t("column.platforms")),
    hoursColumn("hours_to_10", t("column.hours_to", {n: whole(10)})),
    hoursColumn("hours_to_100", t("column.hours_to", {n: whole(100)})),
    hoursColumn("doubling_hours", t("column.doubling")),
    shareColumn("alive_share_low", t("column.alive_low")),
    shareColumn("alive_share_high", t("column.alive_high")),
    {name: t("column.says"), cell: row => row.suppressed ? t("verdict.suppressed") : ""},
  ], rows);
}

function cascadeFigure() {
  const all = rowsOf("cascades");
  if (all.length === 0) {
    return null;
  }
  const ways = distinct(all.map(row => row.parent_source)).map(value => ({value, label: word("parent_source", value)}));
  const way = choice("cascades", ways, "explicit");
  const rows = all.filter(row => row.parent_source === way);
  return countsFigure({
    id: "cascades",
    title: t("cascades.title") + t("list.colon") + word("parent_source", way),
    lead: t("cascades.lead", {k: whole(study.k)}),
    controls: ways.length > 1 ? [chooser("cascades", t("choose.cascades"), ways, way)] : [],
    notes: [t("cascades.note"), way === "root_only" && t("cascades.root_only"), way === "time_inferred" && t("cascades.inferred")],
    leftOut: leftOut("cascades"),
  }, sizeClasses(rows, row => row.n_cascades), [
    textColumn(t("column.size_class"), row => row.size_class.replace("-", "–")),
    textColumn(t("column.cascade"), row => row.cascade_id ? el("code", {}, row.cascade_id.slice(0, 12)) : t("cascades.several")),
    textColumn(t("column.platform"), row => row.platform ? word("platform", row.platform) : "–"),
    countColumn("n_cascades", t("column.cascades")),
    countColumn("size", t("column.size")),
    countColumn("depth", t("column.depth")),
    countColumn("max_breadth", t("column.breadth")),
    {id: "structural_virality", name: t("column.virality"), value: row => row.structural_virality,
      cell: row => isNumber(row.structural_virality) ? decimal(row.structural_virality) : "–"},
    hoursColumn("hours_to_10", t("column.hours_to", {n: whole(10)})),
    hoursColumn("duration_hours", t("column.duration")),
    countColumn("n_removed", t("column.n_gone")),
    {name: t("column.says"), cell: row => row.suppressed ? t("verdict.suppressed") : ""},
  ], rows);
}

/** How many there are of each class of sizes, in the order of the sizes; at least so many where some are held back. */
function sizeClasses(rows, count) {
  return [...byGroup(rows, row => row.size_class).entries()]
    .sort(([a], [b]) => parseInt(a, 10) - parseInt(b, 10))
    .map(([size, group]) => {
      const known = group.map(count).filter(isNumber);
      const label = t("class.items", {size: size.replace("-", "–")});
      return known.length === 0
        ? {label, value: null}
        : {label, value: known.reduce((sum, n) => sum + n, 0), isLeast: known.length < group.length};
    });
}

function jumpsSection() {
  const rows = rowsOf("platform_jumps");
  if (rows.length === 0) {
    return null;
  }
  const name = row => t("jumps.pair", {from: word("platform", row.platform_from), to: word("platform", row.platform_to)});
  const pairs = [...byGroup(rows, name).entries()].map(([label, group]) => ({label, value: group.length}))
    .sort((a, b) => b.value - a.value || a.label.localeCompare(b.label));
  return [
    el("p", {class: "lead"}, t("jumps.lead")),
    countsFigure({
      id: "jumps",
      title: t("jumps.title"),
      lead: t("jumps.figure.lead"),
      notes: [t("jumps.note")],
      leftOut: leftOut("platform_jumps"),
    }, pairs, [
      textColumn(t("column.pair"), name),
      textColumn(t("column.family"), row => el("code", {}, row.family_id.slice(0, 12))),
      countColumn("n_copies_from", t("column.copies_from")),
      countColumn("n_copies_to", t("column.copies_to")),
      hoursColumn("lag_lo_hours", t("column.lag_low")),
      hoursColumn("lag_hi_hours", t("column.lag_high")),
      hoursColumn("removal_lag_lo_hours", t("column.removal_lag_low")),
      hoursColumn("removal_lag_hi_hours", t("column.removal_lag_high")),
    ], rows),
    lagFigure("lags", "lags", "lag_lo_hours", "lag_hi_hours", name),
    lagFigure("removal-lags", "lags.removal", "removal_lag_lo_hours", "removal_lag_hi_hours", name),
  ];
}

/** By how much a content was later on a second platform, between the least and the most, for the contents copied most. */
function lagFigure(id, words, low, high, name) {
  const rows = rowsOf("platform_jumps").filter(row => isNumber(row[low]) || isNumber(row[high]));
  if (rows.length === 0) {
    return null;
  }
  const copies = row => row.n_copies_from + row.n_copies_to;
  const largest = [...rows].sort((a, b) => copies(b) - copies(a)).slice(0, 16);
  const shown = largest.sort((a, b) => (a[low] ?? a[high]) - (b[low] ?? b[high]) || a.family_id.localeCompare(b.family_id));
  const lag = row => ({
    label: name(row) + " · " + row.family_id.slice(0, 8), kind: "bounds", low: row[low], high: row[high],
    text: spanText({unit: "h", metric_id: "platform.jump", estimate: null, bound_low: row[low], bound_high: row[high]},
      row[low], row[high]),
  });
  return figureFrame({
    id,
    title: t(words + ".title"),
    lead: t(words + ".lead"),
    option: rowsOption(shown.map(lag), {neutral: 0, format: value => decimal(value)}),
    height: rowsHeight(shown.length),
    legend: [el("li", {}, el("span", {class: "mark mark-bounds", "aria-hidden": "true"}), t("lags.legend"))],
    notes: [t("jumps.note"),
      rows.length > shown.length && t("figure.more_in_table", {shown: whole(shown.length), n: whole(rows.length)})],
    leftOut: leftOut("platform_jumps"),
    columns: [
      textColumn(t("column.pair"), name),
      textColumn(t("column.family"), row => el("code", {}, row.family_id.slice(0, 12))),
      hoursColumn(low, t(id === "lags" ? "column.lag_low" : "column.removal_lag_low")),
      hoursColumn(high, t(id === "lags" ? "column.lag_high" : "column.removal_lag_high")),
      countColumn("n_copies_from", t("column.copies_from")),
      countColumn("n_copies_to", t("column.copies_to")),
    ],
    rows,
    raw: rows,
  });
}

function coordinationSection() {
  const rows = rowsOf("coordination");
  if (rows.length === 0) {
    return null;
  }
  const seconds = row => format("seconds", l => new Intl.NumberFormat(l, {
    style: "unit", unit: "second", unitDisplay: "long",
  })).format(row.window_seconds);
  const known = rows.filter(row => !row.suppressed && isNumber(row.n_pairs));
  return [
    el("p", {class: "lead"}, t("coordination.lead")),
    figureFrame({
      id: "coordination",
      title: t("coordination.title"),
      lead: t("coordination.figure.lead"),
      notes: [t("coordination.note"), rows.some(row => row.outcome === "sampled") && t("coordination.sampled")],
      option: known.length === 0 ? null : rowsOption(known.slice(0, 16).map(row => ({
        label: stratumName(row.stratum_by, row.stratum) + t("list.colon") + t("coordination.within", {seconds: seconds(row)}),
        kind: "count", value: row.n_pairs, text: whole(row.n_pairs),
      })), {whole: true, format: whole}),
      height: rowsHeight(Math.min(known.length, 16)),
      columns: [
        textColumn(t("column.stratum"), row => stratumName(row.stratum_by, row.stratum)),
        textColumn(t("column.window"), seconds),
        countColumn("n_accounts", t("column.accounts")),
        countColumn("n_objects", t("column.contents")),
        countColumn("n_pairs", t("column.pairs")),
        countColumn("n_linked_accounts", t("column.linked")),
        countColumn("n_edges_over_threshold", t("column.edges")),
        countColumn("n_components", t("column.components")),
        countColumn("largest_component", t("column.largest")),
        {name: t("column.says"), cell: row => row.suppressed ? t("verdict.suppressed") : word("outcome", row.outcome)},
      ],
      rows,
      raw: rows,
      leftOut: leftOut("coordination"),
    }),
  ];
}

