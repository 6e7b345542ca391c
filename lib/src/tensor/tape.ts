/** Recording: an operation on tensors that need gradients remembers its inputs and rules. Chapter 7 builds it. */
import type { Handle } from "../backend/backend.ts";
import { BackendError } from "../core/errors.ts";
import { Tensor, type Vjp } from "./tensor.ts";

let recording = true;
const NOTHING: readonly Handle[] = [];

/**
 * Whether operations are being recorded.
 * @example
 * noGrad(isRecording); // false
 */
export const isRecording = (): boolean => recording;

/** Runs f with recording on or off and restores the switch. */
export function withRecording<T>(on: boolean, f: () => T): T {
  const before = recording;
  recording = on;
  try {
    return f();
  } finally {
    recording = before;
  }
}

/**
 * Runs f without recording: its results need no gradient. Chapter 7.
 * @example
 * noGrad(() => parameter(tensor(3)).mul(2)).requiresGrad; // false
 */
export const noGrad = <T>(f: () => T): T => withRecording(false, f);

/** The tensor that op made of inputs; rules[i] gives the gradient of inputs[i]. */
export function record(
  op: string,
  inputs: readonly Tensor[],
  output: Handle,
  rules: readonly Vjp[],
  saved: readonly Handle[] = NOTHING,
): Tensor {
  const on = inputs[0].on;
  const tracked = recording && inputs.some(needsGrad);
  const y = new Tensor(output, on, tracked);
  if (tracked) y.origin = { op, inputs, rules, versions: versionsOf(inputs), saved };
  return y;
}

const needsGrad = (x: Tensor): boolean => x.requiresGrad;

/** The same numbers seen differently: the result shares the version of x, because it shares its memory. */
export function recordView(op: string, x: Tensor, output: Handle, rule: Vjp): Tensor {
  const y = record(op, [x], output, [rule]);
  y.version = x.version;
  return y;
}

/** Grows whenever one of these tensors is updated in place. */
export function versionsOf(inputs: readonly Tensor[]): number {
  let total = 0;
  for (let i = 0; i < inputs.length; i++) total += inputs[i].version.count;
  return total;
}

/** Throws BackendError unless all tensors live on one backend. */
export function checkTogether(op: string, inputs: readonly Tensor[]): void {
  for (let i = 1; i < inputs.length; i++) {
    if (inputs[i].on === inputs[0].on) continue;
    throw new BackendError({
      op,
      rule: "the tensors live on different backends",
      got: `${inputs[0].on.name} and ${inputs[i].on.name}`,
      expected: "one backend",
      hint: "call setBackend before making tensors, or copy: tensor(x.data(), { shape: x.shape })",
    });
  }
}
