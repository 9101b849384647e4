// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of a run's release tables, read from Parquet by a DuckDB that the report's own program does not use.

import {DuckDBInstance} from "@duckdb/node-api";
import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";

/** Names of the finished tables of an output folder or bundle, with their files. */
function filesOf(folder, table) {
  const ready = join(folder, "release", table);
  if (existsSync(join(ready, "_SUCCESS"))) {
    return JSON.parse(readFileSync(join(ready, "_manifest.json"), "utf8")).files.map(file => join(ready, file.path));
  }
  const bundled = join(folder, "tables", table + ".parquet");
  return existsSync(bundled) ? [bundled] : [];
}

/** The rows of a table as objects, with numbers as numbers and times as the page writes them; empty where it has none. */
export async function rowsOf(folder, table) {
  const files = filesOf(folder, table);
  if (files.length === 0) {
    return [];
  }
  const duckdb = await (await DuckDBInstance.create(":memory:")).connect();
  await duckdb.run("SET TimeZone = 'UTC'");
  const names = files.map(file => "'" + file.replaceAll("'", "''") + "'").join(", ");
  const reader = await duckdb.runAndReadAll(`FROM read_parquet([${names}])`);
  return reader.getRowObjects().map(row => Object.fromEntries(
    Object.entries(row).map(([column, value]) => [column, plain(value)])));
}

function plain(value) {
  if (value === null || value === undefined) {
    return null;
  }
  if (typeof value === "bigint") {
    return Number(value);
  }
  if (typeof value === "object" && "micros" in value) {
    return new Date(Number(value.micros / 1000n)).toISOString().replace(".000Z", "Z");
  }
  if (typeof value === "object" && "items" in value) {
    return value.items.map(visible).join(" ");
  }
  return typeof value === "string" ? visible(value) : value;
}

/** As the page shows text: what is not seen but changes what is seen is written out. */
export function visible(text) {
  return text.replace(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]|(?![\u200c\u200d\u00ad])\p{Cf}/gu,
    c => "⟨U+" + c.codePointAt(0).toString(16).toUpperCase().padStart(4, "0") + "⟩");
}

/** The rows of a CSV file as objects of texts. */
export function parseCsv(text) {
  const rows = [[]];
  let cell = "";
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (quoted) {
      if (c === '"' && text[i + 1] === '"') {
        cell += '"';
        i++;
      } else if (c === '"') {
        quoted = false;
      } else {
        cell += c;
      }
    } else if (c === '"') {
      quoted = true;
    } else if (c === "," || c === "\n") {
      rows.at(-1).push(cell);
      cell = "";
      if (c === "\n") {
        rows.push([]);
      }
    } else {
      cell += c;
    }
  }
  const [header, ...body] = rows.filter(row => row.length > 0);
  return body.map(row => Object.fromEntries(header.map((name, i) => [name, row[i]])));
}
