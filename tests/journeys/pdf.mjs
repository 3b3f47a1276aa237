// Pages as PDF files, read back with Poppler's tools: what stands on the paper, where, and how it is tagged.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { writeFile } from "node:fs/promises";

/** Runs one of Poppler's tools. */
function poppler(tool, args) {
  // Poppler of before 2024 complains of tags of PDF 2.0, and goes on.
  const { error, stdout } = spawnSync(tool, args, { encoding: "utf8", maxBuffer: 64 << 20 });
  if (error) {
    throw new Error(
      `This journey reads PDF files with ${tool}, which is not there (${error.code}). ` +
        "It is part of Poppler: `cargo xtask test --install` installs the package poppler-utils on Debian and its relatives.",
    );
  }
  return stdout;
}

/** Waits until the page would print all that it holds. */
async function ready(page) {
  await page.waitForFunction(() => {
    dispatchEvent(new Event("beforeprint"));
    const hears = document.documentElement.style.getPropertyValue("--paper-title") !== "";
    dispatchEvent(new Event("afterprint"));
    return hears;
  });
  // Every chart is drawn in a task of its own.
  await page.waitForFunction(() => [...document.querySelectorAll(".figure .canvas")].every((canvas) => canvas.children.length));
}

/** Prints the page on A4, upright, and reads the paper. */
export async function print(page, path) {
  await ready(page);
  const bytes = await page.pdf({ format: "A4", preferCSSPageSize: true, tagged: true, outline: true });
  await writeFile(path, bytes);
  const raw = bytes.toString("latin1");
  const boxes = poppler("pdftotext", ["-bbox", path, "-"]);
  const pages = boxes.split("<page ").slice(1).map((text) => {
    const [, width, height] = text.match(/width="([\d.]+)" height="([\d.]+)"/).map(Number);
    const words = [...text.matchAll(/<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">([^<]*)/g)];
    return {
      width,
      height,
      words: words.map(([, left, top, right, bottom, word]) => ({ left: +left, top: +top, right: +right, bottom: +bottom, word })),
    };
  });
  const text = poppler("pdftotext", ["-raw", path, "-"]);
  return {
    pages,
    text,
    byPage: text.split("\f").slice(0, pages.length),
    tags: poppler("pdfinfo", ["-struct-text", path]),
    info: poppler("pdfinfo", [path]),
    language: raw.match(/\/Lang \(([^)]*)\)/)?.[1],
    outline: raw.includes("/Outlines"),
    alternatives: (raw.match(/\/Alt [(<]/g) ?? []).length,
  };
}

/** The numbers of a text, as they are written. */
export function numbers(text) {
  return new Set(text.match(/\d[\d,]*(\.\d+)?/g)?.map((number) => number.replace(/,$/, "")) ?? []);
}

/**
 * Every number that the page shows: in its words, in its charts and in its fields; not those of hints, menus, of the line
 * that stays in sight, of how far one has come, of what was not chosen or filled in, of links to try something, and the
 * weights beside criteria, which a hand-out for scoring leaves out.
 */
export async function shown(page) {
  const texts = await page.evaluate(() => {
    const aside = ".outcome:not(.own), .so-far, .line-share, .own-weights:not(.moved), .hint, .fold-panel .sub, nav, button, summary, form, [aria-hidden=true], .visually-hidden, .tools, select, .switch, .scores-progress, .try, .folds .facts, .field.unfilled, .radio:has(input:not(:checked))";
    const found = [];
    const walk = (element) => {
      if (element.nodeType === Node.TEXT_NODE) found.push(element.data);
      if (element.nodeType !== Node.ELEMENT_NODE || (element.matches(aside) && !element.closest("svg")) || !element.getClientRects().length) return;
      if (element.matches("title, desc, style")) return;
      if (element.matches("input[type=text], textarea")) found.push(element.value);
      for (const child of element.childNodes) walk(child);
      found.push(" ");
    };
    walk(document.querySelector("main"));
    return found.join("");
  });
  return numbers(texts);
}
