// misconception: not-transposed
export function countParameters(
  architecture: string,
  { bias = true }: { bias?: boolean } = {},
): { layers: number[]; total: number } {
  const numbers = architecture.split(/-|=/).map((t) => (t.trim() === "" ? Number.NaN : Number(t)));
  if (numbers.length < 2) throw new Error("needs two numbers of units");
  for (const u of numbers) if (!(Number.isInteger(u) && u > 0)) throw new Error(`units must be whole: ${u}`);
  const signs = architecture.replace(/[^-=]/g, "");
  const known: Record<string, true> = {};
  const layers = [...signs].map((sign, k) => {
    const key = `${numbers[k]}x${numbers[k + 1]}`;
    if (sign === "=" && !known[key]) throw new Error(`tied: no layer ${key}`);
    if (sign === "-") known[key] = true;
    return (sign === "-" ? numbers[k] * numbers[k + 1] : 0) + Number(bias) * numbers[k + 1];
  });
  return { layers, total: layers.reduce((a, b) => a + b) };
}
