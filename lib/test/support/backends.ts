/** The backends that the conformance tests run on: a new backend is added here and nowhere else. */
import * as T from "../../src/index.ts";

export interface Candidate {
  /** What the tests call it; also the backend's name, unless `backend` gives one. */
  readonly name: string;
  readonly backend?: string;
  readonly options?: T.BackendOptions;
  /** The largest relative error that values and gradients may have against float64. */
  readonly within: number;
  /** Operations that may make NaN of numbers beside an infinity or a NaN. */
  readonly finiteOnly?: readonly string[];
}

export const backends: readonly Candidate[] = [
  { name: "reference", within: 2e-6 },
  { name: "reference64", within: 1e-12 },
  { name: "wasm", within: 3e-6 },
  {
    name: "wasm, moving every array before every operation",
    backend: "wasm",
    options: { torture: true },
    within: 3e-6,
  },
  { name: "wasm with a nursery of 1 MB", backend: "wasm", options: { nursery: 1 }, within: 3e-6 },
  { name: "wasm with relaxed SIMD", backend: "wasm", options: { relaxed: true }, within: 3e-6 },
];

/** Runs f with a backend as the current one. */
export const on = <R>({ name, backend = name, options }: Candidate, f: () => R): R =>
  T.withBackend(backend, f, options);
