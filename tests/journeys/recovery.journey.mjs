// The app itself fails: the page says so and hands the work back.

import assert from "node:assert/strict";

import { test } from "./visit.mjs";
import * as parts from "./parts.mjs";
import { heading, setWeight } from "./parts.mjs";

test("after a failure the work is offered as files, and a reload goes on", async ({ visit }) => {
  const { page } = visit;
  await visit.open("#/birmingham-2013/weights");
  await setWeight(page, 50);
  await parts.saved(page);
  const before = await parts.keptOne(page);

  // As the panic hook does it.
  await page.evaluate(() => window.weighbridgeRecover("Weighbridge has stopped because of a fault of its own."));
  await heading(page, "Something went wrong");
  await page.getByText("Weighbridge has stopped because of a fault of its own.").waitFor();
  await visit.axe();
  await visit.shot("recovery");
  const name = `Download “${before.title}”`;
  const saved = await visit.download(() => page.getByRole("link", { name }).click());
  assert.equal(saved.text, before.text);
  const current = await visit.download(() => page.getByRole("link", { name: "Download what you were working on" }).click());
  assert.equal(current.text, before.text);

  await page.getByRole("button", { name: "Reload" }).click();
  await heading(page, "How much should each criterion count?");
  await parts.weighs(page, "50");

  // What was handed over opens like any file.
  const other = await visit.elsewhere();
  await other.open();
  await parts.openFile(other.page, parts.file(saved.name, saved.text));
  await heading(other.page, "Establish a trust accountable to BCC leads by 2.1 points");
});

for (const [what, fail] of [
  ["memory is used up", () => setTimeout(() => { throw new WebAssembly.RuntimeError("memory access out of bounds"); })],
  ["a task fails", () => void Promise.reject(new WebAssembly.RuntimeError("unreachable"))],
]) {
  test(`a page that is dead does not look alive: ${what}`, async ({ visit }) => {
    const { page } = visit;
    await visit.open("#/birmingham-2013/weights");
    await setWeight(page, 50);
    await parts.saved(page);
    const before = await parts.keptOne(page);
    // What is somebody else's, or no failure, stops nothing.
    await page.evaluate(() => {
      window.dispatchEvent(new ErrorEvent("error", { message: "ResizeObserver loop completed with undelivered notifications." }));
      window.dispatchEvent(new ErrorEvent("error", { error: new Error("x"), filename: "chrome-extension://abc/content.js" }));
    });
    await parts.weighs(page, "50");

    await page.evaluate(fail);
    await heading(page, "Something went wrong");
    const current = await visit.download(() => page.getByRole("link", { name: "Download what you were working on" }).click());
    assert.equal(current.text, before.text);
    visit.expectComplaint(/uncaught: /);
  });
}
