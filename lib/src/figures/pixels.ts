/** The pixels of a small picture as a few paths, one for each shade: 20 times smaller than a shape for each pixel. */
import { GRADIENT, INK, VALUE } from "./theme.ts";

export interface Shading {
  /** "ink" and "signed" begin with paper at 0, "grey" with black. */
  readonly tone: "ink" | "signed" | "grey";
  /** The number with the full shade. */
  readonly full: number;
}

const SHADES = 24;

/** Paths in units of pixels: horizontal strokes, one pixel high, that join equal neighbours of a row. */
export function pixelPaths(pixels: readonly number[], width: number, { tone, full }: Shading): string {
  const shade = (v: number): number => Math.round(SHADES * Math.max(tone === "signed" ? -1 : 0, Math.min(1, v / full)));
  const strokes = new Map<number, string>();
  for (let i = 0; i < pixels.length; ) {
    const s = shade(pixels[i]);
    const x = i % width;
    let run = 1;
    while (x + run < width && shade(pixels[i + run]) === s) run++;
    if (s !== 0) strokes.set(s, `${strokes.get(s) ?? ""}M${x} ${Math.floor(i / width)}.5h${run}`);
    i += run;
  }
  const color = (s: number): string => (tone === "grey" ? "#fff" : tone === "ink" ? INK : s > 0 ? VALUE : GRADIENT);
  const paths = [...strokes]
    .sort((a, b) => a[0] - b[0])
    .map(
      ([s, d]) => `<path stroke="${color(s)}" stroke-opacity="${Number((Math.abs(s) / SHADES).toFixed(2))}" d="${d}"/>`,
    );
  const ground = tone === "grey" ? `<path fill="#000" d="M0 0h${width}v${pixels.length / width}H0z"/>` : "";
  return ground + paths.join("") + (tone === "signed" && width <= 12 ? dashes(pixels, width, full / 6) : "");
}

/** A dash in each pixel that is clearly below zero, for readers who do not see the colour. */
function dashes(pixels: readonly number[], width: number, least: number): string {
  const d = pixels.map((v, i) => (v < -least ? `M${(i % width) + 0.3} ${Math.floor(i / width)}.5h.4` : "")).join("");
  return d && `<path stroke="${INK}" stroke-opacity=".8" stroke-width=".12" shape-rendering="auto" d="${d}"/>`;
}
