import type { Step } from "../../exercises/ch07/scalarEngine/stub.ts";

let made = 0;

/**
 * A result is made after what it is made from, so the order of making, newest first, lets every value hear from all that
 * use it before it sends. No function calls itself: depth costs nothing but memory.
 */
export class Value {
  readonly data: number;
  grad = 0;
  private readonly inputs: readonly Value[];
  private readonly slopes: readonly number[];
  private readonly id = made++;

  constructor(data: number, inputs: readonly Value[] = [], slopes: readonly number[] = []) {
    this.data = data;
    this.inputs = inputs;
    this.slopes = slopes;
  }

  add(other: Value): Value {
    return new Value(this.data + other.data, [this, other], [1, 1]);
  }
  mul(other: Value): Value {
    return new Value(this.data * other.data, [this, other], [other.data, this.data]);
  }
  pow(n: number): Value {
    return new Value(this.data ** n, [this], [n === 0 ? 0 : n * this.data ** (n - 1)]);
  }
  exp(): Value {
    const data = Math.exp(this.data);
    return new Value(data, [this], [data]);
  }
  relu(): Value {
    return new Value(Math.max(0, this.data), [this], [this.data > 0 ? 1 : 0]);
  }

  backward(): void {
    const found = new Set<Value>([this]); // a Set may grow while it is walked
    for (const v of found) for (const input of v.inputs) found.add(input);
    const order = [...found].sort((a, b) => b.id - a.id);
    const before = order.map((v) => v.grad); // put aside: it belongs to other sweeps and is not sent on
    for (const v of order) v.grad = 0;
    this.grad = 1;
    for (const v of order) {
      v.inputs.forEach((input, i) => {
        input.grad += v.slopes[i] * v.grad;
      });
    }
    order.forEach((v, k) => {
      v.grad += before[k];
    });
  }
}

/** Given, to be left as it is: builds a graph with Value, sweeps back from the steps named, and lists what is then there. Counts. */
export function play(steps: readonly Step[], sweeps: readonly number[]): { data: number[]; grad: number[] } {
  const made: Value[] = [];
  const operations = {
    add: (x: Value, k: number) => x.add(made[k]),
    mul: (x: Value, k: number) => x.mul(made[k]),
    pow: (x: Value, n: number) => x.pow(n),
    exp: (x: Value) => x.exp(),
    relu: (x: Value) => x.relu(),
  };
  for (const step of steps) {
    if (typeof step === "number") made.push(new Value(step));
    else made.push(operations[step[0]](made[step[1]], step[2] ?? 0));
  }
  let writes = 0;
  for (const v of made) {
    let grad = v.grad;
    const set = (slope: number): void => {
      if (++writes > 30 * made.length) throw new Error(`grad was set ${writes} times for ${made.length} values`);
      grad = slope;
    };
    Object.defineProperty(v, "grad", { get: () => grad, set });
  }
  for (const place of sweeps) made[place].backward();
  return { data: made.map((v) => v.data), grad: made.map((v) => v.grad) };
}
