// misconception: rounded-product
/** Multiplies as ordinary numbers before the remainder, so that the product loses its last digits. */
export function canonical(value: unknown): string {
  if (value === null) return "null";
  switch (typeof value) {
    case "number":
      if (!Number.isFinite(value)) throw new Error(`no JSON for ${value}`);
      return String(value === 0 ? 0 : value);
    case "string":
      return JSON.stringify(value);
    case "boolean":
      return value ? "true" : "false";
    case "object": {
      if (Array.isArray(value)) return "[" + value.map(canonical).join(",") + "]";
      const object = value as { [key: string]: unknown };
      let out = "";
      for (const key of Object.keys(object).sort()) {
        if (object[key] === undefined) continue;
        if (out !== "") out += ",";
        out += JSON.stringify(key) + ":" + canonical(object[key]);
      }
      return "{" + out + "}";
    }
    default:
      throw new Error(`a ${typeof value} is no configuration`);
  }
}

export function runId(config: unknown): string {
  const text = canonical(config);
  let hash = 2166136261;
  for (let i = 0; i < text.length; i++) {
    hash = (hash ^ text.charCodeAt(i)) >>> 0;
    hash = (hash * 16777619) % 2 ** 32;
  }
  return hash.toString(16).padStart(8, "0");
}
