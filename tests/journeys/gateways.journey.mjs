// Gateways in a criterion's own terms, and the two real ends of every scale in the question of swing weighting.

import assert from "node:assert/strict";

import { test } from "./visit.mjs";
import { assertFits, file, hasFocus, heading, openFile, saved, step, undoButton } from "./parts.mjs";

const LEISURE = {
  format: "weighbridge",
  version: 1,
  id: "leisure",
  title: "Leisure centres",
  options: [
    { id: "keep", name: "Keep" },
    { id: "trust", name: "Trust" },
    { id: "contract", name: "Contract" },
    { id: "close", name: "Close" },
  ],
  criteria: [
    {
      id: "money",
      name: "Money",
      weight: 60,
      criteria: [
        { id: "cost", name: "Cost", weight: 70, scale: { kind: "measure", unit: "£ a year", direction: "lower" } },
        { id: "months", name: "Months to start", weight: 30, scale: { kind: "measure", unit: "months", direction: "lower" } },
      ],
    },
    { id: "quality", name: "Quality", weight: 40, scale: { kind: "points", levels: [{ label: "Poor" }, { label: "Fair" }, { label: "Good" }] } },
    { id: "reach", name: "Reach", weight: 20 },
  ],
  scores: {
    keep: { cost: 4200000, quality: "Good", reach: 70 },
    trust: { cost: 3150000, quality: "Good", reach: 60 },
    contract: { cost: 2600000, quality: "Fair", reach: 40 },
    close: { cost: 900000, quality: "Poor", reach: 0 },
  },
};

const opened = async (visit) => {
  await visit.open("#/");
  await openFile(visit.page, file("leisure.weighbridge.json", JSON.stringify(LEISURE)));
  await step(visit.page, "Options");
};

test("a gateway in pounds or by label, which no other option decides", async ({ visit }) => {
  const { page } = visit;
  await opened(visit);
  const opener = (name) => page.getByRole("button", { name, exact: true });
  const add = async (name) => {
    await page.getByLabel("Add a gateway of your own").fill(name);
    await page.getByRole("button", { name: "Add gateway" }).click();
    await opener(name).waitFor();
  };
  await opener("Business case").click();
  await opener("Gateways").click();
  await add("Affordable");
  await opener("Affordable").click();
  await page.getByLabel("A level on a criterion").selectOption("Cost");
  // What costs is limited from above, unless somebody says otherwise.
  const side = page.locator("select[id^='gateway-bound']");
  assert.equal(await side.locator("option:checked").textContent(), "At most");
  const amount = page.getByRole("textbox", { name: "The amount", exact: true });
  await amount.fill("dear");
  await amount.press("Enter");
  await page.getByRole("alert").filter({ hasText: "Enter an amount in digits" }).waitFor();
  await amount.fill("£3.15m");
  await amount.press("Enter");
  await page.getByText("Passes with at most £3,150,000 a year on Cost").waitFor();
  const fails = page.locator(".note.bad");
  await fails.getByText("Keep fails Affordable. Its score on Cost is £4,200,000 a year; at most £3,150,000 a year passes.").waitFor();
  assert.equal(await fails.count(), 1);
  await side.selectOption("At least");
  await page.getByText("Passes with at least £3,150,000 a year on Cost").waitFor();
  assert.equal(await fails.count(), 2, "Contract and Close are below it");
  await side.selectOption("At most");
  await page.getByText("Passes with at most £3,150,000 a year on Cost").waitFor();
  await visit.axe();
  await visit.shot("gateway-pounds");
  await opener("Affordable").click();

  await add("Good enough");
  await opener("Good enough").click();
  await page.getByLabel("A level on a criterion").selectOption("Quality");
  await page.getByLabel("The label").selectOption("Fair");
  await page.getByText("Passes with at least “Fair” on Quality").waitFor();
  await fails.getByText("Close fails Good enough. Its score on Quality is “Poor”; at least “Fair” passes.").waitFor();
  await opener("Good enough").click();

  // Ruling out the cheapest changes no other verdict.
  await fails.filter({ hasText: "Close fails" }).getByRole("button", { name: /Rule out/ }).click();
  await fails.filter({ hasText: "Close fails" }).getByRole("button", { name: "Rule out Close" }).click();
  await page.getByText("Close fails Good enough").waitFor({ state: "detached" });
  assert.equal(await fails.count(), 1);
  await fails.getByText("Keep fails Affordable.").waitFor();

  // People judge the rest: all at once, in one step.
  await add("Lawful");
  await page.getByText("3 gateways; 3 of 9 not judged yet.").waitFor();
  await step(page, "Result");
  await page.getByText("The gateway “Lawful” is not judged yet for any option. Judge it on the page Options.").waitFor();
  await visit.shot("gateways-not-judged");
  await step(page, "Options");
  await opener("Business case").click();
  await opener("Gateways").click();
  await page.getByRole("button", { name: "All pass Lawful" }).click();
  await page.getByText("3 gateways; every option is judged at each.").waitFor();
  await hasFocus(page.getByLabel("Keep at Lawful", { exact: true }));
  await undoButton(page, "Change who passes a gateway").click();
  await page.getByText("3 gateways; 3 of 9 not judged yet.").waitFor();
  await saved(page);
});

test("swing weighting shows the real ends below a group, and asks for those that are missing", async ({ visit }) => {
  const { page } = visit;
  await opened(visit);
  await step(page, "Weights");
  await page.getByRole("navigation", { name: "Weighting methods" }).getByRole("link", { name: "Swing weighting" }).click();
  await heading(page, "Which change matters most?");
  await page.getByText("Cost: from £4,200,000 a year to £900,000 a year").waitFor();
  const row = (name) => page.locator(".weigh-row").filter({ hasText: name });
  assert.deepEqual(await row("Quality").locator("dd").allTextContents(), ["Poor", "Good"]);
  await page.getByText("Months to start: 0 and 100 are not described").waitFor();
  assert.equal(await page.getByText("its worst (0)").count(), 0);
  const ask = page.getByRole("region", { name: "First, describe the ends of these scales" });
  await visit.axe();
  await visit.shot("swing-ends-asked");
  const months = ask.getByRole("group", { name: "Months to start" }).first();
  await months.getByLabel("Worst amount").fill("6");
  await months.getByLabel("Best amount").fill("18");
  await months.getByLabel("Best amount").press("Enter");
  await page.getByRole("alert").filter({ hasText: "Less is better here, so the best amount has to be below the worst." }).waitFor();
  await months.getByLabel("Worst amount").fill("24");
  await months.getByLabel("Best amount").fill("3");
  await months.getByLabel("Best amount").press("Enter");
  await page.getByText("Months to start: from 24 months to 3 months").waitFor();
  // A criterion of the table itself is asked in its own line.
  const reach = row("Reach").getByRole("group", { name: "Reach" });
  await reach.getByLabel("From (worst)").fill("Nobody new");
  await reach.getByLabel("To (best)").fill("Every ward");
  await reach.getByLabel("To (best)").press("Tab");
  await page.getByRole("link", { name: /^Shares/ }).click();
  await page.getByRole("link", { name: "Swing weighting" }).click();
  await row("Reach").locator("dd").first().waitFor();
  assert.deepEqual(await row("Reach").locator("dd").allTextContents(), ["Nobody new", "Every ward"]);
  assert.equal(await ask.count(), 0, "all ends are said");
  await visit.axe();
  await visit.shot("swing-ends-said");
  await page.getByRole("button", { name: "Improve this first : Money" }).click();
  await saved(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await assertFits(page, "the ends of every scale below a group");
  await visit.shot("swing-ends-said-390");
});
