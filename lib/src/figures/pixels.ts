/** The pixels of small pictures as a few paths, one for each shade: 20 times smaller than a shape for each pixel. */
import { GRADIENT, INK, VALUE } from "./theme.ts";

/** A picture and the place of its first pixel, in pixels. */
export interface Placed {
  readonly pixels: readonly number[];
  readonly width: number;
  readonly x: number;
  readonly y: number;
  /** "ink" and "signed" begin with paper at 0, "grey" with black. */
  readonly tone: "ink" | "signed" | "grey";
  /** The number with the full shade. */
  readonly full: number;
}

const SHADES = 16;

/** Paths in units of pixels: horizontal strokes, one pixel high, that join equal neighbours of a row. */
export function pixelPaths(pictures: readonly Placed[]): string {
  const strokes = new Map<string, string>();
  const ground: string[] = [];
  const dashes: string[] = [];
  for (const picture of pictures) {
    const { pixels, width, tone } = picture;
    if (tone === "grey") ground.push(`M${picture.x} ${picture.y}h${width}v${pixels.length / width}h-${width}z`);
    if (tone === "signed" && width <= 12) dashes.push(dashesOf(picture));
    for (const { x, y, run, shade } of runs(picture)) {
      const stroke = `stroke="${colour(tone, shade)}" stroke-opacity="${Math.round((100 * Math.abs(shade)) / SHADES) / 100}"`;
      strokes.set(stroke, `${strokes.get(stroke) ?? ""}M${x} ${y}h${run}`);
    }
  }
  const paths = [...strokes].sort(([a], [b]) => (a < b ? -1 : 1)).map(([stroke, d]) => `<path ${stroke} d="${d}"/>`);
  const black = ground.length ? `<path fill="#000" d="${ground.join("")}"/>` : "";
  const signs = dashes.join("")
    ? `<path stroke="${INK}" stroke-opacity=".6" stroke-width=".1" shape-rendering="auto" transform="translate(.3 0)" d="${dashes.join("")}"/>`
    : "";
  return `${black}<g fill="none" transform="translate(0 .5)">${paths.join("")}${signs}</g>`;
}

function* runs({
  pixels,
  width,
  x,
  y,
  tone,
  full,
}: Placed): Generator<{ x: number; y: number; run: number; shade: number }> {
  const lowest = tone === "signed" ? -1 : 0;
  const shadeAt = (i: number): number => Math.round(SHADES * Math.max(lowest, Math.min(1, pixels[i] / full)));
  for (let i = 0, run = 1; i < pixels.length; i += run, run = 1) {
    const shade = shadeAt(i);
    while ((i % width) + run < width && shadeAt(i + run) === shade) run++;
    if (shade !== 0) yield { x: x + (i % width), y: y + Math.floor(i / width), run, shade };
  }
}

function colour(tone: string, shade: number): string {
  if (tone === "grey") return "#fff";
  return tone === "ink" ? INK : shade > 0 ? VALUE : GRADIENT;
}

/** A dash in each pixel that is clearly below zero, for readers who do not see the colour. */
function dashesOf({ pixels, width, x, y, full }: Placed): string {
  return pixels.map((v, i) => (v < -full / 4 ? `M${x + (i % width)} ${y + Math.floor(i / width)}h.4` : "")).join("");
}
