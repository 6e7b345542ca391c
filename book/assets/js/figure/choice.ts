/** One of several options: buttons of which one is pressed in, or a list where there are many; and on or off. */
import type { Choice, Toggle } from "../../../../lib/src/figures/controls.ts";
import { element, OWN_KEYS, spoken } from "./element.ts";
import type { Part } from "./values.ts";

const MOST_BUTTONS = 5;
let groups = 0;

export function choicePart(name: string, control: Choice<string> | Choice<number>, changed: () => void): Part {
  const options: readonly (string | number)[] = control.options;
  const label = control.label ?? spoken(name);
  let value: string | number = control.value;
  const choose = (to: number): void => {
    value = options[to];
    changed();
  };
  if (options.length > MOST_BUTTONS) {
    const select = element(
      "select",
      { ...OWN_KEYS },
      ...options.map((o) => element("option", { selected: o === value }, String(o))),
    );
    select.addEventListener("change", () => choose(select.selectedIndex));
    return {
      name,
      element: element("label", { class: "live-control" }, element("span", {}, label), select),
      value: () => value,
    };
  }
  const group = `live-choice-${++groups}`;
  const radios = options.map((option, k) => {
    const input = element("input", { type: "radio", name: group, checked: option === value, ...OWN_KEYS });
    input.addEventListener("change", () => choose(k));
    return element("label", {}, input, element("span", {}, String(option)));
  });
  const row = element(
    "div",
    { class: "live-control live-choice", role: "radiogroup", "aria-label": label },
    element("span", { "aria-hidden": true }, label),
    ...radios,
  );
  return { name, element: row, value: () => value };
}

export function togglePart(name: string, control: Toggle, changed: () => void): Part {
  const input = element("input", { type: "checkbox", checked: control.value, ...OWN_KEYS });
  input.addEventListener("change", changed);
  const row = element("label", { class: "live-control" }, input, element("span", {}, control.label ?? spoken(name)));
  return { name, element: row, value: () => input.checked };
}
