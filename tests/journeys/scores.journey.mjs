// Somebody scores the options: by keyboard, from a spreadsheet, by touch, and with mistakes.

import assert from "node:assert/strict";

import { test } from "./visit.mjs";

const SCORES = "#/birmingham-2013/scores";

/** The grid of a visit's page, as a person sees it. Rows and columns count from 0. */
class Grid {
  constructor(visit) {
    this.page = visit.page;
  }

  cell(row, column) {
    return this.page.locator(`#cell-${row}-${column}`);
  }

  /** What a cell shows, without its marks. */
  async shows(row, column, text) {
    const shown = this.cell(row, column).locator(".shown > span").first();
    await shown.filter({ hasText: new RegExp(`^${text.replace(/[.?]/g, "\\$&")}$`) }).waitFor();
  }

  async hasFocus(row, column) {
    await this.page.locator(`#cell-${row}-${column}:focus`).waitFor();
  }

  async type(...keys) {
    for (const key of keys) {
      if (key.length > 1 && /^[A-Z]/.test(key)) await this.page.keyboard.press(key);
      else await this.page.keyboard.type(key);
    }
  }

  /** Pastes a text where the focus is. */
  async paste(text) {
    await this.page.evaluate((text) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", text);
      const event = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
      document.activeElement.dispatchEvent(event);
    }, text);
  }
}

test("a member scores with nothing but the keyboard", async ({ visit }) => {
  await visit.open(SCORES);
  const { page } = visit;
  const grid = new Grid(visit);
  await visit.axe();
  await visit.shot("scores");

  // The grid is one stop of Tab; the panel comes after it.
  await page.getByRole("button", { name: "Copy table" }).focus();
  await grid.type("Tab");
  await grid.hasFocus(0, 0);
  await grid.type("Tab");
  await page.locator(".score-panel button:focus").waitFor();
  await grid.type("Shift+Tab");
  await grid.hasFocus(0, 0);

  for (const [key, row, column] of [
    ["ArrowDown", 1, 0],
    ["ArrowRight", 1, 1],
    ["End", 1, 5],
    ["ArrowRight", 1, 5],
    ["Home", 1, 0],
    ["Control+End", 4, 5],
    ["Control+Home", 0, 0],
  ]) {
    await grid.type(key);
    await grid.hasFocus(row, column);
  }

  // Typing replaces, Enter goes down, Tab goes right.
  await grid.type("45", "Enter");
  await grid.hasFocus(1, 0);
  await grid.shows(0, 0, "45");
  await grid.type("12.5", "Tab");
  await grid.hasFocus(1, 1);
  await grid.shows(1, 0, "12.5");

  // F2 keeps what is there; Escape takes back what was typed.
  await grid.type("F2", "ArrowLeft", "9", "Escape");
  await grid.hasFocus(1, 1);
  await grid.shows(1, 1, "30");

  // Blank is not zero: each absence is a sign and a word of its own.
  await grid.type("Delete");
  await grid.shows(1, 1, "–");
  await grid.cell(1, 1).getByText("missing").waitFor();
  await grid.type("?", "Enter");
  await grid.shows(1, 1, "?");
  await grid.cell(1, 1).getByText("cannot judge").waitFor();
  await grid.type("ArrowUp", "n/a", "Enter", "ArrowUp");
  await grid.shows(1, 1, "n/a");
  await page.getByText("29 of 30 scored").waitFor();
  await visit.axe();
  await page.getByRole("button", { name: "Next without a score" }).click();
  await grid.hasFocus(1, 1);

  // Undo takes back one change at a time and leaves the focus where it is.
  await grid.type("Control+z", "Control+z", "Control+z");
  await grid.shows(1, 1, "30");
  await grid.hasFocus(1, 1);
  await page.getByText("30 of 30 scored").waitFor();
});

test("what is not a score stays where it was typed, and changes nothing", async ({ visit }) => {
  await visit.open(SCORES);
  const { page } = visit;
  const grid = new Grid(visit);
  await grid.cell(1, 5).click();
  await grid.type("1,5", "Enter");
  await grid.hasFocus(2, 5);
  await grid.shows(1, 5, "1,5");
  assert.equal(await grid.cell(1, 5).getAttribute("aria-invalid"), "true");
  const summary = page.getByRole("region", { name: "One score was not entered" });
  await summary.getByText("Use a full stop for decimals").waitFor();
  await summary.getByText("The score is still 20.").waitFor();
  assert.equal(await page.getByRole("button", { name: "Nothing to undo" }).count(), 1);

  await grid.type("101", "Enter", "ArrowLeft");
  await page.getByRole("heading", { name: "2 scores were not entered" }).waitFor();
  await visit.axe();
  await visit.shot("scores-not-entered");

  // The summary leads to the cell; the panel says the same; Escape takes the text away.
  await page.getByRole("button", { name: "Outsource on Pace", exact: true }).click();
  await grid.hasFocus(1, 5);
  await page.locator(".score-panel .error").getByText("Use a full stop").waitFor();
  await grid.type("Escape");
  await grid.shows(1, 5, "20");
  await page.getByRole("button", { name: "Trust (DfE) on Pace", exact: true }).click();
  await grid.type("35", "Enter");
  await grid.shows(2, 5, "35");
  await page.locator(".error-summary").waitFor({ state: "detached" });
});

test("a block from a spreadsheet is looked at where something would be lost, and is one change", async ({ visit }) => {
  await visit.open(SCORES);
  const { page } = visit;
  const grid = new Grid(visit);
  await grid.cell(3, 4).click();
  const block = "51\tabc\t7\r\n\t101\r\n9\t9\r\n";
  await grid.paste(block);
  const look = page.getByRole("dialog", { name: "Paste 2 scores?" });
  await look.getByText("1 score would be emptied").waitFor();
  await look.getByText("2 texts cannot be read and would not be entered.").waitFor();
  await look.getByText("1 row has no place and would be left out: there are 5 options here.").waitFor();
  await look.getByText("1 column has no place and would be left out: there are 6 criteria here.").waitFor();
  await visit.axe();
  await visit.shot("scores-paste-look");
  // Cancelled, nothing has happened, and the cell has the focus.
  await page.keyboard.press("Escape");
  await look.waitFor({ state: "detached" });
  await grid.hasFocus(3, 4);
  assert.equal(await page.getByRole("button", { name: "Nothing to undo" }).count(), 1);

  await grid.paste(block);
  await look.getByRole("button", { name: "Paste these" }).click();
  await grid.hasFocus(3, 4);
  await grid.shows(3, 4, "51");
  await grid.shows(3, 5, "abc");
  await grid.shows(4, 4, "–");
  await grid.shows(4, 5, "101");
  const summary = page.locator(".error-summary");
  await page.getByRole("heading", { name: "2 scores were not entered" }).waitFor();
  await visit.axe();
  await visit.shot("scores-pasted");

  await page.getByRole("button", { name: "Undo: Paste 2 scores" }).click();
  await grid.shows(3, 4, "70");
  await grid.shows(4, 4, "20");
  assert.equal(await page.getByRole("button", { name: "Nothing to undo" }).count(), 1);
  // What was refused of the block goes with it.
  await summary.waitFor({ state: "detached" });
  await grid.shows(3, 5, "40");

  // Of one text that is read and one that is not, undo takes both.
  await grid.cell(0, 0).click();
  await grid.paste("51\tabc");
  await page.getByRole("button", { name: "Paste these" }).click();
  await grid.shows(0, 1, "abc");
  await grid.type("Control+z");
  await summary.waitFor({ state: "detached" });

  // While something is typed, a block goes over the scores and a single text into the field. Plain, it goes at once.
  await grid.cell(0, 0).click();
  await grid.type("9");
  await grid.paste("3\n4\n");
  await grid.hasFocus(0, 0);
  await grid.shows(0, 0, "3");
  await grid.shows(1, 0, "4");

  // Everything pasted at once is undone at once, however much it is.
  await grid.type("Control+Home");
  await grid.paste(Array.from({ length: 200 }, () => Array(50).fill("50").join("\t")).join("\n"));
  await page.getByText("195 rows have no place and would be left out: there are 5 options here.").waitFor();
  await page.getByRole("button", { name: "Paste these" }).click();
  await grid.shows(4, 5, "50");
  await grid.type("Control+z");
  await grid.shows(4, 5, "80");
  await grid.shows(0, 0, "3");
});

test("the panel says why, how sure, and how it counts", async ({ visit }) => {
  await visit.open(SCORES);
  const { page } = visit;
  const grid = new Grid(visit);
  await grid.cell(1, 0).click();
  await page.getByRole("heading", { name: "Outsource children’s services on Front line" }).waitFor();
  await page.getByText("How far does the option help to recruit").waitFor();
  await page.getByText("most posts vacant or agency").waitFor();

  await page.getByLabel("Score", { exact: true }).fill("60");
  await page.keyboard.press("Enter");
  await grid.shows(1, 0, "60");
  await page.getByRole("button", { name: "5 more" }).click();
  await grid.shows(1, 0, "65");
  await page.getByRole("button", { name: "Cannot judge" }).click();
  await grid.shows(1, 0, "?");
  await page.getByRole("button", { name: "Undo: Change score" }).click();
  await grid.shows(1, 0, "65");

  await page.getByRole("textbox", { name: "Reason" }).fill("Three bidders said so");
  await page.getByRole("textbox", { name: "Source" }).fill("Market test, May 2013");
  await page.getByLabel("Confidence").selectOption("Low");

  await page.getByRole("button", { name: "How is this worked out?" }).click();
  const dialog = page.getByRole("dialog", { name: "Outsource children’s services on Front line" });
  await dialog.getByText("30% × 65 = 19.5").waitFor();
  await dialog.getByText("Three bidders said so").waitFor();
  await visit.axe();
  await visit.shot("scores-explained");
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "hidden" });
  await page.locator(".score-panel .link:focus").waitFor();

  await page.getByRole("button", { name: "Next score" }).click();
  await page.getByRole("heading", { name: "Establish a trust accountable to the DfE on Front line" }).waitFor();
});

test.describe("on a telephone", () => {
  test.use({ viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true, colorScheme: "dark" });
  test("a member scores", async ({ visit }) => {
    await visit.open(SCORES);
    const { page } = visit;
    const grid = new Grid(visit);
    await grid.cell(0, 5).tap();
    await page.getByRole("heading", { name: "Break up Birmingham on Pace" }).waitFor();
    await grid.cell(0, 5).tap();
    await page.locator("#cell-0-5 input:focus").waitFor();
    await grid.type("15", "Enter");
    await grid.shows(0, 5, "15");
    const [page_, window_] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
    assert.equal(page_, window_, "Only the table scrolls sideways");
    await visit.axe();
  });
});

test("every kind of scale is scored in its own words", async ({ visit }) => {
  const appraisal = {
    format: "weighbridge",
    version: 1,
    title: "Scales",
    options: [
      { id: "a", name: "Stay with the council" },
      { id: "b", name: "A company the council owns" },
    ],
    criteria: [
      {
        id: "access",
        name: "Access",
        weight: 1,
        criteria: [
          { id: "wait", name: "Waiting time", weight: 1, scale: { kind: "measure", unit: "weeks", direction: "lower" } },
          {
            id: "near",
            name: "Nearness",
            weight: 1,
            scale: { kind: "points", levels: [{ label: "Poor" }, { label: "Fair" }, { label: "Good" }] },
          },
        ],
      },
      { id: "say", name: "Local say", weight: 1 },
    ],
    scores: { a: { wait: 12, near: "Fair" }, b: { wait: 30 } },
  };
  await visit.open();
  const { page } = visit;
  const grid = new Grid(visit);
  const file = { name: "scales.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(appraisal)) };
  await page.locator("input[type=file]").first().setInputFiles(file);
  await page.getByRole("link", { name: /^Scores/ }).click();
  await page.getByRole("columnheader", { name: "Access" }).waitFor();
  await page.getByRole("columnheader", { name: /Waiting time.*25%.*weeks, less is better/ }).waitFor();

  await grid.cell(1, 1).click();
  await grid.type("goo", "Enter");
  await page.locator(".error-summary").getByText("Enter one of: Poor, Fair, Good. There is still no score.").waitFor();
  await page.getByText("3 of 6 scored").waitFor();
  await page.getByLabel("Good", { exact: true }).check();
  await grid.shows(1, 1, "Good");
  await page.getByText("Counts as 100").waitFor();
  await page.locator(".error-summary").waitFor({ state: "detached" });

  await grid.cell(0, 0).click();
  await page.getByLabel("Score, in weeks").waitFor();
  await page.getByText("4 of 6 scored").waitFor();
  await visit.axe();
  await visit.shot("scores-scales");
});

test("with nothing to score, the page says where to begin", async ({ visit }) => {
  await visit.open();
  await visit.page.getByRole("button", { name: "Start a new appraisal" }).click();
  await visit.page.getByRole("link", { name: /^Scores/ }).click();
  await visit.page.getByText("There is nothing to score yet.").waitFor();
  await visit.page.locator("main").getByRole("link", { name: "options", exact: true }).waitFor();
  await visit.axe();
});
