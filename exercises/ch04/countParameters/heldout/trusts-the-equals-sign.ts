// misconception: tied-to-nothing
export function countParameters(
  architecture: string,
  { bias = true }: { bias?: boolean } = {},
): { layers: number[]; total: number } {
  const units: number[] = [];
  const ties: boolean[] = [];
  let word = "";
  for (const c of `${architecture}-`) {
    if (c !== "-" && c !== "=") {
      word += c;
      continue;
    }
    if (!/^[1-9]\d*$/.test(word)) throw new Error(`units: "${word}"`);
    units.push(Number(word));
    ties.push(c === "=");
    word = "";
  }
  if (units.length < 2) throw new Error("units of at least two layers");
  const layers: number[] = [];
  for (let k = 1; k < units.length; k++) {
    const weights = ties[k - 1] ? 0 : units[k - 1] * units[k];
    layers.push(weights + (bias ? units[k] : 0));
  }
  return { layers, total: layers.reduce((x, y) => x + y, 0) };
}
