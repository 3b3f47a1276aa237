// Somebody opens the tool for the first time; and what they see when it cannot run.

import assert from "node:assert/strict";

import { test } from "./visit.mjs";
import { heading, setWeight } from "./parts.mjs";

test("the tool opens, for everybody and asking for nothing", async ({ visit }) => {
  await visit.open();
  assert.match(await visit.page.title(), /Weighbridge/);
  await visit.axe();
  await visit.shot("first-page");
});

test("a browser without WebAssembly gets a sentence", async ({ visit }) => {
  await visit.context.addInitScript(() => delete globalThis.WebAssembly);
  await visit.page.goto(visit.address());
  await visit.page.getByText("This browser is too old to run Weighbridge.").waitFor();
  await visit.page.getByRole("heading", { name: "Something went wrong" }).waitFor();
  await visit.axe();
  await visit.shot("too-old");
  visit.complaints = [];
});

test("a page whose app has moved on asks to be reloaded", { tag: "@http" }, async ({ visit }) => {
  await visit.page.route(/\.wasm$/, (route) => route.fulfill({ status: 404, body: "gone" }));
  await visit.page.goto(visit.address());
  await visit.page.getByText("This page has been updated. Reload to go on; your work is safe in this browser.").waitFor();
  visit.expectComplaint(/404/);
  await visit.page.unroute(/\.wasm$/);
  visit.complaints = [];
  await visit.page.getByRole("button", { name: "Reload" }).click();
  await visit.page.locator("#app h1").first().waitFor();
});

/** What is fetched after the library. */
const PAGES = /split_appraisal\.wasm$/;
const NOT_FETCHED = /did not get .*split_appraisal|Failed to (fetch|load resource)/;

test("what is asked for before it can be done is done when it can", { tag: "@http" }, async ({ visit }) => {
  const { page } = visit;
  await visit.context.route(PAGES, (route) => route.abort("connectionfailed"));
  await visit.open();
  await page.getByRole("button", { name: "Start a new appraisal" }).click();
  const message = page.getByRole("region", { name: "Message" });
  await message.getByText("That could not be done yet.").waitFor();
  await visit.axe();
  await visit.context.unroute(PAGES);
  await message.getByRole("button", { name: "Try again" }).click();
  await page.getByRole("textbox", { name: "Title" }).waitFor();
  await message.waitFor({ state: "detached" });
  visit.expectComplaint(NOT_FETCHED);
});

test("the library works without the pages of an appraisal, which can be fetched again", { tag: "@http" }, async ({ visit }) => {
  const { page } = visit;
  await visit.context.route(PAGES, (route) => route.abort("connectionfailed"));
  await visit.open();
  const birmingham = page.getByRole("link", { name: "Birmingham children’s services, 2013" });
  await birmingham.click();
  await heading(page, "This page could not be fetched");
  await visit.axe();
  await visit.shot("pages-not-fetched");
  // Undo has nothing to undo, and breaks nothing.
  await page.keyboard.press("Control+z");

  await page.getByRole("link", { name: "Weighbridge" }).click();
  await heading(page, "Weigh up the options");
  await birmingham.click();
  await visit.context.unroute(PAGES);
  await page.getByRole("button", { name: "Try again" }).click();
  await heading(page, "Integrated transformation leads by 17.0 points");
  visit.expectComplaint(NOT_FETCHED);
});

test("saved appraisals can be taken away when the app cannot start", async ({ visit }) => {
  // In a browser that holds two appraisals, one of them written by a version that nobody remembers.
  await visit.open();
  await visit.page.evaluate(
    () =>
      new Promise((done, failed) => {
        const opening = indexedDB.open("weighbridge");
        opening.onerror = failed;
        opening.onupgradeneeded = () => opening.result.createObjectStore("appraisals", { keyPath: "id" });
        opening.onsuccess = () => {
          const store = opening.result.transaction("appraisals", "readwrite").objectStore("appraisals");
          store.put({ id: "a", revision: 3, title: "Early help: in-house?", text: '{"format": "weighbridge"}' });
          store.put({ id: "b", strange: true });
          store.transaction.onerror = failed;
          store.transaction.oncomplete = () => {
            opening.result.close();
            done();
          };
        };
      }),
  );
  await visit.page.evaluate(() => {
    window.weighbridgeCurrent = '{"now": true}';
    window.weighbridgeRecover("The tool met a fault of its own.");
  });

  const saved = await visit.download(() => visit.page.getByRole("link", { name: "Download “Early help: in-house?”" }).click());
  assert.deepEqual(saved, { name: "Early help in-house.json", text: '{"format": "weighbridge"}' });
  const strange = await visit.download(() => visit.page.getByRole("link", { name: "Download “b”" }).click());
  assert.deepEqual(JSON.parse(strange.text), { id: "b", strange: true });
  const current = await visit.download(() => visit.page.getByRole("link", { name: "Download what you were working on" }).click());
  assert.equal(current.text, '{"now": true}');
  await visit.axe();
  await visit.shot("recover");
});

test("a site whose policy blocks WebAssembly gets the reason", { tag: "@http" }, async ({ visit }) => {
  await withPolicy(visit.page, "script-src 'self'");
  await visit.page.goto(visit.address());
  await visit.page.getByText("does not allow WebAssembly").waitFor();
  visit.expectComplaint(/wasm-eval|CompileError|Content Security Policy|WebAssembly/);
});

/** Serves the page with a policy of the site beside its own. */
async function withPolicy(page, policy) {
  await page.route(/index\.html$|\/$/, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), "content-security-policy": policy } });
  });
}

const TRUSTED_TYPES = "require-trusted-types-for 'script'";

for (const policy of [TRUSTED_TYPES, `${TRUSTED_TYPES}; trusted-types 'none'`]) {
  test(`what a stricter policy forbids later ends in the recovery page, not in a dead one: ${policy}`, { tag: "@http" }, async ({ visit }) => {
    const { page } = visit;
    await withPolicy(page, policy);
    await visit.open("#/birmingham-2013/weights");
    await setWeight(page, 50);
    await page.evaluate(() => void setTimeout(() => { document.body.appendChild(document.createElement("div")).innerHTML = "<b>1</b>"; }));
    await heading(page, "Something went wrong");
    const { text } = await visit.download(() => page.getByRole("link", { name: "Download what you were working on" }).click());
    assert.equal(JSON.parse(text).criteria.find((one) => one.id === "independence").weight, 50);
    visit.expectComplaint(/TrustedHTML|trusted-types|uncaught/i);
  });
}

test("where a site asks for Trusted Types, every chart is drawn, and the sampler runs", { tag: "@http" }, async ({ visit }) => {
  const { page } = visit;
  await withPolicy(page, TRUSTED_TYPES);
  await visit.open();
  const drawn = (...kinds) =>
    Promise.all(kinds.map((kind) => page.locator(`svg.chart[aria-labelledby="${kind}-title"]`).first().waitFor()));
  await drawn("contributions");
  await visit.open("#/birmingham-2013/result");
  await drawn("contributions", "dots", "profile");
  await page.getByText(/^Chosen to stand for [\d,]+ sets of weights/).waitFor();
  await visit.open("#/birmingham-2013/how-sure/all-weights");
  await page.getByRole("button", { name: /^Download all of/ }).waitFor();
  await drawn("chances", "cloud");
  await visit.open("#/birmingham-2013/how-sure/one-weight");
  await drawn("weight-lines");
  await visit.open("#/birmingham-2013/how-sure/analysts");
  await drawn("tornado", "map");
  // As a table and back, it is the same picture.
  await page.getByRole("button", { name: "Show as table" }).first().click();
  await page.getByRole("button", { name: "Show as picture" }).click();
  await drawn("tornado");
  await visit.open("#/birmingham-2013/criteria");
  await page.getByRole("button", { name: /^Pace/ }).first().click();
  await page.getByRole("radio", { name: /^A natural measure/ }).check();
  await page.getByRole("radio", { name: /^At amounts that stay fixed/ }).check();
  await page.getByRole("textbox", { name: "Lowest amount" }).fill("10");
  await page.getByRole("textbox", { name: "Highest amount" }).fill("50");
  await drawn("curve");
});

test("where a site lets no text become elements at all, charts are tables", { tag: "@http" }, async ({ visit }) => {
  const { page } = visit;
  await withPolicy(page, `${TRUSTED_TYPES}; trusted-types 'none'`);
  await visit.open("#/birmingham-2013/result");
  await page.getByRole("region", { name: "Totals" }).getByRole("cell", { name: "77.5" }).waitFor();
  assert.equal(await page.locator("svg.chart").count(), 0);
  assert.equal(await page.getByRole("button", { name: /^Show as/ }).count(), 0);
  visit.expectComplaint(/TrustedHTML|trusted-types/i);
});
