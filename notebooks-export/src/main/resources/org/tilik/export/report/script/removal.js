// SPDX-License-Identifier: GPL-3.0-or-later
// How fast items disappeared.

function removalSection() {
  return [
    el("p", {class: "lead"}, t("removal.lead")),
    curveFigure(),
    deadlineFigure(),
    timesFigure(),
    strataFigure(),
    causeFigure(),
    causeCurveFigure(),
  ];
}

/** A choice of the stratum among those of the rows; all of them together come first. */
function stratumChooser(name, rows, wished) {
  const options = distinct(rows.map(row => row.stratum_by + "\n" + row.stratum)).map(value => {
    const [by, stratum] = value.split("\n");
    return {value, label: stratumName(by, stratum)};
  });
  const chosen = choice(name, options, wished, "all\nall");
  const [by, stratum] = (chosen ?? "").split("\n");
  return {
    rows: rows.filter(row => row.stratum_by === by && row.stratum === stratum),
    name: options.length > 0 ? stratumName(by, stratum) : "",
    control: options.length > 1 && chooser(name, t("choose.stratum"), options, chosen),
  };
}

/** A figure of one unit for one stratum, which the reader chooses. */
function stratumFigure(figure, rows) {
  if (rows.length === 0) {
    return null;
  }
  const chosen = stratumChooser("stratum-" + figure.id, rows);
  return rowsFigure({
    ...figure,
    controls: [...(figure.controls || []), chosen.control].filter(Boolean),
    title: figure.title + t("list.colon") + chosen.name,
  }, ordered(chosen.rows, figure.isByDeadline), measureLabel);
}

function deadlineFigure() {
  const rows = [
    ...measures("gone.share_within"),
    ...["removal.share_within", "removal.share_within_given_captured"]
      .flatMap(id => measures(id).filter(row => row.cause === "all")),
  ];
  return stratumFigure({
    id: "deadlines",
    title: t("deadlines.title"),
    lead: t("deadlines.lead", {clock: word("clock", study.clock)}),
    notes: [t("deadlines.note")],
    isByDeadline: true,
  }, rows);
}

function timesFigure() {
  const rows = [...measures("gone.median_hours"), ...measures("gone.quantile_hours"), ...measures("gone.rmst_hours")];
  return stratumFigure({
    id: "times",
    title: t("times.title"),
    lead: t("times.lead", {clock: word("clock", study.clock)}),
    notes: [t("times.note")],
  }, rows);
}

/** Strata side by side for one measure. */
function strataFigure() {
  const rows = measures("").filter(row => row.stratum_by !== "all" && !row.metric_id.startsWith("referral."));
  if (rows.length === 0) {
    return null;
  }
  const kinds = [...byGroup(ordered(rows), measureKey).entries()]
    .map(([value, group]) => ({value, label: measureLabel({...group[0], conditional_on_hours: null})}))
    .sort((a, b) => a.label.localeCompare(b.label, locale()));
  const kind = choice("strata-measure", kinds,
    ...["gone.share_within", "gone.share_within_given_captured"].map(id => id + "||||" + headlineHours() + "|||"));
  const ofKind = rows.filter(row => measureKey(row) === kind);
  const ways = distinct(ofKind.map(row => row.stratum_by)).map(value => ({value, label: stratumBy(value)}));
  const way = choice("strata-by", ways, ways.map(each => each.value).find(value => value.includes(",")), "platform");
  const shown = ofKind.filter(row => row.stratum_by === way)
    .sort((a, b) => (b.n_items ?? -1) - (a.n_items ?? -1) || a.stratum.localeCompare(b.stratum));
  return rowsFigure({
    id: "strata",
    title: t("strata.title", {
      measure: kinds.find(each => each.value === kind).label, by: stratumBy(way).toLocaleLowerCase(locale()),
    }),
    lead: t("strata.lead"),
    controls: [
      chooser("strata-measure", t("choose.measure"), kinds, kind),
      ways.length > 1 && chooser("strata-by", t("choose.by"), ways, way),
    ].filter(Boolean),
    notes: [t("strata.note")],
    leftOut: leftOut("removal_measures") + leftOut("spread_measures"),
    most: 16,
  }, shown, row => stratumName(row.stratum_by, row.stratum), [
    textColumn(t("column.stratum"), row => stratumName(row.stratum_by, row.stratum)),
  ]);
}

function causeFigure() {
  return stratumFigure({
    id: "causes",
    title: t("causes.title"),
    lead: t("causes.lead", {clock: word("clock", study.clock)}),
    notes: [t("causes.note")],
  }, measures("removal.share_within").filter(row => row.cause !== "all"));
}

/** The curve of survival; from brackets only between bounds. */
function curveFigure() {
  const all = rowsOf("removal_curves").filter(row => row.cause === null);
  if (all.length === 0) {
    return el("p", {class: "note"}, t("curve.none"));
  }
  const chosen = stratumChooser("curve", all);
  const rows = [...chosen.rows].sort((a, b) => a.t_hours - b.t_hours);
  const known = rows.filter(row => isNumber(row.survival));
  const isBounds = rows[0].method === "turnbull";
  const given = rows.find(row => isNumber(row.conditional_on_hours))?.conditional_on_hours ?? null;
  const lows = isBounds ? curveBounds(rows[0], given, known) : [];
  return figureFrame({
    id: "curve",
    title: t("curve.title") + t("list.colon") + chosen.name,
    lead: t(isBounds ? "curve.lead.bounds" : "curve.lead.exact", {clock: word("clock", rows[0].clock)}),
    controls: [chosen.control].filter(Boolean),
    option: known.length === 0 ? null : curveOption(known, lows, isBounds, given ?? 0),
    height: 340,
    legend: known.length === 0 ? null : curveLegend(isBounds, known, lows),
    notes: [
      known.length === 0 && t("reason.suppressed", {k: whole(study.k)}),
      isBounds && lows.length > 0 && t("curve.note.bounds", {deadlines: list(lows.map(row => span(row.deadline_hours)))}),
      given !== null && t("curve.note.given", {hours: brief(given)}),
      t("curve.note.end", {k: whole(study.k)}),
    ],
    columns: curveColumns(isBounds, lows),
    rows,
    raw: all,
    leftOut: leftOut("removal_curves"),
  });
}

/** Shares within deadlines that say how low the curve can be, of the same stratum and under the same condition. */
function curveBounds(first, given, known) {
  const last = Math.max(...known.map(row => row.t_hours));
  return ordered(measures(given === null ? "gone.share_within" : "gone.share_within_given_captured")
    .filter(row => row.metric_id === (given === null ? "gone.share_within" : "gone.share_within_given_captured")
      && row.stratum_by === first.stratum_by && row.stratum === first.stratum && row.clock === first.clock
      && row.conditional_on_hours === given
      && isNumber(row.bound_high) && row.deadline_hours <= last));
}

function curveLegend(isBounds, known, lows) {
  const item = (mark, key) => el("li", {}, el("span", {class: "mark mark-" + mark, "aria-hidden": "true"}), t(key));
  if (!isBounds) {
    return [item("line", "legend.curve"), known.some(row => isNumber(row.ci_low)) && item("band", "legend.band")]
      .filter(Boolean);
  }
  return [
    item("line", "legend.upper"),
    ...(lows.length > 0 ? [item("between", "legend.between"), item("whisker", "legend.whisker")] : []),
  ];
}

function curveOption(known, lows, isBounds, start) {
  const grid = distinct([start, ...known.map(row => row.t_hours), ...lows.map(row => row.deadline_hours)])
    .sort((a, b) => a - b);
  const place = value => grid.indexOf(value);
  const points = [[place(start), 1], ...known.map(row => [place(row.t_hours), row.survival])];
  const series = [];
  if (isBounds && lows.length > 0) {
    const end = place(lows[lows.length - 1].deadline_hours);
    const until = points.filter(([x]) => x <= end);
    if (until[until.length - 1][0] < end) {
      until.push([end, until[until.length - 1][1]]);
    }
    const low = [[place(start), 1], ...lows.map(row => [place(row.deadline_hours), 1 - row.bound_high])];
    series.push(area(between(until, low)));
    series.push(stepLine(t("legend.lower"), low, "start", {width: 1.5, type: [4, 3]}));
    series.push(whiskers(lows, row => place(row.deadline_hours)));
  } else if (!isBounds) {
    const bands = known.filter(row => isNumber(row.ci_low) && isNumber(row.ci_high));
    if (bands.length > 0) {
      series.push(area(betweenSteps(
        bands.map(row => [place(row.t_hours), row.ci_high]),
        bands.map(row => [place(row.t_hours), row.ci_low]))));
    }
  }
  series.push(stepLine(t("legend.curve"), points, "end", {width: 2}, "circle"));
  return gridOption(grid, series, items => curveTip(known, lows, grid[items[0].value[0]], isBounds));
}

/** Intervals of the share still visible at the deadlines: from the low end for the one bound to the high end for the other. */
function whiskers(lows, placeOf) {
  const withInterval = lows.filter(row => isNumber(row.ci_low) && isNumber(row.ci_high));
  return {
    type: "custom",
    silent: true,
    z: 4,
    data: withInterval.map((row, i) => [placeOf(row), i]),
    renderItem: (params, api) => {
      const row = withInterval[params.dataIndex];
      const [x, top] = api.coord([placeOf(row), 1 - row.ci_low]);
      const bottom = api.coord([placeOf(row), 1 - row.ci_high])[1];
      return {
        type: "group",
        children: [
          line(x, top, x, bottom, {stroke: INK}),
          line(x - 5, top, x + 5, top, {stroke: INK}),
          line(x - 5, bottom, x + 5, bottom, {stroke: INK}),
        ],
      };
    },
  };
}

function curveTip(known, lows, at, isBounds) {
  const lines = [t("curve.tip.at", {hours: span(at)})];
  const row = known.findLast(each => each.t_hours <= at);
  if (row) {
    lines.push(t(isBounds ? "curve.tip.upper" : "curve.tip.visible", {share: percent(row.survival)}));
    if (!isBounds && isNumber(row.ci_low) && isNumber(row.ci_high)) {
      lines.push(t("curve.tip.interval", {low: percent(row.ci_low), high: percent(row.ci_high)}));
    }
  }
  const low = lows.find(each => each.deadline_hours === at);
  if (low) {
    lines.push(t("curve.tip.lower", {share: percent(1 - low.bound_high)}));
  }
  return lines.join("\n");
}

function curveColumns(isBounds, lows) {
  const share = (id, name) => ({...shareColumn(id, name)});
  return [
    textColumn(t("column.hours"), row => isNumber(row.t_hours) ? span(row.t_hours) : "–"),
    share("survival", t(isBounds ? "column.survival.upper" : "column.survival")),
    ...(isBounds && lows.length > 0 ? [{
      id: "survival_lower",
      name: t("column.survival.lower"),
      value: row => lowerAt(lows, row.t_hours),
      cell: row => isNumber(lowerAt(lows, row.t_hours)) ? percent(lowerAt(lows, row.t_hours)) : "–",
    }] : []),
    ...(isBounds ? [] : [share("ci_low", t("column.ci_low")), share("ci_high", t("column.ci_high"))]),
    countColumn("n_at_risk", t("column.at_risk")),
    ...(isBounds ? [] : [countColumn("n_events", t("column.gone"))]),
    countColumn("n_censored", t("column.censored")),
    {name: t("column.says"), cell: row => t("verdict." + (row.suppressed ? "suppressed" : isBounds ? "bounds" : "point"))},
  ];
}

function lowerAt(lows, at) {
  const low = lows.find(row => row.deadline_hours === at);
  return low ? 1 - low.bound_high : null;
}

/** Cumulative incidence by cause, where all times are exact. */
function causeCurveFigure() {
  const all = rowsOf("removal_curves").filter(row => row.cause !== null && !row.suppressed);
  if (all.length === 0) {
    return null;
  }
  const chosen = stratumChooser("cause-curve", all);
  const rows = [...chosen.rows].sort((a, b) => a.t_hours - b.t_hours || a.cause.localeCompare(b.cause));
  const grid = [0, ...distinct(rows.map(row => row.t_hours))];
  const causes = distinct(rows.map(row => row.cause)).sort();
  const dashes = ["solid", [7, 4], [2, 3], [9, 3, 2, 3], [4, 2], [12, 4]];
  const symbols = ["circle", "rect", "triangle", "diamond", "emptyCircle", "emptyRect"];
  const series = causes.map((cause, i) => ({
    ...stepLine(word("cause", cause), [[0, 0], ...rows.filter(row => row.cause === cause)
      .map(row => [grid.indexOf(row.t_hours), row.cumulative_incidence])], "end",
    {type: dashes[i % dashes.length], color: i % 2 === 0 ? ACCENT : QUIET}, symbols[i % symbols.length]),
    endLabel: {show: true, formatter: word("cause", cause), color: INK, distance: 6},
  }));
  const most = Math.max(0.04, ...rows.map(row => row.cumulative_incidence ?? 0));
  const option = gridOption(grid, series, items => [t("curve.tip.at", {hours: span(grid[items[0].value[0]])}),
    ...items.map(item => item.seriesName + t("list.colon") + percent(item.value[1]))].join("\n"));
  return figureFrame({
    id: "cause-curve",
    title: t("cause_curve.title") + t("list.colon") + chosen.name,
    lead: t("cause_curve.lead", {clock: word("clock", rows[0].clock)}),
    controls: [chosen.control].filter(Boolean),
    option: width => {
      const made = option(width);
      return {
        ...made,
        grid: {...made.grid, right: width > 560 ? 150 : 96},
        yAxis: {...made.yAxis, max: Math.min(1, Math.ceil(most * 20) / 20), interval: undefined, splitNumber: 4},
      };
    },
    height: 320,
    columns: [
      textColumn(t("column.cause"), row => word("cause", row.cause)),
      textColumn(t("column.hours"), row => span(row.t_hours)),
      shareColumn("cumulative_incidence", t("column.incidence")),
      shareColumn("ci_low", t("column.ci_low")),
      shareColumn("ci_high", t("column.ci_high")),
      countColumn("n_at_risk", t("column.at_risk")),
    ],
    rows,
    raw: all,
    leftOut: leftOut("removal_curves"),
  });
}

/** Answers to referrals, what came back, views, accounts and countries: as far as the run has rows. */
function moreRemovalSection() {
  const figures = [
    stratumFigure({id: "referrals", title: t("referrals.title"), lead: t("referrals.lead"), notes: [t("referrals.note")]},
      measures("referral.")),
    stratumFigure({id: "visible", title: t("visible.title"), lead: t("visible.lead"), notes: [t("visible.note")]},
      [...measures("visible."), ...measures("restoration.")]),
    stratumFigure({id: "views", title: t("views.title"), lead: t("views.lead"), notes: [t("views.note")]},
      [...measures("removal.view_weighted"), ...measures("exposure.violative")]),
    stratumFigure({id: "half-life", title: t("half_life.title"), lead: t("half_life.lead")}, measures("exposure.half_life")),
    stratumFigure({id: "accounts", title: t("accounts.title"), lead: t("accounts.lead")}, measures("account.")),
    stratumFigure({id: "withheld", title: t("withheld.title"), lead: t("withheld.lead")}, measures("withheld.")),
  ].filter(Boolean);
  return figures.length === 0 ? null : figures;
}

