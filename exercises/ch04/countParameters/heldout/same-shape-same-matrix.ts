// misconception: repeated-shape-is-tied
export function countParameters(
  architecture: string,
  { bias = true }: { bias?: boolean } = {},
): { layers: number[]; total: number } {
  const units = architecture.split(/[-=]/).map(Number);
  if (units.length < 2 || units.some((u) => !Number.isInteger(u) || u < 1)) throw new Error("units");
  const signs = architecture.split("").filter((c) => "-=".includes(c));
  const matrices = new Set<string>();
  const layers = signs.map((sign, k) => {
    const shape = [units[k], units[k + 1]];
    const key = [...shape].sort((p, q) => p - q).join("x");
    const own = bias ? shape[1] : 0;
    if (matrices.has(key)) return own;
    if (sign === "=") throw new Error(`tied layer ${key} has nothing to be tied to`);
    matrices.add(key);
    return own + shape[0] * shape[1];
  });
  return { layers, total: layers.reduce((s, v) => s + v, 0) };
}
