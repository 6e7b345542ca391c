/** The work as Termwise does it, through its public interface: what is timed is what a chapter would write. */
import * as T from "termwise";
import type { Contestant } from "./measure.ts";
import { trainer } from "./ours-models.ts";
import { ADDITIONS, COMPARED_STEP, isTraining, lstmWeights, numbers, type Program, type Shape } from "./programs.ts";

/** The two builds of the default backend, the readable one, and TensorFlow's kernels. */
export type Mode = "default" | "relaxed" | "reference" | "tfjs";

const backends: Readonly<Record<Mode, readonly [name: string, options: T.BackendOptions]>> = {
  default: ["wasm", {}],
  relaxed: ["wasm", { relaxed: true }],
  reference: ["reference", {}],
  tfjs: ["tfjs", { threads: 1 }],
};

export function ours(program: Program, mode: Mode): Contestant {
  const [backend, options] = backends[mode];
  const on = <R>(f: () => R): R => T.withBackend(backend, f, options);
  const run = on(() => written(program));
  const training = isTraining(program);
  return {
    name: mode,
    enter: () => T.setBackend(backend, options),
    // Single operations give their result back at once, as those of the other libraries do; training loops are plain.
    run: training || program.kind === "add" ? run : () => T.scope(() => void run()),
    result: () =>
      on(() => {
        for (let i = 1; training && i < COMPARED_STEP; i++) run();
        return run().data();
      }),
  };
}

/** Numbers as a result of an operation, where data would be. */
const input = (shape: Shape, seed?: number): T.Tensor => T.tensor(numbers(shape, seed), { shape }).add(0);

function written(program: Program): () => T.Tensor {
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
    case "conv":
      return convolution(program);
    case "lstm":
      return lstm(program);
    case "mlp":
    case "lenet":
    case "block":
      return trainer(program);
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
  }
}

/** The gradient of one input is timed without the forward pass before it. */
function convolution({ x, w, of }: Extract<Program, { kind: "conv" }>): () => T.Tensor {
  const [images, filters] = [input(x, 1), input(w, 2)];
  if (of === "output") return () => T.conv2d(images, filters);
  const own = T.parameter(of === "input" ? images : filters);
  const y = of === "input" ? T.conv2d(own, filters) : T.conv2d(images, own);
  const upstream = input(y.shape, 3);
  return () => T.gradients(y, [own], { upstream })[0];
}

function lstm({ B, inputs, units }: Extract<Program, { kind: "lstm" }>): () => T.Tensor {
  const [x, h, c] = [input([B, inputs], 1), input([B, units], 2), input([B, units], 3)];
  const [Wx, Wh, b] = lstmWeights(inputs, units).map(({ data, shape }) => T.parameter(T.tensor(data, { shape })));
  return () => T.noGrad(() => T.lstmCell(x, { h, c }, { Wx, Wh, b }).h);
}
