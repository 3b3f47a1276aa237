// What is kept in the browser: several appraisals, deleting and taking it back, and no storage at all.

import assert from "node:assert/strict";

import { test } from "./visit.mjs";
import * as parts from "./parts.mjs";
import { heading, setWeight, step } from "./parts.mjs";

const BIRMINGHAM = "Birmingham children’s services, 2013";

/** The appraisals under "In this browser", the last saved first. */
function yours(page) {
  return page.getByRole("region", { name: "In this browser" });
}

/** Waits until the library lists just these. */
async function listed(page, titles) {
  const links = yours(page).getByRole("heading", { level: 3 });
  await parts.eventually(async () => (await links.allTextContents()).sort(), [...titles].sort(), "the list");
}

async function toLibrary(page) {
  await page.getByRole("link", { name: "Weighbridge" }).click();
  await heading(page, "Weigh up the options");
}

test("several appraisals live side by side, and a deleted one comes back", async ({ visit }) => {
  const { page } = visit;
  await visit.open("#/birmingham-2013/weights");
  await setWeight(page, 25);
  await parts.saved(page);
  await toLibrary(page);
  await page.getByRole("button", { name: "Start a new appraisal" }).click();
  await page.getByRole("textbox", { name: "Title" }).fill("Early help");
  await page.getByRole("textbox", { name: "Title" }).press("Enter");
  await parts.saved(page);
  await toLibrary(page);
  await listed(page, [BIRMINGHAM, "Early help"]);
  const card = yours(page).getByRole("listitem").filter({ hasText: BIRMINGHAM });
  await card.getByText(/^Changed \d+ \w+ \d{4} at \d+:\d\d[ap]m · your copy of an example$/).waitFor();
  await card.locator(".tag").getByText("Illustrative · Invented scores and weights: not the council’s", { exact: true }).waitFor();

  // A copy has a life of its own.
  await yours(page).getByRole("button", { name: `Duplicate ${BIRMINGHAM}` }).click();
  await heading(page, /./);
  await step(page, "Weights");
  await parts.weighs(page, "25");
  await setWeight(page, 33);
  await parts.saved(page);
  await toLibrary(page);
  await listed(page, [BIRMINGHAM, `${BIRMINGHAM} (copy)`, "Early help"]);
  assert.equal(parts.weightIn((await parts.keptOne(page)).file), 25);
  await visit.axe();
  await visit.shot("library-with-own");

  // Deleted, and back again; deleted, and gone after a reload.
  const remove = yours(page).getByRole("button", { name: "Delete Early help" });
  const message = page.getByRole("region", { name: "Message" });
  await remove.click();
  await message.getByText("“Early help” has been deleted from this browser.").waitFor();
  await parts.hears(page, "“Early help” has been deleted from this browser.");
  await listed(page, [BIRMINGHAM, `${BIRMINGHAM} (copy)`]);
  await visit.axe();
  await message.getByRole("button", { name: "Undo" }).click();
  await parts.hears(page, "“Early help” is back.");
  await listed(page, [BIRMINGHAM, `${BIRMINGHAM} (copy)`, "Early help"]);
  await remove.click();
  await message.getByRole("button", { name: "Dismiss" }).click();
  await message.waitFor({ state: "detached" });
  await page.reload();
  await listed(page, [BIRMINGHAM, `${BIRMINGHAM} (copy)`]);
});

test("an example comes back as it was, and can be changed again", async ({ visit }) => {
  const { page } = visit;
  await visit.open("#/birmingham-2013/weights");
  await setWeight(page, 60);
  await parts.saved(page);
  await toLibrary(page);
  // It stands beside what was made of it.
  await page.getByRole("region", { name: "Examples" }).getByRole("link", { name: BIRMINGHAM }).waitFor();
  await yours(page).getByRole("button", { name: `Delete ${BIRMINGHAM}` }).click();
  await yours(page).waitFor({ state: "detached" });
  const examples = page.getByRole("region", { name: "Examples" });
  await examples.getByRole("link", { name: BIRMINGHAM }).click();
  await heading(page, "Integrated transformation leads by 17.0 points");
  await page.locator(".document small").getByText("Example", { exact: true }).waitFor();
  await step(page, "Weights");
  await setWeight(page, 30);
  await parts.saved(page);
  assert.equal(parts.weightIn((await parts.keptOne(page)).file), 30);
  await page.reload();
  await parts.weighs(page, "30");
});

test("what is missing is said in the library, and what was said goes when another is opened", async ({ visit }) => {
  const { page } = visit;
  await visit.open("#/birmingham-2013/scores");
  await page.getByRole("gridcell").first().click();
  await page.keyboard.press("Delete");
  await parts.saved(page);
  await toLibrary(page);
  await yours(page).getByText("1 score missing").waitFor();
  assert.equal((await page.getByRole("status").first().textContent()).trim(), "");

  await parts.openFile(page, parts.file("broken.json", "{"));
  const message = page.getByRole("region", { name: "Message" });
  await message.getByText("“broken.json” was not opened.").waitFor();
  await page.getByRole("link", { name: /Office/ }).first().click();
  await heading(page, /leads|winner|first|ahead/);
  await message.waitFor({ state: "detached" });

  // Nor does it outlive a good file that is open already.
  await toLibrary(page);
  const record = await parts.keptOne(page);
  await parts.openFile(page, parts.file("broken.json", "{"));
  await message.waitFor();
  await parts.openFile(page, parts.file("good.json", record.text));
  await page.getByRole("navigation", { name: "Steps" }).waitFor();
  await message.waitFor({ state: "detached" });
});

test("everything in the browser can be deleted, after asking", async ({ visit }) => {
  const { page } = visit;
  await visit.open("#/birmingham-2013/weights");
  await setWeight(page, 60);
  await parts.saved(page);
  await toLibrary(page);
  await page.getByRole("link", { name: /^Privacy/ }).click();
  await page.getByRole("button", { name: "Delete everything in this browser" }).click();
  await visit.axe();
  await page.getByRole("button", { name: "Keep it" }).click();
  assert.equal((await parts.kept(page)).length, 1);
  await page.getByRole("button", { name: "Delete everything in this browser" }).click();
  await page.getByRole("button", { name: "Delete everything", exact: true }).click();
  await parts.hears(page, "Everything has been deleted from this browser.");
  assert.deepEqual(await parts.kept(page), []);
});

const BLOCKED = {
  "is not there": () => {
    Object.defineProperty(window, "indexedDB", { get: () => null });
  },
  "is refused when asked for": () => {
    Object.defineProperty(window, "indexedDB", {
      get() {
        throw new DOMException("Storage is not allowed here", "SecurityError");
      },
    });
  },
  "is refused when opened": () => {
    IDBFactory.prototype.open = () => {
      throw new DOMException("Storage is not allowed here", "SecurityError");
    };
  },
};

for (const [how, block] of Object.entries(BLOCKED)) {
  test(`where storage ${how}, the tool works and says that nothing is saved`, async ({ visit }) => {
    const { page } = visit;
    await visit.context.addInitScript(block);
    await visit.open("#/birmingham-2013/weights");
    const banner = page.getByRole("region", { name: "Not saved" });
    await banner.getByText("Nothing can be saved in this browser.").waitFor();
    await banner.getByText("save a file before you close it").waitFor();
    await setWeight(page, 50);
    await parts.outcome(page).getByText("led at the start.").waitFor();
    await page.locator(".document small").filter({ hasText: "not saved" }).waitFor();
    await visit.axe();

    // It is there while the page is open, also by way of the library.
    await toLibrary(page);
    await listed(page, [BIRMINGHAM]);
    await yours(page).getByRole("link", { name: BIRMINGHAM }).click();
    await heading(page, "Establish a trust accountable to BCC leads by 2.1 points");
    await banner.waitFor();
    await visit.shot("storage-blocked");
    const taken = await visit.download(() => parts.saveFile(page).click());
    assert.equal(parts.weightIn(JSON.parse(taken.text)), 50);
  });
}

test("when there is no room left, the old copy stays and a file can be saved", async ({ visit }) => {
  const { page } = visit;
  await visit.open("#/birmingham-2013/weights");
  await setWeight(page, 25);
  await parts.saved(page);
  const before = await parts.keptOne(page);
  await page.evaluate(() => {
    const { put } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = () => {
      throw new DOMException("The quota has been exceeded.", "QuotaExceededError");
    };
    window.makeRoom = () => (IDBObjectStore.prototype.put = put);
  });
  await setWeight(page, 50);
  const banner = page.getByRole("alert", { name: "Not saved" });
  await banner.getByText("Your last changes are not saved in this browser.").waitFor();
  await banner.getByText("There is no room left.").waitFor();
  await page.locator(".document small").filter({ hasText: "not saved" }).waitFor();
  await visit.axe();
  await visit.shot("storage-full");
  assert.deepEqual(await parts.keptOne(page), before);
  const taken = await visit.download(() => banner.getByRole("button", { name: "Download" }).click());
  assert.equal(parts.weightIn(JSON.parse(taken.text)), 50);

  // With room again, the next change is saved and the banner goes.
  await page.evaluate(() => void window.makeRoom());
  await setWeight(page, 55);
  await banner.waitFor({ state: "detached" });
  await parts.saved(page);
  assert.equal(parts.weightIn((await parts.keptOne(page)).file), 55);
});

test("storage that another page deleted or closed is told in plain words, and a reload goes on", async ({ visit }) => {
  const { page } = visit;
  await visit.open("#/birmingham-2013/weights");
  await setWeight(page, 25);
  await parts.saved(page);
  await page.evaluate(
    () =>
      new Promise((done, failed) => {
        const deleting = indexedDB.deleteDatabase("weighbridge");
        deleting.onsuccess = done;
        deleting.onerror = failed;
      }),
  );
  await setWeight(page, 50);
  const banner = page.getByRole("alert", { name: "Not saved" });
  await banner.getByText("another page closed or deleted its storage").waitFor();
  assert.doesNotMatch(await banner.innerText(), /IDBDatabase|transaction|connection|Failed to execute/);
  await visit.axe();
  const taken = await visit.download(() => banner.getByRole("button", { name: "Download" }).click());
  assert.equal(parts.weightIn(JSON.parse(taken.text)), 50);
  // The last change was held all the same, and comes back beside what is gone.
  await page.reload();
  await page.getByRole("region", { name: "Message" }).getByText("(from a closed tab)” is kept").waitFor();
  assert.deepEqual((await parts.kept(page)).map((record) => parts.weightIn(JSON.parse(record.text))), [50]);
});
