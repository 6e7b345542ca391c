/** Gate: what a page costs before its reader does anything, what each script may weigh, and that the text waits for none. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Response } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { lists, reason, type Stage, stage, visited } from "./support/gates.ts";
import { pages, read, site } from "./support/site.ts";

const KB = 1000;
/** Bytes, compressed: the script of every page, and those that come when something is used. */
const budgets: Readonly<Record<string, number>> = {
  "book.js": 20 * KB,
  "book.css": 16 * KB,
  "katex.css": 6 * KB,
  "vega.js": 320 * KB,
  "plotly.js": 1600 * KB,
  "figure.js": 20 * KB,
  "course.js": 60 * KB, // questions of all chapters, for the daily five
  "live-cells.js": 12 * KB,
  "live-worker.js": 125 * KB, // at the first Run: the compiler of cells
  "termwise-library.js": 200 * KB, // likewise: the library with its kernels
  "termwise-check.js": 20 * KB,
  "live-exercise.js": 16 * KB,
  "live-editor.js": 165 * KB, // at the first Edit
  "live-names.js": 25 * KB,
  "mnist10k.js": 1650 * KB, // when a cell imports the 10,000 pictures
};
/** What Sphinx brings for the search page that works from a folder. */
const sphinx = /^(doctools|searchtools|language_data|sphinx_highlight|translations|(base|english)-stemmer)\.js$/;

describe.skipIf(reason)("weight", () => {
  let on: Stage;
  beforeAll(async () => {
    on = await stage();
  });
  afterAll(() => on?.close());

  test.each([...visited, ...lists])("%s: at most 250 KB arrive before the reader does anything", async (name) => {
    const { page } = await on.browser.newPage();
    const arriving: Promise<[string, number]>[] = [];
    const sizeOf = async (response: Response): Promise<[string, number]> => {
      const body = await response.body(); // one that cannot be read is a failure, not a page that weighs less
      const size = response.url().endsWith(".woff2") ? body.length : gzipSync(body).length;
      return [response.url().split("/").at(-1) ?? "", size];
    };
    const note = (response: Response): void => void arriving.push(sizeOf(response));
    page.on("response", note);
    await page.goto(`${on.base}/${name}.html`, { waitUntil: "networkidle" });
    for (let known = -1; known < arriving.length; await page.waitForTimeout(200)) {
      known = arriving.length; // a busy machine may lay out, and ask for a typeface, after the network was quiet
      await page.evaluate(() => document.fonts.ready.then(() => null));
      await Promise.all(arriving);
    }
    page.off("response", note);
    const sizes = await Promise.all(arriving);
    await page.close();
    const bytes = sizes.reduce((sum, [, size]) => sum + size, 0);
    console.log(`${name}: ${Math.round(bytes / KB)} KB`);
    expect(bytes).toBeGreaterThan(60 * KB); // its text, its style and its type did arrive
    expect(bytes, JSON.stringify(sizes)).toBeLessThan(250 * KB);
  });

  test("every script and style sheet has a budget and keeps it", () => {
    const found = readdirSync(join(site, "_static")).filter((name) => /\.(js|css)$/.test(name) && !sphinx.test(name));
    const sizes = found.map((name): [string, number] => [
      name,
      gzipSync(readFileSync(join(site, "_static", name))).length,
    ]);
    const heavy = sizes.filter(([name, size]) => size > (budgets[name] ?? 0));
    expect(heavy.map(([name, size]) => `${name}: ${size} of ${budgets[name] ?? "no budget"}`)).toEqual([]);
  });

  test("what a live figure draws its frames with is at most 150 KB, and no page brings it along", () => {
    const folder = join(site, "_static/figures");
    const sizes = readdirSync(folder)
      .filter((name) => name.endsWith(".js"))
      .map((name): [string, number] => [name, gzipSync(readFileSync(join(folder, name))).length]);
    expect(sizes.length).toBeGreaterThan(5);
    expect(sizes.filter(([, size]) => size > 150 * KB)).toEqual([]);
    for (const name of pages().filter((page) => /^ch\d\d-/.test(page))) {
      const inline = [
        ...read(name).matchAll(/<div data-live="figure">.*?<script type="application\/json">(.*?)<\/script>/gs),
      ];
      expect(inline.filter(([, spec]) => /"(source|data|narrow)":/.test(spec) || !/"later":/.test(spec))).toEqual([]);
    }
  });

  test("a term's card is at most 4 KB, and every term has one", () => {
    const folder = join(site, "_static/cards");
    const sizes = readdirSync(folder).map((name) => gzipSync(readFileSync(join(folder, name))).length);
    expect(sizes).toHaveLength(278);
    expect(Math.max(...sizes)).toBeLessThan(4 * KB);
  });

  test("the text waits for its style sheets and for nothing else", () => {
    const waiting = pages()
      .filter((name) => !/^(404|search)\.html$/.test(name))
      .flatMap((name) => {
        const head = read(name).split("</head>")[0];
        const scripts = [...head.matchAll(/<script\b[^>]*\ssrc=[^>]*>/g)].map(([tag]) => tag);
        const sheets = [...head.matchAll(/<link\b[^>]*rel="stylesheet"[^>]*>/g)].map(([tag]) => tag);
        return [
          ...scripts.filter((tag) => !/\s(defer|async)\b/.test(tag)),
          ...sheets.filter((tag) => !/\/?(book|katex)\.css/.test(tag)),
        ].map((tag) => `${name}: ${tag}`);
      });
    expect(waiting).toEqual([]);
    const css = readFileSync(join(site, "_static/book.css"), "utf8");
    expect(
      css.match(/@font-face\s*{[^}]*}/g)?.filter((face) => /url\(/.test(face) && !/font-display:\s*swap/.test(face)),
    ).toEqual([]);
  });

  test("the alphabets of a family have one range of weights: else one would take the place of the others", () => {
    const css = readFileSync(join(site, "_static/book.css"), "utf8");
    const ranges = new Map<string, Set<string>>();
    for (const [face] of css.matchAll(/@font-face\s*{[^}]*}/g)) {
      const of = (property: string): string => new RegExp(`${property}:\\s*([^;}]+)`).exec(face)?.[1] ?? "normal";
      const key = `${of("font-family")}, ${of("font-style")}`;
      ranges.set(key, (ranges.get(key) ?? new Set()).add(of("font-weight")));
    }
    expect([...ranges].filter(([, found]) => found.size > 1).map(([key, found]) => [key, ...found])).toEqual([]);
    expect(ranges.size).toBeGreaterThan(2);
  });

  test("with scripts that never arrive the text is there", async () => {
    const { page } = await on.browser.newPage({ width: 390, height: 844 });
    await page.route(/\.js(\?|$)/, () => {}); // asked for, never answered
    await page.goto(`${on.base}/ch00-tour.html`, { waitUntil: "commit" });
    await page.locator("main h2").first().waitFor({ timeout: 5_000 });
    const painted = await page.waitForFunction(() => performance.getEntriesByName("first-contentful-paint")[0]);
    expect(await painted.evaluate((entry) => Boolean(entry))).toBe(true);
    await page.close();
  });
});
