// The same file, the same bits: what the browser works out is what `weigh results` prints.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

import { test } from "./visit.mjs";
import * as parts from "./parts.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** What the command line prints for a file of the library. WEIGH names the program, if it is built already. */
async function results(id) {
  const [program, ...start] = process.env.WEIGH
    ? [process.env.WEIGH]
    : [process.env.CARGO ?? "cargo", "run", "--quiet", "--bin", "weigh", "--"];
  const file = `crates/opening/src/library/${id}.json`;
  const { stdout } = await promisify(execFile)(program, [...start, "results", file], { cwd: root, maxBuffer: 1 << 24 });
  return stdout;
}

const NATIVE = {};
for (const id of ["birmingham-2013", "office-location"]) NATIVE[id] = await results(id);

test("the browser's results are those of the command line, byte for byte", async ({ visit }) => {
  const { page } = visit;
  for (const [id, native] of Object.entries(NATIVE)) {
    await visit.open(`#/${id}/result`);
    await page.getByRole("grid").waitFor();
    const { name, text } = await visit.download(() => page.getByRole("button", { name: "Download the results (JSON)" }).click());
    assert.match(name, /-results\.json$/);
    assert.equal(text, native, id);
  }
  const [first, second] = JSON.parse(NATIVE["birmingham-2013"]).flips.filter(({ criterion }) => criterion === "independence");
  assert.ok(JSON.stringify([first, second]).includes("0.32835820895522"), "22/67");
});

test("the table of values can be taken away", async ({ visit }) => {
  const { page } = visit;
  await visit.open("#/birmingham-2013/result");
  await page.getByRole("grid").waitFor();
  const { name, text } = await visit.download(() => page.getByRole("button", { name: "Download the table (CSV)" }).click());
  assert.match(name, /\.csv$/);
  assert.ok(text.startsWith("\u{feff}Option,"), "a mark that says UTF-8, then the heading");
  assert.match(text, /Invented scores and weights/);
  for (const [at, total] of parts.TOTALS.entries()) assert.match(text, new RegExp(`,${Number(total)},${at + 1},`), total);
});
