/** TensorFlow.js as a peer, on its WebAssembly, plain JavaScript or native backend, written as its own guides write it. */
import type { Contestant } from "../measure.ts";
import { ADDITIONS, COMPARED_STEP, isTraining, lstmWeights, numbers, type Program, type Shape } from "../programs.ts";
import type { Peer } from "./peer.ts";
import type { Tf, TfTensor } from "./tfjs-api.ts";
import { trainer } from "./tfjs-models.ts";

/** `backend`: what it is called in TensorFlow.js. Two copies of TensorFlow.js share one engine, so each turn selects its own. */
export function tfjsPeer(tf: Tf, name: string, backend: string): Peer {
  return {
    name,
    title: `${name} ${tf.version_core}`,
    async make(program) {
      await tf.setBackend(backend);
      const run = written(tf, program);
      return {
        name,
        enter: () => tf.setBackend(backend),
        run: () => run().dispose(),
        result() {
          for (let i = 1; isTraining(program) && i < COMPARED_STEP; i++) run().dispose();
          const y = turned(tf, program, run());
          const numbers = y.dataSync().slice();
          y.dispose();
          return numbers;
        },
      } satisfies Contestant;
    },
  };
}

/** The work as a function that makes one new tensor. */
function written(tf: Tf, program: Program): () => TfTensor {
  const input = (shape: Shape, seed?: number): TfTensor => tf.tensor(numbers(shape, seed), shape);
  switch (program.kind) {
    case "matmul": {
      const [a, b] = [input(program.a, 1), input(program.b, 2)];
      return () => tf.matMul(a, b, program.turned === "a", program.turned === "b");
    }
    case "unary": {
      const x = input([program.size]);
      const { op } = program;
      if (op !== "gelu") return () => tf[op](x);
      return () =>
        tf.tidy(() =>
          tf.mul(tf.mul(x, 0.5), tf.add(tf.erf(tf.mul(x, Math.SQRT1_2)), tf.tensor(Float32Array.of(1), []))),
        );
    }
    case "softmax": {
      const x = input(program.shape);
      return () => tf.softmax(x);
    }
    case "sum": {
      const x = input(program.shape);
      return () => tf.sum(x, program.axis ?? undefined);
    }
    case "conv":
      return convolution(tf, program);
    case "lstm":
      return lstm(tf, program);
    case "mlp":
    case "lenet":
    case "block":
      return trainer(tf, program);
    case "add": {
      const [a, b] = [input([4], 1), input([4], 2)];
      const sum = (x: TfTensor): TfTensor => {
        let y = x;
        for (let i = 0; i < ADDITIONS; i++) y = tf.add(y, b);
        return y;
      };
      const gradient = tf.grad(sum);
      return program.backward ? () => gradient(a) : () => tf.tidy(() => sum(a));
    }
  }
}

/** Images have their channels last there, and filters theirs in the middle: turning them there and back is not timed. */
function convolution(tf: Tf, { x, w, of }: Extract<Program, { kind: "conv" }>): () => TfTensor {
  const images = tf.transpose(tf.tensor(numbers(x, 1), x), [0, 2, 3, 1]);
  const filters = tf.transpose(tf.tensor(numbers(w, 2), w), [2, 3, 1, 0]);
  if (of === "output") return () => tf.conv2d(images, filters, 1, "valid");
  const outputs = [x[0], w[0], x[2] - w[2] + 1, x[3] - w[3] + 1];
  const dy = tf.transpose(tf.tensor(numbers(outputs, 3), outputs), [0, 2, 3, 1]);
  const common = { strides: 1, pad: "valid", dataFormat: "NHWC" };
  if (of === "input") {
    const attributes = { ...common, inputShape: images.shape };
    return () => tf.engine().runKernel("Conv2DBackpropInput", { dy, filter: filters }, attributes);
  }
  const attributes = { ...common, filterShape: filters.shape };
  return () => tf.engine().runKernel("Conv2DBackpropFilter", { x: images, dy }, attributes);
}

/** A result of a convolution in the order of the other libraries. */
function turned(tf: Tf, program: Program, y: TfTensor): TfTensor {
  if (program.kind !== "conv") return y;
  return tf.transpose(y, program.of === "filter" ? [3, 2, 0, 1] : [0, 3, 1, 2]);
}

function lstm(tf: Tf, { B, inputs, units }: Extract<Program, { kind: "lstm" }>): () => TfTensor {
  const state = (width: number, seed: number): TfTensor => tf.tensor(numbers([B, width], seed), [B, width]);
  const [x, h, c] = [state(inputs, 1), state(units, 2), state(units, 3)];
  const [Wx, Wh, b] = lstmWeights(inputs, units).map(({ data, shape }) => tf.tensor(data, shape));
  return () =>
    tf.tidy(() => {
      const gates = tf.add(tf.add(tf.matMul(x, Wx), tf.matMul(h, Wh)), b);
      const [i, f, g, o] = tf.split(gates, 4, 1);
      const memory = tf.add(tf.mul(c, tf.sigmoid(f)), tf.mul(tf.tanh(g), tf.sigmoid(i)));
      return tf.mul(tf.tanh(memory), tf.sigmoid(o));
    });
}
