/** An exercise in the page, loaded on use: editor, check in the sandbox, report, files in and out, the solution beside it. */
import { asHtml } from "../../../../grader/check/src/html.ts";
import { scored } from "../../../../grader/check/src/lines.ts";
import { sentence } from "../../../../grader/check/src/naming.ts";
import type { Report } from "../../../../grader/check/src/report.ts";
import { STYLE } from "../../../../grader/check/src/style.ts";
import { cleanHtml } from "../live/clean.ts";
import { type Editor, liveEditor, Stopped } from "../live/runtime.ts";
import { progress } from "../progress.ts";
import { element } from "../questions/controls.ts";
import { type Checking, check } from "./check.ts";
import { compare } from "./compare.ts";
import { keyOf, read, write } from "./kept.ts";
import type { Act } from "./loader.ts";

const works = new Map<HTMLElement, Work>();

/** Does what a button of the loader asks for. */
export async function act(place: HTMLElement, what: Act): Promise<void> {
  let work = works.get(place);
  if (!work) {
    work = new Work(place);
    works.set(place, work);
  }
  await work[what]();
}

class Work {
  readonly #place: HTMLElement;
  readonly #printed: HTMLElement;
  readonly #stub: string;
  readonly #status: HTMLElement;
  readonly #report: HTMLElement;
  #text: string;
  #editor: Promise<Editor> | undefined;
  #running: Checking | undefined;

  constructor(place: HTMLElement) {
    this.#place = place;
    this.#printed = place.querySelector<HTMLElement>("[class*=highlight-]")!;
    this.#stub = `${this.#printed.querySelector("pre")!.textContent!.trimEnd()}\n`;
    this.#status = place.querySelector<HTMLElement>(".exercise-status")!;
    this.#report = place.querySelector<HTMLElement>(".exercise-report")!;
    this.#text = read(keyOf(place)) ?? this.#stub;
    const style = document.createElement("style");
    style.textContent = STYLE;
    place.prepend(style);
  }

  get #id(): string {
    return this.#place.dataset.exercise!;
  }

  async edit(): Promise<void> {
    const first = !this.#editor;
    const asked = this.#place.contains(document.activeElement);
    const editor = await this.#open();
    if (!first || asked) editor.focus();
  }

  async check(): Promise<void> {
    if (this.#running) return;
    this.#say("Checking…");
    this.#busy(true);
    const points = Number(this.#place.dataset.points);
    const title = this.#place.dataset.title!;
    try {
      this.#running = check(
        { id: this.#id, title, points, text: this.#text },
        {
          doing: (what) => this.#say(what),
        },
      );
      const { report, printed, line } = await this.#running.result;
      this.#place.dataset.tried = "yes";
      this.#show(report, printed);
      const editor = line || this.#editor ? await this.#open() : null;
      editor?.fault(line, report.message ?? "");
      progress().exerciseChecked(this.#id, report);
    } catch (error) {
      this.#say(error instanceof Stopped ? "Stopped." : (error as Error).message);
    } finally {
      this.#running = undefined;
      this.#busy(false);
    }
  }

  async stop(): Promise<void> {
    this.#running?.stop();
  }

  async reset(): Promise<void> {
    const before = this.#text;
    await this.#put(this.#stub);
    write(keyOf(this.#place), null);
    this.#report.replaceChildren();
    if (before === this.#stub) return this.#say("This is the stub.");
    this.#say("The stub is back. ");
    const undo = element("button", "button");
    undo.type = "button";
    undo.textContent = "Undo";
    undo.addEventListener("click", () => void this.#put(before).then(() => this.#say("Your answer is back.")));
    this.#status.append(undo);
  }

  async download(): Promise<void> {
    const link = document.createElement("a");
    const address = URL.createObjectURL(new Blob([this.#text], { type: "text/plain" }));
    link.href = address;
    link.download = "answer.ts";
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
    this.#say(`In a checkout, answer.ts belongs in ${this.#place.dataset.folder}/`);
  }

  async upload(): Promise<void> {
    const input = document.createElement("input");
    input.type = "file";
    input.accept = ".ts,.txt,text/plain";
    input.addEventListener("change", async () => {
      const [file] = input.files ?? [];
      if (!file) return;
      if (file.size > 200_000) return this.#say("This file is too large for an answer.");
      await this.#put(await file.text());
      this.#say(`${file.name} is your answer now.`);
    });
    input.click();
  }

  async solution(): Promise<void> {
    const box = document.querySelector<HTMLElement>("details.solution");
    const attempted = this.#text.trim() !== this.#stub.trim();
    if (box && attempted) compare(box, this.#text);
  }

  #open(): Promise<Editor> {
    this.#editor ??= liveEditor(this.#place, {
      text: this.#text,
      label: `Your answer to ${this.#id}`,
      onRun: () => void this.check(),
      onChange: (text) => this.#keep(text),
      onLeave: () => this.#place.querySelector<HTMLElement>("[data-act=check]")?.focus(),
    }).then((editor) => {
      this.#printed.after(this.#place.querySelector(".live-editor")!);
      this.#printed.hidden = true;
      this.#place.querySelector<HTMLElement>("[data-act=edit]")!.hidden = true;
      return editor;
    });
    this.#editor.catch(() => (this.#editor = undefined));
    return this.#editor;
  }

  #keep(text: string): void {
    this.#text = text;
    write(keyOf(this.#place), text.trim() === this.#stub.trim() ? null : text);
  }

  async #put(text: string): Promise<void> {
    this.#keep(text);
    (await this.#open()).set(text);
  }

  #show(report: Report, printed: readonly string[]): void {
    const box = element("div", "exercise-result");
    box.append(cleanHtml(asHtml(report)));
    if (printed.length > 0) {
      const note = element("p", "facts-line");
      note.textContent = "your code printed";
      const lines = element("pre", "exercise-printed");
      lines.tabIndex = 0;
      lines.textContent = printed.join("\n");
      box.append(note, lines);
    }
    this.#report.replaceChildren(box);
    const name = report.naming ? ` ${sentence(report.naming)}` : "";
    this.#say(`${report.message ?? `${scored(report)}.`}${name}`, true);
  }

  /** The line beside the buttons; what the report shows anyway is only said to those who listen. */
  #say(text: string, unseen = false): void {
    this.#status.textContent = text;
    this.#status.classList.toggle("unseen", unseen);
  }

  #busy(yes: boolean): void {
    const one = (act: Act): HTMLButtonElement => this.#place.querySelector<HTMLButtonElement>(`[data-act=${act}]`)!;
    const focused = this.#place.contains(document.activeElement) && document.activeElement?.matches("[data-act]");
    one("stop").hidden = !yes;
    one("check").disabled = yes;
    if (focused) one(yes ? "stop" : "check").focus();
  }
}

(globalThis as unknown as { termwiseExercise: { act: typeof act } }).termwiseExercise = { act };
