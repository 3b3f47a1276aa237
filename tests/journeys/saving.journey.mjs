// Save is save: where a browser lets a page write files, the same file is written again, and no overwrite is final.

import assert from "node:assert/strict";

import { test } from "./visit.mjs";
import * as parts from "./parts.mjs";
import { heading, setWeight } from "./parts.mjs";

const SAVE = { name: "Save", exact: true };

/** A disk with one file, in the place of the system's windows: the browser's own file system, which pages may keep handles of. */
async function withDisk(context) {
  await context.addInitScript(() => {
    window.asked = 0;
    const chosen = async () => {
      window.asked += 1;
      const folder = await navigator.storage.getDirectory();
      return folder.getFileHandle("case.json", { create: true });
    };
    window.showSaveFilePicker = chosen;
    window.showOpenFilePicker = async () => [await chosen()];
  });
}

const onDisk = (page) =>
  page.evaluate(async () => {
    const folder = await navigator.storage.getDirectory();
    return (await (await folder.getFileHandle("case.json")).getFile()).text();
  });

/** Somebody else changes the file. */
const writeOnDisk = (page, text) =>
  page.evaluate(async (text) => {
    const folder = await navigator.storage.getDirectory();
    const writable = await (await folder.getFileHandle("case.json", { create: true })).createWritable();
    await writable.write(text);
    await writable.close();
  }, text);

const inFile = (page) => page.getByText("Saved in case.json").waitFor();

test("Save writes the same file again, also after a reload, and its versions can be put back", { tag: "@http" }, async ({ visit }) => {
  const { page } = visit;
  await withDisk(visit.context);
  await visit.open("#/birmingham-2013/weights");
  await setWeight(page, 50);
  await page.keyboard.press("Control+s");
  await inFile(page);
  const first = await onDisk(page);
  assert.equal(first, (await parts.keptOne(page)).text);

  await setWeight(page, 10);
  await parts.saved(page);
  await page.getByRole("button", SAVE).click();
  await inFile(page);
  assert.notEqual(await onDisk(page), first);
  assert.equal(await page.evaluate(() => window.asked), 1, "the file is chosen once");

  await page.reload();
  await heading(page, "How much should each criterion count?");
  await setWeight(page, 20);
  await parts.saved(page);
  await page.getByRole("button", SAVE).click();
  await inFile(page);
  assert.equal(await page.evaluate(() => window.asked), 0, "and not again after a reload");
  assert.equal(await onDisk(page), (await parts.keptOne(page)).text);

  await page.getByRole("button", { name: "Versions" }).click();
  const versions = page.getByRole("dialog", { name: "Versions of this file" });
  assert.equal(await versions.getByRole("listitem").count(), 3);
  await visit.axe();
  await visit.shot("versions");
  await versions.getByRole("listitem").last().getByRole("button", { name: "Put back" }).click();
  await page.getByText("The earlier version is back.", { exact: true }).waitFor();
  await parts.weighs(page, "50");
});

test("what somebody else wrote in the file is not written over unasked", { tag: "@http" }, async ({ visit }) => {
  const { page } = visit;
  await withDisk(visit.context);
  await visit.open("#/birmingham-2013/weights");
  await setWeight(page, 50);
  await page.getByRole("button", SAVE).click();
  await inFile(page);
  const theirs = (await onDisk(page)).replace(/"title": "[^"]*"/, '"title": "Theirs"');
  await writeOnDisk(page, theirs);

  await setWeight(page, 10);
  await page.getByRole("button", SAVE).click();
  const message = page.getByRole("region", { name: "Message" });
  await message.getByText("somebody has changed “case.json”").waitFor();
  assert.equal(await onDisk(page), theirs);
  await visit.axe();
  await visit.shot("changed-on-disk");
  await message.getByRole("button", { name: "Save over it" }).click();
  await inFile(page);
  assert.equal(await onDisk(page), (await parts.keptOne(page)).text);
  await page.getByRole("button", { name: "Versions" }).click();
  assert.equal(await page.getByRole("dialog").getByRole("listitem").count(), 3, "theirs is among the versions");
});

test("a file that was opened is the one that is saved", { tag: "@http" }, async ({ visit }) => {
  const { page } = visit;
  await withDisk(visit.context);
  await visit.open("#/birmingham-2013/result");
  await heading(page, /./);
  const text = await page.evaluate(() => window.weighbridgeCurrent);
  await visit.open();
  await writeOnDisk(page, text.replace('"id": "birmingham-2013"', '"id": "my-own"'));
  await page.getByRole("button", { name: "Open a file" }).click();
  await page.waitForURL(/my-own/);
  await page.goto(visit.address("#/my-own/weights"));
  await setWeight(page, 50);
  await page.keyboard.press("Control+s");
  await inFile(page);
  assert.equal(await onDisk(page), await page.evaluate(() => window.weighbridgeCurrent));
});

test("a file that was dropped is the one that is saved, and one without a handle is not", { tag: "@http" }, async ({ visit }) => {
  const { page } = visit;
  await withDisk(visit.context);
  // What the browser says of a file that is dragged from the disk; a test can drag none.
  await visit.context.addInitScript(() => {
    DataTransferItem.prototype.getAsFileSystemHandle = async function () {
      const { name } = this.getAsFile();
      return name === "case.json" ? (await navigator.storage.getDirectory()).getFileHandle(name) : null;
    };
  });
  await visit.open("#/birmingham-2013/result");
  await heading(page, /./);
  const text = await page.evaluate(() => window.weighbridgeCurrent);
  await visit.open();
  const named = (id) => text.replace('"id": "birmingham-2013"', `"id": "${id}"`);
  await writeOnDisk(page, named("my-own"));
  await parts.dropFile(page, parts.file("case.json", named("my-own")));
  await page.waitForURL(/my-own/);
  await page.goto(visit.address("#/my-own/weights"));
  await setWeight(page, 50);
  await page.keyboard.press("Control+s");
  await inFile(page);
  assert.equal(await onDisk(page), await page.evaluate(() => window.weighbridgeCurrent));
  assert.equal(await page.evaluate(() => window.asked), 0, "no file had to be chosen");

  await parts.dropFile(page, parts.file("mail.json", named("from-a-mail").replace('"title": "', '"title": "Mailed ')));
  await page.waitForURL(/from-a-mail/);
  await page.goto(visit.address("#/from-a-mail/weights"));
  await setWeight(page, 30);
  await page.keyboard.press("Control+s");
  await inFile(page);
  assert.equal(await page.evaluate(() => window.asked), 1, "it has to be chosen where to");
});

test("Ctrl+S downloads the file where a page may not write one", async ({ visit }) => {
  const { page } = visit;
  await visit.open("#/birmingham-2013/weights");
  await setWeight(page, 50);
  const saved = await visit.download(() => page.keyboard.press("Control+s"));
  assert.equal(saved.text, (await parts.keptOne(page)).text);
  await page.getByRole("button", { name: "Download", exact: true }).waitFor();
});

test("who opens an appraisal that another tab has open is told", async ({ visit }) => {
  const { page } = visit;
  await visit.open("#/birmingham-2013/weights");
  await setWeight(page, 50);
  await parts.saved(page);
  const other = await visit.secondTab();
  await other.goto(visit.address(`#/${parts.COPY}/weights`));
  await other.getByRole("region", { name: "Message" }).getByText("is also open in another tab.").waitFor();
});
