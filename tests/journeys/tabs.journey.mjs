// One appraisal in two tabs: nobody's work is written over without a word.

import assert from "node:assert/strict";

import { test } from "./visit.mjs";
import * as parts from "./parts.mjs";
import { heading, setWeight, step } from "./parts.mjs";

const WEIGHTS = "#/birmingham-2013/weights";

function warning(page) {
  return page.getByRole("alert", { name: "Changed elsewhere" });
}

/** Two tabs on one appraisal, which the first has changed to 20. */
async function twoTabs(visit) {
  const first = visit.page;
  await visit.open(WEIGHTS);
  await setWeight(first, 20);
  await parts.saved(first);
  const second = await visit.secondTab();
  await second.goto(visit.address(`#/${parts.COPY}/weights`));
  await heading(second, "How much should each criterion count?");
  await parts.weighs(second, "20");
  return [first, second];
}

/** The weight that the browser keeps. */
async function keptWeight(page, id) {
  return parts.weightIn((await parts.keptOne(page, id)).file);
}

test("what another tab changed is not written over; it can be loaded", async ({ visit }) => {
  const [first, second] = await twoTabs(visit);
  await setWeight(second, 30);
  await parts.saved(second);
  await warning(first).getByText("This appraisal was changed in another tab or window.").waitFor();
  await visit.axe();
  await visit.shot("changed-elsewhere");

  // The first goes on, and is not saved.
  await setWeight(first, 40);
  await parts.outcome(first).getByText("You changed the weight of Independence").waitFor();
  await first.locator(".document small").filter({ hasText: "not saved" }).waitFor();
  assert.equal(await keptWeight(first), 30);
  assert.equal(await warning(second).count(), 0);

  await warning(first).getByRole("button", { name: "Load the other version" }).click();
  await warning(first).waitFor({ state: "detached" });
  await parts.weighs(first, "30");
  await setWeight(first, 35);
  await parts.saved(first);
  assert.equal(await keptWeight(first), 35);
  await warning(second).waitFor();
});

test("what another tab changed is not written over; mine is kept as a copy", async ({ visit }) => {
  const [first, second] = await twoTabs(visit);
  await setWeight(second, 30);
  await parts.saved(second);
  await warning(first).waitFor();
  await setWeight(first, 40);

  // It can be seen and answered wherever the page is scrolled to.
  const strip = parts.outcome(first);
  await first.evaluate(() => window.scrollTo(0, 500));
  await strip.getByText("Not being saved: changed in another tab.").waitFor();
  const below = await strip.evaluate((line) => line.getBoundingClientRect().bottom - innerHeight);
  assert.ok(below <= 1, `${below}`);
  await visit.shot("changed-elsewhere-below");
  await strip.getByRole("button", { name: "Keep mine as a copy" }).click();
  await warning(first).waitFor({ state: "detached" });
  await parts.saved(first);
  await parts.hears(first, "Kept as “Birmingham children’s services, 2013 (copy)”.");

  // On the same page, with everything that can be undone.
  await parts.weighs(first, "40");
  await parts.undoButton(first, "Change weight of Independence").click();
  await parts.weighs(first, "20");
  await first.getByRole("button", { name: "Redo: Change weight of Independence" }).click();
  await parts.weighs(first, "40");
  await parts.saved(first);
  const all = await parts.kept(first);
  assert.equal(all.length, 2);
  assert.equal(await keptWeight(first), 30);
  const copy = all.find((record) => record.id !== parts.COPY);
  assert.equal(parts.weightIn(JSON.parse(copy.text)), 40);

  // From here on they are two.
  await setWeight(first, 41);
  await parts.saved(first);
  await setWeight(second, 31);
  await parts.saved(second);
  assert.equal(await keptWeight(first), 31);
  assert.equal(await keptWeight(first, copy.id), 41);
  assert.equal((await warning(first).count()) + (await warning(second).count()), 0);
});

test("an appraisal that another tab deleted is not brought back by surprise", async ({ visit }) => {
  const [first, second] = await twoTabs(visit);
  await second.goto(visit.address("#/"));
  await second.getByRole("button", { name: /^Delete Birmingham/ }).click();
  const gone = first.getByRole("alert", { name: "Deleted elsewhere" });
  await gone.getByText("This appraisal was deleted in another tab or window.").waitFor();
  await setWeight(first, 45);
  await parts.outcome(first).getByText("You changed the weight of Independence").waitFor();
  assert.deepEqual(await parts.kept(first), []);
  await gone.getByRole("button", { name: "Keep mine as a copy" }).click();
  await gone.waitFor({ state: "detached" });
  await parts.saved(first);
  const all = await parts.kept(first);
  assert.equal(all.length, 1);
  assert.equal(parts.weightIn(JSON.parse(all[0].text)), 45);
});

test("without messages between tabs, a stale save is still refused", async ({ visit }) => {
  await visit.context.addInitScript(() => delete globalThis.BroadcastChannel);
  const [first, second] = await twoTabs(visit);
  await setWeight(second, 30);
  await parts.saved(second);
  assert.equal(await warning(first).count(), 0);
  await setWeight(first, 40);
  await warning(first).waitFor();
  assert.equal(await keptWeight(first), 30);
  await warning(first).getByRole("button", { name: "Keep mine as a copy" }).click();
  await warning(first).waitFor({ state: "detached" });
  await parts.saved(first);
  assert.deepEqual((await parts.kept(first)).map((r) => parts.weightIn(JSON.parse(r.text))).sort(), [30, 40]);
});

test("changes in quick succession are not taken for another's", async ({ visit }) => {
  const { page } = visit;
  await visit.open(WEIGHTS);
  const other = await visit.secondTab();
  await other.goto(visit.address("#/office-location/weights"));
  await heading(other, "How much should each criterion count?");

  // All in one go, faster than any save.
  const more = page.getByRole("button", { name: "More weight for Independence (DfE confidence)" });
  for (let round = 0; round < 3; round += 1) {
    await more.evaluate((button) => {
      for (let press = 0; press < 5; press += 1) button.click();
    });
    await more.click();
  }
  await parts.saved(page);
  const shown = Number(await parts.weightField(page).inputValue());
  assert.ok(shown > 20, `${shown}`);
  // Presses on one button are one step to undo.
  await parts.undoButton(page, "Change weight of Independence").click();
  await parts.saved(page);
  assert.equal(await warning(page).count(), 0);
  await parts.weighs(page, "10");
  await parts.eventually(() => keptWeight(page), 10, "the weight kept");

  // Another appraisal in another tab is no news here.
  await setWeight(other, 90, "Weight of Turnover");
  await parts.saved(other);
  await setWeight(page, 12);
  await parts.saved(page);
  assert.equal((await warning(page).count()) + (await warning(other).count()), 0);
});
