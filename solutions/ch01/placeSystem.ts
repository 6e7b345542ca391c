/**
 * What a system does says nothing about how it came to do it, so the task is never read. A linear map after a linear
 * map is one linear map, so what counts is the number of stretches between nonlinear functions, and of those only the
 * ones in which something was learned.
 */
export interface System {
  readonly task: string;
  readonly learns: boolean;
  readonly layers: readonly { readonly kind: "linear" | "nonlinear"; readonly trained: boolean }[];
}
type Place = "artificial intelligence" | "machine learning" | "deep learning";

export function placeSystem({ learns, layers }: System): Place {
  if (!learns) return "artificial intelligence";
  let depth = 0;
  let counted = false;
  for (const { kind, trained } of layers) {
    if (kind === "nonlinear") counted = false;
    else if (trained && !counted) {
      depth++;
      counted = true;
    }
  }
  return depth >= 3 ? "deep learning" : "machine learning";
}
