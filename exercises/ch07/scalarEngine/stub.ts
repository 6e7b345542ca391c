import { NotImplemented } from "termwise";

/** A number that knows where it comes from. */
export class Value {
  readonly data: number;
  /** The slope of the value that was swept from with respect to this one; of several sweeps, the sum. */
  grad = 0;

  constructor(data: number) {
    this.data = data;
  }

  add(other: Value): Value {
    throw new NotImplemented("E07.3");
  }
  mul(other: Value): Value {
    throw new NotImplemented("E07.3");
  }
  /** This value to the power of n, a plain number. */
  pow(n: number): Value {
    throw new NotImplemented("E07.3");
  }
  exp(): Value {
    throw new NotImplemented("E07.3");
  }
  relu(): Value {
    throw new NotImplemented("E07.3");
  }

  /** Adds to the grad of everything that this value was made from the slope of this value with respect to it. */
  backward(): void {
    throw new NotImplemented("E07.3");
  }
}

/** A number, or an operation on earlier steps by their place in the list. `pow` has its exponent at the end. */
export type Step = number | readonly [op: "add" | "mul" | "pow" | "exp" | "relu", a: number, b?: number];

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
