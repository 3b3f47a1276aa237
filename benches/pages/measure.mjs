// How quick the pages are in a headless Chromium: node measure.mjs DIST JSON-FILE. `cargo xtask bench --pages` runs it.
//
// It presses keys as a person does and reads Chromium's trace; nothing of ours runs in the page meanwhile.

import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, resolve, sep } from "node:path";

import { chromium } from "@playwright/test";

import * as parts from "../../tests/journeys/parts.mjs";
import { appraisal } from "./appraisal.mjs";
import { CATEGORIES, byKey, long, read } from "./trace.mjs";

const [dist, json] = process.argv.slice(2).map((path) => resolve(path));

/** How often a thing is moved. */
const MOVES = 200;
/** A held key comes so often; and one who watches what each press does waits so long. In milliseconds. */
const PACES = [["held", 33], ["one by one", 200]];
/** How long after the last move belongs to it, in milliseconds. */
const REST = 700;
/** How many of its longest tasks are told of each. */
const TOLD = 3;
/** How long to wait for the finest answer, in milliseconds. */
const PATIENCE = 300_000;

const TYPES = { ".css": "text/css", ".html": "text/html", ".js": "text/javascript", ".svg": "image/svg+xml", ".wasm": "application/wasm" };

const pause = (ms) => new Promise((later) => setTimeout(later, ms));
const round = (ms) => Math.round(ms * 10) / 10;

function quantile(numbers, part) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))]);
}

/** A line of a table: two columns of words, the others of numbers. */
function line(first, second, ...others) {
  const cells = others.map((cell) => String(typeof cell === "number" ? round(cell) : cell).padStart(10));
  console.log(first.padEnd(40) + second.padEnd(16) + cells.join(""));
}

/** Does something with the trace on, and reads the trace. */
async function traced(browser, page, action) {
  await browser.startTracing(page, { categories: CATEGORIES });
  await action();
  return read(await browser.stopTracing());
}

/** Presses keys at a pace, and says what each took. */
async function moves(browser, page, name, keys) {
  const rows = [];
  for (const [pace, every] of PACES) {
    const trace = await traced(browser, page, async () => {
      for (let press = 0; press < MOVES; press += 1) {
        const next = Date.now() + every;
        await page.keyboard.press(keys(press));
        await pause(next - Date.now());
      }
      await pause(REST);
    });
    assert.equal(trace.keys.length, MOVES, `${name}: keys in the trace`);
    const each = byKey(trace);
    const [script, showing] = [each.map((move) => move.script), each.map((move) => move.showing)];
    rows.push({
      page: name,
      pace,
      moves: MOVES,
      script_median_ms: quantile(script, 0.5),
      script_p95_ms: quantile(script, 0.95),
      showing_median_ms: quantile(showing, 0.5),
      showing_p95_ms: quantile(showing, 0.95),
      ...long(trace.tasks),
    });
    const row = rows.at(-1);
    const { script_median_ms, script_p95_ms, showing_median_ms, showing_p95_ms } = row;
    line(name, pace, script_median_ms, script_p95_ms, showing_median_ms, showing_p95_ms, row.longest_ms, row.over_50, row.busy_over_50);
  }
  return rows;
}

/** There and back again, so that every press changes something. */
const thereAndBack = (there, back, half) => (press) => (press % (2 * half) < half ? there : back);

/** Opens the file of an appraisal with the button for that, and returns where its pages are. */
async function open(page, address, content) {
  await page.goto(address);
  await page.locator("#app h1").first().waitFor();
  await parts.openFile(page, parts.file(`${content.title}.json`, JSON.stringify(content)));
  await parts.step(page, "Result");
  await parts.saved(page);
  return page.url().replace(/result.*$/, "");
}

async function go(page, to, heading) {
  await page.goto(to);
  await page.getByRole("heading", { level: 1, name: heading }).waitFor();
  await page.locator(".figure svg").first().waitFor();
}

/** Everything that is moved by keys. */
async function allMoves(browser, page, pages) {
  const rows = [];
  const slider = (name) => page.getByRole("slider", { name, exact: true });
  for (const [name, path, label] of [
    ["Your own weights: a slider", "how-sure/your-weights", "Your weight of Criterion 3, slider"],
    ["Weights: a slider", "weights", "Weight of Criterion 3, slider"],
  ]) {
    await page.goto(pages + path);
    await slider(label).focus();
    await page.keyboard.press("Home");
    await pause(REST);
    rows.push(...(await moves(browser, page, name, thereAndBack("ArrowRight", "ArrowLeft", MOVES / 2))));
  }
  await go(page, pages + "how-sure", /./);
  await page.getByLabel("Criterion", { exact: true }).selectOption({ index: 0 });
  await page.getByLabel("Criterion", { exact: true }).focus();
  await pause(REST);
  rows.push(...(await moves(browser, page, "One weight at a time: the criterion", thereAndBack("ArrowDown", "ArrowUp", 25))));
  await go(page, pages + "how-sure/map", /./);
  await slider("Your point on the map").focus();
  await pause(REST);
  const around = ["ArrowUp", "ArrowLeft", "ArrowDown", "ArrowRight"];
  rows.push(...(await moves(browser, page, "Map of winners: the point", (press) => around[Math.floor(press / 5) % 4])));
  return rows;
}

/** How many sets of weights the page says it tried, and how close the shares are; nothing while it is at it. */
function told() {
  const said = document.querySelector("#sampled")?.textContent ?? "";
  const found = /^From ([\d,]+) sets of weights; correct to about ±([\d.]+) percentage points/.exec(said);
  return found ? [Number(found[1].replaceAll(",", "")), Number(found[2])] : null;
}

/** Waits until the page has told of other samples than before. */
async function other(page, before) {
  const end = Date.now() + PATIENCE;
  for (;;) {
    const found = await page.evaluate(told);
    if (found && found[0] !== before) return found;
    assert.ok(Date.now() < end, "The sampling never ended");
    await pause(250);
  }
}

/** Samples roughly, then finely, and says what that took. */
async function sampling(browser, page, name, begin) {
  const rows = [];
  const finer = page.getByRole("button", { name: "Work it out more finely" });
  // What another choice came to stands there until the new one is known.
  let samples = (await page.evaluate(told))?.[0];
  const both = [
    ["to half a point", begin],
    ["to a tenth", async () => {
      await finer.focus();
      return () => page.keyboard.press("Enter");
    }],
  ];
  for (const [how, prepare] of both) {
    const press = await prepare();
    await pause(REST);
    let within, seconds;
    const { tasks } = await traced(browser, page, async () => {
      const begun = Date.now();
      await press();
      [samples, within] = await other(page, samples);
      seconds = (Date.now() - begun) / 1000;
      await pause(REST);
    });
    const row = { page: name, how, samples, within_points: within, seconds: round(seconds), ...long(tasks) };
    rows.push(row);
    line(name, how, samples, row.seconds, row.longest_ms, row.over_50, row.busy_over_50);
    // What is exact, or as close already, cannot be had more finely.
    if (!(await finer.count())) break;
  }
  return rows;
}

async function allSampling(browser, page, pages, scores) {
  const link = page.getByRole("navigation", { name: "Ways to test the answer" }).getByRole("link", { name: "All weights" });
  await go(page, pages + "how-sure/map", /./);
  const any = await sampling(browser, page, `All weights, ${scores}`, async () => {
    await link.focus();
    return () => page.keyboard.press("Enter");
  });
  const ordered = await sampling(browser, page, `Their order, ${scores}`, async () => {
    await page.getByRole("radio", { name: /^Nothing/ }).focus();
    return () => page.keyboard.press("ArrowDown");
  });
  return [...any, ...ordered];
}

const server = createServer(async (request, response) => {
  const path = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
  const file = resolve(dist, path.slice(1) || "index.html");
  const body = file.startsWith(dist + sep) ? await readFile(file).catch(() => null) : null;
  response.writeHead(body ? 200 : 404, { "Content-Type": TYPES[extname(file)] ?? "text/plain" });
  response.end(body ?? "There is nothing here.");
});
await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
const address = `http://127.0.0.1:${server.address().port}/`;

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--disable-gpu", "--disable-background-networking", "--no-first-run", ...(process.getuid?.() === 0 ? ["--no-sandbox"] : [])],
});
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  // Nobody is there to answer the windows of the system.
  await page.addInitScript(() => {
    delete window.showOpenFilePicker;
    delete window.showSaveFilePicker;
  });
  const certain = await open(page, address, appraisal("Certain", false));
  console.log(`Milliseconds of ${MOVES} moves. Aimed at: script 16 in the median, 32 at the 95th percentile; no task over 50.`);
  line("", "", "script", "", "showing", "", "longest", "tasks", "of them");
  line("Page", "Keys", "median", "95th", "median", "95th", "task", "over 50", "busy");
  const moved = await allMoves(browser, page, certain);
  console.log("\nWhile it samples. Aimed at: no task over 50 ms.");
  line("", "", "", "", "longest", "tasks", "of them");
  line("Page", "Shares known", "samples", "seconds", "task, ms", "over 50", "busy");
  const sampled = await allSampling(browser, page, certain, "certain scores");
  const ranged = await open(page, address, appraisal("Ranged", true));
  sampled.push(...(await allSampling(browser, page, ranged, "uncertain scores")));
  const worst = [...moved, ...sampled].filter((row) => row.over_50);
  if (worst.length) console.log("\nThe longest tasks over 50 ms, and what each was busy with (ms)");
  for (const row of worst) {
    for (const task of [...row.long_tasks].sort((a, b) => b.ms - a.ms).slice(0, TOLD)) {
      const busy = Object.entries(task.busy_with).map(([what, ms]) => `${what} ${round(ms)}`);
      console.log(`${row.page}, ${row.pace ?? row.how}: ${round(task.ms)} (${round(task.cpu_ms)} of processor), of which ${busy.join(", ")}`);
    }
  }
  const targets = { script_median_ms: 16, script_p95_ms: 32, longest_ms: 50 };
  await writeFile(json, `${JSON.stringify({ targets, moved, sampled }, null, 2)}\n`);
} finally {
  await browser.close();
  server.close();
}
