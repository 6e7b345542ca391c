// misconception: none
/** Closes a stretch when a nonlinear layer comes, and forgets the one that is open at the end. */
export interface System {
  readonly task: string;
  readonly learns: boolean;
  readonly layers: readonly { readonly kind: "linear" | "nonlinear"; readonly trained: boolean }[];
}
type Place = "artificial intelligence" | "machine learning" | "deep learning";

export function placeSystem({ learns, layers }: System): Place {
  if (!learns) return "artificial intelligence";
  let count = 0;
  let trainedHere = false;
  layers.forEach(({ kind, trained }) => {
    if (kind === "linear") {
      trainedHere = trainedHere || trained;
      return;
    }
    if (trainedHere) count += 1;
    trainedHere = false;
  });
  return count >= 3 ? "deep learning" : "machine learning";
}
