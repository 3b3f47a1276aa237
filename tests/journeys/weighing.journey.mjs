// Weights that people can defend: by swing, and by the other ways for those who ask.

import assert from "node:assert/strict";

import { test } from "./visit.mjs";
import * as parts from "./parts.mjs";
import { heading, step } from "./parts.mjs";

/** The Birmingham criteria after the first, with the points a newcomer gives their lifts. */
const OTHERS = [
  ["Partners", 70],
  ["Commissioning and governance", 50],
  ["Local accountability", 50],
  ["Independence (DfE confidence)", 30],
  ["Pace and low disruption", 30],
];

test("a newcomer weighs by swing, and is told when a scale has moved", async ({ visit }) => {
  const { page } = visit;
  await visit.open("#/birmingham-2013/weights");
  const ways = page.getByRole("navigation", { name: "Ways to weigh" });
  // Nobody meets more than points and swing unless they ask.
  assert.deepEqual(await ways.getByRole("link").allTextContents(), ["Points in use", "Swing weighting"]);

  await ways.getByRole("link", { name: "Swing weighting" }).click();
  await heading(page, "Which step from worst to best matters most?");
  await visit.axe();
  await visit.shot("swing-empty");
  await page.getByRole("radio", { name: "Front line" }).check();
  await page.getByText("Five answers to go").waitFor();
  for (const [name, points] of OTHERS) {
    await page.getByRole("textbox", { name, exact: true }).fill(String(points));
    await page.keyboard.press("Tab");
  }
  await page.getByRole("heading", { name: "Does that sound right?" }).waitFor();
  await visit.axe();
  await visit.shot("swing-full");
  await page.getByRole("button", { name: "Use these weights" }).click();
  await page.getByRole("heading", { name: "The weights in use" }).waitFor();
  await ways.getByText("Swing weighting in use").waitFor();
  await parts.hasFocus(page.getByRole("heading", { name: "The weights in use" }));

  // Another first changes places with the one before, and a gap is said on the page, beside the others and in the result.
  const points = (name) => page.getByRole("textbox", { name, exact: true });
  await page.getByRole("radio", { name: "Partners" }).check();
  await parts.eventually(() => points("Front line").inputValue(), "70", "the points of the first before");
  await points("Front line").fill("");
  await points("Front line").press("Tab");
  const before = page.getByText(/The earlier weights.* are still in use/);
  await page.getByText("One answer to go: Front line.").waitFor();
  await parts.hears(page, "so those from before stay.");
  await visit.axe();
  await ways.getByText("More ways").click();
  await ways.getByRole("link", { name: "Compare all" }).click();
  await before.waitFor();
  await step(page, "Result");
  await page.getByText("because it needs one more answer: Front line").waitFor();
  for (const undo of ["Swing weighting for the criteria", "Swing weighting for the criteria"]) {
    await parts.undoButton(page, undo).click();
  }
  await before.waitFor({ state: "detached" });

  // The scale ends elsewhere: the weights have to be looked at again.
  await step(page, "Criteria");
  await page.getByRole("button", { name: /^Front line/ }).first().click();
  const best = page.getByRole("textbox", { name: "100, the best" });
  await best.fill("Fully staffed, and nobody leaves");
  await best.press("Tab");
  await step(page, "Weights");
  await ways.getByRole("link", { name: /^Swing weighting/ }).click();
  await page.getByRole("heading", { name: "These weights have to be confirmed" }).waitFor();
  await visit.axe();
  await visit.shot("swing-stale");
  await page.getByRole("button", { name: "I have looked: they still hold" }).click();
  await page.getByRole("heading", { name: "These weights have to be confirmed" }).waitFor({ state: "detached" });
  await parts.hasFocus(page.getByRole("radio", { name: "Front line" }));

  // Points given directly take over again, and undo brings the swings back.
  await ways.getByRole("link", { name: "Points" }).click();
  const front = page.getByRole("textbox", { name: "Weight of Front line", exact: true });
  assert.equal(await front.inputValue(), "30", "the points that were set aside");
  await page.getByRole("heading", { name: "What would follow" }).waitFor();
  await visit.axe();
  await visit.shot("points-set-aside");
  await parts.setWeight(page, 55);
  await ways.getByText("Points in use").waitFor();
  await page.getByRole("checkbox", { name: "Enter points instead of shares" }).check();
  assert.equal(await front.inputValue(), "30", "joined by the new one, not by the swings");
  await page.getByRole("button", { name: /^Undo: Change weight/ }).click();
  await ways.getByText("Swing weighting in use").waitFor();
  await page.getByRole("button", { name: "Use these weights" }).click();
  await ways.getByText("Points in use").waitFor();
  await parts.outcome(page).getByText("leads by 17.0 points").first().waitFor();
  await parts.hasFocus(parts.outcome(page).getByRole("link"));
});

test("swing weighting with the keyboard alone, on a telephone's width", async ({ visit }) => {
  await visit.page.setViewportSize({ width: 390, height: 844 });
  const { page } = visit;
  const { keyboard } = page;
  await visit.open("#/birmingham-2013/weights");
  await page.waitForLoadState("networkidle");
  const ways = page.getByRole("navigation", { name: "Ways to weigh" });
  await parts.tabTo(page, ways.getByRole("link", { name: "Swing weighting" }));
  await keyboard.press("Enter");
  await heading(page, "Which step from worst to best matters most?");
  await parts.assertFits(page, "swing weighting, nothing said");
  await parts.tabTo(page, page.getByRole("radio", { name: "Front line" }));
  await keyboard.press("Space");
  for (const [name, points] of OTHERS) {
    await parts.tabTo(page, page.getByRole("textbox", { name, exact: true }));
    await keyboard.type(String(points));
  }
  // The last answer counts once its field is left, and the button is what Tab leads to.
  const use = page.getByRole("button", { name: "Use these weights" });
  await keyboard.press("Tab");
  await parts.hasFocus(use);
  await parts.eventually(() => use.getAttribute("aria-disabled"), null, "the button");
  await keyboard.press("Enter");
  await page.getByRole("heading", { name: "The weights in use" }).waitFor();
  await parts.outcome(page).getByText("Integrated transformation leads by 17.6 points").first().waitFor();
  await parts.assertFits(page, "swing weighting, in use");
  await visit.axe();
});

test("the other ways are there for those who ask, and stand side by side", async ({ visit }) => {
  const { page } = visit;
  await visit.open("#/birmingham-2013/weights");
  const ways = page.getByRole("navigation", { name: "Ways to weigh" });
  const use = async () => {
    await page.getByRole("button", { name: "Use these weights" }).click();
    await page.getByRole("heading", { name: "The weights in use" }).waitFor();
  };
  const pick = (name, label) => page.getByRole("combobox", { name, exact: true }).selectOption({ label });
  await ways.getByText("More ways").click();

  await ways.getByRole("link", { name: "Rank order" }).click();
  await heading(page, "Put the criteria in order");
  await page.getByRole("button", { name: "This is the order" }).click();
  await page.getByRole("button", { name: "Move up Partners" }).click();
  await page.getByRole("checkbox", { name: /as important as the one above ?: Front line/ }).check();
  await visit.axe();
  await visit.shot("way-rank");
  await use();

  await ways.getByRole("link", { name: /^Pairwise comparison/ }).click();
  await heading(page, "Compare the criteria two at a time");
  await pick("Front line or Partners", "Front line 3 times");
  await pick("Partners or Commissioning and governance", "Partners 2 times");
  await pick("Commissioning and governance or Local accountability", "As much");
  await pick("Local accountability or Independence (DfE confidence)", "Local accountability 2 times");
  await page.getByText("One answer to go").waitFor();
  await pick("Independence (DfE confidence) or Pace and low disruption", "As much");
  await pick("Front line or Commissioning and governance", "Front line 5 times");
  await pick("Front line or Local accountability", "Front line 5 times");
  await pick("Front line or Independence (DfE confidence)", "Front line 7 times");
  await pick("Front line or Pace and low disruption", "Pace and low disruption 9 times");
  const least = page.getByRole("listitem").filter({ hasText: "the other answers together say" }).first();
  const before = await least.textContent();
  await visit.axe();
  await visit.shot("way-pairwise");
  await page.getByRole("button", { name: /^Change it to/ }).first().click();
  await page.getByText(before).waitFor({ state: "detached" });
  await parts.hasFocus(page.getByRole("heading", { name: "Do the answers agree?" }));

  await ways.getByRole("link", { name: /^Best-Worst/ }).click();
  await heading(page, "Compare with the best and the worst");
  await pick("The most important", "Front line");
  await pick("The least important", "Front line");
  await page.getByText("The most and the least important cannot be the same criterion.").waitFor();
  await pick("The least important", "Pace and low disruption");
  await pick("Than Partners", "2 times");
  await pick("Than Commissioning and governance", "3 times");
  await pick("Than Local accountability", "3 times");
  await pick("Than Independence (DfE confidence)", "6 times");
  await pick("Than Pace and low disruption", "6 times");
  await pick("Partners", "3 times");
  await pick("Commissioning and governance", "2 times");
  await pick("Local accountability", "2 times");
  await pick("Independence (DfE confidence)", "1 time: as important");
  await page.getByText("The answers agree with each other completely.").waitFor();
  await visit.axe();
  await visit.shot("way-best-worst");

  await ways.getByRole("link", { name: /^Differences in words/ }).click();
  await heading(page, "Say in words how large each difference is");
  await page.getByRole("button", { name: "This is the order" }).click();
  await parts.hasFocus(page.getByRole("heading", { name: "2. The differences, in words" }));
  await pick("From Front line to Partners", "weak");
  await parts.hears(page, "Your words agree so far. Five more steps have to be judged.");
  await pick("From Partners to Commissioning and governance", "weak");
  await page.getByText("The other differences").click();
  await pick("From Front line to Commissioning and governance", "very weak");
  await parts.hears(page, "These words contradict each other");
  await visit.axe();
  await visit.shot("way-words-contradict");
  await page.getByRole("button", { name: /^Change it/ }).first().click();
  await page.getByRole("heading", { name: "These words contradict each other" }).waitFor({ state: "detached" });
  await pick("From Commissioning and governance to Local accountability", "very weak");
  await pick("From Local accountability to Independence (DfE confidence)", "moderate");
  await pick("From Independence (DfE confidence) to Pace and low disruption", "very weak");
  await pick("From Pace and low disruption to nothing at all", "moderate");
  await page.getByRole("heading", { name: "Numbers that fit your words" }).waitFor();
  await visit.axe();
  await visit.shot("way-words");

  await ways.getByRole("link", { name: "Compare all" }).click();
  await heading(page, "The weights by each way");
  const heads = await page.getByRole("columnheader").allTextContents();
  assert.deepEqual(
    heads.map((head) => head.replace(" in use", "")),
    ["Criterion", "Points", "Rank order", "Pairwise comparison (AHP)", "Best-Worst Method", "Differences in words (MACBETH)"],
  );
  await visit.axe();
  await visit.shot("ways-compared");
  // On a telephone every way has a colour of its own.
  await page.setViewportSize({ width: 390, height: 844 });
  const chart = page.locator(".figure svg").first();
  await chart.getByText("Rank order", { exact: true }).waitFor();
  assert.equal(await chart.getByText(/^Other /).count(), 0, "no way is one of the others");
  await visit.shot("ways-compared-narrow");
  await page.setViewportSize({ width: 1280, height: 900 });
  // Back to the points as they were.
  await page.getByRole("link", { name: "Points", exact: true }).first().click();
});
