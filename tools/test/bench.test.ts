/** The benchmark's own arithmetic: the probe, the race, the judgement, and the models for onnxruntime. */
import { describe, expect, it } from "vitest";
import { agree, best, type Contestant, race } from "../bench/measure.ts";
import { modelBytes } from "../bench/peers/onnx-model.ts";
import { measureLimit } from "../bench/probe.ts";
import { labels, layers, numbers } from "../bench/programs.ts";
import { farOff, judge } from "../bench/report.ts";
import { rows } from "../bench/rows.ts";

describe("the probe", () => {
  it("finds a limit that a processor can have: 1 to 300 GFLOP/s on a core, 1 to 1,000 GB/s from its caches", () => {
    const { flops, bytes } = measureLimit();
    expect(flops).toBeGreaterThan(1e9);
    expect(flops).toBeLessThan(3e11);
    expect(bytes).toBeGreaterThan(1e9);
    expect(bytes).toBeLessThan(1e12);
  });
});

/** Keeps the processor busy. */
function work(times: number): number {
  let x = 1;
  for (let i = 0; i < times * 20_000; i++) x = Math.sqrt(x + i);
  return x;
}

describe("a race", () => {
  const runner = (name: string, times: number, log: string[] = []): Contestant => ({
    name,
    enter: () => log.push(name),
    run: () => work(times),
    result: () => [work(times)],
  });

  it("finds who needs five times as long", async () => {
    const [quick, slow] = await race([runner("quick", 1), runner("slow", 5)], { rounds: 8, turn: 4 });
    expect(best(slow) / best(quick)).toBeGreaterThan(3);
    expect(best(slow) / best(quick)).toBeLessThan(8);
  });

  it("gives everybody every round, in turns", async () => {
    const log: string[] = [];
    const times = await race([runner("a", 1, log), runner("b", 1, log), runner("c", 1, log)], { rounds: 3, turn: 1 });
    expect(times.map((list) => list.length)).toEqual([3, 3, 3]);
    expect(log.slice(-9)).toEqual(["a", "b", "c", "b", "c", "a", "c", "a", "b"]);
  });

  it("awaits work that is not done at once", async () => {
    let done = 0;
    const later: Contestant = {
      name: "later",
      run: async () => {
        await new Promise(setImmediate);
        work(1);
        done++;
      },
      result: () => [0],
    };
    await race([later], { rounds: 1, turn: 1 });
    const before = done;
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(done).toBe(before);
  });
});

describe("results", () => {
  it("agree when no number differs by more than a thousandth of the largest", () => {
    expect(agree([1000, 1], [1000.5, 1.9])).toBe(true);
    expect(agree([1000, 1], [1002, 1])).toBe(false);
    expect(agree([1, 2], [1])).toBe(false);
    expect(agree([1], [Number.NaN])).toBe(false);
  });
});

describe("the judgement", () => {
  const row = rows.find(({ id }) => id === "matmul-256")!;
  const outcome = {
    id: row.id,
    title: row.title,
    mode: "default",
    share: 0.9,
    ratios: { "tfjs-wasm": 1.3 },
    micros: null,
  } as const;

  it("compares shares and ratios with what was aimed for, ten per cent less without fused multiply-add", () => {
    expect(judge(row, outcome).map(({ value, target }) => [value, Number(target.toFixed(3))])).toEqual([
      [0.9, 0.88],
      [1.3, 1.26],
    ]);
    expect(judge(row, { ...outcome, mode: "relaxed" })[1].target).toBe(1.4);
  });

  it("finds only what is on record and less than half of the target and of its figure", () => {
    const [share, ratio] = judge(row, outcome);
    expect(farOff([share, ratio], {})).toEqual([]);
    expect(farOff([{ ...ratio, value: 0.1 }], {})).toEqual([]); // what was never measured here cannot be far off
    expect(farOff([{ ...ratio, value: 0.5 }], { [ratio.what]: 0.8 })).toEqual([]);
    expect(farOff([{ ...ratio, value: 0.3 }], { [ratio.what]: 0.8 })).toHaveLength(1);
  });
});

describe("the inputs", () => {
  it("are the same numbers every time, spread between the bounds", () => {
    expect(numbers([4, 5], 3)).toEqual(numbers([4, 5], 3));
    const many = numbers([10_000], 1, 2);
    const mean = many.reduce((sum, x) => sum + x, 0) / many.length;
    expect(Math.abs(mean)).toBeLessThan(0.05);
    expect(Math.max(...many)).toBeLessThanOrEqual(2);
    expect(Math.min(...many)).toBeLessThan(-1.9);
  });

  it("have a class for every example, and the same class as a row with a single 1", () => {
    const { list, rows } = labels(6, 4);
    for (const [i, label] of list.entries()) {
      expect([...rows.subarray(i * 4, (i + 1) * 4)].map((x, k) => (x === 1 ? k : -1)).filter((k) => k >= 0)).toEqual([
        label,
      ]);
    }
  });

  it("give every layer weights and a bias", () => {
    expect(layers([3, 2, 1]).map(({ shape }) => shape)).toEqual([[3, 2], [2], [2, 1], [1]]);
  });
});

describe("a model for onnxruntime", () => {
  it("is written in protocol buffers: version, graph with one node, inputs and output with their shapes, operator set", () => {
    const fields = parse(
      modelBytes({
        op: "MatMul",
        inputs: [
          [2, 3],
          [3, 300],
        ],
        output: [2, 300],
      }),
    );
    expect(fields.map(([field]) => field)).toEqual([1, 7, 8]);
    const graph = parse(fields[1][1] as Uint8Array);
    expect(graph.map(([field]) => field)).toEqual([1, 2, 11, 11, 12]);
    const node = parse(graph[0][1] as Uint8Array);
    expect(node.map(([field, value]) => `${field} ${text(value)}`)).toEqual(["1 x0", "1 x1", "2 y", "4 MatMul"]);
    const output = parse(graph[4][1] as Uint8Array);
    const tensor = parse(parse(output[1][1] as Uint8Array)[0][1] as Uint8Array);
    const sizes = parse(tensor[1][1] as Uint8Array).map(([, size]) => parse(size as Uint8Array)[0][1]);
    expect(sizes).toEqual([2, 300]);
  });

  it("writes negative attributes as 64-bit numbers", () => {
    const bytes = modelBytes({ op: "Softmax", inputs: [[2]], output: [2], attributes: { axis: -1 } });
    const node = parse(parse(parse(bytes)[1][1] as Uint8Array)[0][1] as Uint8Array);
    const attribute = parse(node[3][1] as Uint8Array);
    expect(attribute.map(([field, value]) => (field === 1 ? text(value) : value))).toEqual(["axis", -1, 2]);
  });
});

type Field = readonly [field: number, value: number | Uint8Array];

/** The fields of a message: whole numbers and lengths of bytes are all that occurs. */
function parse(bytes: Uint8Array): Field[] {
  const fields: Field[] = [];
  let at = 0;
  const varint = (): number => {
    let n = 0n;
    for (let shift = 0n; ; shift += 7n) {
      const byte = BigInt(bytes[at++]);
      n |= (byte & 127n) << shift;
      if (byte < 128n) return Number(BigInt.asIntN(64, n));
    }
  };
  while (at < bytes.length) {
    const key = varint();
    if (key % 8 === 0) fields.push([key >> 3, varint()]);
    else {
      const length = varint();
      fields.push([key >> 3, bytes.slice(at, (at += length))]);
    }
  }
  return fields;
}

const text = (value: number | Uint8Array): string => Buffer.from(value as Uint8Array).toString();
