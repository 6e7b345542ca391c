import type { Mistake } from "@termwise/check";

const sort = "entries.sort(([a], [b]) => (a < b ? -1 : 1))";
const left = ".filter(([, v]) => v !== undefined)";
const finite =
  'if (typeof value === "number" && !Number.isFinite(value)) throw new Error(`canonical: ${value} is no value`);';
const list = 'if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;';
const hex = 'hash.toString(16).padStart(8, "0")';
const step = "Math.imul(hash ^ unit.charCodeAt(0), 16777619) >>> 0";

const written = 'return `{${sorted.map(([key, v]) => `${JSON.stringify(key)}:${canonical(v)}`).join(",")}}`;';
/** Looks for numbers that JSON has no word for in the whole value, before anything is written. */
const deep = `JSON.stringify(value, (_, v) => {
    if (typeof v === "number" && !Number.isFinite(v)) throw new Error(String(v));
    return v;
  });`;
const KEPT = ["v === null", "v === 0", "v === false"];
/** Every choice among these. */
const choices = (list: readonly string[]): string[][] =>
  Array.from({ length: 2 ** list.length }, (_, n) => list.filter((_, k) => Math.floor(n / 2 ** k) % 2 === 1));
/** Filters by truth, with exceptions; NaN, false as well, may be looked for before. */
const truthy = (kept: readonly string[]) =>
  ["", deep].map((before) => ({
    change: { "v !== undefined)": `${["Boolean(v)", ...kept].join(" || ")})`, [finite]: `${before}\n  ${finite}` },
  }));
const loses = (kept: readonly string[]): boolean => kept.includes("v === null") || kept.length < 2;
const spaced = (list: string, between: string, colon: string) => ({
  change: {
    'value.map(canonical).join(",")': `value.map(canonical).join("${list}")`,
    'join(",")}}`': `join("${between}")}}\``,
    "JSON.stringify(key)}:$": `JSON.stringify(key)}${colon}$`,
  },
});

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
    also: [
      ...["(v) => canonical(v, depth + 1)", "(v) => canonical(v, depth)"].map((each) => ({
        change: {
          "canonical(value: unknown)": "canonical(value: unknown, depth = 0)",
          "value.map(canonical)": `value.map(${each})`,
          "${canonical(v)}": "${canonical(v, depth + 1)}",
          [sort]: "depth > 0 ? entries : entries.sort(([a], [b]) => (a < b ? -1 : 1))",
        },
      })),
      ...["", deep].flatMap((before) =>
        [list, "if (Array.isArray(value)) return JSON.stringify(value);"].flatMap((lists) =>
          [
            written.replace("canonical(v)", "JSON.stringify(v)"),
            "return JSON.stringify(Object.fromEntries(sorted));",
          ].map((object) => ({
            change: { [finite]: `${before}\n  ${finite}`, [list]: lists, [written]: object },
          })),
        ),
      ),
    ],
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
    also: [
      { change: { [list]: 'if (Array.isArray(value)) return `[${[...value].sort().map(canonical).join(",")}]`;' } },
      { change: { "value.map(canonical)": "[...value].sort((a, b) => a - b).map(canonical)" } },
      { change: { "value.map(canonical)": "[...value].sort((a, b) => (a < b ? -1 : 1)).map(canonical)" } },
    ],
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
      { change: { "value.map(canonical)": "value.map((v) => JSON.stringify(v))" } },
      { change: { "value.map(canonical)": "value.map(String)" } },
      {
        change: {
          "value.map(canonical)": 'value.map((v) => (typeof v === "object" ? JSON.stringify(v) : canonical(v)))',
        },
      },
    ],
  },
  {
    name: "undefined-is-null",
    does: "writes a key that is undefined, as null or as the word",
    belief:
      "undefined was not said; null was. A default that is spelt out is another configuration than one left open.",
    hint: "Compare { a: undefined } with {}.",
    change: { [left]: "", "canonical(v)}`": "canonical(v ?? null)}`" },
    also: [
      { change: { [left]: "" } },
      { change: { [left]: "", "canonical(v)}`": "v === undefined ? '\"undefined\"' : canonical(v)}`" } },
      { change: { [left]: "", "canonical(v)}`": 'v === undefined ? "" : canonical(v)}`' } },
    ],
  },
  {
    name: "null-left-out",
    does: "leaves out keys that are null",
    belief: "null was written on purpose: { dropout: null } says that there is none.",
    hint: "Compare { a: null } with {}.",
    change: { "v !== undefined)": "v != null)" },
    also: [
      ...choices(KEPT)
        .filter((kept) => !loses(kept))
        .flatMap(truthy),
      { change: { "v !== undefined)": 'Boolean(v) || v === 0 || v === false || v === "")' } },
    ],
  },
  {
    name: "falsy-left-out",
    does: "leaves out keys whose value is 0, false or an empty string",
    belief: "0 and false are values like others: { dropout: 0 } says something.",
    hint: "Compare { seed: 0 } with {}.",
    change: { "v !== undefined)": "Boolean(v))" },
    also: choices(KEPT).filter(loses).flatMap(truthy),
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
    does: "lets NaN and Infinity through, as null or as words",
    belief: "JSON has no word for them and writes null: a learning rate of NaN would be recorded as none.",
    hint: "What is JSON.stringify(NaN)?",
    change: { [finite]: "" },
    also: [
      ...["Number.isNaN(value)", "Math.abs(value) === Infinity", "(Number.isNaN(value) || value === Infinity)"].map(
        (odd) => ({
          change: { "!Number.isFinite(value)": odd },
        }),
      ),
      { change: { [finite]: 'if (typeof value === "number") return String(value + 0);' } },
      { change: { "throw new Error(`canonical: ${value} is no value`)": 'throw new Error("no value")' } },
      { change: { "throw new Error(`canonical: ${value} is no value`)": "return String(value)" } },
    ],
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
    also: ['padEnd(8, "0")', "padStart(8)", 'padStart(7, "0")', 'padStart(6, "0")', 'padStart(4, "0")'].map((pad) => ({
      change: { [hex]: `hash.toString(16).${pad}` },
    })),
  },
  {
    name: "signed-hash",
    does: "keeps the hash as a signed number",
    belief: "Bitwise operators give signed numbers; >>> 0 makes them unsigned, and a name has no minus sign.",
    hint: "Does one of your names begin with a minus?",
    change: { [step]: "Math.imul(hash ^ unit.charCodeAt(0), 16777619)" },
    also: ["Math.abs(hash).toString(16)", "(hash + 2 ** 31).toString(16)", "(hash & 0x7fffffff).toString(16)"].map(
      (text) => ({
        change: {
          [step]: "Math.imul(hash ^ unit.charCodeAt(0), 16777619)",
          [hex]: `${text}.padStart(8, "0")`,
        },
      }),
    ),
  },
  {
    name: "rounded-product",
    does: "multiplies in floating point and loses the last bits",
    belief: "A product of two 32-bit numbers does not fit into 53 bits; Math.imul keeps exactly the lower 32.",
    hint: "What does Math.imul do?",
    change: { [step]: "(((hash ^ unit.charCodeAt(0)) >>> 0) * 16777619) % 2 ** 32" },
    also: [
      "(((hash ^ unit.charCodeAt(0)) >>> 0) * 16777619) >>> 0",
      "((hash ^ unit.charCodeAt(0)) * 16777619) >>> 0",
      "((hash ^ unit.charCodeAt(0)) * 16777619) % 2 ** 32",
      "((((hash ^ unit.charCodeAt(0)) * 16777619) % 2 ** 32) + 2 ** 32) % 2 ** 32",
    ].map((rounded) => ({ change: { [step]: rounded } })),
  },
  {
    name: "with-spaces",
    does: "writes spaces or line breaks into the text",
    belief: "A space more is another text and so another name: the contract allows none.",
    hint: "How long is canonical({ a: 1 })?",
    change: { 'join(",")}}`': 'join(", ")}}`' },
    also: [
      { change: { "JSON.stringify(key)}:$": "JSON.stringify(key)}: $" } },
      spaced(",", ", ", ": "),
      spaced(", ", ", ", ": "),
      spaced(", ", ", ", ":"),
      spaced(", ", ",", ":"),
      spaced(", ", ",", ": "),
      ...["2", "4", "1", '"\\t"'].map((indent) => ({
        change: {
          "export function canonical(value: unknown): string {": `export function canonical(value: unknown): string {
  return JSON.stringify(JSON.parse(compact(value)), null, ${indent});
}

function compact(value: unknown): string {`,
        },
      })),
    ],
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
