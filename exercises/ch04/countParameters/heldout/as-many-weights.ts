// misconception: none
// Earlier matrices are remembered by their number of weights, so 3=8 is tied to 6-4 (both 24).
/** The parameters of each layer of an architecture such as "64-32-10", where "=" ties a layer to an earlier one. */
export function countParameters(
  architecture: string,
  { bias = true }: { bias?: boolean } = {},
): { layers: number[]; total: number } {
  const sizes = architecture.split(/[-=]/).map(Number);
  const valid = sizes.length >= 2 && sizes.every((n) => n >= 1 && n % 1 === 0);
  if (!valid) throw new Error("units: at least two whole numbers, each 1 or more");
  const kinds = architecture.replace(/[^-=]/g, "");

  const seen: number[] = [];
  const layers: number[] = [];
  for (let k = 0; k < kinds.length; k++) {
    const weights = sizes[k] * sizes[k + 1];
    let parameters = bias ? sizes[k + 1] : 0;
    if (kinds[k] === "-") {
      parameters += weights;
      seen.push(weights);
    } else if (!seen.includes(weights)) {
      throw new Error(`tied layer ${k + 1} has no partner`);
    }
    layers.push(parameters);
  }
  let total = 0;
  for (const n of layers) total += n;
  return { layers, total };
}
