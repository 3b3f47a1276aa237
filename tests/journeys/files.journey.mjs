// Files that cannot be opened, and one that is here already: said in words, and nothing lost.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";

import { test } from "./visit.mjs";
import * as parts from "./parts.mjs";
import { file, heading, setWeight } from "./parts.mjs";

const EXAMPLE = await readFile(new URL("../../crates/opening/src/library/birmingham-2013.json", import.meta.url), "utf8");

/** The example with one byte of its structure flipped. */
function flipped() {
  const bytes = Buffer.from(EXAMPLE);
  bytes[bytes.indexOf('"options"') + '"options"'.length] ^= 0x08;
  return bytes;
}

/** Each file, what is said of it, and what to do. */
const BAD = [
  [file("cut-off.weighbridge.json", EXAMPLE.slice(0, 3000)), /The file is damaged at line \d+, column \d+: the file ends too early\./, "Ask for another copy"],
  [file("flipped.weighbridge.json", flipped()), /The file is damaged at line \d+, column \d+: /, "Ask for another copy"],
  [
    file("newer.weighbridge.json", EXAMPLE.replace('"version": 1', '"version": 99')),
    "The file was made by a newer version of Weighbridge (file format 99; this version reads up to 1).",
    "Open it with the newest version of Weighbridge.",
  ],
  [
    file("picture.png", Buffer.from("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "latin1"), "image/png"),
    "This is not a Weighbridge file: it looks like a picture (PNG).",
    "Choose a file that was saved from Weighbridge",
  ],
  [file("nothing.json", ""), "The file is empty.", "Choose the file again, or ask for another copy."],
  [
    file("package.json", '{"name": "something-else", "version": "1.0.0"}'),
    "This is not a Weighbridge file: it looks like a JSON file of another program.",
    "Choose a file that was saved from Weighbridge",
  ],
  [file("list.json", "[1, 2, 3]"), "This is not a Weighbridge file", "Choose a file that was saved from Weighbridge"],
  [file("null.json", "null"), "This is not a Weighbridge file", "Choose a file that was saved from Weighbridge"],
  [file("deep.json", `{"format": "weighbridge", "version": 1, "x": ${"[".repeat(1e6)}`), /The file is damaged at line 1, column \d+: /, "Ask for another copy"],
  [
    file("twice.json", '{"format": "weighbridge", "version": 1, "title": "T", "options": [{"id": "a", "name": "A"}, {"id": "a", "name": "B"}], "criteria": [], "scores": {}}'),
    /Something in the file cannot be: .*a/,
    "Correct that place",
  ],
  [
    file("several.json", '{"format": "weighbridge", "version": 1, "title": 5, "criteria": [{"id": "a", "name": "A", "weight": "many"}]}'),
    "2 things in the file cannot be.",
    "Correct those places",
    ["the appraisal: title should be a text.", "criterion “a”: weight should be a number."],
  ],
];

test("a file that is no good is named with what to do, and the work in hand stays", async ({ visit }) => {
  const { page } = visit;
  await visit.open("#/birmingham-2013/weights");
  await setWeight(page, 25);
  await parts.saved(page);
  const before = await parts.kept(page);
  const message = page.getByRole("region", { name: "Message" });
  for (const [bad, why, hint, each = []] of BAD) {
    await parts.dropFile(page, bad);
    await message.getByText(`“${bad.name}” was not opened.`).waitFor();
    await message.getByText(why).waitFor();
    await message.getByText(hint).waitFor();
    for (const one of each) await message.getByRole("listitem").filter({ hasText: one }).waitFor();
    await parts.hears(page, `“${bad.name}” was not opened.`);
    assert.match(page.url(), /#\/birmingham-2013-2\/weights$/);
    await parts.weighs(page, "25");
  }
  await visit.axe();
  await visit.shot("file-refused");
  await message.getByRole("button", { name: "Dismiss" }).click();
  await message.waitFor({ state: "detached" });
  await parts.undoButton(page, "Change weight of Independence").waitFor();
  assert.deepEqual(await parts.kept(page), before);

  // The same by the button of the library.
  await page.getByRole("link", { name: "Weighbridge" }).click();
  await parts.openFile(page, BAD[0][0]);
  await message.getByText("“cut-off.weighbridge.json” was not opened.").waitFor();
  await visit.axe();
  assert.deepEqual(await parts.kept(page), before);
});

test("a file whose id is taken opens beside what is here", async ({ visit }) => {
  const { page } = visit;
  await visit.open("#/birmingham-2013/weights");
  await setWeight(page, 25);
  await parts.saved(page);
  const mine = await parts.keptOne(page);
  const content = JSON.parse(EXAMPLE);
  content.criteria.find((criterion) => criterion.id === "independence").weight = 50;
  content.title = "Birmingham, as the scrutiny committee sees it";
  await parts.dropFile(page, file("theirs.json", JSON.stringify(content)));
  await heading(page, "Establish a trust accountable to BCC leads by 2.1 points");
  await parts.saved(page);
  assert.doesNotMatch(page.url(), /birmingham-2013\//);
  const all = await parts.kept(page);
  assert.equal(all.length, 2);
  assert.deepEqual(await parts.keptOne(page), mine);
  const theirs = JSON.parse(all.find((record) => record.id !== parts.COPY).text);
  assert.equal(parts.weightIn(theirs), 50);
  assert.notEqual(theirs.id, "birmingham-2013");

  await page.getByRole("link", { name: "Weighbridge" }).click();
  await page.getByRole("link", { name: content.title }).waitFor();
  await page.getByRole("region", { name: "In this browser" }).getByRole("link", { name: mine.title, exact: true }).waitFor();
});

test("a file keeps what this version does not know", async ({ visit }) => {
  const { page } = visit;
  const content = { ...JSON.parse(EXAMPLE), id: "elsewhere", title: "From elsewhere", "x-minutes": { item: 7, note: "kept" } };
  await visit.open();
  await parts.dropFile(page, file("elsewhere.json", `\uFEFF${JSON.stringify(content)}`));
  await heading(page, "Integrated transformation leads by 17.0 points");
  await parts.step(page, "Weights");
  await setWeight(page, 20);
  const taken = JSON.parse((await visit.download(() => parts.saveFile(page).click())).text);
  assert.deepEqual(taken["x-minutes"], content["x-minutes"]);
  assert.equal(taken.id, "elsewhere");
});

test("what is stored and cannot be read is handed over, not written over", async ({ visit }) => {
  const { page } = visit;
  await visit.open("#/birmingham-2013/weights");
  await setWeight(page, 25);
  await parts.saved(page);
  const half = (await parts.keptOne(page)).text.slice(0, 500);
  await page.evaluate(
    (text) =>
      new Promise((done, failed) => {
        const opening = indexedDB.open("weighbridge");
        opening.onsuccess = () => {
          const writing = opening.result.transaction("appraisals", "readwrite");
          writing.objectStore("appraisals").put({ id: "birmingham-2013-2", title: "Half", text, revision: 7, saved: 1 });
          writing.onerror = failed;
          writing.oncomplete = () => {
            opening.result.close();
            done();
          };
        };
      }),
    half,
  );
  const handed = await visit.download(() => page.reload());
  assert.equal(handed.text, half);
  await page.getByRole("region", { name: "Message" }).getByText("“Half” could not be opened.").waitFor();
  assert.equal((await parts.kept(page))[0].text, half);
});
