import { NotImplemented } from "termwise";

/** What is known of a system. */
export interface System {
  /** What it is for: "chess", "spam", "digits", … */
  readonly task: string;
  /** Whether anything in it was fitted to data. */
  readonly learns: boolean;
  /** What the input passes through, in order; empty if it is no network. `trained`: fitted to data, not set by hand. */
  readonly layers: readonly { readonly kind: "linear" | "nonlinear"; readonly trained: boolean }[];
}
type Place = "artificial intelligence" | "machine learning" | "deep learning";

/** The innermost of the three nested fields that the system belongs to. */
export function placeSystem({ task, learns, layers }: System): Place {
  throw new NotImplemented("E01.1");
}
