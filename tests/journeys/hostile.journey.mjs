// Names that try to be more than names: they are shown as text, wherever they come out.

import assert from "node:assert/strict";

import { test } from "./visit.mjs";
import * as parts from "./parts.mjs";
import { step } from "./parts.mjs";

const IMAGE = "<img src=x onerror=alert(1)>";
const SCRIPT = "</script><script>alert(2)</script>";
const FORMULA = '=HYPERLINK("http://example.invalid","x")';
const LONG = `${"Integrated neighbourhood partnership ".repeat(5)}${"x".repeat(30)}`.slice(0, 200);
const UNBROKEN = "Long".repeat(50);
const RTL = "\u202Eevil \u202Dname\u202C";
const OPTIONS = [IMAGE, SCRIPT, FORMULA, LONG, UNBROKEN, RTL];

/** An appraisal whose every word is one of those. */
function hostile() {
  const ids = OPTIONS.map((_, at) => `o${at}`);
  const criteria = [IMAGE, LONG, UNBROKEN, RTL].map((name, at) => ({
    id: `c${at}`,
    name,
    question: SCRIPT,
    weight: 10 + at,
    weight_reason: IMAGE,
  }));
  return {
    format: "weighbridge",
    version: 1,
    id: "hostile",
    title: `${IMAGE} ${UNBROKEN}`,
    question: SCRIPT,
    notice: IMAGE,
    options: ids.map((id, at) => ({ id, name: OPTIONS[at], summary: IMAGE, standing: "short-listed" })),
    criteria,
    scores: Object.fromEntries(
      ids.map((id, at) => [id, Object.fromEntries(criteria.map((c, n) => [c.id, { value: (at * 37 + n * 23) % 101, reason: SCRIPT, source: "javascript:alert(3)" }]))]),
    ),
  };
}

/** The page holds no element that came out of a name. */
async function harmless(page, where) {
  const found = await page.evaluate(() => [...document.querySelectorAll("#app img, #app script, #app iframe, #app [onerror], [href^='javascript:' i]")].map((e) => e.outerHTML));
  assert.deepEqual(found, [], where);
}

test("hostile names are text on every page, in every chart and in every download", async ({ visit }) => {
  const { page } = visit;
  let alerts = 0;
  page.on("dialog", (dialog) => {
    alerts += 1;
    void dialog.dismiss();
  });
  await page.setViewportSize({ width: 390, height: 844 });
  await visit.open();
  await parts.dropFile(page, parts.file("hostile.json", JSON.stringify(hostile())));
  await page.getByRole("navigation", { name: "Steps" }).waitFor();
  for (const [slug, name] of [["question", "Question"], ["options", "Options"], ["criteria", "Criteria"], ["weights", "Weights"], ["scores", "Scores"], ["result", "Result"], ["how-sure", "How sure"]]) {
    await page.goto(visit.address(`#/hostile/${slug}`));
    await page.locator("[aria-current=page]").filter({ hasText: name }).waitFor({ state: "attached" });
    await harmless(page, name);
    for (const width of [390, 320, 1280]) {
      await page.setViewportSize({ width, height: 844 });
      await parts.assertFits(page, `${name} at ${width} px`);
    }
    // However long the names, the first numbers of a table are beside them.
    const cell = page.locator("#cell-0-0, .matrix td").first();
    if (await cell.count()) {
      await page.setViewportSize({ width: 390, height: 844 });
      const { x } = await cell.boundingBox();
      assert.ok(x < 390, `${name}: the first number begins at ${x} px`);
    }
    await visit.axe();
    await visit.shot(`hostile-${slug}`);
    assert.ok(await page.getByText(IMAGE).count(), `${name} shows the name as it is`);
  }
  await page.goto(visit.address("#/"));
  await page.getByRole("region", { name: "In this browser" }).waitFor();
  await harmless(page, "library");
  await page.setViewportSize({ width: 390, height: 844 });
  await parts.assertFits(page, "library");
  await page.setViewportSize({ width: 1280, height: 844 });

  // Charts as they are drawn, and as they are taken away.
  for (const slug of ["result", "how-sure"]) {
    await page.goto(visit.address(`#/hostile/${slug}`));
    await page.locator(".figure svg").first().waitFor();
    const figures = await page.locator(".figure").all();
    for (const figure of figures) {
      const { name, text } = await visit.download(() => figure.getByRole("button", { name: /^SVG/ }).click());
      const broken = await parts.onBlankPage(visit.context, (svg) => {
        const read = new DOMParser().parseFromString(svg, "image/svg+xml");
        return [...read.querySelectorAll("parsererror, script, img, foreignObject, [onerror]")].map((e) => e.outerHTML);
      }, text);
      assert.deepEqual(broken, [], name);
      const csv = await visit.download(() => figure.getByRole("button", { name: /^CSV/ }).click());
      assert.doesNotMatch(csv.text, /(^|,)"?=HYPER/m, csv.name);
      const png = await visit.download(() => figure.getByRole("button", { name: /^Download picture/ }).click());
      assert.match(png.name, /\.png$/);
    }
  }
  await page.goto(visit.address("#/hostile/result"));
  const table = await visit.download(() => page.getByRole("button", { name: "Download the table (CSV)" }).click());
  assert.match(table.text, /'=HYPERLINK/);
  assert.doesNotMatch(table.text, /(^|,)"?=HYPER/m);
  const file = await visit.download(() => parts.saveFile(page).click());
  assert.deepEqual(JSON.parse(file.text).options.map((o) => o.name), OPTIONS);
  assert.match(file.name, /^[a-z0-9-]{1,120}\.weighbridge\.json$/);
  await page.locator("#cell-1-0").click();
  await page.getByRole("dialog").waitFor();
  await harmless(page, "explanation");
  assert.equal(alerts, 0);
});

test("a hostile name that is typed is text as well", async ({ visit }) => {
  const { page } = visit;
  await visit.open("#/birmingham-2013/options");
  for (const name of [IMAGE, SCRIPT]) {
    await page.getByRole("textbox", { name: "Add an option" }).fill(name);
    await page.getByRole("button", { name: "Add option", exact: true }).click();
    await page.getByRole("button", { name, exact: true }).waitFor();
    await parts.undoButton(page, `Add option ${name}`).waitFor();
  }
  await harmless(page, "options");
  await step(page, "Scores");
  await page.locator("#cell-5-0").click();
  await page.getByRole("heading", { name: `${IMAGE} on Front line` }).waitFor();
  await harmless(page, "scores");
  await visit.axe();
});
