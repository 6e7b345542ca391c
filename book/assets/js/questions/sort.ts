/** Steps that are put in order: with buttons, or with the arrow keys on a step. */
import { button, type Controls, copies, element } from "./controls.ts";
import type { Question } from "./read.ts";

export function orderForm(question: Question, _seed: string, changed: () => void): Controls {
  const box = element("div", "question-steps");
  const list = element("ol", "steps");
  const steps = [...(question.choices[0]?.shown?.closest("ol")?.children ?? [])].map((li) => {
    const of = Number((li as HTMLElement).dataset.of);
    const step = element("li", "step");
    const text = element("span", "option-text");
    const choice = question.choices.find((one) => one.of === of);
    text.append(...copies(choice?.shown ?? null));
    const word = text.textContent?.trim() ?? "";
    const up = mover("↑", `Move up: ${word}`, () => move(step, -1, up));
    const down = mover("↓", `Move down: ${word}`, () => move(step, 1, down));
    const moves = element("span", "step-moves");
    moves.append(up, down);
    step.append(text, moves);
    return { step, of, why: choice?.why, up, down };
  });
  list.append(...steps.map(({ step }) => step));
  box.append(list);
  const order = (): number[] => [...list.children].map((li) => steps.find(({ step }) => step === li)?.of ?? -1);
  const ends = (): void => {
    for (const { step, up, down } of steps) {
      up.setAttribute("aria-disabled", String(step === list.firstElementChild));
      down.setAttribute("aria-disabled", String(step === list.lastElementChild));
    }
  };
  const move = (step: HTMLElement, by: -1 | 1, presser: HTMLElement): void => {
    const other = by < 0 ? step.previousElementSibling : step.nextElementSibling;
    if (!other || list.classList.contains("over")) return;
    if (by < 0) other.before(step);
    else other.after(step);
    presser.focus();
    ends();
    changed();
  };
  list.addEventListener("keydown", (event) => {
    const by = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : null;
    const step = (event.target as Element).closest<HTMLElement>(".step");
    if (by === null || !step) return;
    event.preventDefault();
    move(step, by, event.target as HTMLElement);
  });
  ends();
  return {
    element: box,
    ready: () => true,
    press: () => false,
    check() {
      const off = order().filter((of, k) => of !== k).length;
      if (off === 0) return { right: true, over: true, says: "Right, in this order." };
      return { right: false, over: false, says: `Not yet: ${off} of ${steps.length} are out of place.` };
    },
    show() {
      list.classList.add("over");
      list.append(...[...steps].sort((a, b) => a.of - b.of).map(({ step }) => step));
      for (const { step, why } of steps) {
        step.querySelector(".step-moves")?.remove();
        if (why) step.append(why.cloneNode(true));
      }
    },
  };
}

function mover(sign: string, name: string, act: () => void): HTMLButtonElement {
  const made = button(sign, "button framed");
  made.setAttribute("aria-label", name);
  made.addEventListener("click", act);
  return made;
}
