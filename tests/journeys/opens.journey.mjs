// Somebody opens the tool for the first time; and what they see when it cannot run.

import assert from "node:assert/strict";

import { journey } from "./driver.mjs";

journey("the tool opens, for everybody and asking for nothing", async (visit) => {
  await visit.open();
  assert.match(await visit.page.title(), /Weighbridge/);
  await visit.axe();
  await visit.shot("first-page");
});

journey("a browser without WebAssembly gets a sentence", async (visit) => {
  await visit.context.addInitScript(() => delete globalThis.WebAssembly);
  await visit.page.goto(visit.address());
  await visit.page.getByText("This browser is too old to run Weighbridge.").waitFor();
  await visit.page.getByRole("heading", { name: "Something went wrong" }).waitFor();
  await visit.axe();
  await visit.shot("too-old");
  visit.complaints = [];
});

journey("a single file says when the browser cannot unpack it", { targets: ["file"] }, async (visit) => {
  await visit.context.addInitScript(() => delete globalThis.DecompressionStream);
  await visit.page.goto(visit.address());
  await visit.page.getByText("This browser is too old to run Weighbridge.").waitFor();
  visit.complaints = [];
});

journey("a page whose app has moved on asks to be reloaded", { targets: ["http"] }, async (visit) => {
  await visit.page.route(/\.wasm$/, (route) => route.fulfill({ status: 404, body: "gone" }));
  await visit.page.goto(visit.address());
  await visit.page.getByText("This page has been updated. Reload to go on; your work is safe in this browser.").waitFor();
  visit.expectComplaint(/404/);
  await visit.page.unroute(/\.wasm$/);
  visit.complaints = [];
  await visit.page.getByRole("button", { name: "Reload" }).click();
  await visit.page.locator("#app h1").first().waitFor();
});

journey("saved appraisals can be taken away when the app cannot start", async (visit) => {
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
  await visit.page.evaluate(() => window.weighbridgeRecover("The tool met a fault of its own.", '{"now": true}'));

  const saved = await visit.download(() => visit.page.getByRole("link", { name: "Download “Early help: in-house?”" }).click());
  assert.deepEqual(saved, { name: "Early help in-house.json", text: '{"format": "weighbridge"}' });
  const strange = await visit.download(() => visit.page.getByRole("link", { name: "Download “b”" }).click());
  assert.deepEqual(JSON.parse(strange.text), { id: "b", strange: true });
  const current = await visit.download(() => visit.page.getByRole("link", { name: "Download what you were working on" }).click());
  assert.equal(current.text, '{"now": true}');
  await visit.axe();
  await visit.shot("recover");
});
