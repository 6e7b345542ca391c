/**
 * Who deletes TensorFlow's arrays. JavaScript's garbage collector does not see them, so they are listed as they are made.
 * When the list is long, everything on it is read out and deleted where the next operation begins; what somebody still
 * holds goes back in at its next use, and the rest is then the collector's business. Chapter 26 tells the story.
 */
import { ReleasedError } from "../../core/errors.ts";
import type { Shape } from "../../core/shape.ts";
import type { BackendMemory, Handle } from "../backend.ts";
import { Held, OUTSIDE, RELEASED, versionOf } from "./held.ts";
import type { TensorFlow } from "./tensorflow.ts";

export interface MemoryOptions {
  /** Bytes on the list before everything moves out. */
  readonly bytes?: number;
  /** Arrays on the list before everything moves out. 0: before every operation, for tests. */
  readonly entries?: number;
  /** Bytes in use at which a warning is printed, once. */
  readonly warnAt?: number;
}

interface List {
  arrays: Held[];
  bytes: number;
  /** Bytes and arrays before it counts as full. */
  mostBytes: number;
  mostArrays: number;
  /** What had to come back since it was last emptied. */
  returned: { bytes: number; arrays: number };
}

interface Mark {
  readonly epoch: number;
  readonly at: number;
}

export class TfjsMemory implements BackendMemory {
  /** How often everything moved out. */
  moved = 0;
  readonly #tensorflow: TensorFlow;
  readonly #results: List;
  readonly #pinned: List;
  #warnAt: number;
  #epoch = 0;
  #scopes = 0;

  constructor(tensorflow: TensorFlow, { bytes = 64 << 20, entries = 4096, warnAt = 4 * 2 ** 30 }: MemoryOptions = {}) {
    this.#tensorflow = tensorflow;
    this.#warnAt = warnAt;
    this.#results = emptyList(bytes, entries);
    this.#pinned = emptyList(bytes * 4, entries);
  }

  /** The first line of every operation: the only place where arrays move. */
  begin(): void {
    if (isFull(this.#results)) this.#emptyResults();
    if (isFull(this.#pinned)) this.#empty(this.#pinned);
    this.#tensorflow.forgetConstants();
  }

  /** Lists a new array. */
  hold(shape: Shape, id: number, pinned = false): Held {
    const x = new Held(shape, id, pinned);
    this.#list(x);
    return x;
  }

  /** Lists a new array that shows the numbers of x in another arrangement. `make` computes it. */
  holdView(x: Held, shape: Shape, make: () => number): Held {
    const y = this.hold(shape, make());
    if (x.pinned || x.view !== null) y.view = { of: x, make, seen: versionOf(x) };
    return y;
  }

  /** A copy of the numbers of x. */
  read(x: Held): Float32Array {
    this.#follow(x);
    return x.copy?.slice() ?? this.#tensorflow.read(this.idOf(x));
  }

  /** TensorFlow's number of x, which goes back in where it had been read out. */
  idOf(x: Held): number {
    this.#follow(x);
    if (x.id >= 0) return x.id;
    if (x.id === RELEASED || x.copy === null) throw released();
    x.id = this.#tensorflow.floats(x.copy, x.shape);
    const { returned } = this.#list(x);
    returned.bytes += x.size * 4;
    returned.arrays++;
    return x.id;
  }

  /** Lets x show another array of the same shape; the old one is deleted. */
  replace(x: Held, id: number): void {
    if (x.id >= 0) this.#tensorflow.drop(x.id);
    else this.#list(x);
    x.id = id;
    x.copy = null;
    x.version++;
  }

  /** Makes a view again when what it shows was updated in place. */
  #follow(x: Held): void {
    const { view } = x;
    if (view === null || x.id === RELEASED || view.seen === versionOf(view.of)) return;
    view.seen = versionOf(view.of);
    this.replace(x, view.make());
  }

  enter(): Mark {
    this.#scopes++;
    return { epoch: this.#epoch, at: this.#results.arrays.length };
  }

  leave(mark: unknown, keep: readonly Handle[]): void {
    this.#scopes--;
    const { epoch, at } = mark as Mark;
    const { arrays } = this.#results;
    const made = arrays.splice(epoch === this.#epoch ? at : 0); // emptied in between: all that is here came since
    const wanted = new Set<Handle>(keep);
    for (const x of made) {
      if (wanted.has(x)) arrays.push(x);
      else this.#delete(x, x.copy === null ? RELEASED : OUTSIDE); // with a copy, it is older than the scope
    }
  }

  release(arrays: readonly Handle[]): void {
    for (const x of arrays as readonly Held[]) {
      this.#delete(x, RELEASED);
      x.copy = null;
    }
  }

  /** Between training steps: empties the list early rather than in the middle of the next graph. */
  rest(): void {
    const { arrays, bytes, mostBytes, mostArrays } = this.#results;
    if (this.#scopes === 0 && (bytes > mostBytes / 2 || arrays.length > mostArrays / 2)) this.#emptyResults();
  }

  #list(x: Held): List {
    const list = x.pinned ? this.#pinned : this.#results;
    list.arrays.push(x);
    list.bytes += x.size * 4;
    if (this.#results.bytes + this.#pinned.bytes > this.#warnAt) this.#warn();
    return list;
  }

  #warn(): void {
    const inUse = (this.#results.bytes + this.#pinned.bytes) / 2 ** 20;
    console.warn(`tfjs: TensorFlow holds ${inUse.toFixed(1)} MB of tensors; scope(() => …) gives them back sooner`);
    this.#warnAt = Number.POSITIVE_INFINITY;
  }

  #emptyResults(): void {
    this.#empty(this.#results);
    this.#epoch++; // marks made before now mean: from the start
  }

  #empty(list: List): void {
    const { arrays, returned } = list;
    if (returned.bytes * 4 > list.mostBytes) list.mostBytes *= 2; // much of what moved out was needed again
    if (returned.arrays * 4 > list.mostArrays) list.mostArrays *= 2;
    for (const x of arrays) {
      if (x.id < 0) continue;
      if (x.copy === null) x.copy = this.#tensorflow.read(x.id);
      this.#delete(x, OUTSIDE);
    }
    Object.assign(list, emptyList(list.mostBytes, list.mostArrays));
    this.moved++;
  }

  /** Deletes x from TensorFlow; it stays on its list until that is next looked through. */
  #delete(x: Held, state: number): void {
    if (x.id >= 0) {
      this.#tensorflow.drop(x.id);
      (x.pinned ? this.#pinned : this.#results).bytes -= x.size * 4;
    }
    x.id = state;
  }
}

const emptyList = (mostBytes: number, mostArrays: number): List => ({
  arrays: [],
  bytes: 0,
  mostBytes,
  mostArrays,
  returned: { bytes: 0, arrays: 0 },
});

const isFull = ({ arrays, bytes, mostBytes, mostArrays }: List): boolean =>
  bytes >= mostBytes || arrays.length > mostArrays;

function released(): ReleasedError {
  return new ReleasedError({
    op: "scope",
    rule: "this tensor was made inside a scope and given back when the scope ended",
    got: "a tensor that is no longer there",
    expected: "tensors made outside, or returned from the scope",
    hint: "return it: const y = scope(() => …)",
  });
}
