/** Small pictures side by side: digits, filters and weights, each with a caption. */
import { altText, type Drawing } from "./figure.ts";
import { brief, isShaped, type NumberList, numberList, type Shaped, sameLength, wrong } from "./numbers.ts";
import { escapeText } from "./picture.ts";
import { type Placed, pixelPaths } from "./pixels.ts";
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
 * @example
 * show(imageGrid([[0, 1, 1, 0], [1, 0, 0, 1]], { captions: ["rising", "falling"], alt: "Two diagonals." }))
 * // [figure] Two diagonals.
 * //          2 pictures of 2 by 2 pixels, values from 0 to 1; captions: rising, falling.
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
    pixels,
    ...shadings[i],
    caption: captions ? String(captions[i]) : "",
    marked: marked?.[i] ?? false,
  }));
  const svg = layOut(tiles, shape, columns ?? evenColumns(pictures.length));
  return { kind: "svg", alt: text, summary: summarise(pictures, shape, tiles), svg };
}

type Shading = Pick<Placed, "tone" | "full">;

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

interface Tile extends Shading {
  readonly pixels: readonly number[];
  readonly caption: string;
  readonly marked: boolean;
}

/** All tiles on one grid of pixels, so that pixels of one shade share a path. */
function layOut(tiles: Tile[], [height, width]: Size, across: number): string {
  const gap = Math.max(1, Math.round(Math.max(height, width) / 4));
  const pixel = Math.min(96 / Math.max(height, width), (WIDTH - 2) / (across * (width + gap) - gap));
  const line = tiles.some((t) => t.caption) ? Math.ceil(22 / pixel) : 0;
  const [dx, dy] = [width + gap, height + (line || gap) + (line && Math.round(gap / 4))];
  const placed = tiles.map((tile, i) => ({ ...tile, width, x: (i % across) * dx, y: Math.floor(i / across) * dy }));
  const rows = Math.ceil(tiles.length / across);
  const size = [
    2 + pixel * (Math.min(across, tiles.length) * dx - gap),
    2 + pixel * (rows * dy - (dy - height - line)),
  ];
  const picture = `<g transform="translate(1 1) scale(${n(pixel, 4)})" shape-rendering="crispEdges">${pixelPaths(placed)}</g>`;
  const boxes = frames(placed, { pixel, w: pixel * width, h: pixel * height });
  return `<svg viewBox="0 0 ${size.map((v) => n(v)).join(" ")}" font-family="${FONT}">${picture}${boxes}</svg>`;
}

/** Frames and captions: thin ones in one path, those of marked tiles in colour with a cross. */
function frames(tiles: (Tile & Placed)[], { pixel, w, h }: { pixel: number; w: number; h: number }): string {
  const at = ({ x, y }: Placed): string => `M${n(1 + x * pixel)} ${n(1 + y * pixel)}h${n(w)}v${n(h)}h-${n(w)}z`;
  const path = (of: Placed[], look: string): string =>
    of.length ? `<path fill="none" ${look} d="${of.map(at).join("")}"/>` : "";
  const text = (tile: Tile & Placed): string => {
    const [x, y] = [1 + tile.x * pixel + w / 2, 18 + tile.y * pixel + h];
    const words = `${tile.marked ? "✗ " : ""}${escapeText(tile.caption)}`;
    return words && `<text x="${n(x)}" y="${n(y)}"${tile.marked ? ` fill="${GRADIENT}"` : ""}>${words}</text>`;
  };
  const plain = path(
    tiles.filter((t) => !t.marked),
    `stroke="${INK}" stroke-opacity=".25"`,
  );
  const marked = path(
    tiles.filter((t) => t.marked),
    `stroke="${GRADIENT}" stroke-width="2"`,
  );
  const captions = tiles.map(text).join("");
  return `${plain}${marked}${captions && `<g font-size="13.5" text-anchor="middle" fill="${INK}">${captions}</g>`}`;
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
  if (captions.length) parts.push(`captions: ${captions.slice(0, 12).join(", ")}${captions.length > 12 ? ", …" : ""}`);
  return `${parts.join("; ")}.`;
}

const n = (value: number, digits = 2): string => String(Number(value.toFixed(digits)));
