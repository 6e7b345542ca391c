/**
 * What the gates share: the pages they visit, a browser and the site served under a sub-path.
 * A new chapter is visited as soon as it is part of the book.
 */
import { cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { type Browser, findChromium, openChromium } from "../../../tools/browser/chromium.ts";
import { serveSite } from "../../../tools/start/site.ts";
import { buildSite, missing, pages, site } from "./site.ts";

const chromium = findChromium();

/** Why nothing can be visited, or null. */
export const reason: string | null = missing() ?? ("missing" in chromium && !process.env.CI ? chromium.missing : null);
if (reason) console.log(`skipped: ${reason}`);
else buildSite(); // the tables of the tests are made from its pages

const has = (name: string): boolean => existsSync(join(site, `${name}.html`));
const chapters = reason
  ? []
  : pages()
      .filter((name) => /^ch\d\d-/.test(name))
      .map((name) => name.slice(0, -".html".length));

/** One page of each kind, and every chapter. */
export const visited: readonly string[] = [
  ...["index", "start-here", "syllabus", ...chapters, "terms/softmax", "terms/epoch", "exercises/e05-4"],
  ...["today", "progress"].filter(has),
];
/** Pages that are lists, and pages of the library: the same parts again, longer. */
export const lists: readonly string[] = [
  ...["terms/index", "terms/by-chapter", "exercises/index", "mistakes", "proofs", "accuracy", "benchmark"].filter(has),
  ...["references", "colophon", "search", "api/index", "api/elementwise", "api/tensor"].filter(has),
];

export const views: readonly { width: number; dark: boolean; name: string }[] = [390, 1280].flatMap((width) =>
  [false, true].map((dark) => ({ width, dark, name: `${width} px, ${dark ? "dark" : "light"}` })),
);

export interface Stage {
  readonly browser: Browser;
  /** Address of the site without the last slash. */
  readonly base: string;
  /** The folder that is served: the site stands in course/book of it. */
  readonly folder: string;
  close(): Promise<void>;
}

/** Serves the site at /course/book/, as somebody's host would, and opens a browser. */
export async function stage(): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), "termwise-book-"));
  cpSync(site, join(folder, "course/book"), { recursive: true });
  writeFileSync(join(folder, "index.html"), "somebody else's front page");
  const server: Server = await serveSite(folder, 0);
  const browser = await openChromium();
  return {
    browser,
    folder,
    base: `http://127.0.0.1:${(server.address() as AddressInfo).port}/course/book`,
    async close() {
      await browser.close();
      server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Brings every figure into view, as a reader would. */
export async function scrollThrough(page: Page): Promise<void> {
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  for (let y = 0; y < height; y += 700) {
    await page.evaluate((to) => scrollTo(0, to), y);
    await page.waitForTimeout(30);
  }
  await page.waitForTimeout(300);
  await page.evaluate(() => scrollTo(0, 0));
}
