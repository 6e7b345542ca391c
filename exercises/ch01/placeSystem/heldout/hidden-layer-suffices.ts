// misconception: one-hidden-layer-is-deep
/** Writes the layers as a string and splits it at the nonlinear ones; two trained stretches are enough. */
export interface System {
  readonly task: string;
  readonly learns: boolean;
  readonly layers: readonly { readonly kind: "linear" | "nonlinear"; readonly trained: boolean }[];
}
type Place = "artificial intelligence" | "machine learning" | "deep learning";

export function placeSystem({ learns, layers }: System): Place {
  if (!learns) return "artificial intelligence";
  const word = layers.map((l) => (l.kind === "nonlinear" ? "|" : l.trained ? "T" : "-")).join("");
  const trainedStretches = word.split("|").filter((piece) => piece.includes("T")).length;
  return trainedStretches >= 2 ? "deep learning" : "machine learning";
}
