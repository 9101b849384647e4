// SPDX-License-Identifier: GPL-3.0-or-later
// Figures look as they did: pictures of an invented world, light, in English, 1280 pixels wide. A picture may differ in a
// few pixels, as fonts are drawn. TILIK_PICTURES=write writes them anew; look at each before it is committed.

import assert from "node:assert/strict";
import {existsSync, mkdirSync, readFileSync, writeFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {after, before, describe, test} from "node:test";
import {fileURLToPath} from "node:url";
import {open, reports, start, stop} from "./pages.mjs";

const FOLDER = join(dirname(fileURLToPath(import.meta.url)), "pictures");
const FIGURES = ["deadlines", "timeline", "compliance", "changes", "scenarios", "over-removal", "corrected-removal", "lags",
  "ledger-delays"];
/** Share of the pixels that may differ by more than a shade. */
const TOLERATED = 0.01;
const SHADE = 48;

before(start);
after(stop);

describe("pictures", {skip: !reports.has("full")}, () => {
  let report;

  before(async () => {
    report = await open(reports.get("full"), {context: {colorScheme: "light", deviceScaleFactor: 1}});
  });
  after(() => report.close());

  for (const id of FIGURES) {
    test("figure " + id + " looks as it did", async () => {
      const figure = report.page.locator("#figure-" + id);
      await figure.scrollIntoViewIfNeeded();
      if (await figure.locator(".chart").count() > 0) {
        await figure.locator(".chart svg").first().waitFor();
      }
      const picture = await figure.screenshot({animations: "disabled"});
      const file = join(FOLDER, id + ".png");
      if (process.env.TILIK_PICTURES === "write") {
        mkdirSync(FOLDER, {recursive: true});
        writeFileSync(file, picture);
        return;
      }
      assert.ok(existsSync(file), "there is no " + file + "; TILIK_PICTURES=write writes it");
      const found = await compared(readFileSync(file), picture);
      assert.deepEqual(found.size, found.expected, id + " has another size");
      assert.ok(found.differing <= TOLERATED, id + " differs in " + (100 * found.differing).toFixed(2)
        + " % of its pixels from " + file + ". If that is right, TILIK_PICTURES=write writes it anew.");
    });
  }

  /** Sizes of two pictures, and the share of pixels in which they differ by more than a shade. */
  async function compared(one, other) {
    const page = await report.page.context().newPage();
    try {
      return await page.evaluate(async ([first, second, shade]) => {
        const pixels = async base64 => {
          const bytes = Uint8Array.from(atob(base64), c => c.charCodeAt(0));
          const image = await createImageBitmap(new Blob([bytes], {type: "image/png"}));
          const canvas = new OffscreenCanvas(image.width, image.height);
          const context = canvas.getContext("2d");
          context.drawImage(image, 0, 0);
          return {size: [image.width, image.height], data: context.getImageData(0, 0, image.width, image.height).data};
        };
        const [a, b] = [await pixels(first), await pixels(second)];
        if (a.size.join() !== b.size.join()) {
          return {expected: a.size, size: b.size, differing: 1};
        }
        let n = 0;
        for (let i = 0; i < a.data.length; i += 4) {
          n += [0, 1, 2].some(channel => Math.abs(a.data[i + channel] - b.data[i + channel]) > shade) ? 1 : 0;
        }
        return {expected: a.size, size: b.size, differing: 4 * n / a.data.length};
      }, [one.toString("base64"), other.toString("base64"), SHADE]);
    } finally {
      await page.close();
    }
  }
});
