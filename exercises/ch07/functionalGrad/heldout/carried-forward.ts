// misconception: one-question-for-all
/** What a function of this library takes and gives. */
export type Num = number | Var;

/** A number together with how fast it changes with the variable that is asked about. */
export class Var {
  readonly value: number;
  readonly point: Num;
  readonly speed: Num;
  constructor(point: Num, speed: Num) {
    this.value = plain(point);
    this.point = point;
    this.speed = speed;
  }
}

const pointOf = (a: Num): Num => (typeof a === "number" ? a : a.point);
const speedOf = (a: Num): Num => (typeof a === "number" ? 0 : a.speed);

export function plain(a: Num): number {
  return typeof a === "number" ? a : a.value;
}
export function add(a: Num, b: Num): Num {
  if (typeof a === "number" && typeof b === "number") return a + b;
  return new Var(add(pointOf(a), pointOf(b)), add(speedOf(a), speedOf(b)));
}
export function mul(a: Num, b: Num): Num {
  if (typeof a === "number" && typeof b === "number") return a * b;
  const p = pointOf(a);
  const q = pointOf(b);
  return new Var(mul(p, q), add(mul(speedOf(a), q), mul(p, speedOf(b))));
}
export function sin(a: Num): Num {
  if (typeof a === "number") return Math.sin(a);
  return new Var(sin(a.point), mul(cos(a.point), a.speed));
}
export function cos(a: Num): Num {
  if (typeof a === "number") return Math.cos(a);
  return new Var(cos(a.point), mul(mul(-1, sin(a.point)), a.speed));
}

/** The slope of f, as a function. */
export function grad(f: (x: Num) => Num): (x: Num) => Num {
  return (x) => speedOf(f(new Var(x, 1)));
}

/** The value of f and its slope, from one run. */
export function gradAndValue(f: (x: Num) => Num): (x: Num) => { value: Num; grad: Num } {
  return (x) => {
    const y = f(new Var(x, 1));
    return { value: pointOf(y), grad: speedOf(y) };
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
