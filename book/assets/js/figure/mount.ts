/**
 * Makes a live figure out of its picture: controls below it, points on it, a frame for each change, words for those who
 * cannot see it. `mount` is all that a page, a live cell and JupyterLab call.
 */
import type { AnyControl } from "../../../../lib/src/figures/controls.ts";
import { choicePart, togglePart } from "./choice.ts";
import { cleanSvg } from "./clean.ts";
import { element, spoken } from "./element.ts";
import { type Engine, startEngine } from "./engine.ts";
import { followClicks, pointPart } from "./point.ts";
import { sketchPart } from "./sketch.ts";
import { sliderPart, stepperPart } from "./slider.ts";
import { dataTable } from "./table.ts";
import { textPart } from "./text.ts";
import type { Axes, FrameMessage, LiveFigure, LiveInPage, Part } from "./values.ts";

const SPOKEN_AFTER_MS = 500;
/** Widths that figures are drawn for: the column of the book, and a phone. */
const [WIDE, NARROW, NARROW_BELOW] = [698, 350, 520];
let figures = 0;

export interface Mounted {
  /** Times of all frames so far, for tests. */
  readonly times: readonly number[];
  /** Ends the worker and takes the controls away. The picture stays. */
  dispose(): void;
}

export interface MountOptions {
  /** The text of the library as a script that sets `termwise`; asked for when somebody touches a control. */
  library(): Promise<string>;
  /** The figure with all that its frames need, where `live` came without; asked for at the same time. */
  whole(): Promise<LiveFigure>;
  /** The first picture, where `place` does not hold it yet. */
  readonly svg?: string;
  readonly alt?: string;
}

/** Brings the figure in `place` to life. */
export function mount(place: HTMLElement, live: LiveInPage, { library, whole, svg, alt }: MountOptions): Mounted {
  const prefix = `lf${++figures}-`;
  const stage = element("div", { class: "live-stage" });
  const picture =
    stillOf(place) ?? cleanSvg(svg ?? "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 698 10'/>", prefix);
  const scroller = place.querySelector<HTMLElement>(".picture") ?? element("div", { class: "picture" });
  const fault = element("p", { class: "live-fault", hidden: true });
  const said = element("p", { class: "live-said", "aria-live": "polite" });
  const narrow = isNarrow(place) ? live.narrow : undefined;
  let [speak, current]: [number, FrameMessage | undefined] = [0, undefined];

  const changed = (): void => {
    const values = Object.fromEntries(parts.map((part) => [part.name, part.value()]));
    engine.ask({ values, width: narrow ? NARROW : WIDE });
  };
  const parts = live.controls.map((control) => partOf(control.key, control, stage, changed));
  const points = parts.filter((part) => "handle" in part) as ReturnType<typeof pointPart>[];
  const table = dataTable(() => (current ? table.show(current.table, current.alt) : changed()));
  const onFrame = (frame: FrameMessage): void => {
    try {
      draw(cleanSvg(frame.svg, prefix), frame.alt, frame.axes);
    } catch (error) {
      onFault(error instanceof Error ? error.message : String(error));
      return;
    }
    current = frame;
    fault.hidden = true;
    table.show(frame.table, frame.alt);
    clearTimeout(speak);
    speak = window.setTimeout(() => {
      said.textContent = frame.alt;
    }, SPOKEN_AFTER_MS);
  };
  const onFault = (message: string): void => {
    const written = live.controls.some(({ kind }) => kind === "text"); // then it is the reader's text that cannot be drawn
    fault.textContent = written ? message : `This figure stopped: ${message}`;
    fault.setAttribute("role", "alert");
    fault.hidden = false;
  };
  const draw = (drawn: SVGSVGElement, words: string, axes: Axes | undefined): void => {
    const { width, height } = drawn.viewBox.baseVal;
    drawn.setAttribute("role", "img");
    drawn.setAttribute("aria-label", words);
    for (const sized of [drawn, stage]) sized.style.setProperty("--drawn", `${width}px`);
    stage.querySelector("svg")?.remove();
    stage.prepend(drawn);
    for (const part of parts) part.placed?.(axes, { width, height });
  };
  const engine: Engine = startEngine({ whole, library, onFrame, onFault });

  const words = picture.getAttribute("aria-label") ?? alt ?? "";
  if (narrow) draw(cleanSvg(narrow.svg, prefix), words, narrow.axes);
  else draw(picture, words, live.axes);
  scroller.replaceChildren(stage);
  if (points.length > 0) followClicks(stage, points);
  const name = live.name ?? `Live figure: ${live.controls.map(({ key, label }) => label ?? spoken(key)).join(", ")}`;
  const rows = parts.flatMap((part) => part.element ?? []);
  const controls = element(
    "div",
    { class: "live-controls", role: "group", "aria-label": "Controls of the figure" },
    ...rows,
  );
  const under = [...(rows.length > 0 ? [controls] : []), fault, said, table.element];
  place.classList.add("live-figure");
  place.setAttribute("role", "group");
  place.setAttribute("aria-label", name);
  if (!scroller.isConnected || scroller.parentElement !== place) place.append(scroller);
  place.append(...under);
  const start = (): void => engine.start();
  place.addEventListener("focusin", start, { once: true });
  controls.addEventListener("pointerenter", start, { once: true });
  return {
    times: engine.times,
    dispose() {
      clearTimeout(speak);
      engine.dispose();
      for (const part of parts) part.dispose?.();
      for (const node of under) node.remove();
    },
  };
}

/** Whether the figure has no more room than a phone's. */
export function isNarrow(place: HTMLElement): boolean {
  return place.clientWidth > 0 && place.clientWidth < NARROW_BELOW;
}

/** The picture that stands in the page already. */
function stillOf(place: HTMLElement): SVGSVGElement | null {
  return place.querySelector<SVGSVGElement>(".picture svg");
}

function partOf(name: string, control: AnyControl, stage: HTMLElement, changed: () => void): Part {
  switch (control.kind) {
    case "slider":
      return sliderPart(name, control, changed);
    case "stepper":
      return stepperPart(name, control, changed);
    case "choice":
      return choicePart(name, control, changed);
    case "toggle":
      return togglePart(name, control, changed);
    case "point":
      return pointPart(name, control, stage, changed);
    case "sketch":
      return sketchPart(name, control, changed);
    case "text":
      return textPart(name, control, changed);
    default:
      throw new Error(`this figure has a control that is not known here: ${(control as { kind: string }).kind}`);
  }
}
