// Every page: readable by everybody, on every width, light and dark, on paper, and where the browser's buttons lead.

import assert from "node:assert/strict";

import { test } from "./visit.mjs";
import * as parts from "./parts.mjs";
import { heading, step } from "./parts.mjs";

const STEPS = { question: "Question", options: "Options", criteria: "Criteria", weights: "Weights", scores: "Scores", result: "Result", "how-sure": "How sure" };

/** The rules that depend on colours and sizes. */
const LOOKS = ["color-contrast", "target-size"];

/**
 * What is asked of every page. 640 px is a desk's 1280 at 200 %. The single file has the very same pages, so half
 * of the looks are enough there.
 */
async function inspect(visit, name) {
  const { page } = visit;
  assert.equal(await page.getByRole("heading", { level: 1 }).count(), 1, `${name}: one main heading`);
  assert.match(await page.title(), /Weighbridge/);
  for (const width of [1280, 640, 390, 320]) {
    await page.setViewportSize({ width, height: 900 });
    await parts.assertFits(page, `${name} at ${width} px`);
  }
  // Both widths and both schemes with every rule; what looks alone can break, in each combination.
  for (const [colorScheme, width, rules] of [
    ["light", 390],
    ["dark", 390, LOOKS],
    ["dark", 1280],
    ["light", 1280, LOOKS],
  ]) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 900 });
    if (!rules || visit.target === "http") await visit.axe(page, rules);
  }
  await page.emulateMedia({ colorScheme: null });
  await page.emulateMedia({ forcedColors: "active" });
  await parts.assertFits(page, `${name} in forced colours`);
  await page.emulateMedia({ forcedColors: null, media: "print" });
  for (const part of [".top", ".steps", ".skip", ".outcome"]) {
    assert.equal(await page.locator(part).locator("visible=true").count(), 0, `${name}: ${part} is not printed`);
  }
  assert.equal(await page.getByRole("heading", { level: 1 }).isVisible(), true, `${name}: the heading is printed`);
  await page.emulateMedia({ media: null });
  if (visit.target === "http") await visit.shot(`page-${name}`);
}

/** What the link to the licences of a served page leads to. */
async function served(visit) {
  const link = visit.page.getByRole("link", { name: "Licences of everything inside" });
  const address = new URL(await link.getAttribute("href"), visit.page.url());
  return (await visit.context.request.get(address.href)).text();
}

test("the library and the privacy page, as everybody meets them", async ({ visit }) => {
  await visit.open();
  await visit.page.locator(".figure svg").first().waitFor();
  await inspect(visit, "library");
  await visit.open("#/privacy");
  await heading(visit.page, "Privacy");
  await inspect(visit, "privacy");
  const licences = visit.target === "http" ? await served(visit) : (await visit.download(() => visit.page.getByRole("button", { name: /^Download the licences/ }).click())).text;
  for (const library of ["\nyew 0.", "\nplotters 0."]) assert.ok(licences.includes(library), library);
  await visit.open("#/no-such-appraisal/result");
  await heading(visit.page, "This appraisal is not on this device");
  await inspect(visit, "missing");
});

for (const id of ["birmingham-2013", "office-location"]) {
  test(`every page of ${id}, as everybody meets it`, async ({ visit }) => {
    await visit.open(`#/${id}/question`);
    for (const [slug, name] of Object.entries(STEPS)) {
      await step(visit.page, name);
      assert.match(await visit.page.title(), new RegExp(`^${name} – .* – Weighbridge$`));
      await inspect(visit, `${id}-${slug}`);
    }
  });
}

test("every page of a new appraisal, with nothing in it yet", async ({ visit }) => {
  await visit.open();
  await visit.page.getByRole("button", { name: "Start a new appraisal" }).click();
  await visit.page.getByRole("navigation", { name: "Steps" }).waitFor();
  for (const [slug, name] of Object.entries(STEPS)) {
    await step(visit.page, name);
    await inspect(visit, `new-${slug}`);
  }
});

test("back, forward and reload keep the page and the appraisal", async ({ visit }) => {
  const { page } = visit;
  const at = async (slug, title) => {
    await page.waitForURL(new RegExp(`#/birmingham-2013/${slug}$`));
    await heading(page, title);
    await page.getByText("Birmingham children’s services, 2013").first().waitFor({ state: "attached" });
  };
  const criteria = "What makes a good choice?";
  const weights = "How much should each criterion count?";
  await visit.open();
  await page.getByRole("link", { name: "Birmingham children’s services, 2013" }).click();
  await at("result", /leads by/);
  await step(page, "Weights");
  await step(page, "Criteria");
  await page.goBack();
  await at("weights", weights);
  await page.goBack();
  await at("result", /leads by/);
  await page.goBack();
  await heading(page, "Weigh up the options");
  await page.goForward();
  await page.goForward();
  await at("weights", weights);
  await page.goForward();
  await at("criteria", criteria);
  await page.reload();
  await at("criteria", criteria);
  await page.goBack();
  await at("weights", weights);

  // The foot of each page leads to the next; a link opens in a tab of its own.
  await page.getByRole("link", { name: "Next: Scores" }).click();
  await page.waitForURL(/#\/birmingham-2013\/scores$/);
  const other = await visit.secondTab();
  await other.goto(page.url());
  await other.getByRole("grid").waitFor();
});
