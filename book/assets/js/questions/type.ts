/** A number that is typed. The wrong numbers that people really give have their own reasons. */
import { type Controls, copies, element } from "./controls.ts";
import { matches, readings } from "./number.ts";
import type { Choice, Question } from "./read.ts";

export function numberForm(question: Question, _seed: string, changed: () => void): Controls {
  const box = element("div", "question-typed");
  const label = element("label", "field");
  const input = element("input", "");
  const why = element("div", "option-why");
  input.type = "text";
  input.inputMode = "text"; // a numeric keyboard has neither fraction nor percent
  input.autocomplete = "off";
  input.spellcheck = false;
  input.size = 10;
  const name = element("span", "");
  name.textContent = "Your answer";
  label.append(name, input);
  if (question.unit) label.append(` ${question.unit}`);
  why.hidden = true;
  box.append(label, why);
  input.addEventListener("input", changed);
  const right = question.choices.find((choice) => choice.right) as Choice;
  const say = (choice: Choice | undefined): void => {
    why.replaceChildren(...copies(choice?.why ?? null));
    why.hidden = !choice?.why;
  };
  return {
    element: box,
    ready: () => input.value.trim() !== "",
    press: () => false,
    check() {
      const read = readings(input.value, question.unit);
      if (read.length === 0) return null;
      const is = ({ value }: Choice): boolean => value !== null && matches(read, value, question.within);
      if (is(right)) {
        say(right);
        return { right: true, over: true, says: "Right." };
      }
      const known = question.choices.find((choice) => !choice.right && is(choice));
      say(known ?? question.choices.find((choice) => choice.value === null));
      input.select();
      return {
        right: false,
        over: false,
        says: known ? `Not ${input.value.trim()}. Try again.` : "Not that. Try again.",
      };
    },
    show() {
      const answer = element("p", "question-right");
      answer.append(Object.assign(element("strong", ""), { textContent: right.label }));
      input.readOnly = true;
      label.after(answer);
      say(right);
    },
  };
}
