/** A Plotly figure in a live notebook carries the picture of the committed one. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, test } from "vitest";
import { complete, folder, hashOf } from "../../figures/plotly.ts";
import { root } from "../../root.ts";

const stills = createRequire(import.meta.url)("../../kernel/stills.cjs");
const spec = { data: [{ type: "surface", z: [[1, 2]], name: undefined }], layout: { b: 1, a: [null, "x"] } };

test("kernel and browser give a specification the same name, whatever the order of its keys", () => {
  expect(stills.hashOf(spec)).toBe(hashOf(spec));
  expect(stills.hashOf({ layout: { a: [null, "x"], b: 1 }, data: spec.data })).toBe(hashOf(spec));
});

test("a figure without a picture stays as it is, and so does what is no Plotly figure", () => {
  for (const bundle of [{ "application/vnd.plotly.v1+json": spec, "text/plain": "a" }, { "text/plain": "b" }])
    expect(stills.withStill(bundle)).toBe(bundle);
});

test("a figure of the course gets the very output that the notebooks store", async () => {
  const names = existsSync(folder) ? readdirSync(folder) : [];
  const notebooks = readdirSync(`${root}/notebooks`);
  const stored = notebooks
    .filter((name) => name.endsWith(".ipynb"))
    .flatMap((name) => JSON.parse(readFileSync(`${root}/notebooks/${name}`, "utf8")).cells)
    .flatMap((cell: { outputs?: { data?: Record<string, unknown> }[] }) => cell.outputs ?? [])
    .map((output) => output.data ?? {})
    .filter((data) => "application/vnd.plotly.v1+json" in data);
  expect(stored.length).toBeGreaterThan(0);
  for (const data of stored) {
    const plotly = data["application/vnd.plotly.v1+json"];
    const bare = { "application/vnd.plotly.v1+json": plotly, "text/plain": [data["text/plain"]].flat().join("") };
    expect(names.some((name) => name.startsWith(hashOf(plotly)))).toBe(true);
    expect([stills.withStill(bare)]).toEqual(await complete([bare]));
  }
});
