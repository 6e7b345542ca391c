// misconception: sorted-at-the-top-only
/** Sorts the keys of the outermost object; the objects inside keep the order in which they were written. */
type Plain = Record<string, unknown>;

function write(value: unknown, outermost: boolean): string {
  if (typeof value === "number" && !Number.isFinite(value)) throw new Error(`${value} cannot be written as JSON`);
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map((v) => write(v, false)).join(",")}]`;
  const keys = Object.keys(value).filter((k) => (value as Plain)[k] !== undefined);
  if (outermost) keys.sort();
  return `{${keys.map((k) => `${JSON.stringify(k)}:${write((value as Plain)[k], false)}`).join(",")}}`;
}

export function canonical(value: unknown): string {
  return write(value, true);
}

export function runId(config: unknown): string {
  const text = canonical(config);
  let hash = 2166136261;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 16777619) >>> 0;
  return hash.toString(16).padStart(8, "0");
}
