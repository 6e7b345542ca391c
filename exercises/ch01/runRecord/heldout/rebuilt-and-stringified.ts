// misconception: numbers-before-words
/** Rebuilds every object with sorted keys for JSON.stringify, which puts keys like 10 and 9 in the order of numbers. */
function rebuild(value: unknown): unknown {
  if (typeof value === "number") {
    if (!Number.isFinite(value)) throw new Error(`${value} has no JSON`);
    return value;
  }
  if (Array.isArray(value)) return value.map(rebuild);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, v]) => v !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
      .map(([k, v]) => [k, rebuild(v)]),
  );
}

export const canonical = (value: unknown): string => JSON.stringify(rebuild(value));

export const runId = (config: unknown): string => {
  const units = canonical(config);
  let hash = 2166136261;
  for (let at = 0; at < units.length; at += 1) {
    hash = Math.imul(hash ^ units.charCodeAt(at), 16777619) >>> 0;
  }
  return hash.toString(16).padStart(8, "0");
};
