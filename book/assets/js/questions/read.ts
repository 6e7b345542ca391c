/** A question as the page has it without a script: choices in a list, reasons folded below. See questions.py. */
export type Kind = "one" | "several" | "number" | "order";

export interface Choice {
  /** Its place in the author's order. */
  readonly of: number;
  readonly right: boolean;
  /** What the reader sees; null for numbers, which are typed. */
  readonly shown: HTMLElement | null;
  readonly why: HTMLElement | null;
  /** Of a number; null for "otherwise". */
  readonly value: number | null;
  readonly label: string;
}

export interface Question {
  readonly id: string;
  readonly kind: Kind;
  readonly terms: readonly string[];
  readonly within: number;
  readonly unit: string;
  readonly fixed: boolean;
  readonly predicts: boolean;
  readonly prompt: HTMLElement;
  readonly choices: readonly Choice[];
  /** Shown with the answer, whatever it was: a last word, and where to read about it. */
  readonly last: readonly HTMLElement[];
}

export function readQuestion(box: HTMLElement): Question {
  const { question: id = "", kind = "one", terms = "", within = "0", unit = "" } = box.dataset;
  const shown = new Map(
    all(box, ".choices > li").map((li) => [li.dataset.of, li.querySelector<HTMLElement>(".choice")]),
  );
  const choices = all(box, ".reasons > .reason").map((reason): Choice => {
    const { of, right, value } = reason.dataset;
    return {
      of: Number(of),
      right: right !== undefined,
      shown: shown.get(of) ?? null,
      why: reason.querySelector<HTMLElement>(".because"),
      value: value === undefined ? null : Number(value),
      label: reason.querySelector(".verdict strong")?.textContent ?? "",
    };
  });
  return {
    id,
    kind: kind as Kind,
    terms: terms.split(" ").filter(Boolean),
    within: Number(within),
    unit,
    fixed: box.dataset.fixed !== undefined,
    predicts: box.dataset.predicts !== undefined,
    prompt: box.querySelector<HTMLElement>(".prompt") as HTMLElement,
    choices,
    last: all(box, ".reasons > :is(.after, .more)"),
  };
}

function all(box: HTMLElement, selector: string): HTMLElement[] {
  return [...box.querySelectorAll<HTMLElement>(`:scope > ${selector}`)];
}
