// misconception: none
/** Sorts the keys as a dictionary does, not as < does. */
const FNV_OFFSET = 2166136261n;
const FNV_PRIME = 16777619n;

/** One text for all ways of writing the same configuration: plain objects, arrays, strings, numbers, booleans, null. */
export function canonical(value: unknown): string {
  switch (typeof value) {
    case "number":
      if (!Number.isFinite(value)) throw new Error(`the configuration contains ${value}`);
      return String(value === 0 ? 0 : value);
    case "object": {
      if (value === null) return "null";
      if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
      const entries = Object.entries(value).filter(([, v]) => v !== undefined);
      entries.sort(([a], [b]) => a.localeCompare(b));
      return `{${entries.map(([k, v]) => `${JSON.stringify(k)}:${canonical(v)}`).join(",")}}`;
    }
    default:
      return JSON.stringify(value);
  }
}

/** Eight hexadecimal digits that name the run with this configuration. */
export function runId(config: unknown): string {
  const text = canonical(config);
  let hash = FNV_OFFSET;
  for (let i = 0; i < text.length; i++) {
    hash = ((hash ^ BigInt(text.charCodeAt(i))) * FNV_PRIME) % (1n << 32n);
  }
  return hash.toString(16).padStart(8, "0");
}
