/** Gate: every kind of page keeps WCAG 2.2 AA as far as axe can tell, stays on its site, complains of nothing and fits. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { lists, reason, type Stage, scrollThrough, stage, views, visited } from "./support/gates.ts";
import { site } from "./support/site.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const clean = { complaints: [], outside: [], violations: [], over: 0 };

describe.skipIf(reason)("as a reader sees it", () => {
  let on: Stage;
  beforeAll(async () => {
    on = await stage();
  });
  afterAll(() => on?.close());

  describe.each(views)("$name", ({ width, dark }) => {
    test.each(visited)("%s", async (name) => {
      const { page, complaints, outside } = await on.browser.newPage({ width, height: 900, dark });
      await page.goto(`${on.base}/${name}.html`, { waitUntil: "load" });
      await scrollThrough(page);
      const found = { complaints, outside, violations: await violations(page), over: await over(page) };
      await page.close();
      expect(found).toEqual(clean);
    });
  });

  // lists repeat the same parts: one narrow dark view and one wide light view show what could be wrong
  test.each(
    lists.flatMap((name) => [
      { name, width: 390, dark: true },
      { name, width: 1280, dark: false },
    ]),
  )("$name at $width px", async ({ name, width, dark }) => {
    const { page, complaints, outside } = await on.browser.newPage({ width, height: 900, dark });
    await page.goto(`${on.base}/${name}.html`, { waitUntil: "load" });
    const found = { complaints, outside, violations: await violations(page), over: await over(page) };
    await page.close();
    expect(found).toEqual(clean);
  });

  const opened: [string, number, (page: Page) => Promise<void>][] = [
    ["a term's card", 1280, (page) => openCard(page)],
    ["a term's card on a phone", 390, (page) => openCard(page)],
    ["the search with results", 390, (page) => search(page)],
    ["the contents of a phone", 390, (page) => page.locator("#open-contents").click()],
  ];
  test.each(opened)("what opens: %s", async (_, width, open) => {
    for (const dark of [false, true]) {
      const { page, complaints, outside } = await on.browser.newPage({ width, height: 900, dark });
      await page.goto(`${on.base}/ch00-tour.html`, { waitUntil: "load" });
      await open(page);
      const found = { complaints, outside, violations: await violations(page), over: await over(page) };
      await page.close();
      expect(found).toEqual(clean);
    }
  });

  test.each(visited)("%s works from a folder", async (name) => {
    const { page, complaints, outside } = await on.browser.newPage();
    await page.goto(pathToFileURL(`${site}/${name}.html`).href);
    await scrollThrough(page);
    const font = await page.evaluate(() =>
      document.fonts.ready.then(() => document.fonts.check('18px "Source Serif 4"')),
    );
    await page.close();
    expect({ complaints, outside, font }).toEqual({ complaints: [], outside: [], font: true });
  });
});

/** What axe finds against WCAG 2.2 AA and its own good practice; the size of targets, which is off by default, included. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    type Found = { violations: { id: string; nodes: { html: string }[] }[] };
    const { axe } = globalThis as unknown as { axe: { run(options: object): Promise<Found> } };
    const found = await axe.run({
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
      rules: { "target-size": { enabled: true } },
    });
    const told = (html: string): string => html.slice(0, 160);
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => told(node.html)).join(" | ")}`);
  });
}

/** How far the page sticks out sideways. */
const over = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

async function openCard(page: Page): Promise<void> {
  await page.locator("article p > a.term-link:visible").first().scrollIntoViewIfNeeded();
  await page.locator("article p > a.term-link:visible").first().hover();
  await page.locator(".tw-card:popover-open").waitFor();
}

async function search(page: Page): Promise<void> {
  await page.locator("#open-search").click();
  await page.locator(".search input").fill("gradient");
  await page.locator(".search li").first().waitFor({ timeout: 10_000 });
}
