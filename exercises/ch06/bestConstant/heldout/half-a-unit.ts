// misconception: stops-too-early
/** A thousandth is near enough. */
export type Kind = "square" | "absolute" | "pinball" | "log";

export function lossOf(kind: Kind, data: readonly number[], c: number, tau: number): number {
  const losses = data.map((x) => {
    const r = x - c;
    if (kind === "square") return r * r;
    if (kind === "absolute") return r < 0 ? -r : r;
    if (kind === "pinball") return Math.max(tau * r, (tau - 1) * r);
    return -Math.log(x === 1 ? c : 1 - c);
  });
  return losses.reduce((a, b) => a + b) / data.length;
}

/** Golden-section search, with the two inner points as a pair of [place, value]. */
export function minimise(f: (c: number) => number, low: number, high: number): number {
  if (high < low) throw new Error(`low ${low} is above high ${high}`);
  const g = 0.6180339887498949;
  const at = (c: number): [number, number] => [c, f(c)];
  let [l, h] = [low, high];
  let p = at(h - g * (h - l));
  let q = at(l + g * (h - l));
  while (h - l > 1e-3) {
    if (p[1] > q[1]) {
      l = p[0];
      p = q;
      q = at(l + g * (h - l));
    } else {
      h = q[0];
      q = p;
      p = at(h - g * (h - l));
    }
  }
  return p[1] < q[1] ? p[0] : q[0];
}

export function bestConstant(kind: Kind, data: readonly number[], options: { tau: number; penalty: number }): number {
  const { tau, penalty } = options;
  const f = (c: number): number => lossOf(kind, data, c, tau) + penalty * c ** 2;
  let low = 0;
  let high = 0;
  for (const x of data) {
    low = Math.min(low, x);
    high = Math.max(high, x);
  }
  if (kind === "log") {
    low = 1e-9;
    high = 1 - 1e-9;
  }
  return minimise(f, low, high);
}
