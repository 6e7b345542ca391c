// misconception: none
/** The ratio is rounded to 0.618, so the points that are used again drift out of place and the search misses. */
export type Kind = "square" | "absolute" | "pinball" | "log";

function single(kind: Kind, x: number, c: number, tau: number): number {
  const r = x - c;
  if (kind === "square") return r * r;
  if (kind === "absolute") return r < 0 ? -r : r;
  if (kind === "pinball") return r >= 0 ? tau * r : (tau - 1) * r;
  return -(x * Math.log(c) + (1 - x) * Math.log(1 - c));
}

export function lossOf(kind: Kind, data: readonly number[], c: number, tau: number): number {
  let sum = 0;
  for (let i = 0; i < data.length; i++) sum += single(kind, data[i], c, tau);
  return sum / data.length;
}

export function minimise(f: (c: number) => number, low: number, high: number): number {
  if (low > high) throw new Error(`low = ${low}, high = ${high}`);
  const ratio = 0.618;
  let from = low;
  let to = high;
  let first = to - ratio * (to - from);
  let second = from + ratio * (to - from);
  let atFirst = f(first);
  let atSecond = f(second);
  for (let calls = 2; calls < 60; calls++) {
    if (atFirst > atSecond) {
      from = first;
      first = second;
      atFirst = atSecond;
      second = from + ratio * (to - from);
      atSecond = f(second);
    } else {
      to = second;
      second = first;
      atSecond = atFirst;
      first = to - ratio * (to - from);
      atFirst = f(first);
    }
  }
  return (from + to) / 2;
}

export function bestConstant(
  kind: Kind,
  data: readonly number[],
  { tau, penalty }: { tau: number; penalty: number },
): number {
  const objective = (c: number) => lossOf(kind, data, c, tau) + penalty * c * c;
  const ends = kind === "log" ? [0, 1] : [0, ...data];
  return minimise(objective, Math.min(...ends), Math.max(...ends));
}
