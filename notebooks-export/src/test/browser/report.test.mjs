// SPDX-License-Identifier: GPL-3.0-or-later
// What must hold for every report.

import assert from "node:assert/strict";
import {readFileSync} from "node:fs";
import {createRequire} from "node:module";
import {after, before, describe, test} from "node:test";
import {LANGUAGES, drawAll, open, reports, start, stop, switchTo} from "./pages.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

before(start);
after(stop);

test("there are reports to open", () => assert.notEqual(reports.size, 0));

for (const [name, folder] of reports) {
  describe(name, () => {
    let report;

    before(async () => {
      report = await open(folder);
    });
    after(() => report.close());

    test("a key reaches the controls in the order in which they stand", async () => {
      const order = [];
      for (let i = 0; i < 7; i++) {
        await report.page.keyboard.press("Tab");
        order.push(await report.page.evaluate(() => document.activeElement.id || document.activeElement.className
          || document.activeElement.getAttribute("href")));
      }
      assert.deepEqual(order, ["skip", "language-en", "language-fr", "language-id", "theme", "print", "#summary"]);
      const outOfOrder = await report.page.evaluate(() =>
        [...document.querySelectorAll("a, button, select, summary, textarea")].filter(each => each.tabIndex !== 0).length);
      assert.equal(outOfOrder, 0);
    });

    test("the switch changes the words, the language of the page and how numbers are written", async () => {
      const headings = {};
      for (const language of LANGUAGES) {
        await switchTo(report.page, language);
        assert.equal(await report.page.getAttribute("html", "lang"), language);
        headings[language] = await report.page.locator("main h2").allTextContents();
        assert.equal(await report.page.getAttribute("#language-" + language, "aria-pressed"), "true");
        assert.ok(await report.page.evaluate(id => document.activeElement.id === id, "language-" + language));
        const text = await report.page.evaluate(() => document.querySelector("main").textContent);
        assert.doesNotMatch(text, /undefined|NaN|\[object|Infinity/);
        assert.doesNotMatch(text, /effect of|caused/i);
      }
      headings.en.forEach((heading, i) => {
        assert.notEqual(headings.fr[i], heading);
        assert.notEqual(headings.id[i], heading);
      });
    });

    test("axe finds nothing, in any language, with all tables open and all charts drawn", async () => {
      await report.page.evaluate(axe);
      for (const language of LANGUAGES) {
        await switchTo(report.page, language);
        await drawAll(report.page);
        const found = await report.page.evaluate(async () => {
          const result = await window.axe.run(document, {resultTypes: ["violations"]});
          return result.violations.map(each => [each.id, each.nodes.slice(0, 3).map(node => node.html)]);
        });
        assert.deepEqual(found, [], language);
      }
    });

    test("every figure has a table and a title, and every chart a description", async () => {
      await switchTo(report.page, "en");
      await drawAll(report.page);
      const figures = await report.page.evaluate(() => [...document.querySelectorAll("figure")].map(figure => ({
        id: figure.id,
        title: figure.querySelector("figcaption h3").textContent,
        headers: figure.querySelectorAll("table thead th").length,
        caption: figure.querySelector("table caption").textContent,
        charts: [...figure.querySelectorAll(".chart")].map(chart => ({
          label: chart.getAttribute("aria-label"),
          role: chart.getAttribute("role"),
          drawn: chart.querySelectorAll("svg path, svg text").length,
        })),
      })));
      assert.notEqual(figures.length, 0);
      assert.equal(new Set(figures.map(figure => figure.id)).size, figures.length);
      for (const figure of figures) {
        assert.ok(figure.headers > 1, figure.id);
        assert.equal(figure.caption, figure.title);
        for (const chart of figure.charts) {
          assert.ok(chart.label.startsWith(figure.title), figure.id);
          assert.equal(chart.role, "img");
          assert.ok(chart.drawn > 1, figure.id);
        }
      }
    });

    test("the page keeps its place and its focus when a choice draws a section anew", async () => {
      const select = report.page.locator("select").first();
      if (await select.count() > 0) {
        const id = await select.getAttribute("id");
        await select.selectOption({index: 1});
        assert.equal(await report.page.evaluate(() => document.activeElement.id), id);
        assert.equal(await report.page.evaluate(each => document.getElementById(each).selectedIndex, id), 1);
      }
    });

    test("it prints", async () => {
      const pdf = await report.page.pdf({format: "A4"});
      assert.equal(pdf.subarray(0, 5).toString(), "%PDF-");
      assert.ok(pdf.length > 20000);
    });

    test("light and dark differ, and paper is always light", async () => {
      const ground = () => report.page.evaluate(() => getComputedStyle(document.body).backgroundColor);
      const bright = await ground();
      await report.page.emulateMedia({colorScheme: "dark"});
      const dim = await ground();
      assert.notEqual(bright, dim);
      await report.page.click("#theme");
      assert.equal(await ground(), bright);
      await report.page.click("#theme");
      assert.equal(await ground(), dim);
      await report.page.emulateMedia({colorScheme: "dark", media: "print"});
      assert.equal(await ground(), "rgb(255, 255, 255)");
      await report.page.emulateMedia({colorScheme: "light", media: "screen"});
    });

    test("through all of this nothing was said in the console and nothing asked of a network", () => {
      assert.deepEqual(report.said, []);
      assert.deepEqual(report.requests, []);
    });

    test("on a telephone, in the language that it speaks, nothing is wider than the screen", async () => {
      const telephone = await open(folder, {context: {viewport: {width: 390, height: 844}, locale: "fr-FR"}});
      assert.equal(await telephone.page.getAttribute("html", "lang"), "fr");
      for (const language of ["fr", "id", "en"]) {
        await switchTo(telephone.page, language);
        assert.equal(await telephone.page.evaluate(() => document.documentElement.scrollWidth), 390, language);
      }
      assert.deepEqual(telephone.said, []);
      await telephone.close();
    });

    test("what tries to run in the page is stopped by its policy", async () => {
      const stopped = await report.page.evaluate(async () => {
        const directives = [];
        document.addEventListener("securitypolicyviolation", event => directives.push(event.effectiveDirective));
        const script = document.createElement("script");
        script.textContent = "window.owned = 9";
        document.body.append(script);
        const image = document.createElement("img");
        image.src = "https://evil.example/pixel.png";
        document.body.append(image);
        await new Promise(resolve => image.addEventListener("error", resolve));
        return {directives, owned: window.owned};
      });
      assert.equal(stopped.owned, undefined);
      assert.deepEqual(stopped.directives.sort(), ["img-src", "script-src-elem"]);
    });
  });
}
