/** TensorFlow.js as a peer, on its WebAssembly, plain JavaScript or native backend, written as its own guides write it. */
import type { Contestant } from "../measure.ts";
import { ADDITIONS, LR, labels, layers, numbers, type Program, type Shape } from "../programs.ts";
import type { Peer } from "./peer.ts";

/** The part of TensorFlow.js that is used here. */
export interface Tf {
  readonly version_core: string;
  setBackend(name: string): Promise<boolean>;
  tensor(data: Float32Array | Int32Array, shape: Shape, type?: "float32" | "int32"): TfTensor;
  variable(x: TfTensor): TfTensor;
  tidy<T>(f: () => T): T;
  matMul(a: TfTensor, b: TfTensor, turnA?: boolean, turnB?: boolean): TfTensor;
  add(a: TfTensor, b: TfTensor): TfTensor;
  sub(a: TfTensor, b: TfTensor): TfTensor;
  mul(a: TfTensor, b: TfTensor | number): TfTensor;
  neg(a: TfTensor): TfTensor;
  exp(a: TfTensor): TfTensor;
  tanh(a: TfTensor): TfTensor;
  relu(a: TfTensor): TfTensor;
  erf(a: TfTensor): TfTensor;
  softmax(a: TfTensor, axis?: number): TfTensor;
  logSoftmax(a: TfTensor, axis?: number): TfTensor;
  sum(a: TfTensor, axis?: number): TfTensor;
  mean(a: TfTensor): TfTensor;
  conv2d(x: TfTensor, w: TfTensor, stride: number, pad: "valid"): TfTensor;
  grad(f: (x: TfTensor) => TfTensor): (x: TfTensor, dy?: TfTensor) => TfTensor;
  transpose(x: TfTensor, order: readonly number[]): TfTensor;
  readonly train: {
    sgd(lr: number): { minimize(f: () => TfTensor, cost: boolean, vars: readonly TfTensor[]): TfTensor | null };
  };
}

export interface TfTensor {
  readonly shape: Shape;
  dataSync(): Float32Array;
  dispose(): void;
}

/** `backend`: what it is called in TensorFlow.js. Two copies of TensorFlow.js share one engine, so each turn selects its own. */
export function tfjsPeer(tf: Tf, name: string, backend: string): Peer {
  return {
    name,
    title: `${name} ${tf.version_core}`,
    async make(program) {
      await tf.setBackend(backend);
      const run = written(tf, program);
      if (run === null) return null;
      return {
        name,
        enter: () => tf.setBackend(backend),
        run: () => run().dispose(),
        result() {
          const y = run();
          const numbers = y.dataSync().slice();
          y.dispose();
          return numbers;
        },
      } satisfies Contestant;
    },
  };
}

/** The work as a function that makes one new tensor. */
function written(tf: Tf, program: Program): (() => TfTensor) | null {
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
    case "mlp":
      return mlp(tf, program.batch, program.sizes);
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
    default:
      return null;
  }
}

/** Images last-channel and filters as TensorFlow wants them; results are turned back only to be compared. */
function convolution(tf: Tf, { x, w, of }: Extract<Program, { kind: "conv" }>): () => TfTensor {
  const images = tf.transpose(tf.tensor(numbers(x, 1), x), [0, 2, 3, 1]);
  const filters = tf.transpose(tf.tensor(numbers(w, 2), w), [2, 3, 1, 0]);
  if (of === "output") return () => tf.conv2d(images, filters, 1, "valid");
  const forward = tf.conv2d(images, filters, 1, "valid");
  const dy = tf.tensor(numbers(forward.shape, 3), forward.shape);
  forward.dispose();
  if (of === "input") {
    const gradient = tf.grad((x) => tf.conv2d(x, filters, 1, "valid"));
    return () => gradient(images, dy);
  }
  const gradient = tf.grad((w) => tf.conv2d(images, w, 1, "valid"));
  return () => gradient(filters, dy);
}

/** A training step with its own optimiser and automatic gradients. */
function mlp(tf: Tf, batch: number, sizes: readonly number[]): () => TfTensor {
  const params = layers(sizes).map(({ data, shape }) => tf.variable(tf.tensor(data, shape)));
  const x = tf.tensor(numbers([batch, sizes[0]], 9), [batch, sizes[0]]);
  const classes = sizes[sizes.length - 1];
  const y = tf.tensor(labels(batch, classes).rows, [batch, classes]);
  const optimizer = tf.train.sgd(LR);
  const loss = (): TfTensor => {
    let h = x;
    for (let i = 0; i < params.length; i += 2) {
      h = tf.add(tf.matMul(h, params[i]), params[i + 1]);
      if (i + 2 < params.length) h = tf.relu(h);
    }
    return tf.neg(tf.mean(tf.sum(tf.mul(y, tf.logSoftmax(h)), 1)));
  };
  return () => optimizer.minimize(loss, true, params) as TfTensor;
}
