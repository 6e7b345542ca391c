/** What the memory of the wasm backend promises: nothing to do for whoever writes a plain loop, and no tensor lost. */
import assert from "node:assert/strict";
import { describe, test } from "vitest";
import type { WasmArray } from "../../src/backend/wasm/array.ts";
import { WasmBackend } from "../../src/backend/wasm/wasm.ts";
import * as T from "../../src/index.ts";

const small = { nursery: 1 } as const;
const bytesIn = (): number => (T.backend() as WasmBackend).engine.memory.wasm.buffer.byteLength;
const counting = (n: number, from = 0): T.Tensor => T.tensor(Float32Array.from({ length: n }, (_, i) => from + i));

describe("a tensor that is held", () => {
  test("keeps its numbers while thousands of others come and go", () => {
    T.withBackend(
      "wasm",
      () => {
        const held: T.Tensor[] = [];
        for (let i = 0; i < 3000; i++) {
          const x = counting(200, i).add(1);
          if (i % 50 === 0) held.push(x);
        }
        for (const [i, x] of held.entries()) assert.deepEqual([x.data()[0], x.data()[199]], [i * 50 + 1, i * 50 + 200]);
        const sum = held.reduce((a, b) => a.add(b)); // and computes again
        assert.equal(
          sum.data()[0],
          held.reduce((total, x) => total + x.data()[0], 0),
        );
      },
      small,
    );
  });

  test("is found again through its views", () => {
    T.withBackend(
      "wasm",
      () => {
        const x = counting(600).reshape([20, 30]);
        const views = [x.transpose(), x.slice(3, 5), x.reshape([600]), x.transpose().slice(2, 4)];
        const before = views.map((v) => [...v.data()]);
        for (let i = 0; i < 3000; i++) counting(500).exp();
        assert.deepEqual(
          views.map((v) => [...v.data()]),
          before,
        );
        assert.deepEqual([...views[3].add(0).data()], before[3]);
      },
      small,
    );
  });

  test("is found among its neighbours outside, by everything that reads it there", () => {
    T.withBackend(
      "wasm",
      () => {
        const [, x] = [counting(600), counting(600, 1000)]; // they move out together
        for (let i = 0; i < 3000; i++) counting(50).exp();
        const part = x.slice(5, 10);
        const expected = [1005, 1006, 1007, 1008, 1009];
        assert.deepEqual([...part.data()], expected);
        assert.deepEqual([...part.add(0).data()], expected);
        assert.deepEqual([...T.parameter(part).data()], expected);
        const turned = x.reshape([20, 30]).transpose();
        assert.deepEqual([...T.gather(turned, [2]).data().subarray(0, 3)], [1002, 1032, 1062]);
        assert.deepEqual(
          [
            ...T.gather(x.reshape([20, 30]), [2])
              .data()
              .subarray(0, 3),
          ],
          [1060, 1061, 1062],
        );
      },
      small,
    );
  });

  test("at the very end of memory can be read in whole vectors", () => {
    const wasm = new WasmBackend({ nursery: 1 });
    const numbers = 2 ** 18;
    wasm.full([numbers - 1008], 1);
    const last = wasm.full([1008], 2); // would end with the memory if nothing were kept free there
    assert.deepEqual([...wasm.read(wasm.unary("neg", wasm.slice(last, [1], [1008])))].slice(-2), [-2, -2]);
  });

  test("may be larger than the nursery", () => {
    T.withBackend(
      "wasm",
      () => {
        const x = counting(700_000);
        const y = x.mul(2);
        const z = y.add(x).sub(y);
        assert.deepEqual([...z.data().subarray(699_998)], [699_998, 699_999]);
        assert.equal(y.reshape([700, 1000]).at(699, 999).item(), 1_399_998);
      },
      small,
    );
  });
});

describe("a plain loop", () => {
  const train = (steps: number, each: (h: T.Tensor, i: number) => void): T.Tensor[] => {
    const rng = new T.Rng(1);
    const layers = [T.linear(20, 64, { rng }), T.linear(64, 3, { rng })] as const;
    const params = layers.flatMap((layer) => T.parameters(layer));
    const optimizer = T.adam(params, { lr: 0.001 });
    for (let i = 0; i < steps; i++) {
      const x = T.tensor(
        Float32Array.from({ length: 640 }, () => rng.normal()),
        { shape: [32, 20] },
      );
      const h = layers[0](x).relu();
      const loss = T.crossEntropy(
        layers[1](h),
        Int32Array.from({ length: 32 }, (_, k) => (k + i) % 3),
      );
      optimizer.zeroGrad();
      loss.backward();
      optimizer.step();
      each(h, i);
    }
    return params;
  };

  test("uses no more WebAssembly memory after 1,500 steps than after 300", () => {
    T.withBackend(
      "wasm",
      () => {
        const sizes: number[] = [];
        train(1500, (_, i) => i % 300 === 299 && sizes.push(bytesIn()));
        assert.deepEqual(
          sizes,
          sizes.map(() => sizes[0]),
        );
      },
      small,
    );
  });

  test("does not disturb activations that somebody kept", () => {
    T.withBackend(
      "wasm",
      () => {
        const kept: { h: T.Tensor; sum: number }[] = [];
        train(600, (h, i) => i % 20 === 0 && kept.push({ h, sum: h.data().reduce((a, b) => a + b) }));
        for (const { h, sum } of kept)
          assert.equal(
            h.data().reduce((a, b) => a + b),
            sum,
          );
      },
      small,
    );
  });

  test("ends with the same bits, however often arrays had to move", () => {
    const end = (options: T.BackendOptions): number[][] =>
      T.withBackend("wasm", () => train(60, () => {}).map((p) => [...p.data()]), options);
    assert.deepEqual(end(small), end({}));
    assert.deepEqual(end({ torture: true }), end({}));
  });

  test("leaves a gradient that was read as it was", () => {
    for (const options of [{}, small, { torture: true }]) {
      T.withBackend(
        "wasm",
        () => {
          const p = T.parameter(T.tensor([1, 2, 3]));
          p.mul(p).sum().backward();
          const first = p.grad as T.Tensor;
          T.sgd([p], { lr: 0.5 }).zeroGrad();
          p.mul(5).sum().backward();
          for (let i = 0; i < 2500; i++) p.add(1);
          assert.deepEqual([...first.data()], [2, 4, 6]);
          assert.deepEqual([...(p.grad as T.Tensor).data()], [5, 5, 5]);
        },
        options,
      );
    }
  });
});

describe("a scope", () => {
  test("gives back what it made, and says so to whoever uses it later", () => {
    T.withBackend("wasm", () => {
      let lost: T.Tensor | undefined;
      T.scope(() => {
        lost = T.tensor([1, 2]).add(1);
      });
      assert.throws(() => lost?.add(1), T.ReleasedError);
      assert.throws(() => lost?.data(), /made inside a scope[\s\S]*hint: return it/);
    });
  });

  test("keeps what it returns, in lists and objects too", () => {
    T.withBackend("wasm", () => {
      const kept = T.scope(() => {
        const waste = counting(1000).exp();
        return { a: counting(3), list: [waste.slice(0, 2), counting(2, 5)] };
      });
      const more = counting(4, 100);
      assert.deepEqual([...kept.a.data()], [0, 1, 2]);
      assert.deepEqual([...kept.list[0].data()], [1, Math.fround(Math.E)]);
      assert.deepEqual([...kept.list[1].add(more.slice(0, 2)).data()], [105, 107]);
    });
  });

  test("uses the same memory again and again", () => {
    T.withBackend(
      "wasm",
      () => {
        const { memory } = (T.backend() as WasmBackend).engine;
        const before = memory.moved.times;
        for (let i = 0; i < 5000; i++) T.scope(() => counting(300).mul(2).sum().item());
        assert.equal(memory.moved.times, before);
      },
      { nursery: 2 },
    );
  });

  test("works when the nursery is emptied in the middle of it, and inside another", () => {
    for (const options of [small, { torture: true }]) {
      T.withBackend(
        "wasm",
        () => {
          const outside = counting(10);
          const kept = T.scope(() => {
            const early = counting(5, 7);
            const inner = T.scope(() => {
              for (let i = 0; i < 2500; i++) counting(50);
              return early.add(outside.slice(0, 5));
            });
            for (let i = 0; i < 2500; i++) counting(50);
            return [early, inner];
          });
          assert.deepEqual([...kept[0].data()], [7, 8, 9, 10, 11]);
          assert.deepEqual([...kept[1].data()], [7, 9, 11, 13, 15]);
          assert.deepEqual([...outside.data()], [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
        },
        options,
      );
    }
  });

  test("that begins in a full nursery and ends in an emptied one loses nothing", () => {
    T.withBackend(
      "wasm",
      () => {
        const before = Array.from({ length: 1500 }, (_, i) => counting(3, i));
        const kept = T.scope(() => {
          for (let i = 0; i < 600; i++) counting(3);
          return counting(3, 77);
        });
        const after = Array.from({ length: 3000 }, (_, i) => counting(3, i));
        assert.deepEqual([...kept.data()], [77, 78, 79]);
        for (const list of [before, after])
          for (const [i, x] of list.entries()) assert.deepEqual([...x.data()], [i, i + 1, i + 2]);
      },
      small,
    );
  });

  test("that fails gives back everything and leaves the rest alone", () => {
    T.withBackend("wasm", () => {
      const x = counting(3);
      assert.throws(() => T.scope(() => x.add(counting(4))), T.ShapeError);
      assert.deepEqual([...x.add(1).data()], [1, 2, 3]);
    });
  });
});

test("what scopes keep asking for stops coming back: it stays", () => {
  T.withBackend(
    "wasm",
    () => {
      const data = T.tensor(new Float32Array(300_000).fill(1)); // large: it waits outside
      const { base } = data.handle as WasmArray;
      for (let i = 0; i < 20; i++)
        assert.equal(
          T.scope(() => data.sum().item()),
          300_000,
        );
      assert.equal(base.visits, 2);
      for (let i = 0; i < 3000; i++) counting(200); // the nursery was emptied since
      for (let i = 0; i < 20; i++)
        assert.equal(
          T.scope(() => data.sum().item()),
          300_000,
        );
      assert.equal(base.visits, 3);
    },
    { nursery: 2, relaxed: true },
  );
});

test("the nursery is emptied between training steps, not in the middle of a graph", () => {
  T.withBackend(
    "wasm",
    () => {
      const { memory } = (T.backend() as WasmBackend).engine;
      const w = T.parameter(counting(1000));
      const perStep = 8; // arrays of 1 MB that a step makes and nobody holds; its gradients need twice as much
      const step = (): void => {
        let y = w.reshape([1, 1000]).expand([250, 1000]).mul(1e-3);
        for (let i = 1; i < perStep; i++) y = y.mul(y);
        y.mean().backward();
      };
      for (let i = 0; i < 5; i++) step();
      const before = memory.moved.bytes;
      for (let i = 0; i < 12; i++) step();
      const megabytes = (memory.moved.bytes - before) / 12 / 1e6;
      assert.ok(megabytes < perStep + 1.5, `${megabytes.toFixed(1)} MB moved in a step`);
    },
    { nursery: 24 },
  );
});

test("a nursery that is too small for what a loop uses again and again grows", () => {
  T.withBackend(
    "wasm",
    () => {
      const { memory } = (T.backend() as WasmBackend).engine;
      const weights = Array.from({ length: 24 }, () => counting(64_000)); // 6 MB
      const round = (): void => weights.forEach((w) => void w.sum().item());
      for (let i = 0; i < 30; i++) round();
      const before = memory.moved.times;
      for (let i = 0; i < 30; i++) round();
      assert.ok(memory.moved.times - before <= 3, `${memory.moved.times - before} times in 30 rounds`);
    },
    { nursery: 1, relaxed: true },
  );
});

describe("a large data set", () => {
  test("stays outside: a batch brings only its own rows in", () => {
    T.withBackend(
      "wasm",
      () => {
        const numbers = new Float32Array(8_000_000); // 32 MB
        for (let i = 0; i < numbers.length; i++) numbers[i] = i;
        const data = T.tensor(numbers, { shape: [80_000, 100] });
        const before = bytesIn();
        for (let i = 0; i < 100; i++) {
          assert.equal(
            data
              .slice(i * 64, i * 64 + 64)
              .mul(1)
              .data()[0],
            i * 6400,
          );
          assert.equal(T.gather(data, [i, 79_999]).data()[199], 7_999_999);
        }
        assert.ok(bytesIn() - before < 2 ** 25);
      },
      small,
    );
  });
});

test("options that do not exist are refused with the ones that do", () => {
  assert.throws(() => T.setBackend("wasm", { relax: true }), /no such option[\s\S]*relaxed, nursery/);
  assert.throws(() => new WasmBackend({ nursery: 0 }), T.ValueError);
});
