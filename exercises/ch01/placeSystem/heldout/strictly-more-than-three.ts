// misconception: four-needed
/** Reads the borderline as more than three: recursion over the rest of the list. */
export interface System {
  readonly task: string;
  readonly learns: boolean;
  readonly layers: readonly { readonly kind: "linear" | "nonlinear"; readonly trained: boolean }[];
}
type Place = "artificial intelligence" | "machine learning" | "deep learning";

type Layers = System["layers"];

function links(layers: Layers, at = 0, open = false): number {
  if (at === layers.length) return open ? 1 : 0;
  const { kind, trained } = layers[at];
  if (kind === "nonlinear") return (open ? 1 : 0) + links(layers, at + 1, false);
  return links(layers, at + 1, open || trained);
}

export function placeSystem(s: System): Place {
  if (!s.learns) return "artificial intelligence";
  return links(s.layers) > 3 ? "deep learning" : "machine learning";
}
