/** What the run gives: the loss of each step, and numbers whose bits are compared. */
export interface Results {
  readonly losses: number[];
  readonly weights: number[];
  readonly scores: number[];
  readonly functions: number[];
}
/** The same as float32 bits, which survive JSON as −0 and ∞ do not. */
export type Bits = { readonly [Name in keyof Results]: number[] };
/** `T`: the library, from wherever it was loaded. */
export declare function run(T: unknown): Results;
export declare function bitsOf(results: Results): Bits;
