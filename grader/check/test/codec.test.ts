/** Frames: what goes in comes out, and bytes that nobody wrote are an error, never a value or a crash. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { FrameError } from "../src/bytes.ts";
import { decode, encode } from "../src/codec.ts";
import { BOUNDS, Foreign } from "../src/index.ts";
import { live } from "../src/suite.ts";
import { Frames, Wire } from "../src/wire.ts";

const values = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: "small" },
    fc.constantFrom(undefined, null, true, false, -0, Number.NaN, Infinity, -Infinity),
    fc.double(),
    fc.string({ unit: "grapheme" }),
    fc.float32Array(),
    fc.float64Array(),
    fc.int32Array(),
    fc.array(tie("value"), { maxLength: 4 }),
    fc.dictionary(fc.string(), tie("value"), { maxKeys: 4 }),
    fc.float32Array({ minLength: 6, maxLength: 6 }).map((data) => ({ shape: [2, 3], data })),
  ),
})).value;

describe("the codec", () => {
  test("gives back every plain value", () => {
    fc.assert(
      fc.property(values, (value) => {
        expect(decode(encode(value))).toEqual(value);
      }),
      { numRuns: 1000, seed: 1 },
    );
  });
  test("keeps the sign of zero, NaN, and a key that could be a prototype", () => {
    expect(Object.is(decode(encode(-0)), -0)).toBe(true);
    expect(decode(encode(Number.NaN))).toBeNaN();
    const odd = decode(encode(JSON.parse('{"__proto__": {"polluted": 1}}'))) as object;
    expect(Object.hasOwn(odd, "__proto__")).toBe(true);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });
  test("a word stands for what cannot be copied", () => {
    expect(decode(encode(Symbol("x")))).toEqual(new Foreign("a symbol"));
    expect(decode(encode([() => 1]))).toEqual([new Foreign("a function")]);
  });
  test("refuses what is too deep, too many and too large, in either direction", () => {
    let deep: unknown = 1;
    for (let n = 0; n <= BOUNDS.depth; n++) deep = [deep];
    expect(() => encode(deep)).toThrow("nested more than 32 levels deep");
    expect(() => encode(new Array(BOUNDS.nodes + 1).fill(0))).toThrow("more than 1000000 values");
    expect(() => encode(new Float64Array(2 ** 21 + 1))).toThrow("more than 16 MB");
    expect(() => decode(new Uint8Array(BOUNDS.bytes + 1))).toThrow("more than 16 MB");
    const nested = new Uint8Array(5 * 40).map((_, k) => (k % 5 === 0 ? 6 : k % 5 === 1 ? 1 : 0)); // [[[[…
    expect(() => decode(nested)).toThrow("nested more than 32 levels deep");
    const bomb = Uint8Array.of(6, 255, 255, 255, 127);
    expect(() => decode(bomb)).toThrow("a count of 2147483647 in 0 bytes");
  });
  test("refuses half numbers, broken text, odd shapes and bytes left over", () => {
    expect(() => decode(Uint8Array.of(8, 3, 0, 0, 0, 1, 2, 3))).toThrow("half a number");
    expect(() => decode(Uint8Array.of(5, 1, 0, 0, 0, 0xff))).toThrow("text that is not UTF-8");
    const tensor = encode({ shape: [2, 3], data: new Float32Array(6) });
    tensor[5] = 9; // the first size
    expect(() => decode(tensor)).toThrow("a shape that is not that of its numbers");
    expect(() => decode(Uint8Array.of(1, 1))).toThrow("1 bytes too many");
    expect(() => decode(Uint8Array.of(12, 0, 0, 0, 0))).toThrow("no value starts with byte 12");
  });

  test("survives 100,000 frames of random and of damaged bytes: a plain value or a FrameError", () => {
    let state = 7;
    const random = (n: number): number => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return Math.floor((state / 2 ** 32) * n);
    };
    const whole = encode({
      op: "outcome",
      outcome: { value: [1, "two", new Float32Array(3), { shape: [2], data: new Float32Array(2) }], after: [null] },
    });
    let errors = 0;
    for (let n = 0; n < 100_000; n++) {
      const bytes =
        n % 2 === 0
          ? Uint8Array.from({ length: random(40) }, () => (random(3) > 0 ? random(16) : random(256)))
          : whole.slice(0, whole.length - random(3));
      if (n % 2 === 1) for (let k = random(4); k >= 0; k--) bytes[random(bytes.length)] = random(256);
      try {
        decode(bytes);
      } catch (error) {
        if (!(error instanceof FrameError)) throw error;
        errors++;
      }
    }
    expect(errors).toBeGreaterThan(50_000);
  });
});

/** Two ends joined without a process between them. */
function joined(): { asker: Wire; answer: Wire } {
  const asker = new Wire({ owner: true });
  const answer: Wire = new Wire({
    owner: false,
    remote(id, args) {
      const { id: own, args: list } = asker.unpack(answer.pack({ op: "callback", id, args }).subarray(4));
      return answer.unpack(asker.pack({ value: asker.callback(own, list) }).subarray(4)).value;
    },
  });
  return { asker, answer };
}

describe("the wire", () => {
  test("a callback is called on the other side, in the middle of a call", () => {
    const { asker, answer } = joined();
    const message = answer.unpack(asker.pack({ add: (x: number, y: number) => x + y }).subarray(4));
    expect((message.add as (x: number, y: number) => number)(2, 3)).toBe(5);
  });
  test("an array marked live is one array on both sides", () => {
    const { asker, answer } = joined();
    const weights = live(new Float64Array([1, 2]));
    const train = (): void => void weights.set([3, 4]);
    const model = answer.unpack(asker.pack({ weights, train }).subarray(4)) as { weights: Float64Array; train(): void };
    model.train();
    expect([...model.weights]).toEqual([3, 4]);
    model.weights[0] = 9;
    asker.unpack(answer.pack({ done: true }).subarray(4));
    expect([...weights]).toEqual([9, 4]);
  });
  test("frames out of turn, callbacks never given and arrays never shared are refused", () => {
    const { asker, answer } = joined();
    const first = answer.pack({ a: 1 }).subarray(4);
    asker.unpack(first);
    expect(() => asker.unpack(first)).toThrow("a frame out of turn");
    expect(() => asker.callback(7, [])).toThrow("a callback that was never given");
    expect(() => asker.callback("constructor", [])).toThrow("a callback that was never given");
    const other = joined();
    other.answer.unpack(other.asker.pack({ w: live(new Float64Array(1)) }).subarray(4));
    expect(() => asker.unpack(other.answer.pack({}).subarray(4))).toThrow(FrameError);
  });
  test("a frame that comes in pieces is one frame; one that says 2 GB is refused", () => {
    const { asker } = joined();
    const [one, two] = [asker.pack({ n: 1 }), asker.pack({ n: 2 })];
    const bytes = Uint8Array.from([...one, ...two]);
    const frames = new Frames();
    const got = [
      ...frames.push(bytes.subarray(0, 3)),
      ...frames.push(bytes.subarray(3, 30)),
      ...frames.push(bytes.subarray(30)),
    ];
    expect(got.map((frame) => frame.length)).toEqual([one.length - 4, two.length - 4]);
    expect(() => [...new Frames().push(Uint8Array.of(0, 0, 0, 128))]).toThrow("a frame of more than 16 MB");
  });
});
