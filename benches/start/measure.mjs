// How soon the app is there, beside an empty Yew page: node measure.mjs DIST EMPTY JSON-FILE.
// `cargo xtask bench --pages` runs it.
//
// Both are opened served and as a single file, packed alike, each time by a browser that has never seen them, one after
// the other in one run. The time is from the beginning of the navigation to the first heading in the page.

import { createHash } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";

import { chromium } from "@playwright/test";

const [dist, empty, json] = process.argv.slice(2).map((path) => resolve(path));
const root = fileURLToPath(new URL("../..", import.meta.url));

/** How often each is opened. */
const TIMES = 20;
/** How many times as long as the empty page the app may take. */
const MOST = 2.5;

const TYPES = { ".css": "text/css", ".html": "text/html", ".js": "text/javascript", ".svg": "image/svg+xml", ".wasm": "application/wasm" };

const HEAD = '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">';
const BODY = '</head><body><div id="app"><p>Loading</p></div>';

/** The empty page as the served app is: code and wasm beside it, started by the same script. */
async function putServed() {
  const folder = join(empty, "served");
  await mkdir(folder, { recursive: true });
  for (const [to, from] of [
    ["empty.js", join(empty, "web/empty.js")],
    ["empty_bg.wasm", join(empty, "web/empty_bg.wasm")],
    ["start.js", join(root, "src/browser/start.js")],
    ["recover.js", join(root, "src/browser/recover.js")],
  ]) {
    await writeFile(join(folder, to), await readFile(from));
  }
  const links = [
    '<script src="./recover.js"></script>',
    '<script type="module" src="./start.js"></script>',
    '<link id="app-code" rel="modulepreload" href="./empty.js">',
    '<link id="app-wasm" rel="preload" href="./empty_bg.wasm" as="fetch" type="application/wasm" crossorigin>',
  ];
  await writeFile(join(folder, "index.html"), HEAD + links.join("") + BODY);
  return folder;
}

/** The empty page as the single file is: everything inside, the wasm compressed, under a policy of hashes. */
async function putAlone() {
  const text = (path) => readFile(path, "utf8");
  const packed = (what) => gzipSync(what, { level: 9 }).toString("base64");
  const wasm = packed(await readFile(join(empty, "no-modules/empty_bg.wasm")));
  const scripts = [
    await text(join(root, "src/browser/recover.js")),
    await text(join(empty, "no-modules/empty.js")),
    await text(join(root, "xtask/src/single/start.js")),
  ];
  const styles = "p { margin: 0 }";
  const hash = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
  const policy = `default-src 'none'; script-src ${scripts.map(hash).join(" ")} 'wasm-unsafe-eval'; style-src ${hash(styles)}; base-uri 'none'`;
  const [recover, code, start] = scripts.map((script) => `<script>${script}</script>`);
  const file = join(empty, "alone.html");
  await writeFile(
    file,
    `${HEAD}<meta http-equiv="Content-Security-Policy" content="${policy}">${recover}${BODY}` +
      `<script type="application/gzip;base64" id="packed-styles">${packed(styles)}</script>` +
      `<script type="application/gzip;base64" id="packed-licences">${packed("MIT")}</script>` +
      `<script type="application/gzip;base64" id="packed-wasm">${wasm}</script>${code}${start}</body></html>`,
  );
  return file;
}

/** Serves a folder; returns its address. */
async function serve(folder) {
  const server = createServer(async (request, response) => {
    const path = new URL(request.url, "http://localhost").pathname.slice(1) || "index.html";
    const body = await readFile(join(folder, path)).catch(() => null);
    response.writeHead(body ? 200 : 404, { "Content-Type": TYPES[extname(path)] ?? "text/plain" });
    response.end(body ?? "There is nothing here.");
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  return { server, address: `http://127.0.0.1:${server.address().port}/` };
}

/** Milliseconds until the page shows its heading, in a browser that has never seen it. */
async function opened(browser, address) {
  const context = await browser.newContext();
  await context.addInitScript(() => {
    new MutationObserver((_, watch) => {
      if (document.querySelector("#app h1")) {
        watch.disconnect();
        requestAnimationFrame(() => (window.shown = performance.now()));
      }
    }).observe(document, { childList: true, subtree: true });
  });
  const page = await context.newPage();
  await page.goto(address);
  const shown = await page.waitForFunction(() => window.shown);
  const took = await shown.jsonValue();
  const said = await page.locator("#app").textContent();
  if (/could not|damaged/.test(said)) throw new Error(`${address}: ${said}`);
  await context.close();
  return took;
}

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

const servers = [await serve(dist), await serve(await putServed())];
const pages = {
  "the app, served": servers[0].address,
  "an empty Yew page, served": servers[1].address,
  "the app, single file": pathToFileURL(join(dist, "weighbridge.html")).href,
  "an empty Yew page, single file": pathToFileURL(await putAlone()).href,
};
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM });
const times = Object.fromEntries(Object.keys(pages).map((name) => [name, []]));
for (let time = 0; time < TIMES; time += 1) {
  for (const [name, address] of Object.entries(pages)) times[name].push(await opened(browser, address));
}
await browser.close();
for (const { server } of servers) server.close();

const medians = Object.fromEntries(Object.entries(times).map(([name, all]) => [name, median(all)]));
console.log(`Milliseconds until a heading is shown, median of ${TIMES}`);
for (const [name, took] of Object.entries(medians)) console.log(name.padEnd(40) + took.toFixed(0).padStart(8));
const ratios = ["served", "single file"].map((how) => [how, medians[`the app, ${how}`] / medians[`an empty Yew page, ${how}`]]);
for (const [how, ratio] of ratios) console.log(`The app takes ${ratio.toFixed(2)} times as long, ${how}.`);
await writeFile(json, JSON.stringify({ times, medians, ratios: Object.fromEntries(ratios) }, null, 2) + "\n");
if (ratios.some(([, ratio]) => ratio > MOST)) {
  console.error(`More than ${MOST} times as long as an empty Yew page.`);
  process.exitCode = 1;
}
