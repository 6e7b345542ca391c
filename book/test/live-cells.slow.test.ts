/** Live cells in a browser: every cell of every chapter gives what is stored; editing, stopping, resetting; keyboard; safety. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Browser, findChromium, openChromium, type Watch } from "../../tools/browser/chromium.ts";
import { root } from "../../tools/root.ts";
import { serveSite } from "../../tools/start/site.ts";
import { differences, type StoredCell } from "./support/cells.ts";
import { buildSite, missing, site } from "./support/site.ts";

const chromium = findChromium();
const reason = missing() ?? ("missing" in chromium && !process.env.CI ? chromium.missing : null);
if (reason) console.log(`skipped: ${reason}`);

interface Stored {
  readonly cells: (StoredCell & { readonly cell_type: string; readonly metadata: { tags?: string[] } })[];
  readonly metadata: { readonly termwise: { readonly values: Record<string, string> } };
}
interface Event {
  readonly type: string;
  readonly detail: {
    readonly index: number;
    readonly state?: string;
    readonly name?: string;
    readonly text?: string;
    readonly output?: never;
  };
}
/** Bytes, packed, of what is loaded when it is needed. */
const MOST: Readonly<Record<string, number>> = {
  "live-cells": 12e3,
  "live-worker": 130e3,
  "termwise-library": 260e3,
  "live-editor": 170e3,
  "live-names": 30e3,
  "termwise-check": 30e3,
};
const stored = (name: string): Stored => JSON.parse(readFileSync(join(root, "build/book-src", name), "utf8"));
const isCode = ({ cell_type }: { cell_type: string }): boolean => cell_type === "code";
const isLive = ({ metadata }: { metadata: { tags?: string[] } }): boolean => !metadata.tags?.includes("kernel-only");
const chapters = reason
  ? []
  : readdirSync(join(root, "build/book-src")).filter(
      (name) => name.endsWith(".ipynb") && stored(name).cells.filter(isCode).some(isLive),
    );

describe.skipIf(reason)("live cells", () => {
  let folder: string;
  let server: Server;
  let base: string;
  let browser: Browser;
  const file = (name: string): string => pathToFileURL(join(site, name)).href;

  beforeAll(async () => {
    buildSite();
    folder = mkdtempSync(join(tmpdir(), "termwise-live-"));
    cpSync(site, join(folder, "course/book"), { recursive: true });
    writeFileSync(join(folder, "index.html"), "somebody else's front page");
    server = await serveSite(folder, 0);
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/course/book`;
    browser = await openChromium();
  });
  afterAll(async () => {
    await browser?.close();
    server?.close();
    if (folder) rmSync(folder, { recursive: true, force: true });
  });

  async function visit(address: string, size: Parameters<Browser["newPage"]>[0] = {}): Promise<Watch> {
    const watch = await browser.newPage(size);
    await watch.page.addInitScript(() => {
      const seen: unknown[] = [];
      Object.assign(globalThis, { seen });
      for (const type of ["termwise:output", "termwise:record", "termwise:ran"])
        document.addEventListener(type, (event) => seen.push({ type, detail: (event as CustomEvent).detail }));
    });
    await watch.page.goto(address);
    return watch;
  }
  const seen = (page: Page): Promise<Event[]> => page.evaluate(() => (globalThis as unknown as { seen: Event[] }).seen);
  const cell = (page: Page, index: number) => page.locator(`.cell:has(> [data-cell="${index}"])`);
  const state = (page: Page, index: number, wanted: string): Promise<void> =>
    page.locator(`.cell[data-state="${wanted}"]:has(> [data-cell="${index}"])`).waitFor({ timeout: 60_000 });
  async function write(page: Page, index: number, text: string): Promise<void> {
    await cell(page, index).locator("[data-act=edit]").click();
    await cell(page, index).locator(".cm-content").waitFor();
    await page.keyboard.press("Control+a");
    await page.keyboard.insertText(text);
  }

  async function runsAsStored(name: string, address: string, offline: boolean): Promise<void> {
    const { page, complaints, outside } = await visit(address);
    if (offline) await page.context().setOffline(true);
    const { cells, metadata } = stored(name);
    const code = cells.filter(isCode);
    const live = [...code.keys()].filter((k) => isLive(code[k]));
    await page.locator("[data-act=run-all]").first().click();
    await page
      .waitForFunction(
        (count) =>
          (globalThis as unknown as { seen: Event[] }).seen.filter(({ type }) => type === "termwise:ran").length >=
          count,
        live.length,
        { timeout: 300_000 },
      )
      .catch(() => null); // what is missing shows below
    const events = await seen(page);
    if (offline) await page.context().setOffline(false);
    await page.close();
    const of = (type: string, k: number): Event["detail"][] =>
      events.filter((one) => one.type === type && one.detail.index === k).map(({ detail }) => detail);
    const faults = live.flatMap((k) => {
      const ended = of("termwise:ran", k).length === 1 ? [] : ["did not run"];
      const outputs = of("termwise:output", k).map(({ output }) => output as never);
      return [...ended, ...differences(outputs, code[k])].map((fault) => `cell ${k + 1}: ${fault}`);
    });
    const values = Object.fromEntries(
      events.flatMap(({ type, detail }) => (type === "termwise:record" ? [[detail.name, detail.text]] : [])),
    );
    const wanted = live.length === code.length ? metadata.termwise.values : values;
    expect({ faults, values, complaints, outside }).toEqual({
      faults: [],
      values: wanted,
      complaints: [],
      outside: [],
    });
  }

  describe.each(chapters)("%s", (name) => {
    const address = name.replace(/ipynb$/, "html");
    test("every live cell gives what is stored, to the bit, from a server under a sub-path", () =>
      runsAsStored(name, `${base}/${address}`, false));
    test("and from a folder without a network", () => runsAsStored(name, file(address), true));
  });

  test("before the first click nothing of it is loaded but a loader of 5 KB", async () => {
    const { page } = await browser.newPage();
    const asked: string[] = [];
    page.on("request", (request) => asked.push(new URL(request.url()).pathname.split("/").at(-1) as string));
    await page.goto(`${base}/ch00-tour.html`, { waitUntil: "networkidle" });
    expect(asked.filter((one) => /live-|termwise-|exercises/.test(one))).toEqual([]);
    await page.close();
    const { outputFiles } = await build({
      entryPoints: [join(root, "book/assets/js/live/loader.ts")],
      bundle: true,
      minify: true,
      format: "iife",
      write: false,
    });
    const size = (bytes: Uint8Array): number => gzipSync(bytes).length;
    expect(size(outputFiles[0].contents)).toBeLessThan(5000);
    const sizes = Object.keys(MOST).map(
      (one) => [one, size(readFileSync(join(site, "_static", `${one}.js`)))] as const,
    );
    console.log(sizes.map(([one, bytes]) => `${one} ${Math.round(bytes / 1000)} KB`).join(", "));
    for (const [one, bytes] of sizes) expect(bytes, one).toBeLessThan(MOST[one]);
  });

  test("a click runs what is above first; the second click is quick; times are printed", async () => {
    const { page } = await visit(file("ch00-tour.html"));
    const run = (index: number): Promise<number> =>
      page.evaluate(async (index) => {
        const start = performance.now();
        const done = new Promise((resolve) => {
          document.addEventListener(
            "termwise:ran",
            (event) => (event as CustomEvent).detail.index === index && resolve(0),
          );
        });
        document.querySelector<HTMLElement>(`[data-cell="${index}"] [data-act=run]`)?.click();
        await done;
        return performance.now() - start;
      }, index);
    const [cold, warm, again] = [await run(2), await run(3), await run(3)];
    console.log(
      `click to result: cold ${cold.toFixed(0)} ms, warm ${warm.toFixed(0)} ms, again ${again.toFixed(0)} ms`,
    );
    const order = (await seen(page)).filter(({ type }) => type === "termwise:ran").map(({ detail }) => detail.index);
    expect(order.slice(0, 4)).toEqual([0, 1, 2, 3]);
    expect(await cell(page, 0).locator(".live-output").isVisible()).toBe(false); // it stays as it is stored
    await page.close();
  });

  test("an edit is marked, kept for the next visit, changes numbers in the text, and Reset takes all of it back", async () => {
    const { page } = await visit(file("ch00-tour.html"));
    const value = page.locator('[data-value="missed"]').first();
    const printed = await value.textContent();
    const source = (await cell(page, 2).locator("pre").first().textContent()) as string;
    await write(page, 2, 'import { record } from "termwise";\nrecord("missed", 1234);\nconsole.log("mine", [1, 2]);');
    await page.keyboard.press("Shift+Enter");
    await state(page, 2, "done");
    expect(await cell(page, 2).locator(".live-output").textContent()).toBe("mine [ 1, 2 ]\n");
    expect(await cell(page, 2).locator(".edited-mark").isVisible()).toBe(true);
    expect(
      await value.evaluate((one) => [
        one.classList.contains("yours"),
        one.firstChild?.textContent,
        one.getAttribute("title"),
      ]),
    ).toEqual([true, "1,234", `From your run. Printed here: ${printed}`]);
    await page.reload();
    await cell(page, 2).locator(".edited-mark").waitFor();
    expect(await cell(page, 2).locator("pre").first().textContent()).toContain('record("missed", 1234)');
    await cell(page, 2).locator("[data-act=run]").click();
    await state(page, 2, "done");
    await cell(page, 2).getByRole("button", { name: "Reset" }).click();
    expect(await cell(page, 2).locator("pre").first().textContent()).toBe(source);
    expect(await cell(page, 2).locator(".cell_output:not(.live-output)").first().isVisible()).toBe(true);
    expect(await value.textContent()).toBe(printed);
    await page.reload();
    expect(await page.locator(".edited-mark:visible").count()).toBe(0);
    await page.close();
  });

  test("an edit above starts again from the top, and a cell's error names its line in the library's words", async () => {
    const { page } = await visit(file("ch00-tour.html"));
    await write(
      page,
      2,
      'import { tensor } from "termwise";\nconst input = tensor([1, 2]);\nconst loss = tensor([[1, 2]]).matmul(input);',
    );
    await page.keyboard.press("Shift+Enter");
    await state(page, 2, "failed");
    const trace = await cell(page, 2).locator(".traceback").textContent();
    expect(trace).toMatch(
      /^ShapeError: matmul: .*\n {2}got .*\n(?: {2}expected .*\n)? {2}hint: .*\n {4}at cell \[3\], line 3: const loss = /,
    );
    expect(await cell(page, 2).locator(".cm-fault").textContent()).toContain("matmul(input)");
    await cell(page, 3).locator("[data-act=run]").click();
    await page.getByText("Did not run: cell 3 above failed.").waitFor();
    await write(page, 2, "const input = tensr([1]);");
    await page.keyboard.press("Shift+Enter");
    await page.getByText("line 1: Cannot find name 'tensr'.").waitFor();
    await write(page, 2, "const input = tensor([1]);");
    await page.keyboard.press("Shift+Enter");
    await page.getByText('hint: import { tensor } from "termwise";').waitFor();
    await cell(page, 2).getByRole("button", { name: "Reset" }).click();
    await cell(page, 3).locator("[data-act=run]").click();
    await state(page, 3, "done");
    await page.close();
  });

  test("an endless loop: the page stays awake, asks after 30 s, and Stop ends it", async () => {
    const { page } = await visit(file("ch00-tour.html"));
    await page.clock.install();
    await write(page, 0, "for (;;) console.log('again');");
    await page.keyboard.press("Shift+Enter");
    await state(page, 0, "running");
    await page.clock.runFor(31_000);
    await cell(page, 0).getByText("Still running after 30 s.").waitFor();
    await cell(page, 0).getByRole("button", { name: "Keep running" }).click();
    await cell(page, 0).getByRole("button", { name: "Stop" }).click();
    await state(page, 0, "stopped");
    expect(await page.locator("iframe").count()).toBe(0);
    await write(page, 0, "while (true);");
    await page.keyboard.press("Shift+Enter");
    await state(page, 0, "running");
    await page.clock.runFor(121_000);
    await state(page, 0, "stopped");
    await cell(page, 0).getByRole("button", { name: "Reset" }).click();
    await page.close();
  });

  test("by keyboard alone: to the cell, into the editor, run, out again, on", async () => {
    const { page } = await visit(`${base}/ch00-tour.html`, { width: 390, height: 844 });
    const focus = (): Promise<string> =>
      page.evaluate(() => {
        const one = document.activeElement as HTMLElement;
        return one.dataset.act ?? one.className.split(" ")[0];
      });
    await cell(page, 0).locator("[data-act=run]").focus();
    await page.keyboard.press("Tab");
    expect(await focus()).toBe("edit");
    await page.keyboard.press("Enter");
    await cell(page, 0).locator(".cm-content").waitFor();
    await page.waitForFunction(() => document.activeElement?.classList.contains("cm-content"));
    await page.keyboard.press("Tab"); // nothing typed yet: on to the next control
    expect(await focus()).not.toBe("cm-content");
    await page.keyboard.press("Shift+Tab");
    expect(await focus()).toBe("cm-content");
    await page.keyboard.press("Control+Home");
    await page.keyboard.type("// mine");
    await page.keyboard.press("Home");
    await page.keyboard.press("Tab"); // now it indents
    expect(await focus()).toBe("cm-content");
    expect(await cell(page, 0).locator(".cm-line").first().textContent()).toBe(
      '  // mineimport { digits } from "termwise";',
    );
    await page.keyboard.press("Shift+Enter");
    await state(page, 0, "failed"); // the import is a comment now
    await page.keyboard.press("Escape");
    expect(await focus()).toBe("run");
    await page.keyboard.press("Tab");
    expect(await focus()).toBe("edit");
    await page.keyboard.press("Tab");
    expect(await focus()).toBe("reset");
    await page.keyboard.press("Enter");
    expect(await page.locator(".cm-content").count()).toBe(0);
    await page.close();
  });

  test("completion offers the library's names with what they do, and imports what is chosen", async () => {
    const { page } = await visit(file("ch00-tour.html"));
    await write(page, 0, "const a = softm");
    await page.keyboard.press("End");
    await page.keyboard.press("Control+Space");
    const info = page.locator(".cm-completionInfo");
    await info.waitFor();
    expect(await info.textContent()).toMatch(/^softmax\(x: Tensor.*probabilities that sum to 1/);
    await page.waitForTimeout(150); // a list younger than 75 ms takes no Enter, lest it catch one meant for the text
    await page.keyboard.press("Enter");
    expect(await cell(page, 0).locator(".cm-content").innerText()).toMatch(
      /^import \{ softmax \} from "termwise";\nconst a = softmax/,
    );
    await cell(page, 0).getByRole("button", { name: "Reset" }).click();
    await page.close();
  });

  test("a hostile cell reaches neither the page nor the network, and its HTML is only text and shape", async () => {
    const asked: string[] = [];
    const trap = createServer((request, response) => {
      asked.push(String(request.url));
      response.writeHead(200, { "access-control-allow-origin": "*", "content-type": "text/javascript" }).end("1");
    });
    await new Promise<void>((ready) => void trap.listen(0, "127.0.0.1", ready));
    const at = `127.0.0.1:${(trap.address() as AddressInfo).port}`;
    const { page } = await visit(`${base}/ch00-tour.html`);
    await write(
      page,
      0,
      `import { display } from "tslab";
display.html('<b>fine</b><script>parent.hacked = 1</' + 'script><img src="http://${at}/img" onerror="hacked=1"><iframe src="http://${at}/frame"></iframe><a href="javascript:hacked=1">x</a><p style="background:url(http://${at}/css)">p</p>');
display.svg('<svg xmlns="http://www.w3.org/2000/svg" onload="hacked=1"><script>hacked=1</' + 'script><foreignObject/><image href="http://${at}/svg"/><circle r="3"/></svg>');
const own = globalThis as any;
const tries = [() => fetch("http://${at}/fetch"), () => own.eval("1"), () => own.indexedDB.open("x"), () => import("http://${at}/import"),
  () => own.importScripts("http://${at}/scripts"), () => new own.Worker("http://${at}/worker"), () => own.caches.open("x"), () => { const x = new own.XMLHttpRequest(); x.open("GET", "http://${at}/xhr", false); x.send(); },
  () => new Promise((ok, no) => { Object.assign(new own.WebSocket("ws://${at}/socket"), { onopen: ok, onerror: no }); })];
const results: string[] = [];
for (const one of tries) try { await one(); results.push("reached"); } catch { results.push("refused"); }
console.log(results.join(" "), own.origin);`,
    );
    await page.keyboard.press("Shift+Enter");
    await state(page, 0, "done");
    const output = cell(page, 0).locator(".live-output");
    expect(await output.locator("pre").last().textContent()).toBe(`${"refused ".repeat(9)}null\n`);
    expect(
      await output
        .locator("script, iframe, foreignObject, [onload], [onerror], [style*=url], [href^=javascript], img[src]")
        .count(),
    ).toBe(0);
    expect(await output.locator("b, circle").count()).toBe(2);
    expect(await page.evaluate(() => "hacked" in globalThis)).toBe(false);
    await cell(page, 0).getByRole("button", { name: "Reset" }).click();
    await page.close();
    trap.close();
    expect(asked).toEqual([]);
  });
});
