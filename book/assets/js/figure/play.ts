/** Play and pause. Nothing plays on its own; who asked for less motion gets one value a second, in at most ten jumps. */
import type { Playing } from "../../../../lib/src/figures/controls.ts";
import { element, icon, OWN_KEYS } from "./element.ts";

interface Player extends Playing {
  /** Number of the last step, from 0. */
  readonly last: number;
  at(): number;
  go(step: number): void;
}

export function playButton({ perSecond, loop, last, at, go }: Player): { button: HTMLButtonElement; stop(): void } {
  const button = element("button", { type: "button", class: "button framed live-play", ...OWN_KEYS });
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  let frame = 0;
  let [begun, from] = [0, 0];
  const show = (): void => {
    button.replaceChildren(icon(frame ? "pause" : "next"), frame ? "Pause" : "Play");
  };
  const stop = (): void => {
    cancelAnimationFrame(frame);
    frame = 0;
    show();
  };
  const tick = (now: number): void => {
    const jump = calm.matches ? Math.max(1, Math.ceil(last / 10)) : 1;
    const rate = calm.matches ? Math.min(1, perSecond) : perSecond;
    const step = from + jump * Math.floor(((now - begun) / 1000) * rate);
    const to = loop ? step % (last + 1) : Math.min(last, step);
    if (to !== at()) go(to);
    frame = requestAnimationFrame(tick);
    if (!loop && step >= last) stop();
  };
  button.addEventListener("click", () => {
    if (frame) return stop();
    from = at() >= last ? 0 : at();
    if (from !== at()) go(from);
    begun = performance.now();
    frame = requestAnimationFrame(tick);
    show();
  });
  show();
  return { button, stop };
}
