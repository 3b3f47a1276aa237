// Weights and the judgements behind them: where they disagree, where only judgements are given, and where
// the answers contradict each other.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";

import { test } from "./visit.mjs";
import * as parts from "./parts.mjs";
import { heading, step } from "./parts.mjs";

const tried = (name) => readFileSync(new URL(`../tried/files/${name}.json`, import.meta.url), "utf8");

const open = async (visit, name, content) => {
  await visit.open();
  await parts.openFile(visit.page, parts.file(`${name}.json`, content));
};

const DISAGREE = "The swing answers give other weights than those in use";

test("weights that are not those of the swing answers are told, and either can be taken", async ({ visit }) => {
  const { page } = visit;
  await open(visit, "swing", tried("05-weights-not-from-judgements"));
  await step(page, "Result");
  await page.getByText("The weights are not those that the answers give (Swing weighting): C1 has 10%, where the answers give 83.3%; C2 has 90%, where the answers give 16.7%.").waitFor();
  await step(page, "Weights");
  const notice = page.getByRole("heading", { name: DISAGREE });
  await notice.waitFor();
  await visit.axe();
  await visit.shot("weights-disagree");

  // The page of the method does not call weights in use what only follows.
  const ways = page.getByRole("navigation", { name: "Weighting methods" });
  await ways.getByRole("link", { name: /^Swing weighting/ }).click();
  await notice.waitFor();
  assert.equal(await page.getByRole("heading", { name: "Your weights", exact: true }).count(), 0);
  assert.equal(await ways.getByText("in use").count(), 0, "no way gives the weights that count");

  // What counts stands beside what the answers give.
  await ways.getByText("Other methods").click();
  await ways.getByRole("link", { name: "Compare methods" }).click();
  const compared = page.getByRole("region", { name: "Weights by each method: All criteria" });
  await compared.waitFor();
  const heads = await compared.getByRole("columnheader").allTextContents();
  assert.deepEqual(heads, ["Criterion", "The weights in use", "Swing weighting"]);
  assert.deepEqual(await compared.getByRole("row", { name: /^C1/ }).getByRole("cell").allTextContents(), ["10%", "83.3%"]);
  await page.getByText("The weights in use: B leads by 37.0 points.").waitFor();
  assert.equal(await page.getByText("Only one method has been used").count(), 0);
  await visit.axe();
  await ways.getByRole("link", { name: /^Swing weighting/ }).click();
  await page.getByRole("button", { name: "Use the weights from the answers" }).click();
  await notice.waitFor({ state: "detached" });
  await parts.outcome(page).getByText(/A (now )?leads by/).first().waitFor();
  await page.getByRole("heading", { name: "Your weights", exact: true }).waitFor();

  // Undone, the weights given can be kept: then they are points.
  await parts.undoButton(page, "Swing weighting for the criteria").click();
  await notice.waitFor();
  await page.getByRole("button", { name: "Keep the weights in use" }).click();
  await notice.waitFor({ state: "detached" });
  await parts.outcome(page).getByText("You kept the weights in use").first().waitFor();
  await ways.getByText("Shares in use").waitFor();
});

test("a file with judgements and no weights opens with weights", async ({ visit }) => {
  const { page } = visit;
  await open(visit, "pairs", tried("06-judgements-without-weights"));
  await step(page, "Weights");
  assert.equal(await parts.weightField(page, "Weight of C1").inputValue(), "75");
  await parts.outcome(page).getByText(/A (now )?leads by/).first().waitFor();
  await step(page, "Result");
  assert.equal(await page.getByText("C1 has no weight").count(), 0);
});

test("two islands need one answer, and each that would do is named", async ({ visit }) => {
  const { page } = visit;
  await open(visit, "islands", tried("07-two-islands"));
  await step(page, "Result");
  await page.getByText("it needs one more answer: compare C1 or C2 with C3 or C4").waitFor();
  await step(page, "Weights");
  await page.getByRole("navigation", { name: "Weighting methods" }).getByRole("link", { name: /^Pairwise/ }).click();
  await page.getByText("One answer to go: compare C1 or C2 with C3 or C4.").waitFor();
  await page.getByRole("combobox", { name: "C2 or C3", exact: true }).selectOption({ label: "As much" });
  await page.getByRole("heading", { name: "Do the answers agree?" }).waitFor();
});

test("answers in a ring are said to be like random ones, and all three changes that help are shown", async ({ visit }) => {
  const { page } = visit;
  const ring = JSON.parse(tried("07-two-islands"));
  ring.criteria.pop();
  ring.weighting = { pairwise: [["c1", "c2", 3], ["c2", "c3", 3], ["c3", "c1", 3]] };
  for (const row of Object.values(ring.scores)) delete row.c4;
  await open(visit, "ring", JSON.stringify(ring));
  await step(page, "Weights");
  const ways = page.getByRole("navigation", { name: "Weighting methods" });
  await ways.getByText("Other methods").click();
  await ways.getByRole("link", { name: /^Pairwise/ }).click();
  await heading(page, "Compare the criteria two at a time");
  const plainly = page.getByText("Consistency ratio 1.15 (0.1 is acceptable, 1 is like answering at random): do not use these weights yet.");
  await plainly.first().waitFor();
  const changes = page.getByRole("button", { name: /^Change it to/ });
  assert.equal(await changes.count(), 3, "every change that helps as much as the best");
  const use = page.getByRole("button", { name: "Use these weights" });
  assert.doesNotMatch(await use.getAttribute("class"), /solid/, "not the bright button");
  await visit.axe();
  await visit.shot("pairs-like-random");
  await changes.nth(1).click();
  await page.getByText("The answers agree with each other completely.").first().waitFor();
  // No others are in use, so answers that agree are the weights.
  await page.getByRole("heading", { name: "Your weights", exact: true }).waitFor();
  assert.equal(await use.count(), 0);
});
