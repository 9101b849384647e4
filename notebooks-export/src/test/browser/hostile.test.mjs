// SPDX-License-Identifier: GPL-3.0-or-later
// Text in the data that would run, hide or turn round is shown as the text that it is.

import assert from "node:assert/strict";
import {after, before, test} from "node:test";
import {LANGUAGES, drawAll, open, reports, start, stop, switchTo} from "./pages.mjs";

before(start);
after(stop);

test("hostile text is inert everywhere, and legible", {skip: !reports.has("full")}, async () => {
  const report = await open(reports.get("full"));
  for (const language of LANGUAGES) {
    await switchTo(report.page, language);
    await drawAll(report.page);
    for (const button of await report.page.locator(".figure .cite").all()) {
      await button.evaluate(node => node.click());
    }
    await report.page.keyboard.press("Escape");
  }
  for (const id of await report.page.locator("select").evaluateAll(selects => selects.map(select => select.id))) {
    const options = await report.page.locator("#" + id + " option").count();
    for (let i = 0; i < Math.min(options, 4); i++) {
      await report.page.locator("#" + id).selectOption({index: i});
    }
  }
  assert.equal(await report.page.evaluate(() => window.owned), undefined);
  assert.equal(await report.page.locator("img, iframe, b, main svg[onload]").count(), 0);
  const text = await report.page.evaluate(() => document.body.textContent);
  assert.doesNotMatch(text, /[\u202a-\u202e\u2066-\u2069\u0000-\u0008\u000e-\u001f]/);
  assert.match(await report.page.locator("h1").textContent(),
    /^<\/script><script>window\.owned=1<\/script><\/title><img src=x onerror=window\.owned=2> ⟨U\+202E⟩evil⟨U\+0007⟩ & "q" \{\{data}}$/);
  assert.deepEqual(report.said, []);
  assert.deepEqual(report.requests, []);
  await report.close();
});
