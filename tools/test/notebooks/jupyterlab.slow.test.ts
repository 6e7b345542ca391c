/** What JupyterLab makes of our notebooks: opened and saved they stay as they are; run and saved too. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Browser, openChromium } from "../../browser/chromium.ts";
import { type Lab, openNotebook, runAll, startLab } from "../../browser/jupyterlab.ts";
import { missingPart } from "../../browser/parts.ts";
import { root } from "../../root.ts";
import { Course, type Notebook, type NotebookCell } from "./python.ts";

const missing = missingPart([
  { path: join(root, ".venv", "bin", "jupyter-lab"), from: "npm start" },
  { path: join(root, "lib", "dist", "index.js"), from: "npm run build" },
]);
const COURSE = ["ch00-tour", "start-here", "syllabus"];

describe.skipIf(missing)("a notebook in JupyterLab", () => {
  const course = new Course();
  let folder: string; // inside the checkout, where cells find the library
  let lab: Lab;
  let browser: Browser;
  beforeAll(async () => {
    expect((await course.notebooks()).code).toBe(0);
    mkdirSync(join(root, "build"), { recursive: true });
    folder = mkdtempSync(join(root, "build", "jupyterlab-"));
    cpSync(join(course.folder, "notebooks"), folder, { recursive: true });
    for (const stem of COURSE) cpSync(join(root, "notebooks", `${stem}.ipynb`), join(folder, `${stem}.ipynb`));
    [lab, browser] = await Promise.all([startLab(folder), openChromium()]);
  });
  afterAll(async () => {
    await browser?.close();
    await lab?.stop();
    course.remove();
    rmSync(folder, { recursive: true, force: true });
  });

  test.each(["ch90-trial", ...COURSE])("%s is the same after Run All and Save", async (stem) => {
    const path = join(folder, `${stem}.ipynb`);
    const before = readFileSync(path, "utf8");
    const { page } = await browser.newPage();
    await openNotebook(page, lab, `${stem}.ipynb`);
    await page.waitForFunction(() => !document.querySelector(".jp-mod-dirty"), null, { timeout: 10_000 }); // a first start blinks
    await save(page);
    expect(readFileSync(path, "utf8") === before, "opened and saved: the same bytes").toBe(true);
    await runAll(page);
    await save(page);
    expect(differences(JSON.parse(before), JSON.parse(readFileSync(path, "utf8")))).toEqual([]);
    await page.close();
  });
});

async function save(page: Page): Promise<void> {
  await page.click('.lm-MenuBar-item:has-text("File")');
  await page.click('.lm-Menu-item[data-command="docmanager:save"]');
  await page.waitForFunction(() => !document.querySelector(".jp-mod-dirty"));
  await page.waitForTimeout(500);
}

/** Where two notebooks differ, in few words: whole outputs would fill screens. */
function differences(before: Notebook, after: Notebook): string[] {
  const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
  const found = same(before.metadata, after.metadata) ? [] : [`metadata: ${JSON.stringify(after.metadata)}`];
  if (before.cells.length !== after.cells.length) return [...found, `${after.cells.length} cells`];
  for (const [i, cell] of before.cells.entries()) {
    const other = after.cells[i];
    for (const key of new Set([...Object.keys(cell), ...Object.keys(other)]) as Set<keyof NotebookCell>)
      if (!same(cell[key], other[key])) found.push(`cell ${i} ${key}: ${JSON.stringify(other[key])?.slice(0, 300)}`);
  }
  return found;
}
