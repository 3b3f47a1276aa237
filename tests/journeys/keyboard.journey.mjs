// The main path for somebody who has no mouse.

import assert from "node:assert/strict";

import { test } from "./visit.mjs";
import * as parts from "./parts.mjs";
import { hasFocus, heading, INDEPENDENCE, outcome, ranking, tabTo, TOTALS } from "./parts.mjs";

test("the main path with the keyboard alone, on a telephone's width", async ({ visit }) => {
  await visit.page.setViewportSize({ width: 390, height: 844 });
  const { page } = visit;
  const { keyboard } = page;
  await visit.open();

  // The first stop leads past the header.
  await keyboard.press("Tab");
  const skip = page.getByRole("link", { name: "Skip to the page" });
  await hasFocus(skip);
  await visit.axe();
  await keyboard.press("Enter");
  await hasFocus(page.getByRole("heading", { level: 1 }));
  await tabTo(page, page.getByRole("link", { name: "Birmingham children’s services, 2013" }));
  await keyboard.press("Enter");
  await heading(page, "Integrated transformation leads by 17.0 points");
  await hasFocus(page.getByRole("heading", { level: 1 }));
  await keyboard.press("Tab");
  assert.match(page.url(), /#\/birmingham-2013\/result$/, "the skip link leaves the address alone");

  // The steps are under a button.
  const steps = page.getByRole("button", { name: /^Result/ });
  await tabTo(page, steps, "Shift+Tab");
  assert.equal(await steps.getAttribute("aria-expanded"), "false");
  await keyboard.press("Enter");
  await page.locator(".steps-button[aria-expanded=true]").waitFor();
  await visit.axe();
  const weights = page.getByRole("navigation", { name: "Steps" }).getByRole("link", { name: /^Weights\b/ });
  await tabTo(page, weights);
  await keyboard.press("Enter");
  await heading(page, "How much should each criterion count?");
  await page.locator(".steps-button[aria-expanded=false]").waitFor();

  // A slide by arrows is one change, however many presses it takes.
  const slider = page.getByRole("slider", { name: `${INDEPENDENCE}, slider` });
  await tabTo(page, slider);
  for (let press = 0; press < 10; press += 1) await keyboard.press("ArrowRight");
  await parts.hasShare(page, "20.0");
  await outcome(page).getByText("You changed the weight of Independence: the lead is 9.6 points, 17.0 at the start.").waitFor();
  await parts.hears(page, "You changed the weight of Independence: the lead is 9.6 points, 17.0 at the start.");
  await hasFocus(slider);
  await keyboard.press("Control+z");
  await parts.hears(page, "Undone (“Change weight of Independence”): ");
  await parts.hasShare(page, "10");
  await page.getByRole("button", { name: "Nothing to undo" }).waitFor();
  await keyboard.press("Control+Shift+z");
  await parts.hears(page, "Redone (“Change weight of Independence”): ");
  await parts.hasShare(page, "20.0");

  // The number beside it, and the buttons.
  await tabTo(page, parts.weightField(page));
  await keyboard.press("Control+a");
  await keyboard.type("50");
  await keyboard.press("Enter");
  await outcome(page).getByText("led at the start.").waitFor();
  await tabTo(page, page.getByRole("button", { name: "Less weight for Independence (DfE confidence)" }), "Shift+Tab");
  await keyboard.press("Space");
  await parts.hasShare(page, "49.0");

  // An option more, by Enter in its field.
  await tabTo(page, page.getByRole("button", { name: /^Weights/ }), "Shift+Tab");
  await keyboard.press("Enter");
  await tabTo(page, page.getByRole("navigation", { name: "Steps" }).getByRole("link", { name: /^Options\b/ }));
  await keyboard.press("Enter");
  await heading(page, /options to weigh/);
  const add = page.getByRole("textbox", { name: "Add an option" });
  await tabTo(page, add);
  await keyboard.type("A federation");
  await keyboard.press("Enter");
  await page.getByRole("button", { name: "A federation", exact: true }).waitFor();
  await hasFocus(add);
  assert.equal(await add.inputValue(), "");
  await tabTo(page, parts.undoButton(page, "Add option A federation"), "Shift+Tab");
  await keyboard.press("Enter");
  await page.getByRole("button", { name: "A federation", exact: true }).waitFor({ state: "detached" });
  await parts.saved(page);
});

test("every number of the result opens by keyboard, and the focus returns", async ({ visit }) => {
  const { page } = visit;
  const { keyboard } = page;
  await visit.open("#/birmingham-2013/result");
  await heading(page, "Integrated transformation leads by 17.0 points");
  assert.deepEqual((await ranking(page)).map(([, total]) => total), TOTALS);

  // One stop of Tab, arrows inside.
  const grid = page.getByRole("grid");
  const cell = (row, column) => page.locator(`#cell-${row}-${column}`);
  await tabTo(page, cell(1, 0));
  for (const [key, row, column] of [
    ["ArrowRight", 1, 1],
    ["ArrowDown", 2, 1],
    ["End", 2, 6],
    ["ArrowRight", 2, 6],
    ["Control+Home", 0, 0],
    ["ArrowUp", 0, 0],
    ["ArrowDown", 1, 0],
  ]) {
    await keyboard.press(key);
    await hasFocus(cell(row, column));
  }
  assert.equal(await grid.locator("[tabindex='0']").count(), 1);

  // A value, a weight and a total, each with its working.
  const dialog = page.getByRole("dialog");
  for (const [keys, at, title, words] of [
    [[], [1, 0], "Integrated transformation on Front line", "30% × 70 = 21"],
    [["ArrowUp"], [0, 0], /Front line/, "30"],
    [["ArrowDown", "End"], [1, 6], "Total of Integrated transformation", "Total: 77.5"],
  ]) {
    for (const key of keys) await keyboard.press(key);
    await keyboard.press("Enter");
    await dialog.getByRole("heading", { name: title }).waitFor();
    await dialog.getByText(words).first().waitFor();
    await visit.axe();
    await keyboard.press("Escape");
    await dialog.waitFor({ state: "hidden" });
    await hasFocus(cell(...at));
  }

  // The same from the chart's own button, and the chart as a table.
  await tabTo(page, page.getByRole("button", { name: "How is this worked out?" }), "Shift+Tab");
  await keyboard.press("Enter");
  await dialog.getByText("Total: 77.5").waitFor();
  await keyboard.press("Escape");
  await hasFocus(page.getByRole("button", { name: "How is this worked out?" }));
  const toggle = page.getByRole("button", { name: "Show as table" }).first();
  await tabTo(page, toggle, "Shift+Tab");
  await keyboard.press("Enter");
  await page.getByRole("button", { name: "Show as picture" }).waitFor();
  await page.locator(".figure table").first().waitFor();

  // Two other options compared, with the keys of a list.
  const second = page.getByRole("combobox", { name: "with" });
  await tabTo(page, second);
  const was = await second.inputValue();
  await keyboard.press("ArrowUp");
  await parts.eventually(async () => (await second.inputValue()) === was, false, "another choice");
  await page.getByRole("heading", { level: 3, name: /^Why / }).waitFor();
});

test("a score is changed by keyboard, seen in the result and taken back", async ({ visit }) => {
  const { page } = visit;
  const { keyboard } = page;
  await visit.open("#/birmingham-2013/scores");
  await tabTo(page, page.locator("#cell-0-0"));
  await keyboard.press("ArrowRight");
  await hasFocus(page.locator("#cell-0-1"));
  await keyboard.type("95");
  await keyboard.press("Enter");
  await hasFocus(page.locator("#cell-1-1"));
  await parts.hears(page, "You changed the score of Break up on Partners");
  await keyboard.press("Control+z");
  await parts.hears(page, "Undone (“Change score of Break up on Partners”)");
  await hasFocus(page.locator("#cell-1-1"));
});
