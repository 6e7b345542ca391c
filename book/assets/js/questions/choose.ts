/** Choices: one is right, or several are. A wrong choice says why and can be followed by another. */
import { button, type Controls, copies, element, type Verdict } from "./controls.ts";
import { mixed } from "./mix.ts";
import type { Choice, Question } from "./read.ts";

interface Option {
  readonly choice: Choice;
  readonly input: HTMLInputElement;
  readonly box: HTMLElement;
  readonly why: HTMLElement;
}

export function choiceForm(question: Question, seed: string, changed: () => void): Controls {
  const fieldset = element("fieldset", "options");
  const order = question.fixed ? question.choices : mixed(question.choices, seed);
  const options = order.map((choice, k) => option(question, choice, k));
  fieldset.append(...options.map(({ box }) => box));
  fieldset.addEventListener("change", changed);
  const chosen = (): Option[] => options.filter(({ input }) => input.checked && !input.disabled);
  return {
    element: fieldset,
    ready: () => chosen().length > 0,
    press(key) {
      const found = options[Number(key) - 1];
      if (!found || found.input.disabled) return false;
      found.input.checked = question.kind === "one" || !found.input.checked;
      found.input.focus();
      return true;
    },
    check: () => (question.kind === "one" ? checkOne(chosen()[0], options) : checkSeveral(options)),
    show: () => showAll(options, fieldset),
  };
}

function option(question: Question, choice: Choice, k: number): Option {
  const box = element("div", "option");
  const label = element("label", "option-label");
  const input = element("input", "");
  input.type = question.kind === "one" ? "radio" : "checkbox";
  input.name = `answer-${question.id}`;
  const key = element("kbd", "option-key");
  key.textContent = String(k + 1);
  key.setAttribute("aria-hidden", "true");
  const text = element("span", "option-text");
  text.append(...copies(choice.shown));
  label.append(input, key, text);
  const why = element("div", "option-why");
  why.hidden = true;
  why.append(...copies(choice.why));
  box.append(label, why);
  return { choice, input, box, why };
}

/** A wrong choice is out; the others stay. With two choices the answer is then known. */
function checkOne(chosen: Option, options: readonly Option[]): Verdict {
  mark(chosen, chosen.choice.right);
  if (chosen.choice.right) return { right: true, over: true, says: "Right." };
  chosen.input.disabled = true;
  chosen.input.checked = false;
  const left = options.filter(({ input }) => !input.disabled);
  if (left.length === 1) return { right: false, over: true, says: "Not that one, so it is the other." };
  left[0].input.focus();
  return { right: false, over: false, says: "Not that one; the reason stands below it. Choose again." };
}

function checkSeveral(options: readonly Option[]): Verdict {
  const wrong = options.filter(({ input, choice }) => input.checked !== choice.right).length;
  for (const one of options) if (one.input.checked) mark(one, one.choice.right);
  if (wrong === 0) return { right: true, over: true, says: "Right, all of them." };
  return { right: false, over: true, says: `Not quite: ${wrong} of ${options.length} should be the other way round.` };
}

/** The reader sees the reasons of what was chosen and of what is right; those of the rest unfold. */
function showAll(options: readonly Option[], fieldset: HTMLElement): void {
  const rest = options.filter((one) => one.why.hidden && !one.choice.right);
  for (const one of options) {
    one.input.disabled = true;
    if (one.choice.right) mark(one, true);
  }
  if (rest.length === 0) return;
  const more = button(rest.length === 1 ? "Why not the other?" : "Why not the others?", "button framed");
  const tools = element("div", "tools");
  more.addEventListener("click", () => {
    for (const one of rest) mark(one, false);
    tools.remove();
  });
  tools.append(more);
  fieldset.after(tools);
}

function mark({ box, why, choice, input }: Option, right: boolean): void {
  box.classList.add(right ? "good" : "wrong");
  if (!box.querySelector(".unseen")) {
    const word = element("span", "unseen");
    word.textContent = choice.right ? "right: " : "wrong: ";
    input.after(word);
  }
  why.hidden = false;
}
