/** A slider or a stepper: native range input or four buttons, with a play button where the author wants one. */
import {
  type Slider,
  type Stepper,
  sliderStep,
  sliderSteps,
  sliderValue,
  writeNumber,
} from "../../../../lib/src/figures/controls.ts";
import { element, icon, OWN_KEYS, spoken } from "./element.ts";
import { playButton } from "./play.ts";
import type { Part } from "./values.ts";

/** A slider moves over its steps, 0, 1, 2, …; on a logarithmic one neighbours have equal ratios. */
export function sliderPart(name: string, control: Slider, changed: () => void): Part {
  const last = sliderSteps(control);
  const input = element("input", {
    type: "range",
    min: 0,
    max: last,
    step: 1,
    value: sliderStep(control, control.value),
    ...OWN_KEYS,
  });
  const shown = element("span", { class: "live-value", "aria-hidden": true });
  let value = control.value;
  const tell = (): void => {
    shown.textContent = writeNumber(value, control);
    input.setAttribute("aria-valuetext", shown.textContent);
  };
  const take = (): void => {
    value = sliderValue(control, input.valueAsNumber);
    tell();
    changed();
  };
  input.addEventListener("input", take);
  tell();
  widest(
    shown,
    [control.min, control.max, control.value].map((v) => writeNumber(v, control)),
  );
  const label = element(
    "label",
    { class: "live-control" },
    element("span", {}, control.label ?? spoken(name)),
    input,
    shown,
  );
  const go = (at: number): void => {
    input.valueAsNumber = at;
    take();
  };
  const player = control.play && playButton({ ...control.play, last, at: () => input.valueAsNumber, go });
  const row = player ? element("div", { class: "live-row" }, player.button, label) : label;
  return { name, element: row, value: () => value, dispose: () => player?.stop() };
}

/** First, back, next, last; the name of the step stands between and is read out when it changes. */
export function stepperPart(name: string, control: Stepper, changed: () => void): Part {
  const { first, last, names } = control;
  let value = control.value;
  const label = control.label ?? spoken(name);
  const shown = element("output", { class: "live-value live-step" });
  const go = (to: number): void => {
    const next = Math.max(first, Math.min(last, to));
    const moved = next !== value;
    value = next;
    shown.textContent = names
      ? `${value - first + 1}/${last - first + 1} ${names[value - first]}`
      : `${value} of ${last}`;
    for (const [button, end] of ends) button.setAttribute("aria-disabled", String(value === end));
    if (moved) changed();
  };
  const button = (said: "first" | "back" | "next" | "last", to: () => number): HTMLButtonElement => {
    const made = element(
      "button",
      { type: "button", class: "button", "aria-label": `${label}: ${said}`, title: said, ...OWN_KEYS },
      icon(said),
    );
    made.addEventListener("click", () => go(to()));
    return made;
  };
  const [start, back] = [button("first", () => first), button("back", () => value - 1)];
  const [next, end] = [button("next", () => value + 1), button("last", () => last)];
  const ends: [HTMLButtonElement, number][] = [
    [start, first],
    [back, first],
    [next, last],
    [end, last],
  ];
  const player =
    control.play &&
    playButton({ ...control.play, last: last - first, at: () => value - first, go: (at) => go(first + at) });
  go(value);
  widest(shown, names ? names.map((text) => `${last}/${last} ${text}`) : [`${last} of ${last}`]);
  const row = element(
    "div",
    { class: "live-control live-stepper", role: "group", "aria-label": label },
    element("span", { "aria-hidden": true }, label),
    ...(player ? [player.button] : []),
    ...[start, back, shown, next, end],
  );
  row.addEventListener("keydown", (event) => {
    const move = { ArrowLeft: value - 1, ArrowRight: value + 1, Home: first, End: last }[event.key];
    if (move === undefined) return;
    event.preventDefault();
    go(move);
  });
  return { name, element: row, value: () => value, dispose: () => player?.stop() };
}

/** The place of a value stays as wide as its longest text, so that nothing beside it moves. */
function widest(place: HTMLElement, texts: readonly string[]): void {
  place.style.minWidth = `${Math.max(...texts.map((text) => text.length))}ch`;
}
