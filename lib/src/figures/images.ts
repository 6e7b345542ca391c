/** Small pictures side by side: digits, filters and weights, each with a caption. */
import { altText, type Drawing } from "./figure.ts";
import { brief, isShaped, type NumberList, numberList, type Shaped, sameLength, wrong } from "./numbers.ts";
import { escapeText } from "./picture.ts";
import { pixelPaths, type Shading } from "./pixels.ts";
import { FONT, GRADIENT, INK, WIDTH } from "./theme.ts";

export interface ImageGridOptions {
  readonly alt: string;
  /** A line under each picture. */
  readonly captions?: readonly (string | number)[];
  /** Which pictures get a frame and a cross, such as those that were recognised wrongly. */
  readonly marked?: readonly boolean[];
  /**
   * "shared": 0 is paper, the largest number of all pictures is full ink. "each": every picture has its own largest
   * number. "diverging": blue above 0, orange with dashes below; pictures with negative numbers are always drawn so.
   * "grey": 0 is black and 1 is white, for photographs.
   */
  readonly scale?: "shared" | "each" | "diverging" | "grey";
  /** Height and width of one picture in pixels; square pictures need none. */
  readonly size?: readonly [height: number, width: number];
  /** Pictures in a row. */
  readonly columns?: number;
}

type Size = readonly [height: number, width: number];

/**
 * Pictures in a grid. A picture is a list of pixels, row by row; a tensor may be [n, pixels] or [n, height, width].
 *
 *     show(imageGrid(rows, { captions: labels, columns: 10, alt: "…" }))
 */
export function imageGrid(
  images: ArrayLike<NumberList> | Shaped,
  { alt, captions, marked, scale = "shared", size, columns }: ImageGridOptions,
): Drawing {
  const op = "imageGrid";
  const text = altText(op, alt);
  const pictures = readImages(op, images);
  const shape = sizeOf(op, images, pictures, size);
  if (captions) sameLength(op, ["captions", captions.length], ["images", pictures.length]);
  if (marked) sameLength(op, ["marked", marked.length], ["images", pictures.length]);
  if (columns !== undefined && !(Number.isInteger(columns) && columns > 0))
    wrong(op, "columns counts pictures", String(columns), "1, 2, 3, …", "columns: 10");
  const shadings = shadingsOf(op, pictures, scale);
  const tiles = pictures.map((pixels, i) => ({
    drawing: pixelPaths(pixels, shape[1], shadings[i]),
    caption: captions ? String(captions[i]) : "",
    marked: marked?.[i] ?? false,
  }));
  const svg = layOut(tiles, shape, columns ?? evenColumns(pictures.length));
  return { kind: "svg", alt: text, summary: summarise(pictures, shape, tiles), svg };
}

function readImages(op: string, images: ArrayLike<NumberList> | Shaped): number[][] {
  if (isShaped(images)) {
    const count = images.shape.length > 1 ? images.shape[0] : 1;
    const all = numberList(op, "images", images.data());
    return Array.from({ length: count }, (_, i) => all.slice((i * all.length) / count, ((i + 1) * all.length) / count));
  }
  const flat = (image: NumberList): NumberList => (isShaped(image) && image.shape.length > 1 ? image.data() : image);
  const pictures = Array.from(images, (image, i) => numberList(op, `images[${i}]`, flat(image)));
  if (pictures.length === 0)
    wrong(op, "there is no picture to show", "0 images", "at least one", "look at what selected them");
  return pictures;
}

function sizeOf(op: string, images: ArrayLike<NumberList> | Shaped, pictures: number[][], size?: Size): Size {
  const axes = isShaped(images) ? images.shape.slice(1) : isShaped(images[0]) ? images[0].shape : [];
  const side = Math.round(Math.sqrt(pictures[0].length));
  const [height, width] = size ?? (axes.length > 1 ? axes.slice(-2) : [side, side]);
  const odd = pictures.findIndex((pixels) => pixels.length !== height * width);
  if (odd >= 0) {
    const got = `${pictures[odd].length} pixels in images[${odd}] for ${height} × ${width}`;
    wrong(
      op,
      "each picture has height × width pixels",
      got,
      `${height * width} pixels in each`,
      "give size: [height, width]",
    );
  }
  return [height, width];
}

function shadingsOf(op: string, pictures: number[][], scale: string): Shading[] {
  if (!["shared", "each", "diverging", "grey"].includes(scale)) {
    wrong(
      op,
      "scale is one of four words",
      JSON.stringify(scale),
      '"shared", "each", "diverging" or "grey"',
      'scale: "diverging" for weights',
    );
  }
  const largest = pictures.map((pixels) => pixels.reduce((m, v) => Math.max(m, Math.abs(v)), 0));
  const all = Math.max(...largest);
  return pictures.map((pixels, i) => {
    if (scale === "grey") return { tone: "grey", full: 1 };
    const full = (scale === "each" ? largest[i] : all) || 1;
    return { tone: scale === "diverging" || pixels.some((v) => v < 0) ? "signed" : "ink", full };
  });
}

function evenColumns(count: number): number {
  return Math.max(1, Math.ceil(count / Math.ceil(count / 10)));
}

interface Tile {
  readonly drawing: string;
  readonly caption: string;
  readonly marked: boolean;
}

function layOut(tiles: Tile[], [rows, columns]: Size, across: number): string {
  const gap = 14;
  const pixel = Math.min(96, (WIDTH - gap * (across - 1) - 2) / across) / Math.max(rows, columns);
  const [w, h] = [pixel * columns, pixel * rows];
  const cell = { w: w + gap, h: h + gap + (tiles.some((t) => t.caption) ? 22 : 0) };
  const width = across * cell.w - gap + 2;
  const height = Math.ceil(tiles.length / across) * cell.h - gap + 2;
  const body = tiles.map((tile, i) => {
    const [x, y] = [1 + (i % across) * cell.w, 1 + Math.floor(i / across) * cell.h];
    const picture = `<g transform="scale(${n(pixel, 4)})" fill="none" shape-rendering="crispEdges">${tile.drawing}</g>`;
    return `<g transform="translate(${n(x)} ${n(y)})">${picture}${frame(tile, w, h)}</g>`;
  });
  return `<svg viewBox="0 0 ${n(width)} ${n(height)}" font-family="${FONT}">${body.join("")}</svg>`;
}

function frame({ caption, marked }: Tile, w: number, h: number): string {
  const edge = marked ? `stroke="${GRADIENT}" stroke-width="2"` : `stroke="${INK}" stroke-opacity=".25"`;
  const box = `<path fill="none" ${edge} d="M0 0H${n(w)}V${n(h)}H0z"/>`;
  const text = `${marked ? "✗ " : ""}${escapeText(caption)}`;
  return text
    ? `${box}<text x="${n(w / 2)}" y="${n(h + 17)}" font-size="13.5" text-anchor="middle" fill="${marked ? GRADIENT : INK}">${text}</text>`
    : box;
}

function summarise(pictures: number[][], [height, width]: Size, tiles: Tile[]): string {
  const all = pictures.flat();
  const [low, high] = all.reduce(([a, b], v) => [Math.min(a, v), Math.max(b, v)], [Infinity, -Infinity]);
  const crossed = tiles.filter((t) => t.marked).length;
  const captions = tiles.map((t) => t.caption).filter(Boolean);
  const parts = [
    `${pictures.length} pictures of ${height} by ${width} pixels, values from ${brief(low)} to ${brief(high)}`,
  ];
  if (crossed) parts.push(`${crossed} with a cross`);
  if (captions.length) parts.push(`captions: ${captions.join(", ")}`);
  return `${parts.join("; ")}.`;
}

const n = (value: number, digits = 2): string => String(Number(value.toFixed(digits)));
