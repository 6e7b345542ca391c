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
  const { page } = await browser.newPage({ width: 1200, height: 860 });
  await openNotebook(page, lab, "ch00-tour.ipynb");
  await runAll(page);
  // Scroll until the landscape is in the page, then so far that it ends at the lower edge.
  const figure = page.locator(".tw-chart .js-plotly-plot");
  for (let at = 0; at < (await scrollTo(page, at)) && (await figure.count()) === 0; at += 400);
  const { bottom } = await figure.evaluate((element) => element.getBoundingClientRect());
  await page.evaluate((by) => document.querySelector(".jp-WindowedPanel-outer")?.scrollBy(0, by), bottom - 810);
  await page.waitForTimeout(1500);
  mkdirSync(join(root, "book", "_static"), { recursive: true });
  writeFileSync(out, compactPng(await page.screenshot()));
  console.log(out);
} finally {
  await browser.close();
  await lab.stop();
  rmSync(work, { recursive: true, force: true });
}
