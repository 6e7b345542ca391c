/**
 * A layer lies between two numbers, so there is one fewer of them; its biases belong to the units it ends at. A matrix
 * and its transpose hold the same numbers, so either makes a tied layer possible.
 */
export function countParameters(
  architecture: string,
  { bias = true }: { bias?: boolean } = {},
): { layers: number[]; total: number } {
  const sizes = architecture.split(/[-=]/).map(Number);
  const signs = architecture.match(/[-=]/g) ?? [];
  if (sizes.length < 2 || sizes.some((n) => !Number.isInteger(n) || n < 1))
    throw new Error(`countParameters: "${architecture}" does not say how many units each layer has`);
  const matrices = new Set<string>();
  const layers = signs.map((sign, k) => {
    const [nIn, nOut] = [sizes[k], sizes[k + 1]];
    const tied = sign === "=";
    if (tied && !matrices.has(`${nIn},${nOut}`) && !matrices.has(`${nOut},${nIn}`))
      throw new Error(`countParameters: nothing that ${nIn}=${nOut} could be tied to`);
    if (!tied) matrices.add(`${nIn},${nOut}`);
    const weights = tied ? 0 : nIn * nOut;
    return bias ? weights + nOut : weights;
  });
  return { layers, total: layers.reduce((sum, n) => sum + n) };
}
