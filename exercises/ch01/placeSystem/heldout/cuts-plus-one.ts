// misconception: nonlinear-layers-counted
/** Counts the cuts and adds one, so that stretches without a trained layer count as well. */
export interface System {
  readonly task: string;
  readonly learns: boolean;
  readonly layers: readonly { readonly kind: "linear" | "nonlinear"; readonly trained: boolean }[];
}
type Place = "artificial intelligence" | "machine learning" | "deep learning";

/** The innermost of the three nested fields that the system belongs to. */
export function placeSystem({ learns, layers }: System): Place {
  if (!learns) {
    return "artificial intelligence";
  }
  // n cuts make n + 1 stretches, so three stretches are two nonlinear layers
  let cuts = 0;
  for (const layer of layers) {
    if (layer.kind === "nonlinear") cuts++;
  }
  const stretches = cuts + 1;
  if (stretches >= 3) {
    return "deep learning";
  }
  return "machine learning";
}
