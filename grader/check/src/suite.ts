/** How a suite is written: `example`, `fact` and `property`, each titled by the fact it checks. */
import type { Draw } from "./draw.ts";
import type { TensorValue } from "./values.ts";

/** The stub's types as a suite sees them: a library tensor is given as a tensor value. */
type Given<T> = T extends { shape: unknown; sub: unknown }
  ? TensorValue
  : T extends (...a: never[]) => unknown
    ? T
    : T extends readonly (infer U)[]
      ? readonly Given<U>[]
      : T extends object
        ? { [K in keyof T]: Given<T[K]> }
        : T;
type Arguments<F> = F extends (...args: infer A) => unknown ? { [K in keyof A]: Given<A[K]> } : never;
type Construction<C> = C extends new (...args: infer A) => unknown ? { [K in keyof A]: Given<A[K]> } : never;
type Instance<C> = C extends new (...args: never[]) => infer I ? I : never;
type List<A> = A extends unknown[] ? A : never;
/** What a function gives, as a suite sees it. */
type Result<F> = F extends (...args: never[]) => infer R ? Seen<R> : never;
type Seen<T> = T extends { shape: unknown; sub: unknown }
  ? TensorValue
  : T extends (infer U)[]
    ? Seen<U>[]
    : T extends readonly (infer U)[]
      ? readonly Seen<U>[]
      : T extends object
        ? { [K in keyof T]: Seen<T[K]> }
        : T;

export interface GivesOptions {
  readonly tol?: number;
  /** A sentence about this wrong result, shown with the failure: which probe contradicts it, say. */
  readonly why?: (got: unknown) => string;
}
/**
 * A call that was made. Say at once what it must give, or await it for its value: of the type that the stub promises. A
 * body that stumbles over a value of another kind fails with a sentence that says so.
 */
export interface Called<R> extends PromiseLike<R> {
  /** The result agrees with `want` within the tolerance. */
  gives(want: unknown, options?: GivesOptions): Promise<void>;
  /** The call throws an Error whose message matches. */
  throws(message: RegExp): Promise<void>;
}

/** An object that the answer's class made. */
export interface Made<I> {
  call<K extends keyof I & string>(method: K, ...args: List<Arguments<I[K]>>): Called<Result<I[K]>>;
  get<K extends keyof I & string>(property: K): Called<Seen<I[K]>>;
}

/** An object being made. Await it, or say that the constructor must refuse. */
export interface Creation<I> extends PromiseLike<Made<I>> {
  throws(message: RegExp): Promise<void>;
}

/** What the body of a test can do. */
export interface Bench<M> {
  call<K extends keyof M & string>(name: K, ...args: List<Arguments<M[K]>>): Called<Result<M[K]>>;
  create<K extends keyof M & string>(name: K, ...args: List<Construction<M[K]>>): Creation<Instance<M[K]>>;
  /** A fact about something derived from results: `holds("rows sum to 1", sums, [1, 1])`. */
  holds(what: string, got: unknown, want: unknown, options?: { tol?: number }): void;
  /** Shown with a failure, where the arguments do not tell: `given("losses", losses)`. */
  given(what: string, value: unknown): void;
  readonly draw: Draw;
}

type Body<M> = (bench: Bench<M>) => Promise<void>;
/**
 * visible: inputs are shown. opaque: never more than the title. secret: shown in practice, where the seed is public;
 * title only where an answer is marked with a seed that nobody knows.
 */
export type Visibility = "visible" | "opaque" | "secret";
export interface Options {
  readonly points?: number;
  readonly runs?: number;
  readonly visibility?: Visibility;
}
/** Once a suite is written, what it was written for is forgotten: a result may be whatever its body expects. */
export type Unchecked = Readonly<Record<string, (...args: unknown[]) => never>>;
export interface Test extends Required<Options> {
  readonly title: string;
  readonly body: Body<Unchecked>;
}
interface Add<M> {
  (title: string, body: Body<M>): void;
  (title: string, options: Options, body: Body<M>): void;
}

/** `example`: worked in the statement. `fact`: one fixed input. `property`: many drawn inputs. */
export interface Write<M> {
  readonly example: Add<M>;
  readonly fact: Add<M>;
  readonly property: Add<M>;
}
export interface Rules {
  /** Largest relative error of a number that counts as equal. */
  readonly tol?: number;
  /** Milliseconds that one call may take. */
  readonly limit?: number;
}
export interface Suite extends Required<Rules> {
  readonly id: string;
  readonly tests: readonly Test[];
}

/** A suite for what the stub exports: `suite<typeof import("./stub.ts")>("E02.1", …)`. */
export function suite<M>(
  id: string,
  write: (kinds: Write<M>) => void,
  { tol = 1e-6, limit = 2000 }: Rules = {},
): Suite {
  const tests: Test[] = [];
  const adder = (defaults: Required<Options>): Add<M> => {
    return (title: string, second: Options | Body<M>, third?: Body<M>) => {
      const [options, body] = typeof second === "function" ? [{}, second] : [second, third!];
      if (tests.some((test) => test.title === title)) throw new Error(`suite ${id}: two tests are called "${title}"`);
      tests.push({ ...defaults, ...options, title, body });
    };
  };
  write({
    example: adder({ points: 1, runs: 1, visibility: "visible" }),
    fact: adder({ points: 1, runs: 1, visibility: "visible" }),
    property: adder({ points: 2, runs: 40, visibility: "secret" }),
  });
  return { id, tests, tol, limit };
}

const alive = new WeakSet<object>();
/** Mark an array that suite and answer share: what one writes the other sees, across a process boundary too. */
export function live<T extends Float32Array | Float64Array>(array: T): T {
  alive.add(array);
  return array;
}
export const isLive = (v: unknown): v is Float32Array | Float64Array =>
  typeof v === "object" && v !== null && alive.has(v);
