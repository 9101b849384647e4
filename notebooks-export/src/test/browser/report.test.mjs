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
    test("nothing is said in the console and nothing is asked of a network, in any language", async () => {
      const report = await open(folder);
      for (const language of LANGUAGES) {
        await switchTo(report.page, language);
        await drawAll(report.page);
      }
      assert.deepEqual(report.said, []);
      assert.deepEqual(report.requests, []);
      await report.close();
    });

    test("axe finds nothing, in any language, with all tables open", async () => {
      const report = await open(folder);
      await report.page.evaluate(axe);
      for (const language of LANGUAGES) {
        await switchTo(report.page, language);
        await drawAll(report.page);
        const result = await report.page.evaluate(() => window.axe.run(document, {resultTypes: ["violations"]}));
        assert.deepEqual(result.violations.map(each => [each.id, each.nodes.slice(0, 3).map(node => node.html)]), []);
      }
      await report.close();
    });

    test("the switch changes every word, the language of the page and the way numbers are written", async () => {
      const report = await open(folder);
      const headings = {};
      for (const language of LANGUAGES) {
        await switchTo(report.page, language);
        assert.equal(await report.page.getAttribute("html", "lang"), language);
        headings[language] = await report.page.locator("main h2").allTextContents();
        assert.equal(await report.page.getAttribute("#language-" + language, "aria-pressed"), "true");
        assert.ok(await report.page.evaluate(id => document.activeElement.id === id, "language-" + language));
        const text = await report.page.innerText("main");
        assert.doesNotMatch(text, /undefined|NaN|\[object|Infinity/);
        assert.doesNotMatch(text.toLowerCase(), /effect of|caused/);
      }
      headings.en.forEach((heading, i) => {
        assert.notEqual(headings.fr[i], heading);
        assert.notEqual(headings.id[i], heading);
      });
      await report.close();
    });

    test("the browser's language is the first, and the address can ask for another", async () => {
      const french = await open(folder, {context: {locale: "fr-FR"}});
      assert.equal(await french.page.getAttribute("html", "lang"), "fr");
      await french.close();
      const asked = await open(folder, {search: "?lang=id"});
      assert.equal(await asked.page.getAttribute("html", "lang"), "id");
      await asked.close();
    });

    test("every figure has a table and a title, and every chart a description", async () => {
      const report = await open(folder);
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
      await report.close();
    });

    test("on a telephone nothing is wider than the screen", async () => {
      const report = await open(folder, {context: {viewport: {width: 390, height: 844}}});
      for (const language of LANGUAGES) {
        await switchTo(report.page, language);
        assert.equal(await report.page.evaluate(() => document.documentElement.scrollWidth), 390, language);
      }
      await report.close();
    });

    test("light and dark differ, by wish of the browser and of the reader, and paper is always light", async () => {
      const ground = page => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
      const light = await open(folder);
      const dark = await open(folder, {context: {colorScheme: "dark"}});
      const [bright, dim] = [await ground(light.page), await ground(dark.page)];
      assert.notEqual(bright, dim);
      await light.page.click("#theme");
      assert.equal(await ground(light.page), dim);
      await dark.page.click("#theme");
      assert.equal(await ground(dark.page), bright);
      await dark.page.click("#theme");
      await dark.page.emulateMedia({media: "print"});
      assert.equal(await ground(dark.page), "rgb(255, 255, 255)");
      await light.close();
      await dark.close();
    });

    test("it prints, with its tables", async () => {
      const report = await open(folder);
      const pdf = await report.page.pdf({format: "A4"});
      assert.equal(pdf.subarray(0, 5).toString(), "%PDF-");
      assert.ok(pdf.length > 20000);
      assert.deepEqual(report.said, []);
      await report.close();
    });

    test("a key reaches the controls in the order in which they stand", async () => {
      const report = await open(folder);
      const order = [];
      for (let i = 0; i < 8; i++) {
        await report.page.keyboard.press("Tab");
        order.push(await report.page.evaluate(() => document.activeElement.id || document.activeElement.className
          || document.activeElement.getAttribute("href")));
      }
      assert.deepEqual(order.slice(0, 7),
        ["skip", "language-en", "language-fr", "language-id", "theme", "print", "#summary"]);
      await report.page.evaluate(() => document.activeElement.blur());
      const wrong = await report.page.evaluate(() => [...document.querySelectorAll("a, button, select, summary, textarea")]
        .filter(control => control.tabIndex !== 0).length);
      assert.equal(wrong, 0);
      await report.close();
    });

    test("the page keeps its place and its focus when a choice draws it anew", async () => {
      const report = await open(folder);
      const select = report.page.locator("select").first();
      if (await select.count() > 0) {
        const id = await select.getAttribute("id");
        await select.scrollIntoViewIfNeeded();
        await select.selectOption({index: 1});
        assert.equal(await report.page.evaluate(() => document.activeElement.id), id);
        assert.equal(await report.page.evaluate(each => document.getElementById(each).selectedIndex, id), 1);
        assert.deepEqual(report.said, []);
      }
      await report.close();
    });

    test("what tries to run in the page is stopped by its policy", async () => {
      const report = await open(folder);
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
      await report.close();
    });
  });
}
