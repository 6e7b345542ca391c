// misconception: tied-layer-without-bias
export function countParameters(
  architecture: string,
  { bias = true }: { bias?: boolean } = {},
): { layers: number[]; total: number } {
  const units = architecture.split(/[-=]/).map(Number);
  if (units.length < 2 || units.some((u) => !Number.isInteger(u) || u < 1)) throw new Error(`units: ${architecture}`);
  const signs = [...architecture].filter((c) => c === "-" || c === "=");
  const seen = new Set<string>();
  const layers: number[] = [];
  for (let k = 0; k < signs.length; k++) {
    const [a, b] = [units[k], units[k + 1]];
    if (signs[k] === "=") {
      if (!seen.has(`${a}-${b}`) && !seen.has(`${b}-${a}`)) throw new Error(`${a}=${b} is tied to no layer`);
      layers.push(0);
    } else {
      seen.add(`${a}-${b}`);
      layers.push(a * b + (bias ? b : 0));
    }
  }
  return { layers, total: layers.reduce((s, n) => s + n, 0) };
}
