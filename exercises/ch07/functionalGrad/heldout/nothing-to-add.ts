// misconception: zero-dropped
/** What a function of this library takes and gives. */
export type Num = number | Var;

type Edge = [to: Var, slope: () => Num];

/** A node of the graph with its edges to what it was made from. */
export class Var {
  readonly value: number;
  readonly edges: Edge[];
  constructor(value: number, edges: Edge[] = []) {
    this.value = value;
    this.edges = edges;
  }
}

/** A result; plain if none of its operands is a Var. */
function node(value: number, ...edges: [Num, () => Num][]): Num {
  const kept = edges.filter((edge): edge is Edge => typeof edge[0] !== "number");
  return kept.length > 0 ? new Var(value, kept) : value;
}

export function plain(a: Num): number {
  return typeof a === "number" ? a : a.value;
}
export function add(a: Num, b: Num): Num {
  return node(plain(a) + plain(b), [a, () => 1], [b, () => 1]);
}
export function mul(a: Num, b: Num): Num {
  return node(plain(a) * plain(b), [a, () => b], [b, () => a]);
}
export function sin(a: Num): Num {
  return node(Math.sin(plain(a)), [a, () => cos(a)]);
}
export function cos(a: Num): Num {
  return node(Math.cos(plain(a)), [a, () => mul(-1, sin(a))]);
}

/** The slope of f, as a function. */
export function grad(f: (x: Num) => Num): (x: Num) => Num {
  const both = gradAndValue(f);
  return (x) => both(x).grad;
}

/** The value of f and its slope, from one run. */
export function gradAndValue(f: (x: Num) => Num): (x: Num) => { value: Num; grad: Num } {
  return (x) => {
    const start = new Var(plain(x), typeof x === "number" ? [] : [[x, () => 1]]);
    const value = f(start);
    if (typeof value === "number") return { value, grad: 0 };

    const incoming = new Map<Var, number>([[value, 0]]);
    const todo: Var[] = [value];
    while (todo.length > 0) {
      const v = todo.pop() as Var;
      if (v === start) continue;
      for (const [to] of v.edges) {
        if (!incoming.has(to)) todo.push(to);
        incoming.set(to, (incoming.get(to) ?? 0) + 1);
      }
    }

    const slopes = new Map<Var, Num>([[value, 1]]);
    const ready: Var[] = [value];
    while (ready.length > 0) {
      const v = ready.pop() as Var;
      if (v === start) continue;
      const g = slopes.get(v) ?? 0;
      for (const [to, slope] of v.edges) {
        const part = mul(g, slope());
        // nothing to add: saves half of the work
        if (plain(part) !== 0) slopes.set(to, slopes.has(to) ? add(slopes.get(to) as Num, part) : part);
        const left = (incoming.get(to) as number) - 1;
        incoming.set(to, left);
        if (left === 0) ready.push(to);
      }
    }
    return { value, grad: slopes.get(start) ?? 0 };
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
