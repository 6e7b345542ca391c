/** One cell in the page: its text or editor, its row of buttons, and its output in the place of the stored one. */

import { draw } from "./output.ts";
import type { Output } from "./protocol.ts";
import { type Editor, liveEditor } from "./runtime.ts";
import type { Cell } from "./session.ts";

/** What the row of buttons asks for. */
export interface Wishes {
  run(view: CellView): void;
  stop(): void;
  changed(view: CellView): void;
  reset(view: CellView): void;
}

export class CellView implements Cell {
  readonly index: number;
  readonly raises: boolean;
  /** Among the cells of the page with the same text. */
  readonly occurrence: number;
  readonly stored: string;
  readonly element: HTMLElement;
  readonly tools: HTMLElement;
  #text: string;
  readonly #wishes: Wishes;
  readonly #code: HTMLElement;
  readonly #status: HTMLElement;
  readonly #result: HTMLElement;
  #editor: Editor | undefined;
  #fresh = false;
  #quiet = false;

  constructor(tools: HTMLElement, occurrence: (text: string) => number, wishes: Wishes) {
    this.tools = tools;
    this.element = tools.closest<HTMLElement>(".cell") as HTMLElement;
    this.index = Number(tools.dataset.cell);
    this.raises = this.element.classList.contains("tag_raises-exception");
    this.#code = this.element.querySelector<HTMLElement>(".cell_input .highlight pre") as HTMLElement;
    this.stored = (this.#code.textContent ?? "").replace(/\n$/, "");
    this.occurrence = occurrence(this.stored);
    this.#text = this.stored;
    this.#wishes = wishes;
    this.#status = tools.querySelector<HTMLElement>(".cell-status") as HTMLElement;
    this.#result = this.#makeResult();
  }

  text(): string {
    return this.#text;
  }
  get edited(): boolean {
    return this.#text !== this.stored;
  }
  get name(): string {
    return `Cell ${this.index + 1}`;
  }

  /** The reader's own text, from the last visit. */
  restoreText(text: string): void {
    this.#text = text;
    this.#showText();
  }

  async edit(): Promise<void> {
    this.element.querySelector("details")?.setAttribute("open", "");
    if (!this.#editor) {
      const box = this.#code.closest<HTMLElement>(".cell_input") as HTMLElement;
      this.say("Loading the editor …");
      this.#editor = await liveEditor(box, {
        text: this.#text,
        label: `Code of cell ${this.index + 1}, TypeScript. Shift+Enter runs it, Escape leaves it.`,
        onRun: () => this.#wishes.run(this),
        onChange: (text) => {
          this.#text = text;
          this.#showText();
          this.#wishes.changed(this);
        },
        onLeave: () => this.#button("run").focus(),
      });
      this.say("");
      box.classList.add("editing");
    }
    this.#editor.focus();
  }

  /** Stored text and stored output. */
  reset(): void {
    this.#text = this.stored;
    this.#editor?.close();
    this.#editor = undefined;
    this.element.querySelector(".cell_input")?.classList.remove("editing");
    this.#showText();
    this.#show("stored");
    this.fault();
    this.say("");
    delete this.element.dataset.state;
  }

  /** `quiet`: it runs as it is stored, for another cell's sake: its stored output stays, and only an error is shown. */
  began({ asked, quiet }: { asked: boolean; quiet: boolean }): void {
    this.element.dataset.state = "running";
    this.#fresh = true;
    this.#quiet = quiet;
    this.fault();
    this.say("Running …");
    this.#buttons({ running: true });
    this.#result.setAttribute("aria-live", asked ? "polite" : "off"); // what only runs because others need it stays quiet
  }

  output(output: Output): void {
    if (this.#quiet && output.type !== "error") return;
    this.#quiet = false;
    this.#clear();
    this.#show("live");
    draw(output, this.#result);
    if (output.type === "error" && output.line !== undefined) this.fault(output.line, output.message);
  }

  /** `words` say how it ended. */
  ended(state: string, words: string): void {
    if (this.#quiet) this.#show("stored");
    else {
      this.#clear();
      this.#show("live");
    }
    this.element.dataset.state = state;
    this.#buttons({ running: false });
    this.say(words);
    this.#result.style.minHeight = "";
  }

  say(words: string, ...buttons: HTMLElement[]): void {
    this.#status.replaceChildren(words, ...buttons);
  }

  /** Marks the line of an error; without a line, no line. */
  fault(line?: number, message = ""): void {
    this.#editor?.fault(line, message);
    this.element.querySelector(".fault-line")?.remove();
    if (line === undefined || this.#editor) return;
    const mark = document.createElement("span");
    mark.className = "fault-line";
    mark.style.setProperty("--line", String(line - 1));
    mark.title = message;
    this.#code.parentElement?.append(mark);
  }

  /** Below the code; inside a figure, above its caption. */
  #makeResult(): HTMLElement {
    const result = document.createElement("div");
    result.className = "cell_output live-output";
    result.hidden = true;
    result.setAttribute("role", "group");
    result.setAttribute("aria-label", `Output of cell ${this.index + 1}`);
    const figure = this.element.querySelector(":scope > .cell_output figure");
    if (figure) figure.prepend(result);
    else this.element.append(result);
    return result;
  }

  #stored(): Element[] {
    const box = this.element.querySelector(":scope > .cell_output:not(.live-output)");
    const figure = box?.querySelector("figure");
    if (!figure) return box ? [box] : [];
    const caption = figure.querySelector("figcaption");
    return [...[...(box?.children ?? [])].filter((one) => one !== figure), ...figure.children].filter(
      (one) => one !== caption && one !== this.#result,
    );
  }

  #show(which: "stored" | "live"): void {
    this.#result.hidden = which === "stored";
    for (const one of this.#stored()) (one as HTMLElement).hidden = which === "live";
    if (which === "stored") this.#result.replaceChildren();
  }

  /** The last output stays until something takes its place, so that the page does not jump. */
  #clear(): void {
    if (!this.#fresh) return;
    this.#fresh = false;
    const before = this.#result.hidden ? this.#stored() : [this.#result];
    const height = before.reduce((sum, one) => sum + (one as HTMLElement).offsetHeight, 0);
    this.#result.style.minHeight = `${height}px`;
    this.#result.replaceChildren();
  }

  #showText(): void {
    this.tools.classList.toggle("edited", this.edited);
    if (!this.#editor) {
      if (this.edited || this.#code.dataset.plain !== undefined) {
        this.#code.dataset.plain ??= this.#code.innerHTML;
        if (this.edited) this.#code.textContent = this.#text;
        else this.#code.innerHTML = this.#code.dataset.plain;
      }
    }
    this.#buttons({ running: this.element.dataset.state === "running" });
  }

  #buttons({ running }: { running: boolean }): void {
    this.#button("run").hidden = running;
    this.#button("stop").hidden = !running;
    this.#button("reset").hidden = running || (!this.edited && this.#result.hidden);
    this.#mark().hidden = !this.edited;
  }

  #mark(): HTMLElement {
    let mark = this.tools.querySelector<HTMLElement>(".edited-mark");
    if (!mark) {
      mark = document.createElement("span");
      mark.className = "edited-mark";
      mark.textContent = "edited";
      this.#status.before(mark);
    }
    return mark;
  }

  /** Run and Edit stand in the page; the others come when there is something to stop or to undo. */
  #button(act: "run" | "stop" | "reset"): HTMLButtonElement {
    const there = this.tools.querySelector<HTMLButtonElement>(`[data-act="${act}"]`);
    if (there) return there;
    const words = { run: "Run", stop: "Stop", reset: "Reset" }[act];
    const made = button(words, act);
    if (act === "stop") this.tools.prepend(made);
    else (this.tools.querySelector('[data-act="edit"]') as HTMLElement).after(made);
    return made;
  }
}

export function button(words: string, act: string): HTMLButtonElement {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "button";
  made.dataset.act = act;
  made.textContent = words;
  return made;
}
