// How sure: what a member does to find out whether the answer holds.

import assert from "node:assert/strict";

import { test } from "./visit.mjs";
import * as parts from "./parts.mjs";

test("a member tries weights of their own, and the record stays as it is", async ({ visit }) => {
  const { page } = visit;
  await visit.open("#/birmingham-2013/how-sure");
  await parts.heading(page, "The lead holds unless Independence counts for about a third of everything");
  await visit.axe();
  const result = page.getByRole("complementary", { name: "Result with your weights" });
  await result.getByText("Integrated transformation leads by 17.0 points").waitFor();
  const field = page.getByRole("textbox", { name: "Your weight of Independence (DfE confidence)" });
  await field.fill("35.7143%");
  await field.press("Tab");
  // Beyond the flip at 32.8%.
  await result.getByText("Trust (council) leads by 2.1 points. The leader has changed.").waitFor();
  await page.getByText("In the appraisal: “Integrated transformation leads by 17.0 points”.").waitFor();
  await visit.shot("own-weights");
  // What leaves the page says whose weights these are.
  const own = page.getByRole("region", { name: "Your own weights" });
  const table = await visit.download(() => own.getByRole("button", { name: /^CSV/ }).click());
  assert.match(table.text, /With your own weights: Establish a trust accountable to BCC leads by 2\.1 points/);
  assert.match(table.text, /Not the weights of the appraisal: Independence 35\.7% instead of 10%/);
  const drawing = await visit.download(() => own.getByRole("button", { name: /^SVG/ }).click());
  assert.match(drawing.text, /With your own weights/);
  // On the lowest of screens the result stays in sight of the last slider, and out of its way.
  const size = page.viewportSize();
  for (const [width, height] of [[640, 450], [390, 800], [320, 480]]) {
    await page.setViewportSize({ width, height });
    const last = page.getByRole("slider", { name: "Your weight of Pace and low disruption, slider" });
    await last.evaluate((slider) => { slider.blur(); window.scrollTo(0, 0); slider.focus(); });
    const box = await result.boundingBox();
    assert.ok(box.y >= 0 && box.height < height / 4, `${width} × ${height}: ${JSON.stringify(box)}`);
    assert.ok((await last.boundingBox()).y >= box.y + box.height, `${width} × ${height}: the slider is covered`);
  }
  await page.setViewportSize(size);
  // On paper too, without the ways to other parts.
  await page.emulateMedia({ media: "print" });
  assert.ok(await result.isVisible());
  assert.equal(await page.getByRole("navigation", { name: "Ways to test the answer" }).isVisible(), false);
  await page.emulateMedia({ media: "screen" });
  // They are there after a look elsewhere.
  const parting = (name) => page.getByRole("link", { name, exact: true }).click();
  await parting("Scenarios");
  await parts.heading(page, "What if things turn out differently?");
  await parting("In short");
  await result.getByText("Trust (council) leads by 2.1 points. The leader has changed.").waitFor();
  await field.fill("many");
  await field.press("Tab");
  await page.getByText("Enter a number of 0 or more, like 30, 12.5 or 33%.").waitFor();
  const slider = page.getByRole("slider", { name: "Your weight of Independence (DfE confidence), slider" });
  await slider.focus();
  await page.keyboard.press("Home");
  await result.getByText(/^Integrated transformation leads by/).first().waitFor();
  // Nothing to undo, nothing changed.
  assert.ok(await page.getByRole("button", { name: "Undo" }).first().isDisabled());
  const back = page.getByRole("button", { name: "Back to the weights of the appraisal" });
  await back.click();
  await result.getByText("Integrated transformation leads by 17.0 points").waitFor();
  // There is nothing to go back to now; the focus is where the next thing can be tried, and the room of the button is kept.
  await back.waitFor({ state: "hidden" });
  await parts.hasFocus(page.getByRole("heading", { name: "Your own weights" }));
  assert.ok((await page.locator(".own-weights > .actions").boundingBox()).height > 30);
  await parts.step(page, "Weights");
  await parts.weighs(page, "10");
});

test("a scenario is described by what differs, and its regret is told", async ({ visit }) => {
  const { page } = visit;
  await visit.open("#/birmingham-2013/how-sure/scenarios");
  const name = page.getByRole("textbox", { name: "Add a scenario" });
  await name.fill("The department intervenes");
  await name.press("Enter");
  const weight = page.getByRole("textbox", { name: "Independence", exact: true }).first();
  await weight.fill("90");
  await weight.press("Tab");
  // 90 of 180 points is half the weight: beyond both flips.
  const across = page.getByRole("region", { name: "Across the scenarios" });
  await across.getByText("in “The department intervenes”").waitFor();
  await page.getByLabel("Of which option").selectOption("Establish a trust accountable to the DfE");
  const score = page.getByRole("textbox", { name: "Front line", exact: true }).last();
  await score.fill("20");
  await score.press("Tab");
  await page.getByText("1 weight and 1 score differ.").waitFor();
  // One of the same name is told apart.
  await name.fill("The department intervenes");
  await name.press("Enter");
  await page.getByRole("columnheader", { name: "The department intervenes (2)" }).first().waitFor();
  const totals = await visit.download(() => page.getByRole("button", { name: "CSV (download table): Who leads in each scenario" }).click());
  assert.match(totals.text, /^\uFEFFOption,As things stand,The department intervenes,The department intervenes \(2\)\r\n/);
  await page.getByRole("cell", { name: /\(1st\)$/ }).first().waitFor();
  await visit.axe();
  await visit.shot("scenarios");

  const saved = await visit.download(() => parts.saveFile(page).click());
  const [scenario] = JSON.parse(saved.text).scenarios;
  assert.equal(scenario.weights.independence, 90);
  await parts.step(page, "Weights");
  await parts.weighs(page, "10");
});

test("what would change the answer is said for one thing and for several, and by other methods", async ({ visit }) => {
  const { page } = visit;
  await visit.open("#/birmingham-2013/how-sure/one-weight");
  const weights = page.getByRole("region", { name: "How far each weight can move before the leader changes" });
  await weights.getByText("32.835%").waitFor();
  await weights.getByText(/Trust \(council\); above 40\.66\d?%, Trust \(DfE\)/).waitFor();
  const part = (name) => page.getByRole("navigation", { name: "Ways to test the answer" }).getByRole("link", { name, exact: true }).click();
  await part("Scores");
  await page.getByText("No other option could win by raising one score, even to 100.").waitFor();
  await page.getByText("Scores that change the leader by themselves: 2 of 30").waitFor();
  const table = await visit.download(() => page.getByRole("button", { name: "CSV (download table): Every score" }).click());
  assert.equal(table.text.split("\r\n").filter((line) => line.includes(",Not possible (") || line.endsWith(",Yes")).length, 30, table.text);
  await part("For analysts");
  await page.getByText(/The smallest change of weights that puts/).first().waitFor();
  await page.getByText("Weights are moved 10 percentage points").waitFor();
  await page.getByRole("heading", { name: "Would another accepted method choose differently?" }).waitFor();
  await page.getByRole("heading", { name: "If an option came or went" }).waitFor();
  await page.getByRole("rowheader", { name: "PROMETHEE II (V-shape)" }).waitFor();
  await page.getByText("All nine other methods choose").waitFor();
  // The criterion looked at is the same after a look elsewhere.
  await part("One weight");
  const criterion = page.getByLabel("Criterion", { exact: true });
  await criterion.selectOption({ label: "Partners" });
  await part("For analysts");
  await page.getByLabel("At the top").waitFor();
  await part("One weight");
  await parts.eventually(() => criterion.evaluate((list) => list.selectedOptions[0].textContent), "Partners", "the criterion");
  await part("For analysts");
  await page.getByRole("heading", { name: "If an option came or went" }).waitFor();
  await visit.axe();
  await visit.shot("how-sure-methods");
});

test("with a tie, and with one option, the page says what still holds", async ({ visit }) => {
  const { page } = visit;
  const scored = (title, scores) => parts.file(`${title}.json`, JSON.stringify({
    format: "weighbridge", version: 1, title,
    criteria: [{ id: "cost", name: "Cost", weight: 1 }, { id: "care", name: "Care", weight: 1 }],
    options: Object.keys(scores).map((id) => ({ id, name: id.toUpperCase() })), scores,
  }));
  await visit.open("#/");
  await parts.openFile(page, scored("tie", { a: { cost: 60, care: 40 }, b: { cost: 40, care: 60 } }));
  await page.waitForURL(/#\/tie/);
  await parts.step(page, "How sure");
  await page.getByText("A and B lead together, so there is no lead to move").waitFor();
  await visit.axe();
  const part = (name) => page.getByRole("navigation", { name: "Ways to test the answer" }).getByRole("link", { name, exact: true }).click();
  await part("Scores");
  await page.getByText("A would come first if it scored above 60 on Cost").waitFor();
  await part("One weight");
  await page.getByRole("columnheader", { name: "Tied from" }).waitFor();
  await visit.open("#/");
  await parts.openFile(page, scored("alone", { a: { cost: 60, care: 40 } }));
  await page.waitForURL(/#\/alone/);
  await parts.step(page, "How sure");
  await page.getByText("There is only one option").waitFor();
  await page.getByRole("link", { name: "Add an option" }).click();
  await page.waitForURL(/options/);
});

test("all weights at once: the shares sharpen, and never is said only where it is proved", async ({ visit }) => {
  const { page } = visit;
  await visit.open("#/birmingham-2013/how-sure/all-weights");
  await page.getByRole("heading", { level: 1, name: "Integrated transformation leads in 88 of 100 possible sets of weights" }).waitFor();
  await page.getByRole("status").getByText("correct to about ±").waitFor();
  await page.getByText("Exact, by formula.").waitFor();
  await page.getByText("Break up Birmingham and Outsource children’s services can never come first, whatever the weights. This is certain, not an estimate.").waitFor();
  await visit.axe();
  await visit.shot("all-weights");
  await page.getByRole("button", { name: "Work it out more finely" }).click();
  await page.getByRole("button", { name: "Work it out more finely" }).waitFor({ state: "detached" });
  await page.getByRole("status").getByText("±0.").waitFor();
  await page.getByRole("radio", { name: /^Their order/ }).check();
  await page.getByRole("heading", { level: 1, name: "Integrated transformation leads in all sets of weights that keep their order" }).waitFor();
});

test("what can be said of the weights is kept with the appraisal, and contradictions are named", async ({ visit }) => {
  const { page } = visit;
  await visit.open("#/birmingham-2013/how-sure/all-weights");
  await page.getByRole("radio", { name: /^What you all agree on/ }).check();
  const said = page.getByRole("region", { name: "What you all agree on" });
  await said.getByText("Nothing yet, so any weights are possible.").waitFor();
  const pick = (label, option) => said.getByLabel(label, { exact: true }).selectOption({ label: option });
  await pick("Criterion", "Front line");
  await pick("Compared with", "Independence (DfE confidence)");
  await said.getByRole("button", { name: "Add", exact: true }).click();
  await said.getByText("Front line counts at least as much as Independence (DfE confidence).").waitFor();
  const heading = page.getByRole("heading", { level: 1, name: /^Integrated transformation leads in 9\d of 100 sets of weights that fit what you agree on$/ });
  await heading.waitFor();
  await page.getByRole("heading", { name: "How far the totals could go" }).waitFor();
  await visit.axe();
  await visit.shot("weights-said");

  // A share, sent by Enter; it cannot hold together with what was said before.
  await pick("Criterion", "Independence (DfE confidence)");
  await pick("What holds of it", "has at least a share of");
  const share = said.getByRole("textbox", { name: "Share of its group, in %" });
  await share.fill("a third");
  await share.press("Enter");
  await said.getByText("Enter a share from 0 to 100, in percent.").waitFor();
  await share.fill("60");
  await share.press("Enter");
  await page.getByText("No weights fit “Front line counts at least as much as Independence (DfE confidence)” together with “Independence (DfE confidence) has at least 60% of everything”. Take one of the two back.").waitFor();
  await visit.axe();
  await said.getByRole("button", { name: "Remove Front line counts" }).click();
  await page.getByRole("heading", { level: 1, name: /^Today’s leader, Integrated transformation, leads in .* Establish a trust accountable to the DfE leads in/ }).waitFor();

  // The rest of what a run depends on; the same seed, the same shares.
  const part = (name) => page.getByRole("navigation", { name: "Ways to test the answer" }).getByRole("link", { name, exact: true }).click();
  await part("For analysts");
  const seed = page.getByRole("textbox", { name: "Seed" });
  await seed.fill("-1");
  await seed.press("Tab");
  await page.getByText("Enter a whole number from 0 to 4294967295.").waitFor();
  await seed.fill("2013");
  await seed.press("Tab");
  const precision = page.getByRole("textbox", { name: "Stop when every share is right within" });
  await precision.fill("0.2");
  await precision.press("Tab");
  await part("All weights");
  await page.getByRole("status").getByText(/correct to about ±0\.(1\d|20) percentage points/).waitFor();
  await visit.axe();

  const saved = await visit.download(() => parts.saveFile(page).click());
  assert.deepEqual(JSON.parse(saved.text).robustness, { statements: [["independence", "at-least", 0.6]], precision: 0.2, seed: 2013 });
  const table = await visit.download(() => page.getByRole("button", { name: /^CSV \(download table\): .* beats every other option/ }).click());
  assert.match(table.text, /^\uFEFFAhead of,/);
  // Rows stand in the order of the result: the one that wins here is third in it.
  const shares = table.text.split("\r\n")[3].split(",").slice(1).filter((cell) => cell !== "–").map(Number);
  assert.ok(shares.length === 4 && shares.every((share) => share > 0.5 && share <= 1), table.text);
});

test("a walk through narrow weights shows that its ends have met", async ({ visit }) => {
  const { page } = visit;
  await visit.open("#/");
  const criteria = [..."abcdefghijkl"].map((id) => ({ id, name: `Criterion ${id}`, weight: 10 }));
  const order = criteria.slice(1).map(({ id }, at) => [criteria[at].id, "before", id]);
  const scores = (shift) => Object.fromEntries(criteria.map(({ id }, at) => [id, { value: ((at + shift) * 37) % 101, range: [0, 100] }]));
  await parts.openFile(page, parts.file("ordered.json", JSON.stringify({
    format: "weighbridge", version: 1, title: "In order", criteria,
    options: [{ id: "one", name: "One" }, { id: "two", name: "Two" }],
    scores: { one: scores(0), two: scores(1) },
    // The last share cannot be told by rejection, nor is it a simple order.
    robustness: { statements: [...order, ["a", "at-most", 0.2]], scores: "uniform" },
  })));
  await page.waitForURL(/#\/in-order/);
  await parts.step(page, "How sure");
  await page.getByRole("link", { name: "All weights", exact: true }).first().click();
  // The file says something of the weights, so that is what it opens with.
  assert.ok(await page.getByRole("radio", { name: /^What you all agree on/ }).isChecked());
  await page.getByText("they agree (R-hat 1.0").first().waitFor();
  await page.getByRole("heading", { name: "Who would prefer which option" }).waitFor();
  await visit.shot("weights-said-walks");
  await page.getByRole("link", { name: "For analysts" }).click();
  await page.getByLabel("Scores with a stated range").selectOption({ label: "Scores count as given, whatever their ranges" });
  await parts.undoButton(page, "Change what is known of weights and scores").waitFor();
  await page.getByRole("link", { name: "All weights", exact: true }).first().click();
  await page.getByRole("heading", { name: /scores within their ranges/, level: 1 }).waitFor({ state: "detached" });
});

test("a long run can be stopped, says how far it came, and goes on", async ({ visit }) => {
  const { page } = visit;
  await visit.open("#/");
  const ids = [..."abcdefghijkl"];
  const criteria = ids.map((id) => ({ id, name: `Criterion ${id}`, weight: 10 }));
  const scores = (shift) => Object.fromEntries(ids.map((id, at) => [id, { value: ((at * 7 + shift * 31) * 37) % 101, range: [0, 100] }]));
  await parts.openFile(page, parts.file("slow.json", JSON.stringify({
    format: "weighbridge", version: 1, title: "Slow", criteria,
    options: ids.map((id) => ({ id, name: `Option ${id}` })),
    scores: Object.fromEntries(ids.map((id, at) => [id, scores(at)])),
    robustness: { precision: 0.05 },
  })));
  await page.waitForURL(/#\/slow/);
  await parts.step(page, "How sure");
  await page.getByRole("link", { name: "All weights", exact: true }).first().click();
  const stop = page.getByRole("button", { name: "Stop", exact: true });
  await stop.click();
  await page.getByRole("status").getByText("Stopped before each was right within 0.05.").waitFor();
  // What follows from the samples so far is there all the same.
  await page.getByRole("heading", { name: "How far the totals could go" }).waitFor();
  await page.getByRole("heading", { name: /scores within their ranges$/, level: 1 }).waitFor();
  const all = await visit.download(() => page.getByRole("button", { name: "Download all of this with standard errors (CSV)" }).click());
  for (const index of ["Rank acceptability,1", "Ahead of,Option b", "Expected rank", "Central weight,Criterion a", "Confidence factor"]) {
    assert.ok(all.text.includes(index), index);
  }
  await visit.axe();
  await page.getByRole("button", { name: "Go on" }).click();
  await stop.waitFor();
  await parts.hasFocus(page.locator("#sampled"));
  // The choice outlives a look at another part of the page.
  await page.getByRole("radio", { name: /^Their order/ }).check();
  await page.getByRole("link", { name: "For analysts" }).click();
  await page.getByRole("slider", { name: "Your point on the map" }).waitFor();
  await page.getByRole("link", { name: "All weights", exact: true }).first().click();
  assert.ok(await page.getByRole("radio", { name: /^Their order/ }).isChecked());
});

test("an option that comes and goes by undo and redo does not upset all weights at once", async ({ visit }) => {
  const { page } = visit;
  await visit.open("#/birmingham-2013/scores");
  const grid = page.getByRole("grid");
  await grid.getByRole("gridcell").first().click();
  await page.keyboard.press("Delete");
  await page.getByRole("button", { name: /^Undo: Change score of/ }).first().waitFor();
  await parts.step(page, "How sure");
  await page.getByRole("link", { name: "All weights", exact: true }).first().click();
  const bars = page.locator(".figure svg").first().locator("g.row");
  await parts.eventually(() => bars.count(), 4, "the options with all their scores");
  for (const options of [5, 4, 5]) {
    await page.getByRole("button", { name: options === 5 ? /^Undo/ : /^Redo/ }).first().click();
    await parts.eventually(() => bars.count(), options, "the options with all their scores");
  }
  await page.getByRole("heading", { name: "Who would prefer which option" }).waitFor();
});

test("the map of winners has a point that keys move, and nothing of it is kept", async ({ visit }) => {
  const { page } = visit;
  await visit.open("#/birmingham-2013/how-sure/map");
  const point = page.getByRole("slider", { name: "Your point on the map" });
  await point.waitFor();
  await visit.axe();
  await visit.shot("map-of-winners");
  const said = page.getByRole("status").getByText(/, at Front line /);
  const before = await said.textContent();
  assert.equal(await page.getByRole("button", { name: "Back to the weights of the appraisal" }).count(), 0, "nothing has been moved");
  await point.focus();
  await page.keyboard.press("ArrowUp");
  const back = page.getByRole("button", { name: "Back to the weights of the appraisal" });
  await back.waitFor();
  await parts.eventually(async () => (await said.textContent()) !== before, true, "another place on the map");
  await parts.hasFocus(point);
  // Long steps and both ends of the weight at the top, and the page stays where it is.
  const scrolled = await page.evaluate(() => window.scrollY);
  const top = async () => Number(await point.getAttribute("aria-valuenow"));
  for (const [key, share] of [["End", 100], ["PageDown", 80], ["PageDown", 60], ["PageUp", 80], ["Home", 0]]) {
    await page.keyboard.press(key);
    await parts.eventually(top, share, key);
  }
  assert.equal(await page.evaluate(() => window.scrollY), scrolled);
  await back.click();
  await parts.eventually(() => said.textContent(), before, "the weights of the appraisal");
  await parts.hasFocus(point);
  // On a telephone its table is wider than the page: the caption is not, and an edge says that there is more.
  await page.setViewportSize({ width: 390, height: 800 });
  const map = page.locator("section").filter({ has: page.getByLabel("At the top") });
  await map.getByRole("button", { name: "Show as table" }).click();
  const table = page.getByRole("region", { name: /of the map$/ });
  const { seen, whole, caption } = await table.evaluate((it) => ({
    seen: it.clientWidth, whole: it.scrollWidth, caption: it.querySelector("caption").getBoundingClientRect().width,
  }));
  assert.ok(whole > seen && caption <= seen, `${whole} ${seen} ${caption}`);
  await visit.shot("map-of-winners-table");
  await page.setViewportSize({ width: 1280, height: 800 });
  await map.getByRole("button", { name: "Show as picture" }).click();
  // Another criterion takes its place, and whoever had it the other's.
  const [above, left] = [page.getByLabel("At the top"), page.getByLabel("On the left")];
  // The three stand in one row where there is room.
  const right = page.getByLabel("On the right");
  assert.equal((await right.boundingBox()).y, (await above.boundingBox()).y);
  const was = await left.evaluate((list) => list.selectedOptions[0].textContent);
  await above.selectOption(was);
  await page.getByRole("heading", { level: 2, name: /of the map$/ }).waitFor();
  assert.notEqual(await left.evaluate((list) => list.selectedOptions[0].textContent), was);
});

test("the map says no clear winner where the other pages do, and whom it leaves out", async ({ visit }) => {
  const { page } = visit;
  await visit.open("#/");
  await parts.openFile(page, parts.file("close.json", JSON.stringify({
    format: "weighbridge", version: 1, title: "Close",
    criteria: ["a", "b", "c"].map((id) => ({ id, name: id.toUpperCase(), weight: 10 })),
    options: ["One", "Two", "Three"].map((name) => ({ id: name.toLowerCase(), name })),
    scores: { one: { a: 60, b: 40, c: 50 }, two: { a: 40, b: 60, c: 50 }, three: { a: 70, b: 10 } },
  })));
  await page.waitForURL(/#\/close/);
  await parts.step(page, "How sure");
  await page.getByRole("link", { name: "For analysts" }).click();
  await page.getByText("No clear winner: One and Two tie, at A 33.3%, B 33.3% and C 33.3%.").waitFor();
  await page.getByText("Three has scores missing, so is left out").waitFor();
  await page.getByRole("slider", { name: "Your point on the map" }).focus();
  await page.keyboard.press("End");
  await page.getByText("One leads by 20.0 points, at A 100%, B 0% and C 0%.").waitFor();
});
