// misconception: objects-in-arrays-missed
/** Sorts objects inside objects, but leaves what stands in an array to JSON.stringify. */
function refuse(value: unknown): void {
  if (typeof value === "number") {
    if (Number.isNaN(value) || Math.abs(value) === Infinity) throw new Error(`canonical: ${value}`);
  } else if (value !== null && typeof value === "object") {
    Object.values(value).forEach(refuse);
  }
}

function text(value: unknown): string {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) {
    const parts: string[] = [];
    for (const [key, inner] of Object.entries(value).sort(([p], [q]) => (p < q ? -1 : p > q ? 1 : 0))) {
      if (inner !== undefined) parts.push(`${JSON.stringify(key)}:${text(inner)}`);
    }
    return `{${parts.join(",")}}`;
  }
  return JSON.stringify(value);
}

export function canonical(value: unknown): string {
  refuse(value);
  return text(value);
}

export function runId(config: unknown): string {
  const hash = [...Array.from(canonical(config).split(""), (ch) => ch.charCodeAt(0))].reduce(
    (h, unit) => Math.imul(h ^ unit, 16777619),
    2166136261 | 0,
  );
  return (hash >>> 0).toString(16).padStart(8, "0");
}
