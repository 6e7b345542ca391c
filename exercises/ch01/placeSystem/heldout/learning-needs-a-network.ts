// misconception: no-network-no-learning
/** A system without layers is put with the programs that do not learn. */
export interface System {
  readonly task: string;
  readonly learns: boolean;
  readonly layers: readonly { readonly kind: "linear" | "nonlinear"; readonly trained: boolean }[];
}
type Place = "artificial intelligence" | "machine learning" | "deep learning";

export function placeSystem({ learns, layers }: System): Place {
  if (!learns || layers.length === 0) return "artificial intelligence";
  const counted = layers.reduce<{ total: number; seen: boolean }>(
    (state, layer) => {
      if (layer.kind === "nonlinear") return { total: state.total, seen: false };
      if (!layer.trained || state.seen) return state;
      return { total: state.total + 1, seen: true };
    },
    { total: 0, seen: false },
  );
  return counted.total >= 3 ? "deep learning" : "machine learning";
}
