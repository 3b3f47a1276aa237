// What leaves the tool: PDF files that a committee's officer would put in a pack, read back word by word.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";

import { test } from "./visit.mjs";
import * as parts from "./parts.mjs";
import { numbers, print, shown } from "./pdf.mjs";

/** The margins at the sides of a page, in points: 18 mm. */
const SIDE = 51;

/** An appraisal with so many options and criteria, in groups of five, with a reason and a source at every score. */
function large(options, criteria) {
  const value = (o, c) => (o * 29 + c * 17 + o * c * 7) % 101;
  const leaf = (c) => ({
    id: `c${c}`,
    name: `Criterion number ${c + 1} of the list`,
    weight: 5 + ((c * 7) % 13),
    anchors: [{ value: 0, words: `nothing of ${c + 1}` }, { value: 100, words: `all of ${c + 1}` }],
    ...(c === 4 && { scale: { kind: "measure", unit: "£ a year", direction: "lower" } }),
  });
  const group = (g) => ({ id: `g${g}`, name: `Group ${g + 1}`, weight: 10 + g * 5, criteria: Array.from({ length: 5 }, (_, k) => leaf(g * 5 + k)).filter((c) => +c.id.slice(1) < criteria) });
  const score = (o, c) => ({ value: c === 4 ? 1_000_000 + value(o, c) * 31_250.5 : value(o, c), reason: `Because of ${o + 1} on ${c + 1}`, source: "Business plan" });
  return {
    format: "weighbridge",
    version: 1,
    title: `${options} options, ${criteria} criteria`,
    notice: "Not yet agreed by the board",
    options: Array.from({ length: options }, (_, o) => ({ id: `o${o}`, name: `Arrangement ${"ABCDEFGHIJ"[o]} with a neighbour` })),
    criteria: Array.from({ length: Math.ceil(criteria / 5) }, (_, g) => group(g)),
    scores: Object.fromEntries(Array.from({ length: options }, (_, o) => [`o${o}`, Object.fromEntries(Array.from({ length: criteria }, (_, c) => [`c${c}`, score(o, c)]))])),
  };
}

/** What holds of every paper. */
function assertSound(paper, name, title) {
  for (const [at, { width, height, words }] of paper.pages.entries()) {
    const where = `${name}, page ${at + 1} of ${paper.pages.length}`;
    assert.ok(width < height, `${where} is upright`);
    const cut = words.filter((word) => word.left < SIDE - 2 || word.right > width - SIDE + 2 || word.bottom > height);
    assert.deepEqual(cut.map((word) => word.word), [], `${where}: words over the edge`);
    assert.ok(words.length > 15, `${where} is all but empty`);
    const text = paper.byPage[at].replace(/\s+/g, " ");
    assert.ok(text.includes(title), `${where} lacks the title`);
    assert.ok(text.includes(`Page ${at + 1} of ${paper.pages.length}`), `${where} lacks its number`);
    assert.match(text, /Version [0-9a-f]{8}.* Printed \d+ \w+ \d{4}/, `${where} lacks version or date`);
    assert.match(text, /Draft|Illustrative/, `${where} lacks its status`);
  }
  assert.match(paper.info, /Tagged: +yes/);
  assert.equal(paper.language, "en", `${name}: the language`);
  assert.ok(paper.outline, `${name}: an outline`);
  assert.match(paper.tags, /^\s*H1 /m, `${name}: a heading`);
  assert.equal(paper.alternatives, (paper.tags.match(/^\s*Figure/gm) ?? []).length, `${name}: every figure has an alternative`);
}

/** No heading of the page stands alone at the foot of a sheet. */
async function assertNoOrphans(page, paper, name) {
  const headings = await page.evaluate(() => [...document.querySelectorAll("h1, h2, h3, h4")].map((h) => h.textContent.replace(/\s+/g, " ").trim()));
  for (const [at, text] of paper.byPage.entries()) {
    // What stands at the edges comes last, or first.
    const lines = text.split("\n").map((line) => line.trim()).filter((line) => line && !/^(Version [0-9a-f]{8}|Page \d+ of)/.test(line));
    const body = lines.filter((line) => !/^(Draft|Illustrative)( ·|$)/.test(line)).join(" ");
    const alone = headings.filter((heading) => heading && body.endsWith(` ${heading}`));
    assert.deepEqual(alone, [], `${name}, page ${at + 1} ends with a heading`);
  }
}

/** Prints a page of the app and says whether everything on it is on the paper. */
async function assertPrinted(visit, name, title, about) {
  const { page } = visit;
  const wanted = await shown(page);
  const paper = await print(page, about.outputPath(`${name.replaceAll("/", "-")}.pdf`));
  const there = numbers(paper.text);
  assert.deepEqual([...wanted].filter((number) => !there.has(number)), [], `${name}: numbers that are not on the paper`);
  assertSound(paper, name, title);
  await assertNoOrphans(page, paper, name);
  return paper;
}

const PAGES = ["question", "options", "criteria", "weights", "weights/swing", "scores", "result", "how-sure", "how-sure/all-weights"];

for (const [id, title] of [["birmingham-2013", "Birmingham children’s services, 2013"], ["office-location", "Office"]]) {
  test(`every page of ${id} prints with every number, tagged`, { tag: "@http" }, async ({ visit }, about) => {
    await visit.page.setViewportSize({ width: 1080, height: 900 });
    for (const name of PAGES) {
      await visit.open(`#/${id}/${name}`);
      // The shares stand still once they are close enough.
      if (name.endsWith("all-weights")) await visit.page.getByRole("button", { name: /^Download all of/ }).waitFor();
      const paper = await assertPrinted(visit, name, title, about);
      if (name === "result") {
        assert.match(paper.tags, /TH[^]*\/Scope \/Column/, "headings of columns");
        assert.match(paper.tags, /\/Scope \/Row/, "headings of rows");
        assert.match(paper.tags, /^\s*Figure/m, "a figure");
        assert.match(paper.tags, /^\s*H2 /m);
      }
    }
  });
}

/** The same without groups, and with nobody having said what the ends of scales mean. */
function ungrouped(file) {
  const leaf = (group) => ({ anchors, ...rest }) => ({ ...rest, weight: (rest.weight * group.weight) / 10 });
  return { ...file, title: `${file.title}, no groups`, criteria: file.criteria.flatMap((group) => group.criteria.map(leaf(group))) };
}

/** Which pages are printed: those that hold every number, and with most criteria all that have tables. */
const printed = (criteria, grouped) => (criteria === 30 && grouped ? ["criteria", "weights", "scores", "result", "how-sure"] : ["scores", "result"]);

for (const criteria of [10, 11, 12, 20, 30]) {
  for (const grouped of [true, false]) {
    test(`six options and ${criteria} criteria ${grouped ? "in" : "without"} groups lose no column and no digit on paper`, { tag: "@http" }, async ({ visit }, about) => {
      const { page } = visit;
      await page.setViewportSize({ width: 1080, height: 900 });
      const file = grouped ? large(6, criteria) : ungrouped(large(6, criteria));
      await visit.open();
      await parts.openFile(page, parts.file("large.json", JSON.stringify(file)));
      await parts.heading(page, /./);
      await page.waitForURL(/result|question/);
      const id = new URL(page.url()).hash.split("/")[1];
      for (const name of printed(criteria, grouped)) {
        await visit.open(`#/${id}/${name}`);
        const paper = await assertPrinted(visit, `${criteria}-${name}`, file.title, about);
        const flat = paper.text.replace(/\s+/g, " ");
        if (name === "scores") {
          for (let c = 0; c < criteria; c += 1) {
            const row = file.options.map(({ id }) => file.scores[id][`c${c}`].value.toLocaleString("en-GB"));
            assert.ok(flat.includes(`Criterion number ${c + 1} of the list ${row.join(" ")}`), `scores of criterion ${c + 1}: ${row}`);
            const end = (words) => (grouped ? words : "not described");
            if (c !== 4) assert.ok(flat.includes(`Scale: 0 is ${end(`nothing of ${c + 1}`)}; 100 is ${end(`all of ${c + 1}`)}.`), `the ends of criterion ${c + 1}`);
          }
          assert.match(flat, /Scale: 0 is £[\d,]+ a year.*; 100 is £1,[\d,]+ a year/, "the ends of the amounts");
        }
        if (name === "result") {
          // A share, and points for each option, beside the name of every group and criterion.
          const numbers = "\\d+\\.\\d%( \\d+\\.\\d){6}";
          if (grouped) assert.match(flat, new RegExp(`Group 2 ${numbers} – Criterion number 6`));
          for (let c = 0; c < criteria; c += 1) assert.match(flat, new RegExp(`Criterion number ${c + 1} of the list ${numbers}`));
        }
        if (name === "criteria") {
          for (let c = 0; c < criteria; c += 1) assert.match(flat, new RegExp(`Criterion number ${c + 1} of the list`));
          assert.match(flat, /2\.3 Criterion number 8 of the list 0 nothing of 8 100 all of 8/);
        }
      }
    });
  }
}

test("what was typed and what things are called is on the paper", { tag: "@http" }, async ({ visit }, about) => {
  const { page } = visit;
  const library = new URL("../../crates/opening/src/library/birmingham-2013.json", import.meta.url);
  const file = JSON.parse(await readFile(library, "utf8"));
  const flat = async (name) => {
    await visit.open(`#/birmingham-2013/${name}`);
    const { text } = await print(page, about.outputPath(`${name.replaceAll("/", "-")}.pdf`));
    return text.replace(/\s+/g, " ");
  };
  const holds = (text, words, name) => assert.ok(text.includes(words.replace(/\s+/g, " ")), `${name} lacks “${words}”`);
  const question = await flat("question");
  for (const words of [file.question, file.body, file.background.split("\n")[0], ...file.sources.map((source) => source.title)]) holds(question, words, "Question");
  const options = await flat("options");
  for (const option of file.options) holds(options, option.name, "Options");
  holds(options, file.options.find((option) => option.ruled_out).ruled_out.reason, "Options");
  const criteria = await flat("criteria");
  for (const [at, criterion] of file.criteria.entries()) {
    holds(criteria, `${at + 1} ${criterion.name} ${criterion.question} 0 ${criterion.anchors[0].words} 100 ${criterion.anchors[1].words}`, "Criteria");
  }
  // The points of swing weighting.
  await visit.open("#/birmingham-2013/weights/swing");
  await page.getByRole("button", { name: /^Improve this first.*Partners/ }).click();
  const points = page.getByRole("textbox", { name: /Front line/ });
  await points.fill("85");
  await points.press("Enter");
  const { text } = await print(page, about.outputPath("swing-answered.pdf"));
  assert.match(text.replace(/\s+/g, " "), /Front line .{0,120}85 points of 100/);
});
