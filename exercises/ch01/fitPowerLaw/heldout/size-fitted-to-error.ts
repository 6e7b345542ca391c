// misconception: axes-exchanged
/** Fits ln n to ln error and solves the line for ln error. */
const mean = (v: readonly number[]) => v.reduce((s, x) => s + x, 0) / v.length;

/** np.polyfit(u, v, 1) */
function line(u: readonly number[], v: readonly number[]): { slope: number; height: number } {
  const mu = mean(u);
  const mv = mean(v);
  const slope = mean(u.map((x, i) => (x - mu) * (v[i] - mv))) / mean(u.map((x) => (x - mu) ** 2));
  return { slope, height: mv - slope * mu };
}

/** The a and beta of error ≈ a · n^(−beta), by least squares on logarithms. n, error: lists of the same length. */
export function fitPowerLaw(n: readonly number[], error: readonly number[]): { a: number; beta: number } {
  if (![...n, ...error].every((v) => v > 0)) throw new Error("every number has to be positive");
  // ln n = height + slope · ln error, solved for ln error
  const { slope, height } = line(error.map(Math.log), n.map(Math.log));
  return { a: Math.exp(-height / slope), beta: -1 / slope };
}
