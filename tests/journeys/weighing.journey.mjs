// Weights that people can defend: by swing, and by the other methods for those who ask.

import assert from "node:assert/strict";

import { test } from "./visit.mjs";
import * as parts from "./parts.mjs";
import { heading, step } from "./parts.mjs";

/** The box for the points of a criterion in swing weighting. */
const points = (page, name) => page.getByRole("textbox", { name: `Points for ${name}`, exact: true });

/** The Birmingham criteria after the first, with the points a newcomer gives them. */
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
  const ways = page.getByRole("navigation", { name: "Weighting methods" });
  // Nobody meets more than shares and swing unless they ask.
  assert.deepEqual(await ways.getByRole("link").allTextContents(), ["Shares in use", "Swing weighting"]);

  await ways.getByRole("link", { name: "Swing weighting" }).click();
  await heading(page, "Which change matters most?");
  await parts.outcome(page).getByText("Swing weighting is not in use yet: the weights come from Shares.").waitFor();
  await visit.axe();
  await visit.shot("swing-empty");
  await page.getByRole("button", { name: "Improve this first : Front line" }).click();
  await heading(page, "How much do the other changes matter?");
  await page.getByText("Front line counts 100.").waitFor();
  await parts.outcome(page).getByText("Swing weighting: answers saved. Five answers to go.").waitFor();
  await parts.hasFocus(points(page, "Partners"));
  // Enter goes on to what is not rated yet.
  for (const [name, number] of OTHERS) {
    await parts.hasFocus(points(page, name));
    await page.keyboard.type(String(number));
    await page.keyboard.press("Enter");
  }
  await page.getByRole("heading", { name: "Does that sound right?" }).waitFor();
  await parts.outcome(page).getByText("Swing weighting: answers saved. Not in use yet.").waitFor();
  await visit.axe();
  await visit.shot("swing-full");

  // Other weights are in use, so going on asks, and nothing was changed by asking.
  await page.getByRole("link", { name: "Next: Scores" }).click();
  const question = page.getByRole("heading", { name: "Use the weights from Swing weighting?" });
  await parts.hasFocus(question);
  await visit.axe();
  await visit.shot("swing-asked");
  await page.getByRole("button", { name: "Use them, then go on" }).click();
  await heading(page, "Scores");
  await step(page, "Weights");
  await ways.getByRole("link", { name: /^Swing weighting/ }).click();
  await page.getByRole("heading", { name: "Your weights", exact: true }).waitFor();
  await ways.getByText("Swing weighting in use").waitFor();
  await page.getByRole("region", { name: "Totals, out of 100" }).waitFor();

  // A gap is said on the page, beside the others and in the result.
  await points(page, "Front line").fill("");
  await points(page, "Front line").press("Tab");
  const before = page.getByText(/The earlier weights.* are still in use/);
  await page.getByText("One answer to go: Front line.").waitFor();
  await parts.hears(page, "so the earlier ones are still in use.");
  await page.getByText("Nothing counts 100 now.").waitFor();
  await visit.axe();
  await ways.getByText("Other methods").click();
  await ways.getByRole("link", { name: "Compare methods" }).click();
  await before.waitFor();
  await step(page, "Result");
  await page.getByText("because it needs one more answer: Front line").waitFor();
  await parts.undoButton(page, "Swing weighting for the criteria").click();
  await before.waitFor({ state: "detached" });

  // The scale ends elsewhere: the weights have to be looked at again, and each place says so once.
  await step(page, "Criteria");
  await page.getByRole("button", { name: /^Front line/ }).first().click();
  const best = page.getByRole("textbox", { name: "100, the best" });
  await best.fill("Fully staffed, and nobody leaves");
  await best.press("Tab");
  const stale = page.getByRole("heading", { name: "Confirm the swing weights" });
  const steps = page.getByRole("navigation", { name: "Steps" });
  await steps.getByRole("link", { name: /^Weights ?, swing weights to confirm$/ }).waitFor();
  await step(page, "Result");
  await heading(page, /leads by 17\.6 points, if the swing weights still hold$/);
  await step(page, "Weights");
  await stale.waitFor();
  assert.equal(await stale.count(), 1);
  await ways.getByRole("link", { name: /^Swing weighting/ }).click();
  await stale.waitFor();
  await visit.axe();
  await visit.shot("swing-stale");
  await page.getByRole("button", { name: "They still hold" }).click();
  await stale.waitFor({ state: "detached" });
  await parts.hasFocus(page.locator("#result-so-far"));

  // Points given directly take over again, and undo brings the swings back.
  await ways.getByRole("link", { name: "Shares" }).click();
  const front = page.getByRole("textbox", { name: "Weight of Front line", exact: true });
  assert.equal(await front.inputValue(), "30", "the points that were set aside");
  await page.getByRole("heading", { name: "Your weights would be" }).waitFor();
  await visit.axe();
  await visit.shot("points-set-aside");
  await parts.setWeight(page, 55);
  await ways.getByText("Shares in use").waitFor();
  await page.getByRole("checkbox", { name: "Enter points instead of shares" }).check();
  assert.equal(await front.inputValue(), "30", "joined by the new one, not by the swings");
  await page.getByRole("button", { name: /^Undo: Change weight/ }).click();
  await ways.getByText("Swing weighting in use").waitFor();
  await page.getByRole("button", { name: "Use these weights" }).click();
  await ways.getByText("Shares in use").waitFor();
  await parts.outcome(page).getByText("the lead is 17.0 points").first().waitFor();
  await parts.hasFocus(page.locator("#result-so-far"));
});

test("swing weighting with the keyboard alone, on a telephone's width", async ({ visit }) => {
  await visit.page.setViewportSize({ width: 390, height: 844 });
  const { page } = visit;
  const { keyboard } = page;
  await visit.open("#/birmingham-2013/weights");
  await page.waitForLoadState("networkidle");
  const ways = page.getByRole("navigation", { name: "Weighting methods" });
  await parts.tabTo(page, ways.getByRole("link", { name: "Swing weighting" }));
  await keyboard.press("Enter");
  await heading(page, "Which change matters most?");
  await parts.assertFits(page, "swing weighting, nothing said");
  await parts.tabTo(page, page.getByRole("button", { name: "Improve this first : Front line" }));
  await keyboard.press("Space");
  for (const [name, number] of OTHERS) {
    await parts.tabTo(page, points(page, name));
    await keyboard.type(String(number));
  }
  // The last answer counts once its field is left, and Tab leads to the button.
  const use = page.getByRole("button", { name: "Use these weights" });
  await keyboard.press("Tab");
  await parts.eventually(() => use.getAttribute("aria-disabled"), null, "the button");
  await parts.tabTo(page, use);
  await keyboard.press("Enter");
  await page.getByRole("heading", { name: "Your weights", exact: true }).waitFor();
  await parts.outcome(page).getByText("the lead is 17.6 points").first().waitFor();
  await parts.assertFits(page, "swing weighting, in use");
  await visit.axe();
});

test("the other methods are there for those who ask, and stand side by side", async ({ visit }) => {
  const { page } = visit;
  await visit.open("#/birmingham-2013/weights");
  const ways = page.getByRole("navigation", { name: "Weighting methods" });
  const use = async () => {
    await page.getByRole("button", { name: "Use these weights" }).click();
    await page.getByRole("heading", { name: "Your weights", exact: true }).waitFor();
  };
  const pick = (name, label) => page.getByRole("combobox", { name, exact: true }).selectOption({ label });
  await ways.getByText("Other methods").click();

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
  await parts.outcome(page).getByText("One answer to go").waitFor();
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
  await heading(page, "Compare with the most and least important");
  await pick("The most important", "Front line");
  await pick("The least important", "Front line");
  await page.getByText("The most and the least important cannot be the same criterion.").first().waitFor();
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
  await parts.hasFocus(page.getByRole("heading", { name: "2. Say how large each difference is" }));
  await pick("Front line, against Partners", "weak");
  await parts.hears(page, "Your words agree so far. Five steps to go.");
  await pick("Partners, against Commissioning and governance", "weak");
  await page.getByText("The other differences").click();
  await pick("Front line, against Commissioning and governance", "very weak");
  await parts.hears(page, "These words contradict each other");
  await visit.axe();
  await visit.shot("way-words-contradict");
  await page.getByRole("button", { name: /^Change it/ }).first().click();
  await page.getByRole("heading", { name: "These words contradict each other" }).waitFor({ state: "detached" });
  await pick("Commissioning and governance, against Local accountability", "very weak");
  await pick("Local accountability, against Independence (DfE confidence)", "moderate");
  await pick("Independence (DfE confidence), against Pace and low disruption", "very weak");
  await pick("Pace and low disruption, against no improvement at all", "moderate");
  await page.getByRole("heading", { name: "Numbers that fit your words" }).waitFor();
  await visit.axe();
  await visit.shot("way-words");

  await ways.getByRole("link", { name: "Compare methods" }).click();
  await heading(page, "Your weights, method by method");
  const heads = await page.getByRole("columnheader").allTextContents();
  assert.deepEqual(
    heads.map((head) => head.replace(" in use", "")),
    ["Criterion", "Shares", "Rank order", "Pairwise comparison (AHP)", "Best-Worst Method", "Differences in words (MACBETH)"],
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
  await page.getByRole("link", { name: "Shares", exact: true }).first().click();
});

test("every method has room for reasons, and the comparison says how well the answers agree", async ({ visit }) => {
  const { page } = visit;
  const criteria = ["Cost", "Care", "Speed"].map((name, at) => ({ id: `c${at}`, name, weight: 30 + at }));
  const weighting = { pairwise: [["c0", "c1", 3], ["c1", "c2", 3], ["c2", "c0", 3]], swing: { c0: 100, c1: 50, c2: 20 } };
  const options = [{ id: "a", name: "A" }, { id: "b", name: "B" }];
  const scores = { a: { c0: 90, c1: 10, c2: 50 }, b: { c0: 10, c1: 60, c2: 40 } };
  const content = { format: "weighbridge", version: 1, title: "Reasons", options, criteria, weighting, scores };
  await visit.open();
  await parts.openFile(page, parts.file("reasons.json", JSON.stringify(content)));
  await step(page, "Weights");
  const id = new URL(page.url()).hash.split("/")[1];
  const reason = page.getByRole("textbox", { name: "Reason for the weight of Care" });
  // A reason is of the weight: given on one page, it stands on all.
  for (const [at, way] of ["swing", "rank", "pairwise", "best-worst", "words"].entries()) {
    await page.goto(visit.address(`#/${id}/weights/${way}`));
    await page.getByRole("navigation", { name: "Weighting methods" }).waitFor();
    const closed = page.locator("main details:not([open]) > summary").locator("visible=true");
    await parts.eventually(async () => {
      if (await reason.isVisible()) return true;
      const line = page.getByRole("button", { name: /: weight of Care$/, expanded: false });
      if (await line.count()) await line.first().click();
      else if (await closed.count()) await closed.first().click();
      return false;
    }, true, `a reason on ${way}`);
    if (at > 0) assert.equal(await reason.inputValue(), `Because, said ${at}`, way);
    await reason.fill(`Because, said ${at + 1}`);
    await reason.press("Tab");
    if (way === "swing") assert.equal(await page.locator(".weigh-rows.swing > li").count(), 3, "criteria, and no options made up for the question");
  }
  await page.goto(visit.address(`#/${id}/weights/compare`));
  const row = page.getByRole("row", { name: /^Consistency of the answers/ });
  await row.waitFor();
  const cells = await row.getByRole("cell").allTextContents();
  assert.equal(cells.at(-1), "1.15: like random answers");
  assert.ok(cells.slice(0, -1).every((cell) => cell === "–"), `${cells}`);
});
