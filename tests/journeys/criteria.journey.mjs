// A facilitator brings criteria and whole sheets from a spreadsheet, and looks at them as one line each.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";

import { test } from "./visit.mjs";
import * as parts from "./parts.mjs";
import { heading } from "./parts.mjs";

const tried = (name) => readFile(new URL(`../tried/files/${name}`, import.meta.url), "utf8");

/** Nine criteria in three groups with their weights and the ends of their scales, as a facilitator has them. */
const NINE = [
  ["Group", "Criterion", "Weight", "Worst", "Best"],
  ["Money", "Running cost", "20%", "£4.2m a year", "£3.15m a year"],
  ["", "One-off cost", "10%", "£900,000", "£0"],
  ["", "Income", "5%", "£0", "£650,000"],
  ["Residents", "Use by people on low incomes", "15%", "5%", "20%"],
  ["", "Opening hours", "10%", "40 hours", "95 hours"],
  ["", "Quality", "15%", "Most visitors complain", "Hardly anybody complains"],
  ["Delivery", "Time to start", "10%", "24 months", "3 months"],
  ["", "Local say", "10%", "No say", "Members decide"],
  ["", "Risk to staff", "5%", "Most jobs at risk", "No job at risk"],
];
const tabs = (rows) => rows.map((row) => row.join("\t")).join("\r\n");

/** Pastes a text into a field, as Ctrl+V does. */
async function paste(field, text, html = "") {
  await field.evaluate(
    (element, { text, html }) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", text);
      if (html) clipboardData.setData("text/html", html);
      element.focus();
      element.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
    },
    { text, html },
  );
}

/** Begins a new appraisal and goes to its criteria. */
async function begin(visit) {
  await visit.open();
  await visit.page.getByRole("button", { name: "Start a new appraisal" }).click();
  await parts.step(visit.page, "Criteria");
  await heading(visit.page, "What makes a good choice?");
}

const field = (page) => page.getByRole("textbox", { name: "Add a criterion, or paste a list or a table" });
const row = (page, name) => page.getByRole("button", { name, exact: true });

test("nine criteria in three groups are pasted, a scale is copied to four, and both are taken back", async ({ visit }) => {
  const { page } = visit;
  await begin(visit);
  let actions = 0;
  const acts = async (action) => {
    actions += 1;
    await action;
  };
  await acts(paste(field(page), tabs(NINE)));
  const plan = page.getByRole("region", { name: "Nine criteria in three groups" });
  await plan.waitFor();
  // The tree as it will be: groups with the sums of their weights, both ends with the unit said once.
  const shown = await plan.locator(".planned > li").evaluateAll((all) =>
    all.map((li) => [".planned-name", ".planned-scale", ".planned-share"].map((part) => li.querySelector(part).textContent)),
  );
  assert.equal(shown.length, 12);
  assert.deepEqual(shown[0], ["Money", "", "35%"]);
  assert.deepEqual(shown[1], ["Running cost", "£4,200,000 to £3,150,000 a year", "20%"]);
  assert.deepEqual(shown[7], ["Quality", "“Most visitors complain” to “Hardly anybody complains”", "15%"]);
  await visit.axe();
  await visit.shot("criteria-pasted");
  await acts(plan.getByRole("button", { name: "Add nine criteria and three groups" }).click());
  await row(page, "Running cost").waitFor();
  await parts.hasFocus(field(page));
  assert.equal(await field(page).inputValue(), "");
  await parts.undoButton(page, "Add 12 criteria").waitFor();
  await visit.axe();
  await visit.shot("criteria-rows");
  await parts.saved(page);
  const [{ text }] = await parts.kept(page);
  const kept = JSON.parse(text);
  assert.deepEqual(kept.criteria.map((group) => group.criteria.length), [3, 3, 3]);
  assert.deepEqual(kept.criteria.map((group) => group.weight), [35, 40, 25]);

  await acts(row(page, "Running cost").click());
  await acts(page.getByText("Copy this scale to other criteria").click());
  for (const name of ["One-off cost", "Income", "Quality", "Local say"]) {
    await acts(page.getByRole("checkbox", { name: new RegExp(`^${name} now`) }).check());
  }
  await visit.axe();
  await visit.shot("criteria-copy-scale");
  await acts(page.getByRole("button", { name: "Copy to four criteria" }).click());
  await parts.undoButton(page, "Copy the scale of Running cost to 4 criteria").waitFor();
  const lines = page.locator(".line-words", { hasText: "£4,200,000 to £3,150,000 a year" });
  await parts.eventually(() => lines.count(), 5);
  await acts(parts.undoButton(page, "Copy the scale of Running cost to 4 criteria").click());
  await parts.eventually(() => lines.count(), 1);
  await acts(parts.undoButton(page, "Add 12 criteria").click());
  await row(page, "Running cost").waitFor({ state: "detached" });
  assert.equal(actions, 11, "actions from the paste to the last undo");
});

test("a list with weights is no list of lines, and what is here already is asked about", async ({ visit }) => {
  const { page } = visit;
  await begin(visit);
  await paste(field(page), await tried("15-criteria-with-weights.txt"));
  await page.getByRole("button", { name: "Add three criteria" }).click();
  const share = (name) => page.locator("li", { has: row(page, name) }).locator(".line-share").first();
  assert.match(await share("Public trust").textContent(), /^50%/);

  // The same once more with another weight: it is changed, or stays.
  await paste(field(page), "Public trust\t60%\nSafety\t10%");
  await page.getByRole("group", { name: "Some of these are here already, by their names" }).waitFor();
  await page.getByRole("button", { name: "Add one criterion and change one" }).waitFor();
  await visit.axe();
  await page.getByRole("radio", { name: "Leave them as they are" }).check();
  await page.getByRole("button", { name: "Add one criterion", exact: true }).click();
  assert.match(await share("Public trust").textContent(), /^45.4%/);

  // A plain list is typed, too; Enter adds a single one at once.
  await field(page).fill("Speed");
  await field(page).press("Enter");
  await row(page, "Speed").waitFor();
  await parts.hasFocus(field(page));
});

test("columns that were taken for something else are set right before anything is written", async ({ visit }) => {
  const { page } = visit;
  await begin(visit);
  await paste(field(page), "Cost\tLess is more\tsideways\nTrust\tMore\thigher");
  await page.getByText("Not used: “Less is more”, “sideways”.").waitFor();
  const third = page.getByRole("combobox", { name: "“sideways”, …" });
  await third.selectOption("Which way is better");
  await page.getByText("“sideways” is not used. This does not say which way is better.").waitFor();
  await page.getByRole("combobox", { name: "“Less is more”, …" }).selectOption("What counts");
  await visit.axe();
  await visit.shot("criteria-columns");
  await page.getByRole("button", { name: "Clear", exact: true }).click();
  await parts.hasFocus(field(page));
  await page.getByRole("region", { name: /criteria/ }).locator(".planned").waitFor({ state: "detached" });
});

test("the cells of a spreadsheet are taken from its table, where commas and line breaks are part of them", async ({ visit }) => {
  const { page } = visit;
  await begin(visit);
  const html = "<table><tr><td>Criterion<td>Weight<td>Note<tr><td>Cost, one-off<td>40<td>a<br>b<tr><td>Trust<td>60<td></table>";
  await paste(field(page), "Criterion\tWeight\tNote\nCost, one-off\t40\t\"a\nb\"\nTrust\t60\t", html);
  await page.getByRole("button", { name: "Add two criteria" }).click();
  await row(page, "Cost, one-off").click();
  assert.equal(await page.getByRole("textbox", { name: "What counts, and what does not" }).inputValue(), "a\nb");
});

test("a sheet is opened as a new appraisal, whichever way its options stand", async ({ visit }) => {
  const { page } = visit;
  await visit.open();
  const down = "Option,Cost (£m),Quality,Local say\nWeight,40,35,25\nCarry on,5,45,20\nVolunteers,6,55,30\nTrust,7,65,80\n";
  await parts.openFile(page, parts.file("Leisure 2026.csv", down, "text/csv"));
  await heading(page, "“Leisure 2026.csv” as a new appraisal");
  await parts.hasFocus(page.getByRole("heading", { level: 1 }));
  await page.getByText("Three options, three criteria, nine scores.").waitFor();
  await visit.axe();
  await visit.shot("sheet-opened");
  // Nothing says whether a higher cost is better: it is asked before anything is made.
  await page.getByRole("combobox", { name: /^Which way is better on Cost/ }).selectOption("Less is better");
  // Turned round, the criteria are the options.
  await page.getByRole("radio", { name: /^Across the top/ }).check();
  await page.getByText("Three options, ").waitFor();
  await page.getByRole("radio", { name: /^Down the side/ }).check();
  await page.getByRole("combobox", { name: /^Which way is better on Cost/ }).selectOption("Less is better");
  await page.getByRole("button", { name: "Make the appraisal" }).click();
  await heading(page, /./);
  await page.getByRole("navigation", { name: "Steps" }).waitFor();
  await page.locator(".document").getByText("Leisure 2026").waitFor();
  await parts.outcome(page).getByText(/leads by|No clear winner/).first().waitFor();

  // Dropped, and left again.
  await parts.dropFile(page, parts.file("other.csv", down.replaceAll(",", ";"), "text/csv"));
  await heading(page, "“other.csv” as a new appraisal");
  await page.setViewportSize({ width: 390, height: 844 });
  await parts.assertFits(page, "a sheet at 390");
  await page.getByRole("button", { name: "Cancel", exact: true }).click();
  await page.locator(".document").getByText("Leisure 2026").waitFor();
  await parts.hasFocus(page.getByRole("heading", { level: 1 }));
});

test("a spreadsheet is refused with what does work", async ({ visit }) => {
  const { page } = visit;
  await visit.open();
  const xlsx = Buffer.concat([Buffer.from("PK\u0003\u0004"), Buffer.from("....xl/workbook.xml....")]);
  await parts.openFile(page, parts.file("scores.xlsx", xlsx, "application/vnd.ms-excel"));
  const message = page.getByRole("region", { name: "Message" });
  await message.getByText("it looks like a spreadsheet").waitFor();
  await message.getByText("copy the cells and paste them on Criteria or Scores; or save the sheet as CSV and open that").waitFor();
});

test("a facilitator brings six options, nine criteria in three groups and 54 scores in at most 80 actions", async ({ visit }) => {
  const { page } = visit;
  let actions = 0;
  const act = async (action) => {
    actions += 1;
    await action();
  };
  const options = ["Carry on", "Volunteers", "Trust", "Contract", "Joint board", "Company"];
  const score = (criterion, at) => {
    const [worst, best] = NINE[criterion].slice(3).map((text) => Number.parseFloat(text.replace(/[£,]/g, "")));
    if (Number.isNaN(worst) || Number.isNaN(best)) return String(20 + 10 * at);
    const amount = worst + ((best - worst) * at) / 5;
    return NINE[criterion][3].includes("m a year") ? `£${amount.toFixed(2)}m` : String(Math.round(amount));
  };
  await visit.open();
  await act(() => page.getByRole("button", { name: "Start a new appraisal" }).click());
  await act(() => parts.step(page, "Options"));
  await act(() => paste(page.getByRole("textbox", { name: "Add an option" }), options.join("\n")));
  await act(() => page.getByRole("button", { name: /^Add (6|six|one for each)/ }).click());
  await act(() => parts.step(page, "Criteria"));
  await act(() => paste(field(page), tabs(NINE)));
  await act(() => page.getByRole("button", { name: "Add nine criteria and three groups" }).click());
  await act(() => parts.step(page, "Scores"));
  const cells = options.map((_, at) => [1, 2, 3, 4, 5, 6, 7, 8, 9].map((criterion) => score(criterion, at)));
  await act(() => page.locator("#cell-0-0").click());
  await act(() => paste(page.locator("#cell-0-0"), tabs(cells)));
  await parts.outcome(page).getByText(/Company leads by/).first().waitFor();
  await parts.saved(page);
  const [{ text }] = await parts.kept(page);
  const kept = JSON.parse(text);
  const entered = Object.values(kept.scores).flatMap((row) => Object.values(row));
  assert.equal(entered.length, 54);
  assert.ok(actions <= 80, `${actions} actions`);
  assert.equal(actions, 10);
});

test("criteria are one line each, by keyboard, on a telephone and in forced colours", async ({ visit }) => {
  const { page } = visit;
  await page.setViewportSize({ width: 1280, height: 900 });
  await visit.open("#/birmingham-2013/criteria");
  const rows = page.locator(".line-row");
  await parts.eventually(() => rows.count(), 6);
  const boxes = await rows.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().toJSON()));
  assert.ok(boxes.every((box) => box.height <= 48), `${boxes.map((box) => box.height)}`);
  assert.ok(boxes.at(-1).bottom <= 900, "all six on the first screen");

  // A row says both ends, and what is missing once a word is taken away.
  const front = rows.filter({ has: row(page, "Front line") });
  assert.match(await front.locator(".line-words").textContent(), /^“.+” to “.+”$/);
  await parts.tabTo(page, row(page, "Front line"));
  await page.keyboard.press("Enter");
  assert.equal(await row(page, "Front line").getAttribute("aria-expanded"), "true");
  await page.getByRole("textbox", { name: "100, the best" }).first().fill("");
  await page.getByRole("textbox", { name: "100, the best" }).first().press("Enter");
  await front.getByText("to 100, not described").waitFor();
  await parts.undoButton(page, "Change words for the scale of Front line").click();
  await row(page, "Front line").focus();
  await page.keyboard.press("Enter");

  // Moving keeps the focus on the button that moves.
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await parts.eventually(() => rows.nth(1).getByRole("heading").textContent(), "Front line");
  await parts.hasFocus(page.getByRole("button", { name: "Move down Front line" }));

  await page.emulateMedia({ forcedColors: "active" });
  await visit.shot("criteria-forced-colours");
  await page.emulateMedia({ forcedColors: "none", colorScheme: "dark" });
  await visit.axe();
  await visit.shot("criteria-dark");
  for (const width of [390, 320]) {
    await page.setViewportSize({ width, height: 844 });
    await parts.assertFits(page, `criteria at ${width}`);
  }
});

test("a group takes a list of criteria, from its first on", async ({ visit }) => {
  const { page } = visit;
  await begin(visit);
  await field(page).fill("Money");
  await field(page).press("Enter");
  await row(page, "Money").click();
  await page.getByText("Make it a group").click();
  await paste(page.getByRole("textbox", { name: /^First criterion in “Money”/ }), "1. Cost\n2. Income");
  await page.getByRole("button", { name: "Add two criteria" }).click();
  await page.getByText("Group of two criteria").waitFor();
  const inside = page.getByRole("textbox", { name: /^Add a criterion in “Money”/ });
  await parts.hasFocus(inside);
  await paste(inside, "Fees\t40%\nGrants\t60%");
  await page.getByRole("button", { name: "Add two criteria" }).click();
  await page.getByText("Group of four criteria").waitFor();
  await visit.axe();
  await parts.undoButton(page, "Add 2 criteria").click();
  await page.getByText("Group of two criteria").waitFor();
});

test("a score on a labelled scale has a range of two of its points", async ({ visit }) => {
  const { page } = visit;
  await visit.open("#/birmingham-2013/criteria");
  await row(page, "Pace and low disruption").click();
  await page.getByRole("radio", { name: "Labelled points" }).check();
  await page.getByRole("button", { name: "Poor to very good" }).click();
  await page.getByRole("button", { name: "Use this scale" }).click();
  await parts.step(page, "Scores");
  await page.locator("#cell-0-5").click();
  await page.getByRole("radio", { name: /^Adequate/ }).check();
  await page.getByText("It could be lower or higher").click();
  await page.getByRole("combobox", { name: "The lowest it could be" }).selectOption("Fair");
  await page.getByRole("combobox", { name: "The highest it could be" }).selectOption("Good");
  await page.getByRole("button", { name: /^Undo: Change range for/ }).waitFor();
  await visit.axe();
  await page.getByRole("combobox", { name: "The lowest it could be" }).selectOption("Very good");
  await page.getByText("The lowest is above the highest. Change one of them.").waitFor();
});
