// misconception: calls-itself-to-the-bottom
type Edge = readonly [from: Value, slope: number];

function made(data: number, ...edges: Edge[]): Value {
  const v = new Value(data);
  v.edges = edges;
  return v;
}

export class Value {
  readonly data: number;
  grad = 0;
  edges: readonly Edge[] = [];

  constructor(data: number) {
    this.data = data;
  }

  add(other: Value): Value {
    return made(this.data + other.data, [this, 1], [other, 1]);
  }
  mul(other: Value): Value {
    return made(this.data * other.data, [this, other.data], [other, this.data]);
  }
  pow(n: number): Value {
    return made(this.data ** n, [this, n === 0 ? 0 : n * this.data ** (n - 1)]);
  }
  exp(): Value {
    const e = Math.exp(this.data);
    return made(e, [this, e]);
  }
  relu(): Value {
    return made(Math.max(0, this.data), [this, this.data > 0 ? 1 : 0]);
  }

  backward(): void {
    const order: Value[] = [];
    const visited = new Set<Value>();
    function visit(v: Value): void {
      if (visited.has(v)) return;
      visited.add(v);
      for (const [from] of v.edges) visit(from);
      order.push(v);
    }
    visit(this);
    order.reverse();
    const earlier = order.map((v) => v.grad);
    for (const v of order) v.grad = 0;
    this.grad = 1;
    for (const v of order) {
      for (const [from, slope] of v.edges) from.grad += slope * v.grad;
    }
    order.forEach((v, k) => {
      v.grad += earlier[k];
    });
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
