// How the journeys run: each in a browser that has never seen the tool, on dist/ as a web server has it ("http"), and
// those on which it may matter once more on the single file as a memory stick has it ("file").

import { existsSync } from "node:fs";

import { defineConfig } from "@playwright/test";

/** Chromium's flags: talk to nobody but the page; and as root, which has no sandbox, do without. */
const FLAGS = [
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-gpu",
  "--disable-quic",
  "--disable-sync",
  "--no-first-run",
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
];

/** `cargo xtask test` names a browser; alone, a run looks where Debian has one. */
const BROWSERS = [process.env.CHROMIUM, "/usr/bin/chromium-headless-shell", "/usr/bin/chromium", "/usr/bin/google-chrome"];

/** What a page from a disk may do otherwise than one from a server: start, keep, open and save, copy, print, recover;
 * and the main paths from end to end. All else is the same code on the same data, and is tried once. */
const ALSO_FROM_A_DISK = [
  "conclude",
  "files",
  "hostile",
  "keyboard",
  "newcomer",
  "opens",
  "pages",
  "papers",
  "pasting",
  "private",
  "recovery",
  "results",
  "saving",
  "sharing",
  "storage",
  "tabs",
  "unsaved",
].map((name) => `${name}.journey.mjs`);

/** How long to wait for anything on a page before saying that it is not there, in milliseconds. */
const PATIENCE = 15_000;

export default defineConfig({
  testDir: "tests/journeys",
  testMatch: "*.journey.mjs",
  outputDir: "target/journeys",
  // Each is a browser of its own, and a small machine has two cores.
  workers: 2,
  fullyParallel: true,
  timeout: 180_000,
  // A busy machine drops a click now and then. A journey that passed only the second time is reported as flaky.
  retries: 1,
  forbidOnly: Boolean(process.env.CI),
  reporter: [["list"]],
  expect: { timeout: PATIENCE },
  use: {
    actionTimeout: PATIENCE,
    navigationTimeout: PATIENCE,
    viewport: { width: 1280, height: 900 },
    trace: "on-first-retry",
    screenshot: "only-on-failure",
    launchOptions: { executablePath: BROWSERS.find((file) => file && existsSync(file)), args: FLAGS },
  },
  // A journey with one of these tags makes sense in one of the two only.
  projects: [
    { name: "http", grepInvert: /@file/, use: { target: "http" } },
    { name: "file", testMatch: ALSO_FROM_A_DISK, grepInvert: /@http/, use: { target: "file" } },
  ],
});
