/** One frame of a live figure: what travels from the worker that draws it to the page that shows it. */
import { FigureError } from "./errors.ts";
import { altText, type Drawing, type Figure, type Table } from "./figure.ts";
import { picture } from "./picture.ts";

export interface Frame {
  readonly svg: string;
  readonly alt: string;
  readonly summary: string;
  /** Where the axes stand in the drawing, for points that readers drag. */
  readonly axes?: Drawing["axes"];
  readonly table?: Table;
}

/**
 * The frame of a figure; throws on one that cannot be a frame.
 *
 * @example
 * console.log(frameOf(svgFigure(`<svg viewBox="0 0 9 9"></svg>`, { alt: "An empty square." })).alt)
 * // An empty square.
 */
export function frameOf(figure: Figure, { alt, prefix = "live" }: { alt?: string; prefix?: string } = {}): Frame {
  const drawing = drawn(figure);
  const fault = /NaN|undefined|Infinity/.exec(drawing.svg.replace(/>[^<]+</g, "><"));
  if (fault)
    throw new FigureError({
      op: "interact",
      rule: "a frame is drawn with finite numbers",
      got: `${fault[0]} in the drawing: …${drawing.svg.slice(Math.max(0, fault.index - 40), fault.index + 10)}`,
      expected: "numbers",
      hint: "look at what the drawing function computes for these values",
    });
  const { axes, table, summary } = drawing;
  const words = altText("interact", alt ?? drawing.alt);
  return {
    svg: picture(drawing.svg, { summary, prefix }),
    alt: words,
    summary,
    ...(axes && { axes }),
    ...(table && { table }),
  };
}

function drawn(figure: Figure): Drawing {
  if (typeof figure === "object" && figure !== null && figure.kind === "svg") return figure;
  const got = figure as { kind?: string } | null | undefined;
  throw new FigureError({
    op: "interact",
    rule: "the drawing function returns a figure that is drawn at once",
    got: got?.kind ? `a ${got.kind} chart` : String(figure),
    expected: "what plot, panels, matrix, timeline, diagram, imageGrid or svgFigure returns",
    hint: "return termwise.plot({ marks: [{ line: points }], alt })",
  });
}
