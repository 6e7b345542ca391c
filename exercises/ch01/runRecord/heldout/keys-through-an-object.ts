// misconception: numbers-before-words
/** Puts the sorted keys into a new object, which lists those that look like numbers first. */
function normal(value: unknown): unknown {
  if (typeof value === "number") {
    if (!Number.isFinite(value)) throw new Error(`${value} cannot be written as JSON`);
    return value;
  }
  if (Array.isArray(value)) return value.map(normal);
  if (typeof value === "object" && value !== null) {
    const source = value as Record<string, unknown>;
    const out: Record<string, unknown> = {};
    for (const key of Object.keys(source).sort()) {
      if (source[key] !== undefined) out[key] = normal(source[key]);
    }
    return out;
  }
  return value;
}

/** One text for all ways of writing the same configuration: plain objects, arrays, strings, numbers, booleans, null. */
export function canonical(value: unknown): string {
  return JSON.stringify(normal(value));
}

/** Eight hexadecimal digits that name the run with this configuration. */
export function runId(config: unknown): string {
  const text = canonical(config);
  let hash = 2166136261;
  for (let i = 0; i < text.length; i++) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 16777619) >>> 0;
  }
  return hash.toString(16).padStart(8, "0");
}
