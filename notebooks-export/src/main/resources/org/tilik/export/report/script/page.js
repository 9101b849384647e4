// SPDX-License-Identifier: GPL-3.0-or-later
// What every other script builds on: the data, the choices of the reader, and elements made without markup.

const data = JSON.parse(document.getElementById("data").textContent);
const run = data.run;
const study = run.study_options;

/** What the reader has chosen; a change draws the page anew. */
const state = {language: "en", choices: {}, open: new Set()};

/**
 * An element. Attributes that are null or false are left out, functions listen, children are elements or plain text:
 * no string is ever read as markup.
 */
function el(tag, attributes, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) {
    if (value === null || value === undefined || value === false) {
      continue;
    }
    if (typeof value === "function") {
      node.addEventListener(name, value);
    } else {
      node.setAttribute(name, value === true ? "" : String(value));
    }
  }
  node.append(...children.flat(3).filter(child => child !== null && child !== undefined && child !== false));
  return node;
}

/** A drop-down whose choice is kept by name and draws the page anew. */
function chooser(name, label, options, chosen) {
  const id = "choose-" + name;
  const select = el("select", {
    id,
    change: event => {
      state.choices[name] = event.target.value;
      refresh("#" + id);
    },
  }, options.map(option => el("option", {value: option.value, selected: option.value === chosen}, option.label)));
  return el("div", {class: "choice"}, el("label", {for: id}, label), select);
}

/** The chosen value where it is among the options, else the first of those wished for that is, else the first option. */
function choice(name, options, ...wished) {
  const values = options.map(option => option.value);
  return [state.choices[name], ...wished].find(value => values.includes(value)) ?? values[0];
}

function distinct(values) {
  return [...new Set(values)];
}

function byGroup(rows, keyOf) {
  const groups = new Map();
  for (const row of rows) {
    const key = keyOf(row);
    if (!groups.has(key)) {
      groups.set(key, []);
    }
    groups.get(key).push(row);
  }
  return groups;
}

