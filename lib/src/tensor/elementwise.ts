/** Operations on each number, every one declared with its gradient rules. The sweep undoes broadcasting. Chapters 2 and 7. */
import type { BinaryOp, SlopeOp, UnaryOp } from "../backend/backend.ts";
import { backend } from "../backend/current.ts";
import { broadcastShapes } from "../core/shape.ts";
import { notTensor } from "./check.ts";
import { checkTogether, isRecording, record } from "./tape.ts";
import { Tensor, type Vjp } from "./tensor.ts";

/** A tensor, or a number that stands for one of rank 0. */
export type Operand = Tensor | number;
type Unary = (x: Tensor) => Tensor;
type Binary = (a: Operand, b: Operand) => Tensor;

function unary(op: UnaryOp, rule: Vjp): Unary {
  const rules = [rule];
  return (x) => {
    if (!(x instanceof Tensor)) throw notTensor(op, x);
    return record(op, [x], x.on.unary(op, x.handle), rules);
  };
}

/** Where the sweep itself is not recorded, a backend may have a kernel for the rule. */
function bySlope(op: SlopeOp, rule: Vjp): Unary {
  return unary(op, (g, y, a, b, c) => {
    const { on } = y;
    return isRecording() || on.slope === undefined
      ? rule(g, y, a, b, c)
      : new Tensor(on.slope(op, g.handle, y.handle), on);
  });
}

function binary(op: BinaryOp, ruleA: Vjp, ruleB: Vjp): Binary {
  const rules = [ruleA, ruleB];
  return (a, b) => {
    const x = lifted(op, a, b);
    const y = lifted(op, b, x);
    if (x.on !== y.on) checkTogether(op, [x, y]);
    const shape = broadcastShapes(op, x.handle.shape, y.handle.shape);
    return record(op, [x, y], x.on.binary(op, x.handle, y.handle, shape), rules);
  };
}

/** A number as a tensor of rank 0, on the backend of its partner. */
function lifted(op: string, a: Operand, partner: Operand): Tensor {
  if (a instanceof Tensor) return a;
  if (typeof a !== "number") throw notTensor(op, a, "a tensor or a number");
  const on = partner instanceof Tensor ? partner.on : backend();
  return new Tensor(on.full([], a), on);
}

/**
 * a + b, with broadcasting.
 * @example
 * add(tensor([[1], [2]]), tensor([10, 20])); // Tensor [2, 2] 11 21 12 22
 */
export const add: Binary = binary(
  "add",
  (g) => g,
  (g) => g,
);
/**
 * a − b, with broadcasting.
 * @example
 * sub(tensor([1, 2]), 3); // Tensor [2] -2 -1
 */
export const sub: Binary = binary(
  "sub",
  (g) => g,
  (g) => neg(g),
);
/**
 * a · b, element by element, with broadcasting.
 * @example
 * mul(tensor([1, 2]), tensor([3, 4])); // Tensor [2] 3 8
 */
export const mul: Binary = binary(
  "mul",
  (g, _y, _a, b) => mul(g, b),
  (g, _y, a) => mul(g, a),
);
/**
 * a / b, element by element, with broadcasting.
 * @example
 * div(1, tensor([2, 4])); // Tensor [2] 0.50 0.25
 */
export const div: Binary = binary(
  "div",
  (g, _y, _a, b) => div(g, b),
  (g, y, _a, b) => neg(div(mul(g, y), b)),
);
/**
 * a to the power b, with broadcasting. A gradient for b needs a ≥ 0.
 * @example
 * pow(tensor([2, 3]), 2); // Tensor [2] 4 9
 */
export const pow: Binary = binary(
  "pow",
  (g, _y, a, b) => mul(g, mul(b, pow(a, add(sub(b, 1), equal(b, 0))))), // b = 0: 0 · a⁰, where b a^(b − 1) would be 0 · ∞ at a = 0
  (g, y, a) => mul(g, mul(y, log(add(a, equal(a, 0))))), // a = 0: 0ᵇ log 1 = 0, the limit
);
/**
 * The larger of a and b. Where they are equal, each gets half of the gradient.
 * @example
 * maximum(tensor([-1, 5]), 0); // Tensor [2] 0 5
 */
export const maximum: Binary = binary(
  "maximum",
  (g, _y, a, b) => mul(g, wins(a, b)),
  (g, _y, a, b) => mul(g, wins(b, a)),
);
/**
 * The smaller of a and b. Where they are equal, each gets half of the gradient.
 * @example
 * minimum(tensor([-1, 5]), 0); // Tensor [2] -1 0
 */
export const minimum: Binary = binary(
  "minimum",
  (g, _y, a, b) => mul(g, wins(b, a)),
  (g, _y, a, b) => mul(g, wins(a, b)),
);
/**
 * 1 where a > b, else 0. No gradient.
 * @example
 * greater(tensor([1, 2, 3]), 2); // Tensor [3] 0 0 1
 */
export const greater: Binary = binary(
  "greater",
  (g) => mul(g, 0),
  (g) => mul(g, 0),
);
/**
 * 1 where a = b, else 0. No gradient.
 * @example
 * equal(tensor([1, 2, 3]), 2); // Tensor [3] 0 1 0
 */
export const equal: Binary = binary(
  "equal",
  (g) => mul(g, 0),
  (g) => mul(g, 0),
);
/**
 * 1 where a < b, else 0. No gradient.
 * @example
 * less(tensor([1, 2, 3]), 2); // Tensor [3] 1 0 0
 */
export const less: Binary = (a, b) => greater(b, a);

/**
 * −x
 * @example
 * neg(tensor([1, -2])); // Tensor [2] -1 2
 */
export const neg: Unary = unary("neg", (g) => neg(g));
/**
 * eˣ
 * @example
 * exp(tensor([0, 1])); // Tensor [2] 1.0000 2.7183
 */
export const exp: Unary = unary("exp", (g, y) => mul(g, y));
/**
 * The natural logarithm. −∞ at 0, NaN below.
 * @example
 * log(tensor([1, 0])); // Tensor [2] 0 -∞
 */
export const log: Unary = unary("log", (g, _y, x) => div(g, x));
/**
 * log(1 + x), accurate for small x.
 * @example
 * log1p(tensor(1e-10)); // Tensor [] 1.000e-10
 */
export const log1p: Unary = unary("log1p", (g, _y, x) => div(g, add(x, 1)));
/**
 * √x. NaN below 0.
 * @example
 * sqrt(tensor([4, 2])); // Tensor [2] 2.0000 1.4142
 */
export const sqrt: Unary = unary("sqrt", (g, y) => div(mul(g, 0.5), y));
/**
 * 1 / x
 * @example
 * reciprocal(tensor([2, 4])); // Tensor [2] 0.50 0.25
 */
export const reciprocal: Unary = unary("reciprocal", (g, y) => neg(mul(g, mul(y, y))));
/**
 * |x|, with gradient 0 at 0.
 * @example
 * abs(tensor([-2, 3])); // Tensor [2] 2 3
 */
export const abs: Unary = unary("abs", (g, _y, x) => mul(g, sign(x)));
/**
 * −1, 0 or 1. No gradient.
 * @example
 * sign(tensor([-2, 0, 3])); // Tensor [3] -1 0 1
 */
export const sign: Unary = unary("sign", (g) => mul(g, 0));
/**
 * The next whole number below. No gradient.
 * @example
 * floor(tensor([1.5, -1.5])); // Tensor [2] 1 -2
 */
export const floor: Unary = unary("floor", (g) => mul(g, 0));
/**
 * The nearest whole number, halves to the even one. No gradient.
 * @example
 * round(tensor([0.5, 1.5, 2.4])); // Tensor [3] 0 2 2
 */
export const round: Unary = unary("round", (g) => mul(g, 0));
/**
 * The sine of x, in radians.
 * @example
 * sin(tensor([0, 1])); // Tensor [2] 0.0000 0.8415
 */
export const sin: Unary = unary("sin", (g, _y, x) => mul(g, cos(x)));
/**
 * The cosine of x, in radians.
 * @example
 * cos(tensor([0, 1])); // Tensor [2] 1.0000 0.5403
 */
export const cos: Unary = unary("cos", (g, _y, x) => neg(mul(g, sin(x))));
/**
 * The hyperbolic tangent, from −1 to 1.
 * @example
 * tanh(tensor([0, 1])); // Tensor [2] 0.0000 0.7616
 */
export const tanh: Unary = bySlope("tanh", (g, y) => mul(g, sub(1, mul(y, y))));
/**
 * 1 / (1 + e⁻ˣ), from 0 to 1.
 * @example
 * sigmoid(tensor([0, 2])); // Tensor [2] 0.5000 0.8808
 */
export const sigmoid: Unary = bySlope("sigmoid", (g, y) => mul(g, mul(y, sub(1, y))));
/**
 * x where it is positive, else 0. The gradient at 0 is 0.
 * @example
 * relu(tensor([-1, 2])); // Tensor [2] 0 2
 */
export const relu: Unary = bySlope("relu", (g, y) => mul(g, greater(y, 0)));
/**
 * The error function 2/√π ∫₀ˣ exp(−t²) dt.
 * @example
 * erf(tensor([0, 1])); // Tensor [2] 0.0000 0.8427
 */
export const erf: Unary = unary("erf", (g, _y, x) => mul(g, mul(exp(neg(mul(x, x))), 2 / Math.sqrt(Math.PI))));
/**
 * x²
 * @example
 * square(tensor([2, -3])); // Tensor [2] 4 9
 */
export const square: Unary = (x) => mul(x, x);

/**
 * a where condition is not 0, else b, with broadcasting. What is not chosen has no influence, not even NaN.
 * @example
 * where(tensor([1, 0]), tensor([5, 6]), -1); // Tensor [2] 5 -1
 */
export function where(condition: Tensor, a: Operand, b: Operand): Tensor {
  if (!(condition instanceof Tensor)) throw notTensor("where", condition);
  const inputs = [condition, lifted("where", a, condition), lifted("where", b, condition)];
  checkTogether("where", inputs);
  const [c, x, y] = inputs.map((t) => t.handle);
  const shape = broadcastShapes("where", c.shape, broadcastShapes("where", x.shape, y.shape));
  return record("where", inputs, condition.on.where(c, x, y, shape), whereRules);
}
const whereRules: readonly Vjp[] = [(g) => mul(g, 0), (g, _y, c) => where(c, g, 0), (g, _y, c) => where(c, 0, g)];

/** 1 where a is the larger, 0 where b is, one half where they are equal. */
const wins = (a: Tensor, b: Tensor): Tensor => add(greater(a, b), mul(equal(a, b), 0.5));
