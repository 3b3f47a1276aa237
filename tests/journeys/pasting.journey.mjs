// Somebody brings numbers and reasons from a spreadsheet: with headings, the other way round, with signs that mean two
// things, and with weights.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";

import { test } from "./visit.mjs";
import * as parts from "./parts.mjs";

const tried = (name) => readFile(new URL(`../tried/files/${name}`, import.meta.url));

/** Pastes what a program put on the clipboard where the focus is. */
async function paste(page, text, html = "") {
  await page.evaluate(([text, html]) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text);
    if (html) clipboardData.setData("text/html", html);
    const event = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
    document.activeElement.dispatchEvent(event);
  }, [text, html]);
}

/** Opens a file of the tried ones, and goes to its scores. */
async function scoring(visit, name) {
  const { page } = visit;
  await visit.open("");
  await parts.openFile(page, parts.file(name, await tried(name)));
  await page.locator(".document").waitFor();
  await page.waitForURL(/#\/.*\/result$/);
  await page.evaluate(() => { location.hash = location.hash.replace(/result$/, "scores"); });
  await page.locator("#cell-0-0").waitFor();
}

const cell = (page, row, column) => page.locator(`#cell-${row}-${column}`);

/** Waits until the grid shows these scores. */
async function shows(page, rows) {
  for (const [row, texts] of rows.entries()) {
    for (const [column, text] of texts.entries()) {
      const shown = cell(page, row, column).locator(".shown > span").first();
      await parts.eventually(() => shown.textContent(), text, `row ${row}, column ${column}`);
    }
  }
}

const BEFORE = [["0", "40", "2"], ["1,200", "60", "3"], ["3,000", "70", "5"]];

test("a table with its headings goes where they say, after a look, and is one step to undo", async ({ visit }) => {
  await scoring(visit, "10-sheet.json");
  const { page } = visit;
  await cell(page, 0, 0).click();
  await paste(page, (await tried("10-table-with-headings.txt")).toString());
  const look = page.getByRole("dialog", { name: "Paste 9 scores?" });
  await look.getByText("Nothing is written yet.").waitFor();
  await look.getByText("Names in the table say where each cell goes.").waitFor();
  await look.getByRole("row", { name: /^Trust 7 now 3000 65 now 70 3 now 5$/ }).waitFor();
  await page.locator("#paste-check-title:focus").waitFor();
  await shows(page, BEFORE);
  await visit.axe();
  await visit.shot("paste-headings");
  await look.getByRole("button", { name: "Paste these" }).click();
  await shows(page, [["5", "45", "1"], ["6", "55", "2"], ["7", "65", "3"]]);
  await page.locator("#cell-0-0:focus").waitFor();
  await page.keyboard.press("Control+z");
  await shows(page, BEFORE);
});

test("a table that goes the other way is turned, and unknown names are added when a person says so", async ({ visit }) => {
  await scoring(visit, "10-sheet.json");
  const { page } = visit;
  await cell(page, 1, 1).click();
  await paste(page, "\tTRUST\tA company\nquality\t65\t75\nExtra Cost\t7\t8\n");
  const look = page.getByRole("dialog");
  await look.getByText("Options go across in the table: it was turned.").waitFor();
  await look.getByText("Not an option here, left out: A company.").waitFor();
  await look.getByRole("checkbox", { name: "Add the options and criteria that are not here yet" }).check();
  await look.getByRole("row", { name: /^A company \(new\)/ }).waitFor();
  await visit.axe();
  await look.getByRole("button", { name: "Paste these" }).click();
  await shows(page, [BEFORE[0], BEFORE[1], ["7", "65", "5"], ["8", "75", "–"]]);
  await page.getByRole("button", { name: "Undo: Paste 1 option and 4 scores" }).click();
  await cell(page, 3, 0).waitFor({ state: "detached" });
});

test("misspelt names are matched where that is clear, said so, and by hand elsewhere", async ({ visit }) => {
  await scoring(visit, "10-sheet.json");
  const { page } = visit;
  await cell(page, 0, 0).click();
  await paste(page, "\tQualty\nTrusst\t65\nThe firm\t75\n");
  const look = page.getByRole("dialog");
  await look.getByText("“Trusst” is taken for Trust: the names are nearly the same.").waitFor();
  await look.getByText("“Qualty” is taken for Quality: the names are nearly the same.").waitFor();
  const which = (name) => look.getByRole("combobox", { name: `Which option is “${name}”?` });
  assert.equal(await which("Trusst").inputValue(), "4", "Trust, after leaving out, adding and two more");
  assert.deepEqual(await which("The firm").locator("option").allTextContents(), ["Leave it out", "Add it as new", "Carry on", "Volunteers"]);
  await look.getByRole("heading", { name: "Paste 1 score?" }).waitFor();
  await which("The firm").selectOption("Volunteers");
  await look.getByRole("heading", { name: "Paste 2 scores?" }).waitFor();
  await visit.axe();
  await visit.shot("paste-names");
  await which("Trusst").selectOption("Leave it out");
  await look.getByText("Not an option here, left out: Trusst.").waitFor();
  await which("Trusst").selectOption("Trust");
  await look.getByRole("button", { name: "Paste these" }).click();
  await shows(page, [["0", "40", "2"], ["1,200", "75", "3"], ["3,000", "65", "5"]]);
});

test("a column is pasted where the options stand side by side, and anything else is looked at first", async ({ visit }) => {
  await scoring(visit, "10-sheet.json");
  const { page } = visit;
  await cell(page, 0, 1).click();
  await page.getByRole("link", { name: /^Every option on .* side by side$/ }).click();
  const score = (name) => page.getByRole("textbox", { name: `Score of ${name}`, exact: true });
  const scores = () => Promise.all(["Carry on", "Volunteers", "Trust"].map((name) => score(name).inputValue()));
  await score("Volunteers").focus();
  await paste(page, "61\n71\n");
  await parts.eventually(scores, ["40", "61", "71"], "from the field down");
  await page.getByRole("button", { name: "Undo: Paste 2 scores" }).click();
  await parts.eventually(scores, ["40", "60", "70"], "one step");
  // With names and reasons.
  await score("Volunteers").focus();
  await paste(page, "Trust\t72\tIt has done so before\nCarry on\t42\tAs now, with less money\n");
  await page.getByRole("dialog", { name: "Paste 2 scores and 2 reasons?" }).getByRole("button", { name: "Paste these" }).click();
  await parts.eventually(scores, ["42", "60", "72"], "by name");
  const reason = page.getByRole("textbox", { name: "Reason for the score of Trust" });
  assert.equal(await reason.inputValue(), "It has done so before");
  // A second column would go to a criterion that is not in sight.
  await score("Carry on").focus();
  await paste(page, "1\t2\n1\t3\n");
  await page.getByRole("dialog", { name: "Paste 4 scores?" }).getByRole("button", { name: "Cancel" }).click();
  assert.deepEqual(await scores(), ["42", "60", "72"]);
  // Several lines of a reason belong to it.
  await reason.focus();
  await paste(page, "one\ntwo");
  assert.equal(await page.getByRole("dialog").count(), 0);
});

test("the tool's own copied table comes back as it was", async ({ visit }) => {
  await scoring(visit, "10-sheet.json");
  const { page } = visit;
  await cell(page, 0, 0).click();
  await paste(page, (await tried("10c-own-copy-table.txt")).toString());
  await page.getByRole("button", { name: "Paste these" }).click();
  await shows(page, BEFORE);
  assert.equal(await page.getByRole("button", { name: "Nothing to undo" }).count(), 1);
});

test("one column of amounts with commas stays one column", async ({ visit }) => {
  await scoring(visit, "01-one-column-with-commas.json");
  const { page } = visit;
  await cell(page, 0, 0).click();
  await paste(page, (await tried("01-one-column-with-commas.txt")).toString());
  await shows(page, [["462,000", "900"], ["455,500", "500"], ["430,750", "100"]]);
  assert.equal(await page.getByRole("dialog").count(), 0, "a plain column is pasted at once");
});

test("the cells of a spreadsheet come from its table, and a zero of accounts is zero", async ({ visit }) => {
  await scoring(visit, "10-sheet.json");
  const { page } = visit;
  await cell(page, 0, 0).click();
  // As a spreadsheet writes it; its styles must not trouble the page's policy.
  const row = (cells) => `<tr style='height:15pt'>${cells.map((text) => `<td style='color:red'>${text}</td>`).join("")}</tr>`;
  const html = `<html><head><style>td{color:blue}</style></head><body><!--StartFragment--><table>${row(["&nbsp;£&nbsp;&nbsp;-&nbsp;", "20", "3.0"])}${row(["2,500", "30", "4"])}</table></body></html>`;
  await paste(page, "£ -\t20\t3.0\r\n2,500\t30\t4\r\n", html);
  await shows(page, [["0", "20", "3"], ["2,500", "30", "4"], BEFORE[2]]);
  await page.keyboard.press("Control+z");

  // A dash alone could be either, so somebody is asked.
  await paste(page, "-\n5\n6\n");
  const look = page.getByRole("dialog");
  await look.getByText("1 score would be emptied").waitFor();
  await look.getByRole("checkbox", { name: "Read the dash as 0" }).check();
  await look.getByRole("row", { name: "Volunteers 5 now 1200" }).waitFor();
  await look.getByRole("button", { name: "Paste these" }).click();
  await shows(page, [["0", "40", "2"], ["5", "60", "3"], ["6", "70", "5"]]);
});

test("reasons are pasted as a matrix, and beside scores", async ({ visit }) => {
  await scoring(visit, "10-sheet.json");
  const { page } = visit;
  await cell(page, 0, 1).click();
  await paste(page, "\tExtra cost\tQuality\nCarry on\tNothing changes here\tAs the survey says\nTrust\tTwo bids came in\t\n");
  const look = page.getByRole("dialog", { name: "Paste 3 reasons?" });
  await look.getByText("Sentences were taken for reasons, not for scores.").waitFor();
  await look.getByRole("button", { name: "Paste these" }).click();
  await page.getByText("3 with a reason").waitFor();
  await parts.eventually(() => page.getByRole("textbox", { name: "Reason" }).inputValue(), "As the survey says");
  await shows(page, BEFORE);
  await page.getByRole("button", { name: "Undo: Paste 3 reasons" }).click();
  await cell(page, 0, 0).click();
  await paste(page, "5\tOne bid came in\n6\tTwo bids came in\n7\tThree bids came in\n");
  await page.getByRole("dialog", { name: "Paste 3 scores and 3 reasons?" }).getByRole("button", { name: "Paste these" }).click();
  await shows(page, [["5", "40", "2"], ["6", "60", "3"], ["7", "70", "5"]]);
  await parts.eventually(() => page.getByRole("textbox", { name: "Reason" }).inputValue(), "One bid came in");
});

test("a range typed into a cell is a range", async ({ visit }) => {
  await scoring(visit, "10-sheet.json");
  const { page } = visit;
  await cell(page, 0, 1).click();
  await page.keyboard.type("60-80");
  await page.keyboard.press("Enter");
  await shows(page, [["0", "70", "2"]]);
  await cell(page, 0, 1).click();
  await parts.eventually(() => page.getByLabel("The lowest it could be").inputValue(), "60");
  await parts.eventually(() => page.getByLabel("The highest it could be").inputValue(), "80");
});

test("weights are pasted by place, and by name after a look", async ({ visit }) => {
  const { page } = visit;
  await visit.open("");
  await parts.openFile(page, parts.file("sheet.json", await tried("10-sheet.json")));
  await page.getByRole("navigation", { name: "Steps" }).waitFor();
  await parts.step(page, "Weights");
  await parts.weightField(page, "Weight of Extra cost").focus();
  await paste(page, "10\r\n60\r\n30\r\n");
  await parts.hasShare(page, "10", "Weight of Extra cost");
  await parts.hasShare(page, "60", "Weight of Quality");
  await page.getByRole("button", { name: "Undo: Paste 3 weights" }).click();
  await parts.hasShare(page, "50", "Weight of Quality");
  await parts.weightField(page, "Weight of Extra cost").focus();
  await paste(page, "Criterion\tWeight\tWhy\nLocal say\t40%\tThe members said so\nSpeed\t5%\t\n");
  const look = page.getByRole("dialog", { name: "Paste 1 weight?" });
  await look.getByText("Not a criterion here, left out: Speed.").waitFor();
  await look.getByText("The other criteria keep their proportions in what is left.").waitFor();
  await visit.axe();
  await visit.shot("paste-weights");
  await look.getByRole("button", { name: "Paste these" }).click();
  await parts.hasShare(page, "40.0", "Weight of Local say");
  await parts.hasShare(page, "37.5", "Weight of Quality");
  await page.locator("#weight-cost:focus").waitFor();
});

test("ten presses of a button are one step to undo", async ({ visit }) => {
  const { page } = visit;
  await visit.open("");
  await parts.openFile(page, parts.file("sheet.json", await tried("10-sheet.json")));
  await page.getByRole("navigation", { name: "Steps" }).waitFor();
  await parts.step(page, "Weights");
  const more = page.getByRole("button", { name: "More weight for Quality" });
  for (let press = 0; press < 10; press++) await more.click();
  await parts.hasShare(page, "60", "Weight of Quality");
  await page.getByRole("button", { name: "Undo: Change weight of Quality" }).click();
  await parts.hasShare(page, "50", "Weight of Quality");
  assert.equal(await page.getByRole("button", { name: "Nothing to undo" }).count(), 1);
});

test("a text that is dragged is left to the browser, and of several files each is opened or told", async ({ visit }) => {
  const { page } = visit;
  await visit.open("");
  const kept = await page.evaluate(() => {
    const dataTransfer = new DataTransfer();
    dataTransfer.setData("text/plain", "a text");
    const events = ["dragover", "drop"].map((kind) => new DragEvent(kind, { dataTransfer, bubbles: true, cancelable: true }));
    events.forEach((event) => document.querySelector("h1").dispatchEvent(event));
    return events.map((event) => event.defaultPrevented);
  });
  assert.deepEqual(kept, [false, false]);
  const one = (await tried("10-sheet.json")).toString();
  const two = (await tried("01-one-column-with-commas.json")).toString();
  await page.evaluate(([one, two]) => {
    const dataTransfer = new DataTransfer();
    const add = (name, text) => dataTransfer.items.add(new File([text], name));
    add("one.json", one);
    add("notes.doc", "nothing of the kind");
    add("Leisure.csv", "Option,Cost\nStay,7\nTrust,5\n");
    add("two.json", two);
    document.querySelector("h1").dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
  }, [one, two]);
  await page.getByText("3 of 4 files were opened.", { exact: true }).waitFor();
  await page.getByText("Not opened: notes.doc.").last().waitFor();
  // A sheet is looked at before anything is made of it, as one that is opened alone.
  await parts.heading(page, "“Leisure.csv” as a new appraisal");
  const titles = (await parts.kept(page)).map((record) => record.title);
  assert.deepEqual(["Home library", "Money"].filter((title) => !titles.includes(title)), []);
  await page.getByRole("button", { name: "Make the appraisal" }).click();
  await parts.heading(page, "Scores");
  assert.ok((await parts.kept(page)).some((record) => record.title === "Leisure"));
});

test.describe("on a telephone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  test("the keyboard has a minus and letters where they are wanted", async ({ visit }) => {
    await scoring(visit, "18-keypad-without-minus.json");
    const { page } = visit;
    await cell(page, 0, 0).tap();
    const mode = (field) => field.getAttribute("inputmode");
    assert.notEqual(await mode(page.locator("#score")), "decimal");
    await cell(page, 0, 0).tap();
    assert.equal(await mode(page.locator("#cell-0-0 input")), "text");
    await page.keyboard.type("-£1.5k");
    await page.keyboard.press("Enter");
    await shows(page, [["-1,500", "40", "2"]].map((row) => row.map((text) => text.replace("-", "−"))));
    await cell(page, 0, 1).tap();
    assert.equal(await mode(page.locator("#score")), "decimal", "values from 0 to 100 need digits only");
  });
});

test("what is typed and not added yet is there after a reload, and gone once it is added", async ({ visit }) => {
  const { page } = visit;
  await visit.open("#/birmingham-2013/options");
  const add = page.getByRole("textbox", { name: "Add an option" });
  await add.pressSequentially("A charity");
  await page.reload();
  await parts.eventually(() => add.inputValue(), "A charity");
  await add.press("Enter");
  await page.getByRole("button", { name: "Undo: Add option A charity" }).waitFor();
  await parts.eventually(() => add.inputValue(), "");
  await page.reload();
  await add.waitFor();
  assert.equal(await add.inputValue(), "");
});
