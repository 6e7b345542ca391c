/** Questions in a reader's hands: predicted, checked, remembered; the five of a day; progress kept, exported, shared. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { parse } from "../../tools/learner/progress/data.ts";
import { readProgress, updateProgress } from "../../tools/learner/progress/file.ts";
import { termRead } from "../../tools/learner/progress/record.ts";
import { serveSite } from "../../tools/start/site.ts";
import { reason, type Stage, stage, views } from "./support/gates.ts";
import { site } from "./support/site.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const KEY = "termwise.progress.v1";
const kept = async (page: Page) => parse((await page.evaluate((key) => localStorage.getItem(key), KEY)) ?? "");
const asked = (page: Page, id: string) => page.locator(`[data-question=${id}]`);
const choose = (page: Page, id: string, text: string) => asked(page, id).locator(".option-label", { hasText: text });

describe.skipIf(reason)("questions", () => {
  let on: Stage;
  const pages: Page[] = [];
  const open = async (name: string, size: Parameters<Stage["browser"]["newPage"]>[0] = {}, base = on.base) => {
    const found = await on.browser.newPage(size);
    pages.push(found.page);
    await found.page.goto(`${base}/${name}.html`);
    return found;
  };
  beforeAll(async () => {
    on = await stage();
  });
  afterEach(async () => {
    await pages[0]?.evaluate(() => localStorage.clear()).catch(() => {});
    for (const page of pages.splice(0)) await page.close();
  });
  afterAll(() => on?.close());

  test("what comes out is hidden until the reader has predicted, and the prediction is remembered", async () => {
    const { page } = await open("ch00-tour");
    const output = page.getByText("0.02 → loss 0.36");
    expect(await output.isVisible()).toBe(false);
    await choose(page, "step-too-long", "falls further").click();
    await asked(page, "step-too-long").getByRole("button", { name: "Check" }).click();
    expect(await asked(page, "step-too-long").locator(".option.wrong .option-why").innerText()).toContain(
      "the slope belongs to the place",
    );
    expect(await output.isVisible()).toBe(true);
    expect((await kept(page)).questions["step-too-long"]).toMatchObject({ right: false, box: 1 });
    await page.reload();
    expect(await page.getByText("0.02 → loss 0.36").isVisible()).toBe(true);
    expect(await asked(page, "step-too-long").innerText()).toContain("You missed this on");
  });

  test("by keyboard alone: a number chooses, Enter checks, and a right answer says why the others are wrong", async () => {
    const { page } = await open("ch00-tour");
    const question = asked(page, "digits-put-away");
    const order = await question.locator(".option-text").allInnerTexts();
    await question.locator("input").first().focus();
    await page.keyboard.press(String(order.findIndex((text) => text.startsWith("To measure")) + 1));
    await page.keyboard.press("Enter");
    expect(await question.getByRole("status").innerText()).toBe("Right.");
    await question.getByRole("button", { name: "Why not the others?" }).press("Enter");
    expect(await question.locator(".option-why:visible").count()).toBe(4);
    expect((await kept(page)).terms["test-data"].read).toBe(true);
  });

  test("numbers are taken as people type them, and a known wrong one has its own reason", async () => {
    const { page } = await open("ch00-tour");
    const question = asked(page, "weights-of-a-layer");
    const answer = async (text: string): Promise<string> => {
      await question.getByLabel("Your answer").fill(text);
      await page.keyboard.press("Enter");
      return question.innerText();
    };
    expect(await answer("many")).toContain("no number that I can read");
    expect(await page.evaluate((key) => localStorage.getItem(key), KEY)).toBeNull();
    expect(await answer("2,048")).toContain("Each of the 32 sums also has a constant");
    expect(await answer("2080")).toContain("Right.");
    expect((await kept(page)).questions["weights-of-a-layer"].right).toBe(false); // the first answer counts
  });

  test("steps are put in order with the arrow keys; several right ones are ticked", async () => {
    const { page } = await open("ch00-tour");
    const steps = asked(page, "order-of-a-step");
    const right = ["The network", "The loss", "backward", "The optimizer"];
    for (const [k, text] of right.entries()) {
      for (let turn = 0; turn < 4; turn++) {
        const at = (await steps.locator(".step").allInnerTexts()).findIndex((one) => one.trim().startsWith(text));
        if (at > k)
          await steps
            .locator(".step")
            .nth(at)
            .getByRole("button", { name: /Move up/ })
            .press("ArrowUp");
      }
    }
    await steps.getByRole("button", { name: "Check" }).click();
    expect(await steps.getByRole("status").innerText()).toBe("Right, in this order.");
    await choose(page, "softmax-unchanged", "Subtracting the largest").click();
    await asked(page, "softmax-unchanged").getByRole("button", { name: "Check" }).click();
    expect(await asked(page, "softmax-unchanged").getByRole("status").innerText()).toContain(
      "1 of 4 should be the other way round",
    );
  });

  describe.each(views)("$name", ({ width, dark }) => {
    test("an answered question, the five of a day and the progress have no axe violation", async () => {
      const { page, complaints, outside } = await open("today", { width, height: 900, dark });
      await page.locator(".question-form").waitFor();
      await page.getByRole("button", { name: "I don’t know: show it" }).click();
      expect(await violations(page)).toEqual([]);
      await page.goto(`${on.base}/progress.html`);
      await page.locator(".progress-chapters li").first().waitFor();
      await page.getByRole("button", { name: "Clear…" }).click();
      expect(await violations(page)).toEqual([]);
      await page.getByRole("button", { name: "Forget everything" }).click();
      expect(Object.keys((await kept(page)).questions)).toEqual([]);
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect({ complaints, outside, over }).toEqual({ complaints: [], outside: [], over: 0 });
    });
  });

  test("today's five work from a folder, by keyboard, to the end; the same five come all day", async () => {
    const folder = pathToFileURL(site).href;
    const { page, complaints } = await open("today", {}, folder);
    for (let k = 0; k < 5; k++) {
      await page.locator(".question-form").waitFor();
      await page.getByRole("button", { name: "I don’t know: show it" }).press("Enter");
      if (k === 2)
        await page.reload(); // two are done, and this one counts as well
      else await page.keyboard.press("Enter"); // the focus is on "Next question"
    }
    expect(await page.locator(".today-stage").innerText()).toContain("0 of 5 known");
    const { today, questions } = await kept(page);
    expect(Object.keys(questions).sort()).toEqual([...(today?.ids ?? [])].sort());
    await page.getByRole("button", { name: "Five more" }).click();
    expect(await page.locator(".today-trail li").count()).toBe(10);
    expect(complaints).toEqual([]);
  });

  test("a term is known by a press, and taken back by another; the list of terms shows it", async () => {
    const { page } = await open("terms/softmax");
    const know = page.getByRole("button", { name: "I know this" });
    await know.click();
    expect(await know.getAttribute("aria-pressed")).toBe("true");
    await page.goto(`${on.base}/terms/index.html`);
    expect(await page.locator(".term-list dt a", { has: page.locator(".tick") }).allInnerTexts()).toHaveLength(1);
    await page.goBack();
    await know.click();
    expect((await kept(page)).terms.softmax.read).toBe(false);
  });

  test("sections that were before the reader for long enough are ticked in the contents; a glance is not enough", async () => {
    const { page } = await on.browser.newPage();
    pages.push(page);
    await page.clock.install();
    await page.goto(`${on.base}/ch00-tour.html`);
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    const walk = async (ms: number): Promise<void> => {
      for (let y = 0; y < height; y += 500) {
        await page.evaluate((to) => scrollTo(0, to), y);
        await page.clock.runFor(ms);
      }
    };
    await walk(1000);
    const ticks = page.locator("#rail .sections .tick");
    const sections = await page.locator("#rail .sections a").count();
    expect(await ticks.count()).toBeLessThan(sections / 2);
    await walk(15_000);
    expect(await ticks.count()).toBe(sections);
    expect(await page.locator("#rail .here > a > .tick").count()).toBe(1);
  });

  test("on paper the choices and all reasons stand there, and what was hidden", async () => {
    const { page } = await open("ch00-tour");
    await page.emulateMedia({ media: "print" });
    const question = asked(page, "step-too-long");
    expect(await question.locator(".choices > li:visible").count()).toBe(3);
    expect(await question.locator(".reasons").isVisible()).toBe(true);
    expect(await question.locator("form").isVisible()).toBe(false);
    expect(await page.getByText("0.02 → loss 0.36").isVisible()).toBe(true);
    await page.emulateMedia({ media: "screen" });
  });

  test("what is exported can be imported, and something else is refused with a sentence", async () => {
    const { page } = await open("progress");
    await page.evaluate(() =>
      (globalThis as unknown as { termwiseProgress: { termRead(id: string): void } }).termwiseProgress.termRead(
        "softmax",
      ),
    );
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Export" }).click(),
    ]);
    const text = readFileSync(await download.path(), "utf8");
    await page.evaluate(() => localStorage.clear());
    await page.reload();
    const file = page.locator("input[type=file]");
    await file.setInputFiles({ name: "other.json", mimeType: "application/json", buffer: Buffer.from("{}") });
    await page.getByText("other.json was not taken in").waitFor();
    await file.setInputFiles({ name: "mine.json", mimeType: "application/json", buffer: Buffer.from(text) });
    await page.getByText("mine.json was merged").waitFor();
    expect((await kept(page)).terms.softmax.read).toBe(true);
  });

  test("without storage the page says so, and everything works until it is left", async () => {
    const { page } = await on.browser.newPage();
    pages.push(page);
    await page.addInitScript(() => {
      Object.defineProperty(globalThis, "localStorage", {
        get: () => {
          throw new DOMException("denied");
        },
      });
    });
    await page.goto(`${on.base}/progress.html`);
    await page.getByText("This browser keeps nothing for this page").waitFor();
    await page.goto(`${on.base}/today.html`);
    await page.getByRole("button", { name: "I don’t know: show it" }).click();
    await page.getByText("It comes back tomorrow.").waitFor();
  });

  test("without a script choices and answers are in the text, and nothing is hidden", async () => {
    const html = readFileSync(join(site, "ch00-tour.html"), "utf8");
    const [, text] = /<!--question step-too-long-->([\s\S]*?)<!--\/question-->/.exec(html) ?? [];
    expect(text).toContain("<details");
    expect(text.match(/<li data-of/g)).toHaveLength(3);
    expect(text.match(/class="reason"/g)).toHaveLength(3);
    expect(text).not.toContain("hidden");
  });

  test("the page and the checkout share one file, both ways; a page of another host asks nobody", async () => {
    const folder = mkdtempSync(join(tmpdir(), "termwise-shared-"));
    const file = join(folder, "progress.json");
    updateProgress(file, termRead("gradient"));
    const server = await serveSite(site, 0, { progress: file });
    const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    try {
      const { page, complaints } = await open("progress", {}, base);
      await page.getByText("work/progress.json of your copy").waitFor();
      expect((await kept(page)).terms.gradient.read).toBe(true);
      await page.goto(`${base}/terms/softmax.html`);
      await page.getByRole("button", { name: "I know this" }).click();
      await expect.poll(() => readProgress(file)?.terms.softmax?.read).toBe(true);
      updateProgress(file, termRead("gradient", false));
      await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
      await expect.poll(async () => (await kept(page)).terms.gradient.read).toBe(false);
      expect(complaints).toEqual([]);
    } finally {
      server.close();
      server.closeAllConnections();
      rmSync(folder, { recursive: true, force: true });
    }
    const requests: string[] = [];
    const { page } = await on.browser.newPage();
    pages.push(page);
    page.on("request", (request) => requests.push(request.url()));
    await page.goto(`${on.base}/progress.html`, { waitUntil: "networkidle" });
    expect(requests.filter((url) => url.includes("progress.json"))).toEqual([]);
  });
});

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const { violations } = await axe.run();
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 120)).join(" | ")}`);
  });
}
