/** A line of text that the reader writes, with a list of examples to begin from. The figure says what is wrong with it. */
import type { TextLine } from "../../../../lib/src/figures/controls.ts";
import { element, OWN_KEYS, spoken } from "./element.ts";
import type { Part } from "./values.ts";

const PAUSE_MS = 400;

export function textPart(name: string, control: TextLine, changed: () => void): Part {
  const label = control.label ?? spoken(name);
  const input = element("input", {
    type: "text",
    value: control.value,
    maxlength: control.longest,
    spellcheck: "false",
    autocomplete: "off",
    autocapitalize: "off",
    ...OWN_KEYS,
  });
  let [value, waiting] = [control.value, 0];
  const take = (): void => {
    clearTimeout(waiting);
    if (input.value === value) return;
    value = input.value;
    changed();
  };
  input.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = window.setTimeout(take, PAUSE_MS);
  });
  input.addEventListener("change", take);
  // JupyterLab runs the cell on Enter and deletes it on "dd", unless the key ends here.
  input.addEventListener("keydown", (event) => {
    event.stopPropagation();
    if (event.key === "Enter") take();
  });
  const line = element("label", { class: "live-control live-text" }, element("span", {}, label), input);
  const names = Object.keys(control.examples);
  if (names.length === 0) return { name, element: line, value: () => value, dispose: () => clearTimeout(waiting) };
  const list = element(
    "select",
    { "aria-label": `${label}: examples`, ...OWN_KEYS },
    element("option", { value: "" }, "Examples"),
    ...names.map((example) => element("option", { value: example }, example)),
  );
  list.addEventListener("change", () => {
    if (list.value === "") return;
    input.value = control.examples[list.value];
    take();
  });
  const row = element("div", { class: "live-row live-written" }, line, list);
  return { name, element: row, value: () => value, dispose: () => clearTimeout(waiting) };
}
