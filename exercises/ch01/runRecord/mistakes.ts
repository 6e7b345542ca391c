import type { Mistake } from "@termwise/check";

const sort = "entries.sort(([a], [b]) => (a < b ? -1 : 1))";
const left = ".filter(([, v]) => v !== undefined)";
const finite =
  'if (typeof value === "number" && !Number.isFinite(value)) throw new Error(`canonical: ${value} is no value`);';
const list = 'if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;';
const hex = 'hash.toString(16).padStart(8, "0")';
const step = "Math.imul(hash ^ unit.charCodeAt(0), 16777619) >>> 0";

const mistakes: Mistake[] = [
  {
    name: "not-sorted",
    does: "writes the keys in the order in which they were given",
    belief: "Two ways of writing the same object then give two names: the keys have to be sorted.",
    hint: "Compare { a: 1, b: 2 } with { b: 2, a: 1 }.",
    change: { [sort]: "entries" },
  },
  {
    name: "sorted-at-the-top-only",
    does: "sorts the keys of the outer object only",
    belief: "Objects inside objects have keys too, and so have objects inside arrays.",
    hint: "Exchange two keys two levels down.",
    change: { "JSON.stringify(key)}:${canonical(v)}": "JSON.stringify(key)}:${JSON.stringify(v)}" },
    also: ["(v) => canonical(v, depth + 1)", "(v) => canonical(v, depth)"].map((each) => ({
      change: {
        "canonical(value: unknown)": "canonical(value: unknown, depth = 0)",
        "value.map(canonical)": `value.map(${each})`,
        "${canonical(v)}": "${canonical(v, depth + 1)}",
        [sort]: "depth > 0 ? entries : entries.sort(([a], [b]) => (a < b ? -1 : 1))",
      },
    })),
  },
  {
    name: "numbers-before-words",
    does: "puts the sorted keys into a new object, which moves those that look like numbers to the front",
    belief: "An object of JavaScript lists keys such as 9 and 10 first, by size, whatever order they were written in.",
    hint: "What is JSON.stringify({ b: 0, 10: 1, 9: 2 })?",
    change: {
      [sort]:
        "entries.sort(([a], [b]) => (String(Number(a)) === a ? (String(Number(b)) === b ? Number(a) - Number(b) : -1) : String(Number(b)) === b ? 1 : a < b ? -1 : 1))",
    },
  },
  {
    name: "arrays-sorted",
    does: "sorts arrays as well",
    belief: "The order of a list is part of what it says: layers [64, 10] are not layers [10, 64].",
    hint: "Is [3, 1] the same configuration as [1, 3]?",
    change: { [list]: 'if (Array.isArray(value)) return `[${value.map(canonical).sort().join(",")}]`;' },
  },
  {
    name: "objects-in-arrays-missed",
    does: "leaves objects inside arrays unsorted",
    belief: "An array contains values, and each of them has to be made canonical.",
    hint: "What does [{ b: 1, a: 2 }] give?",
    change: { [list]: "if (Array.isArray(value)) return JSON.stringify(value);" },
    also: [
      {
        change: {
          [list]: "if (Array.isArray(value)) {\n    value.map(canonical);\n    return JSON.stringify(value);\n  }",
        },
      },
    ],
  },
  {
    name: "undefined-is-null",
    does: "writes null for a key that is undefined",
    belief:
      "undefined was not said; null was. A default that is spelt out is another configuration than one left open.",
    hint: "Compare { a: undefined } with {}.",
    change: { [left]: "", "canonical(v)}`": "canonical(v ?? null)}`" },
  },
  {
    name: "null-left-out",
    does: "leaves out keys that are null",
    belief: "null was written on purpose: { dropout: null } says that there is none.",
    hint: "Compare { a: null } with {}.",
    change: { "v !== undefined)": "v != null)" },
    also: [{ change: { "v !== undefined)": "Boolean(v) || v === 0 || v === false)" } }],
  },
  {
    name: "falsy-left-out",
    does: "leaves out keys whose value is 0, false or an empty string",
    belief: "0 and false are values like others: { dropout: 0 } says something.",
    hint: "Compare { seed: 0 } with {}.",
    change: { "v !== undefined)": "Boolean(v))" },
    also: [{ change: { "v !== undefined)": "v || v === null)" } }],
  },
  {
    name: "minus-zero",
    does: "gives −0 another text",
    belief: "0 === −0: a configuration that was computed should not be another one because of a sign nobody sees.",
    hint: "How do you write -0?",
    change: {
      'if (typeof value !== "object") return JSON.stringify(value);':
        'if (typeof value !== "object") return Object.is(value, -0) ? "-0" : JSON.stringify(value);',
    },
  },
  {
    name: "nan-as-null",
    does: "lets NaN and Infinity become null",
    belief: "JSON has no word for them and writes null: a learning rate of NaN would be recorded as none.",
    hint: "What is JSON.stringify(NaN)?",
    change: { [finite]: "" },
    also: [{ change: { "!Number.isFinite(value)": "Number.isNaN(value)" } }],
  },
  {
    name: "identity-hashed",
    does: "hashes what String makes of the object",
    belief: "String({ lr: 0.1 }) is [object Object], for every object there is.",
    hint: "Do two different configurations get different names?",
    change: { "canonical(config).split": "String(config).split" },
    also: [{ change: { "canonical(config).split": "`${config}`.split" } }],
  },
  {
    name: "hash-of-plain-json",
    does: "hashes JSON.stringify of the configuration",
    belief: "The name has to come from the canonical text, or the order of the keys is in it.",
    hint: "Which of your functions does runId call?",
    change: { "canonical(config).split": "JSON.stringify(config).split" },
  },
  {
    name: "digits-missing",
    does: "drops leading zeros of the name",
    belief: "toString(16) writes no zeros in front; a name should always have eight digits.",
    hint: "runId(68).length",
    change: { [hex]: "hash.toString(16)" },
    also: [{ change: { [hex]: 'hash.toString(16).padEnd(8, "0")' } }],
  },
  {
    name: "signed-hash",
    does: "keeps the hash as a signed number",
    belief: "Bitwise operators give signed numbers; >>> 0 makes them unsigned, and a name has no minus sign.",
    hint: "Does one of your names begin with a minus?",
    change: { [step]: "Math.imul(hash ^ unit.charCodeAt(0), 16777619)" },
  },
  {
    name: "rounded-product",
    does: "multiplies in floating point and loses the last bits",
    belief: "A product of two 32-bit numbers does not fit into 53 bits; Math.imul keeps exactly the lower 32.",
    hint: "What does Math.imul do?",
    change: { [step]: "(((hash ^ unit.charCodeAt(0)) >>> 0) * 16777619) % 2 ** 32" },
    also: [{ change: { [step]: "(((hash ^ unit.charCodeAt(0)) >>> 0) * 16777619) >>> 0" } }],
  },
  {
    name: "with-spaces",
    does: "writes spaces or line breaks into the text",
    belief: "A space more is another text and so another name: the contract allows none.",
    hint: "How long is canonical({ a: 1 })?",
    change: { 'join(",")}}`': 'join(", ")}}`' },
    also: [{ change: { "JSON.stringify(key)}:$": "JSON.stringify(key)}: $" } }],
  },
];
export default mistakes;

const joined = "text made from a list has commas anyway";
const order = "no object has the same key twice, and any negative or positive number will do";
const sorted = "const sorted = entries.sort(([a], [b]) => (a < b ? -1 : 1));";
const loop =
  'for (const unit of canonical(config).split("")) hash = Math.imul(hash ^ unit.charCodeAt(0), 16777619) >>> 0;';
const factors = "a product does not mind the order of its factors";
/** Mutants that nobody could tell from the solution. */
export const equivalent = {
  'return `[${value.map(canonical).join(",")}]`;  ⇒  return `[${value.map(canonical)}]`;': joined,
  'return `{${sorted.map(([key, v]) => `${JSON.stringify(key)}:${canonical(v)}`).join(",")}}`;  ⇒  return `{${sorted.map(([key, v]) => `${JSON.stringify(key)}:${canonical(v)}`)}}`;':
    joined,
  [`${sorted}  ⇒  ${sorted.replace("a < b", "a <= b")}`]: order,
  [`${sorted}  ⇒  ${sorted.replace("-1", "-2")}`]: order,
  [`${sorted}  ⇒  ${sorted.replace(": 1)", ": 2)")}`]: order,
  [`${sorted}  ⇒  ${sorted.replace(": 1)", ": 0)")}`]: order,
  [`${loop}  ⇒  ${loop}`]: factors,
  "hash = Math.imul(hash ^ unit.charCodeAt(0), 16777619) >>> 0;  ⇒  hash = Math.imul(16777619, hash ^ unit.charCodeAt(0)) >>> 0;":
    factors,
};
