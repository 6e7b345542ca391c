/** The rules by which TensorFlow's arrays are deleted, on a stand-in that counts them. */
import { describe, expect, it, vi } from "vitest";
import type { MemoryOptions } from "../../src/backend/tfjs/memory.ts";
import { TfjsBackend } from "../../src/backend/tfjs/tfjs.ts";
import { fakeTensorFlow } from "./fake.ts";

function made(options: MemoryOptions = {}) {
  const fake = fakeTensorFlow();
  return { fake, on: new TfjsBackend(fake, options) };
}

const ones = Float32Array.of(1, 1, 1, 1);

describe("arrays in TensorFlow", () => {
  it("are deleted where the next operation begins once there are more than the list may hold", () => {
    const { fake, on } = made({ entries: 10 });
    let x = on.fromData(ones, [4]);
    for (let i = 0; i < 1000; i++) {
      x = on.binary("add", x, x, [4]);
      expect(fake.alive.size).toBeLessThan(14);
    }
  });

  it("are deleted once their bytes reach the limit", () => {
    const { fake, on } = made({ bytes: 160 });
    const first = on.fromData(ones, [4]);
    for (let i = 0; i < 100; i++) on.binary("add", first, first, [4]);
    expect(fake.alive.size).toBeLessThan(14);
  });

  it("keep their numbers however often everything moves out", () => {
    const { on } = made({ entries: 3 });
    const held = Array.from({ length: 50 }, (_, i) => on.fromData(Float32Array.of(i), [1]));
    const sums = held.map((x) => on.binary("add", x, x, [1]));
    expect(sums.map((x) => on.read(x)[0])).toEqual(held.map((_, i) => 2 * i));
    expect(held.map((x) => on.read(x)[0])).toEqual(held.map((_, i) => i));
  });

  it("are read out as copies", () => {
    const { on } = made();
    const x = on.fromData(ones, [4]);
    on.read(x)[0] = 7;
    expect([...on.read(x)]).toEqual([1, 1, 1, 1]);
  });

  it("do not follow the numbers that they were made of", () => {
    const { on } = made();
    const numbers = Float32Array.of(1, 2);
    const x = on.fromData(numbers, [2]);
    numbers[0] = 9;
    expect([...on.read(x)]).toEqual([1, 2]);
  });

  it("are deleted at the end of a scope, except what is kept", () => {
    const { fake, on } = made();
    const before = on.fromData(ones, [4]);
    const mark = on.memory.enter();
    const gone = on.binary("add", before, before, [4]);
    const kept = on.binary("add", gone, before, [4]);
    on.memory.leave(mark, [kept]);
    expect(fake.alive.size).toBe(2);
    expect([...on.read(kept)]).toEqual([3, 3, 3, 3]);
    expect([...on.read(before)]).toEqual([1, 1, 1, 1]);
    expect(() => on.read(gone)).toThrow(/given back when the scope ended/);
  });

  it("that are older than a scope survive it, also when everything moved out meanwhile", () => {
    const { on } = made({ entries: 2 });
    const before = on.fromData(ones, [4]);
    const mark = on.memory.enter();
    let x = before;
    for (let i = 0; i < 10; i++) x = on.binary("add", x, before, [4]);
    on.memory.leave(mark, [x]);
    expect([...on.read(before)]).toEqual([1, 1, 1, 1]);
    expect([...on.read(x)]).toEqual([11, 11, 11, 11]);
  });

  it("that a graph no longer needs are given back at once", () => {
    const { fake, on } = made();
    const x = on.fromData(ones, [4]);
    on.memory.release([x]);
    expect(fake.alive.size).toBe(0);
    expect(() => on.read(x)).toThrow(/given back/);
  });

  it("that may be updated in place survive scopes and show their new numbers", () => {
    const { on } = made();
    const mark = on.memory.enter();
    const p = on.persistent(on.fromData(ones, [4]));
    on.accumulate(p, on.fromData(ones, [4]));
    on.memory.leave(mark, []);
    expect([...on.read(p)]).toEqual([2, 2, 2, 2]);
    on.assign(p, on.fromData(Float32Array.of(5, 6, 7, 8), [4]));
    expect([...on.read(p)]).toEqual([5, 6, 7, 8]);
  });

  it("that are updated while they are outside do not bring the old numbers back", () => {
    const { on } = made({ entries: 0 });
    const p = on.persistent(on.fromData(ones, [4]));
    on.accumulate(p, p);
    on.accumulate(p, p);
    expect([...on.read(p)]).toEqual([4, 4, 4, 4]);
  });

  it("that show a parameter in another shape follow its updates, also from outside and through another view", () => {
    for (const entries of [0, 4096]) {
      const { on } = made({ entries });
      const p = on.persistent(on.fromData(ones, [4]));
      const square = on.reshape(p, [2, 2]);
      const row = on.reshape(square, [1, 4]);
      const copy = on.persistent(square);
      on.accumulate(p, p);
      const sum = on.binary("add", row, row, [1, 4]);
      expect([p, square, row, sum, copy].map((x) => on.read(x)[0])).toEqual([2, 2, 2, 4, 1]);
      on.accumulate(p, p);
      expect([p, square, row, sum, copy].map((x) => on.read(x)[0])).toEqual([4, 4, 4, 4, 1]);
    }
  });

  it("that show a parameter are deleted like all others", () => {
    const { fake, on } = made({ entries: 10 });
    const p = on.persistent(on.fromData(ones, [4]));
    for (let i = 0; i < 100; i++) on.reshape(p, [2, 2]);
    expect(fake.alive.size).toBeLessThan(40);
  });

  it("that nobody updates any more are deleted too", () => {
    const { fake, on } = made({ entries: 10 });
    for (let i = 0; i < 200; i++) on.persistent(on.fromData(ones, [4]));
    expect(fake.alive.size).toBeLessThan(30);
  });

  it("get more room when much of what moved out was needed again", () => {
    const { on } = made({ entries: 8 });
    const params = Array.from({ length: 20 }, () => on.persistent(on.fromData(ones, [4])));
    const step = (): void => {
      for (const p of params) on.accumulate(p, p);
    };
    for (let i = 0; i < 10; i++) step();
    const before = on.memory.moved;
    for (let i = 0; i < 10; i++) step();
    expect(on.memory.moved).toBe(before);
  });

  it("are warned of, once, when more of them are in use than expected", () => {
    const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
    const { on } = made({ warnAt: 40 });
    const held = Array.from({ length: 2 }, () => on.fromData(ones, [4]));
    expect(warn).not.toHaveBeenCalled();
    held.push(on.fromData(ones, [4]), on.fromData(ones, [4]));
    expect(warn).toHaveBeenCalledTimes(1);
    expect(warn.mock.calls[0][0]).toMatch(/^tfjs: TensorFlow holds .* MB of tensors; scope/);
    warn.mockRestore();
  });

  it("are read out early between training steps, but never inside a scope", () => {
    const { fake, on } = made({ entries: 10 });
    for (let i = 0; i < 7; i++) on.fromData(ones, [4]);
    const mark = on.memory.enter();
    on.memory.rest();
    expect(fake.alive.size).toBe(7);
    on.memory.leave(mark, []);
    on.memory.rest();
    expect(fake.alive.size).toBe(0);
  });
});

it("an operation that TensorFlow refuses is an error in four parts", () => {
  const fake = fakeTensorFlow();
  const { binding } = fake.backend();
  const refusing = {
    ...binding,
    executeOp: () => {
      throw new Error("Invalid TF_Status: 3\nMessage: no such kernel");
    },
  };
  const on = new TfjsBackend({ backend: () => ({ binding: refusing, isUsingGpuDevice: false }) });
  const x = on.fromData(ones, [4]);
  expect(() => on.unary("exp", x)).toThrow(
    /^Exp: TensorFlow refused the operation\n {2}got .*no such kernel\n {2}expected .+\n {2}hint: .+$/,
  );
});

it("lack of memory names what helps", () => {
  const { binding } = fakeTensorFlow().backend();
  const full = {
    ...binding,
    executeOp: () => {
      throw new Error("Invalid TF_Status: 8\nMessage: OOM when allocating tensor");
    },
  };
  const on = new TfjsBackend({ backend: () => ({ binding: full, isUsingGpuDevice: true }) });
  const x = on.fromData(ones, [4]);
  expect(() => on.unary("exp", x)).toThrow(/TensorFlow has no memory left[\s\S]*hint: smaller batches/);
});
