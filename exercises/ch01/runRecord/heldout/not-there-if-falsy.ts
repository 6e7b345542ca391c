// misconception: falsy-left-out
/** Skips what is falsy, but keeps null. */
function assertWritable(x: unknown): void {
  if (x === null || typeof x !== "object") {
    if (typeof x === "number" && (Number.isNaN(x) || Math.abs(x) === Infinity)) {
      throw new Error("cannot write " + String(x));
    }
    return;
  }
  Object.values(x).forEach(assertWritable);
}

function toText(x: unknown): string {
  if (Array.isArray(x)) return "[" + x.map((e) => toText(e)).join(",") + "]";
  if (x !== null && typeof x === "object") {
    const o = x as { [key: string]: unknown };
    const keys = Object.keys(o);
    keys.sort();
    let s = "";
    for (const k of keys) {
      // skip what is not there, but keep null
      if (!o[k] && o[k] !== null) continue;
      if (s !== "") s += ",";
      s += JSON.stringify(k) + ":" + toText(o[k]);
    }
    return "{" + s + "}";
  }
  return JSON.stringify(x);
}

/** One text for all ways of writing the same configuration: plain objects, arrays, strings, numbers, booleans, null. */
export function canonical(value: unknown): string {
  assertWritable(value);
  return toText(value);
}

/** Eight hexadecimal digits that name the run with this configuration. */
export function runId(config: unknown): string {
  const s = canonical(config);
  let h = 0x811c9dc5;
  for (let i = 0; i < s.length; i++) {
    h ^= s.charCodeAt(i);
    h = Math.imul(h, 0x01000193);
  }
  return (h >>> 0).toString(16).padStart(8, "0");
}
