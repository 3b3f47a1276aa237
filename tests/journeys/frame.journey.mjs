// What stands around the pages: the library and its examples, the header, help, settings; and where the focus goes.

import assert from "node:assert/strict";
import { createServer } from "node:http";

import { test } from "./visit.mjs";
import * as parts from "./parts.mjs";
import { eventually, hasFocus, heading, setWeight, step } from "./parts.mjs";

const BIRMINGHAM = "Birmingham children’s services, 2013";

const button = (page, name) => page.getByRole("button", { name, exact: true });
const region = (page, name) => page.getByRole("region", { name });

async function toLibrary(page) {
  await page.getByRole("link", { name: "All appraisals" }).click();
  await heading(page, "Weigh up the options");
}

test("an example cannot be lost: changes go into a copy beside it, which can be reset", async ({ visit }) => {
  const { page } = visit;
  await visit.open();
  const examples = region(page, "Examples");
  // What one tries first changes nothing.
  await examples.getByRole("link", { name: "Try it: change a weight" }).click();
  await page.waitForURL(/how-sure\/your-weights$/);
  await page.locator("main input").first().waitFor();
  assert.deepEqual(await parts.kept(page), []);

  await toLibrary(page);
  await examples.getByRole("link", { name: BIRMINGHAM }).click();
  await step(page, "Weights");
  await page.locator(".document small").getByText("Example", { exact: true }).waitFor();
  const field = parts.weightField(page);
  await field.fill("60");
  await field.press("Enter");
  await page.waitForURL(/birmingham-2013-2\/weights$/);
  await hasFocus(field);
  await parts.saved(page);
  // The browser's way back shows what was made of it, not the page before the change.
  await page.goBack();
  await page.waitForURL(/birmingham-2013-2\/result$/);
  await toLibrary(page);
  await region(page, "In this browser").getByText("your copy of an example").waitFor();
  await examples.getByRole("link", { name: BIRMINGHAM }).click();
  await heading(page, "Integrated transformation leads by 17.0 points");

  await page.goto(visit.address(`#/${parts.COPY}/weights`));
  await button(page, "Reset to the example").click();
  await page.waitForURL(/birmingham-2013\/weights$/);
  await parts.hears(page, `“${BIRMINGHAM}” has been deleted from this browser.`);
  await region(page, "Message").getByRole("button", { name: "Undo" }).click();
  await page.waitForURL(/birmingham-2013-2\/weights$/);
  await eventually(async () => (await parts.kept(page)).map((record) => record.id), [parts.COPY], "what is kept");
});

test("a new appraisal is kept from the first entry on, and its title is typed, not replaced", async ({ visit }) => {
  const { page } = visit;
  await visit.open();
  await button(page, "Start a new appraisal").click();
  await heading(page, "What is to be decided?");
  await toLibrary(page);
  assert.deepEqual(await parts.kept(page), []);
  await button(page, "Start a new appraisal").click();
  const title = page.getByRole("textbox", { name: "Title" });
  assert.equal(await title.inputValue(), "");
  await page.getByRole("textbox", { name: "The question" }).fill("Who should run the leisure centres?");
  await title.focus();
  await page.keyboard.type("Leisure");
  await page.keyboard.press("Tab");
  await parts.saved(page);
  assert.equal(await title.inputValue(), "Leisure");
  await toLibrary(page);
  const card = region(page, "In this browser").getByRole("listitem");
  await card.getByText("Draft", { exact: true }).waitFor();
  await card.getByText(/^Changed \d+ \w+ \d{4}/).waitFor();
});

test("options stand in a line each, one of them open, and what is ruled out keeps its reason in sight", async ({ visit }) => {
  const { page } = visit;
  await visit.open("#/birmingham-2013/options");
  await heading(page, "Five options to weigh, one ruled out");
  const lines = page.locator(".entry-line");
  for (const line of await lines.all()) {
    const { height } = await line.boundingBox();
    assert.ok(height <= 72, `a line is ${height} px high`);
  }
  const lefts = await page.locator(".entries").first().locator(".entry-tools").evaluateAll((all) => all.map((e) => Math.round(e.getBoundingClientRect().left)));
  assert.equal(new Set(lefts).size, 1, "the arrows stand below each other");
  await page.getByText(/doing nothing is not an option/).waitFor();

  const open = async () => page.locator(".entries [aria-expanded=true]").allTextContents();
  await button(page, "Break up Birmingham").click();
  await button(page, "Integrated transformation").click();
  assert.deepEqual(await open(), ["Integrated transformation"]);
  // The label of a field and that of its neighbour, and the fields, are at one height.
  for (const pair of await page.locator(".entry-panel .pair").all()) {
    const tops = await pair.locator("label").evaluateAll((all) => all.map((e) => Math.round(e.getBoundingClientRect().top)));
    assert.equal(new Set(tops).size, 1, `labels at ${tops}`);
  }
  await visit.axe();
  await visit.shot("options-open");
  await button(page, "Done").click();
  await hasFocus(button(page, "Integrated transformation"));

  // Nobody has put a new option on the short list.
  await page.getByRole("textbox", { name: "Add an option" }).fill("A federation");
  await page.keyboard.press("Enter");
  const row = page.locator(".entry-row").filter({ has: button(page, "A federation") });
  await row.getByText("Long-listed").waitFor();
  await button(page, "A federation").click();
  await page.getByLabel("Status").selectOption("Short-listed");
  await row.locator(".badge").getByText("Short-listed").waitFor();
  await heading(page, "Six options to weigh, one ruled out");

  await page.getByRole("button", { name: "Rule out… A federation" }).click();
  await page.getByLabel("At which stage").fill("Short list");
  await page.getByRole("textbox", { name: "Why" }).fill("Nobody would join it.");
  await page.getByRole("button", { name: "Rule out A federation" }).click();
  await heading(page, "Five options to weigh, two ruled out");
  const out = region(page, "Ruled out");
  await out.getByText("Nobody would join it.").waitFor();
  await hasFocus(button(page, "A federation"));
  await out.getByRole("button", { name: "Bring back A federation" }).click();
  await row.locator(".badge").getByText("Long-listed").waitFor();
  await hasFocus(button(page, "A federation"));
});

test("a name of ten thousand letters is cut where all can see it, and whole where it is changed", async ({ visit }) => {
  const { page } = visit;
  const long = "Very long ".repeat(1000);
  const options = [{ id: "a", name: long }, { id: "b", name: "B" }];
  const file = { format: "weighbridge", version: 1, title: long, options, criteria: [], scores: {} };
  await visit.open();
  await parts.openFile(page, parts.file("long.json", JSON.stringify(file)));
  await step(page, "Options");
  const line = await page.locator(".entry-line").first().boundingBox();
  assert.ok(line.height < 100, `${line.height}`);
  const title = await page.locator(".document-title").evaluate((e) => [e.clientHeight, getComputedStyle(e).textOverflow]);
  assert.ok(title[0] < 40 && title[1] === "ellipsis", `${title}`);
  await page.locator(".entry-name button").first().click();
  assert.equal((await page.getByRole("textbox", { name: "Name", exact: true }).inputValue()).trim(), long.trim());
  await toLibrary(page);
  const card = await region(page, "In this browser").getByRole("heading", { level: 3 }).boundingBox();
  assert.ok(card.height < 120, `${card.height}`);
});

test("the header leads back, prints, helps and tells how far everything has come; a telephone has it under a button", async ({ visit }) => {
  const { page } = visit;
  await page.setViewportSize({ width: 390, height: 844 });
  await page.addInitScript(() => (window.print = () => (window.printed = true)));
  await visit.open("#/birmingham-2013/weights");
  await parts.assertFits(page, "the header");
  const steps = page.getByRole("navigation", { name: "Steps" });
  await steps.getByRole("button").filter({ hasText: "8 of 8 done" }).waitFor();
  assert.equal(await button(page, "Print").isVisible(), false);
  await button(page, "Print, help and settings").click();
  await parts.assertFits(page, "the header, open");
  await visit.axe();
  await visit.shot("header-open");
  await button(page, "Print").click();
  assert.equal(await page.evaluate(() => window.printed), true);
  await page.getByRole("link", { name: "Help" }).click();
  await heading(page, "Help");
  await page.getByRole("link", { name: "Back to Weights" }).click();
  await heading(page, /How much/);

  await page.setViewportSize({ width: 1280, height: 900 });
  await steps.getByText("8 of 8 done", { exact: true }).waitFor();
  for (const name of ["Print", "Settings"]) assert.ok(await button(page, name).isVisible(), name);
  await page.getByRole("link", { name: "All appraisals" }).click();
  await heading(page, "Weigh up the options");
});

test("help opens with a key, and a term opens where it stands", async ({ visit }) => {
  const { page } = visit;
  await visit.open("#/birmingham-2013/options");
  await page.getByRole("heading", { level: 1 }).focus();
  await page.getByRole("textbox", { name: "Add an option" }).focus();
  await page.keyboard.press("?");
  assert.match(page.url(), /options$/, "while typing it is a letter");
  await button(page, "Business case").click();
  const mark = page.getByRole("button", { name: "What is meant by Long list and short list" });
  await mark.focus();
  await page.keyboard.press("Enter");
  await page.getByRole("note").getByText("The short list is what is appraised in full.").waitFor();
  // What scrolls under the line that stays is no smaller for it.
  await page.evaluate(() => scrollTo(0, 0));
  await visit.axe();
  await visit.shot("term-open");
  await page.keyboard.press("Escape");
  await page.getByRole("note").getByText("The short list").waitFor({ state: "detached" });
  await hasFocus(mark);
  await page.keyboard.press("Enter");
  await page.getByRole("link", { name: "All terms" }).click();
  await heading(page, "Help");
  await hasFocus(page.locator("dt").filter({ hasText: "Long list and short list" }));
  await page.goBack();
  await heading(page, /options to weigh/);
  await page.keyboard.press("?");
  await heading(page, "Help");
  for (const width of [1280, 390, 320]) {
    await page.setViewportSize({ width, height: 900 });
    await parts.assertFits(page, `help at ${width}`);
  }
  await visit.axe();
  await visit.shot("help");
});

test("settings hold at once, and from the first moment after a reload", async ({ visit }) => {
  const { page } = visit;
  await visit.open();
  const look = () => page.evaluate(() => [getComputedStyle(document.body).backgroundColor, getComputedStyle(document.documentElement).fontSize]);
  assert.deepEqual(await look(), ["rgb(255, 255, 255)", "16px"]);
  await button(page, "Settings").click();
  const dialog = page.getByRole("dialog", { name: "Settings" });
  await dialog.getByLabel("Dark").check();
  await dialog.getByLabel("Large", { exact: true }).check();
  assert.deepEqual(await look(), ["rgb(20, 24, 27)", "19.2px"]);
  await visit.axe();
  await visit.shot("settings");
  await page.keyboard.press("Escape");
  await hasFocus(button(page, "Settings"));

  // Before the app is there, nothing is drawn otherwise.
  await page.addInitScript(() => {
    const seen = (window.seen = new Set());
    const look = () => {
      if (document.body) seen.add(getComputedStyle(document.body).backgroundColor);
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  await page.reload();
  await heading(page, "Weigh up the options");
  assert.deepEqual(await page.evaluate(() => [...window.seen]), ["rgb(20, 24, 27)"]);
  await page.emulateMedia({ media: "print" });
  assert.equal((await look())[0], "rgb(255, 255, 255)", "paper is white");
  await page.emulateMedia({ media: null });

  // Back to the device, which may change its mind.
  await button(page, "Settings").click();
  await dialog.getByLabel("As this device").check();
  await page.emulateMedia({ colorScheme: "dark" });
  await eventually(async () => (await look())[0], "rgb(20, 24, 27)");
  await page.emulateMedia({ colorScheme: "light" });
  await eventually(async () => (await look())[0], "rgb(255, 255, 255)");
});

test("totals have two decimals for who wants them, after a reload too, and what is taken away stays as it was", async ({ visit }) => {
  const { page } = visit;
  await visit.open("#/birmingham-2013/result");
  const total = (words) => page.getByRole("row", { name: /^Integrated transformation/ }).getByText(words, { exact: true }).first().waitFor();
  const results = () => visit.download(() => button(page, "Download the results (JSON)").click());
  await total("77.5");
  const usual = await results();
  await button(page, "Settings").click();
  await page.getByRole("dialog", { name: "Settings" }).getByLabel("Two: 77.50").check();
  await total("77.50");
  await page.keyboard.press("Escape");
  await page.reload();
  await total("77.50");
  assert.equal((await results()).text, usual.text);
  await button(page, "Settings").click();
  await page.getByRole("dialog", { name: "Settings" }).getByLabel("One: 77.5").check();
  await total("77.5");
});

/** Never, at any moment, is the focus nowhere for longer than a person could notice. */
async function focusStays(page, what) {
  await eventually(() => page.evaluate(() => document.activeElement?.tagName !== "BODY"), true, `the focus after ${what}`);
}

test("the focus is never lost", async ({ visit }) => {
  const { page } = visit;
  await visit.open("#/birmingham-2013/criteria");
  const press = async (locator, what) => {
    await locator.focus();
    await page.keyboard.press("Enter");
    await focusStays(page, what);
  };
  const add = page.getByRole("textbox", { name: "Add a criterion, or paste a list or a table" });
  await add.fill("Risk");
  await add.press("Enter");
  const undo = page.getByRole("button", { name: /^(Undo:|Nothing to undo)/ });
  const redo = page.getByRole("button", { name: /^(Redo:|Nothing to redo)/ });
  await press(undo, "the last undo");
  await hasFocus(undo);
  await press(redo, "the last redo");
  await hasFocus(redo);

  // Undoing, by key, what has the focus.
  await button(page, "Risk").focus();
  await page.keyboard.press("Control+z");
  await button(page, "Risk").waitFor({ state: "detached" });
  await focusStays(page, "undoing an added criterion");

  await toLibrary(page);
  const yours = region(page, "In this browser");
  const message = region(page, "Message");
  const remove = yours.getByRole("button", { name: /^Delete/ });
  await press(remove, "delete");
  await hasFocus(message);
  await press(message.getByRole("button", { name: "Undo" }), "the undo of delete");
  await hasFocus(yours.getByRole("link").first());
  await press(remove, "delete");
  await hasFocus(message);
  await press(message.getByRole("button", { name: "Dismiss" }), "dismiss");
  await page.getByRole("link", { name: /^Privacy/ }).click();
  await press(button(page, "Delete everything in this browser"), "asking");
  await hasFocus(button(page, "Keep it"));
  await press(button(page, "Delete everything"), "delete everything");
});

test("where colours are forced, the current step and the current part are marked", async ({ visit }) => {
  const { page } = visit;
  await page.emulateMedia({ forcedColors: "active" });
  await visit.open("#/birmingham-2013/how-sure");
  const edge = (locator, side) => locator.evaluateAll((all, side) => all.map((e) => {
    const style = getComputedStyle(e);
    return `${style[`border${side}Width`]} ${style[`border${side}Color`]} ${style.backgroundColor}`;
  }), side);
  for (const [where, side] of [[".steps a", "Left"], [".ways a", "Bottom"]]) {
    const [current] = await edge(page.locator(`${where}[aria-current]`), side);
    const others = await edge(page.locator(`${where}:not([aria-current])`), side);
    assert.ok(others.length > 2 && !others.includes(current), `${where}: ${current} among ${others}`);
  }
});

test("every part of a page has a title of its own, and every table a name", async ({ visit }) => {
  const { page } = visit;
  const titles = new Map();
  const views = ["question", "options", "criteria", "weights", "weights/swing", "weights/rank", "weights/compare", "scores", "scores/partners", "result", "how-sure", "how-sure/all-weights", "how-sure/scenarios"];
  let last = "";
  await visit.open("#/birmingham-2013/question");
  for (const view of views) {
    await page.goto(visit.address(`#/birmingham-2013/${view}`));
    // The heading of the view before may still stand there for a moment.
    await page.waitForFunction((last) => document.title !== last && document.title.includes(document.querySelector("h1").textContent), last);
    const title = await page.title();
    assert.equal(titles.get(title), undefined, `${view} is called as ${titles.get(title)}: ${title}`);
    titles.set(title, view);
    last = title;
    const closed = page.locator("main details:not([open]) > summary").locator("visible=true");
    for (let left = await closed.count(); left > 0; left -= 1) await closed.first().click();
    await visit.axe(page, ["aria-input-field-name", "label"]);
    const nameless = await page.locator("table").evaluateAll((all) => all.filter((t) => !(t.caption || t.getAttribute("aria-label") || document.getElementById(t.getAttribute("aria-labelledby")))).map((t) => t.outerHTML.slice(0, 80)));
    assert.deepEqual(nameless, [], view);
  }
});

test("text set wider cuts nothing of the header, and a page in letters of double size does not scroll sideways", async ({ visit }) => {
  const { page } = visit;
  await page.setViewportSize({ width: 1280, height: 900 });
  await visit.open("#/birmingham-2013/weights");
  await setWeight(page, 30);
  await parts.saved(page);
  // WCAG 1.4.12; the policy lets a script set properties of a style sheet that is there.
  await page.evaluate(() => {
    const sheet = document.styleSheets[0];
    sheet.insertRule("* { letter-spacing: .12em !important; word-spacing: .16em !important; line-height: 1.5 !important }", sheet.cssRules.length);
  });
  const cut = await page.locator(".document small").evaluate((e) => e.scrollWidth > e.clientWidth || e.getBoundingClientRect().right > e.parentElement.getBoundingClientRect().right + 1);
  assert.equal(cut, false);
  await page.evaluate(() => document.documentElement.setAttribute("data-text", "larger"));
  for (const width of [1280, 640, 390]) {
    await page.setViewportSize({ width, height: 900 });
    await parts.assertFits(page, `weights, wide and large, at ${width}`);
  }
});

test("in a frame of another site the tool does not start, and says how to open it", { tag: "@http" }, async ({ visit }) => {
  const { page } = visit;
  const server = createServer((_, response) => {
    response.setHeader("Content-Type", "text/html");
    response.end(`<iframe width="900" height="600" src="${visit.address()}"></iframe>`);
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  await page.goto(`http://127.0.0.1:${server.address().port}/`);
  const inside = page.frameLocator("iframe");
  await inside.getByRole("heading", { name: "Open Weighbridge by itself" }).waitFor();
  assert.equal(await inside.getByRole("link", { name: "Open it in a tab of its own" }).getAttribute("href"), visit.address());
  assert.equal(await inside.getByRole("button").count(), 0);
  server.close();
  // The page around it is not the tool's.
  visit.expectComplaint(/asked for http:\/\/127/);
});

test("at 200 % the grid of scores has no edge of its own that cuts a row", async ({ visit }) => {
  const { page } = visit;
  // A desk of 1280 by 900.
  await page.setViewportSize({ width: 640, height: 450 });
  await visit.open("#/office-location/scores");
  const place = page.locator(".scores-scroll");
  await place.waitFor();
  const [seen, all] = await place.evaluate((e) => [e.clientHeight, e.scrollHeight]);
  assert.ok(all - seen <= 1, `${seen} px of ${all} are seen`);
});
