// SPDX-License-Identifier: GPL-3.0-or-later
// The numbers of a report are those of its tables: on the page, in its sentences and in what can be downloaded.

import assert from "node:assert/strict";
import {readFileSync} from "node:fs";
import {after, before, describe, test} from "node:test";
import {open, reports, start, stop} from "./pages.mjs";
import {parseCsv, rowsOf} from "./tables.mjs";

const MEASURES = ["removal_measures", "spread_measures", "prevalence"];
const TABLES = {
  "figure-curve": "removal_curves", "figure-cause-curve": "removal_curves", "figure-timeline": "spread_timeline",
  "figure-families": "families", "figure-cascades": "cascades", "figure-jumps": "platform_jumps",
  "figure-coordination": "coordination", "figure-rejects": "rejects",
};

before(start);
after(stop);

for (const [name, folder] of reports) {
  describe(name, () => {
    test("every number in a table of the page is that of the Parquet row which it names", async () => {
      const rows = new Map();
      for (const table of MEASURES) {
        (await rowsOf(folder, table)).forEach(row => rows.set(row.row_id, row));
      }
      const report = await open(folder);
      await report.page.evaluate(() => document.querySelectorAll("button.more").forEach(button => button.click()));
      const cells = await report.page.evaluate(() => [...document.querySelectorAll("tbody tr")].flatMap(line => {
        const button = line.querySelector(".cite-row");
        return button === null ? [] : [{
          id: line.querySelector("td:last-child code").textContent,
          cells: [...line.querySelectorAll("td[data-column]")].map(cell =>
            [cell.dataset.column, cell.dataset.value ?? null]),
        }];
      }));
      let compared = 0;
      for (const line of cells) {
        const row = rows.get(line.id);
        assert.ok(row, "row " + line.id + " is in no table");
        for (const [column, value] of line.cells.filter(([each]) => !["precision", "recall"].includes(each))) {
          assert.equal(value === null ? null : Number(value), row[column], line.id + " " + column);
          compared++;
        }
      }
      assert.ok(compared > 0 || rows.size === 0);
      await report.close();
    });

    test("the sentences of the summary state the numbers of their rows", async () => {
      const rows = new Map();
      for (const table of MEASURES) {
        (await rowsOf(folder, table)).forEach(row => rows.set(row.row_id, row));
      }
      const report = await open(folder);
      const sentences = await report.page.evaluate(() => [...document.querySelectorAll(".findings li")].map(item =>
        [item.dataset.row, item.querySelector("p").textContent]));
      for (const [id, sentence] of sentences) {
        const row = rows.get(id);
        const isShare = row.unit === "1" && row.metric_id.includes("share");
        for (const column of ["estimate", "ci_low", "ci_high"]) {
          if (row[column] !== null && isShare) {
            const text = new Intl.NumberFormat("en-GB", {
              style: "percent", minimumFractionDigits: 1, maximumFractionDigits: row[column] < 0.001 && row[column] > 0 ? 3 : 1,
            }).format(row[column]);
            assert.ok(sentence.includes(text), sentence + " should say " + text);
          }
        }
      }
      await report.close();
    });

    test("what can be downloaded is what the tables hold", async () => {
      const report = await open(folder);
      for (const figure of await report.page.locator("figure").all()) {
        const id = await figure.getAttribute("id");
        const waiting = report.page.waitForEvent("download");
        await figure.locator("button.csv").click();
        const download = await waiting;
        assert.match(download.suggestedFilename(), /^tilik-[\w.-]+\.csv$/);
        const downloaded = parseCsv(readFileSync(await download.path(), "utf8"));
        const table = TABLES[id];
        if (table) {
          const known = new Set((await rowsOf(folder, table)).map(row => lineOf(row, Object.keys(downloaded[0]))));
          for (const row of downloaded) {
            const line = Object.keys(row).map(column => column + "=" + row[column]).join("\n");
            assert.ok(known.has(line), id + " has a row that is not in " + table + ":\n" + line);
          }
        }
        assert.ok(downloaded.length > 0, id);
      }
      await report.close();
    });

    test("a formula in the data is no formula in a spreadsheet", async () => {
      const report = await open(folder);
      for (const figure of await report.page.locator("figure").all()) {
        const waiting = report.page.waitForEvent("download");
        await figure.locator("button.csv").click();
        const rows = parseCsv(readFileSync(await (await waiting).path(), "utf8"));
        for (const cell of rows.flatMap(row => Object.values(row))) {
          assert.ok(!/^[=+@\t\r]/.test(cell) && (!cell.startsWith("-") || !Number.isNaN(Number(cell))), cell);
        }
      }
      await report.close();
    });

    test("a chart can be saved as a picture with colours of its own", async () => {
      const report = await open(folder);
      const button = report.page.locator("button.svg").first();
      if (await button.count() > 0) {
        const waiting = report.page.waitForEvent("download");
        await button.click();
        const picture = readFileSync(await (await waiting).path(), "utf8");
        assert.match(picture, /^<svg[^>]+xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
        assert.doesNotMatch(picture, /var\(--/);
      }
      await report.close();
    });

    test("a number is cited with its row, its run and a sentence, by button, link and address", async () => {
      const report = await open(folder);
      const link = report.page.locator(".findings li .cite-link[href^='#row-']").first();
      const id = (await link.getAttribute("href")).slice("#row-".length);
      await link.focus();
      await report.page.keyboard.press("Enter");
      const panel = report.page.locator("#cite-panel");
      await panel.waitFor();
      const held = await report.page.evaluate(row => document.querySelector(`.findings [data-row="${row}"] .says`)
        .classList.contains("says-suppressed"), id);
      if (!held) {
        assert.match(await panel.locator("textarea").inputValue(), new RegExp(id));
      }
      assert.match(await panel.textContent(), new RegExp(id));
      await report.page.keyboard.press("Escape");
      await panel.waitFor({state: "detached"});
      assert.ok(await link.evaluate(node => document.activeElement === node));
      assert.deepEqual(report.said, []);
      await report.close();
      const addressed = await open(folder, {hash: "#row-" + id});
      assert.match(await addressed.page.locator("#cite-panel").textContent(), new RegExp(id));
      await addressed.close();
      const unknown = await open(folder, {hash: "#row-00ff"});
      assert.match(await unknown.page.locator("#cite-text").inputValue(), /no row 00ff/);
      await unknown.close();
    });
  });
}

/** A row of Parquet as the download writes it, column by column. */
function lineOf(row, columns) {
  return columns.map(column => {
    const value = row[column];
    const text = value === null || value === undefined ? "NA" : String(value);
    return column + "=" + (typeof value === "string" && /^[=+\-@\t\r]/.test(text) ? "'" + text : text);
  }).join("\n");
}
