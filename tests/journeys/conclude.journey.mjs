// Result and How sure: what the first screen holds, and how few actions it takes to know who leads, why, and what would
// change that.

import assert from "node:assert/strict";

import { test } from "./visit.mjs";
import * as parts from "./parts.mjs";

/** Three groups of three criteria. */
const GROUPS = {
  format: "weighbridge", version: 1, title: "Leisure",
  options: ["Company", "In-house", "Trust", "Operator", "Joint"].map((name, at) => ({ id: `o${at}`, name })),
  criteria: [["Fit", 35], ["Partnership", 25], ["Money", 40]].map(([name, weight], at) => ({
    id: `g${at}`, name, weight, criteria: [1, 2, 3].map((part) => ({ id: `g${at}c${part}`, name: `${name} ${part}`, weight: part })),
  })),
  scores: Object.fromEntries([0, 1, 2, 3, 4].map((option) => [`o${option}`, Object.fromEntries([0, 1, 2].flatMap((group) =>
    [1, 2, 3].map((part) => [`g${group}c${part}`, (option * 37 + group * 29 + part * 17 + 40) % 101])))])),
};

async function openIt(visit, content, step = "Result") {
  await visit.open();
  await parts.openFile(visit.page, parts.file(`${content.title}.json`, JSON.stringify(content)));
  await parts.step(visit.page, step);
}

/** Where a thing ends on the first screen. */
async function bottom(locator) {
  const box = await locator.boundingBox();
  return box.y + box.height;
}

test("a cabinet member finds who leads, why, and the flip of Independence in at most five actions", async ({ visit }) => {
  const { page } = visit;
  await page.setViewportSize({ width: 1024, height: 768 });
  await visit.open("#/");
  let actions = 0;
  const act = async (locator) => { actions += 1; await locator.click(); };
  await act(page.getByRole("link", { name: /^Birmingham children’s services, 2013/ }).first());
  if (!page.url().includes("/result")) await act(page.getByRole("navigation", { name: "Steps" }).getByRole("link", { name: /^Result/ }));
  await parts.heading(page, "Integrated transformation leads by 17.0 points");
  await page.getByText("It comes first on five of six criteria.").waitFor();
  await page.getByText("overtaken only if Independence counted for about a third of everything").waitFor();
  await page.getByText("It leads in 88 of 100 possible sets of weights.").waitFor();
  await act(page.getByRole("navigation", { name: "Steps" }).getByRole("link", { name: /^How sure/ }));
  await parts.heading(page, "The lead holds unless Independence counts for about a third of everything");
  await page.locator("svg.chart text").filter({ hasText: "above 32.9%" }).first().waitFor();
  assert.ok(actions <= 5, `${actions} actions`);
});

for (const [width, height] of [[390, 844], [1024, 768], [1280, 800]]) {
  test(`the evidence is on the first screen at ${width} by ${height}`, async ({ visit }) => {
    const { page } = visit;
    await page.setViewportSize({ width, height });
    await visit.open("#/birmingham-2013/result");
    const totals = page.getByRole("region", { name: "Totals" });
    const rows = totals.locator("svg.chart g.row");
    await rows.first().waitFor();
    const before = await rows.first().boundingBox();
    if (width < 800) {
      assert.ok((await bottom(totals.locator("svg.chart text").filter({ hasText: "77.5" }))) < height, "the first number stands above the fold");
    } else {
      assert.equal(await rows.count(), 5);
      // The row of the last is the bar and its name: what is under it may wait.
      assert.ok((await bottom(rows.last())) <= height, `the last bar ends at ${await bottom(rows.last())}`);
    }
    // What is worked out a moment later moves nothing that is read.
    await page.getByText("comes first in 44 of 50.").waitFor();
    await page.getByText("It leads in 88 of 100 possible sets of weights.").waitFor();
    assert.deepEqual(await rows.first().boundingBox(), before);
    await parts.assertFits(page, `the result at ${width}`);
    await visit.axe();
    await visit.shot(`first-result-${width}`);

    await visit.open("#/birmingham-2013/how-sure");
    const lines = page.getByRole("region", { name: "The answer in short" }).getByRole("listitem");
    await parts.eventually(() => lines.count(), 4, "the lines");
    assert.ok((await bottom(lines.nth(width < 800 ? 1 : 3))) <= height, "the answers stand above the fold");
    // The parts of the page are all in sight, so that nobody has to scroll for the one they are on.
    const tabs = page.getByRole("navigation", { name: "Ways to test the answer" }).getByRole("link");
    for (const tab of await tabs.all()) {
      const { x, width: wide } = await tab.boundingBox();
      assert.ok(x >= 0 && x + wide <= width, `${await tab.textContent()} ends at ${x + wide}`);
    }
    await parts.assertFits(page, `how sure at ${width}`);
    await visit.axe();
    await visit.shot(`first-how-sure-${width}`);
  });
}

test("each line of How sure leads to its part", async ({ visit }) => {
  const { page } = visit;
  const short = page.getByRole("region", { name: "The answer in short" });
  for (const [name, heading] of [["One weight", "What if one weight changed?"], ["Scores", "What if one score changed?"], ["Other methods", "How the answer was tested"]]) {
    await visit.open("#/birmingham-2013/how-sure");
    await short.getByRole("link", { name, exact: true }).click();
    await parts.heading(page, heading);
    await visit.axe();
  }
});

test("bars by group open to their criteria, and the dots to their numbers", async ({ visit }) => {
  const { page } = visit;
  await openIt(visit, GROUPS);
  const chart = page.getByRole("region", { name: "Totals" }).locator("svg.chart");
  await chart.locator("g.row").first().waitFor();
  for (const name of ["Fit", "Partnership", "Money"]) await chart.locator("text").filter({ hasText: name }).first().waitFor();
  const table = page.getByRole("region", { name: "Where the points come from" });
  assert.equal(await table.getByRole("row").count(), 5, "a head, three groups and the total");
  const money = table.getByRole("button", { name: /^Money/ });
  await money.click();
  assert.equal(await money.getAttribute("aria-expanded"), "true");
  await table.getByRole("rowheader", { name: "Money 2" }).waitFor();
  await page.getByRole("button", { name: "Open all groups" }).click();
  assert.equal(await table.getByRole("row").count(), 14);
  const dots = page.getByRole("region", { name: "If nobody agreed on weights" });
  await dots.getByText(/in \d+ of 50\./).waitFor();
  await dots.getByRole("button", { name: "Show as table" }).click();
  const counts = await dots.getByRole("row").locator("td:nth-child(2)").allTextContents();
  assert.equal(counts.reduce((sum, count) => sum + Number(count), 0), 50);
  assert.equal(counts.length, 5, "whoever has no dot too");
  await visit.axe();
  await visit.shot("result-groups");
});

test("a bar, a share and a total open to where they come from", async ({ visit }) => {
  const { page } = visit;
  await openIt(visit, GROUPS);
  const dialog = page.getByRole("dialog");
  const opens = async (title, words) => {
    await dialog.getByRole("heading", { name: title }).waitFor();
    await dialog.getByText(words).first().waitFor();
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "hidden" });
  };
  const table = page.getByRole("region", { name: "Where the points come from" });
  const heads = await table.getByRole("columnheader").allTextContents();
  await page.getByRole("region", { name: "Totals" }).locator("g.row").nth(1).click();
  await opens(new RegExp(`^Total of .*${heads[3]}`), /^Total: /);
  await table.getByRole("row", { name: /^Money/ }).getByRole("button", { name: /%$/ }).press("Enter");
  await opens("Weight of Money", /^Share of everything: /);
  await table.getByRole("row", { name: /^Total/ }).getByRole("button").nth(1).press("Enter");
  await opens(new RegExp(`^Total of .*${heads[3]}`), /^Total: /);
  await page.getByRole("button", { name: "Open all groups" }).click();
  await table.getByRole("row").nth(2).getByRole("cell").nth(1).click();
  await opens(new RegExp(`${heads[2]}.* on `), "0 means");

  await visit.open("#/birmingham-2013/how-sure/all-weights");
  const figure = page.locator(".figure").first();
  await figure.locator("g.row").first().click();
  await opens("How often Integrated transformation comes where", /possible sets of weights/);
  await figure.getByRole("button", { name: "How is this worked out?" }).press("Enter");
  await dialog.getByText(/correct to about|Exact, by formula/).waitFor();
  await visit.axe();
  await opens("How often Integrated transformation comes where", /it comes first in/);
  await page.getByRole("region", { name: "How often each option beats each other, one to one" }).getByRole("button").nth(1).press("Enter");
  await dialog.getByRole("heading", { name: /^How often .* comes where$/ }).waitFor();
  await dialog.getByRole("link", { name: /on Scores$/ }).click();
  await parts.heading(page, "Scores");
});

test("without weights or scores How sure has nothing on it that cannot work", async ({ visit }) => {
  const { page } = visit;
  for (const part of ["", "/one-weight", "/scenarios", "/analysts", "/map", "/your-weights"]) {
    await visit.open(`#/new-appraisal/how-sure${part}`);
    await parts.heading(page, "How sure is the answer?");
    const main = page.getByRole("main");
    assert.equal(await main.locator("button, input, select, textarea").count(), 0, part);
    assert.equal(await page.getByRole("navigation", { name: "Ways to test the answer" }).count(), 0, part);
  }
  // Scores alone say who would lead how often.
  const scored = structuredClone(GROUPS);
  for (const group of scored.criteria) for (const one of [group, ...group.criteria]) delete one.weight;
  await openIt(visit, scored, "How sure");
  await page.getByRole("link", { name: "See who would lead under all possible weights" }).click();
  await page.getByRole("heading", { level: 1, name: /possible sets of weights/ }).waitFor();
});

test("at 1920 px a wide table has the width", async ({ visit }) => {
  const { page } = visit;
  await page.setViewportSize({ width: 1920, height: 1080 });
  await openIt(visit, GROUPS);
  const grid = page.getByRole("grid").first();
  await grid.waitFor();
  const scrolls = await grid.evaluate((table) => table.parentElement.scrollWidth > table.parentElement.clientWidth + 1);
  assert.equal(scrolls, false, "nine criteria fit without scrolling");
  const box = await grid.boundingBox();
  assert.ok(box.width > 1200, `${box.width} px of 1920`);
  await visit.shot("result-1920");
});

test("how far to trust it stands on Result and on How sure, unless it is final", async ({ visit }) => {
  const { page } = visit;
  for (const [status, words] of [["draft", "Draft"], ["illustrative", "Illustrative"], ["final", null]]) {
    await openIt(visit, { ...GROUPS, title: `Leisure, ${status}`, status });
    for (const name of ["Result", "How sure"]) {
      await parts.step(page, name);
      await page.getByRole("main").getByRole("heading", { level: 1, name: /lead/ }).waitFor();
      const told = await page.getByRole("main").locator(".tag").locator("visible=true").allTextContents();
      assert.deepEqual(told.filter((text) => /^(Draft|Illustrative|Final)$/.test(text)), words ? [words] : [], `${name} of ${status}`);
    }
  }
});

/** What is said of weights that nobody has given as numbers. */
const SAID = {
  format: "weighbridge", version: 1, title: "Said, not weighed",
  options: [{ id: "a", name: "Keep" }, { id: "b", name: "Share" }],
  criteria: ["x", "y", "z"].map((id) => ({ id, name: `Criterion ${id}` })),
  scores: { a: { x: 90, y: 40, z: 10 }, b: { x: 20, y: 50, z: 80 } },
};

for (const [what, statements] of [["an order", [["x", "before", "y"], ["y", "before", "z"]]], ["a share", [["x", "at-least", 0.6]]]]) {
  test(`with statements and no weights, a result is two clicks away: ${what}`, async ({ visit }) => {
    const { page } = visit;
    await openIt(visit, { ...SAID, robustness: { statements } }, "How sure");
    await page.getByRole("link", { name: "See who would lead under all possible weights" }).click();
    await page.getByRole("heading", { level: 1, name: /^Keep leads in / }).waitFor();
    assert.ok(await page.getByRole("radio", { name: /^What you all agree on/ }).isChecked());
    await visit.axe();
  });
}
