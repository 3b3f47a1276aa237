// Scores that people can defend: one criterion at a time, against each other, in words, and on a curve.

import assert from "node:assert/strict";

import { test } from "./visit.mjs";
import * as parts from "./parts.mjs";
import { heading, step } from "./parts.mjs";

const PARTNERS = "#/birmingham-2013/scores/partners";

test("a facilitator scores one criterion at a time, against each other", async ({ visit }) => {
  const { page } = visit;
  await visit.open("#/birmingham-2013/scores");
  await page.getByRole("link", { name: "Every option on Front line side by side" }).click();
  await heading(page, "Every option on Front line");
  await page.getByLabel("Criterion", { exact: true }).selectOption("Partners");
  await heading(page, "Every option on Partners");
  await visit.axe();
  // On a telephone a name has a line of its own, not a column of letters.
  await page.setViewportSize({ width: 390, height: 844 });
  const name = await page.locator(".weight .name").first().boundingBox();
  assert.ok(name.width > 200, `the name has ${name.width} px`);
  await page.setViewportSize({ width: 1280, height: 900 });
  await visit.shot("scores-one-criterion");

  // The best and the worst are no longer at the ends: the tool offers to stretch.
  const field = (name) => page.getByRole("textbox", { name: `Score of ${name}`, exact: true });
  const names = await page.locator(".weight .name").allTextContents();
  const numbers = [80, 50, 40, 20, 30];
  for (const [at, name] of names.entries()) {
    await field(name).fill(String(numbers[at]));
    await field(name).press("Tab");
  }
  await page.getByText("The best would be 100 and the worst 0").waitFor();
  await visit.shot("scores-stretch");
  await page.getByRole("button", { name: "Make the best 100 and the worst 0" }).click();
  await parts.hasFocus(page.getByText("Scored against each other: the best option has 100 and the worst 0."));
  await page.getByText(`0 is: As ${names[3]}. 100 is: As ${names[0]}.`).waitFor();
  assert.equal(await field(names[1]).inputValue(), "50", "halfway between 20 and 80");
  assert.equal(await field(names[3]).inputValue(), "0");

  // A slider is there for those who would rather push, and a reason beside it.
  const slider = page.getByRole("slider", { name: `Score of ${names[1]}, slider` });
  await slider.focus();
  await page.keyboard.press("ArrowRight");
  await page.getByRole("button", { name: /^Undo: / }).waitFor();
  assert.equal(await field(names[1]).inputValue(), "51");
  const reason = page.getByRole("textbox", { name: `Reason for the score of ${names[1]}` });
  await reason.fill("Two partners said so");
  await reason.press("Tab");
  await page.getByRole("link", { name: "All criteria in one table" }).click();
  await heading(page, "Scores");
});

test("differences between options in words become scores", async ({ visit }) => {
  const { page } = visit;
  await visit.open(PARTNERS);
  await page.getByText("Say in words how large the differences are (MACBETH)").click();
  await page.getByRole("button", { name: "This is the order" }).click();
  const steps = page.locator(".pairs").first().getByRole("combobox");
  assert.equal(await steps.count(), 4, "five options have four steps");
  for (const [at, words] of ["weak", "moderate", "very weak", "strong"].entries()) {
    await steps.nth(at).selectOption(words);
  }
  await page.getByText("Scores that fit your words:").waitFor();
  await visit.axe();
  await visit.shot("scores-in-words");
  await page.getByRole("button", { name: "Use these scores" }).click();
  await parts.hasFocus(page.getByText("The scores in use fit your words:"));

  // A contradiction is said at once, with what would mend it.
  await page.getByText("The other differences").click();
  const wide = page.getByRole("combobox", { name: /, against / }).nth(4);
  await wide.selectOption("no difference");
  await page.getByRole("heading", { name: "These words contradict each other" }).waitFor();
  await visit.shot("scores-contradict");
  await page.getByRole("button", { name: /^Change it/ }).first().click();
  await page.getByRole("heading", { name: "These words contradict each other" }).waitFor({ state: "detached" });

  // All of it is in the file.
  const saved = await visit.download(() => parts.saveFile(page).click());
  const criterion = JSON.parse(saved.text).criteria.find((c) => c.id === "partners");
  assert.equal(criterion.judged.order.length, 5);
});

test("a value function is drawn, and bent by dragging", async ({ visit }) => {
  const { page } = visit;
  await visit.open("#/birmingham-2013/criteria");
  await page.getByRole("button", { name: /^Pace/ }).first().click();
  await page.getByRole("radio", { name: /^A natural measure/ }).check();
  await page.getByRole("textbox", { name: "Unit" }).fill("weeks");
  await page.getByRole("radio", { name: /^Less is better/ }).check();
  await page.getByRole("radio", { name: /^At amounts that stay fixed/ }).check();
  await page.getByRole("textbox", { name: "Lowest amount" }).fill("10");
  await page.getByRole("textbox", { name: "Highest amount" }).fill("50");
  await page.getByRole("heading", { name: /halfway is worth half/ }).waitFor();
  await page.getByRole("button", { name: "Add a bend" }).click();
  await page.getByRole("textbox", { name: "Amount at bend 1" }).fill("20");
  await page.getByRole("textbox", { name: "Value at bend 1" }).fill("50");
  await visit.axe();
  await visit.shot("value-curve");

  // What is taken hold of lies on the picture, not beside it.
  const tops = await page.locator(".curve svg").evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top));
  assert.deepEqual(tops, [tops[0], tops[0]], "two drawings, one over the other");
  const handle = page.locator(".handle");
  const box = await handle.boundingBox();
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 60, y - 40, { steps: 4 });
  await page.mouse.up();
  const [amount, value] = await Promise.all(
    ["Amount at bend 1", "Value at bend 1"].map((name) => page.getByRole("textbox", { name }).inputValue()),
  );
  assert.ok(Number(amount) > 20 && Number(amount) < 50, `dragged to the right: ${amount}`);
  assert.ok(Number(value) > 50 && Number(value) <= 100, `and up: ${value}`);
  // What is dragged is used only when the scale is.
  await page.getByRole("button", { name: "Use this scale" }).click();
  await page.getByRole("button", { name: /^Undo: / }).waitFor();
  const points = page.getByRole("button", { name: "Show as table" });
  await points.click();
  await page.getByRole("cell", { name: value, exact: true }).first().waitFor();
});

test("the list of scores that need attention leads to each of them", async ({ visit }) => {
  const { page } = visit;
  await visit.open("#/office-location/scores");
  const list = page.locator(".attention");
  await list.locator("summary").click();
  await visit.axe();
  await visit.shot("scores-attention");
  const before = await list.getByRole("button").count();
  assert.ok(before > 0, "the example has scores without reasons");
  await list.getByRole("button").first().click();
  await page.getByRole("gridcell", { selected: true }).waitFor();
  const reason = page.getByRole("textbox", { name: "Reason", exact: true });
  await reason.fill("As published");
  await reason.press("Tab");
  await list.getByRole("button").nth(before - 2).waitFor();
  assert.equal(await list.getByRole("button").count(), before - 1, "one fewer needs attention");
  await step(page, "Result");
});
