// Files on which a sentence was once false: opened as people open them, they say what is true.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";

import * as parts from "./parts.mjs";
import { test } from "./visit.mjs";

/** Opens one of the files from the library and returns the words of its pages. */
async function read(visit, name, ...steps) {
  const text = await readFile(new URL(`../tried/files/${name}.json`, import.meta.url), "utf8");
  await visit.open("#/");
  await parts.openFile(visit.page, parts.file(`${name}.json`, text));
  await visit.page.getByRole("navigation", { name: "Steps" }).waitFor();
  const words = {};
  for (const step of steps) {
    await parts.step(visit.page, step);
    words[step] = (await visit.page.locator("main").innerText()).replace(/\s+/g, " ");
  }
  return words;
}

/** What a file has to say on a step, and what it must not. */
const SAID = [
  ["W01-settled-but-is-not-before", "Result", /A leads, but/, /leads by 55/],
  ["W11-whatever-its-missing-score-before", "Result", /whatever/, /NaN/],
  ["W02-no-weight-breaks-the-tie", "Result", /D/, /No single weight, from 0 to 100%, breaks the tie/],
  ["W05-spurious-flip-above-100-percent", "Result", /./, /more than 100%|above 100%/],
  ["W06-above-100-on-0-100-scale", "Result", /./, /above 100 on/],
  ["W07-narrow-2.0-below-2", "Result", /No clear winner/, /only 2\.0 points/],
  ["W12-points-scale-ends-at-60", "Result", /./, /a value of 70/],
  ["03-threshold-rounded-away", "Result", /10,004,000/, /above 10,000,000/],
  ["04-marks-out-of-five", "Scores", /marks out of 5/, /NaN/],
  ["05-weights-not-from-judgements", "Weights", /other weights than those in use/, /NaN/],
  ["06-judgements-without-weights", "Result", /leads/, /weights are missing/],
  ["N02-contradictory-statements-silent", "Result", /No weights fit/, /NaN/],
];

for (const [name, step, there, absent] of SAID) {
  test(`what ${name} says is true`, async ({ visit }) => {
    const words = await read(visit, name, step);
    assert.match(words[step], there);
    assert.doesNotMatch(words[step], absent);
    await visit.axe();
  });
}

test("names with invisible marks are data without them", async ({ visit }) => {
  await read(visit, "17-rtl-name", "Result");
  const { text } = await visit.download(() => visit.page.getByRole("button", { name: "Download the results (JSON)" }).click());
  assert.doesNotMatch(text, /[\u2066-\u2069]/, "no isolates in data");
});

test("All weights says whom it leaves out", async ({ visit }) => {
  await read(visit, "W01-settled-but-is-not-before", "How sure");
  await visit.page.getByRole("link", { name: /^All weights/ }).first().click();
  await visit.page.getByText(/left out/).first().waitFor();
});
