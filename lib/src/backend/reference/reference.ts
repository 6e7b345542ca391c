/** The backend for reading: plain loops over strided views. `reference` keeps float32, `reference64` float64. Chapter 2. */
import { keepAxes, type Shape, sizeOf, stridesOf } from "../../core/shape.ts";
import type { Backend, BinaryOp, Floats, ReduceOp, UnaryOp, Window } from "../backend.ts";
import { binaryFunctions, unaryFunctions } from "./functions.ts";
import { multiply } from "./matmul.ts";
import { packedNumbers, Strided, stretched, walk } from "./strided.ts";
import { columnsShape, windowPlaces } from "./windows.ts";

/** A backend whose numbers live in the arrays that `make` makes. */
export class ReferenceBackend implements Backend {
  readonly name: string;
  readonly fused: Backend["fused"] = {};
  readonly memory: Backend["memory"] = null;
  readonly #make: (size: number) => Floats;

  constructor(name: string, make: (size: number) => Floats) {
    this.name = name;
    this.#make = make;
  }

  fromData(data: ArrayLike<number>, shape: Shape): Strided {
    const x = this.#zeros(shape);
    x.storage.set(data);
    return x;
  }

  full(shape: Shape, value: number): Strided {
    const x = this.#zeros(shape);
    if (value !== 0) x.storage.fill(value);
    return x;
  }

  read(x: Strided): Floats {
    return this.#packed(x).slice();
  }

  unary(op: UnaryOp, x: Strided): Strided {
    const f = unaryFunctions[op];
    const from = this.#packed(x);
    const y = this.#zeros(x.shape);
    for (let i = 0; i < y.size; i++) y.storage[i] = f(from[i]);
    return y;
  }

  binary(op: BinaryOp, a: Strided, b: Strided, shape: Shape): Strided {
    const f = binaryFunctions[op];
    const p = this.#packed(stretched(a, shape));
    const q = this.#packed(stretched(b, shape));
    const y = this.#zeros(shape);
    for (let i = 0; i < y.size; i++) y.storage[i] = f(p[i], q[i]);
    return y;
  }

  where(condition: Strided, a: Strided, b: Strided, shape: Shape): Strided {
    const c = this.#packed(stretched(condition, shape));
    const p = this.#packed(stretched(a, shape));
    const q = this.#packed(stretched(b, shape));
    const y = this.#zeros(shape);
    for (let i = 0; i < y.size; i++) y.storage[i] = c[i] !== 0 ? p[i] : q[i];
    return y;
  }

  /** Every element of x goes to the element of the result that it is stretched from. Sums are kept in float64. */
  reduce(op: ReduceOp, x: Strided, axes: readonly number[]): Strided {
    const from = this.#packed(x);
    const y = this.#zeros(keepAxes(x.shape, axes));
    const total = new Float64Array(y.size).fill(op === "sum" ? 0 : -Infinity);
    const goal = stretched(y, x.shape);
    if (op === "sum") walk(goal, (i, to) => (total[to] += from[i]));
    else walk(goal, (i, to) => (total[to] = Math.max(total[to], from[i])));
    y.storage.set(total);
    return y;
  }

  matmul(a: Strided, b: Strided, shape: Shape): Strided {
    const [M, N] = shape.slice(-2);
    const K = a.shape[a.shape.length - 1];
    const lead = shape.slice(0, -2);
    const p = this.#packed(stretched(a, [...lead, M, K]));
    const q = this.#packed(stretched(b, [...lead, K, N]));
    const y = this.#zeros(shape);
    for (let t = 0; t < sizeOf(lead); t++) {
      const part = (x: Floats, size: number): Floats => x.subarray(t * size, (t + 1) * size);
      multiply(part(p, M * K), part(q, K * N), part(y.storage, M * N), { M, K, N });
    }
    return y;
  }

  reshape(x: Strided, shape: Shape): Strided {
    return x.packed ? new Strided(x.storage, shape, stridesOf(shape), x.offset) : new Strided(this.#packed(x), shape);
  }

  permute(x: Strided, order: readonly number[]): Strided {
    const shape = order.map((axis) => x.shape[axis]);
    const strides = order.map((axis) => x.strides[axis]);
    return new Strided(x.storage, shape, strides, x.offset);
  }

  expand(x: Strided, shape: Shape): Strided {
    return stretched(x, shape);
  }

  slice(x: Strided, from: readonly number[], to: readonly number[]): Strided {
    const shape = from.map((start, i) => to[i] - start);
    return new Strided(x.storage, shape, x.strides, placeOf(x, from));
  }

  pad(x: Strided, before: readonly number[], shape: Shape): Strided {
    const y = this.#zeros(shape);
    this.#write(y, before, x);
    return y;
  }

  concat(xs: readonly Strided[], axis: number): Strided {
    const joined = xs.reduce((total, x) => total + x.shape[axis], 0);
    const y = this.#zeros(xs[0].shape.map((n, i) => (i === axis ? joined : n)));
    const start = y.shape.map(() => 0);
    for (const x of xs) {
      this.#write(y, start, x);
      start[axis] += x.shape[axis];
    }
    return y;
  }

  gather(x: Strided, rows: Int32Array): Strided {
    const from = this.#packed(x);
    const y = this.#zeros([rows.length, ...x.shape.slice(1)]);
    const width = sizeOf(x.shape.slice(1));
    for (const [i, row] of rows.entries()) y.storage.set(from.subarray(row * width, (row + 1) * width), i * width);
    return y;
  }

  scatterAdd(g: Strided, rows: Int32Array, count: number): Strided {
    const from = this.#packed(g);
    const y = this.#zeros([count, ...g.shape.slice(1)]);
    const width = sizeOf(g.shape.slice(1));
    rows.forEach((row, i) => {
      for (let j = 0; j < width; j++) y.storage[row * width + j] += from[i * width + j];
    });
    return y;
  }

  unfold(x: Strided, window: Window): Strided {
    const from = this.#packed(x);
    const y = this.#zeros(columnsShape(x.shape, window));
    windowPlaces(x.shape, window).forEach((at, i) => {
      if (at >= 0) y.storage[i] = from[at];
    });
    return y;
  }

  fold(g: Strided, shape: Shape, window: Window): Strided {
    const from = this.#packed(g);
    const y = this.#zeros(shape);
    windowPlaces(shape, window).forEach((at, i) => {
      if (at >= 0) y.storage[at] += from[i];
    });
    return y;
  }

  persistent(x: Strided): Strided {
    return this.fromData(this.#packed(x), x.shape);
  }

  assign(target: Strided, x: Strided): void {
    target.storage.set(this.#packed(x));
  }

  accumulate(target: Strided, x: Strided): void {
    const from = this.#packed(x);
    for (let i = 0; i < target.size; i++) target.storage[i] += from[i];
  }

  #zeros(shape: Shape): Strided {
    return new Strided(this.#make(sizeOf(shape)), shape);
  }

  #packed(x: Strided): Floats {
    return packedNumbers(x, this.#make);
  }

  /** Writes x into y, starting at `start`. */
  #write(y: Strided, start: readonly number[], x: Strided): void {
    const from = this.#packed(x);
    const part = new Strided(y.storage, x.shape, y.strides, placeOf(y, start));
    walk(part, (i, at) => (y.storage[at] = from[i]));
  }
}

/** Where element [i, j, …] of x lies in its storage. */
const placeOf = (x: Strided, index: readonly number[]): number =>
  index.reduce((at, i, axis) => at + i * x.strides[axis], x.offset);
