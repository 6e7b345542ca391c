// misconception: hand-set-layers-counted
/** Walks the list with a flag; a stretch counts as soon as it has any linear layer, fitted or set by hand. */
export interface System {
  readonly task: string;
  readonly learns: boolean;
  readonly layers: readonly { readonly kind: "linear" | "nonlinear"; readonly trained: boolean }[];
}
type Place = "artificial intelligence" | "machine learning" | "deep learning";

export function placeSystem({ learns, layers }: System): Place {
  if (learns === false) return "artificial intelligence";
  let stretches = 0;
  let inside = false;
  for (const layer of layers) {
    if (layer.kind === "linear") {
      if (!inside) stretches++;
      inside = true;
    } else {
      inside = false;
    }
  }
  if (stretches >= 3) return "deep learning";
  return "machine learning";
}
