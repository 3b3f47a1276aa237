// What every journey stands on: a browser, the finished build to visit, and what is asked of every page.
//
// A journey is one errand of one person. It runs twice: on dist/ served under a sub-path ("http"), and on
// dist/weighbridge.html opened from the disk ("file"). After it, whatever it did, the page must have asked for
// nothing but its own files, and nobody may have complained: no error in the console, nothing blocked.

import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { mkdir, readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { extname, join, resolve, sep } from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";

import { chromium } from "playwright-core";

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

/** How long to wait for anything on a page before saying that it is not there, in milliseconds. */
const PATIENCE = 15_000;

function findChromium() {
  const path = [process.env.CHROMIUM, "/usr/bin/chromium-headless-shell", "/usr/bin/chromium", "/usr/bin/google-chrome"].find((file) => file && existsSync(file));
  assert.ok(path, "No browser found. Run the journeys with `cargo xtask test --only journeys`, or set CHROMIUM to a browser's path.");
  return path;
}

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
      "Cache-Control": /-[0-9a-f]{16}[._]/.test(path) ? "max-age=31536000, immutable" : "no-cache",
    });
    response.end(request.method === "HEAD" ? undefined : (body ?? "There is nothing here."));
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  return { server, address: `http://127.0.0.1:${server.address().port}${encodeURI(SUB_PATH)}` };
}

let browser;
let served;

before(async () => {
  browser = await chromium.launch({ executablePath: findChromium(), args: FLAGS });
  served = await serveDist();
});

after(async () => {
  await browser?.close();
  served?.server.closeAllConnections();
  served?.server.close();
});

/** One visit: a person with a browser that has never seen the tool. */
class Visit {
  /** Complaints of the page so far: errors in its console, what its policy blocked, what it asked for elsewhere. */
  complaints = [];
  #others = [];

  constructor(target, context, page) {
    /** "http" or "file". */
    this.target = target;
    this.context = context;
    /** The page that `open` opened: a page of Playwright. */
    this.page = page;
  }

  static async start(target, options = {}) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
    context.setDefaultTimeout(PATIENCE);
    const visit = new Visit(target, context, undefined);
    context.on("page", (page) => visit.#listen(page));
    await context.exposeFunction("journeyViolation", (violation) => visit.complaints.push(`blocked by the policy: ${violation}`));
    await context.addInitScript(() => {
      document.addEventListener("securitypolicyviolation", (event) => {
        window.journeyViolation(`${event.effectiveDirective} ${event.blockedURI} ${event.sample}`);
      });
    });
    visit.page = await context.newPage();
    return visit;
  }

  /** Where the tool is, with a fragment if one is given. */
  address(fragment = "") {
    return (this.target === "http" ? served.address : singleFile) + fragment;
  }

  /** Opens the tool and waits until it is there. */
  async open(fragment = "") {
    await this.page.goto(this.address(fragment));
    await this.page.locator("#app h1").first().waitFor();
  }

  /** Another tab of the same browser. */
  async secondTab() {
    return this.context.newPage();
  }

  /** Somebody else, whose browser has never seen the tool either. Ends, and has to be clean, with this visit. */
  async elsewhere(options) {
    const other = await Visit.start(this.target, options);
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
   * Does `action`, which makes the page offer a file, and returns the file's name and text. After many files in
   * a row Chromium now and then forgets one: then it is done once more, as a person would, and said so.
   */
  async download(action, page = this.page) {
    const once = async () => (await Promise.all([page.waitForEvent("download", { timeout: PATIENCE / 2 }), action()]))[0];
    const download = await once().catch((error) => {
      console.error(`Asked for a file once more: ${error.message.split("\n")[0]}`);
      return once();
    });
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

  async end() {
    for (const other of this.#others) await other.end();
    await this.context.close();
  }

  #listen(page) {
    page.setDefaultTimeout(PATIENCE);
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
    if (/^(data|blob|about):/.test(url)) return true;
    return this.target === "http" ? url.startsWith(served.address) : url.split(/[?#]/)[0] === singleFile;
  }
}

/**
 * A journey: `journey("a member opens the link and moves a weight", async (visit) => { ... })`.
 * It runs for each target, each time in a browser that has never seen the tool; afterwards the visit has to be clean.
 * `options.targets` leaves one out, where the errand makes no sense there; the rest are options of a browser
 * context, like `colorScheme` or `viewport`.
 */
export function journey(name, options, errand) {
  if (typeof options === "function") return journey(name, {}, options);
  const { targets = ["http", "file"], ...context } = options;
  describe(name, () => {
    for (const target of targets) {
      test(target, async () => {
        const once = async () => {
          const visit = await Visit.start(target, context);
          try {
            await errand(visit);
            visit.assertClean();
          } catch (error) {
            await visit.shot(`failed ${name}`.replace(/[^a-z0-9]+/gi, "-")).catch(() => {});
            if (visit.complaints.length) error.message += `\nThe page had complained:\n  ${visit.complaints.join("\n  ")}`;
            throw error;
          } finally {
            await visit.end();
          }
        };
        // A busy machine drops a click or a download now and then: what fails is tried once more, and said.
        await once().catch((error) => {
          console.error(`“${name}” (${target}) failed once and is tried again: ${error.stack}`);
          return once();
        });
      });
    }
  });
}
