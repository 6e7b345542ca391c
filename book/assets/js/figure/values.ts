/** What a live figure is made of when it arrives in a page, and the values of its controls. */
import type { AnyControl } from "../../../../lib/src/figures/controls.ts";
import type { Ruler, Table } from "../../../../lib/src/figures/figure.ts";

export interface Axes {
  readonly x: Ruler;
  readonly y: Ruler;
}
/** The content of application/vnd.termwise.live+json. */
export interface LiveFigure {
  /** In the order in which they stand under the figure. */
  readonly controls: readonly (AnyControl & { readonly key: string })[];
  readonly source: string;
  readonly altSource?: string;
  readonly name?: string;
  /** JSON. */
  readonly data?: string;
  readonly axes?: Axes;
  /** The first picture for a phone. */
  readonly narrow?: { readonly svg: string; readonly axes?: Axes };
}
/** How it stands in a page of the book: what its frames need is a script of its own, loaded at the first touch. */
export interface LiveInPage extends Omit<LiveFigure, "source"> {
  readonly source?: string;
  /** Name of that script, beside the others. */
  readonly later?: string;
}
/** What the worker is asked for. */
export interface Wanted {
  readonly values: Values;
  readonly width: number;
}
export type Values = Readonly<Record<string, unknown>>;

/** A frame as the worker sends it. */
export interface FrameMessage {
  readonly svg: string;
  readonly alt: string;
  readonly axes?: Axes;
  readonly table?: Table;
  /** How long the drawing function took, in milliseconds. */
  readonly ms: number;
}

/** A control in the page: its element, what it holds, and how others change it. */
export interface Part {
  readonly name: string;
  /** What stands under the figure; a point has none. */
  readonly element?: HTMLElement;
  value(): unknown;
  /** Called after each frame with where its axes stand. */
  placed?(axes: Axes | undefined, box: { readonly width: number; readonly height: number }): void;
  dispose?(): void;
}
