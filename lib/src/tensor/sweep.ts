/** The backward sweep: from the output to the leaves, newest tensor first, one gradient rule at a time. Chapter 7. */
import { GradientError } from "../core/errors.ts";
import { sameShape } from "../core/shape.ts";
import { add } from "./elementwise.ts";
import { sumTo } from "./sum.ts";
import { versionsOf } from "./tape.ts";
import type { Origin, Tensor } from "./tensor.ts";

/** The origin of a tensor whose graph was used up. */
const USED: Origin = { op: "used", inputs: [], rules: [], versions: 0, saved: [] };
let sweeps = 0;

/**
 * Every tensor that needs a gradient between y and the leaves (or `stops`), newest first. A tensor is newer than its
 * inputs, so each comes after everything that was computed from it. No recursion: graphs can be deep.
 * Throws GradientError when part of the graph was used up, or an input was updated in place since.
 */
export function newestFirst(y: Tensor, stops: readonly Tensor[] = []): Tensor[] {
  const sweep = ++sweeps;
  const found = [y];
  y.sweep = sweep;
  for (let i = 0; i < found.length; i++) {
    const { origin } = found[i];
    if (origin === null || stops.includes(found[i])) continue;
    if (origin === USED) throw usedUp();
    if (versionsOf(origin.inputs) !== origin.versions) throw updatedInPlace(origin.op);
    for (const x of origin.inputs) {
      if (!x.requiresGrad || x.sweep === sweep) continue;
      x.sweep = sweep;
      found.push(x);
    }
  }
  return found.sort((a, b) => b.serial - a.serial);
}

// #region sweep
/**
 * Sends g back through `order`, from its first tensor on, no further than
 * `stops`; arrive sees every whole gradient.
 */
export function sendBack(
  order: readonly Tensor[],
  g: Tensor,
  arrive: (x: Tensor, dx: Tensor) => void,
  stops: readonly Tensor[] = [],
): void {
  // An earlier sweep may have ended in an error.
  for (const t of order) t.pending = null;
  order[0].pending = g;
  for (const t of order) {
    const dt = t.pending;
    t.pending = null;
    if (dt === null) continue;
    arrive(t, dt);
    if (t.origin !== null && !stops.includes(t)) applyRules(t, t.origin, dt);
  }
}

function applyRules(y: Tensor, { inputs, rules }: Origin, g: Tensor): void {
  for (let i = 0; i < inputs.length; i++) {
    const x = inputs[i];
    if (!x.requiresGrad) continue;
    let dx = rules[i](g, y, inputs[0], inputs[1], inputs[2]);
    // The one place where broadcasting is undone.
    if (!sameShape(dx.shape, x.shape)) dx = sumTo(dx, x.shape);
    x.pending = x.pending === null ? dx : add(x.pending, dx);
  }
}
// #endregion sweep

/** Forgets a used graph, so that holding on to a loss does not hold on to everything that led to it. */
export function cut(order: readonly Tensor[]): void {
  for (const t of order) {
    if (t.origin === null) continue;
    if (t.origin.saved.length > 0) t.on.memory?.release(t.origin.saved);
    t.origin = USED;
  }
}

function usedUp(): GradientError {
  return new GradientError({
    op: "backward",
    rule: "the graph was already used",
    got: "a second backward through the same operations",
    expected: "one backward for each forward",
    hint: "compute the loss again, or keep the graph: loss.backward({ retainGraph: true })",
  });
}

function updatedInPlace(op: string): GradientError {
  return new GradientError({
    op: "backward",
    rule: `an input of ${op} was updated in place after the forward pass`,
    got: "numbers that are no longer those of the forward pass",
    expected: "parameters unchanged between forward and backward",
    hint: "first loss.backward(), then optimizer.step()",
  });
}
