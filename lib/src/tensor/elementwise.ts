/** Operations on each number, every one declared with its gradient rules. The sweep undoes broadcasting. Chapters 2 and 7. */
import type { BinaryOp, UnaryOp } from "../backend/backend.ts";
import { backend } from "../backend/current.ts";
import { broadcastShapes } from "../core/shape.ts";
import { checkTogether, record } from "./tape.ts";
import { Tensor, type Vjp } from "./tensor.ts";

/** A tensor, or a number that stands for one of rank 0. */
export type Operand = Tensor | number;
type Unary = (x: Tensor) => Tensor;
type Binary = (a: Operand, b: Operand) => Tensor;

function unary(op: UnaryOp, rule: Vjp): Unary {
  const rules = [rule];
  return (x) => record(op, [x], x.on.unary(op, x.handle), rules);
}

function binary(op: BinaryOp, ruleA: Vjp, ruleB: Vjp): Binary {
  const rules = [ruleA, ruleB];
  return (a, b) => {
    const x = lifted(a, b);
    const y = lifted(b, x);
    if (x.on !== y.on) checkTogether(op, [x, y]);
    const shape = broadcastShapes(op, x.handle.shape, y.handle.shape);
    return record(op, [x, y], x.on.binary(op, x.handle, y.handle, shape), rules);
  };
}

/** A number as a tensor of rank 0, on the backend of its partner. */
function lifted(a: Operand, partner: Operand): Tensor {
  if (a instanceof Tensor) return a;
  const on = partner instanceof Tensor ? partner.on : backend();
  return new Tensor(on.full([], a), on);
}

/** a + b, with broadcasting. */
export const add: Binary = binary(
  "add",
  (g) => g,
  (g) => g,
);
/** a − b, with broadcasting. */
export const sub: Binary = binary(
  "sub",
  (g) => g,
  (g) => neg(g),
);
/** a · b, element by element, with broadcasting. */
export const mul: Binary = binary(
  "mul",
  (g, _y, _a, b) => mul(g, b),
  (g, _y, a) => mul(g, a),
);
/** a / b, element by element, with broadcasting. */
export const div: Binary = binary(
  "div",
  (g, _y, _a, b) => div(g, b),
  (g, y, _a, b) => neg(div(mul(g, y), b)),
);
/** a to the power b, with broadcasting. A gradient for b needs a ≥ 0. */
export const pow: Binary = binary(
  "pow",
  (g, _y, a, b) => mul(g, mul(b, pow(a, add(sub(b, 1), equal(b, 0))))), // b = 0: 0 · a⁰, where b a^(b − 1) would be 0 · ∞ at a = 0
  (g, y, a) => mul(g, mul(y, log(add(a, equal(a, 0))))), // a = 0: 0ᵇ log 1 = 0, the limit
);
/** The larger of a and b. Where they are equal, each gets half of the gradient. */
export const maximum: Binary = binary(
  "maximum",
  (g, _y, a, b) => mul(g, wins(a, b)),
  (g, _y, a, b) => mul(g, wins(b, a)),
);
/** The smaller of a and b. Where they are equal, each gets half of the gradient. */
export const minimum: Binary = binary(
  "minimum",
  (g, _y, a, b) => mul(g, wins(b, a)),
  (g, _y, a, b) => mul(g, wins(a, b)),
);
/** 1 where a > b, else 0. No gradient. */
export const greater: Binary = binary(
  "greater",
  (g) => mul(g, 0),
  (g) => mul(g, 0),
);
/** 1 where a = b, else 0. No gradient. */
export const equal: Binary = binary(
  "equal",
  (g) => mul(g, 0),
  (g) => mul(g, 0),
);
/** 1 where a < b, else 0. No gradient. */
export const less: Binary = (a, b) => greater(b, a);

/** −x */
export const neg: Unary = unary("neg", (g) => neg(g));
/** eˣ */
export const exp: Unary = unary("exp", (g, y) => mul(g, y));
/** The natural logarithm. −∞ at 0, NaN below. */
export const log: Unary = unary("log", (g, _y, x) => div(g, x));
/** log(1 + x), accurate for small x. */
export const log1p: Unary = unary("log1p", (g, _y, x) => div(g, add(x, 1)));
/** √x. NaN below 0. */
export const sqrt: Unary = unary("sqrt", (g, y) => div(mul(g, 0.5), y));
/** 1 / x */
export const reciprocal: Unary = unary("reciprocal", (g, y) => neg(mul(g, mul(y, y))));
/** |x|, with gradient 0 at 0. */
export const abs: Unary = unary("abs", (g, _y, x) => mul(g, sign(x)));
/** −1, 0 or 1. No gradient. */
export const sign: Unary = unary("sign", (g) => mul(g, 0));
/** The next whole number below. No gradient. */
export const floor: Unary = unary("floor", (g) => mul(g, 0));
/** The nearest whole number, halves to the even one. No gradient. */
export const round: Unary = unary("round", (g) => mul(g, 0));
export const sin: Unary = unary("sin", (g, _y, x) => mul(g, cos(x)));
export const cos: Unary = unary("cos", (g, _y, x) => neg(mul(g, sin(x))));
/** The hyperbolic tangent, from −1 to 1. */
export const tanh: Unary = unary("tanh", (g, y) => mul(g, sub(1, mul(y, y))));
/** 1 / (1 + e⁻ˣ), from 0 to 1. */
export const sigmoid: Unary = unary("sigmoid", (g, y) => mul(g, mul(y, sub(1, y))));
/** x where it is positive, else 0. The gradient at 0 is 0. */
export const relu: Unary = unary("relu", (g, y) => mul(g, greater(y, 0)));
/** The error function 2/√π ∫₀ˣ exp(−t²) dt. */
export const erf: Unary = unary("erf", (g, _y, x) => mul(g, mul(exp(neg(mul(x, x))), 2 / Math.sqrt(Math.PI))));
/** x² */
export const square: Unary = (x) => mul(x, x);

/** a where condition is not 0, else b, with broadcasting. What is not chosen has no influence, not even NaN. */
export function where(condition: Tensor, a: Operand, b: Operand): Tensor {
  const inputs = [condition, lifted(a, condition), lifted(b, condition)];
  checkTogether("where", inputs);
  const [c, x, y] = inputs.map((t) => t.handle);
  const shape = broadcastShapes("where", c.shape, broadcastShapes("where", x.shape, y.shape));
  return record("where", inputs, condition.on.where(c, x, y, shape), whereRules);
}
const whereRules: readonly Vjp[] = [(g) => mul(g, 0), (g, _y, c) => where(c, g, 0), (g, _y, c) => where(c, 0, g)];

/** 1 where a is the larger, 0 where b is, one half where they are equal. */
const wins = (a: Tensor, b: Tensor): Tensor => add(greater(a, b), mul(equal(a, b), 0.5));
