// The page of weights as it is seen first, what stays where it is while one works on it, and what is kept from view in a room.

import assert from "node:assert/strict";

import { test } from "./visit.mjs";
import * as parts from "./parts.mjs";
import { heading, step } from "./parts.mjs";

const CRITERIA = ["Front line", "Partners", "Commissioning and governance", "Local accountability", "Independence (DfE confidence)", "Pace and low disruption"];

/** Whether an element lies within the window as it is, whole. */
async function isOnScreen(page, locator) {
  const box = await locator.boundingBox();
  const { height } = page.viewportSize();
  return box !== null && box.y >= 0 && box.y + box.height <= height + 0.5;
}

const strip = (page) => page.locator(".so-far");

test("a tablet shows six weights with the ends of their scales, and five bars, without scrolling", async ({ visit }) => {
  const { page } = visit;
  await page.setViewportSize({ width: 1024, height: 768 });
  await visit.open("#/birmingham-2013/weights");
  await page.getByText("Shares of everything, 100% in all.").waitFor();
  for (const name of CRITERIA) {
    const box = parts.weightField(page, `Weight of ${name}`);
    assert.ok(await isOnScreen(page, box), `the share of ${name}`);
    const row = page.locator(".weigh-row").filter({ has: box });
    assert.equal(await row.locator("dd").count(), 2, `${name} has two ends in words`);
    assert.ok(await isOnScreen(page, row.locator("dl")), `the ends of ${name}`);
  }
  const bars = page.getByRole("region", { name: "Totals, out of 100" }).getByRole("listitem");
  assert.deepEqual(await bars.locator(".number").allTextContents(), parts.TOTALS);
  for (const bar of await bars.all()) assert.ok(await isOnScreen(page, bar), await bar.textContent());
  assert.equal(await page.evaluate(() => scrollY), 0);

  // The one weight that changes the leader says where, on its own slider.
  const marks = page.locator(".track-mark");
  assert.equal(await marks.count(), 1);
  const independence = page.getByRole("slider", { name: `${parts.INDEPENDENCE}, slider` });
  const description = await independence.getAttribute("aria-describedby");
  assert.equal(await page.locator(`[id="${description}"]`).textContent(), "Above 32.9%, Trust (council) leads");
  const [slider, mark] = [await independence.boundingBox(), await marks.locator("path").boundingBox()];
  const at = (mark.x + mark.width / 2 - slider.x - 8) / (slider.width - 16);
  assert.ok(Math.abs(at - 0.328 / 0.99) < 0.02, `the mark stands at ${at} of the slider`);
  await visit.axe();
  await visit.shot("weights-tablet");
});

test("a telephone shows the first share, and the result, on its first screen", async ({ visit }) => {
  const { page } = visit;
  await page.setViewportSize({ width: 390, height: 844 });
  await visit.open("#/birmingham-2013/weights");
  const first = parts.weightField(page, "Weight of Front line");
  await first.waitFor();
  assert.ok(await isOnScreen(page, first));
  const [box, line] = [await first.boundingBox(), await strip(page).boundingBox()];
  assert.ok(box.y + box.height <= line.y, "nothing lies over the number");
  assert.ok(await isOnScreen(page, strip(page)));
  await parts.assertFits(page, "weights on a telephone");
});

test("on a telephone no result takes one line at the foot of the window", async ({ visit }) => {
  const { page } = visit;
  await page.setViewportSize({ width: 390, height: 844 });
  await visit.open("#/new-appraisal/criteria");
  await strip(page).getByText("No result yet.").waitFor();
  const { height } = await strip(page).boundingBox();
  assert.ok(height < 48, `${height} px`);
});

for (const [width, height] of [[1280, 900], [1024, 768], [390, 844]]) {
  test(`at ${width} px nothing moves from under a pointer that works`, async ({ visit }) => {
    const { page } = visit;
    await page.setViewportSize({ width, height });
    await visit.open("#/birmingham-2013/weights");
    const more = page.getByRole("button", { name: "More weight for Front line" });
    await more.waitFor();
    const box = await more.boundingBox();
    const tall = (await strip(page).boundingBox()).height;
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    for (let tap = 1; tap <= 4; tap += 1) {
      await page.mouse.click(x, y);
      await parts.hasShare(page, (30 + tap).toFixed(1), "Weight of Front line");
      assert.deepEqual(await more.boundingBox(), box, `after ${tap} taps`);
      assert.equal((await strip(page).boundingBox()).height, tall, `the line after ${tap} taps`);
    }
    // It speaks of where one started, and takes the taps back together: they are one change.
    await strip(page).getByText("You changed the weight of Front line: the lead is 16.6 points, 17.0 at the start.").waitFor();
    await strip(page).getByRole("button", { name: "Undo" }).click();
    await parts.hasShare(page, "30", "Weight of Front line");

    // What was done here is not told elsewhere.
    await step(page, "Options").catch(() => page.goto(visit.address("#/birmingham-2013/options")));
    await strip(page).waitFor();
    assert.equal(await page.getByText("You changed the weight").count(), 0);
  });
}

test("a weight that nobody has given has no thumb on its slider", async ({ visit }) => {
  const { page } = visit;
  await visit.open("#/birmingham-2013/weights");
  await parts.setWeight(page, "");
  const slider = page.getByRole("slider", { name: `${parts.INDEPENDENCE}, slider` });
  await page.getByText("One more needs a weight: blank is not zero.").waitFor();
  assert.equal(await slider.getAttribute("aria-valuetext"), "no weight yet");
  // Drawn by the page, and without a thumb, where the others are drawn by the browser.
  const drawn = (of) => of.evaluate((input) => [getComputedStyle(input).appearance, input.matches(".blank")]);
  assert.deepEqual(await drawn(slider), ["none", true]);
  assert.deepEqual(await drawn(page.getByRole("slider", { name: "Weight of Pace and low disruption, slider" })), ["auto", false]);
  await visit.axe();
  await visit.shot("weights-blank");
});

test("hidden totals stay hidden while people weigh and score, and on this device", async ({ visit }) => {
  const { page } = visit;
  await visit.open("#/birmingham-2013/weights");
  const toggle = page.getByRole("button", { name: "Hide totals" });
  assert.equal(await toggle.getAttribute("aria-pressed"), "false");
  await page.getByText("leads by 17.0 points").first().waitFor();
  await toggle.click();
  assert.equal(await toggle.getAttribute("aria-pressed"), "true");
  const shown = () => page.locator("body").innerText();
  const secret = /Integrated transformation|Trust \(council\) leads|77\.5|leads by|the lead is/;
  await strip(page).getByText("Totals are hidden while you weigh and score.").waitFor();
  assert.doesNotMatch(await shown(), secret);
  await page.getByRole("button", { name: "More weight for Independence (DfE confidence)" }).click();
  await parts.hears(page, "You changed the weight of Independence.");
  assert.doesNotMatch(await shown(), secret);
  await visit.axe();
  await visit.shot("weights-hidden");
  for (const view of ["swing", "compare"]) {
    await page.goto(visit.address(`#/birmingham-2013/weights/${view}`));
    await page.getByRole("navigation", { name: "Weighting methods" }).waitFor();
    assert.doesNotMatch(await shown(), secret, view);
  }
  await page.goto(visit.address("#/birmingham-2013/scores"));
  await strip(page).getByText("Totals are hidden").waitFor();
  assert.doesNotMatch(await shown(), /77\.5|leads by|the lead is/);

  // Not what people conclude, and after a reload the choice is the same.
  await step(page, "Result");
  await heading(page, /leads by/);
  await page.goto(visit.address("#/birmingham-2013/weights"));
  await page.reload();
  await strip(page).getByText("Totals are hidden while you weigh and score.").waitFor();
  await page.getByRole("button", { name: "Hide totals" }).click();
  await page.getByText(/leads by/).first().waitFor();
});

/** Two groups, one of which has a weight missing. */
const GROUPED = {
  format: "weighbridge", version: 1, title: "Grouped",
  options: [{ id: "x", name: "X" }, { id: "y", name: "Y" }],
  criteria: [
    { id: "quality", name: "Quality", weight: 60, criteria: [{ id: "care", name: "Care", weight: 75, anchors: [{ value: 0, words: "none" }, { value: 100, words: "round the clock" }] }, { id: "speed", name: "Speed", weight: 25 }] },
    { id: "cost", name: "Cost", weight: 40, criteria: [{ id: "now", name: "Now", weight: 1 }, { id: "later", name: "Later" }] },
  ],
  scores: { x: { care: 90, speed: 10, now: 40, later: 50 }, y: { care: 20, speed: 60, now: 50, later: 60 } },
};

test("groups are rows that open, and one with a weight missing is open", async ({ visit }) => {
  const { page } = visit;
  await visit.open();
  await parts.openFile(page, parts.file("grouped.json", JSON.stringify(GROUPED)));
  await step(page, "Weights");
  const box = (name) => parts.weightField(page, `Weight of ${name}`);
  await box("Later").waitFor();
  assert.equal(await box("Care").count(), 0, "a group that is whole is closed");
  const opener = page.locator(".weigh-row").filter({ has: box("Quality") }).getByRole("button", { name: "2 criteria" });
  assert.equal(await opener.getAttribute("aria-expanded"), "false");
  await opener.click();
  await box("Care").waitFor();
  await page.getByText("Shares of Quality, 100% in all.").waitFor();
  assert.equal(await opener.getAttribute("aria-expanded"), "true");
  await page.getByText("45% of everything").waitFor();
  await visit.axe();
  await visit.shot("weights-groups");
  await page.setViewportSize({ width: 390, height: 844 });
  await parts.assertFits(page, "groups of weights");
});

/** Counts what a person does: a click, a key, a field that is typed into. */
class Hands {
  actions = 0;
  constructor(page) {
    this.page = page;
  }
  async click(locator, options) {
    this.actions += 1;
    await locator.click(options);
  }
  async key(name) {
    this.actions += 1;
    await this.page.keyboard.press(name);
  }
  async type(text) {
    this.actions += 1;
    await this.page.keyboard.type(text);
  }
  /** Presses a slider somewhere along it. */
  async slide(slider, to) {
    const { width, height } = await slider.boundingBox();
    await this.click(slider, { position: { x: 8 + (width - 16) * to, y: height / 2 } });
  }
}

test("a newcomer reaches a first result of 4 options on 5 criteria by swing in at most 60 actions", async ({ visit }) => {
  const { page } = visit;
  await visit.open();
  const hands = new Hands(page);
  const steps = page.getByRole("navigation", { name: "Steps" });
  await hands.click(page.getByRole("button", { name: "Start a new appraisal" }));
  await hands.click(steps.getByRole("link", { name: /^Options/ }));
  await hands.click(page.getByRole("textbox", { name: "Add an option" }));
  for (const name of ["Keep", "Share", "Outsource", "Trust"]) {
    await hands.type(name);
    await hands.key("Enter");
  }
  await hands.click(page.getByRole("link", { name: "Next: Criteria" }));
  await hands.click(page.getByRole("textbox", { name: "Add a criterion" }));
  const criteria = ["Cost", "Care", "Speed", "Staff", "Risk"];
  for (const name of criteria) {
    await hands.type(name);
    await hands.key("Enter");
  }
  await hands.click(page.getByRole("link", { name: "Next: Weights" }));
  await hands.click(page.getByRole("link", { name: "Swing weighting" }));
  await hands.click(page.getByRole("button", { name: "Improve this first : Care" }));
  for (const [name, to] of [["Cost", 0.8], ["Speed", 0.5], ["Staff", 0.4], ["Risk", 0.2]]) {
    await hands.slide(page.getByRole("slider", { name: `Points for ${name}, slider` }), to);
  }
  // Nothing had to be taken up: complete answers are the weights.
  await page.getByRole("heading", { name: "Your weights", exact: true }).waitFor();
  await hands.click(page.getByRole("link", { name: "Next: Scores" }));
  await hands.click(page.getByRole("link", { name: "Every option on Cost side by side" }));
  for (const [at, name] of criteria.entries()) {
    if (at > 0) {
      hands.actions += 1;
      await page.getByRole("combobox", { name: "Criterion" }).selectOption(name);
    }
    await heading(page, `Every option on ${name}`);
    for (const [row, option] of ["Keep", "Share", "Outsource", "Trust"].entries()) {
      await hands.slide(page.getByRole("slider", { name: `Score of ${option}, slider` }), ((row * 7 + at * 3) % 10) / 10 + 0.05);
    }
  }
  await strip(page).getByText(/leads by|too close to call|ahead/).waitFor();
  console.log(`a first result by hand: ${hands.actions} actions`);
  assert.ok(hands.actions <= 60, `${hands.actions} actions`);
});
