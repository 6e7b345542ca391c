/**
 * Pieces of live cells for other parts of a page: an editor, a worker that runs TypeScript, and its outputs.
 * `runtime` loads nothing before it is used.
 */
import { cleanHtml } from "./clean.ts";
import { type Kernel, type Listener, Stopped, startKernel } from "./kernel.ts";
import { loadScript } from "./library.ts";
import { draw } from "./output.ts";
import type { Done, Output } from "./protocol.ts";

export interface EditorOptions {
  readonly text: string;
  /** What it is, for those who listen. */
  readonly label: string;
  /** Shift+Enter or Ctrl+Enter. */
  onRun(): void;
  onChange?(text: string): void;
  /** Escape. Without it, the element after the editor takes the focus. */
  onLeave?(): void;
}

export interface Editor {
  text(): string;
  /** Replaces the text; onChange is not called. */
  set(text: string): void;
  focus(): void;
  /** Marks a line (from 1) with a message; without a line, none. */
  fault(line?: number, message?: string): void;
  /** Removes the editor from the page. */
  close(): void;
}

type OpenEditor = (parent: HTMLElement, options: EditorOptions) => Editor;
let editor: Promise<OpenEditor> | undefined;

/** An editor for TypeScript at the end of an element: highlighting, brackets, completion of the library's names. */
export async function liveEditor(parent: HTMLElement, options: EditorOptions): Promise<Editor> {
  editor ??= Promise.all([loadScript("live-editor"), loadScript("live-names")]).then(
    () => (globalThis as unknown as { termwiseEditor: OpenEditor }).termwiseEditor,
  );
  editor.catch(() => (editor = undefined));
  return (await editor)(parent, options);
}

export interface Runtime {
  liveEditor: typeof liveEditor;
  /** A worker with the library. Each text it runs sees the names of those before; `index` only names it in errors. */
  startKernel(listener: Listener): Promise<Kernel>;
  /** Adds an output to an element, cleaned, in the look of the page. */
  draw(output: Output, place: HTMLElement): void;
  /** HTML of a report as nodes of this page: no script, no address. */
  cleanHtml(text: string): DocumentFragment;
}

export const runtime: Runtime = { liveEditor, startKernel, draw, cleanHtml };
export { type Done, type Kernel, type Listener, type Output, Stopped };
