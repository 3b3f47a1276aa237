// What stands around options and criteria: the short list, the framework, gateways; checks and priorities.

import assert from "node:assert/strict";

import { test } from "./visit.mjs";
import { assertFits, eventually, hasFocus, heading, keptOne, saved, step, tabTo } from "./parts.mjs";

const ADDED = ["Strategic fit", "Potential value for money", "Supplier capacity and capability", "Potential affordability", "Potential achievability"];

/** The button that opens a section or a card. */
const opener = (page, name) => page.getByRole("button", { name, exact: true });

test("options pass gateways, or are ruled out at one", async ({ visit }) => {
  const { page } = visit;
  await visit.open("#/birmingham-2013/options");
  await opener(page, "Business case").click();
  const short = page.getByRole("region", { name: "A short list that holds up" });
  await short.getByText("Missing: “Do nothing” is ruled out.").waitFor();
  await short.getByText("Missing: mark the option that carries on as now.").waitFor();

  await opener(page, "Gateways").click();
  await page.getByRole("button", { name: "Add the Green Book’s five" }).click();
  for (const name of ADDED) await opener(page, name).waitFor();
  assert.equal(await page.getByRole("button", { name: "Add the Green Book’s five" }).count(), 0, "all five are there");
  await page.getByLabel("Add a gateway of your own").fill("Fast enough");
  await page.getByRole("button", { name: "Add gateway" }).click();
  await page.getByText("6 gateways; 30 of 30 not judged yet.").waitFor();

  // A level asks for a number before it holds.
  await opener(page, "Fast enough").click();
  await page.getByLabel("A level on a criterion").selectOption("Pace");
  const least = page.getByRole("textbox", { name: "The score", exact: true });
  await least.fill("120");
  await least.press("Enter");
  await page.getByRole("alert").filter({ hasText: "Enter a number from 0 to 100." }).waitFor();
  await least.fill("20");
  await least.press("Enter");
  await page.getByText("Passes with at least 20 of 100 on Pace").waitFor();
  await page.getByText("Break up fails Fast enough. Its score on Pace is 0; at least 20 of 100 passes.").waitFor();
  await opener(page, "Fast enough").click();

  // People judge the rest, and say what shows it.
  await page.getByLabel("Outsource at Potential affordability", { exact: true }).selectOption("Fail");
  const evidence = page.getByLabel("Evidence: Outsource at Potential affordability");
  await evidence.fill("The market’s lowest price is above the budget.");
  await evidence.blur();
  await page.getByLabel("Outsource at Strategic fit", { exact: true }).selectOption("Pass");
  await page.getByText("6 gateways; 23 of 30 not judged yet.").waitFor();
  const flagged = page.locator(".note.bad").filter({ hasText: "Outsource fails Potential affordability" });
  await flagged.waitFor();
  await page.getByText("Fails: Potential affordability").waitFor();
  await visit.axe();
  await visit.shot("framing-gateways");

  await flagged.getByRole("button", { name: /Rule out/ }).click();
  assert.equal(await flagged.getByLabel("At which stage").inputValue(), "Gateway: Potential affordability");
  assert.equal(await flagged.getByLabel("Why").inputValue(), "The market’s lowest price is above the budget.");
  await visit.axe();
  await visit.shot("framing-rule-out");
  await flagged.getByRole("button", { name: "Rule out Outsource children’s services" }).click();
  await page.getByText("Ruled out: gateway: Potential affordability").waitFor();
  await hasFocus(opener(page, "Outsource children’s services"));

  // What fails is said with the result.
  await step(page, "Result");
  await page.getByText("“Break up Birmingham” fails the gateway “Fast enough”.").waitFor();

  // Removed gateways take their judgements along; undo brings both back.
  await step(page, "Options");
  await opener(page, "Business case").click();
  await opener(page, "Gateways").click();
  await opener(page, "Potential affordability").click();
  await page.getByRole("button", { name: "Remove gateway Potential affordability" }).click();
  await hasFocus(opener(page, "Potential achievability"));
  await page.keyboard.press("Control+z");
  await eventually(
    async () => (await page.getByLabel("Evidence: Outsource at Potential affordability").inputValue()).slice(0, 10),
    "The market",
  );
  await saved(page);
});

test("the options framework and the questions for every delivery model, by keyboard", async ({ visit }) => {
  const { page } = visit;
  const { keyboard } = page;
  await visit.open("#/birmingham-2013/options");
  const folded = opener(page, "Business case");
  await folded.focus();
  await keyboard.press("Enter");
  const section = opener(page, "Options framework");
  await section.focus();
  await keyboard.press("Enter");

  const add = page.getByLabel("Add a possibility for delivery");
  await tabTo(page, add);
  for (const name of ["In house", "Trust", "Contract"]) {
    await keyboard.type(name);
    await keyboard.press("Enter");
    await page.getByRole("group", { name, exact: true }).waitFor();
    await hasFocus(add);
  }
  await keyboard.press("Enter");
  await page.getByRole("alert").filter({ hasText: "Enter a name." }).waitFor();

  // Moving keeps the focus on what is moved; at the end it goes to the other button.
  const contract = page.getByRole("group", { name: "Contract", exact: true });
  await tabTo(page, contract.getByRole("button", { name: "Move up Contract" }), "Shift+Tab");
  await keyboard.press("Enter");
  await hasFocus(contract.getByRole("button", { name: "Move up Contract" }));
  await keyboard.press("Enter");
  await hasFocus(contract.getByRole("button", { name: "Move down Contract" }));
  const names = () => page.locator(".line [id^='possibility-Delivery.']:is(textarea):not([id$=reason])").evaluateAll((all) => all.map((i) => i.value));
  await eventually(names, ["Contract", "In house", "Trust"], "the order");

  // A discarded one asks for its reason.
  await tabTo(page, contract.getByLabel("What became of it"), "Shift+Tab");
  await keyboard.press("d");
  await page.getByText("Discarded without a reason. Say why, for the record.").waitFor();
  await page.getByText("Discarded without a reason: one.").waitFor();
  await visit.axe();
  await tabTo(page, contract.getByLabel("Why"));
  await keyboard.type("No provider came forward.");
  await keyboard.press("Enter");
  await eventually(() => page.getByText("Discarded without a reason").count(), 0);
  await page.getByRole("group", { name: "In house", exact: true }).getByLabel("What became of it").selectOption("Preferred way forward");
  await page.getByText("Delivery: In house").waitFor();
  await visit.shot("framing-framework");

  const trust = page.getByRole("group", { name: "Trust", exact: true });
  await tabTo(page, trust.getByRole("button", { name: "Remove Trust" }));
  await keyboard.press("Enter");
  await eventually(names, ["Contract", "In house"], "the order");
  await hasFocus(page.getByRole("group", { name: "In house", exact: true }).getByLabel("Possibility"));
  await section.click();

  // What nobody should forget: shown side by side once somebody has answered.
  await opener(page, "Questions for every delivery model").click();
  await page.getByText("0 of 40 answered").waitFor();
  await opener(page, "Outsource").click();
  await page.getByLabel("VAT", { exact: true }).fill("To be checked with the finance officer");
  await page.getByLabel("VAT", { exact: true }).blur();
  await page.getByText("1 of 40 answered").waitFor();
  await page.getByText("1 of 8 answered").waitFor();
  await page.getByRole("columnheader", { name: "VAT" }).waitFor();
  assert.equal(await page.getByRole("columnheader", { name: "Subsidy control" }).count(), 0);
  await visit.axe();
  await visit.shot("framing-prompts");
  await saved(page);
  const { file } = await keptOne(page);
  assert.deepEqual(file.framework.map((c) => [c.dimension, c.name, c.verdict]), [
    ["delivery", "Contract", "discarded"],
    ["delivery", "In house", "preferred"],
  ]);
});

test("the criteria are checked and linked to what the plan wants", async ({ visit }) => {
  const { page } = visit;
  await visit.open("#/birmingham-2013/criteria");
  await heading(page, "What makes a good choice?");
  await page.getByText("0 of 7 answered.").waitFor();
  await opener(page, "Seven checks").click();
  await page.getByText("There are six criteria that are scored.").waitFor();
  const size = page.getByRole("group", { name: /^Are there as few as will do/ });
  await size.getByLabel("No", { exact: true }).check();
  await page.getByText("1 of 7 answered, 1 with no.").waitFor();
  await page.getByLabel("Note on size").fill("One more is to come.");
  await page.getByLabel("Note on size").press("Enter");

  // With the keyboard: arrows choose.
  const complete = page.getByRole("group", { name: /^Is everything there/ });
  await tabTo(page, complete.getByLabel("Not answered"), "Shift+Tab");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowUp");
  await eventually(() => complete.getByLabel("Yes").isChecked(), true);
  await page.getByText("2 of 7 answered, 1 with no.").waitFor();
  await visit.axe();
  await visit.shot("framing-checks");
  await opener(page, "Seven checks").click();

  await opener(page, "Priorities of the plan").click();
  await page.getByLabel("Add a priority").fill("Best start in life");
  await page.getByRole("button", { name: "Add priority" }).click();
  await page.getByRole("group", { name: "Best start in life", exact: true }).waitFor();
  await page.getByText("No criterion serves “Best start in life”.").waitFor();
  const box = page.getByRole("checkbox", { name: "Front line serves Best start in life" });
  await box.focus();
  await page.keyboard.press("Space");
  await eventually(() => page.getByText("No criterion serves “Best start in life”.").count(), 0);
  await page.getByText("“Local accountability”, “Independence” and “Pace” serve no priority.").waitFor();
  await visit.axe();
  await visit.shot("framing-priorities");

  await opener(page, "Over-arching criteria").click();
  await page.getByLabel("Add an over-arching criterion").fill("Equality");
  await page.getByLabel("Add an over-arching criterion").press("Enter");
  await page.getByLabel("How it is considered, and what was found").fill("An assessment goes with the report.");
  await page.getByLabel("How it is considered, and what was found").blur();
  await visit.axe();
  await visit.shot("framing-overarching");
  for (const width of [390, 320]) {
    await page.setViewportSize({ width, height: 800 });
    await assertFits(page, `criteria at ${width}`);
  }

  await page.setViewportSize({ width: 1280, height: 900 });
  await step(page, "Result");
  await page.getByText("The check of the criteria on “Size” was answered with no, with a note: One more is to come.").waitFor();
  await saved(page);
  const { file } = await keptOne(page);
  assert.deepEqual(file.checks.map((c) => [c.check, c.answer]), [["size", "no"], ["completeness", "yes"]]);
  assert.deepEqual(file.criteria[0].priorities, ["tenet-1", "best-start-in-life"]);
  assert.deepEqual(file.overarching, [{ name: "Equality", note: "An assessment goes with the report." }]);
});

test("the sections read well in the dark, and fit a telephone", async ({ visit }) => {
  await visit.page.setViewportSize({ width: 390, height: 844 });
  await visit.page.emulateMedia({ colorScheme: "dark" });
  const { page } = visit;
  await visit.open("#/birmingham-2013/options");
  await opener(page, "Business case").click();
  await opener(page, "Gateways").click();
  await page.getByRole("button", { name: "Add the Green Book’s five" }).click();
  await page.getByLabel("Outsource at Strategic fit", { exact: true }).selectOption("Fail");
  await visit.axe();
  await assertFits(page, "gateways");
  await visit.shot("framing-dark");
});
