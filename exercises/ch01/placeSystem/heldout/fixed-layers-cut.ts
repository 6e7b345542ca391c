// misconception: none
/** A linear layer that was set by hand cuts the stretch that it stands in. */
export interface System {
  readonly task: string;
  readonly learns: boolean;
  readonly layers: readonly { readonly kind: "linear" | "nonlinear"; readonly trained: boolean }[];
}
type Place = "artificial intelligence" | "machine learning" | "deep learning";

/** The innermost of the three nested fields that the system belongs to. */
export function placeSystem({ learns, layers }: System): Place {
  if (!learns) return "artificial intelligence";

  let depth = 0;
  let previous = "none";
  for (const { kind, trained } of layers) {
    const current = kind === "linear" && trained ? "trained map" : "other";
    if (current === "trained map" && previous !== "trained map") depth += 1;
    previous = current;
  }
  return depth >= 3 ? "deep learning" : "machine learning";
}
