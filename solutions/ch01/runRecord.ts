/**
 * Two configurations are the same run if they say the same, in whatever order their keys were written. So the text is
 * made canonical first, by sorting the keys at every depth, and only then hashed.
 */
export function canonical(value: unknown): string {
  if (value === null) return "null";
  if (typeof value === "number" && !Number.isFinite(value)) throw new Error(`canonical: ${value} is no value`);
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value !== "object") return JSON.stringify(value);
  const entries = Object.entries(value).filter(([, v]) => v !== undefined);
  const sorted = entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${sorted.map(([key, v]) => `${JSON.stringify(key)}:${canonical(v)}`).join(",")}}`;
}

export function runId(config: unknown): string {
  let hash = 2166136261;
  for (const unit of canonical(config).split("")) hash = Math.imul(hash ^ unit.charCodeAt(0), 16777619) >>> 0;
  return hash.toString(16).padStart(8, "0");
}
