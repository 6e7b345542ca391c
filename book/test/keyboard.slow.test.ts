/** Gate: whoever has only a keyboard reaches everything, sees where they are, and is never caught. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { reason, type Stage, stage, visited } from "./support/gates.ts";

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

/** Notes everything that can be used, as it is now; returns how many. One radio button stands for its group. */
function interactive(page: Page): Promise<number> {
  return page.evaluate(() => {
    const selector = "a[href], button, input, select, textarea, summary, [tabindex='0'], [contenteditable=true]";
    const groups = new Set<string>();
    const usable = [...document.querySelectorAll<HTMLElement>(selector)].filter((one) => {
      if (one.tabIndex < 0 || one.closest("[inert]") || (one as HTMLButtonElement).disabled) return false;
      if (!one.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: false })) return false;
      const { name, type } = one as HTMLInputElement;
      if (type !== "radio") return true;
      const first = !groups.has(name);
      groups.add(name);
      return first;
    });
    (globalThis as unknown as { toReach: Set<Element> }).toReach = new Set(usable);
    return usable.length;
  });
}

/** Presses Tab until the focus leaves the page; what it lands on is ticked off, and must be seen to have the focus. */
async function walkThrough(page: Page, most: number): Promise<{ first: string; left: boolean; unseen: string[] }> {
  const unseen: string[] = [];
  let first = "";
  for (let step = 0; step < most; step++) {
    await page.keyboard.press("Tab");
    const at = await page.evaluate(() => {
      const one = document.activeElement as HTMLElement | null;
      if (!one || one === document.body || one === document.documentElement) return null;
      const { toReach } = globalThis as unknown as { toReach: Set<Element> };
      toReach.delete(one);
      if ((one as HTMLInputElement).type === "radio")
        for (const other of toReach)
          if ((other as HTMLInputElement).name === (one as HTMLInputElement).name) toReach.delete(other);
      // the ring may be drawn by the thing itself, before or after it, or around its label
      const drawn = (of: Element, part?: string): boolean => {
        const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(of, part);
        return (outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2) || boxShadow !== "none";
      };
      const label = one.closest("label");
      const ring = drawn(one) || drawn(one, "::before") || drawn(one, "::after") || (label !== null && drawn(label));
      const box = one.getClientRects()[0] ?? one.getBoundingClientRect();
      const inView = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
      const middle = document.elementFromPoint(
        Math.min(Math.max(box.left + box.width / 2, 1), innerWidth - 1),
        Math.min(Math.max(box.top + Math.min(box.height / 2, 20), 1), innerHeight - 1),
      );
      const covered = middle?.closest(".bar") && !one.closest(".bar");
      const wrong = [!ring && "no ring", !inView && "out of view", covered && "under the bar"];
      return { html: one.outerHTML.slice(0, 120), wrong: wrong.filter(Boolean).join(", ") };
    });
    if (!at) return { first, left: true, unseen };
    first ||= at.html;
    if (at.wrong) unseen.push(`${at.wrong}: ${at.html}`);
  }
  return { first, left: false, unseen };
}
