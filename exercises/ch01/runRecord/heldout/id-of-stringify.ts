// misconception: hash-of-plain-json
/** canonical is right, but runId hashes JSON.stringify of the configuration as it was written. */
export function canonical(value: unknown): string {
  if (typeof value === "number" && !Number.isFinite(value)) throw new Error(`number expected, got ${value}`);
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) {
    let list = "";
    value.forEach((v, i) => {
      list += (i > 0 ? "," : "") + canonical(v);
    });
    return `[${list}]`;
  }
  const pairs = new Map(Object.entries(value));
  const keys = [...pairs.keys()].filter((k) => pairs.get(k) !== undefined).toSorted();
  return `{${keys.map((k) => `${JSON.stringify(k)}:${canonical(pairs.get(k))}`).join(",")}}`;
}

function fnv(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    h ^= text.charCodeAt(i);
    h = Math.imul(h, 0x01000193);
  }
  return h >>> 0;
}

export function runId(config: unknown): string {
  canonical(config);
  return fnv(JSON.stringify(config)).toString(16).padStart(8, "0");
}
