// A share of weight that is typed is a share: on Weights, and in weights of one's own.

import assert from "node:assert/strict";

import { test } from "./visit.mjs";
import * as parts from "./parts.mjs";

test("a share is typed, slid and refused, and the others keep their proportions", async ({ visit }) => {
  const { page } = visit;
  await visit.open("#/birmingham-2013/weights");
  const front = parts.weightField(page, "Weight of Front line");
  assert.equal(await front.inputValue(), "30");
  await visit.shot("weights-shares");
  await parts.setShare(page, "33%");
  await parts.hasShare(page, "33.0");
  await parts.hasShare(page, "22.3", "Weight of Front line");
  await parts.outcome(page).getByText("led at the start.").waitFor();
  await visit.axe();
  // In points too a per cent sign means a share.
  await page.getByRole("checkbox", { name: "Enter points instead of shares" }).check();
  await parts.hasShare(page, "33");
  await parts.setShare(page, "10%");
  await parts.hasShare(page, "30", "Weight of Front line");
  await page.getByRole("checkbox", { name: "Enter points instead of shares" }).uncheck();
  for (const [typed, why] of [["120", "A share cannot be more than 100%"], ["-5", "A weight cannot be negative"], ["many", "Enter a number of 0 or more"]]) {
    await parts.setShare(page, typed);
    await page.getByText(why).waitFor();
  }
  await parts.setShare(page, "10");
  // The slider does the same as the box, and a slide is one step back.
  await page.getByRole("slider", { name: `${parts.INDEPENDENCE}, slider` }).focus();
  for (let press = 0; press < 10; press += 1) await page.keyboard.press("ArrowRight");
  await parts.hasShare(page, "20.0");
  await parts.hasShare(page, "26.7", "Weight of Front line");
  await page.keyboard.press("Control+z");
  await parts.hasShare(page, "10");
  for (const [width, height] of [[1280, 800], [1024, 768], [390, 844]]) {
    await page.setViewportSize({ width, height });
    await parts.assertFits(page, `weights at ${width}`);
    await visit.shot(`weights-${width}`);
  }
});

test("a share past a flip is tried in weights of one's own", async ({ visit }) => {
  const { page } = visit;
  await visit.open("#/birmingham-2013/how-sure/try:whole:33:independence");
  await page.getByRole("heading", { name: "Your own weights", exact: true }).waitFor();
  const field = page.getByRole("textbox", { name: "Your weight of Independence (DfE confidence)" });
  await parts.eventually(() => field.inputValue(), "33.0", "the share that is tried");
  const result = page.getByRole("complementary", { name: "Result with your weights" });
  await result.getByText("The leader has changed.").waitFor();
  await field.fill("33%");
  await field.press("Tab");
  await field.fill("20%");
  await field.press("Tab");
  await result.getByText("Integrated transformation leads by").first().waitFor();
  await visit.axe();
  await visit.shot("own-shares");
  await page.setViewportSize({ width: 390, height: 844 });
  await parts.assertFits(page, "own weights");
  await visit.shot("own-shares-390");
});
