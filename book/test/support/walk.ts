/** Through a page with the Tab key: what can be used, and where the focus lands. */
import type { Page } from "playwright-core";

/** Notes everything that can be used, as it is now; returns how many. One radio button stands for its group. */
export function interactive(page: Page): Promise<number> {
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
export async function walkThrough(
  page: Page,
  most: number,
): Promise<{ first: string; left: boolean; unseen: string[] }> {
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
