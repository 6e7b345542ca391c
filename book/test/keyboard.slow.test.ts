/** Gate: whoever has only a keyboard reaches everything, sees where they are, and is never caught. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { reason, type Stage, stage, visited } from "./support/gates.ts";
import { interactive, walkThrough } from "./support/walk.ts";

const walked = visited.flatMap((name) => [390, 1280].map((width) => ({ name, width })));

describe.skipIf(reason)("by keyboard", () => {
  let on: Stage;
  beforeAll(async () => {
    on = await stage();
  });
  afterAll(() => on?.close());

  test.each(walked)(
    "$name at $width px: Tab reaches everything in view of its focus, and leaves",
    async ({ name, width }) => {
      const { page } = await on.browser.newPage({ width, height: 900 });
      await page.goto(`${on.base}/${name}.html`, { waitUntil: "load" });
      await page.waitForTimeout(500);
      const all = await interactive(page);
      const walk = await walkThrough(page, all + 60);
      const missed = await page.evaluate(() => {
        const { toReach } = globalThis as unknown as { toReach: Set<HTMLElement> };
        // what a script has renewed meanwhile, or what no longer scrolls, is not missed
        const still = [...toReach].filter((one) => one.isConnected && one.tabIndex >= 0 && one.checkVisibility());
        return still.map((one) => one.outerHTML.slice(0, 120));
      });
      await page.close();
      expect(walk.first).toContain("skip");
      expect({ left: walk.left, unseen: walk.unseen, missed }).toEqual({ left: true, unseen: [], missed: [] });
    },
  );

  test("the skip link leads past the contents to the text", async () => {
    const { page } = await on.browser.newPage();
    await page.goto(`${on.base}/ch00-tour.html`);
    await page.keyboard.press("Tab");
    const box = await page.locator(".skip").boundingBox();
    expect(box?.y).toBeGreaterThanOrEqual(0);
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    const inside = await page.evaluate(() => document.activeElement?.closest("main") !== null);
    await page.close();
    expect(inside).toBe(true);
  });

  test("a box that has the focus keeps it when it no longer scrolls, until it is left", async () => {
    const { page } = await on.browser.newPage({ width: 390, height: 844 });
    await page.goto(`${on.base}/ch00-tour.html`, { waitUntil: "load" });
    const box = page.locator("article pre[tabindex='0']").first();
    const pre = await box.elementHandle();
    await box.focus();
    await pre?.evaluate(async (one) => {
      one.replaceChildren("short"); // as a figure does that is drawn again, for a phone
      (one as HTMLElement).style.height = "2rem";
      await new Promise((done) => setTimeout(done, 200));
    });
    expect(await pre?.evaluate((one) => one === document.activeElement)).toBe(true);
    await page.keyboard.press("Tab");
    expect(await pre?.evaluate((one) => [one === document.activeElement, one.hasAttribute("tabindex")])).toEqual([
      false,
      false,
    ]);
    await page.close();
  });

  test("what has the focus stays in view when the figure above it gets its controls", async () => {
    const { page } = await on.browser.newPage({ width: 1280, height: 900 });
    let arrive = (): void => {};
    const late = new Promise<void>((done) => {
      arrive = done;
    });
    await page.route("**/_static/figure.js", async (route) => {
      await late; // as on a slow line
      await route.continue();
    });
    await page.goto(`${on.base}/ch06-losses.html`, { waitUntil: "load" });
    const figure = page.locator("[data-live=figure]").first();
    const link = await figure.evaluateHandle((one) => {
      const links = [...document.querySelectorAll<HTMLElement>("article p a[href]")];
      const below = links.find((link) => one.compareDocumentPosition(link) & Node.DOCUMENT_POSITION_FOLLOWING);
      if (!below) throw new Error("no link below the figure");
      below.style.scrollMarginBottom = "2px"; // the last line of the window
      below.scrollIntoView({ block: "end" });
      below.focus({ preventScroll: true });
      return below;
    });
    const inView = (): Promise<boolean> =>
      link.evaluate((one) => one === document.activeElement && one.getClientRects()[0].top < innerHeight);
    expect(await inView()).toBe(true);
    arrive();
    await figure.locator(".live-controls").waitFor({ state: "attached" });
    expect(await inView()).toBe(true);
    await page.close();
  });

  test("what opens takes the focus, and gives it back to what opened it", async () => {
    const { page } = await on.browser.newPage({ width: 390, height: 844 });
    await page.goto(`${on.base}/ch00-tour.html`, { waitUntil: "load" });
    for (const [opener, inside] of [
      ["#open-contents", "#rail"],
      ["#open-search", "dialog.search"],
    ]) {
      await page.locator(opener).press("Enter");
      await page.waitForFunction((where) => document.activeElement?.closest(where), inside);
      await page.keyboard.press("Escape");
      expect(await page.evaluate(() => `#${document.activeElement?.id}`)).toBe(opener);
    }
    await page.close();
  });

  test("a term's card opens on focus, closes with Escape and stays closed, and goes when the focus goes", async () => {
    const { page, complaints } = await on.browser.newPage();
    await page.goto(`${on.base}/ch00-tour.html`, { waitUntil: "load" });
    const link = page.locator("article p > a.term-link:visible").first();
    const card = page.locator(".tw-card:popover-open");
    await link.focus();
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Tab"); // focus by keyboard
    await card.waitFor();
    expect(await link.getAttribute("aria-describedby")).toBe(await card.getAttribute("id"));
    expect(await card.locator("[lang=zh-Hans]").count()).toBe(1);
    await page.keyboard.press("Escape");
    expect(await card.count()).toBe(0);
    expect(await link.evaluate((one) => one === document.activeElement)).toBe(true);
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Tab");
    await card.waitFor();
    await page.keyboard.press("Tab");
    expect(await card.count()).toBe(0);
    await page.close();
    expect(complaints).toEqual([]);
  });

  test("with a pointer, the card waits for a rest, can be entered, and closes when left", async () => {
    const { page } = await on.browser.newPage();
    await page.goto(`${on.base}/ch00-tour.html`, { waitUntil: "load" });
    const card = page.locator(".tw-card:popover-open");
    await page.locator("article p > a.term-link:visible").first().hover();
    await card.waitFor();
    await card.locator("a").hover();
    await page.waitForTimeout(500);
    expect(await card.count()).toBe(1);
    await page.mouse.move(5, 5);
    await page.waitForTimeout(500);
    expect(await card.count()).toBe(0);
    await page.close();
  });
});
