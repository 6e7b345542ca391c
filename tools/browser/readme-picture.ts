/** The picture of the README: the tour in JupyterLab, just run. `node tools/run.mjs tools/browser/readme-picture.ts` */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { compactPng } from "../figures/png.ts";
import { root } from "../root.ts";
import { openChromium } from "./chromium.ts";
import { openNotebook, runAll, scrollTo, startLab } from "./jupyterlab.ts";

const out = join(root, "book", "_static", "readme-jupyterlab.png");
const work = mkdtempSync(join(root, "build", "readme-"));
for (const name of ["start-here.ipynb", "ch00-tour.ipynb", "syllabus.ipynb"])
  cpSync(join(root, "notebooks", name), join(work, name));
const [lab, browser] = await Promise.all([startLab(work), openChromium({ scale: 1.5 })]);
try {
  const { page } = await browser.newPage({ width: 1000, height: 1090 });
  await openNotebook(page, lab, "ch00-tour.ipynb");
  await page.keyboard.press("Control+b"); // without the file list
  await runAll(page);
  // Scroll to the six lines of the training loop; the loss curve stands below them.
  const loop = page.locator('.jp-CodeCell:has-text("optimizer.zeroGrad")').first();
  for (let at = 0; at < (await scrollTo(page, at)) && (await loop.count()) === 0; at += 400);
  for (let again = 0; again < 4; again++) {
    const { top } = await loop.evaluate((element) => element.getBoundingClientRect());
    await page.evaluate((by) => document.querySelector(".jp-WindowedPanel-outer")?.scrollBy(0, by), top - 95);
    await page.waitForTimeout(500);
  }
  await page.waitForTimeout(1500);
  mkdirSync(join(root, "book", "_static"), { recursive: true });
  writeFileSync(out, compactPng(await page.screenshot()));
  console.log(out);
} finally {
  await browser.close();
  await lab.stop();
  rmSync(work, { recursive: true, force: true });
}
