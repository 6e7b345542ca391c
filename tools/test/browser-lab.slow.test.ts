/** A reader opens the tour in JupyterLab and runs it: every figure appears, nothing fails, nothing is asked of the net. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
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
