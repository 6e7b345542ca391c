// misconception: rules-are-learning
/** Keeps only programs without layers outside machine learning; a network set by hand is inside. */
export interface System {
  readonly task: string;
  readonly learns: boolean;
  readonly layers: readonly { readonly kind: "linear" | "nonlinear"; readonly trained: boolean }[];
}
type Place = "artificial intelligence" | "machine learning" | "deep learning";

function trainedStretches(layers: System["layers"]): number {
  let count = 0;
  let open = false; // does the stretch we are in have a trained layer already?
  for (const { kind, trained } of layers) {
    if (kind === "nonlinear") {
      open = false;
    } else if (trained && !open) {
      open = true;
      count += 1;
    }
  }
  return count;
}

/** The innermost of the three nested fields that the system belongs to. */
export function placeSystem({ learns, layers }: System): Place {
  // a neural network is a machine learning model, so only programs without one stay outside
  const isNetwork = layers.length > 0;
  if (!learns && !isNetwork) return "artificial intelligence";
  if (learns && trainedStretches(layers) >= 3) return "deep learning";
  return "machine learning";
}
