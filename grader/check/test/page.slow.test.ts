/** A check in a web page: the same build, the same report; it reads well at phone width, in the dark, and without a mouse. */
import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Browser, findChromium, openChromium } from "../../../tools/browser/chromium.ts";
import { root } from "./help.ts";

const chromium = findChromium();
if ("missing" in chromium && process.env.CI) throw new Error(chromium.missing);
if ("missing" in chromium) console.log(`skipped: ${chromium.missing}`);

const page = `<!doctype html><html lang="en"><title>check</title><link rel="icon" href="data:,">
<script type="importmap">{"imports": {"termwise": "/lib/dist/index.js", "@termwise/check": "/grader/check/dist/index.js"}}</script>
<main></main>
<script type="module">
import { softmax } from "termwise";
import { check } from "@termwise/check";
const shown = [];
globalThis.__termwise = { display: (data) => shown.push(data) };
const softmaxAxis = (x, axis) => {
  const e = x.sub(x.max(axis, { keep: true })).exp();
  return e.div(e.sum(axis, { keep: true }));
};
const diagonal = (y, g, axis) => g.mul(y).mul(y.neg().add(1));
await check("E05.4", { softmaxAxis, softmaxAxisVjp: diagonal });
await check("E05.4", { softmaxAxis: (x, axis) => softmax(x, axis), softmaxAxisVjp: diagonal });
document.querySelector("main").innerHTML = shown[0]["text/html"];
globalThis.texts = shown.map((data) => data["text/plain"]);
</script></html>`;

describe.skipIf("missing" in chromium)("check in a page", () => {
  let server: Server;
  let browser: Browser;
  let address: string;
  beforeAll(async () => {
    server = createServer(async (request, response) => {
      const path = new URL(request.url!, "http://localhost").pathname;
      if (path === "/") return void response.setHeader("content-type", "text/html").end(page);
      const file = await readFile(join(root, path)).catch(() => null);
      response.writeHead(file ? 200 : 404, { "content-type": "text/javascript" }).end(file);
    }).listen(0, "127.0.0.1");
    await new Promise((resolve) => server.once("listening", resolve));
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    browser = await openChromium();
  });
  afterAll(async () => {
    await browser?.close();
    server?.close();
  });

  test("names the mistake, and finds a forbidden call, without an error or a request elsewhere", async () => {
    const { page, complaints, outside } = await browser.newPage();
    await page.goto(address);
    await page.waitForFunction("globalThis.texts?.length === 2", null, { timeout: 60_000 });
    const [named, forbidden] = (await page.evaluate("globalThis.texts")) as string[];
    expect(named).toContain("treats the Jacobian as diagonal");
    expect(forbidden).toContain("you called the library's softmax");
    expect(complaints).toEqual([]);
    expect(outside).toEqual([]);
    await page.close();
  });

  test.each([
    { width: 390, dark: false },
    { width: 390, dark: true },
    { width: 1280, dark: true },
  ])("has no serious fault of accessibility and does not scroll sideways: %o", async (size) => {
    const { page } = await browser.newPage(size);
    await page.goto(address);
    await page.waitForSelector(".tw-check", { timeout: 60_000 });
    expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
    await page.addScriptTag({ path: join(root, "node_modules/axe-core/axe.min.js") });
    const found = (await page.evaluate(
      `axe.run(".tw-check", { runOnly: ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"] }).then((r) => r.violations.map((v) => v.id + ": " + v.nodes.map((n) => n.html)))`,
    )) as string[];
    expect(found).toEqual([]);
    await page.keyboard.press("Tab"); // the hint
    expect(await page.evaluate("document.activeElement.tagName")).toBe("SUMMARY");
    await page.keyboard.press("Enter");
    expect(await page.evaluate("document.activeElement.parentElement.open")).toBe(true);
    await page.close();
  });
});
