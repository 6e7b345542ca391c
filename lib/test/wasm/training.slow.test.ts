/** 20,000 steps of a loop as a learner writes it: no leak, and nothing that is held is lost; the times are printed. */
import assert from "node:assert/strict";
import process from "node:process";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { test } from "vitest";
import type { WasmBackend } from "../../src/backend/wasm/wasm.ts";
import * as T from "../../src/index.ts";

const STEPS = 20_000;
setFlagsFromString("--expose-gc");
const collectGarbage: () => void = runInNewContext("gc");

test("20,000 plain steps use the memory of the first ones", () => {
  T.setBackend("wasm");
  const { engine } = T.backend() as WasmBackend;
  const rng = new T.Rng(1);
  const { train } = T.split(T.digits(), { test: 297, rng });
  const layers = [T.linear(64, 64, { rng }), T.linear(64, 10, { rng })] as const;
  const params = layers.flatMap((layer) => T.parameters(layer));
  const optimizer = T.adam(params, { lr: 0.001 });
  const held: { h: T.Tensor; sum: number }[] = [];
  const seen: { wasm: number; outside: number; ms: number }[] = [];
  const losses: T.Tensor[] = [];
  let began = performance.now();
  for (let step = 0; step < STEPS; ) {
    for (const [x, y] of T.batches(train, { size: 64, rng })) {
      const h = layers[0](x).relu();
      const loss = T.crossEntropy(layers[1](h), y);
      optimizer.zeroGrad();
      loss.backward();
      optimizer.step();
      losses.push(loss);
      if (step % 100 === 0) held.push({ h, sum: sumOf(h) });
      if (++step % 2000 > 0) continue;
      const ms = performance.now() - began;
      for (let k = 0; k < 3; k++) collectGarbage(); // the arrays found by one are freed by the next
      seen.push({ wasm: engine.memory.wasm.buffer.byteLength, outside: process.memoryUsage().arrayBuffers, ms });
      began = performance.now();
    }
  }
  const [, first] = seen; // the first stretch includes the start of everything
  const last = seen[seen.length - 1];
  console.log(seen.map(({ outside, ms }) => `${(outside / 2 ** 20).toFixed(0)} MB ${ms.toFixed(0)} ms`).join(", "));
  assert.equal(last.wasm, first.wasm);
  // 200 activations of 16 KB and 20,000 losses are held by this test itself.
  assert.ok(last.outside - first.outside < 32 * 2 ** 20, `${last.outside - first.outside} bytes more`);
  for (const { h, sum } of held) assert.equal(sumOf(h), sum);
  assert.ok(losses.every((loss) => Number.isFinite(loss.item())));
  assert.ok(losses[losses.length - 1].item() < 0.05);
});

const sumOf = (x: T.Tensor): number => x.data().reduce((a, b) => a + b);
