// misconception: too-many-calls
/** Ternary search: two calls for every cut. */
export type Kind = "square" | "absolute" | "pinball" | "log";

function one(kind: Kind, x: number, c: number, tau: number): number {
  switch (kind) {
    case "square":
      return (x - c) ** 2;
    case "absolute":
      return Math.abs(x - c);
    case "pinball":
      return x >= c ? tau * (x - c) : (1 - tau) * (c - x);
    case "log":
      return x === 1 ? -Math.log(c) : -Math.log(1 - c);
  }
}

export function lossOf(kind: Kind, data: readonly number[], c: number, tau: number): number {
  let total = 0;
  for (const x of data) total += one(kind, x, c, tau);
  return total / data.length;
}

export function minimise(f: (c: number) => number, low: number, high: number): number {
  if (low > high) throw new Error(`from ${low} to ${high}`);
  let a = low;
  let b = high;
  while (b - a > 1e-7) {
    const left = a + (b - a) / 3;
    const right = b - (b - a) / 3;
    if (f(left) <= f(right)) b = right;
    else a = left;
  }
  return (a + b) / 2;
}

export function bestConstant(
  kind: Kind,
  data: readonly number[],
  { tau, penalty }: { tau: number; penalty: number },
): number {
  const objective = (c: number): number => lossOf(kind, data, c, tau) + penalty * c * c;
  if (kind !== "log") return minimise(objective, Math.min(0, ...data), Math.max(0, ...data));
  if (penalty === 0 && data.every((x) => x === data[0])) return data[0];
  return minimise(objective, 0, 1);
}
