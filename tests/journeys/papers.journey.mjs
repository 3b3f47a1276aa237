// How a page comes out on paper and on narrow screens.

import assert from "node:assert/strict";
import { mkdir, readFile } from "node:fs/promises";

import { test } from "./visit.mjs";
import * as parts from "./parts.mjs";

/** The page as it is printed on A4. */
async function printed(page, name) {
  await page.setViewportSize({ width: 720, height: 1000 });
  await page.emulateMedia({ media: "print" });
  await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
  await mkdir("screenshots", { recursive: true });
  const there = await page.evaluate(() => document.querySelector("main").innerText);
  await page.screenshot({ path: `screenshots/paper-${name}.png`, fullPage: true });
  const size = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  assert.ok(size[0] <= size[1], `${name} is ${size[0]} wide on paper of ${size[1]}`);
  const controls = await page.evaluate(() =>
    [...document.querySelectorAll("button, select, input, textarea, summary")]
      .filter((control) => control.getClientRects().length)
      .map((control) => control.outerHTML.slice(0, 80)),
  );
  assert.deepEqual(controls, [], `controls on the paper of ${name}`);
  await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
  await page.emulateMedia({ media: "screen" });
  return there;
}

test("the result prints as a paper for a committee", async ({ visit }) => {
  const { page } = visit;
  await visit.open("#/birmingham-2013/result");
  const paper = await printed(page, "result");
  for (const words of [
    "Birmingham children’s services, 2013",
    "Invented scores and weights: not the council’s",
    "16 December 2013",
    "Integrated transformation leads by 17.0 points",
    "Scores, weights and their reasons",
    "Illustrative: several new services would compete for the same social workers",
    "Ruled out, and why",
  ]) {
    assert.ok(paper.includes(words), `the paper lacks “${words}”:\n${paper}`);
  }
  assert.match(paper, /\?\s/, "the question");
  for (const words of ["Choose a number", "How sure is this?", "Take it away", "Go to "]) {
    assert.ok(!paper.includes(words), `“${words}” is on the paper`);
  }
  // Off the paper the reasons are where they belong: beside the scores.
  await page.getByText("Scores, weights and their reasons").waitFor({ state: "detached" });
});

test("scores and weights print with their reasons", async ({ visit }) => {
  const { page } = visit;
  await visit.open("#/birmingham-2013/scores");
  const scores = await printed(page, "scores");
  assert.ok(scores.includes("Illustrative: several new services would compete"), scores);
  await visit.open("#/birmingham-2013/weights");
  const weights = await printed(page, "weights");
  assert.match(weights, /30% of everything\. \S/);
});

test("the question stands above the result", async ({ visit }) => {
  const { page } = visit;
  await visit.open("#/birmingham-2013/result");
  const file = JSON.parse(await readFile(new URL("../../crates/opening/src/library/birmingham-2013.json", import.meta.url), "utf8"));
  await page.locator(".asked").getByText(file.question).waitFor();
  await page.locator(".asked").getByText("16 December 2013").waitFor();
});

for (const width of [820, 390]) {
  test(`at ${width} px nothing that counts is out of sight without a sign`, async ({ visit }) => {
    await visit.page.setViewportSize({ width, height: 900 });
    const { page } = visit;
    await visit.open("#/birmingham-2013/result");
    const total = page.getByRole("grid").locator("td.total").first();
    await total.scrollIntoViewIfNeeded();
    const box = await total.boundingBox();
    assert.ok(box.x >= 0 && box.x + box.width <= width, `the total stands from ${box.x} on`);
    await visit.open("#/birmingham-2013/scores");
    const grid = page.locator(".scores-scroll");
    const hidden = await grid.evaluate((element) => element.scrollWidth > element.clientWidth + 1);
    const hint = page.getByText("scroll sideways to see the rest");
    assert.equal(await hint.isVisible(), hidden);
    // Title and state are on every page.
    await page.locator(".document").getByText("Birmingham children’s services, 2013").waitFor();
    await page.locator(".document").getByText("Example", { exact: true }).waitFor();
    await page.getByRole("button", { name: /undo/i }).first().waitFor();
    await visit.axe();
  });
}

test("a long name without a space widens no page", async ({ visit }) => {
  const { page } = visit;
  await visit.open("#/birmingham-2013/criteria");
  await page.getByRole("textbox", { name: "Add a criterion" }).fill("W".repeat(200));
  await page.keyboard.press("Enter");
  for (const name of ["Scores", "Weights", "Result"]) {
    await parts.step(page, name);
    if (name === "Scores") {
      await page.getByRole("gridcell").nth(6).click();
      await page.locator("#panel").filter({ hasText: "WWW" }).waitFor();
      await page.locator(".attention summary").click();
    }
    await parts.assertFits(page, name);
  }
});
