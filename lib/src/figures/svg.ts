/** A figure from a drawing of one's own, with the names of the course's colours. */
import { altText, type Drawing } from "./figure.ts";
import { wrong } from "./numbers.ts";
import { FONT, GRADIENT, INK, PAPER, VALUE, WIDTH } from "./theme.ts";

/** The colours of drawings: they follow light and dark pages. Blue is a value, orange a gradient, ink the rest. */
export const palette = { value: VALUE, gradient: GRADIENT, ink: INK, paper: PAPER } as const;

export interface SvgOptions {
  readonly alt: string;
  readonly summary?: string;
}

/**
 * A figure from SVG text. The drawing is 698 units wide or less, so that a text of 13 units stays readable.
 *
 * @example
 * show(svgFigure(`<svg viewBox="0 0 90 20"><path d="M0 9h90" stroke="${palette.value}"/></svg>`, { alt: "A blue line." }))
 * // [figure] A blue line.
 */
export function svgFigure(svg: string, { alt, summary = "" }: SvgOptions): Drawing {
  const op = "svgFigure";
  const text = altText(op, alt);
  if (typeof svg !== "string" || !/^\s*<svg\b[\s\S]*<\/svg>\s*$/.test(svg))
    wrong(
      op,
      "the drawing is one svg element",
      JSON.stringify(String(svg).slice(0, 40)),
      "text that begins with <svg and ends with </svg>",
      '<svg viewBox="0 0 698 200">…</svg>',
    );
  const [opening] = /<svg\b[^>]*>/.exec(svg) ?? [""];
  const box =
    /viewBox="([^"]*)"/
      .exec(opening)?.[1]
      .trim()
      .split(/[\s,]+/)
      .map(Number) ?? [];
  if (box.length !== 4 || !box.every(Number.isFinite))
    wrong(
      op,
      "the drawing needs a viewBox",
      opening,
      "four numbers: left, top, width, height",
      `<svg viewBox="0 0 ${WIDTH} 200">`,
    );
  const foreign = /<(script|foreignObject|iframe|image|style)\b|\son[a-z]+=|\b(?:href|src)="(?!#)/i.exec(svg)?.[0];
  if (foreign)
    wrong(
      op,
      "a drawing brings no program, style sheet or outside file",
      foreign,
      "shapes and text",
      "draw it with paths, lines, rectangles and text",
    );
  return {
    kind: "svg",
    alt: text,
    summary,
    svg: opening.includes("font-family") ? svg : svg.replace("<svg", `<svg font-family="${FONT}"`),
  };
}
