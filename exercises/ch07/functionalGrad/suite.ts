import { type Draw, suite } from "@termwise/check";
import type { Program } from "./stub.ts";

/** What a program says, by the rules of school on formulas: names that are bound are put in, slopes are formulas again. */
type Formula =
  | number
  | string
  | readonly ["add", Formula, Formula]
  | readonly ["mul", Formula, Formula]
  | readonly ["sin", Formula]
  | readonly ["cos", Formula]
  | readonly ["if", Formula, Formula, Formula];

const plus = (a: Formula, b: Formula): Formula => (a === 0 ? b : b === 0 ? a : ["add", a, b]);
const times = (a: Formula, b: Formula): Formula => (a === 0 || b === 0 ? 0 : a === 1 ? b : b === 1 ? a : ["mul", a, b]);

function formula(p: Program): Formula {
  if (typeof p !== "object") return p;
  if (p[0] === "add") return plus(formula(p[1]), formula(p[2]));
  if (p[0] === "mul") return times(formula(p[1]), formula(p[2]));
  if (p[0] === "sin") return ["sin", formula(p[1])];
  if (p[0] === "cos") return ["cos", formula(p[1])];
  if (p[0] === "if") return ["if", formula(p[1]), formula(p[2]), formula(p[3])];
  if (p[0] === "loop") {
    let v = formula(p[3]);
    for (let turn = 0; turn < p[2]; turn++) v = put(formula(p[4]), p[1], v);
    return v;
  }
  const [body, point] = [formula(p[2]), formula(p[3])];
  const slope = put(derived(body, p[1]), p[1], point);
  return p[0] === "grad" ? slope : times(put(body, p[1], point), slope);
}

function put(e: Formula, name: string, value: Formula): Formula {
  if (e === name) return value;
  if (typeof e !== "object") return e;
  const [op, ...parts] = e;
  return [op, ...parts.map((part) => put(part as Formula, name, value))] as unknown as Formula;
}

function derived(e: Formula, name: string): Formula {
  if (typeof e !== "object") return e === name ? 1 : 0;
  if (e[0] === "add") return plus(derived(e[1], name), derived(e[2], name));
  if (e[0] === "mul") return plus(times(derived(e[1], name), e[2]), times(e[1], derived(e[2], name)));
  if (e[0] === "sin") return times(["cos", e[1]], derived(e[1], name));
  if (e[0] === "cos") return times(-1, times(["sin", e[1]], derived(e[1], name)));
  return ["if", e[1], derived(e[2], name), derived(e[3], name)];
}

function plain(e: Formula): number {
  if (typeof e === "number") return e;
  if (typeof e === "string") throw new Error(`${e} has no value`);
  if (e[0] === "add") return plain(e[1]) + plain(e[2]);
  if (e[0] === "mul") return plain(e[1]) * plain(e[2]);
  if (e[0] === "if") return plain(e[1]) > 0 ? plain(e[2]) : plain(e[3]);
  return Math[e[0]](plain(e[1]));
}
const right = (p: Program): number => plain(formula(p));

/** A program of some depth that reads these names. */
function drawn(draw: Draw, depth: number, names: readonly string[]): Program {
  if (depth === 0 || draw.chance(0.1)) return draw.chance(0.75) ? draw.pick(names) : draw.int(-4, 4) / 2;
  const part = (): Program => drawn(draw, depth - 1, names);
  const kind = draw.int(0, 9);
  if (kind < 3) return ["mul", part(), part()];
  if (kind < 5) return ["add", part(), part()];
  if (kind < 7) return draw.chance(0.5) ? ["sin", part()] : ["cos", part()];
  if (kind < 9) return ["loop", "v", draw.int(0, 3), part(), ["mul", "v", draw.pick(names)]];
  return ["if", ["add", draw.pick(names), 0.25], part(), part()];
}
const point = (draw: Draw): number => draw.pick([-1.5, -0.75, 0, 0.5, 0.75, 1.25, 2]);
const cube: Program = ["mul", "x", ["mul", "x", "x"]];

export default suite<typeof import("./stub.ts")>("E07.5", ({ example, fact, property }) => {
  example("x² has the slope 6 at 3; an inner slope asks about its own variable only", async ({ call }) => {
    await call("ask", ["grad", "x", ["mul", "x", "x"], 3]).gives(6);
    await call("ask", ["grad", "x", ["mul", "x", ["grad", "y", ["add", "x", "y"], 1]], 1]).gives(1);
  });

  fact("sin and cos, and a sum in which x is used three times", async ({ call }) => {
    await call("ask", ["grad", "x", ["sin", "x"], 0.5]).gives(Math.cos(0.5));
    await call("ask", ["grad", "x", ["cos", "x"], 0.5]).gives(-Math.sin(0.5));
    await call("ask", ["grad", "x", ["add", ["mul", "x", "x"], "x"], 2]).gives(5);
  });

  fact("the third derivative of sin is −cos, that of x³ is 6", async ({ call }) => {
    const third = (body: Program): Program => ["grad", "z", ["grad", "y", ["grad", "x", body, "y"], "z"], 0.5];
    await call("ask", third(["sin", "x"])).gives(-Math.cos(0.5));
    await call("ask", third(cube)).gives(6);
    await call("ask", ["grad", "y", ["grad", "x", cube, "y"], 2]).gives(12);
  });

  fact("a loop is differentiated as often as it turns, and with no turn it is its start", async ({ call }) => {
    const power = (n: number): Program => ["loop", "v", n, "x", ["mul", "v", "x"]];
    await call("ask", ["grad", "x", power(3), 2]).gives(32);
    await call("ask", ["grad", "x", power(0), 2]).gives(1);
    await call("ask", ["grad", "x", ["loop", "v", 0, 5, ["mul", "v", "x"]], 2]).gives(0);
  });

  fact("the branch that was taken has the slope; a constant has 0", async ({ call }) => {
    const bent: Program = ["if", "x", ["mul", "x", "x"], ["mul", -3, "x"]];
    await call("ask", ["grad", "x", bent, 2]).gives(4);
    await call("ask", ["grad", "x", bent, -2]).gives(-3);
    await call("ask", ["grad", "x", 7, 2]).gives(0);
    await call("ask", ["grad", "x", ["sin", 1], 2]).gives(0);
  });

  fact("a variable does not mix with the one that it is asked at", async ({ call }) => {
    await call("ask", ["grad", "x", ["grad", "y", ["mul", "x", "y"], "x"], 3]).gives(1);
    await call("ask", ["grad", "x", ["mul", "x", ["grad", "y", ["mul", "x", "y"], "x"]], 3]).gives(6);
    await call("ask", ["grad", "x", ["grad", "y", ["mul", "y", "y"], 5], 3]).gives(0);
  });

  fact("what depends on the point can be differentiated by it, also where it is 0 for the moment", async ({ call }) => {
    const inner: Program = ["grad", "y", ["sin", "y"], ["mul", "x", "x"]]; // cos x²
    await call("ask", ["grad", "x", inner, 0.8]).gives(-1.6 * Math.sin(0.64));
    await call("ask", ["grad", "x", ["grad", "y", ["mul", "y", "y"], "x"], 0]).gives(2);
    await call("ask", ["grad", "x", ["grad", "y", ["mul", "x", ["sin", "y"]], 0.5], 0]).gives(Math.cos(0.5));
    await call("ask", ["grad", "x", ["grad", "y", ["cos", "y"], "x"], 0]).gives(-1);
  });

  fact("value and slope come together, and both can be differentiated", async ({ call }) => {
    await call("ask", ["both", "x", ["mul", "x", "x"], 3]).gives(54); // x² · 2x
    await call("ask", ["grad", "x", ["both", "y", ["mul", "y", "y"], "x"], 3]).gives(54); // of 2x³: 6x²
    await call("ask", ["both", "x", 4, 3]).gives(0);
  });

  fact("the same question has the same answer again", async ({ call }) => {
    const question: Program = ["grad", "x", ["mul", "x", ["grad", "y", ["mul", "x", ["mul", "y", "y"]], "x"]], 2];
    for (let time = 0; time < 3; time++) await call("ask", question).gives(24); // of 2x³
  });

  property("any program has the slope of its formula", { points: 3, runs: 30 }, async ({ call, draw }) => {
    const p: Program = ["grad", "x", drawn(draw, 4, ["x"]), point(draw)];
    await call("ask", p).gives(right(p));
  });

  property("so have programs with slopes inside", { points: 5, runs: 40 }, async ({ call, draw }) => {
    const asked: Program = drawn(draw, 3, ["x", "y"]);
    const at = drawn(draw, 1, ["x"]);
    const inner: Program = draw.chance(0.7) ? ["grad", "y", asked, at] : ["both", "y", asked, at];
    const outer = drawn(draw, 2, ["x"]);
    const body: Program = draw.chance(0.5) ? ["add", outer, inner] : ["mul", outer, inner];
    const p: Program = ["grad", "x", body, point(draw)];
    await call("ask", p).gives(right(p));
  });
});
