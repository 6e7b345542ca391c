import { type Draw, suite } from "@termwise/check";

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** By the definition: JSON of a copy whose keys were put in one by one, in order. */
function text(value: Json): string {
  const ordered = (v: Json): Json => {
    if (v === null || typeof v !== "object") return v;
    if (Array.isArray(v)) return v.map(ordered);
    const copy: { [key: string]: Json } = {};
    for (const key of Object.keys(v).sort()) copy[key] = ordered(v[key]);
    return copy;
  };
  return JSON.stringify(ordered(value));
}
function fnv(s: string): string {
  let hash = 2166136261n;
  for (let i = 0; i < s.length; i++) hash = ((hash ^ BigInt(s.charCodeAt(i))) * 16777619n) % 2n ** 32n;
  return hash.toString(16).padStart(8, "0");
}
const KEYS = ["lr", "seed", "width", "Depth", "aB", "name", "_x", "optim", "a b", 'q"'];
function config(draw: Draw, depth: number): Json {
  const kind = depth === 0 ? draw.int(0, 4) : draw.int(3, 7);
  if (kind === 0) return null;
  if (kind === 1) return draw.chance(0.5);
  if (kind === 2) return draw.pick(["adam", 'a "quoted" word', "é", "🙂", ""]);
  if (kind === 3) return draw.pick([0.1, 3, -2.5, 1e-7, 1e21, 0]);
  if (kind === 4) return draw.list(draw.int(0, 3), () => config(draw, Math.max(0, depth - 1)));
  const left = [...KEYS];
  const object: { [key: string]: Json } = {};
  for (let n = draw.int(1, 4); n > 0; n--) {
    object[left.splice(draw.int(0, left.length - 1), 1)[0]] = config(draw, Math.max(0, depth - 1));
  }
  return object;
}
/** The same configuration with the keys of every object written in the opposite order. */
function rewritten(value: Json): Json {
  if (value === null || typeof value !== "object") return value;
  if (Array.isArray(value)) return value.map(rewritten);
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([k, v]) => [k, rewritten(v)]),
  );
}

export default suite<typeof import("./stub.ts")>("E01.6", ({ example, fact, property }) => {
  const net = { seed: 3, lr: 0.1, net: { width: 32, depth: 2 } };
  example("keys are sorted at every depth, and their order changes no name", async ({ call }) => {
    await call("canonical", net).gives('{"lr":0.1,"net":{"depth":2,"width":32},"seed":3}');
    await call("runId", { lr: 0.1, seed: 3 }).gives("5bb76118");
    await call("runId", { seed: 3, lr: 0.1 }).gives("5bb76118");
  });

  fact("keys that look like numbers are ordered as text like all others", async ({ call }) => {
    await call("canonical", { b: 0, 9: 1, 10: 2 }).gives('{"10":2,"9":1,"b":0}');
  });

  fact("arrays keep their order, and objects in them are sorted", async ({ call }) => {
    await call("canonical", [3, 1, { b: 1, a: [2, { d: 0, c: 0 }] }]).gives('[3,1,{"a":[2,{"c":0,"d":0}],"b":1}]');
    await call("canonical", { a: [], b: {} }).gives('{"a":[],"b":{}}');
  });

  fact("undefined is as if it had not been written, null is not", async ({ call }) => {
    await call("canonical", { a: undefined, b: 1 }).gives('{"b":1}');
    await call("canonical", { a: null, b: 1 }).gives('{"a":null,"b":1}');
    await call("canonical", null).gives("null");
  });

  fact("0 and −0 are the same number", async ({ call }) => {
    await call("canonical", { a: -0, b: 0 }).gives('{"a":0,"b":0}');
    await call("canonical", [false, "0", ""]).gives('[false,"0",""]');
  });

  fact("NaN and Infinity are errors that mention them, however deep", async ({ call }) => {
    await call("canonical", { lr: NaN }).throws(/NaN/);
    await call("canonical", { net: [1, { width: Infinity }] }).throws(/Infinity/);
    await call("canonical", -Infinity).throws(/Infinity/);
  });

  fact("a name has eight digits, also when the first are 0", async ({ call }) => {
    for (const n of ZEROS) await call("runId", n).gives(fnv(text(n)));
  });

  property("the text is JSON with sorted keys", { points: 3 }, async ({ call, draw }) => {
    const value = config(draw, 3);
    await call("canonical", value).gives(text(value));
  });

  property(
    "the name depends on what is said, not on the order in which it is said",
    { points: 3 },
    async ({ call, draw }) => {
      const value = config(draw, 2);
      await call("runId", value).gives(fnv(text(value)));
      await call("runId", rewritten(value)).gives(fnv(text(value)));
    },
  );
});
/** Their hashes begin with 0. */
const ZEROS = [68, 92, 1149];
