// misconception: zero-dropped
/** What a function of this library takes and gives. */
export type Num = number | Var;

interface Edge {
  readonly to: Var;
  readonly factor: () => Num;
}

/** A node: its number, and the edges back to what it was made of. */
export class Var {
  readonly value: number;
  readonly edges: Edge[] = [];
  constructor(value: number) {
    this.value = value;
  }
  comesFrom(source: Num, factor: () => Num): this {
    if (source instanceof Var) this.edges.push({ to: source, factor });
    return this;
  }
}

export function plain(a: Num): number {
  return typeof a === "number" ? a : a.value;
}
export function add(a: Num, b: Num): Num {
  const value = plain(a) + plain(b);
  if (typeof a === "number" && typeof b === "number") return value;
  return new Var(value).comesFrom(a, () => 1).comesFrom(b, () => 1);
}
export function mul(a: Num, b: Num): Num {
  const value = plain(a) * plain(b);
  if (value === 0) return 0;
  if (typeof a === "number" && typeof b === "number") return value;
  return new Var(value).comesFrom(a, () => b).comesFrom(b, () => a);
}
export function sin(a: Num): Num {
  const value = Math.sin(plain(a));
  return typeof a === "number" ? value : new Var(value).comesFrom(a, () => cos(a));
}
export function cos(a: Num): Num {
  const value = Math.cos(plain(a));
  return typeof a === "number" ? value : new Var(value).comesFrom(a, () => mul(-1, sin(a)));
}

/** Every node that leads to the result, the result first, each before what it was made of. */
function sorted(result: Var): Var[] {
  const seen = new Set<Var>();
  const order: Var[] = [];
  const visit = (node: Var): void => {
    if (seen.has(node)) return;
    seen.add(node);
    for (const edge of node.edges) visit(edge.to);
    order.push(node);
  };
  visit(result);
  return order.reverse();
}

function slopeOf(result: Num, input: Var): Num {
  if (typeof result === "number") return 0;
  const slopes = new Map<Var, Num>([[result, 1]]);
  for (const node of sorted(result)) {
    const slope = slopes.get(node) ?? 0;
    for (const { to, factor } of node.edges) {
      slopes.set(to, add(slopes.get(to) ?? 0, mul(slope, factor())));
    }
  }
  return slopes.get(input) ?? 0;
}

/** A variable of its own at x, which x still reaches. */
function fresh(x: Num): Var {
  return new Var(plain(x)).comesFrom(x, () => 1);
}

/** The slope of f, as a function. */
export function grad(f: (x: Num) => Num): (x: Num) => Num {
  return (x) => gradAndValue(f)(x).grad;
}

/** The value of f and its slope, from one run. */
export function gradAndValue(f: (x: Num) => Num): (x: Num) => { value: Num; grad: Num } {
  return (x) => {
    const input = fresh(x);
    const value = f(input);
    return { value, grad: slopeOf(value, input) };
  };
}

/** A program: a number, a name, or a list that begins with what to do. */
export type Program =
  | number
  | string
  | readonly ["add", Program, Program]
  | readonly ["mul", Program, Program]
  | readonly ["sin", Program]
  | readonly ["cos", Program]
  | readonly ["grad", name: string, body: Program, point: Program]
  | readonly ["both", name: string, body: Program, point: Program]
  | readonly ["loop", name: string, times: number, start: Program, body: Program]
  | readonly ["if", above0: Program, then: Program, otherwise: Program];

/** Given, to be left as it is: runs a program with the functions above. `both` is value times slope. */
export function ask(program: Program): number {
  return plain(run(program, {}));
}

function run(p: Program, names: Readonly<Record<string, Num>>): Num {
  if (typeof p === "number") return p;
  if (typeof p === "string") return names[p];
  const f = (name: string, body: Program) => (v: Num) => run(body, { ...names, [name]: v });
  if (p[0] === "add") return add(run(p[1], names), run(p[2], names));
  if (p[0] === "mul") return mul(run(p[1], names), run(p[2], names));
  if (p[0] === "sin") return sin(run(p[1], names));
  if (p[0] === "cos") return cos(run(p[1], names));
  if (p[0] === "grad") return grad(f(p[1], p[2]))(run(p[3], names));
  if (p[0] === "if") return run(plain(run(p[1], names)) > 0 ? p[2] : p[3], names);
  if (p[0] === "both") {
    const found = gradAndValue(f(p[1], p[2]))(run(p[3], names));
    return mul(found.value, found.grad);
  }
  let v = run(p[3], names);
  for (let turn = 0; turn < p[2]; turn++) {
    v = f(p[1], p[4])(v);
  }
  return v;
}
