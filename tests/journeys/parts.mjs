// What several journeys do or look at, in the words of the page.

import assert from "node:assert/strict";

/** The Birmingham example's criterion that decides it, as its weight field is called. */
export const INDEPENDENCE = "Weight of Independence (DfE confidence)";

/** The totals of the Birmingham example as it comes with the tool. */
export const TOTALS = ["77.5", "60.5", "45.0", "32.0", "21.0"];

/** Waits for the heading of a page. */
export async function heading(page, name) {
  await page.getByRole("heading", { level: 1, name }).waitFor();
}

/** Goes to a step by its link in the list of steps. */
export async function step(page, name) {
  const steps = page.getByRole("navigation", { name: "Steps" });
  await steps.getByRole("link", { name: new RegExp(`^${name}\\b`) }).click();
  await steps.locator("[aria-current=page]").filter({ hasText: name }).waitFor();
}

/** The line that says what follows so far, and what the last change did to it. */
export function outcome(page) {
  return page.getByRole("complementary", { name: "Result so far" });
}

/** Waits until a screen reader has been told something. */
export async function hears(page, words) {
  await page.getByRole("status").filter({ hasText: words }).first().waitFor({ state: "attached" });
}

/** The number field of a weight. */
export function weightField(page, name = INDEPENDENCE) {
  return page.getByRole("textbox", { name, exact: true });
}

/** Chooses points where weights are shown as shares. */
async function inPoints(page) {
  const points = page.getByRole("checkbox", { name: "Enter points instead of shares" });
  if (await points.count() > 0 && !(await points.isChecked())) await points.check();
}

/** Gives a criterion another weight in points, as one who types does. */
export async function setWeight(page, weight, name = INDEPENDENCE) {
  await weightField(page, name).waitFor();
  await inPoints(page);
  await weightField(page, name).fill(String(weight));
  await weightField(page, name).press("Enter");
}

/** Waits until the field of a weight shows it in points. */
export async function weighs(page, weight, name = INDEPENDENCE) {
  await weightField(page, name).waitFor();
  await inPoints(page);
  await eventually(() => weightField(page, name).inputValue(), weight, name);
}

/** Types a share of a criterion where shares are shown, or with its sign. */
export async function setShare(page, share, name = INDEPENDENCE) {
  await weightField(page, name).fill(String(share));
  await weightField(page, name).press("Enter");
}

/** Waits until the field of a weight shows a share. */
export async function hasShare(page, share, name = INDEPENDENCE) {
  await eventually(() => weightField(page, name).inputValue(), share, name);
}

/** The options and totals of the performance matrix, in the order of the page. */
export async function ranking(page) {
  const rows = page.getByRole("grid").locator("tbody tr");
  await rows.first().waitFor();
  return rows.evaluateAll((all) =>
    all.map((row) => [row.querySelector("th").textContent, row.querySelector(".total").textContent]),
  );
}

/** What `look` finds in `what` on a page of nobody's: where the policy of the tool lets no text become elements, a journey has to read it elsewhere. */
export async function onBlankPage(context, look, what) {
  const blank = await context.newPage();
  try {
    return await blank.evaluate(look, what);
  } finally {
    await blank.close();
  }
}

/** The words and numbers of the first chart on the page, and where its bars are. */
export async function chart(page) {
  const drawing = page.locator(".figure svg").first();
  await drawing.waitFor();
  return drawing.innerHTML();
}

/** Waits until the header says that everything is saved (a telephone has no room to show it). */
export async function saved(page) {
  await page.locator(".document small").filter({ hasText: "Saved in this browser" }).waitFor({ state: "attached" });
}

/** The undo button, whose name says what it takes back. */
export function undoButton(page, what) {
  return page.getByRole("button", { name: `Undo: ${what} (`, exact: false });
}

/** The button that saves the appraisal as a file. */
export function saveFile(page) {
  return page.getByRole("button", { name: /^(Save|Download)$/ }).first();
}

/** A file for Playwright. */
export function file(name, content, mimeType = "application/json") {
  return { name, mimeType, buffer: Buffer.isBuffer(content) ? content : Buffer.from(content) };
}

/** Opens a file with the button of the library. */
export async function openFile(page, chosen) {
  const [chooser] = await Promise.all([
    page.waitForEvent("filechooser"),
    page.getByRole("button", { name: "Open a file" }).click(),
  ]);
  await chooser.setFiles(chosen);
}

/** Drops a file on the heading of the page. */
export async function dropFile(page, { name, mimeType, buffer }) {
  await page.evaluate(
    ({ name, type, base64 }) => {
      const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([bytes], name, { type }));
      for (const kind of ["dragenter", "dragover", "drop"]) {
        const event = new DragEvent(kind, { dataTransfer, bubbles: true, cancelable: true });
        document.querySelector("h1").dispatchEvent(event);
      }
    },
    { name, type: mimeType, base64: buffer.toString("base64") },
  );
}

/** Everything this browser keeps: `{id, revision, title, text, saved}` each. */
export async function kept(page) {
  return page.evaluate(
    () =>
      new Promise((done, failed) => {
        const opening = indexedDB.open("weighbridge");
        opening.onerror = () => failed(opening.error);
        opening.onsuccess = () => {
          const all = opening.result.transaction("appraisals").objectStore("appraisals").getAll();
          all.onerror = () => failed(all.error);
          all.onsuccess = () => {
            opening.result.close();
            done(all.result);
          };
        };
      }),
  );
}

/** The first copy of the Birmingham example: what is kept once somebody changes it. */
export const COPY = "birmingham-2013-2";

/** One kept appraisal, as its record with the file's content as `file`. */
export async function keptOne(page, id = COPY) {
  const record = (await kept(page)).find((record) => record.id === id);
  return record && { ...record, file: JSON.parse(record.text) };
}

/** The weight of a criterion in the content of a file. */
export function weightIn(content, id = "independence") {
  return content.criteria.find((criterion) => criterion.id === id).weight;
}

/** Asks again until `ask` gives `expected`; says what it gave last if it never does. */
export async function eventually(ask, expected, what = "it") {
  const end = Date.now() + 10_000;
  for (;;) {
    const got = await ask();
    try {
      assert.deepEqual(got, expected, `${what} never came to be`);
      return;
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise((later) => setTimeout(later, 25));
    }
  }
}

/** Presses Tab (or another key) until a thing has the focus, as somebody does who has no mouse. */
export async function tabTo(page, locator, key = "Tab") {
  const passed = [];
  for (let presses = 0; presses < 120; presses += 1) {
    const elsewhere = await locator.evaluate((element) => {
      const focused = document.activeElement;
      return focused === element ? null : focused.outerHTML.slice(0, 60);
    });
    if (elsewhere === null) return;
    passed.push(elsewhere);
    await page.keyboard.press(key);
  }
  assert.fail(`${locator} cannot be reached with ${key}; passed ${passed.slice(-8).join(" ; ")}`);
}

/** Waits until a thing has the focus. */
export async function hasFocus(locator) {
  await eventually(() => locator.evaluate((element) => element === document.activeElement), true, `the focus on ${locator}`);
}

/** Nothing but what scrolls by itself is wider than the window. */
export async function assertFits(page, where) {
  const sizes = await page.evaluate(() => {
    const wide = [...document.querySelectorAll("body *")].filter((element) => {
      const box = element.getBoundingClientRect();
      return box.width > 0 && box.right > innerWidth + 1 && !element.closest(".scroll, .visually-hidden, .skip, .sheet");
    });
    return {
      page: document.documentElement.scrollWidth,
      window: document.documentElement.clientWidth,
      wide: wide.slice(0, 5).map((element) => element.outerHTML.slice(0, 90)),
    };
  });
  assert.ok(sizes.page <= sizes.window, `${where} is ${sizes.page} px wide in ${sizes.window}: ${sizes.wide.join("\n")}`);
}
