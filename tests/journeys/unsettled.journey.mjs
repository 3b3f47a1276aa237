// Scores are missing, nobody leads, or nothing is there yet: no page claims more than is known.

import assert from "node:assert/strict";

import { test } from "./visit.mjs";
import * as parts from "./parts.mjs";

const option = (id, name) => ({ id, name });
const criterion = (id, name, weight) => ({ id, name, weight });

/** Keep has all its scores; Out is ahead whatever its missing one is, and Trust is behind. */
const GAPS = {
  format: "weighbridge",
  version: 1,
  title: "Gaps",
  options: [option("keep", "Keep in house"), option("trust", "Trust"), option("out", "Outsource")],
  criteria: [criterion("quality", "Quality", 60), criterion("cost", "Cost", 30), criterion("speed", "Speed", 10)],
  scores: {
    keep: { quality: 50, cost: 50, speed: 50 },
    trust: { quality: 20, cost: 20, speed: { absent: "not-applicable" } },
    out: { quality: 80, cost: 90, speed: { absent: "cannot-judge" } },
  },
};

/** Ash is ahead whatever it has on Say, and what is said of other weights is about Birch and Cedar. */
const BLANK = {
  format: "weighbridge",
  version: 1,
  title: "Blank",
  options: [option("a", "Ash"), option("b", "Birch"), option("c", "Cedar")],
  criteria: [criterion("x", "Cost", 45), criterion("y", "Quality", 45), criterion("z", "Say", 10)],
  scores: { a: { x: 90, y: 95 }, b: { x: 60, y: 40, z: 50 }, c: { x: 40, y: 50, z: 50 } },
};

const TIE = {
  format: "weighbridge",
  version: 1,
  title: "Tie",
  options: [option("a", "Alpha"), option("b", "Beta")],
  criteria: [criterion("x", "Cost", 1), criterion("y", "Quality", 1)],
  scores: { a: { x: 60, y: 40 }, b: { x: 40, y: 60 } },
};

async function openIt(visit, content) {
  await visit.open();
  await parts.openFile(visit.page, parts.file(`${content.title}.json`, JSON.stringify(content)));
  await parts.step(visit.page, "Result");
}

test("with scores missing, neither Result nor How sure gives an all-clear", async ({ visit }) => {
  const { page } = visit;
  await openIt(visit, GAPS);
  await parts.heading(page, "Outsource leads by at least 25.0 points, whatever the missing scores of Trust and Outsource are");
  await page.getByText("Outsource comes to between 75.0 and 85.0, and Keep in house has 50.0 now.").waitFor();
  await page.getByText("Speed (10% of the weight) is not in the sum").waitFor();
  await page.getByLabel("with").selectOption({ label: "Outsource" });
  await page.getByRole("heading", { name: "Compare two options" }).waitFor();
  await visit.shot("unsettled-result");
  await visit.axe();

  await parts.step(page, "How sure");
  await parts.heading(page, "How sure is the answer?");
  await page.getByText("Outsource has no total: no value on Speed.").waitFor();
  assert.equal(await page.getByText("holds whatever").count(), 0);
  assert.equal(await page.getByRole("heading", { name: "What would change the answer" }).count(), 0);
});

test("a leader with a blank is not contradicted by what is said of the others", async ({ visit }) => {
  const { page } = visit;
  await openIt(visit, BLANK);
  const first = "Ash leads by at least 33.2 points, whatever its missing scores are";
  await parts.heading(page, first);
  const told = "If Cost counted for less than 29% of everything (now 45%), Cedar would be ahead.";
  for (const name of [null, "How sure"]) {
    if (name) {
      await parts.step(page, name);
      await parts.heading(page, first);
      await page.getByRole("link", { name: "One weight", exact: true }).first().click();
    }
    await page.getByText("Ash is ahead although it has scores missing").waitFor();
    await page.getByText(told).waitFor();
    // Of which options is said once, as the heading of the list.
    await page.getByRole("heading", { name: "Among the options with all their scores", exact: true }).waitFor();
    assert.equal(await page.getByRole("link", { name: /^Try it/ }).count(), 0, "with 28% Ash would still lead");
    await visit.axe();
  }
  await visit.shot("leader-with-a-blank");
  await page.getByRole("heading", { name: "How far each weight can move before the leader changes" }).waitFor();
});

test("an option without scores unsettles the result on every page", async ({ visit }) => {
  const { page } = visit;
  await visit.open("#/birmingham-2013/options");
  await page.getByRole("textbox", { name: "Add an option" }).fill("Merge with Solihull");
  await page.getByRole("button", { name: "Add option", exact: true }).click();
  await parts.hears(page, "The result is no longer settled: Merge with Solihull has no scores.");
  await parts.step(page, "How sure");
  await parts.heading(page, "Missing scores could change who leads");
  await page.getByText("Merge with Solihull has scores missing, so is left out").waitFor();
  await visit.axe();
  await page.goto(page.url().replace(/#.*/, "#/"));
  await page.getByText(/leads, not settled: scores are missing/).waitFor();
});

test("a tie says what would break it, and no leader is spoken of", async ({ visit }) => {
  const { page } = visit;
  await openIt(visit, TIE);
  await page.getByRole("heading", { name: "Why Alpha and Beta tie" }).waitFor();
  await parts.step(page, "How sure");
  await parts.heading(page, "No clear winner: Alpha and Beta tie");
  await page.getByRole("link", { name: "One weight", exact: true }).first().click();
  await page.getByText("If Cost had more weight (now 50% of everything, the rest Quality), Alpha would be ahead; if less, Beta would be ahead.").waitFor();
  assert.equal(await page.getByText("today’s leader").count(), 0);
  await visit.shot("tie-how-sure");
});

test("links that stand alone are high enough to be hit", async ({ visit }) => {
  const { page } = visit;
  await visit.open("#/birmingham-2013/result");
  const high = async (link) => (await link.boundingBox()).height;
  assert.ok((await high(page.getByRole("link", { name: "How sure is this?" }))) >= 24);
  await parts.step(page, "Weights");
  assert.ok((await high(parts.outcome(page).getByRole("link", { name: "See the result" }))) >= 24);
});

test("a result that is not there yet is not offered for download", async ({ visit }) => {
  const { page } = visit;
  await visit.open("#/new-appraisal/result");
  await parts.heading(page, "No result yet");
  assert.equal(await page.getByRole("button", { name: /^Download ./ }).count(), 0);
});

/** B has no weeks yet; many of them would make the 10 between A and D, and the whole lead of A, next to nothing. */
const MOVING = {
  format: "weighbridge",
  version: 1,
  title: "Moving",
  options: [option("a", "Alpha"), option("b", "Beta"), option("d", "Delta")],
  criteria: [{ ...criterion("x", "Time", 50), scale: { kind: "measure", unit: "weeks", direction: "higher" } }, criterion("y", "Quality", 50)],
  scores: { a: { x: 20, y: 100 }, b: { y: 90 }, d: { x: 10, y: 90 } },
};

test("a missing amount that could put another option first is in the heading of every page", async ({ visit }) => {
  const { page } = visit;
  await openIt(visit, MOVING);
  const open = "Alpha leads, but Beta could still overtake it by nearly 45.0 points once all its scores are in";
  await parts.heading(page, open);
  await page.getByText("Of the options that have all their scores, Alpha is 55.0 points ahead of Delta.").waitFor();
  await visit.shot("unsettled-moving-ends");
  await visit.axe();
  await page.goto(page.url().replace(/#.*/, "#/"));
  await page.getByText("Alpha leads, not settled: scores are missing").waitFor();
});
