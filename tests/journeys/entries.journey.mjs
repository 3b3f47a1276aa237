// What people enter: read as they write it, and neither lost nor kept by surprise.

import assert from "node:assert/strict";

import { test } from "./visit.mjs";
import * as parts from "./parts.mjs";
import { heading } from "./parts.mjs";

test("a scale that was begun is neither used nor lost", async ({ visit }) => {
  const { page } = visit;
  await visit.open("#/birmingham-2013/criteria");
  await page.getByRole("button", { name: "Pace and low disruption" }).first().click();
  await page.getByRole("radio", { name: "A natural measure" }).check();
  await page.getByRole("textbox", { name: "Unit" }).fill("weeks");
  await page.getByRole("link", { name: "Next: Weights" }).click();
  await heading(page, "How much should each criterion count?");
  const message = page.getByRole("region", { name: "Message" });
  await message.getByText("Not used yet: the new scale of Pace and low disruption.").waitFor();
  await visit.shot("scale-begun");
  await parts.step(page, "Criteria");
  await page.getByRole("button", { name: "Pace and low disruption" }).first().click();
  assert.equal(await page.getByRole("textbox", { name: "Unit" }).inputValue(), "weeks");
  await page.getByRole("button", { name: "Keep the scale as it was" }).click();
  await parts.step(page, "Weights");
  await message.waitFor({ state: "detached" });
});

test("a file that was saved is confirmed, and told from what the browser keeps", async ({ visit }) => {
  const { page } = visit;
  await visit.open("#/birmingham-2013/weights");
  await parts.setWeight(page, 25);
  await page.getByText("Saved in this browser").waitFor();
  const { name } = await visit.download(() => parts.saveFile(page).click());
  await page.getByRole("region", { name: "Message" }).getByText(`Saved as the file “${name}”.`).waitFor();
  await page.getByText("Saved in this browser and as a file").waitFor();
  await visit.axe();
  await parts.setWeight(page, 26);
  await page.getByText("Saved in this browser").waitFor();
  await page.getByRole("region", { name: "Message" }).waitFor({ state: "detached" });
});

test("dates, hedges, amounts and margins are read as people write them", async ({ visit }) => {
  const { page } = visit;
  await visit.open("#/birmingham-2013/question");
  const date = page.getByRole("textbox", { name: "Date", exact: true });
  for (const text of ["16 December 2013", "16/12/2013", "2013-12-16"]) {
    await date.fill("2012");
    await date.press("Enter");
    await page.getByText("Reads: 2012").waitFor();
    await date.fill(text);
    await date.press("Enter");
    await page.getByText("Reads: 16 December 2013").first().waitFor();
  }
  await date.fill("31/2/2013");
  await date.press("Enter");
  await page.getByText("Enter a year, a month or a day that exists").waitFor();
  assert.equal(await page.locator(".field").filter({ has: date }).getByText("Reads:").count(), 0);

  const margin = page.getByRole("textbox", { name: /^Margin for/ });
  for (const text of ["101", "1,000,000,000"]) {
    await margin.fill(text);
    await margin.press("Enter");
    await page.getByText("Enter a number of points from 0 to 100.").waitFor();
  }

  await page.locator("#new-figure-name").fill("Savings");
  await page.locator("#new-figure-amount").fill("more than £2bn");
  await page.getByRole("button", { name: "Add figure" }).click();
  await page.getByRole("button", { name: /^more than £2\D.* Savings$/ }).waitFor();

  await parts.step(page, "Weights");
  await parts.setWeight(page, "1,5");
  await page.getByText("The comma is not between thousands.").waitFor();
  await parts.setWeight(page, "1,000");
  await parts.weighs(page, "1000");
});

test("a list that is pasted can become one option for each line, and one step to undo", async ({ visit }) => {
  const { page } = visit;
  await visit.open("#/birmingham-2013/options");
  const add = page.getByRole("textbox", { name: "Add an option" });
  await add.evaluate((field) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", "• Joint board\n\n• Staff mutual \n• Shared service\n");
    field.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  });
  await page.getByText("These were 3 lines.").waitFor();
  await visit.axe();
  await page.getByRole("button", { name: "Add one for each line" }).click();
  for (const name of ["Joint board", "Staff mutual", "Shared service"]) {
    await page.getByRole("button", { name }).first().waitFor();
  }
  await parts.hasFocus(add);
  await page.getByText("These were 3 lines.").waitFor({ state: "detached" });
  await parts.undoButton(page, "Add 3 options").click();
  await page.getByRole("button", { name: "Staff mutual" }).waitFor({ state: "detached" });
});
