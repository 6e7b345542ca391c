// misconception: none
/** Sorts the keys with localeCompare, so capitals no longer come before small letters. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((element) => canonical(element)).join(",")}]`;
  if (value && typeof value === "object") {
    const members = Object.entries(value).filter((member) => member[1] !== undefined);
    members.sort((a, b) => a[0].localeCompare(b[0]));
    return `{${members.map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`).join(",")}}`;
  }
  if (typeof value === "number" && (Number.isNaN(value) || value === Infinity || value === -Infinity)) {
    throw new Error(`cannot write ${value}`);
  }
  return JSON.stringify(value);
}

function step(hash: number, unit: number): number {
  const mixed = (hash ^ unit) >>> 0;
  const low = mixed & 0xffff;
  const high = mixed >>> 16;
  return (low * 16777619 + ((high * 16777619) % 65536) * 65536) % 4294967296;
}

export function runId(config: unknown): string {
  const text = canonical(config);
  let hash = 2166136261;
  for (let i = 0; i < text.length; i++) hash = step(hash, text.charCodeAt(i));
  return hash.toString(16).padStart(8, "0");
}
