/** Still pictures of Plotly charts: named by their numbers, kept, and small. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deflateSync } from "node:zlib";
import { afterAll, expect, test } from "vitest";
import { complete } from "../figures/plotly.ts";
import { compactPng, readPng } from "../figures/png.ts";
import { hashOf, PLOTLY } from "../kernel/stills.cjs";

const folder = mkdtempSync(join(tmpdir(), "termwise-figures-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** A PNG as Chromium writes it, every line with the filter of its number modulo 5. */
function png(width: number, height: number, pixel: (x: number, y: number) => number[]): Buffer {
  const raw: number[] = [];
  const row = (y: number): number[] =>
    y < 0 ? new Array(3 * width).fill(0) : Array.from({ length: width }, (_, x) => pixel(x, y)).flat();
  for (let y = 0; y < height; y++) {
    const [above, line, filter] = [row(y - 1), row(y), y % 5];
    const guess = (i: number): number => {
      const [a, b, c] = [i < 3 ? 0 : line[i - 3], above[i], i < 3 ? 0 : above[i - 3]];
      const p = a + b - c;
      const [pa, pb, pc] = [a, b, c].map((v) => Math.abs(p - v));
      return [0, a, b, Math.floor((a + b) / 2), pa <= pb && pa <= pc ? a : pb <= pc ? b : c][filter];
    };
    raw.push(filter, ...line.map((v, i) => (v - guess(i)) & 255));
  }
  const chunk = (type: string, data: Buffer): Buffer => {
    const head = Buffer.alloc(4);
    head.writeUInt32BE(data.length);
    return Buffer.concat([head, Buffer.from(type), data, Buffer.alloc(4)]);
  };
  const size = Buffer.alloc(13);
  size.writeUInt32BE(width, 0);
  size.writeUInt32BE(height, 4);
  size.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.alloc(8),
    chunk("IHDR", size),
    chunk("IDAT", deflateSync(Buffer.from(raw))),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

const smooth = (x: number, y: number): number[] => [x * 3, 255 - y * 5, (x * y) % 256];

test("pictures with any filter are read pixel by pixel", () => {
  const { width, height, rgb } = readPng(png(20, 10, smooth));
  expect([width, height]).toEqual([20, 10]);
  expect([...rgb]).toEqual(
    Array.from({ length: 10 }, (_, y) => Array.from({ length: 20 }, (_, x) => smooth(x, y))).flat(2),
  );
});

test("a picture of few colours keeps them exactly, and has a palette", () => {
  const flag = (x: number): number[] =>
    [
      [255, 0, 0],
      [255, 255, 255],
      [0, 0, 255],
    ][x % 3];
  const small = compactPng(png(30, 20, flag));
  expect(small[25]).toBe(3); // colour type: palette
  const at = small.indexOf("PLTE");
  const palette = [...small.subarray(at + 4, at + 4 + small.readUInt32BE(at - 4))];
  expect(new Set([0, 3, 6].map((k) => palette.slice(k, k + 3).join()))).toEqual(
    new Set(["255,0,0", "255,255,255", "0,0,255"]),
  );
  expect(small.subarray(0, 8)).toEqual(Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]));
});

test("a specification's name does not depend on the order of keys, but on every number", () => {
  expect(hashOf({ a: 1, b: [1, { c: 2, d: 3 }] })).toBe(hashOf({ b: [1, { d: 3, c: 2 }], a: 1 }));
  expect(hashOf({ a: [null], b: undefined })).toBe(hashOf({ a: [null] }));
  expect(hashOf({ a: [1, 2] })).not.toBe(hashOf({ a: [2, 1] }));
  expect(hashOf({ a: 1 })).not.toBe(hashOf({ a: 1.0000001 }));
});

test("a picture that is kept completes its bundle without a browser", async () => {
  const spec = { data: [{ type: "scatter", y: [1, 2] }], layout: {} };
  writeFileSync(join(folder, `${hashOf(spec)}.svg`), "<svg>kept</svg>");
  const other = { "text/plain": "no chart" };
  const [done, same] = await complete([{ [PLOTLY]: spec, "text/plain": 'two "points"' }, other], { into: folder });
  expect(done["image/svg+xml"]).toBe("<svg>kept</svg>");
  expect(done["text/html"]).toContain('alt="two &quot;points&quot;"');
  expect(done["text/plain"]).toBe('two "points"');
  expect(same).toBe(other);
});
