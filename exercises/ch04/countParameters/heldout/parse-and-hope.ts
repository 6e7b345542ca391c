// misconception: units-not-checked
export function countParameters(
  architecture: string,
  { bias = true }: { bias?: boolean } = {},
): { layers: number[]; total: number } {
  const units = architecture.split(/[-=]/).map(Number);
  const signs = architecture.match(/[-=]/g) ?? [];
  const stored: string[] = [];
  let total = 0;
  const layers = signs.map((sign, k) => {
    const [a, b] = units.slice(k, k + 2);
    let p = bias ? b : 0;
    if (sign === "-") {
      stored.push(`${a},${b}`, `${b},${a}`);
      p += a * b;
    } else if (!stored.includes(`${a},${b}`)) throw new Error("tied to no earlier layer");
    total += p;
    return p;
  });
  return { layers, total };
}
