// A copy of the tool with the appraisal inside: made in three actions, read by somebody who never saw the tool, with and
// without scripts, re-weighed, gone on with, and copied again.

import assert from "node:assert/strict";
import { readFile, stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

import { test } from "./visit.mjs";
import * as parts from "./parts.mjs";
import { print } from "./pdf.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const dist = resolve(root, process.env.WEIGHBRIDGE_DIST ?? "dist");

/** What a copy of the Birmingham example may add to the tool, in bytes. */
const ROOM = 30 * 1024;

const QUESTION = "Which way of running children’s services would best bring about lasting improvement in Birmingham?";

/** Makes a copy from the library, as a new user would, and says in how many actions. */
async function makeCopy(visit, page = visit.page) {
  let actions = 0;
  const click = async (locator) => {
    await locator.click();
    actions += 1;
  };
  await click(page.getByRole("link", { name: "Birmingham children’s services, 2013" }));
  await click(page.getByRole("navigation", { name: "Steps" }).getByRole("link", { name: /^Briefing/ }));
  const button = page.getByRole("button", { name: "Download a copy to share" });
  const copy = await visit.download(() => click(button), page);
  return { ...copy, actions };
}

/** The words of a page, without its pictures and spaces. */
const wordsOf = (page, selector) =>
  page.locator(selector).evaluate((element) => {
    const copy = element.cloneNode(true);
    copy.querySelectorAll("svg, .screen, .tools, .onward, .paper, nav, button").forEach((one) => one.remove());
    return copy.textContent.replace(/\s+/g, " ").trim();
  });

test("a copy to share takes three actions, and is little larger than the tool", async ({ visit }) => {
  await visit.open();
  const copy = await makeCopy(visit);
  assert.equal(copy.actions, 3);
  assert.equal(copy.name, "birmingham-childrens-services-2013.html");
  const { size } = await stat(join(dist, "weighbridge.html"));
  assert.ok(Buffer.byteLength(copy.text) - size <= ROOM, `${Buffer.byteLength(copy.text) - size} bytes more`);
  await parts.hears(visit.page, "Saved as the file").catch(() => visit.page.getByText("Saved as the file").waitFor());
  await visit.axe();
});

test("a copy is read where no script runs", async ({ visit }) => {
  await visit.open();
  const { text } = await makeCopy(visit);
  const said = await wordsOf(visit.page, ".briefing");
  const reader = await visit.elsewhere({ javaScriptEnabled: false });
  await reader.openCopy(text, "Gwasanaethau plant – ŵyl 2013 (copi).html");
  await reader.page.getByRole("heading", { level: 1, name: QUESTION }).waitFor();
  const read = await wordsOf(reader.page, ".briefing-page");
  // Everything that the app says of the question, the result, how sure it is and what was ruled out.
  const sections = await visit.page.locator(".briefing > section[aria-labelledby^=briefing-]").evaluateAll((all) =>
    all.flatMap((section) => [...section.querySelectorAll("h2, section > p, li")].map((one) => one.textContent.replace(/\s+/g, " ").trim())));
  assert.ok(sections.length > 12, sections.join("\n"));
  for (const words of sections) assert.ok(read.replace(/\s/g, "").includes(words.replace(/\s/g, "")), `${words}\nis not in\n${read}`);
  assert.ok(said.includes(QUESTION) || read.includes(QUESTION));
  for (const total of parts.TOTALS) assert.ok(read.includes(total), total);
  for (const width of [390, 1280]) {
    await reader.page.setViewportSize({ width, height: 900 });
    await reader.page.screenshot({ path: join(root, "screenshots", `copy-without-scripts-${width}.png`), fullPage: true });
  }
});

test("a copy opens with its briefing, changes nothing when it is re-weighed, and is gone on with as one's own", async ({ visit }) => {
  await visit.open();
  const { text } = await makeCopy(visit);
  const reader = await visit.elsewhere();
  const { page } = reader;
  await reader.openCopy(text, "a copy, renamed.html");
  await parts.heading(page, QUESTION);
  await page.getByText("This is a copy to read.").waitFor();
  await reader.axe();
  await reader.shot("copy");
  // Only what follows is in the list of steps.
  assert.deepEqual(
    (await page.getByRole("navigation", { name: "Steps" }).getByRole("link").allTextContents()).map((name) => name.split(",")[0]),
    ["Result", "How sure", "Briefing"],
  );
  const own = page.getByRole("textbox", { name: "Your weight of Independence (DfE confidence)" });
  await own.fill("60");
  await own.press("Enter");
  await page.getByRole("complementary", { name: "Result with your weights" }).getByText(/Trust \(council\)|Trust \(DfE\)/).first().waitFor();
  assert.equal((await parts.kept(page)).length, 0, "reading keeps nothing");

  await page.getByRole("button", { name: "Edit a copy" }).click();
  await page.getByRole("navigation", { name: "Steps" }).getByRole("link", { name: /^Weights/ }).waitFor();
  await parts.saved(page);
  assert.deepEqual((await parts.kept(page)).map((record) => record.id), ["birmingham-2013-2"]);
  // Opened again, it is the copy as it was sent, and tells of one's own.
  await page.goto(page.url().replace(/#.*/, ""));
  await page.reload();
  await parts.heading(page, QUESTION);
  await page.getByText("This is a copy to read.").waitFor();
});

test("a copy of a copy is the same", async ({ visit }) => {
  await visit.open();
  const first = await makeCopy(visit);
  const reader = await visit.elsewhere();
  await reader.openCopy(first.text);
  await parts.heading(reader.page, QUESTION);
  const second = await reader.download(() => reader.page.getByRole("button", { name: "Download a copy to share" }).click());
  const without = (text) => text.replace(/data-made="[^"]*"/, "");
  assert.equal(without(second.text).length, without(first.text).length);
  assert.ok(without(second.text) === without(first.text), "the same, but for when it was made");
});

test("a copy made from a server is the one made from the file", async ({ visit }) => {
  await visit.open();
  const { text } = await makeCopy(visit);
  // The tool in the copy is the single file, byte for byte.
  const tool = await readFile(join(dist, "weighbridge.html"), "utf8");
  const empty = text
    .replace(/<title>[^<]*<\/title>/, "<title>Weighbridge</title>")
    .replace(/<!--appraisal-->.*?<!--\/appraisal-->/s, "<!--appraisal--><!--/appraisal-->");
  const [before, after] = tool.split(/<!--briefing-->.*?<!--\/briefing-->/s);
  assert.ok(empty.startsWith(before), "up to the briefing");
  assert.ok(empty.endsWith(after), "from the briefing on");
});

test("without the single file beside it, no copy is made, and the page says what to do", { tag: "@http" }, async ({ visit }) => {
  await visit.context.route("**/weighbridge.html", (route) => route.fulfill({ status: 404, body: "" }));
  await visit.open("#/birmingham-2013/briefing");
  const { page } = visit;
  await page.getByRole("button", { name: "Download a copy to share" }).click();
  await page.getByText("No copy was made.", { exact: true }).waitFor();
  visit.expectComplaint(/404/);
});

test("the briefing of the example is printed on two sides", { tag: "@http" }, async ({ visit }, info) => {
  await visit.open("#/birmingham-2013/briefing");
  await visit.page.getByRole("button", { name: "Download a copy to share", disabled: false }).waitFor();
  const paper = await print(visit.page, info.outputPath("briefing.pdf"));
  assert.equal(paper.pages.length, 2);
});
