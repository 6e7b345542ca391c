import { NotImplemented } from "termwise";

/** What a function of this library takes and gives. */
export type Num = number | Var;

/** Yours to design: a number that knows where it comes from. */
export class Var {
  readonly value: number;
  constructor(value: number) {
    this.value = value;
  }
}

export function plain(a: Num): number {
  return typeof a === "number" ? a : a.value;
}
export function add(a: Num, b: Num): Num {
  throw new NotImplemented("E07.5");
}
export function mul(a: Num, b: Num): Num {
  throw new NotImplemented("E07.5");
}
export function sin(a: Num): Num {
  throw new NotImplemented("E07.5");
}
export function cos(a: Num): Num {
  throw new NotImplemented("E07.5");
}

/** The slope of f, as a function. */
export function grad(f: (x: Num) => Num): (x: Num) => Num {
  throw new NotImplemented("E07.5");
}

/** The value of f and its slope, from one run. */
export function gradAndValue(f: (x: Num) => Num): (x: Num) => { value: Num; grad: Num } {
  throw new NotImplemented("E07.5");
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
