// misconception: tied-to-the-layer-before
interface Connection {
  readonly from: number;
  readonly to: number;
  readonly tied: boolean;
}

function parse(architecture: string): Connection[] {
  const numbers = architecture.split(/-|=/).map((text) => {
    const n = text.trim() === "" ? Number.NaN : Number(text);
    if (!Number.isInteger(n) || n < 1) throw new Error(`number of units: "${text}"`);
    return n;
  });
  if (numbers.length < 2) throw new Error("units for at least two layers are needed");
  const signs = [...architecture].filter((c) => c === "-" || c === "=");
  return signs.map((sign, k) => ({ from: numbers[k], to: numbers[k + 1], tied: sign === "=" }));
}

const fits = (c: Connection, d: Connection): boolean =>
  (c.from === d.from && c.to === d.to) || (c.from === d.to && c.to === d.from);

/** The parameters of each layer of an architecture such as "64-32-10", where "=" ties a layer to an earlier one. */
export function countParameters(
  architecture: string,
  { bias = true }: { bias?: boolean } = {},
): { layers: number[]; total: number } {
  const connections = parse(architecture);
  const layers = connections.map((c, k) => {
    const biases = bias ? c.to : 0;
    if (!c.tied) return c.from * c.to + biases;
    const before = connections[k - 1];
    if (before === undefined || before.tied || !fits(c, before)) throw new Error(`${c.from}=${c.to} cannot be tied`);
    return biases;
  });
  return { layers, total: layers.reduce((a, b) => a + b, 0) };
}
