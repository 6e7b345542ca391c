// misconception: none
/** A stretch counts only if every one of its linear layers was trained. */
export interface System {
  readonly task: string;
  readonly learns: boolean;
  readonly layers: readonly { readonly kind: "linear" | "nonlinear"; readonly trained: boolean }[];
}
type Place = "artificial intelligence" | "machine learning" | "deep learning";

export function placeSystem({ learns, layers }: System): Place {
  if (!learns) return "artificial intelligence";
  const groups: boolean[][] = [[]];
  for (const { kind, trained } of layers) {
    if (kind === "nonlinear") groups.push([]);
    else groups[groups.length - 1].push(trained);
  }
  const deep = groups.filter((g) => g.length > 0 && g.every(Boolean)).length >= 3;
  return deep ? "deep learning" : "machine learning";
}
