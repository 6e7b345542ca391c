/** The figures of the book's tour, seen as a reader sees them: on a phone and on a desk, light and dark. */
import { existsSync, mkdirSync } from "node:fs";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildSite, missing as missingSite, site } from "../../book/test/support/site.ts";
import { type Browser, openChromium } from "../browser/chromium.ts";
import { inspect } from "../browser/jupyterlab.ts";
import { missingPart } from "../browser/parts.ts";
import { root } from "../root.ts";
import { serveSite } from "../start/site.ts";

const reason = missingPart([]) ?? missingSite();

describe.skipIf(reason)("figures of the tour in the book", () => {
  const pictures = join(root, "build", "screenshots");
  let server: Server;
  let browser: Browser;

  beforeAll(async () => {
    mkdirSync(pictures, { recursive: true });
    if (!existsSync(join(site, "ch00-tour.html"))) buildSite();
    server = await serveSite(site, 0);
    browser = await openChromium();
  });
  afterAll(async () => {
    await browser?.close();
    server?.close();
  });

  test.each([
    [390, "light"],
    [390, "dark"],
    [1280, "light"],
    [1280, "dark"],
  ] as const)("%i px, %s: each has its size, its text and more than one colour", async (width, scheme) => {
    const { page, complaints, outside } = await browser.newPage({ width, height: 900, dark: scheme === "dark" });
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/ch00-tour.html`);
    await page.evaluate(() => {
      for (const button of document.querySelectorAll("button"))
        if (/^I don.t know/.test(button.textContent)) button.click();
    });
    const figures = await page.locator(".picture").all();
    expect(figures.length).toBeGreaterThanOrEqual(8);
    for (const figure of figures) {
      await figure.scrollIntoViewIfNeeded();
      await page.waitForTimeout(600); // a live chart takes the place of its picture
      const seen = await inspect(figure);
      expect(seen.alt.length, seen.kind).toBeGreaterThan(10);
      expect(seen.width, seen.alt).toBeGreaterThan(100);
      expect(seen.colours, seen.alt).toBeGreaterThan(10);
    }
    await page.evaluate(() => window.scrollTo(0, 0));
    await page.screenshot({ path: join(pictures, `book-${width}-${scheme}.png`), fullPage: true });
    await page.close();
    expect({ complaints, outside }).toEqual({ complaints: [], outside: [] });
  });
});
