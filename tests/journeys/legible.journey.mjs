// Charts in a real browser: every word is on its picture and clear of the others, by the browser's own measure.
// The tests in Rust lay labels out by a table of widths and can only check them by the same table.

import assert from "node:assert/strict";

import { test } from "./visit.mjs";

const WIDTHS = [1280, 760, 390, 320];

/** Every chart in sight whose words cover each other or leave the picture, in words; and how many charts were seen. */
function illegible() {
  const wrong = [];
  const charts = [...document.querySelectorAll("svg.chart")].filter((svg) => svg.checkVisibility());
  for (const svg of charts) {
    const { width, height } = svg.viewBox.baseVal;
    const words = [...svg.querySelectorAll("text")].map((text) => {
      const box = text.getBBox();
      const size = Number.parseFloat(getComputedStyle(text).fontSize);
      const bottom = text.y.baseVal[0].value;
      // The browser's box is as high as a line. Capitals are 0.72 of the size, and stand on the line.
      return { words: text.textContent, left: box.x, right: box.x + box.width, top: bottom - 0.72 * size, bottom };
    });
    for (const [at, a] of words.entries()) {
      if (a.left < -1 || a.right > width + 1 || a.top < -1 || a.bottom > height + 1) {
        wrong.push(`“${a.words}” leaves the picture: ${JSON.stringify(a)} of ${width} × ${height}`);
      }
      for (const b of words.slice(at + 1)) {
        const apart = a.right <= b.left + 1 || b.right <= a.left + 1 || a.bottom <= b.top + 0.5 || b.bottom <= a.top + 0.5;
        if (!apart) wrong.push(`“${a.words}” covers “${b.words}”: ${JSON.stringify([a, b])}`);
      }
    }
  }
  return { wrong, charts: charts.length, words: document.querySelectorAll("svg.chart text").length };
}

/** Looks at every chart of a page, at every width. */
async function legible(page, where) {
  const before = page.viewportSize();
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    // Charts are drawn anew for the width they get.
    await page.waitForFunction((most) => {
      const drawn = [...document.querySelectorAll("svg.chart")].filter((svg) => svg.checkVisibility());
      return drawn.every((svg) => {
        const wide = svg.getBoundingClientRect().width;
        return wide <= most && Math.abs(svg.viewBox.baseVal.width - wide) <= 1;
      });
    }, width);
    const { wrong, charts, words } = await page.evaluate(illegible);
    assert.ok(charts > 0 && words > 3, `${where} at ${width} px: ${charts} charts with ${words} words`);
    assert.deepEqual(wrong, [], `${where} at ${width} px`);
  }
  await page.setViewportSize(before);
}

test("whoever reads the charts of the examples can read every word, whatever the width", async ({ visit }) => {
  const { page } = visit;
  const look = async (address, where) => {
    await visit.open(address);
    await page.locator("svg.chart").first().waitFor();
    await legible(page, where);
  };
  for (const id of ["birmingham-2013", "office-location"]) {
    await look(`#/${id}/result`, `the result of ${id}`);
    await look(`#/${id}/how-sure`, `how sure of ${id} in short`);
  }
  await look("#/birmingham-2013/how-sure/map", "the map of winners");
});
