/** Reverse mode on single numbers: the engine that chapter 7 builds, here for figures that follow it step by step. */

/** A number that remembers its inputs, and its slope with respect to each of them. Made by `expression`; chapter 7. */
export interface Value {
  /** Values are numbered as they are made: inputs come before what is computed from them. */
  readonly id: number;
  readonly data: number;
  readonly inputs: readonly Value[];
  /** slopes[i]: how fast this value changes when inputs[i] does. */
  readonly slopes: readonly number[];
  /** How fast the output changes when this value does; filled in by a sweep. */
  grad: number;
  /** What made it: "+", "×", "relu"; empty for a number that was given. */
  readonly op?: string;
}

let made = 0;

/** A number that was given, or the result of an operation with one slope for each input. */
export function value(data: number, inputs: readonly Value[] = [], slopes: readonly number[] = [], op = ""): Value {
  return { id: made++, data, inputs, slopes, grad: 0, op };
}

/** Each operation with its slopes on the same line. */
export const operations = {
  add: (a: Value, b: Value): Value => value(a.data + b.data, [a, b], [1, 1], "+"),
  sub: (a: Value, b: Value): Value => value(a.data - b.data, [a, b], [1, -1], "−"),
  mul: (a: Value, b: Value): Value => value(a.data * b.data, [a, b], [b.data, a.data], "×"),
  div: (a: Value, b: Value): Value => value(a.data / b.data, [a, b], [1 / b.data, -a.data / b.data ** 2], "÷"),
  neg: (a: Value): Value => value(-a.data, [a], [-1], "−"),
  pow: (a: Value, n: number): Value => value(a.data ** n, [a], [n === 0 ? 0 : n * a.data ** (n - 1)], `^${n}`),
  exp: (a: Value): Value => value(Math.exp(a.data), [a], [Math.exp(a.data)], "exp"),
  log: (a: Value): Value => value(Math.log(a.data), [a], [1 / a.data], "log"),
  sqrt: (a: Value): Value => value(Math.sqrt(a.data), [a], [0.5 / Math.sqrt(a.data)], "√"),
  sin: (a: Value): Value => value(Math.sin(a.data), [a], [Math.cos(a.data)], "sin"),
  cos: (a: Value): Value => value(Math.cos(a.data), [a], [-Math.sin(a.data)], "cos"),
  tanh: (a: Value): Value => value(Math.tanh(a.data), [a], [1 - Math.tanh(a.data) ** 2], "tanh"),
  relu: (a: Value): Value => value(Math.max(0, a.data), [a], [a.data > 0 ? 1 : 0], "relu"),
  sigmoid: (a: Value): Value => {
    const s = 1 / (1 + Math.exp(-a.data));
    return value(s, [a], [s * (1 - s)], "σ");
  },
} as const;

/** Everything that `output` was computed from, itself included, newest first: each after all that use it. */
export function newestValues(output: Value): Value[] {
  const found = new Set([output]); // a Set may grow while it is walked
  for (const v of found) for (const input of v.inputs) found.add(input);
  return [...found].sort((a, b) => b.id - a.id);
}

/** Fills in `grad` of all that `output` depends on, or stops after some senders; returns those that have sent. */
export function sweepValues(output: Value, { steps = Infinity }: { readonly steps?: number } = {}): Value[] {
  // #region sweep
  const order = newestValues(output);
  for (const v of order) v.grad = 0;
  output.grad = 1;
  const able = order.filter((v) => v.inputs.length > 0);
  const senders = able.slice(0, Math.max(0, steps));
  for (const v of senders) {
    v.inputs.forEach((input, i) => {
      input.grad += v.slopes[i] * v.grad;
    });
  }
  // #endregion sweep
  return senders;
}
