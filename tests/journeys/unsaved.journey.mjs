// The page goes before anything was saved: nothing that was typed is lost.

import assert from "node:assert/strict";

import { test } from "./visit.mjs";
import * as parts from "./parts.mjs";
import { heading, weightField, weighs } from "./parts.mjs";

const WEIGHTS = "#/birmingham-2013/weights";

/** What is waiting for the database. */
function held(page) {
  return page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("weighbridge.unsaved.")));
}

test("a reason that is being typed survives a reload", async ({ visit }) => {
  const { page } = visit;
  await visit.open("#/birmingham-2013/scores");
  const reason = page.getByRole("textbox", { name: "Reason" });
  await reason.fill("Typed and not left");
  await page.reload();
  await heading(page, "Scores");
  await parts.eventually(() => reason.inputValue(), "Typed and not left", "the reason");
  await parts.eventually(() => held(page), [], "what is held");

  // The same in a cell of the grid.
  const cell = page.getByRole("gridcell").first();
  await cell.click();
  await page.keyboard.type("81");
  await parts.eventually(() => page.locator("input.entry").inputValue(), "81", "what is typed");
  await page.reload();
  await heading(page, "Scores");
  await parts.eventually(() => cell.locator(".shown > span").first().textContent(), "81", "the score");
});

test("a weight that is being typed survives its tab", async ({ visit }) => {
  const { page } = visit;
  await visit.open(WEIGHTS);
  await weightField(page).fill("88");
  const next = await visit.secondTab();
  await Promise.all([page.waitForEvent("close"), page.close({ runBeforeUnload: true })]);
  // A browser hands what a closing tab stored to other tabs a moment later, on a busy machine later still: then the
  // next tab shows it when it comes.
  await next.goto(visit.address(`#/${parts.COPY}/weights`));
  await weighs(next, "88");
  await parts.eventually(async () => parts.weightIn((await parts.keptOne(next)).file), 88, "what is kept");
  await parts.eventually(() => held(next), [], "what is held");
});

test("a change followed by a reload at once is kept", async ({ visit }) => {
  const { page } = visit;
  await visit.open(WEIGHTS);
  for (const weight of ["61", "62", "63"]) {
    await weightField(page).fill(weight);
    await weightField(page).press("Enter");
    await page.reload();
    await weighs(page, weight);
  }
  // One change after the other, the first perhaps on its way when the second is made.
  const twice = page.getByRole("button", { name: "More weight for Independence" }).evaluate(async (button) => {
    button.click();
    await new Promise((soon) => setTimeout(soon));
    button.click();
    location.reload();
  });
  // The page may be gone before it can say that it is done.
  await Promise.all([page.waitForEvent("load"), twice.catch(() => {})]);
  await weighs(page, "73");
  await parts.eventually(() => held(page), [], "what is held");
  const all = await parts.kept(page);
  assert.deepEqual(all.map((record) => record.id), [parts.COPY]);
});

test("what a closed tab could not save does not overwrite what another has changed since", async ({ visit }) => {
  const { page } = visit;
  await visit.open(WEIGHTS);
  await parts.setWeight(page, 20);
  await parts.saved(page);
  const { text, revision } = await parts.keptOne(page);
  await parts.setWeight(page, 30);
  await parts.saved(page);
  await page.evaluate(
    ([words]) => localStorage.setItem("weighbridge.unsaved.gone.birmingham-2013-2", words),
    [`${revision} 0 ${text.replace('"title": "', '"title": "Mine: ')}`],
  );
  await page.goto(visit.address("#/"));
  await page.reload();
  await page.getByRole("region", { name: "Message" }).getByText("is kept beside the other version").waitFor();
  const titles = (await parts.kept(page)).map((record) => record.title).sort();
  assert.deepEqual(titles, ["Birmingham children’s services, 2013", "Mine: Birmingham children’s services, 2013 (from a closed tab)"]);
  assert.equal(parts.weightIn((await parts.keptOne(page)).file), 30);
  assert.deepEqual(await held(page), []);
});

test("where nothing can be held, changes are still saved", async ({ visit }) => {
  await visit.context.addInitScript(() => {
    Object.defineProperty(window, "localStorage", {
      get() {
        throw new DOMException("Storage is not allowed here", "SecurityError");
      },
    });
  });
  const { page } = visit;
  await visit.open(WEIGHTS);
  await parts.setWeight(page, 44);
  await parts.saved(page);
  await page.reload();
  await weighs(page, "44");
});
