/** What a suite asks: an answer in this process or another one. Values cross; verdicts never do. */
import type { TensorValue } from "./values.ts";

/** Why a call gave nothing to judge, in words for the learner. */
export interface Fault {
  readonly kind: "missing" | "forbidden" | "timeout" | "ended";
  readonly text: string;
}

/** What came of one call, and the arguments as they are after it. Whether they changed is judged by the one who asked. */
export interface Outcome {
  readonly value?: unknown;
  readonly threw?: { readonly name: string; readonly message: string };
  readonly fault?: Fault;
  /** Something worth saying if this call turns out wrong: the number of parameters, say. */
  readonly note?: string;
  readonly after: readonly unknown[];
}

/** Something that can be asked. Objects stay on its side and are named by numbers. */
export interface Answer {
  call(name: string, args: readonly unknown[]): Promise<Outcome>;
  create(name: string, args: readonly unknown[]): Promise<Outcome>;
  invoke(object: number, method: string, args: readonly unknown[]): Promise<Outcome>;
  get(object: number, property: string): Promise<Outcome>;
  /** After a fault that ended it: starts afresh if it may, and says whether it did. */
  renew?(): Promise<boolean>;
}

/** How tensor values become the library's tensors, and back. */
export interface Bridge {
  toLibrary(value: TensorValue): unknown;
  /** The plain value, or null when `v` is not a tensor of the library. */
  fromLibrary(v: unknown): TensorValue | null;
}

/** Runs something on arguments and says which forbidden library function it called, if any. */
export type Watch = <T>(given: unknown[], action: (given: unknown[]) => T) => { result: T; called: string | null };
