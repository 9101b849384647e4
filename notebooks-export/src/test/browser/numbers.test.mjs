// SPDX-License-Identifier: GPL-3.0-or-later
// The numbers of a report are those of its tables: on the page, in its sentences and in what can be downloaded.

import assert from "node:assert/strict";
import {readFileSync} from "node:fs";
import {after, before, describe, test} from "node:test";
import {open, reports, start, stop} from "./pages.mjs";
import {parseCsv, rowsOf} from "./tables.mjs";

const MEASURES = ["removal_measures", "spread_measures", "prevalence", "compliance", "policy_changes", "counterfactuals",
  "over_removal", "counter_speech", "ledger_measures"];
const TABLES = {
  "figure-curve": "removal_curves", "figure-cause-curve": "removal_curves", "figure-timeline": "spread_timeline",
  "figure-families": "families", "figure-cascades": "cascades", "figure-jumps": "platform_jumps",
  "figure-lags": "platform_jumps", "figure-removal-lags": "platform_jumps",
  "figure-coordination": "coordination", "figure-rejects": "rejects",
  "figure-compliance": "compliance", "figure-changes": "policy_changes", "figure-scenarios": "counterfactuals",
  "figure-over-removal": "over_removal", "figure-counter-share": "counter_speech",
  "figure-ledger-strata": "ledger_measures", "figure-ledger-shares": "ledger_measures",
  "figure-ledger-within": "ledger_measures", "figure-ledger-delays": "ledger_measures",
};

before(start);
after(stop);

for (const [name, folder] of reports) {
  describe(name, () => {
    let report;
    const rows = new Map();

    before(async () => {
      report = await open(folder);
      for (const table of MEASURES) {
        (await rowsOf(folder, table)).forEach(row => rows.set(row.row_id, row));
      }
    });
    after(() => report.close());

    test("every number in a table of the page is that of the Parquet row which it names", async () => {
      await report.page.evaluate(() => document.querySelectorAll("button.more").forEach(button => button.click()));
      const lines = await report.page.evaluate(() => [...document.querySelectorAll("tbody tr")].flatMap(line => {
        const button = line.querySelector(".cite-row");
        return button === null ? [] : [{
          id: line.querySelector("td:last-child code").textContent,
          cells: [...line.querySelectorAll("td[data-column]")].map(cell =>
            [cell.dataset.column, cell.dataset.value ?? null]),
        }];
      }));
      let compared = 0;
      for (const line of lines) {
        const row = rows.get(line.id);
        assert.ok(row, "row " + line.id + " is in no table");
        for (const [column, value] of line.cells.filter(([each]) => !["precision", "recall"].includes(each))) {
          assert.equal(value === null ? null : Number(value), row[column], line.id + " " + column);
          compared++;
        }
      }
      assert.ok(compared > 0 || rows.size === 0);
    });

    test("the sentences of the summary state the numbers of their rows", async () => {
      const sentences = await report.page.evaluate(() => [...document.querySelectorAll(".findings li")].map(item =>
        [item.dataset.row, item.querySelector("p").textContent]));
      for (const [id, sentence] of sentences) {
        const row = rows.get(id);
        const isShare = row.unit === "1" && row.metric_id.includes("share");
        for (const column of ["estimate", "ci_low", "ci_high"].filter(each => isShare && row[each] !== null)) {
          const text = new Intl.NumberFormat("en-GB", {
            style: "percent", minimumFractionDigits: 1, maximumFractionDigits: row[column] < 0.001 && row[column] > 0 ? 3 : 1,
          }).format(row[column]);
          assert.ok(sentence.includes(text), sentence + " should say " + text);
        }
      }
    });

    test("what the figures hand out are rows of the tables, and no formula among them", async () => {
      const files = await report.page.evaluate(async () => {
        const made = [];
        const make = URL.createObjectURL;
        const click = HTMLAnchorElement.prototype.click;
        URL.createObjectURL = blob => {
          made.push(blob);
          return make.call(URL, blob);
        };
        HTMLAnchorElement.prototype.click = () => {};
        const figures = [...document.querySelectorAll("figure")];
        figures.forEach(figure => figure.querySelector("button.csv").click());
        URL.createObjectURL = make;
        HTMLAnchorElement.prototype.click = click;
        return Promise.all(made.map(async (blob, i) => [figures[i].id, await blob.text()]));
      });
      assert.ok(files.length > 0);
      for (const [id, file] of files) {
        const handed = parseCsv(file);
        assert.ok(handed.length > 0, id);
        for (const cell of handed.flatMap(row => Object.values(row))) {
          assert.ok(!/^[=+@\t\r]/.test(cell) && (!cell.startsWith("-") || !Number.isNaN(Number(cell))), cell);
        }
        if (TABLES[id]) {
          const known = new Set((await rowsOf(folder, TABLES[id])).map(row => lineOf(row, Object.keys(handed[0]))));
          for (const row of handed) {
            const line = Object.keys(row).map(column => column + "=" + row[column]).join("\n");
            assert.ok(known.has(line), id + " has a row that is not in " + TABLES[id] + ":\n" + line);
          }
        }
      }
    });

    test("a download is a file with a name, and a chart a picture with colours of its own", async () => {
      const waiting = report.page.waitForEvent("download");
      await report.page.locator("button.csv").first().click();
      const file = await waiting;
      assert.match(file.suggestedFilename(), /^tilik-[\w.-]+\.csv$/);
      assert.match(readFileSync(await file.path(), "utf8"), /^run_id,/);
      const button = report.page.locator("button.svg").first();
      if (await button.count() > 0) {
        const painting = report.page.waitForEvent("download");
        await button.click();
        const picture = readFileSync(await (await painting).path(), "utf8");
        assert.match(picture, /^<svg[^>]+xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
        assert.doesNotMatch(picture, /var\(--/);
      }
    });

    test("a number is cited with its row, its run and a sentence, by link and by address", async () => {
      const link = report.page.locator(".findings li .cite-link[href^='#row-']").first();
      const id = (await link.getAttribute("href")).slice("#row-".length);
      const isHeld = rows.get(id).suppressed;
      await link.focus();
      await report.page.keyboard.press("Enter");
      const panel = report.page.locator("#cite-panel");
      await panel.waitFor();
      const sentence = await panel.locator("textarea").inputValue();
      assert.match(sentence, isHeld ? /held back and cannot be cited/ : new RegExp(id + ", run " + rows.get(id).run_id));
      assert.match(await panel.textContent(), new RegExp(id));
      await report.page.keyboard.press("Escape");
      await panel.waitFor({state: "detached"});
      assert.ok(await link.evaluate(node => document.activeElement === node));
      await report.page.evaluate(row => {
        location.hash = "#row-" + row;
      }, id);
      await panel.waitFor();
      assert.match(await panel.textContent(), new RegExp(id));
      await report.page.evaluate(() => {
        location.hash = "#row-00ff";
      });
      await report.page.locator("#cite-text", {hasText: "00ff"}).waitFor();
      assert.deepEqual(report.said, []);
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
