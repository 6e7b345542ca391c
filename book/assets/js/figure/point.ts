/** A point on the figure that follows mouse, finger and arrow keys; its values are those of the axes. */
import { positionOn, valueAt } from "../../../../lib/src/figures/axes.ts";
import type { Point } from "../../../../lib/src/figures/controls.ts";
import type { Ruler } from "../../../../lib/src/figures/figure.ts";
import { brief } from "../../../../lib/src/figures/numbers.ts";
import { element, OWN_KEYS, spoken } from "./element.ts";
import type { Axes, Part } from "./values.ts";

interface PointPart extends Part {
  readonly handle: HTMLElement;
  /** Moves the point to a place of the stage, in parts of its width and height. */
  moveTo(left: number, top: number): void;
  /** How far a place of the stage is, in pixels. */
  distance(left: number, top: number): number;
}

/** `stage` is the box that the drawing fills. */
export function pointPart(name: string, control: Point, stage: HTMLElement, changed: () => void): PointPart {
  const label = control.label ?? spoken(name);
  const handle = element("div", {
    class: "live-handle",
    role: "slider",
    tabindex: 0,
    "aria-label": label,
    ...OWN_KEYS,
  });
  let [x, y] = control.value;
  let axes: Axes | undefined;
  let box = { width: 1, height: 1 };

  const place = (): void => {
    const text = `${brief(x)}, ${brief(y)}`;
    const told = {
      "aria-valuemin": control.x[0],
      "aria-valuemax": control.x[1],
      "aria-valuenow": x,
      "aria-valuetext": text,
    };
    for (const [attribute, value] of Object.entries(told)) handle.setAttribute(attribute, String(value));
    handle.style.left = `${(100 * along(axes?.x, x)) / box.width}%`;
    handle.style.top = `${(100 * along(axes?.y, y)) / box.height}%`;
  };
  const set = (to: readonly [number, number]): void => {
    const next = to.map((v, k) => {
      const [[from, end], step] = [k ? control.y : control.x, control.step[k]];
      return Math.max(from, Math.min(end, Number((Math.round(v / step) * step).toPrecision(12))));
    });
    if (next[0] === x && next[1] === y) return;
    [x, y] = next;
    place();
    changed();
  };
  const moveTo = (left: number, top: number): void =>
    set([back(axes?.x, left * box.width), back(axes?.y, top * box.height)]);

  handle.addEventListener("keydown", (event) => {
    const [dx, dy] = KEYS[event.key] ?? [0, 0];
    if (!dx && !dy) return;
    event.preventDefault();
    event.stopPropagation();
    const times = event.shiftKey ? 10 : 1;
    set([x + dx * times * control.step[0], y + dy * times * control.step[1]]);
  });
  handle.addEventListener("pointerdown", (event) => {
    event.preventDefault();
    handle.setPointerCapture(event.pointerId);
    handle.focus({ preventScroll: true });
  });
  handle.addEventListener("pointermove", (event) => {
    if (!handle.hasPointerCapture(event.pointerId)) return;
    const { left, top, width, height } = stage.getBoundingClientRect();
    moveTo((event.clientX - left) / width, (event.clientY - top) / height);
  });
  stage.append(handle);
  return {
    name,
    handle,
    moveTo,
    distance: (left, top) => {
      const { width, height } = stage.getBoundingClientRect();
      return Math.hypot(
        (left - along(axes?.x, x) / box.width) * width,
        (top - along(axes?.y, y) / box.height) * height,
      );
    },
    value: () => [x, y],
    placed(newAxes, newBox) {
      axes = newAxes;
      box = newBox;
      place();
    },
    dispose: () => handle.remove(),
  };
}

/** A click on the figure brings the nearest of its points there. */
export function followClicks(stage: HTMLElement, points: readonly PointPart[]): void {
  stage.addEventListener("click", (event) => {
    if ((event.target as Element).closest(".live-handle")) return;
    const box = stage.getBoundingClientRect();
    const [left, top] = [(event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height];
    const nearest = points.reduce((a, b) => (b.distance(left, top) < a.distance(left, top) ? b : a));
    nearest.moveTo(left, top);
    nearest.handle.focus({ preventScroll: true });
  });
}

const KEYS: Readonly<Record<string, readonly [dx: number, dy: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
  PageUp: [0, 10],
  PageDown: [0, -10],
};

/** Units of the drawing; a drawing without axes has its own units as values. */
const scaleOf = ({ from, to, log }: Ruler): Parameters<typeof positionOn>[0] => ({ label: "", from, to, log });
const along = (ruler: Ruler | undefined, value: number): number =>
  ruler ? ruler.at[0] + positionOn(scaleOf(ruler), value) * (ruler.at[1] - ruler.at[0]) : value;
const back = (ruler: Ruler | undefined, place: number): number =>
  ruler ? valueAt(scaleOf(ruler), (place - ruler.at[0]) / (ruler.at[1] - ruler.at[0])) : place;
