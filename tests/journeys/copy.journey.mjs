// Tables on the clipboard: a real table for word processors, lines with tabs for spreadsheets.

import assert from "node:assert/strict";

import { test } from "./visit.mjs";
import { onBlankPage } from "./parts.mjs";

/** What is on the clipboard, in both forms: the cells of each, row by row. */
async function clipboard(page) {
  const forms = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const read = async (type) => (await item.getType(type)).text();
    return [await read("text/plain"), await read("text/html")];
  });
  return onBlankPage(page.context(), ([text, markup]) => {
    const html = new DOMParser().parseFromString(markup, "text/html");
    const table = html.querySelector("table");
    return {
      lines: text.trimEnd().split(/\r?\n/).map((line) => line.split("\t")),
      cells: [...table.rows].map((row) => [...row.cells].map((cell) => cell.textContent)),
      columns: [...table.rows[0].cells].every((cell) => cell.tagName === "TH" && cell.scope === "col"),
      rows: [...table.tBodies[0].rows].every((row) => row.cells[0].tagName === "TH" && row.cells[0].scope === "row"),
    };
  }, forms);
}

/** Copies a table by its name, and says what came of it. */
async function copy(page, name) {
  // What was copied before is gone, so that only this table can be found.
  await page.evaluate(() => navigator.clipboard.writeText("nothing yet"));
  await page.getByRole("button", { name: `Copy table: ${name}` }).first().click();
  await page.getByText("Copied: paste it into a document or a spreadsheet.").first().waitFor();
  await page.waitForFunction(async () => (await navigator.clipboard.readText()) !== "nothing yet");
  const found = await clipboard(page);
  assert.ok(found.columns && found.rows, `${name}: headings say what they head`);
  // Some programs drop empty cells at the end of a line.
  const bare = (rows) => rows.map((row) => row.join("\t").trimEnd());
  assert.deepEqual(bare(found.cells), bare(found.lines), `${name}: both forms say the same`);
  return found.cells;
}

test("tables are copied as tables, with their numbers as they are shown", { tag: "@http" }, async ({ visit }) => {
  const { page } = visit;
  await visit.context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await visit.open("#/birmingham-2013/result");
  const values = await copy(page, "Value of each option on each criterion");
  assert.deepEqual(values[1], ["Weight", "30%", "20%", "15%", "15%", "10%", "10%", ""]);
  assert.deepEqual(values[2], ["Integrated transformation", "70", "90", "90", "100", "20", "80", "77.5"]);
  // Every number of the matrix is there as the page has it.
  const shown = await page.getByRole("grid").locator("tbody tr").evaluateAll((rows) => rows.map((row) => [...row.cells].map((cell) => cell.textContent)));
  assert.deepEqual(values.slice(2), shown);
  await visit.open("#/birmingham-2013/scores");
  const scores = await copy(page, "Scores");
  assert.deepEqual(scores[5], ["Integrated transformation", "70", "90", "90", "100", "20", "80"]);
  await visit.open("#/birmingham-2013/weights");
  const weights = await copy(page, "Weights");
  assert.deepEqual(weights[1].slice(0, 4), ["Front line", "30%", "most posts vacant or agency", "every post filled, low turnover"]);
  await visit.open("#/birmingham-2013/how-sure/one-weight");
  const flips = await copy(page, "How far each weight can move before the leader changes");
  assert.equal(flips.length, 7);
  assert.ok(flips.flat().includes("32.835%"), JSON.stringify(flips));
});

test("a browser that writes no tables to the clipboard is asked another way", { tag: "@http" }, async ({ visit }) => {
  const { page } = visit;
  await visit.context.grantPermissions(["clipboard-read", "clipboard-write"]);
  // As over a network without encryption, where pages have no clipboard of their own.
  await page.addInitScript(() => {
    window.ClipboardItem = undefined;
  });
  await visit.open("#/birmingham-2013/result");
  const values = await copy(page, "Value of each option on each criterion");
  assert.equal(values[2].at(-1), "77.5");
});
