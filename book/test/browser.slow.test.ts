/** What a reader meets in a browser: from a server under a sub-path and from a folder, with and without JavaScript. The gates are beside it. */
import { cpSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Browser } from "../../tools/browser/chromium.ts";
import { reason, type Stage, stage } from "./support/gates.ts";
import { site } from "./support/site.ts";

describe.skipIf(reason)("in a browser", () => {
  let on: Stage;
  let folder: string;
  let base: string;
  let browser: Browser;

  beforeAll(async () => {
    on = await stage();
    ({ folder, base, browser } = on);
  });
  afterAll(() => on?.close());

  test("a figure in space turns when asked to, and its picture stays until then", async () => {
    const { page, complaints } = await browser.newPage();
    await page.goto(pathToFileURL(join(site, "ch00-tour.html")).href);
    const figure = page.locator("[data-live=plotly]").first();
    await figure.scrollIntoViewIfNeeded();
    expect(await figure.locator(".still img, .still svg").first().isVisible()).toBe(true);
    await figure.getByRole("button", { name: "Turn and zoom" }).click();
    await figure.locator(".moving canvas, .moving svg.main-svg").first().waitFor();
    expect(await figure.locator(".still").isVisible()).toBe(false);
    await page.close();
    expect(complaints).toEqual([]);
  });

  test("a Vega-Lite chart is drawn where the page's policy forbids evaluating code", async () => {
    const policy = `<meta http-equiv="Content-Security-Policy" content="script-src 'self' 'unsafe-inline'">`;
    const spec = {
      mark: "bar",
      data: { values: [1, 3, 2].map((height, at) => ({ at, height })) },
      encoding: { x: { field: "at" }, y: { field: "height", type: "quantitative" }, tooltip: { field: "height" } },
    };
    const draw = `termwiseDraw.vega(document.querySelector("main"), ${JSON.stringify(spec)})`;
    const html = `<!doctype html>${policy}<link rel="icon" href="data:,"><main></main><script src="book/_static/vega.js"></script><script>${draw}</script>`;
    writeFileSync(join(folder, "course/chart.html"), html);
    const { page, complaints } = await browser.newPage();
    await page.goto(`${base.slice(0, -"/book".length)}/chart.html`);
    await page.locator("main .mark-rect path").nth(2).waitFor();
    await page.close();
    expect(complaints).toEqual([]);
  });

  test("search finds pages in English and terms in Chinese, by keyboard alone", async () => {
    const { page, complaints } = await browser.newPage();
    await page.goto(`${base}/ch00-tour.html`, { waitUntil: "load" });
    const finds = async (words: string, address: string): Promise<void> => {
      await page.keyboard.press("Control+k");
      await page.locator(".search input").fill(words);
      await page.locator(`.search li:first-child a[href*="${address}"]`).waitFor({ timeout: 10_000 });
    };
    await finds("gradient descent", "/course/book/terms/");
    await page.keyboard.press("Escape");
    expect(await page.locator(".search[open]").count()).toBe(0);
    for (const [words, id] of [
      ["梯度下降", "gradient-descent"],
      ["过拟合", "overfitting"],
      ["softmax", "softmax"],
      ["sotfmax", "softmax"],
      ["backpropogation", "backpropagation"],
    ]) {
      await finds(words, `/terms/${id}.html`);
      await page.keyboard.press("Escape");
    }
    await finds("E05.4", "/exercises/e05-4.html");
    await page.keyboard.press("Escape");
    await finds("梯度", "/terms/gradient.html");
    await page.keyboard.press("ArrowDown");
    await page.locator('.search li:nth-child(2) a[aria-selected="true"]').waitFor();
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/course\/book\/terms\//);
    await page.close();
    expect(complaints).toEqual([]);
  });

  test("from a folder, the search page finds a term by either name", async () => {
    const { page, complaints } = await browser.newPage();
    for (const words of ["backpropagation", "反向传播"]) {
      await page.goto(`${pathToFileURL(join(site, "search.html")).href}?q=${encodeURIComponent(words)}`);
      await page.locator("#search-results a[href*='backpropagation']").first().waitFor();
    }
    await page.close();
    expect(complaints).toEqual([]);
  });

  test("without JavaScript the text, formulas, contents and folded answers are there", async () => {
    const { page } = await browser.newPage();
    const context = await page
      .context()
      .browser()
      ?.newContext({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } });
    await page.close();
    if (!context) return;
    const plain = await context.newPage();
    await plain.goto(`${base}/terms/softmax.html`);
    expect(await plain.locator(".katex").first().isVisible()).toBe(true);
    await plain.locator("#open-contents").click();
    expect(await plain.locator("#rail").isVisible()).toBe(true);
    await plain.goto(`${base}/exercises/e05-4.html`);
    await plain.locator("details.hint summary").first().click();
    expect(await plain.locator("details.hint p").first().isVisible()).toBe(true);
    await context.close();
  });

  test("dark or light follows the system until the reader switches, and the choice is remembered", async () => {
    const { page } = await browser.newPage({ dark: true });
    const paper = (): Promise<string> => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    await page.goto(`${base}/index.html`);
    const night = await paper();
    await page.locator("#switch-theme").click();
    const day = await paper();
    expect(day).not.toBe(night);
    await page.goto(`${base}/terms/softmax.html`);
    expect(await paper()).toBe(day);
    await page.evaluate(() => localStorage.clear());
    await page.close();
  });

  test.each(["ch00-tour", "benchmark"])("on a phone the text of figures is at least 11 px tall: %s", async (name) => {
    const { page } = await browser.newPage({ width: 390, height: 844 });
    await page.goto(`${base}/${name}.html`, { waitUntil: "networkidle" });
    const figures = await page.$$eval(".picture:has(svg[role=img] text)", (boxes) =>
      // one that waits for a prediction is marked when it is shown
      boxes
        .filter((box) => box.checkVisibility({ visibilityProperty: true }))
        .map((box) => {
          const svg = box.querySelector("svg[role=img]") as SVGSVGElement;
          const scale = (svg.getScreenCTM() as DOMMatrix).a;
          const sizes = [...svg.querySelectorAll("text")].map((text) =>
            Number.parseFloat(getComputedStyle(text).fontSize),
          );
          const scrolls = box.scrollWidth > box.clientWidth;
          const marked = box.getAttribute("tabindex") === "0" && box.getAttribute("aria-label") !== null;
          return { smallest: Math.min(...sizes) * scale, scrolls, marked };
        }),
    );
    await page.close();
    expect(figures.length).toBeGreaterThan(0);
    expect(figures.filter(({ smallest }) => smallest < 11)).toEqual([]);
    expect(figures.filter(({ scrolls, marked }) => scrolls !== marked)).toEqual([]);
    expect(figures.some(({ scrolls }) => scrolls)).toBe(true);
  });

  test("a missing page has its style, and leads home, at any depth of any folder", async () => {
    cpSync(join(site, "404.html"), join(folder, "404.html")); // as a host shows it
    const { page } = await browser.newPage();
    await page.goto(`${base}/terms/deeper/nothing.html`);
    const font = await page.evaluate(() => getComputedStyle(document.body).fontFamily);
    const icon = await page.$eval("#open-search use", (use) => (use as SVGUseElement).getBoundingClientRect().width);
    expect(font).toContain("Source Serif 4");
    expect(icon).toBeGreaterThan(5);
    await page.locator(".wordmark").click();
    await page.waitForURL(/\/course\/book\/(index\.html)?$/);
    await page.close();
  });

  test("on a phone the contents open, take the focus and close with Escape", async () => {
    const { page } = await browser.newPage({ width: 390, height: 844 });
    await page.goto(`${base}/ch00-tour.html`);
    await page.locator("#open-contents").press("Enter");
    expect(await page.evaluate(() => document.activeElement?.closest("#rail") !== null)).toBe(true);
    await page.keyboard.press("Escape");
    expect(await page.locator("#rail").isVisible()).toBe(false);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("open-contents");
    await page.close();
  });
});
