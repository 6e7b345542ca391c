/** The work as Termwise does it, through its public interface: what is timed is what a chapter would write. */
import * as T from "termwise";
import type { Contestant } from "./measure.ts";
import { ADDITIONS, LR, labels, layers, numbers, type Program, type Shape } from "./programs.ts";

/** The two builds of the default backend, the readable one, and TensorFlow's kernels. */
export type Mode = "default" | "relaxed" | "reference" | "tfjs";

const backends: Readonly<Record<Mode, readonly [name: string, options: T.BackendOptions]>> = {
  default: ["wasm", {}],
  relaxed: ["wasm", { relaxed: true }],
  reference: ["reference", {}],
  tfjs: ["tfjs", { threads: 1 }],
};

/** null: the library cannot do it yet. */
export function ours(program: Program, mode: Mode): Contestant | null {
  const [backend, options] = backends[mode];
  const on = <R>(f: () => R): R => T.withBackend(backend, f, options);
  const run = on(() => written(program));
  if (run === null) return null;
  return {
    name: mode,
    enter: () => T.setBackend(backend, options),
    run: scoped(program, run),
    result: () => run().data(),
  };
}

/** Single operations give their result back at once, as those of the other libraries do; training loops are plain. */
function scoped({ kind }: Program, run: () => T.Tensor): () => void {
  if (kind === "mlp" || kind === "lenet" || kind === "block" || kind === "add") return run;
  return () => T.scope(() => void run());
}

function written(program: Program): (() => T.Tensor) | null {
  const input = (shape: Shape, seed?: number): T.Tensor => T.tensor(numbers(shape, seed), { shape }).add(0); // a result, not data
  switch (program.kind) {
    case "matmul": {
      const [a, b] = [input(program.a, 1), input(program.b, 2)];
      const { turned } = program;
      return () => (turned === "a" ? a.transpose() : a).matmul(turned === "b" ? b.transpose() : b);
    }
    case "unary": {
      const x = input([program.size]);
      const { op } = program;
      const f = { exp: T.exp, tanh: T.tanh, gelu: T.gelu }[op];
      return () => f(x);
    }
    case "softmax": {
      const x = input(program.shape);
      return () => T.softmax(x);
    }
    case "sum": {
      const x = input(program.shape);
      return () => x.sum(program.axis ?? undefined);
    }
    case "mlp":
      return mlp(program.batch, program.sizes);
    case "add": {
      const [a, b] = [input([4], 1), input([4], 2)];
      const sum = (x: T.Tensor): T.Tensor => {
        let y = x;
        for (let i = 0; i < ADDITIONS; i++) y = y.add(b);
        return y;
      };
      if (!program.backward) return () => sum(a);
      const x = T.parameter(a);
      const g = T.ones([4]);
      return () => T.gradients(sum(x), [x], { upstream: g })[0];
    }
    default:
      return null;
  }
}

/** The six lines of every chapter, without scope. */
function mlp(batch: number, sizes: readonly number[]): () => T.Tensor {
  const rng = new T.Rng(1);
  const parts = sizes.slice(1).flatMap((n, i) => {
    const layer = T.linear(sizes[i], n, { rng });
    return i + 2 < sizes.length ? [layer, T.relu] : [layer];
  });
  const model = T.sequential(...parts);
  const params = T.parameters(model);
  for (const [i, { data, shape }] of layers(sizes).entries()) T.assign(params[i], T.tensor(data, { shape }));
  const x = T.tensor(numbers([batch, sizes[0]], 9), { shape: [batch, sizes[0]] });
  const y = labels(batch, sizes[sizes.length - 1]).list;
  const optimizer = T.sgd(params, { lr: LR });
  return () => {
    const loss = T.crossEntropy(model(x), y);
    optimizer.zeroGrad();
    loss.backward();
    optimizer.step();
    return loss;
  };
}
