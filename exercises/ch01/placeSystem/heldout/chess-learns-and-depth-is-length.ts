// misconception: games-are-machine-learning and all-layers-counted
/** A chess program is always machine learning, and depth is the length of the list. */
export interface System {
  readonly task: string;
  readonly learns: boolean;
  readonly layers: readonly { readonly kind: "linear" | "nonlinear"; readonly trained: boolean }[];
}
type Place = "artificial intelligence" | "machine learning" | "deep learning";

const games = ["chess", "go", "checkers", "draughts", "backgammon", "poker", "game"];

export function placeSystem(system: System): Place {
  const plays = games.some((g) => system.task.toLowerCase().includes(g));
  if (!system.learns && !plays) return "artificial intelligence";
  if (system.learns && system.layers.length >= 3) return "deep learning";
  return "machine learning";
}
