/** Any value in a few words, for errors about what cannot be used at all. */

/** "the list [1,2]", "the number 3", "nothing". */
export function described(x: unknown): string {
  if (x === undefined || x === null) return "nothing";
  if (Array.isArray(x) || ArrayBuffer.isView(x)) return `the list ${shortened(x)}`;
  if (typeof x === "function") return `the function ${x.name || "without a name"}`;
  if (typeof x === "object") return "an object";
  return `the ${typeof x} ${shortened(x)}`;
}

function shortened(x: unknown): string {
  const text =
    typeof x === "bigint" ? `${x}n` : (JSON.stringify(ArrayBuffer.isView(x) ? Object.values(x) : x) ?? String(x));
  return text.length > 40 ? `${text.slice(0, 37)}…` : text;
}
