// misconception: no-guard
/** Refuses negative numbers and lets a zero pass. */
export function fitPowerLaw(n: readonly number[], error: readonly number[]): { a: number; beta: number } {
  for (const v of [...n, ...error]) if (v < 0) throw new Error("the numbers should be positive");
  const logs = n.map((v, i) => ({ x: Math.log(v), y: Math.log(error[i]) }));
  const sum = (f: (p: { x: number; y: number }) => number) => logs.reduce((s, p) => s + f(p), 0);
  const mx = sum((p) => p.x) / logs.length;
  const my = sum((p) => p.y) / logs.length;
  const slope = sum((p) => (p.x - mx) * (p.y - my)) / sum((p) => (p.x - mx) ** 2);
  return { a: Math.exp(my - slope * mx), beta: 0 - slope };
}
