// How sure: what a member does to find out whether the answer holds.

import assert from "node:assert/strict";

import { journey } from "./driver.mjs";
import * as parts from "./parts.mjs";

journey("a member tries weights of their own, and the record stays as it is", async (visit) => {
  const { page } = visit;
  await visit.open("#/birmingham-2013/how-sure");
  await page.getByRole("navigation", { name: "Ways to test the answer" }).getByRole("link", { name: "Your own weights" }).click();
  await parts.heading(page, "What if the weights were yours?");
  await visit.axe();
  const result = page.getByRole("complementary", { name: "Result with your weights" });
  await result.getByText("Integrated transformation leads by 17.0 points").waitFor();
  const field = page.getByRole("textbox", { name: "Your weight of Independence (DfE confidence)" });
  await field.fill("50");
  await field.press("Tab");
  // 50 of 140 points is 35.7% of the weight, beyond the flip at 32.8%.
  await result.getByText("Establish a trust accountable to BCC leads by 2.1 points").first().waitFor();
  await visit.shot("own-weights");
  const slider = page.getByRole("slider", { name: "Your weight of Independence (DfE confidence), slider" });
  await slider.focus();
  await page.keyboard.press("Home");
  await result.getByText(/^Integrated transformation leads by/).first().waitFor();

  // Nothing to undo, nothing changed.
  assert.ok(await page.getByRole("button", { name: "Undo" }).first().isDisabled());
  await page.getByRole("button", { name: "Back to the weights of the appraisal" }).click();
  await result.getByText("Integrated transformation leads by 17.0 points").waitFor();
  await parts.step(page, "Weights");
  await parts.weighs(page, "10");
});
