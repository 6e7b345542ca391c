import type { Program } from "../../exercises/ch07/functionalGrad/stub.ts";

type Num = number | Var;
let made = 0;

/** A number that knows what it was made from. Its slopes are made when a sweep asks for them: sin has cos has sin … */
export class Var {
  readonly id = made++;
  readonly value: number;
  readonly inputs: readonly Num[];
  readonly slopes: () => readonly Num[];
  constructor(value: number, inputs: readonly Num[], slopes: () => readonly Num[]) {
    this.value = value;
    this.inputs = inputs;
    this.slopes = slopes;
  }
}

export const plain = (a: Num): number => (typeof a === "number" ? a : a.value);
export const add = (a: Num, b: Num): Num => new Var(plain(a) + plain(b), [a, b], () => [1, 1]);
export const mul = (a: Num, b: Num): Num => new Var(plain(a) * plain(b), [a, b], () => [b, a]);
export const sin = (a: Num): Num => new Var(Math.sin(plain(a)), [a], () => [cos(a)]);
export const cos = (a: Num): Num => new Var(Math.cos(plain(a)), [a], () => [mul(-1, sin(a))]);

export function grad(f: (x: Num) => Num): (x: Num) => Num {
  return (x) => gradAndValue(f)(x).grad;
}

/** f gets a variable of its own, which was made from x: it is told apart from x, and what it does reaches x all the same. */
export function gradAndValue(f: (x: Num) => Num): (x: Num) => { value: Num; grad: Num } {
  return (x) => {
    const own = new Var(plain(x), [x], () => [1]);
    const value = f(own);
    return { value, grad: slopeOf(value, own) };
  };
}

/** The sweep of the chapter. It computes with add and mul, so that it can be swept too; nothing is written on a Var. */
function slopeOf(y: Num, own: Var): Num {
  const found = new Set<Num>([y]);
  for (const v of found) if (typeof v !== "number") for (const input of v.inputs) found.add(input);
  const order = [...found].filter((v) => typeof v !== "number").sort((a, b) => b.id - a.id);
  const pending = new Map<Num, Num>([[y, 1]]);
  for (const v of order) {
    const g = pending.get(v)!;
    v.slopes().forEach((slope, i) => {
      const arrives = mul(slope, g);
      const before = pending.get(v.inputs[i]) ?? 0;
      pending.set(v.inputs[i], add(before, arrives));
    });
  }
  return pending.get(own) ?? 0;
}

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
