// misconception: objects-in-arrays-missed
/** Leaves arrays to JSON.stringify, with the objects in them. */
type Dict = Record<string, unknown>;
const isDict = (v: unknown): v is Dict => typeof v === "object" && v !== null && !Array.isArray(v);

function checkNumbers(v: unknown): void {
  if (typeof v === "number" && !Number.isFinite(v)) throw new Error(`${v} is not allowed in a configuration`);
  if (typeof v === "object" && v !== null) for (const inner of Object.values(v)) checkNumbers(inner);
}

function write(v: unknown): string {
  if (!isDict(v)) return JSON.stringify(v); // arrays keep their order, so JSON writes them well
  const parts = Object.keys(v)
    .filter((key) => v[key] !== undefined)
    .sort((a, b) => (a < b ? -1 : 1))
    .map((key) => `${JSON.stringify(key)}:${write(v[key])}`);
  return `{${parts.join(",")}}`;
}

/** One text for all ways of writing the same configuration: plain objects, arrays, strings, numbers, booleans, null. */
export function canonical(value: unknown): string {
  checkNumbers(value);
  return write(value);
}

/** Eight hexadecimal digits that name the run with this configuration. */
export function runId(config: unknown): string {
  const hash = [...Array.from(canonical(config).split(""), (c) => c.charCodeAt(0))].reduce(
    (h, unit) => Math.imul(h ^ unit, 16777619) >>> 0,
    2166136261,
  );
  return ("0000000" + hash.toString(16)).slice(-8);
}
