/** A question that can be answered: by mouse, by touch, by the keys 1 to 5 and Enter. Wrong choices say why. */
import { choiceForm } from "./choose.ts";
import { button, element } from "./controls.ts";
import { type Question, readQuestion } from "./read.ts";
import { orderForm } from "./sort.ts";
import { numberForm } from "./type.ts";

/** What the reader's answer was: the first one counts. */
export type Answered = (right: boolean) => void;

export interface Form {
  readonly question: Question;
  readonly box: HTMLElement;
  press(key: string): boolean;
  focus(): void;
}

interface Options {
  /** Decides the order of the choices. */
  readonly seed: string;
  readonly answered: Answered;
  /** The right answer is on the screen. */
  readonly ended?: () => void;
}

/** Makes a form of a question in the page. `seed` decides the order of its choices. */
export function makeForm(box: HTMLElement, { seed, answered, ended }: Options): Form {
  const question = readQuestion(box);
  const form = element("form", "question-form");
  const status = element("p", "question-status");
  const last = element("div", "question-last");
  const makers = { one: choiceForm, several: choiceForm, number: numberForm, order: orderForm };
  const refresh = (): void => {
    check.disabled = over || !controls.ready();
  };
  const controls = makers[question.kind](question, seed, refresh);
  const check = button("Check", "button framed primary");
  const show = button("I don’t know: show it", "button framed");
  const tools = element("div", "tools");
  let counted = false;
  let over = false;

  const count = (right: boolean): void => {
    if (!counted) answered(right);
    counted = true;
  };
  const end = (): void => {
    over = true;
    controls.show();
    last.hidden = false;
    tools.hidden = true;
    form.classList.add("over");
    ended?.();
  };
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (over || !controls.ready()) return;
    const verdict = controls.check();
    if (verdict === null) return say("That is no number that I can read: 0.5, 1/2, 5e-1 or 50 % are.", "care");
    count(verdict.right);
    say(verdict.says, verdict.right ? "good" : "wrong");
    show.textContent = "Show the answer";
    if (verdict.over) end();
    refresh();
  });
  show.addEventListener("click", () => {
    count(false);
    say("", "");
    status.textContent = "This is the answer.";
    status.focus();
    end();
  });
  const say = (text: string, kind: string): void => {
    status.className = `question-status ${kind}`;
    status.textContent = text;
  };
  check.type = "submit";
  check.disabled = true;
  status.setAttribute("role", "status");
  status.tabIndex = -1;
  last.hidden = true;
  last.append(...question.last.map((part) => part.cloneNode(true)));
  tools.append(check, show);
  form.append(controls.element, tools, status, last);
  label(question, form);
  refresh();
  box.append(form);
  for (const part of box.querySelectorAll<HTMLElement>(":scope > :is(.choices, .reasons)")) part.hidden = true;
  const press = (key: string): boolean => {
    if (over) return false;
    const chosen = controls.press(key);
    refresh();
    return chosen;
  };
  form.addEventListener("keydown", (event) => {
    const typing = (event.target as Element).matches("input[type=text]");
    if (typing || event.altKey || event.ctrlKey || event.metaKey || !press(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
  });
  return { question, box, press, focus: () => form.querySelector<HTMLElement>("input, button")?.focus() };
}

/** The question is the name of its controls. */
function label(question: Question, form: HTMLFormElement): void {
  question.prompt.id ||= `prompt-${question.id}`;
  const group = form.querySelector("fieldset, .question-typed, .question-steps");
  group?.setAttribute("role", "group");
  group?.setAttribute("aria-labelledby", question.prompt.id);
}
