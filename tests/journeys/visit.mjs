// What every journey stands on: `visit`, a person with a browser that has never seen the tool, and what is asked of
// every page. Whatever a journey did, the page must have asked for nothing but its own files, and nobody may
// have complained: no error in the console, nothing blocked.

import assert from "node:assert/strict";
import { mkdir, mkdtemp, readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { extname, join, resolve, sep } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath, pathToFileURL } from "node:url";

import { test as base } from "@playwright/test";

const root = fileURLToPath(new URL("../..", import.meta.url));
/** The finished build; WEIGHBRIDGE_DIST names another, such as one that Trunk made in a minute. */
const dist = resolve(root, process.env.WEIGHBRIDGE_DIST ?? "dist");
const screenshots = join(root, "screenshots");
const singleFile = pathToFileURL(join(dist, "weighbridge.html")).href;
const axeSource = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** A folder with a space in it, because somebody's web server has one. */
const SUB_PATH = "/some/sub path/";

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
};

/** The rules of WCAG 2.2 AA that a machine can check. */
const AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** Serves dist/ below SUB_PATH of a free port, and nothing anywhere else. */
async function serveDist() {
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
    const inside = path.startsWith(SUB_PATH) ? path.slice(SUB_PATH.length) || "index.html" : null;
    const file = inside === null ? null : resolve(dist, inside);
    const body = file?.startsWith(dist + sep) ? await readFile(file).catch(() => null) : null;
    response.writeHead(body ? 200 : 404, {
      "Content-Type": (body && TYPES[extname(file)]) || "text/plain",
      // As a web server may: what has its content in its name never changes.
      "Cache-Control": /-[0-9a-f]{16}[._/]/.test(path) ? "max-age=31536000, immutable" : "no-cache",
    });
    response.end(request.method === "HEAD" ? undefined : (body ?? "There is nothing here."));
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  return { server, address: `http://127.0.0.1:${server.address().port}${encodeURI(SUB_PATH)}` };
}

/** One visit: a person with a browser that has never seen the tool. */
class Visit {
  /** Complaints of the page so far: errors in its console, what its policy blocked, what it asked for elsewhere. */
  complaints = [];
  #browser;
  #served;
  #others = [];
  /** Where the copy is that this person was sent. */
  #copy;
  /** When each file was asked for, in milliseconds. */
  #downloads = [];

  constructor(target, browser, served, context) {
    /** "http" or "file". */
    this.target = target;
    this.#browser = browser;
    this.#served = served;
    this.context = context;
    /** The page that `open` opens: a page of Playwright. */
    this.page = undefined;
  }

  async begin() {
    this.context.on("page", (page) => this.#listen(page));
    await this.context.exposeFunction("journeyViolation", (violation) => this.complaints.push(`blocked by the policy: ${violation}`));
    await this.context.addInitScript(() => {
      // Nobody is there to answer the windows of the system, so files are chosen and downloaded as in other browsers;
      // saving.journey.mjs has a disk.
      delete window.showOpenFilePicker;
      delete window.showSaveFilePicker;
      document.addEventListener("securitypolicyviolation", (event) => {
        window.journeyViolation(`${event.effectiveDirective} ${event.blockedURI} ${event.sample}`);
      });
    });
    this.page = await this.context.newPage();
    return this;
  }

  /** Where the tool is, with a fragment if one is given. */
  address(fragment = "") {
    return (this.target === "http" ? this.#served : singleFile) + fragment;
  }

  /** Opens the tool and waits until it is there. */
  async open(fragment = "") {
    await this.page.goto(this.address(fragment));
    await this.page.locator("#app h1").first().waitFor();
  }

  /** Opens a copy of the tool that this person was sent, from a disk, under any name; where it is. */
  async openCopy(text, name = "copy.html") {
    const file = join(await mkdtemp(join(tmpdir(), "weighbridge-")), name);
    await writeFile(file, text);
    this.#copy = pathToFileURL(file).href;
    await this.page.goto(this.#copy);
  }

  /** Another tab of the same browser. */
  async secondTab() {
    return this.context.newPage();
  }

  /** Somebody else, whose browser has never seen the tool either. Has to be clean at the end as well. */
  async elsewhere(options) {
    const context = await this.#browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
    const other = await new Visit(this.target, this.#browser, this.#served, context).begin();
    this.#others.push(other);
    return other;
  }

  /** Nothing on the page breaks a rule of WCAG 2.2 AA that a machine can check; or only of the rules named. */
  async axe(page = this.page, rules = undefined) {
    if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axeSource);
    const runOnly = rules ? { type: "rule", values: rules } : { type: "tag", values: AXE_TAGS };
    const { violations } = await page.evaluate(
      (runOnly) => window.axe.run(document, { runOnly, preload: false, resultTypes: ["violations"] }),
      runOnly,
    );
    const said = violations.map(
      ({ id, help, nodes }) => `${id}: ${help}\n` + nodes.map((node) => `    ${node.target.join(" ")}: ${node.html}`).join("\n"),
    );
    assert.equal(said.length, 0, `Accessibility rules are broken:\n${said.join("\n")}`);
  }

  /** Pictures of the whole page as a desk and a telephone see it, in screenshots/ (which git ignores). */
  async shot(name, page = this.page) {
    await mkdir(screenshots, { recursive: true });
    const before = page.viewportSize();
    for (const width of [1280, 390]) {
      await page.setViewportSize({ width, height: 900 });
      await page.screenshot({ path: join(screenshots, `${name}-${this.target}-${width}.png`), fullPage: true });
    }
    await page.setViewportSize(before);
  }

  /**
   * Does `action`, which makes the page offer a file, and returns the file's name and text.
   *
   * Chromium drops a page's eleventh file within a second without a word (`LocalFrame::ShouldThrottleDownload`),
   * which no hand is quick enough for, but a journey is.
   */
  async download(action, page = this.page) {
    const tenthLast = this.#downloads.at(-10) ?? -Infinity;
    await sleep(Math.max(0, tenthLast + 1100 - performance.now()));
    this.#downloads.push(performance.now());
    const [download] = await Promise.all([page.waitForEvent("download"), action()]);
    return { name: download.suggestedFilename(), text: await readFile(await download.path(), "utf8") };
  }

  /** Forgets complaints that a journey provoked on purpose: those that match. Fails if there are none. */
  expectComplaint(pattern) {
    const others = this.complaints.filter((complaint) => !pattern.test(complaint));
    assert.notEqual(others.length, this.complaints.length, `The page did not complain of ${pattern}.`);
    this.complaints = others;
  }

  /** The page asked for nothing but its own files, and nobody complained. */
  assertClean() {
    assert.deepEqual(this.complaints, [], "The page complained");
    for (const other of this.#others) other.assertClean();
  }

  /** Ends the visits of others; Playwright ends this one. */
  async end() {
    for (const other of this.#others) await other.context.close();
  }

  #listen(page) {
    page.on("console", (message) => {
      if (message.type() === "error") this.complaints.push(`console: ${message.text()}`);
    });
    page.on("pageerror", (error) => this.complaints.push(`uncaught: ${error}`));
    page.on("request", (request) => {
      if (!this.#own(request.url())) this.complaints.push(`asked for ${request.url()}`);
    });
    page.on("requestfailed", (request) => {
      if (request.failure()?.errorText !== "net::ERR_ABORTED") {
        this.complaints.push(`did not get ${request.url()}: ${request.failure()?.errorText}`);
      }
    });
  }

  #own(url) {
    if (/^(data|blob|about):/.test(url) || url.split(/[?#]/)[0] === this.#copy) return true;
    return this.target === "http" ? url.startsWith(this.#served) : url.split(/[?#]/)[0] === singleFile;
  }
}

/**
 * A journey is one errand of one person: `test("a member opens the link and moves a weight", async ({ visit }) => { ... })`.
 * Afterwards the visit has to be clean.
 */
export const test = base.extend({
  /** Which build the project visits: "http" or "file". */
  target: ["http", { option: true }],
  served: [
    // eslint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const { server, address } = await serveDist();
      await use(address);
      server.closeAllConnections();
      server.close();
    },
    { scope: "worker" },
  ],
  visit: async ({ target, browser, served, context }, use, about) => {
    const visit = await new Visit(target, browser, served, context).begin();
    await use(visit);
    try {
      if (about.status === about.expectedStatus) visit.assertClean();
      else if (visit.complaints.length) console.error(`The page had complained:\n  ${visit.complaints.join("\n  ")}`);
    } finally {
      await visit.end();
    }
  },
});
