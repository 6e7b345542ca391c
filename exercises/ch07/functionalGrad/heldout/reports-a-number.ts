// misconception: value-cut-off
/** What a function of this library takes and gives. */
export type Num = number | Var;

let asked = 0;

/** A dual number: what it is one level below, and how fast it moves with the variable of question `tag`. */
export class Var {
  readonly value: number;
  readonly base: Num;
  readonly speed: Num;
  readonly tag: number;
  constructor(base: Num, speed: Num, tag: number) {
    this.value = plain(base);
    this.base = base;
    this.speed = speed;
    this.tag = tag;
  }
}

export function plain(a: Num): number {
  return typeof a === "number" ? a : a.value;
}
const tagOf = (a: Num): number => (typeof a === "number" ? -1 : a.tag);
const baseOf = (a: Num, tag: number): Num => (a instanceof Var && a.tag === tag ? a.base : a);
const speedOf = (a: Num, tag: number): Num => (a instanceof Var && a.tag === tag ? a.speed : 0);

export function add(a: Num, b: Num): Num {
  if (typeof a === "number" && typeof b === "number") return a + b;
  const tag = Math.max(tagOf(a), tagOf(b));
  return new Var(add(baseOf(a, tag), baseOf(b, tag)), add(speedOf(a, tag), speedOf(b, tag)), tag);
}
export function mul(a: Num, b: Num): Num {
  if (typeof a === "number" && typeof b === "number") return a * b;
  const tag = Math.max(tagOf(a), tagOf(b));
  const [a0, b0, da, db] = [baseOf(a, tag), baseOf(b, tag), speedOf(a, tag), speedOf(b, tag)];
  return new Var(mul(a0, b0), add(mul(da, b0), mul(a0, db)), tag);
}
export function sin(a: Num): Num {
  if (typeof a === "number") return Math.sin(a);
  return new Var(sin(a.base), mul(cos(a.base), a.speed), a.tag);
}
export function cos(a: Num): Num {
  if (typeof a === "number") return Math.cos(a);
  return new Var(cos(a.base), mul(mul(-1, sin(a.base)), a.speed), a.tag);
}

/** The slope of f, as a function. */
export function grad(f: (x: Num) => Num): (x: Num) => Num {
  return (x) => gradAndValue(f)(x).grad;
}

/** The value of f and its slope, from one run. */
export function gradAndValue(f: (x: Num) => Num): (x: Num) => { value: Num; grad: Num } {
  return (x) => {
    const tag = asked++;
    const out = f(new Var(x, 1, tag));
    return { value: plain(out), grad: speedOf(out, tag) };
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
