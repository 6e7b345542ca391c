// misconception: linear-stack-is-deep
/** Counts the trained linear layers one by one, whether or not something nonlinear stands between them. */
export interface System {
  readonly task: string;
  readonly learns: boolean;
  readonly layers: readonly { readonly kind: "linear" | "nonlinear"; readonly trained: boolean }[];
}
type Place = "artificial intelligence" | "machine learning" | "deep learning";

export function placeSystem(system: System): Place {
  if (!system.learns) return "artificial intelligence";
  const links = system.layers.filter((l) => l.kind === "linear" && l.trained).length;
  return links > 2 ? "deep learning" : "machine learning";
}
