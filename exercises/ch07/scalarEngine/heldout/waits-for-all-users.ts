// misconception: none
/** A number that knows where it comes from. */
export class Value {
  readonly data: number;
  /** The slope of the value that was swept from with respect to this one. */
  grad = 0;
  /** How many results were made from this one. */
  users = 0;
  parts: [Value, number][] = [];

  constructor(data: number, parts: [Value, number][] = []) {
    this.data = data;
    this.parts = parts;
    for (const [part] of parts) part.users++;
  }

  add(other: Value): Value {
    return new Value(this.data + other.data, [
      [this, 1],
      [other, 1],
    ]);
  }
  mul(other: Value): Value {
    return new Value(this.data * other.data, [
      [this, other.data],
      [other, this.data],
    ]);
  }
  /** This value to the power of n, a plain number. */
  pow(n: number): Value {
    if (n === 0) return new Value(1, [[this, 0]]);
    return new Value(this.data ** n, [[this, n * this.data ** (n - 1)]]);
  }
  exp(): Value {
    const data = Math.exp(this.data);
    return new Value(data, [[this, data]]);
  }
  relu(): Value {
    const open = this.data > 0;
    return new Value(open ? this.data : 0, [[this, open ? 1 : 0]]);
  }

  /** Sets grad of everything that this value was made from to the slope of this value with respect to it. */
  backward(): void {
    const slopes = new Map<Value, number>([[this, 1]]);
    const reported = new Map<Value, number>();
    const stack: Value[] = [this];
    while (stack.length > 0) {
      const v = stack.pop()!;
      const g = slopes.get(v)!;
      v.grad += g;
      for (const [part, local] of v.parts) {
        slopes.set(part, (slopes.get(part) ?? 0) + g * local);
        const times = (reported.get(part) ?? 0) + 1;
        reported.set(part, times);
        // everybody who uses it has reported: now it may send
        if (times === part.users) stack.push(part);
      }
    }
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
