// misconception: none
/** Collects the shapes of all "-" layers first, so that a tie may point forward. */
export function countParameters(
  architecture: string,
  { bias = true }: { bias?: boolean } = {},
): { layers: number[]; total: number } {
  const units = architecture.split(/[-=]/).map(Number);
  if (units.length < 2 || units.some((u) => !Number.isInteger(u) || u < 1)) throw new Error("units are wrong");
  const signs = architecture.match(/[-=]/g) ?? [];
  const shapes = new Set<string>();
  signs.forEach((sign, k) => {
    if (sign === "-") shapes.add(`${units[k]}-${units[k + 1]}`).add(`${units[k + 1]}-${units[k]}`);
  });
  const layers: number[] = [];
  signs.forEach((sign, k) => {
    const biases = bias ? units[k + 1] : 0;
    if (sign === "=" && !shapes.has(`${units[k]}-${units[k + 1]}`)) throw new Error("tied to nothing");
    layers.push(biases + (sign === "=" ? 0 : units[k] * units[k + 1]));
  });
  return { layers, total: layers.reduce((p, q) => p + q, 0) };
}
