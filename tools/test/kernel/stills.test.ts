/** A Plotly figure in a live notebook carries the picture of the committed one. */
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { PLOTLY, withStill } from "../../kernel/stills.cjs";
import { root } from "../../root.ts";

const spec = { data: [{ type: "surface", z: [[1, 2]], name: undefined }], layout: { b: 1, a: [null, "x"] } };

test("a figure without a picture stays as it is, and so does what is no Plotly figure", () => {
  for (const bundle of [{ [PLOTLY]: spec, "text/plain": "a" }, { "text/plain": "b" }])
    expect(withStill(bundle)).toBe(bundle);
});

test("a figure of the course gets the very output that the notebooks store", () => {
  const notebooks = readdirSync(`${root}/notebooks`);
  const stored = notebooks
    .filter((name) => name.endsWith(".ipynb"))
    .flatMap((name) => JSON.parse(readFileSync(`${root}/notebooks/${name}`, "utf8")).cells)
    .flatMap((cell: { outputs?: { data?: Record<string, unknown> }[] }) => cell.outputs ?? [])
    .map((output) => output.data ?? {})
    .filter((data) => PLOTLY in data);
  expect(stored.length).toBeGreaterThan(0);
  for (const data of stored) {
    const joined = Object.fromEntries(
      Object.entries(data).map(([mime, value]) => [mime, mime === PLOTLY ? value : [value].flat().join("")]),
    );
    const bare = { [PLOTLY]: data[PLOTLY], "text/plain": joined["text/plain"] };
    expect(withStill(bare)).toEqual(joined);
  }
});
