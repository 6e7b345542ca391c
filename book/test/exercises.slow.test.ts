/**
 * Exercises and debugging labs in their pages: the same tests with the same words as in the terminal, from a server and
 * from a folder, by mouse and by keyboard. TERMWISE_SITE=FOLDER tests a site that is built already.
 */
import { readFileSync } from "node:fs";
import type { Server } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { asHtml } from "../../grader/check/src/html.ts";
import { checkAnswer, type Mistake } from "../../grader/check/src/index.ts";
import { fromSource, type Opened, openExercise } from "../../grader/check/src/node/open.ts";
import { applyChanges } from "../../grader/check/src/node/patch.ts";
import { type Browser, findChromium, openChromium, type Watch } from "../../tools/browser/chromium.ts";
import { root } from "../../tools/root.ts";
import { serveSite } from "../../tools/start/site.ts";
import { buildSite, missing, site } from "./support/site.ts";

const built = process.env.TERMWISE_SITE;
const chromium = findChromium();
const reason = (built ? null : missing()) ?? ("missing" in chromium && !process.env.CI ? chromium.missing : null);
if (reason) console.log(`skipped: ${reason}`);

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const SLUGS = [
  ...["ch02/broadcastShapes", "ch03/StandardScaler", "ch05/softmaxAxis", "ch07/broadcastVjp", "ch08/trainLoop"],
  ...["ch07/lab-turning-back", "ch08/lab-floor"],
];

describe.skipIf(reason)("an exercise in its page", () => {
  let browser: Browser;
  let server: Server;
  let served: string;
  beforeAll(async () => {
    if (!built) buildSite();
    server = await serveSite(built ?? site, 0);
    served = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    browser = await openChromium();
  });
  afterAll(async () => {
    await browser?.close();
    server?.close();
  });

  const file = (id: string): string => `exercises/${id.toLowerCase().replace(".", "-")}.html`;
  const address = (id: string): string => pathToFileURL(join(built ?? site, file(id))).href;

  /** The page of an exercise with nothing remembered. */
  async function open(id: string, size = {}, from = address(id)): Promise<Watch> {
    const watch = await browser.newPage(size);
    await watch.page.goto(from);
    await watch.page.evaluate(() => localStorage.clear());
    await watch.page.reload();
    return watch;
  }

  describe.each(SLUGS)("%s", (slug) => {
    test("solved has all points; every third mistake is told in the terminal's words", async () => {
      const exercise = await openExercise(root, slug);
      const { page, complaints, outside } = await open(exercise.id);
      await page.getByRole("button", { name: "Edit", exact: true }).click();
      const few = exercise.mistakes.filter((_, k) => k % 3 === 0);
      for (const source of [exercise.solutionSource, ...few.map((mistake) => wrong(exercise, mistake))]) {
        await write(page, withoutStub(source));
        await check(page);
        expect(await told(page)).toBe(await expected(page, exercise, source));
      }
      await page.close();
      expect({ complaints, outside }).toEqual({ complaints: [], outside: [] });
    });
  });

  test("nothing more is loaded before it is used; a solved one is remembered, and ticked in the list", async () => {
    const { page } = await browser.newPage();
    const loaded: string[] = [];
    page.on("request", (request) => loaded.push(request.url()));
    await page.goto(address("E02.1"));
    await page.waitForTimeout(500);
    expect(loaded.filter((url) => /live-|termwise-|exercises\/E/.test(url))).toEqual([]);
    await page.getByRole("button", { name: "Edit", exact: true }).click();
    await write(page, withoutStub((await openExercise(root, "ch02/broadcastShapes")).solutionSource));
    await check(page);
    await page.goto(address("index"));
    await page.locator(".exercise-card", { hasText: "E02.1" }).locator(".tick").waitFor();
    await page.goto(address("E02.1"));
    expect(await page.locator(".cm-content").innerText()).toContain("broadcastShapes"); // the answer is there again
    await page.evaluate(() => localStorage.clear());
    await page.close();
  });

  test("a loop that never ends is stopped, and the other tests are graded", async () => {
    const { page } = await open("E05.4");
    const { solutionSource } = await openExercise(root, "ch05/softmaxAxis");
    await page.getByRole("button", { name: "Edit", exact: true }).click();
    await write(page, withoutStub(solutionSource).replace("  const inner", "  while (true) {}\n  const inner"));
    await check(page);
    const text = await told(page);
    expect(text).toContain("7 of 12 points");
    expect(text.match(/no result within 2 seconds: is there a loop that never ends\?/g)).toHaveLength(2);
    await page.close();
  });

  test("Stop ends a check at once", async () => {
    const { page } = await open("E05.4");
    await page.getByRole("button", { name: "Edit", exact: true }).click();
    await write(page, "export function softmaxAxis() {\n  while (true) {}\n}\n");
    await page.getByRole("button", { name: "Check", exact: true }).click();
    await page.getByRole("button", { name: "Stop", exact: true }).click();
    await page.locator(".exercise-status", { hasText: "Stopped." }).waitFor();
    await page.close();
  });

  test.each([
    [
      "export const softmaxAxis = 3;\nexport const softmaxAxisVjp = (y) => y;",
      "softmaxAxis is a number, not a function",
    ],
    [
      "function softmaxAxis() {}\nexport const softmaxAxisVjp = (y) => y;",
      'there is no export named softmaxAxis: is "export" missing before it?',
    ],
    ["export function softmaxAxis(x {", "it is not TypeScript yet in line 1"],
    ['throw new Error("at once");', "it throws while it is loaded in line 1: Error: at once"],
    ['import { readFileSync } from "node:fs";\nreadFileSync("x");', "Cannot find module 'node:fs'"],
    ["await new Promise(() => {});", "it did not finish loading within 5 seconds"],
    [
      'import { softmax } from "termwise";\nexport const softmaxAxis = (x, axis) => softmax(x, axis);',
      "you called the library's softmax",
    ],
  ])("%j is told: %s", async (source, sentence) => {
    const { page } = await open("E05.4");
    await page.getByRole("button", { name: "Edit", exact: true }).click();
    await write(page, source);
    await check(page);
    expect(await told(page)).toContain(sentence);
    await page.close();
  });

  test("a downloaded answer is the text, and comes back from a file", async () => {
    const { page } = await open("E05.4");
    await page.getByRole("button", { name: "Edit", exact: true }).click();
    const text = "// mine\nexport const softmaxAxis = 1;\n";
    await write(page, text);
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Download answer.ts" }).click(),
    ]);
    const path = await download.path();
    expect(download.suggestedFilename()).toBe("answer.ts");
    expect(readFileSync(path, "utf8")).toBe(text);
    expect(await page.locator(".exercise-status").textContent()).toContain("work/exercises/ch05/softmaxAxis/");
    await page.getByRole("button", { name: "Start again" }).click();
    await page.locator(".cm-content", { hasText: "NotImplemented" }).waitFor();
    const [chooser] = await Promise.all([
      page.waitForEvent("filechooser"),
      page.getByRole("button", { name: "Open a file" }).click(),
    ]);
    await chooser.setFiles({ name: "answer.ts", mimeType: "text/plain", buffer: readFileSync(path) });
    await page.locator(".cm-content", { hasText: "mine" }).waitFor();
    await page.close();
  });

  test("hints come one by one; the solution asks back before the first check, and then compares", async () => {
    const { page } = await open("E05.4");
    const hints = page.locator("details.hint:visible");
    for (const k of [0, 1, 2]) {
      await hints.nth(k).waitFor();
      expect(await hints.count()).toBe(k + 1);
      await hints.nth(k).locator("summary").click();
    }
    const solution = page.locator("details.solution");
    await solution.locator("summary").press("Enter");
    expect(await solution.getAttribute("open")).toBeNull();
    await page.getByRole("button", { name: "I try first" }).press("Enter");
    expect(await page.locator(".solution-asked").count()).toBe(0);
    await solution.locator("summary").press("Enter");
    await page.getByRole("button", { name: "Show it anyway" }).press("Enter");
    await page.locator("details.solution[open] pre").first().waitFor();
    expect(await solution.innerText()).toContain("no exponential exceeds 1");
    await page.reload();
    await page.getByRole("button", { name: "Edit", exact: true }).click();
    await write(page, "export const softmaxAxis = 1;");
    await check(page);
    await solution.locator("summary").click();
    await page.locator(".solution-side").nth(1).waitFor();
    expect(await page.locator(".solution-side mark").first().innerText()).toContain("softmaxAxis = 1");
    await page.close();
  });

  test("by keyboard alone: into the editor, a check, out again", async () => {
    const { page } = await open("E02.1");
    await page.getByRole("button", { name: "Edit", exact: true }).press("Enter");
    await page.locator(".cm-content").waitFor();
    expect(await page.evaluate(() => document.activeElement?.className)).toContain("cm-content");
    await page.keyboard.press("Control+Enter");
    await page.locator(".tw-check").waitFor();
    await page.locator(".cm-content").focus();
    await page.keyboard.press("Escape");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Check");
    await page.close();
  });

  const views = [390, 1280].flatMap((width) => [false, true].map((dark) => ({ width, dark })));
  test.each(views)("served, axe finds nothing and nothing sticks out: %o", async (size) => {
    for (const id of ["E05.4", "L07.1"]) {
      const { page, complaints } = await open(id, { ...size, height: 900 }, `${served}/${file(id)}`);
      await page.getByRole("button", { name: "Edit", exact: true }).click();
      await page.locator(".cm-content").waitFor();
      await write(page, `${await page.locator(".cm-content").innerText()}\n// mine`);
      await check(page);
      for (const one of await page.locator("details.choice summary, details.hint:visible summary").all())
        await one.click();
      await page.locator("details.solution > summary").click();
      await page.locator(".solution-side").first().waitFor();
      await page.evaluate(axe);
      const found = await page.evaluate(async () => {
        const { axe } = globalThis as unknown as {
          axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
        };
        return (await axe.run()).violations.map(
          (v) => `${v.id}: ${v.nodes.map((n) => n.html.slice(0, 140)).join(" | ")}`,
        );
      });
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      await page.close();
      expect({ id, found, over, complaints }).toEqual({ id, found: [], over: 0, complaints: [] });
    }
  });
});

const wrong = (exercise: Opened, mistake: Mistake): string => applyChanges(exercise.solutionSource, [mistake])!;

/** As a reader has it in the page: the types of the stub come from nowhere, and types are not checked there. */
const withoutStub = (source: string): string => source.replace(/^import type .*stub\.ts";\n/m, "");

async function write(page: Page, text: string): Promise<void> {
  await page.locator(".cm-content").waitFor();
  await page.locator(".cm-content").fill(text);
}

async function check(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Check", exact: true }).click();
  await page.locator("[data-act=check]:not([disabled])").waitFor({ timeout: 120_000 });
}

/** What the report says, without its style. */
const told = (page: Page): Promise<string> => page.locator(".exercise-report .tw-check").innerText();

/** What a terminal's check finds, shown in the same place. */
async function expected(page: Page, exercise: Opened, source: string): Promise<string> {
  const html = asHtml(await checkAnswer(exercise, fromSource(source))).replace(/<style>[\s\S]*?<\/style>/, "");
  return page.evaluate((html) => {
    const place = document.querySelector<HTMLElement>(".exercise-result")!;
    const before = [...place.childNodes];
    place.innerHTML = html;
    const text = place.querySelector<HTMLElement>(".tw-check")!.innerText;
    place.replaceChildren(...before);
    return text;
  }, html);
}
