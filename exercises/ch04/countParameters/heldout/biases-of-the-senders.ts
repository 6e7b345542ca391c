// misconception: bias-for-each-input
export function countParameters(
  architecture: string,
  { bias = true }: { bias?: boolean } = {},
): { layers: number[]; total: number } {
  const parts = architecture.match(/[^-=]+|[-=]/g) ?? [];
  const n = architecture.split(/[-=]/);
  if (n.length < 2 || !n.every((t) => Number.isInteger(Number(t)) && Number(t) >= 1)) throw new Error("bad units");
  const shapes: [number, number][] = [];
  const layers: number[] = [];
  let total = 0;
  for (let i = 1; i < parts.length; i += 2) {
    const nIn = Number(parts[i - 1]);
    const nOut = Number(parts[i + 1]);
    let count = bias ? nIn : 0;
    if (parts[i] === "-") {
      shapes.push([nIn, nOut]);
      count += nIn * nOut;
    } else if (!shapes.some(([a, b]) => (a === nIn && b === nOut) || (a === nOut && b === nIn))) {
      throw new Error("tied layer without a partner");
    }
    layers.push(count);
    total += count;
  }
  return { layers, total };
}
