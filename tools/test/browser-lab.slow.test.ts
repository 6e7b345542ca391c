/** A reader opens the tour in JupyterLab and runs it: every figure appears, nothing fails, nothing is asked of the net. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Browser, openChromium } from "../browser/chromium.ts";
import {
  type Lab,
  look,
  openNotebook,
  runAll,
  type Seen,
  scrollTo,
  setTheme,
  startLab,
} from "../browser/jupyterlab.ts";
import { missingPart } from "../browser/parts.ts";
import { root } from "../root.ts";

const TOUR = "ch00-tour.ipynb";
const LIVE = "live.ipynb";
const LIVE_MIME = "application/vnd.termwise.live+json";
const pictures = join(root, "build", "screenshots");
const lab = join(root, ".venv", "bin", "jupyter-lab");
const missing = missingPart([
  { path: join(root, "notebooks", TOUR), from: "npm run notebooks" },
  { path: lab, from: "npm start" },
]);

interface Notebook {
  readonly cells: readonly { readonly outputs?: readonly { readonly data?: Record<string, unknown> }[] }[];
}

/** Text alternatives of all figures in the notebook file. */
function expected(): string[] {
  const notebook = JSON.parse(readFileSync(join(root, "notebooks", TOUR), "utf8")) as Notebook;
  const bundles = notebook.cells.flatMap((cell) => cell.outputs ?? []).map((output) => output.data ?? {});
  const figures = bundles.filter((data) => "image/svg+xml" in data || "image/png" in data);
  return figures.map((data) => [data["text/plain"]].flat().join(""));
}

/** A notebook with the tour's first live figure as its output, and a cell that makes another one. */
function liveNotebook(): string {
  const tour = JSON.parse(readFileSync(join(root, "notebooks", TOUR), "utf8")) as Notebook;
  const outputs = tour.cells.flatMap((cell) => cell.outputs ?? []).filter(({ data = {} }) => LIVE_MIME in data);
  const source = `import { interact, show, slider } from "termwise";
show(interact({ rate: slider(0, 1, { label: "learning rate" }) }, (termwise, { rate }) =>
  termwise.plot({ marks: [{ line: [0, rate] }], alt: \`A learning rate of \${rate}.\` })));`;
  const cell = {
    cell_type: "code",
    id: "live",
    metadata: {},
    execution_count: 1,
    source,
    outputs: outputs.slice(0, 1),
  };
  const text = { cell_type: "markdown", id: "words", metadata: {}, source: "One cell, and this one." };
  return JSON.stringify({ ...tour, cells: [cell, text] });
}

function expectAllFigures(seen: Seen): void {
  expect(seen.errors).toEqual([]);
  expect(seen.figures.map((f) => f.alt)).toEqual(expected());
  for (const figure of seen.figures) {
    expect(figure.width, figure.alt).toBeGreaterThan(100);
    expect(figure.height, figure.alt).toBeGreaterThan(40);
    expect(figure.colours, figure.alt).toBeGreaterThan(10);
  }
}

/** Half-way through, where there is something to see. */
async function photograph(page: Page, name: string): Promise<void> {
  const top = await page.evaluate(() => (document.querySelector(".jp-WindowedPanel-outer")?.scrollHeight ?? 0) / 2);
  await scrollTo(page, top);
  await page.screenshot({ path: join(pictures, `${name}.png`) });
}

describe.skipIf(missing)("the tour in JupyterLab", () => {
  const folder = join(root, "build", "browser-lab");
  let work = "";
  let server: Lab;
  let browser: Browser;

  beforeAll(async () => {
    mkdirSync(folder, { recursive: true });
    mkdirSync(pictures, { recursive: true });
    work = mkdtempSync(join(folder, "work-"));
    cpSync(join(root, "notebooks", TOUR), join(work, TOUR));
    writeFileSync(join(work, LIVE), liveNotebook());
    [server, browser] = await Promise.all([startLab(work), openChromium()]);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    rmSync(work, { recursive: true, force: true });
  });

  test("shows every figure as committed, in a notebook that nobody has trusted", async () => {
    const { page, complaints, outside } = await browser.newPage();
    await openNotebook(page, server, TOUR);
    expectAllFigures(await look(page));
    expect({ complaints, outside }).toEqual({ complaints: [], outside: [] });
    await page.close();
  });

  test("a live figure answers the arrow keys, keeps letters to itself, and ends its worker when its cell runs again", async () => {
    const { page, complaints, outside } = await browser.newPage();
    await openNotebook(page, server, LIVE);
    const input = page.getByRole("slider", { name: "learning rate" });
    await input.waitFor();
    const figure = page.locator(".tw-chart").filter({ has: input });
    const words = (): Promise<string | null> => figure.locator("svg[role=img]").getAttribute("aria-label");
    await input.focus();
    await page.keyboard.press("ArrowRight");
    await expect.poll(words, { timeout: 20_000 }).toContain("learning rate of 0.021");
    const count = await page.evaluate(() => document.querySelectorAll(".jp-Notebook .jp-Cell").length);
    await page.keyboard.press("d");
    await page.keyboard.press("d");
    await page.keyboard.press("ArrowLeft");
    await expect.poll(words, { timeout: 20_000 }).toContain("learning rate of 0.020");
    expect(await page.evaluate(() => document.querySelectorAll(".jp-Notebook .jp-Cell").length)).toBe(count);
    expect(await page.locator("iframe[sandbox]").count()).toBe(1);
    await page.locator("iframe[sandbox]").evaluate((frame) => frame.setAttribute("data-before", ""));
    await runAll(page);
    await expect.poll(() => page.locator("iframe[data-before]").count(), { timeout: 20_000 }).toBe(0);
    await expect.poll(words, { timeout: 20_000 }).toContain("rate of 0.5"); // drawn by the kernel just now
    expect({ complaints, outside }).toEqual({ complaints: [], outside: [] });
    await page.close();
  });

  test("runs from top to bottom with every figure and no error, in the light and the dark theme", async () => {
    const { page, complaints, outside } = await browser.newPage();
    await openNotebook(page, server, TOUR);
    await runAll(page);
    expectAllFigures(await look(page));
    await photograph(page, "lab-light");
    await setTheme(page, "dark");
    expectAllFigures(await look(page));
    await photograph(page, "lab-dark");
    expect({ complaints, outside }).toEqual({ complaints: [], outside: [] });
    await page.close();
  });
});
