/** Notebooks count figures, listings and equations themselves; the pages of the book must show the same numbers. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { root } from "../../root.ts";
import { script } from "./python.ts";

const site = join(root, "build", "book");
const missing = !existsSync(join(site, "index.html"));
if (missing && process.env.CI) throw new Error("build/book is not there; npm run book makes it");
if (missing) console.warn("skipped: build/book is not there; npm run book makes it");

test.skipIf(missing)("every figure, listing and equation has the same number in notebook and page", async () => {
  const labels = JSON.parse((await script("numbers.py")).text) as [
    stem: string,
    name: string,
    kind: string,
    number: string,
  ][];
  expect(labels.length).toBeGreaterThan(5);
  for (const [stem, name, kind, number] of labels) {
    const page = readFileSync(join(site, `${stem}.html`), "utf8");
    const shown =
      kind === "Equation"
        ? new RegExp(`id="equation-${name}"[\\s\\S]*?class="eqno">\\(([\\d.]+)\\)`).exec(page)
        : new RegExp(`id="${name}"[\\s\\S]*?class="caption-number">\\w+ ([\\d.]+)`).exec(page);
    expect(`${stem} ${name} ${shown?.[1]}`).toBe(`${stem} ${name} ${number}`);
  }
});
