/** A sheet of pixels to draw on: with mouse or finger in strokes, with the keyboard pixel by pixel. */
import type { Sketch } from "../../../../lib/src/figures/controls.ts";
import { element, OWN_KEYS, spoken } from "./element.ts";
import type { Part } from "./values.ts";

const SIDE = 168;

export function sketchPart(
  name: string,
  { size: [height, width], detail, value, label = spoken(name) }: Sketch,
  changed: () => void,
): Part {
  const [columns, rows] = [width * detail, height * detail];
  const ink = new Float32Array(columns * rows); // the fine grid that strokes leave ink on
  const unit = SIDE / Math.max(height, width);
  const canvas = element("canvas", {
    class: "live-paper",
    width: 2 * unit * width,
    height: 2 * unit * height,
    tabindex: 0,
    role: "application",
    "aria-roledescription": "drawing sheet",
    ...OWN_KEYS,
  });
  canvas.style.width = `${unit * width}px`;
  const status = element("span", { class: "live-said", "aria-live": "polite" });
  const erasing = (): boolean => rubber.getAttribute("aria-pressed") === "true";
  let cursor: [row: number, column: number] | undefined;
  let last: [x: number, y: number] | undefined;

  const pixel = (row: number, column: number): number => {
    let sum = 0;
    for (let i = 0; i < detail; i++)
      for (let j = 0; j < detail; j++) sum += ink[(row * detail + i) * columns + column * detail + j];
    return sum / detail ** 2;
  };
  const pixels = (): number[] =>
    Array.from({ length: height * width }, (_, k) => Number(pixel(Math.floor(k / width), k % width).toFixed(4)));
  const fill = (row: number, column: number, value: number): void => {
    for (let i = 0; i < detail; i++)
      ink.fill(
        value,
        (row * detail + i) * columns + column * detail,
        (row * detail + i) * columns + (column + 1) * detail,
      );
  };
  const draw = (): void => {
    const context = canvas.getContext("2d");
    if (!context) return;
    const style = getComputedStyle(canvas);
    context.clearRect(0, 0, canvas.width, canvas.height);
    const step = 2 * unit;
    pixels().forEach((v, k) => {
      context.globalAlpha = v;
      context.fillStyle = style.color;
      context.fillRect((k % width) * step, Math.floor(k / width) * step, step, step);
    });
    context.globalAlpha = 0.15;
    context.strokeStyle = style.color;
    for (let k = 1; k < Math.max(width, height); k++) {
      context.strokeRect(k * step, -1, 0, canvas.height + 2);
      context.strokeRect(-1, k * step, canvas.width + 2, 0);
    }
    context.globalAlpha = 1;
    if (!cursor || document.activeElement !== canvas) return;
    context.lineWidth = 4;
    context.strokeStyle = style.outlineColor;
    context.strokeRect(cursor[1] * step + 2, cursor[0] * step + 2, step - 4, step - 4);
  };
  const told = (): void =>
    canvas.setAttribute(
      "aria-label",
      `${label}: ${height} by ${width} pixels, ${pixels().filter((v) => v > 0.3).length} with ink. Arrow keys move, space draws.`,
    );
  const update = (): void => {
    draw();
    told();
    changed();
  };
  /** A round brush as wide as a good pixel, from the last place to this one. */
  const stroke = (x: number, y: number): void => {
    const [fromX, fromY] = last ?? [x, y];
    const radius = 0.62 * detail;
    const steps = Math.max(1, Math.ceil(Math.hypot(x - fromX, y - fromY)));
    for (let s = 0; s <= steps; s++) {
      const [cx, cy] = [fromX + ((x - fromX) * s) / steps, fromY + ((y - fromY) * s) / steps];
      for (let r = 0; r < rows; r++)
        for (let c = 0; c < columns; c++)
          if (Math.hypot(c + 0.5 - cx, r + 0.5 - cy) < radius) ink[r * columns + c] = erasing() ? 0 : 1;
    }
    last = [x, y];
    update();
  };
  const place = (event: PointerEvent): [number, number] => {
    const box = canvas.getBoundingClientRect();
    return [((event.clientX - box.left) / box.width) * columns, ((event.clientY - box.top) / box.height) * rows];
  };
  canvas.addEventListener("pointerdown", (event) => {
    canvas.setPointerCapture(event.pointerId);
    last = undefined;
    cursor = undefined;
    stroke(...place(event));
  });
  canvas.addEventListener(
    "pointermove",
    (event) => canvas.hasPointerCapture(event.pointerId) && stroke(...place(event)),
  );
  canvas.addEventListener("keydown", (event) => {
    const [row, column] = cursor ?? [0, 0];
    const to = {
      ArrowUp: [row - 1, column],
      ArrowDown: [row + 1, column],
      ArrowLeft: [row, column - 1],
      ArrowRight: [row, column + 1],
    }[event.key];
    if (!to && event.key !== " ") return;
    event.preventDefault();
    event.stopPropagation();
    cursor =
      to && cursor
        ? [Math.max(0, Math.min(height - 1, to[0])), Math.max(0, Math.min(width - 1, to[1]))]
        : [row, column];
    if (event.key === " ") {
      fill(row, column, pixel(row, column) > 0.5 ? 0 : 1);
      update();
    } else draw();
    status.textContent = `row ${cursor[0] + 1}, column ${cursor[1] + 1}, ${pixel(...cursor) > 0.5 ? "ink" : "paper"}`;
  });
  for (const event of ["focus", "blur"]) canvas.addEventListener(event, draw);
  const rubber = element(
    "button",
    { type: "button", class: "button framed", "aria-pressed": "false", ...OWN_KEYS },
    "Erase",
  );
  rubber.addEventListener("click", () => rubber.setAttribute("aria-pressed", String(!erasing())));
  const clear = element("button", { type: "button", class: "button framed", ...OWN_KEYS }, "Clear");
  clear.addEventListener("click", () => {
    ink.fill(0);
    update();
  });
  for (const [k, v] of value.entries()) fill(Math.floor(k / width), k % width, v);
  told();
  requestAnimationFrame(draw); // once its colours are known
  const scheme = new MutationObserver(draw);
  scheme.observe(document.documentElement, { attributeFilter: ["data-theme"] });
  const row = element(
    "div",
    { class: "live-control live-sketch" },
    element("span", { "aria-hidden": true }, label),
    canvas,
    element("div", { class: "live-tools" }, rubber, clear),
    status,
  );
  return { name, element: row, value: pixels, dispose: () => scheme.disconnect() };
}
