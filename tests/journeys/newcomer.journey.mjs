// Somebody who has never seen the tool: the main path, from the library to a file that opens elsewhere.

import assert from "node:assert/strict";

import { test } from "./visit.mjs";
import * as parts from "./parts.mjs";
import { heading, outcome, ranking, setWeight, step, TOTALS } from "./parts.mjs";

const NEW_OPTION = "Joint venture with a neighbour";

test("a newcomer weighs the Birmingham options, and takes the result elsewhere", async ({ visit }) => {
  let { page } = visit;
  await visit.open();
  await page.getByRole("link", { name: "Birmingham children’s services, 2013" }).click();
  await heading(page, "Integrated transformation leads by 17.0 points");
  const before = await ranking(page);
  assert.deepEqual(before.map(([, total]) => total), TOTALS);
  assert.equal(before[0][0], "Integrated transformation");

  // One number, and the ranking, the chart and the words follow.
  await step(page, "Weights");
  await heading(page, "How much should each criterion count?");
  const bars = page.getByRole("region", { name: "Totals, out of 100" });
  const drawn = await bars.innerHTML();
  await setWeight(page, 20);
  const words = "You changed the weight of Independence: the lead is 10.9 points, 17.0 at the start.";
  await outcome(page).getByText(words).waitFor();
  await parts.hears(page, words);
  assert.notEqual(await bars.innerHTML(), drawn);

  // At 22 parts of 67 the first two tie; beyond, the leader is another one.
  await setWeight(page, 44);
  await outcome(page).getByText(/ and .* are now level\. Integrated transformation led at the start\.$/).waitFor();
  await outcome(page).getByRole("button", { name: "Undo", exact: true }).click();
  await setWeight(page, 50);
  const changed = "You changed the weight of Independence. Trust (council) now leads by 2.1 points. Integrated transformation led at the start.";
  await outcome(page).getByText(changed).waitFor();
  await parts.hears(page, changed);
  await page.getByText("35.7%").first().waitFor();
  await visit.shot("newcomer-weights");
  await step(page, "Result");
  await heading(page, "Establish a trust accountable to BCC leads by 2.1 points");
  const after = await ranking(page);
  assert.deepEqual(after.slice(0, 2).map(([name]) => name), ["Establish a trust accountable to BCC", "Integrated transformation"]);
  assert.notDeepEqual(after.map(([, total]) => total), TOTALS);

  // An option more, and back.
  await step(page, "Options");
  await page.getByRole("textbox", { name: "Add an option" }).fill(NEW_OPTION);
  await page.getByRole("button", { name: "Add option", exact: true }).click();
  await page.getByRole("button", { name: NEW_OPTION, exact: true }).waitFor();
  await parts.hears(page, `You added ${NEW_OPTION}.`);
  await parts.undoButton(page, `Add option ${NEW_OPTION}`).click();
  await page.getByRole("button", { name: NEW_OPTION, exact: true }).waitFor({ state: "detached" });
  await parts.hears(page, `Undone (“Add option ${NEW_OPTION}”)`);

  // The tab is closed a moment after the last change, and everything is there.
  await step(page, "Weights");
  await setWeight(page, 52);
  await page.close();
  page = visit.page = await visit.secondTab();
  await page.goto(visit.address());
  const yours = page.getByRole("region", { name: "In this browser" });
  await yours.getByRole("link", { name: "Birmingham children’s services, 2013" }).click();
  const result = "Establish a trust accountable to BCC leads by 2.0 points";
  await heading(page, result);
  const kept = await ranking(page);
  await step(page, "Weights");
  await parts.weighs(page, "52");

  // A file, which is an appraisal of version 1 with that weight in it.
  const taken = await visit.download(() => parts.saveFile(page).click(), page);
  assert.match(taken.name, /^birmingham.*2013\.weighbridge\.json$/);
  const content = JSON.parse(taken.text);
  assert.equal(content.format, "weighbridge");
  assert.equal(content.version, 1);
  assert.equal(parts.weightIn(content), 52);
  assert.equal(content.options.length, 6);

  // Elsewhere, chosen by one and dropped by another: the same result.
  const sent = parts.file(taken.name, taken.text);
  const ways = { chosen: parts.openFile, dropped: parts.dropFile };
  for (const [way, open] of Object.entries(ways)) {
    const other = await visit.elsewhere();
    await other.open();
    await open(other.page, sent);
    await heading(other.page, result);
    assert.deepEqual(await ranking(other.page), kept, way);
    await parts.saved(other.page);

    // Opened once more, the very same is shown, not a copy beside it.
    await other.page.getByRole("link", { name: "Weighbridge" }).click();
    await heading(other.page, "Weigh up the options");
    await open(other.page, sent);
    await heading(other.page, result);
    assert.equal((await parts.kept(other.page)).length, 1, way);
  }
});

test("what was typed last is kept when the tab goes away under it", async ({ visit }) => {
  await visit.open("#/birmingham-2013/question");
  const field = visit.page.getByRole("textbox", { name: "Who decides" });
  await field.fill("Cabinet, meeting in public");
  // The field still has the focus: nothing but closing the tab says that typing is over.
  await visit.page.evaluate(() => {
    Object.defineProperty(document, "visibilityState", { value: "hidden" });
    document.dispatchEvent(new Event("visibilitychange"));
  });
  await parts.saved(visit.page);
  const { file } = await parts.keptOne(visit.page);
  assert.equal(file.body, "Cabinet, meeting in public");
});
