// misconception: nonlinear-layers-counted
/** What is known of a system. */
export interface System {
  readonly task: string;
  readonly learns: boolean;
  readonly layers: readonly { readonly kind: "linear" | "nonlinear"; readonly trained: boolean }[];
}
type Place = "artificial intelligence" | "machine learning" | "deep learning";

/** The innermost of the three nested fields that the system belongs to. */
export function placeSystem(system: System): Place {
  if (system.learns === false) {
    return "artificial intelligence";
  }
  let depth = 0;
  let stretchTrained = false;
  for (const layer of system.layers) {
    if (layer.kind === "linear") {
      if (layer.trained && !stretchTrained) {
        depth += 1;
        stretchTrained = true;
      }
    } else {
      stretchTrained = false;
      if (layer.trained) depth += 1;
    }
  }
  if (depth >= 3) {
    return "deep learning";
  }
  return "machine learning";
}
