// Measures cases in a headless Chromium: node browser.mjs FOLDER CASE..., one JSON line for each.
// FOLDER holds what wasm-bindgen wrote for the web, as bench_smaa.js and bench_smaa_bg.wasm.

import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join } from "node:path";

import { chromium } from "@playwright/test";

const [folder, ...cases] = process.argv.slice(2);
const TYPES = { ".js": "text/javascript", ".wasm": "application/wasm" };
const REPEATS = 5;

const server = createServer(async (request, response) => {
  const name = request.url.slice(1);
  const known = ["bench_smaa.js", "bench_smaa_bg.wasm"].includes(name);
  // Only a page that is isolated from all others gets a clock of five millionths of a second.
  response.writeHead(known || name === "" ? 200 : 404, {
    "Content-Type": TYPES[extname(name)] ?? "text/html",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
  });
  response.end(known ? await readFile(join(folder, name)) : "<!doctype html><title>bench</title>");
});
await new Promise((listening) => server.listen(0, "127.0.0.1", listening));

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--disable-gpu", "--disable-background-networking", "--no-first-run", ...(process.getuid?.() === 0 ? ["--no-sandbox"] : [])],
});
try {
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${server.address().port}/`);
  for (const name of cases) {
    const { check, times } = await page.evaluate(
      async ([name, repeats]) => {
        const { default: init, run } = await import("/bench_smaa.js");
        await init();
        // V8 compiles twice, the second time while the first code runs: let it finish.
        const warm = performance.now();
        let check = run(name, 0);
        for (let seed = 1; performance.now() - warm < 300; seed += 1) run(name, seed);
        const times = [];
        for (let seed = 1; seed <= repeats; seed += 1) {
          const begun = performance.now();
          check = run(name, seed);
          times.push(performance.now() - begun);
        }
        return { check: [...check], times };
      },
      [name, REPEATS],
    );
    times.sort((a, b) => a - b);
    console.log(
      JSON.stringify({
        impl: "Weighbridge in Chromium",
        case: `smaa ${name}`,
        median_ms: times[times.length >> 1],
        min_ms: times[0],
        max_ms: times.at(-1),
        reps: REPEATS,
        check: check.map((share) => +share.toFixed(4)),
      }),
    );
  }
} finally {
  await browser.close();
  server.close();
}
