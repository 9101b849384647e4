// SPDX-License-Identifier: GPL-3.0-or-later
// What each metric means, and how to cite the whole.

function methodsSection() {
  return [
    el("p", {class: "lead"}, t("methods.lead")),
    state.language !== "en" && el("p", {class: "note"}, t("methods.english")),
    data.metrics.map(metric => el("article", {id: metric.id, class: "metric"},
      el("h3", {}, metricName(metric.id)),
      el("p", {class: "ids"}, el("code", {}, metric.id), " ", t("methods.version", {version: metric.version}), " · ",
        t("methods.unit." + (["h", "d"].includes(metric.unit) ? metric.unit : "1"))),
      el("dl", {lang: "en"}, ["definition", "estimator", "clock_rule", "caveats", "citation"].map(part => [
        el("dt", {lang: state.language}, t("methods." + part)),
        el("dd", {}, part === "citation" ? linked(metric[part]) : metric[part]),
      ])))),
  ];
}

/** The text with its DOIs as links. */
function linked(text) {
  return text.split(/(doi:10\.[^\s;,]+)/).map(part => part.startsWith("doi:")
    ? el("a", {href: "https://doi.org/" + encodeURI(part.slice(4)), rel: "noreferrer"}, part)
    : part);
}

function aboutSection() {
  const facts = [
    [t("about.study"), run.title + " (" + run.study + ")"],
    [t("cite.run_id"), el("code", {}, run.run_id)],
    [t("about.tool"), "Tilik " + run.tool_version],
    [t("about.schema"), el("code", {}, run.schema_version)],
    [t("about.model"), run.model_id ?? "–"],
    [t("about.clock"), word("clock", study.clock)],
    [t("about.level"), level(study.conf_level)],
    [t("about.seed"), el("code", {}, study.seed)],
    [t("about.k"), whole(study.k)],
  ];
  return [
    el("p", {}, t("about.cite")),
    el("blockquote", {id: "cite-report"}, t("about.sentence", {
      title: run.title, study: run.study, run: run.run_id, tool: run.tool_version,
    })),
    el("dl", {class: "facts"}, facts.map(([name, value]) => [el("dt", {}, name), el("dd", {}, value)])),
    el("p", {class: "note"}, t("about.licence")),
  ];
}

