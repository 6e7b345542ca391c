/** Reverse-mode differentiation: backward for training, grad and its relatives for functions. Chapter 7. */
import { GradientError, shapeText } from "../core/errors.ts";
import { sameShape } from "../core/shape.ts";
import { scope } from "./scope.ts";
import { cut, newestFirst, sendBack } from "./sweep.ts";
import { isRecording, noGrad, record, recordView, withRecording } from "./tape.ts";
import { Tensor } from "./tensor.ts";

export interface BackwardOptions {
  /** Keep the graph, so that backward can be called on it again. */
  readonly retainGraph?: boolean;
}

/**
 * Adds the gradient of the scalar y to `.grad` of every leaf that requires one, then forgets the graph.
 * Throws GradientError when y is no scalar, not finite, depends on no parameter, or its graph was already used.
 * @example
 * const w = parameter(tensor(3));
 * backward(w.square());
 * w.grad; // Tensor [] 6
 */
export function backward(y: Tensor, { retainGraph = false }: BackwardOptions = {}): void {
  checkDifferentiable("backward", y);
  checkFinite(y);
  const order = newestFirst(y);
  scope(() => noGrad(() => sendBack(order, oneLike(y), deposit)), y.on);
  if (retainGraph) return;
  cut(order);
  y.on.memory?.rest();
}

/** Adds a gradient to the buffer of a leaf (or of a tensor that keeps its gradient), which outlives the sweep. */
function deposit(x: Tensor, g: Tensor): void {
  if (x.origin !== null && !x.keepsGrad) return;
  const { on, slot } = x;
  if (slot === null) x.slot = { buffer: on.persistent(g.handle), filled: true, seen: null };
  else if (!slot.filled) on.assign(slot.buffer, g.handle);
  else {
    if (slot.seen !== null) slot.buffer = on.persistent(slot.buffer); // somebody holds the old one
    slot.seen = null;
    on.accumulate(slot.buffer, g.handle);
  }
  if (x.slot !== null) x.slot.filled = true;
}

/** Forgets the gradient of x. Its buffer is used again unless somebody read it. */
export function clearGrad(x: Tensor): void {
  if (x.slot === null) return;
  if (x.slot.seen !== null) x.slot = null;
  else x.slot.filled = false;
}

/**
 * Makes backward keep the gradient of this intermediate tensor too. Returns x.
 * @example
 * const x = parameter(tensor(3));
 * const h = retainGrad(x.mul(2));
 * h.square().backward();
 * h.grad; // Tensor [] 12
 */
export function retainGrad(x: Tensor): Tensor {
  x.keepsGrad = true;
  return x;
}

/**
 * The same numbers, cut off from the graph.
 * @example
 * detach(parameter(tensor(3)).mul(2)).requiresGrad; // false
 */
export function detach(x: Tensor): Tensor {
  const y = new Tensor(x.handle, x.on);
  y.version = x.version;
  return y;
}

/**
 * A copy of the numbers that nothing else can change; gradients flow through.
 * @example
 * clone(tensor([1, 2])); // Tensor [2] 1 2
 */
export const clone = (x: Tensor): Tensor => record("clone", [x], x.on.persistent(x.handle), [(g) => g]);

export interface GradientOptions {
  /** The gradient at y, of y's shape; 1 for a scalar. */
  readonly upstream?: Tensor;
  /** Record the sweep itself, so that its results can be differentiated again. */
  readonly createGraph?: boolean;
}

/**
 * The gradients of y with respect to xs, as new tensors; zeros where y does not depend on x. The graph stays usable.
 * @example
 * const x = parameter(tensor(3));
 * gradients(x.square(), [x]); // [ Tensor [] 6 ]
 */
export function gradients(y: Tensor, xs: readonly Tensor[], options: GradientOptions = {}): Tensor[] {
  const { upstream, createGraph = false } = options;
  if (upstream === undefined) checkScalar("gradients", y);
  else if (!sameShape(upstream.shape, y.shape)) throw wrongUpstream(upstream, y);
  const run = (): Tensor[] => collect(y, xs, upstream ?? oneLike(y), []);
  return createGraph ? withRecording(true, run) : scope(() => noGrad(run), y.on);
}

function collect(y: Tensor, xs: readonly Tensor[], g: Tensor, stops: readonly Tensor[]): Tensor[] {
  const found = new Map<Tensor, Tensor>();
  if (y.requiresGrad) sendBack(newestFirst(y, stops), g, (x, dx) => void found.set(x, dx), stops);
  return xs.map((x) => found.get(x) ?? new Tensor(x.on.full(x.shape, 0), x.on));
}

/** Sends g from y back to xs and no further. */
export const pullback = (y: Tensor, xs: readonly Tensor[], g: Tensor): Tensor[] => collect(y, xs, g, xs);

/** A scalar function of tensors. */
type Scalar<X extends Tensor[]> = (...xs: X) => Tensor;

/** One tensor for one argument, a list for several. */
type Like<X extends Tensor[]> = X extends [Tensor] ? Tensor : number extends X["length"] ? Tensor | Tensor[] : Tensor[];

/**
 * The derivative of a scalar function, as a function of the same arguments: one tensor for one argument, a list for
 * several. Nest it for higher derivatives. Throws GradientError when f gives more than one number.
 * @example
 * grad((x) => x.pow(3))(tensor(2)); // Tensor [] 12
 */
export function grad<X extends Tensor[]>(f: Scalar<X>): (...xs: X) => Like<X>;
export function grad(f: Scalar<Tensor[]>): (...xs: Tensor[]) => Tensor | Tensor[] {
  return (...xs) => {
    const { grads } = differentiated(f, xs);
    return grads.length === 1 ? grads[0] : grads;
  };
}

/**
 * A scalar function and its derivative from one forward pass: { value, grad }.
 * @example
 * valueAndGrad((x) => x.pow(3))(tensor(2)); // { value: Tensor [] 8, grad: Tensor [] 12 }
 */
export function valueAndGrad<X extends Tensor[]>(f: Scalar<X>): (...xs: X) => { value: Tensor; grad: Like<X> };
export function valueAndGrad(f: Scalar<Tensor[]>): (...xs: Tensor[]) => { value: Tensor; grad: Tensor | Tensor[] } {
  return (...xs) => {
    const { value, grads } = differentiated(f, xs);
    return { value, grad: grads.length === 1 ? grads[0] : grads };
  };
}

function differentiated(f: Scalar<Tensor[]>, xs: readonly Tensor[]): { value: Tensor; grads: Tensor[] } {
  const outer = isRecording();
  const own = xs.map(variable);
  const y = withRecording(true, () => f(...own));
  checkScalar("grad", y);
  const again = outer && dependsOnOthers(y, own); // somebody may differentiate the derivative
  const run = (): Tensor[] => pullback(y, own, oneLike(y));
  return { value: again ? y : detach(y), grads: again ? run() : scope(() => noGrad(run), y.on) };
}

/** x as a variable of its own: an inner derivative must not mix with an outer one. */
function variable(x: Tensor): Tensor {
  if (x.requiresGrad) return withRecording(true, () => alias(x));
  return new Tensor(x.handle, x.on, true);
}

/** The same numbers as another tensor in the graph. */
export const alias = (x: Tensor): Tensor => recordView("alias", x, x.handle, (g) => g);

/** Whether somebody else may want to differentiate the gradient: y depends on more than its own variables. */
const dependsOnOthers = (y: Tensor, own: readonly Tensor[]): boolean =>
  newestFirst(y, own).some((t) => (own.includes(t) ? t.origin !== null : t.origin === null));

const oneLike = (y: Tensor): Tensor => new Tensor(y.on.full(y.shape, 1), y.on);

function checkScalar(op: string, y: Tensor): void {
  if (y.size === 1) return;
  throw new GradientError({
    op,
    rule: "only a single number has one gradient",
    got: shapeText(y.shape),
    expected: "a scalar",
    hint: "call .sum() or .mean() first",
  });
}

function checkDifferentiable(op: string, y: Tensor): void {
  checkScalar(op, y);
  if (y.requiresGrad) return;
  throw new GradientError({
    op,
    rule: "this tensor depends on nothing that requires a gradient",
    got: "a tensor without a graph",
    expected: "a result computed from parameters",
    hint: "was it computed inside noGrad, or from detached tensors? parameter(x) makes x trainable",
  });
}

function checkFinite(y: Tensor): void {
  const loss = y.item();
  if (Number.isFinite(loss)) return;
  throw new GradientError({
    op: "backward",
    rule: `the loss is ${Number.isNaN(loss) ? "NaN" : "infinite"}, so every gradient would be useless`,
    got: String(loss),
    expected: "a finite number",
    hint: "look for log(0), 0/0 or a learning rate that is too large; print the loss of each step",
  });
}

function wrongUpstream(upstream: Tensor, y: Tensor): GradientError {
  return new GradientError({
    op: "gradients",
    rule: "the upstream gradient has another shape than y",
    got: `${shapeText(upstream.shape)} for y ${shapeText(y.shape)}`,
    expected: shapeText(y.shape),
    hint: "each number of y needs one upstream number",
  });
}
