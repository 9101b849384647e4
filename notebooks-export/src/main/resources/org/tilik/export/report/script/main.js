// SPDX-License-Identifier: GPL-3.0-or-later
// The page: its head, its sections, the switch of languages, light and dark.

const SECTIONS = [
  ["summary", summarySection],
  ["answers", answersSection],
  ["removal", removalSection],
  ["more-removal", moreRemovalSection],
  ["spread", spreadSection],
  ["contents", contentsSection],
  ["jumps", jumpsSection],
  ["coordination", coordinationSection],
  ["policy", policySection],
  ["ledgers", ledgersSection],
  ["classifier", classifierSection],
  ["quality", qualitySection],
  ["limits", limitsSection],
  ["methods", methodsSection],
  ["about", aboutSection],
];

/** Number of figures before each section. */
const figuresBefore = {};

function render() {
  const page = document.getElementById("page");
  forgetCharts(page);
  figureCount = 0;
  document.documentElement.lang = state.language;
  document.title = t("page.title", {title: run.title});
  const sections = SECTIONS.map(([id, make]) => {
    figuresBefore[id] = figureCount;
    return [id, make()];
  }).filter(([, content]) => content);
  page.replaceChildren(
    el("a", {class: "skip", href: "#main"}, t("page.skip")),
    pageHeader(),
    el("div", {class: "body"},
      contentsNav(sections.map(([id]) => id)),
      el("main", {id: "main", tabindex: "-1"}, sections.map(([id, content]) =>
        el("section", {id, "aria-labelledby": id + "-heading"}, sectionHeading(id), content)))),
    el("footer", {}, t("page.footer", {tool: run.tool_version, run: run.run_id})));
  watchCharts(page);
}

function sectionHeading(id) {
  return el("h2", {id: id + "-heading"}, t("section." + id));
}

/** Draws anew the section of a control, or the page where it belongs to none; the reader stays where they were. */
function refresh(focus) {
  const control = document.querySelector(focus);
  const before = control.getBoundingClientRect().top;
  const section = control.closest("section");
  if (section) {
    forgetCharts(section);
    figureCount = figuresBefore[section.id];
    section.replaceChildren(sectionHeading(section.id), ...[new Map(SECTIONS).get(section.id)()].flat(3).filter(Boolean));
    watchCharts(section);
  } else {
    render();
  }
  const again = document.querySelector(focus);
  again.focus({preventScroll: true});
  window.scrollBy({top: again.getBoundingClientRect().top - before, behavior: "instant"});
}

function pageHeader() {
  return el("header", {class: "top"},
    el("div", {class: "tools"},
      el("div", {class: "languages", role: "group", "aria-label": t("page.language")},
        Object.entries(LANGUAGE_NAMES).map(([code, name]) => el("button", {
          type: "button",
          id: "language-" + code,
          lang: code,
          "aria-pressed": String(code === state.language),
          click: () => {
            state.language = code;
            refresh("#language-" + code);
          },
        }, name))),
      el("button", {type: "button", id: "theme", click: switchTheme}, t("page.theme")),
      el("button", {type: "button", id: "print", click: () => window.print()}, t("page.print"))),
    el("p", {class: "kicker"}, t("page.kicker")),
    el("h1", {}, el("bdi", {}, run.title)),
    el("p", {class: "meta"}, t("page.meta", {study: run.study, run: run.run_id, tool: run.tool_version})),
    run.status !== "done" && el("p", {class: "warning", role: "note"}, t("page.unfinished", {status: run.status ?? "–"})));
}

function contentsNav(ids) {
  return el("nav", {"aria-label": t("page.contents")},
    el("h2", {}, t("page.contents")),
    el("ol", {}, ids.map(id => el("li", {}, el("a", {href: "#" + id}, t("section." + id))))));
}

/** Light where it is dark, dark where it is light. */
function switchTheme() {
  const root = document.documentElement;
  const isDark = root.dataset.theme ? root.dataset.theme === "dark"
    : window.matchMedia("(prefers-color-scheme: dark)").matches;
  root.dataset.theme = isDark ? "light" : "dark";
}

/** The language that the address or the browser asks for. */
function firstLanguage() {
  const wished = [new URLSearchParams(location.search).get("lang"), ...(navigator.languages || [])]
    .filter(Boolean).map(code => code.slice(0, 2).toLowerCase());
  return wished.find(code => Object.hasOwn(LANGUAGE_NAMES, code)) ?? "en";
}

/** On paper nothing can be opened: tables of a page or less stand open, and all charts are drawn. */
function beforePrint() {
  drawAllCharts();
  document.querySelectorAll("details.numbers:not([open])").forEach(details => {
    details.setAttribute("data-was-closed", "");
    details.open = true;
  });
}

function afterPrint() {
  document.querySelectorAll("details[data-was-closed]").forEach(details => {
    details.removeAttribute("data-was-closed");
    details.open = false;
  });
}

state.language = firstLanguage();
render();
let wasNarrow = isNarrow();
window.addEventListener("resize", () => {
  if (wasNarrow === isNarrow()) {
    resizeCharts();
  } else {
    wasNarrow = isNarrow();
    render();
  }
});
window.addEventListener("beforeprint", beforePrint);
window.addEventListener("afterprint", afterPrint);
window.addEventListener("hashchange", openAddressed);
if (location.hash.startsWith("#row-")) {
  openAddressed();
} else if (location.hash) {
  const addressed = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (addressed) {
    addressed.scrollIntoView();
  }
}

