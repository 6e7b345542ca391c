/** Small pictures side by side: digits, filters and weights, each with a caption. */
import { altText, type Figure } from "./figure.ts";
import { brief, isShaped, type Numbers, numberList, type Shaped, sameLength, wrong } from "./numbers.ts";
import { escapeText } from "./picture.ts";
import { FONT, GRADIENT, INK, VALUE, WIDTH } from "./theme.ts";

export interface ImageGridOptions {
  readonly alt: string;
  /** A line under each picture. */
  readonly captions?: readonly string[];
  /** Which pictures get a frame and a cross, such as those that were recognised wrongly. */
  readonly marked?: readonly boolean[];
  /** "ink": stronger is more ink, on light and dark pages; "grey": 0 black, 1 white; "signed": blue above 0, orange below. */
  readonly tone?: "ink" | "grey" | "signed";
  /** Height and width of one picture; square pictures need none. */
  readonly size?: readonly [height: number, width: number];
  readonly columns?: number;
  /** Values for the weakest and strongest shade; by default those of all pictures together. */
  readonly range?: readonly [low: number, high: number];
}

interface Tile {
  readonly pixels: readonly number[];
  readonly caption: string;
  readonly marked: boolean;
}

const SHADES = 24;

/**
 * Pictures in a grid. A picture is a row of pixels; a tensor may be [n, pixels] or [n, height, width].
 *
 *     show(imageGrid(rows, { captions: rows.map((_, i) => `${names[i]}`), alt: "…" }))
 */
export function imageGrid(
  images: ArrayLike<Numbers> | Shaped,
  { alt, captions, marked, tone = "ink", size, columns, range }: ImageGridOptions,
): Figure {
  const op = "imageGrid";
  const text = altText(op, alt);
  const { rows, shape } = readImages(op, images, size);
  if (captions) sameLength(op, ["captions", captions.length], ["images", rows.length]);
  if (marked) sameLength(op, ["marked", marked.length], ["images", rows.length]);
  if (tone !== "ink" && tone !== "grey" && tone !== "signed")
    wrong(
      op,
      "a picture has one of three tones",
      JSON.stringify(tone),
      '"ink", "grey" or "signed"',
      'tone: "signed" for weights',
    );
  const limits = range ?? limitsOf(rows, tone);
  const tiles = rows.map((pixels, i) => ({ pixels, caption: captions?.[i] ?? "", marked: marked?.[i] ?? false }));
  const svg = draw(tiles, {
    shape,
    tone,
    limits,
    across: columns ?? bestColumns(rows.length),
    captioned: captions !== undefined,
  });
  const crossed = tiles.filter((t) => t.marked).length;
  const summary = `${rows.length} pictures of ${shape[0]} by ${shape[1]} pixels, values from ${brief(limits[0])} to ${brief(limits[1])}${crossed ? `; ${crossed} with a cross` : ""}${captions ? `. Captions: ${captions.join("; ")}` : ""}.`;
  return { kind: "svg", alt: text, summary, svg };
}

function readImages(
  op: string,
  images: ArrayLike<Numbers> | Shaped,
  size?: readonly [number, number],
): { rows: number[][]; shape: readonly [number, number] } {
  const rows = isShaped(images)
    ? splitRows(images)
    : Array.from(images, (image, i) => numberList(op, `images[${i}]`, flat(image)));
  if (rows.length === 0)
    wrong(op, "there is no picture to show", "0 images", "at least one", "look at what selected them");
  const own = isShaped(images) && images.shape.length > 2 ? images.shape.slice(-2) : undefined;
  const side = Math.round(Math.sqrt(rows[0].length));
  const shape = size ?? (own ? ([own[0], own[1]] as const) : ([side, side] as const));
  const odd = rows.findIndex((row) => row.length !== shape[0] * shape[1]);
  if (odd >= 0) {
    const got = `${rows[odd].length} pixels in images[${odd}] for ${shape[0]} × ${shape[1]}`;
    wrong(
      op,
      "each picture has height × width pixels",
      got,
      `${shape[0] * shape[1]} pixels in each`,
      "give size: [height, width]",
    );
  }
  return { rows, shape };
}

const flat = (image: Numbers): Numbers => (isShaped(image) && image.shape.length > 1 ? image.data() : image);

function splitRows(images: Shaped): number[][] {
  const count = images.shape.length > 1 ? images.shape[0] : 1;
  const data = numberList("imageGrid", "images", images.data());
  const pixels = data.length / count;
  return Array.from({ length: count }, (_, i) => data.slice(i * pixels, (i + 1) * pixels));
}

function limitsOf(rows: number[][], tone: string): readonly [number, number] {
  let [low, high] = [Infinity, -Infinity];
  for (const row of rows) for (const v of row) [low, high] = [Math.min(low, v), Math.max(high, v)];
  if (tone === "signed") return [-Math.max(-low, high), Math.max(-low, high)];
  return [Math.min(0, low), high > low ? high : low + 1];
}

function bestColumns(count: number): number {
  const rows = Math.ceil(count / 10);
  return Math.max(1, Math.ceil(count / rows));
}

interface Look {
  readonly shape: readonly [number, number];
  readonly tone: "ink" | "grey" | "signed";
  readonly limits: readonly [number, number];
  readonly across: number;
  readonly captioned: boolean;
}

function draw(tiles: Tile[], { shape, tone, limits, across, captioned }: Look): string {
  const gap = 14;
  const longest = Math.max(0, ...tiles.map((t) => t.caption.length)) * 7.4;
  const side = Math.min(96, (WIDTH - gap * (across - 1) - 2) / across);
  const pixel = side / Math.max(shape[0], shape[1]);
  const [w, h] = [pixel * shape[1], pixel * shape[0]];
  const cell = { w: Math.max(w, Math.min(longest, (WIDTH + gap) / across - gap)), h: h + (captioned ? 24 : 0) };
  const rows = Math.ceil(tiles.length / across);
  const [width, height] = [across * (cell.w + gap) - gap + 2, rows * (cell.h + gap) - gap + 2];
  const body = tiles.map((tile, i) => {
    const x = 1 + (i % across) * (cell.w + gap) + (cell.w - w) / 2;
    const y = 1 + Math.floor(i / across) * (cell.h + gap);
    return `<g transform="translate(${n(x)} ${n(y)})">${drawTile(tile, { w, h, pixel, shape, tone, limits })}</g>`;
  });
  return `<svg viewBox="0 0 ${n(width)} ${n(height)}" font-family="${FONT}">${body.join("")}</svg>`;
}

function drawTile(
  tile: Tile,
  {
    w,
    h,
    pixel,
    shape,
    tone,
    limits,
  }: {
    w: number;
    h: number;
    pixel: number;
    shape: readonly [number, number];
    tone: string;
    limits: readonly [number, number];
  },
): string {
  const ground = tone === "grey" ? `<path fill="#000" d="M0 0H${n(w)}V${n(h)}H0z"/>` : "";
  const ink = pixelPaths(tile.pixels, { width: shape[1], tone, limits });
  const signs = tone === "signed" && pixel >= 7 ? minusSigns(tile.pixels, shape[1], limits[1] / 6) : "";
  const picture = `<g transform="scale(${n(pixel, 4)})" fill="none" shape-rendering="crispEdges">${ink}${signs}</g>`;
  const edge = tile.marked ? `stroke="${GRADIENT}" stroke-width="2"` : `stroke="${INK}" stroke-opacity=".25"`;
  const frame = `<path fill="none" ${edge} d="M0 0H${n(w)}V${n(h)}H0z"/>`;
  const text = `<text x="${n(w / 2)}" y="${n(h + 17)}" font-size="13" text-anchor="middle" fill="${tile.marked ? GRADIENT : INK}">${tile.marked ? "✗ " : ""}${escapeText(tile.caption)}</text>`;
  return ground + picture + frame + (tile.caption ? text : "");
}

/** One path for each shade: horizontal strokes, one pixel high, that join equal neighbours. */
function pixelPaths(
  pixels: readonly number[],
  { width, tone, limits }: { width: number; tone: string; limits: readonly [number, number] },
): string {
  const [low, high] = limits;
  const shade = (v: number): number => {
    const part = tone === "signed" ? v / (high || 1) : (v - low) / (high - low);
    return Math.round(SHADES * Math.max(-1, Math.min(1, part)));
  };
  const strokes = new Map<number, string>();
  for (let i = 0; i < pixels.length; ) {
    const s = shade(pixels[i]);
    const [x, y] = [i % width, Math.floor(i / width)];
    let run = 1;
    while (x + run < width && shade(pixels[i + run]) === s) run++;
    if (s !== 0) strokes.set(s, `${strokes.get(s) ?? ""}M${x} ${y}.5h${run}`);
    i += run;
  }
  const shades = [...strokes].sort((a, b) => a[0] - b[0]);
  return shades
    .map(
      ([s, d]) =>
        `<path stroke="${tone === "grey" ? "#fff" : tone === "ink" ? INK : s > 0 ? VALUE : GRADIENT}" stroke-opacity="${n(Math.abs(s) / SHADES)}" d="${d}"/>`,
    )
    .join("");
}

/** A dash in each pixel that is clearly below zero, for readers who do not see the colour. */
function minusSigns(pixels: readonly number[], width: number, least: number): string {
  const dashes = pixels.map((v, i) => (v < -least ? `M${(i % width) + 0.3} ${Math.floor(i / width)}.5h.4` : ""));
  return `<path stroke="${INK}" stroke-opacity=".8" stroke-width=".12" shape-rendering="auto" d="${dashes.join("")}"/>`;
}

const n = (value: number, digits = 2): string => String(Number(value.toFixed(digits)));
