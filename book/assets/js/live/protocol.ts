/** What page and worker say to each other. */

/** To the worker. */
export type Order =
  | { readonly run: CellText }
  /** A text that the worker asked for, or why there is none. */
  | { readonly text: { readonly name: string; readonly body?: string; readonly error?: string } };

export interface CellText {
  /** From 0, among all cells of the page. */
  readonly index: number;
  readonly source: string;
}

/** From the worker. */
export type News =
  | { readonly ready: true }
  | { readonly need: string }
  | { readonly output: Output; readonly index: number }
  | { readonly record: { readonly name: string; readonly text: string }; readonly index: number }
  | { readonly done: Done };

/** As in a notebook: text, a bundle by MIME type, or an error. */
export type Output =
  | { readonly type: "stream"; readonly name: "stdout" | "stderr"; readonly text: string }
  | { readonly type: "display"; readonly data: Bundle }
  | ({ readonly type: "error" } & Failure);

export type Bundle = Readonly<Record<string, unknown>>;

export interface Failure {
  readonly name: string;
  readonly message: string;
  /** As the notebook prints it: what happened, and the reader's lines on the way there. */
  readonly trace: readonly string[];
  /** The line of the cell (from 1), where it is known. */
  readonly line?: number;
}

export interface Done {
  readonly index: number;
  readonly ok: boolean;
  /** In milliseconds. */
  readonly ms: number;
  /** It used no object of an earlier cell, so running it again cannot have changed what they made. */
  readonly apart: boolean;
}
