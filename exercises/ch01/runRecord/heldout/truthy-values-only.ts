// misconception: falsy-left-out
/** Leaves out every key whose value is falsy, so 0, false and the empty text vanish with undefined. */
function number(x: number): string {
  if (Number.isFinite(x)) return `${x}`;
  throw new Error(`${x} in a configuration`);
}

function object(o: object): string {
  const body = Object.entries(o)
    .filter(([, v]) => v || v === null || Number.isNaN(v))
    .sort((a, b) => (a[0] < b[0] ? -1 : 1))
    .map(([k, v]) => `"${JSON.stringify(k).slice(1, -1)}":${canonical(v)}`);
  return `{${body}}`;
}

export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((v) => canonical(v))}]`;
  if (value !== null && typeof value === "object") return object(value);
  return typeof value === "number" ? number(value) : JSON.stringify(value);
}

export function runId(config: unknown): string {
  const modulus = 1n << 32n;
  let hash = 2166136261n;
  const text = canonical(config);
  for (let i = 0; i < text.length; i++) hash = ((hash ^ BigInt(text.charCodeAt(i))) * 16777619n) % modulus;
  return `0000000${hash.toString(16)}`.slice(-8);
}
