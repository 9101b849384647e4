// SPDX-License-Identifier: GPL-3.0-or-later
// Opens reports as a reader does: from a file, without a network, with the page's own policy in force.

import {chromium} from "playwright-core";
import {basename, join} from "node:path";
import {pathToFileURL} from "node:url";

export const LANGUAGES = ["en", "fr", "id"];

/** Folders with a report, by name. */
export const reports = new Map((process.env.TILIK_REPORTS || "").split("\n").filter(Boolean)
  .map(folder => [basename(folder), folder]));

let browser;

export async function start() {
  browser = await chromium.launch({executablePath: process.env.CHROMIUM || "/usr/bin/chromium", args: ["--no-sandbox"]});
}

export async function stop() {
  await browser.close();
}

/**
 * A report in a context of its own.
 *
 * @returns {page, said, requests, close}: what the console said and what was asked for, but for the file itself
 */
export async function open(folder, options = {}) {
  const context = await browser.newContext({
    viewport: {width: 1280, height: 900}, locale: "en-GB", acceptDownloads: true, offline: true, ...options.context,
  });
  const page = await context.newPage();
  const said = [];
  const requests = [];
  page.on("console", message => said.push(message.type() + ": " + message.text()));
  page.on("pageerror", error => said.push("error: " + error.message));
  const address = pathToFileURL(join(folder, "report.html")).href;
  page.on("request", request => {
    if (request.url().split(/[?#]/)[0] !== address && !request.url().startsWith("data:")
        && !request.url().startsWith("blob:")) {
      requests.push(request.url());
    }
  });
  await page.goto(address + (options.search || "") + (options.hash || ""));
  return {page, said, requests, close: () => context.close()};
}

/** Draws the charts that the reader has not come to, as for printing. */
export async function drawAll(page) {
  await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
}

export async function switchTo(page, language) {
  await page.click("#language-" + language);
}
