// Nothing leaves the device: what the browser enforces, tried from inside the page as hostile code would.

import assert from "node:assert/strict";
import { createServer } from "node:http";

import { test } from "./visit.mjs";

/** Ways out of a page, each of which gets the address of a listener. */
const WAYS = {
  fetch: (address) => fetch(address, { mode: "no-cors" }),
  XMLHttpRequest: (address) =>
    new Promise((done, failed) => {
      const request = new XMLHttpRequest();
      request.onload = done;
      request.onerror = failed;
      request.open("GET", address);
      request.send();
    }),
  WebSocket: (address) => new WebSocket(address.replace("http", "ws")),
  EventSource: (address) => new EventSource(address),
  beacon: (address) => navigator.sendBeacon(address, "x"),
  image: (address) => {
    new Image().src = address;
  },
  frame: (address) => {
    const frame = document.createElement("iframe");
    frame.src = address;
    document.body.append(frame);
  },
  form: (address) => {
    const form = document.createElement("form");
    form.action = address;
    form.target = "_blank";
    document.body.append(form);
    form.submit();
  },
  script: (address) => {
    const script = document.createElement("script");
    script.src = address;
    document.body.append(script);
  },
  style: (address) => {
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = address;
    document.head.append(link);
  },
  worker: (address) => new Worker(address),
};

test("the browser lets nothing out of the page", async ({ visit }) => {
  const asked = [];
  const server = createServer((request, response) => {
    asked.push(request.url);
    response.setHeader("Access-Control-Allow-Origin", "*");
    response.end("");
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  const address = `http://127.0.0.1:${server.address().port}/`;
  try {
    const { page } = visit;
    // The listener hears what a page without a policy asks.
    const free = await visit.context.newPage();
    await free.evaluate((address) => fetch(address, { mode: "no-cors" }), `${address}free`);
    assert.deepEqual(asked, ["/free"]);
    await free.close();

    await visit.open();
    for (const [way, out] of Object.entries(WAYS)) {
      await page.evaluate(`(${out})(${JSON.stringify(address + way)})`).catch(() => {});
    }
    await page.waitForFunction(() => performance.now() > 0);
    await new Promise((done) => setTimeout(done, 300));
    assert.deepEqual(asked, ["/free"], "something got out");
    visit.expectComplaint(/blocked by the policy|console: |asked for |did not get |uncaught: /);
  } finally {
    server.close();
  }
});

test("connections between browsers are gone before the app starts", async ({ visit }) => {
  await visit.open();
  const left = await visit.page.evaluate(() => Object.getOwnPropertyNames(window).filter((name) => /^(webkit|moz)?RTC(Peer|Data|Dtls|Ice|Sctp).*(Connection|Channel|Transport)$/.test(name)));
  assert.deepEqual(left, []);
});

/** Ways to make elements or code of text. */
const SINKS = {
  innerHTML: () => {
    document.createElement("div").innerHTML = "<b>1</b>";
  },
  outerHTML: () => {
    document.body.appendChild(document.createElement("div")).outerHTML = "<b>1</b>";
  },
  insertAdjacentHTML: () => document.createElement("div").insertAdjacentHTML("beforeend", "<b>1</b>"),
  parser: () => new DOMParser().parseFromString("<b>1</b>", "text/html"),
  fragment: () => document.createRange().createContextualFragment("<b>1</b>"),
  frame: () => {
    document.createElement("iframe").srcdoc = "<b>1</b>";
  },
  script: () => {
    document.createElement("script").text = "1";
  },
  worker: () => new Worker(URL.createObjectURL(new Blob(["1"]))),
  "another policy": () => window.trustedTypes.createPolicy("another", { createHTML: (text) => text }),
  "the policy of the charts once more": () => window.trustedTypes.createPolicy("weighbridge-charts", { createHTML: (text) => text }),
};

test("nothing but the drawing of charts makes elements or code of text", async ({ visit }) => {
  const { page } = visit;
  await visit.open();
  await page.locator("svg.chart").first().waitFor();
  for (const [way, make] of Object.entries(SINKS)) {
    await assert.rejects(page.evaluate(make), /TypeError/, way);
  }
  visit.expectComplaint(/TrustedHTML|TrustedScript|trusted-types|policy/i);
});
