// misconception: overwrites
export class Value {
  readonly data: number;
  grad = 0;
  parents: Value[] = [];
  pass: () => void = () => {};

  constructor(data: number) {
    this.data = data;
  }

  add(other: Value): Value {
    const out = new Value(this.data + other.data);
    out.parents = [this, other];
    out.pass = () => {
      this.grad = out.grad;
      other.grad = out.grad;
    };
    return out;
  }
  mul(other: Value): Value {
    const out = new Value(this.data * other.data);
    out.parents = [this, other];
    out.pass = () => {
      this.grad = other.data * out.grad;
      other.grad = this.data * out.grad;
    };
    return out;
  }
  pow(n: number): Value {
    const out = new Value(this.data ** n);
    out.parents = [this];
    out.pass = () => {
      this.grad = (n === 0 ? 0 : n * this.data ** (n - 1)) * out.grad;
    };
    return out;
  }
  exp(): Value {
    const out = new Value(Math.exp(this.data));
    out.parents = [this];
    out.pass = () => {
      this.grad = out.data * out.grad;
    };
    return out;
  }
  relu(): Value {
    const out = new Value(this.data > 0 ? this.data : 0);
    out.parents = [this];
    out.pass = () => {
      this.grad = this.data > 0 ? out.grad : 0;
    };
    return out;
  }

  backward(): void {
    // Parents first, with a stack of our own.
    const order: Value[] = [];
    const seen = new Set<Value>([this]);
    const stack: { v: Value; next: number }[] = [{ v: this, next: 0 }];
    while (stack.length > 0) {
      const top = stack[stack.length - 1];
      if (top.next < top.v.parents.length) {
        const p = top.v.parents[top.next++];
        if (!seen.has(p)) {
          seen.add(p);
          stack.push({ v: p, next: 0 });
        }
      } else {
        order.push(top.v);
        stack.pop();
      }
    }
    const earlier = order.map((v) => v.grad);
    for (const v of order) v.grad = 0;
    this.grad = 1;
    for (let i = order.length - 1; i >= 0; i--) order[i].pass();
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
