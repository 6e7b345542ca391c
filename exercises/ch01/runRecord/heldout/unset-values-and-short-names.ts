// misconception: null-left-out and digits-missing
/** Treats null like undefined, and does not fill the hexadecimal number up to eight digits. */
const isList = (v: unknown): v is unknown[] => Array.isArray(v);
const isObject = (v: unknown): v is Record<string, unknown> => typeof v === "object" && v !== null;

export function canonical(value: unknown): string {
  if (isList(value)) return `[${value.map(canonical).join()}]`;
  if (isObject(value)) {
    const fields: string[] = [];
    const names = Object.keys(value);
    names.sort();
    for (const name of names) {
      const inner = value[name];
      if (inner == null) continue;
      fields.push(JSON.stringify(name) + ":" + canonical(inner));
    }
    return `{${fields.join()}}`;
  }
  if (typeof value === "number" && !Number.isFinite(value)) throw new Error(`${value} is not allowed`);
  return JSON.stringify(value);
}

export function runId(config: unknown): string {
  let hash = 2166136261;
  const text = canonical(config);
  let i = 0;
  while (i < text.length) hash = Math.imul(hash ^ text.charCodeAt(i++), 16777619);
  return (hash >>> 0).toString(16);
}
