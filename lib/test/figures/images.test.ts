/** Picture grids, read back: the paths of the drawing must give the pixels that went in. */
import { expect, test } from "vitest";
import { imageGrid, tensor } from "../../src/index.ts";

const alt = "Pictures for a test.";

/** Shade at each pixel of the drawing: positive for ink and blue, negative for orange. */
function pixelsOf(svg: string): Map<string, number> {
  const found = new Map<string, number>();
  for (const [, stroke, opacity, d] of svg.matchAll(/<path stroke="([^"]+)" stroke-opacity="([\d.]+)" d="([^"]+)"/g)) {
    for (const [, x, y, run] of d.matchAll(/M(\d+) (\d+)h(\d+)(?!\.)/g)) {
      for (let k = 0; k < Number(run); k++) {
        const at = `${Number(x) + k},${y}`;
        if (found.has(at)) throw new Error(`two strokes at ${at}`);
        found.set(at, (stroke.includes("--tw-grad") ? -1 : 1) * Number(opacity));
      }
    }
  }
  return found;
}

const near = (svg: string, x: number, y: number, value: number): void => shaded(pixelsOf(svg), [x, y], value);

const shaded = (pixels: Map<string, number>, [x, y]: [number, number], value: number): void => {
  if (Math.abs((pixels.get(`${x},${y}`) ?? 0) - value) > 1 / 32 + 0.005)
    expect([x, y, pixels.get(`${x},${y}`)]).toEqual([x, y, value]);
};

test("each pixel has its place and its shade", () => {
  const pixels = [0, 0.2, 0.2, 0.9, 0.5, 0, 1, 1, 0.3];
  const { svg } = imageGrid([pixels], { alt });
  for (const [i, v] of pixels.entries()) near(svg, i % 3, Math.floor(i / 3), v);
});

test("random pictures come back pixel by pixel, in their places", () => {
  const pictures = Array.from({ length: 5 }, (_, p) =>
    Array.from({ length: 64 }, (_, i) => ((i * i * (p + 3)) % 17) / 16),
  );
  const { svg } = imageGrid(pictures, { columns: 3, captions: [1, 2, 3, 4, 5], alt });
  const drawn = pixelsOf(svg);
  expect(drawn.size).toBe(pictures.flat().filter((v) => v > 0).length);
  const rows = [...drawn.keys()].map((k) => Number(k.split(",")[1]));
  const second = Math.min(...rows.filter((y) => y > 8));
  for (const [p, pixels] of pictures.entries()) {
    for (const [i, v] of pixels.entries())
      shaded(drawn, [(p % 3) * 10 + (i % 8), (p > 2 ? second : 0) + Math.floor(i / 8)], v);
  }
});

test("one scale for all pictures keeps a faint one faint, a scale for each brings it out", () => {
  const pictures = [
    [1, 0, 0, 0],
    [0.25, 0, 0, 0],
  ];
  near(imageGrid(pictures, { alt }).svg, 3, 0, 0.25);
  near(imageGrid(pictures, { scale: "each", alt }).svg, 3, 0, 1);
});

test("negative pixels are orange with a dash, by the size of the largest number of either sign", () => {
  const { svg } = imageGrid([[0.5, -1, 0, -0.05]], { scale: "diverging", alt });
  near(svg, 0, 0, 0.5);
  near(svg, 1, 0, -1);
  expect(svg.match(/h\.4/g)).toHaveLength(1);
});

test("a picture with negative numbers is drawn with two colours without being told", () => {
  near(imageGrid([[1, -0.5, 0, 0]], { alt }).svg, 1, 0, -0.5);
});

test("grey pictures are white on black on every page", () => {
  const { svg } = imageGrid([[1, 0, 0, 0]], { scale: "grey", alt });
  expect(svg).toMatch(/<path fill="#000" d="M0 0h2v2h-2z"\/>.*stroke="#fff"/);
});

test("a tensor gives its pictures and their size", () => {
  const { svg, summary } = imageGrid(
    tensor([
      [
        [0, 1, 0],
        [1, 0, 0],
      ],
      [
        [0, 0, 0],
        [0, 0, 1],
      ],
    ]),
    { alt },
  );
  expect(summary).toContain("2 pictures of 2 by 3 pixels");
  near(svg, 1, 0, 1);
  near(svg, 3 + 1 + 2, 1, 1);
});

test("marked pictures have a cross and a frame; captions stand in order and are escaped", () => {
  const { svg, summary } = imageGrid([[1], [1], [1]], { captions: ["a", "b<c", 3], marked: [false, true, false], alt });
  const captions = [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map((m) => m[1]);
  expect(captions).toEqual(["a", "✗ b&lt;c", "3"]);
  expect(svg).toContain('stroke-width="2"');
  expect(summary).toContain("1 with a cross");
});

test("forty digits stay under 20 kB", () => {
  const pictures = Array.from({ length: 40 }, (_, p) =>
    Array.from({ length: 64 }, (_, i) => Math.max(0, Math.sin(i * (p + 1)))),
  );
  expect(imageGrid(pictures, { columns: 10, captions: pictures.map((_, i) => i), alt }).svg.length).toBeLessThan(
    20_000,
  );
});
