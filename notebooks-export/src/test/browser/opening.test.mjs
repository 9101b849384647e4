// SPDX-License-Identifier: GPL-3.0-or-later
// How long a large report takes to open: printed for whoever reads it, no condition, as machines differ.

import assert from "node:assert/strict";
import {statSync} from "node:fs";
import {join} from "node:path";
import {after, before, test} from "node:test";
import {open, reports, start, stop} from "./pages.mjs";

before(start);
after(stop);

test("a large report opens", {skip: !reports.has("large")}, async t => {
  const folder = reports.get("large");
  for (let i = 0; i < 3; i++) {
    const report = await open(folder);
    const times = await report.page.evaluate(() => new Promise(resolve => {
      const told = () => {
        const [opening] = performance.getEntriesByType("navigation");
        const paint = performance.getEntriesByName("first-contentful-paint")[0];
        resolve({parsed: opening.domContentLoadedEventEnd, loaded: opening.loadEventEnd, painted: paint?.startTime ?? performance.now()});
      };
      requestAnimationFrame(() => requestAnimationFrame(told));
    }));
    assert.ok(await report.page.locator("main h2").count() > 3);
    const figures = Object.entries(times).map(([name, ms]) => name + " " + Math.round(ms) + " ms").join(", ");
    t.diagnostic("opening " + (statSync(join(folder, "report.html")).size / 1e6).toFixed(1) + " MB, from the click: " + figures);
    await report.close();
  }
});
