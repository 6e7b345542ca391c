/** A figure is plain data: a picture or a specification, the text that replaces it, and a summary of its numbers. */
import { FigureError } from "./errors.ts";

/** A Vega-Lite or Plotly specification: plain JSON. */
export type Spec = { readonly [key: string]: unknown };

/** What the chart functions return and `show` displays. */
export type Figure = Chart | Drawing;

interface Described {
  /** The text for readers who cannot see the picture. */
  readonly alt: string;
  /** The numbers of the picture, in a sentence. */
  readonly summary: string;
}
/** A figure that a chart library draws from its specification. */
export interface Chart extends Described {
  readonly kind: "vega-lite" | "plotly";
  readonly spec: Spec;
}
/** A figure that is a drawing already. */
export interface Drawing extends Described {
  readonly kind: "svg";
  readonly svg: string;
  /** Where its axes stand, in units of the drawing: a live figure places draggable points by them. */
  readonly axes?: { readonly x: Ruler; readonly y: Ruler };
  /** Its numbers in rows and columns. */
  readonly table?: Table;
}
/** An axis in a drawing: the values at its two ends and where these ends stand. */
export interface Ruler {
  readonly from: number;
  readonly to: number;
  readonly at: readonly [from: number, to: number];
  readonly log: boolean;
}
export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (number | string)[])[];
}

/** Checks the alternative text that every figure needs, and trims it. */
export function altText(op: string, alt: unknown): string {
  if (typeof alt === "string" && alt.trim().length >= 10) return alt.trim().replace(/\s+/g, " ");
  throw new FigureError({
    op,
    rule: "a figure needs alt, the text for readers who cannot see it",
    got: alt === undefined ? "no alt" : `alt: ${JSON.stringify(alt)}`,
    expected: "a sentence of at least ten letters that says what the picture shows",
    hint: 'alt: "The loss falls from 2.3 to 0.1 within 200 steps."',
  });
}
