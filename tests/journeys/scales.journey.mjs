// Somebody has marks out of five on a scale from 0 to 100, and changes a scale that is scored already.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";

import { test } from "./visit.mjs";
import * as parts from "./parts.mjs";

const tried = (name) => readFile(new URL(`../tried/files/${name}.json`, import.meta.url));

/** What the cells of a column of the scores show. */
async function column(page, at, rows) {
  const cells = [...Array(rows).keys()].map((row) => page.locator(`#cell-${row}-${at} .shown > span`).first());
  return Promise.all(cells.map((cell) => cell.textContent()));
}

test("marks out of five are read as marks, and keep their values on a scale from 0 to 100", async ({ visit }) => {
  const { page } = visit;
  await visit.open();
  await parts.openFile(page, parts.file("marks.json", await tried("04-marks-out-of-five")));
  await parts.step(page, "Scores");
  const notice = page.getByRole("region", { name: "A scale to check" });
  await notice.getByText("look like marks out of 5").waitFor();
  await visit.axe();
  await visit.shot("marks-out-of-five");
  await parts.outcome(page).getByText("No clear winner").first().waitFor();

  // One click, one change to undo, and there is a winner.
  await notice.getByRole("button", { name: "Read them as marks from 1 to 5" }).click();
  await notice.waitFor({ state: "detached" });
  await page.locator("#cell-0-0:focus").waitFor();
  await parts.outcome(page).getByText("You changed the scales of 3 criteria: the lead is 5.0 points").first().waitFor();
  assert.deepEqual(await column(page, 1, 3), ["1", "3", "5"]);
  await parts.undoButton(page, "Change scales of 3 criteria").waitFor();

  // Back to values from 0 to 100: 3 of 1 to 5 is 50 of 100, and nothing else changes.
  await parts.step(page, "Criteria");
  await page.getByRole("button", { name: /^Security/ }).first().click();
  await page.getByRole("radio", { name: /0 to 100 directly/ }).first().check();
  await page.getByText("keep their values: 1 becomes 0").waitFor();
  await visit.shot("scale-keeps-values");
  await page.getByRole("button", { name: "Use this scale" }).click();
  await parts.step(page, "Scores");
  assert.deepEqual(await column(page, 1, 3), ["0", "50", "100"]);
  await parts.outcome(page).getByText("Option A leads by 5.0 points").first().waitFor();
});
