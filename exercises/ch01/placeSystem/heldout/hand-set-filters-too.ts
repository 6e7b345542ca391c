// misconception: hand-set-layers-counted
/** Counts every stretch of linear layers, whether anything in it was trained or not. */
export interface System {
  readonly task: string;
  readonly learns: boolean;
  readonly layers: readonly { readonly kind: "linear" | "nonlinear"; readonly trained: boolean }[];
}
type Place = "artificial intelligence" | "machine learning" | "deep learning";

/** The innermost of the three nested fields that the system belongs to. */
export function placeSystem({ learns, layers }: System): Place {
  if (!learns) return "artificial intelligence";

  // one letter per layer, then cut at the nonlinear ones: "LLNLNL" -> ["LL", "L", "L"]
  const stretches = layers
    .map((layer) => (layer.kind === "linear" ? "L" : "N"))
    .join("")
    .split("N")
    .filter((stretch) => stretch.length > 0);

  return stretches.length >= 3 ? "deep learning" : "machine learning";
}
