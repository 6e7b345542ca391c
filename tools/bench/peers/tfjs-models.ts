/** The training steps in TensorFlow.js, with its own gradients and optimisers. */
import {
  type BlockSizes,
  blockWeights,
  LENET,
  LR,
  labels,
  layers,
  lenetWeights,
  numbers,
  type Program,
  type Shape,
  type Weights,
} from "../programs.ts";
import type { Tf, TfTensor } from "./tfjs-api.ts";

/** A training step as a function that gives the loss. */
export function trainer(tf: Tf, program: Extract<Program, { kind: "mlp" | "lenet" | "block" }>): () => TfTensor {
  if (program.kind === "mlp") return mlp(tf, program.batch, program.sizes);
  return program.kind === "lenet" ? lenet(tf, program.batch) : block(tf, program.sizes);
}

const variables = (tf: Tf, weights: readonly Weights[]): TfTensor[] =>
  weights.map(({ data, shape }) => tf.variable(tf.tensor(data, shape)));
const constant = (tf: Tf, shape: Shape, seed: number): TfTensor => tf.tensor(numbers(shape, seed), shape);

function crossEntropy(tf: Tf, logits: TfTensor, rows: TfTensor): TfTensor {
  return tf.neg(tf.mean(tf.sum(tf.mul(rows, tf.logSoftmax(logits)), 1)));
}

/** Matrices with their biases one after the other, relu between them. */
function dense(tf: Tf, x: TfTensor, params: readonly TfTensor[]): TfTensor {
  let h = x;
  for (let i = 0; i < params.length; i += 2) {
    h = tf.add(tf.matMul(h, params[i]), params[i + 1]);
    if (i + 2 < params.length) h = tf.relu(h);
  }
  return h;
}

function mlp(tf: Tf, batch: number, sizes: readonly number[]): () => TfTensor {
  const params = variables(tf, layers(sizes));
  const x = constant(tf, [batch, sizes[0]], 9);
  const classes = sizes[sizes.length - 1];
  const y = tf.tensor(labels(batch, classes).rows, [batch, classes]);
  const optimizer = tf.train.sgd(LR);
  return () => optimizer.minimize(() => crossEntropy(tf, dense(tf, x, params), y), true, params) as TfTensor;
}

/** Images and filters have their channels last, but the layers expect them in the order of the other libraries. */
function lenet(tf: Tf, batch: number): () => TfTensor {
  const [filters, biases] = [
    [0, 2],
    [1, 3],
  ].map((places) => places.map((i) => lenetWeights()[i]));
  const turned = filters.map(({ data, shape }) => tf.variable(tf.transpose(tf.tensor(data, shape), [2, 3, 1, 0])));
  const rest = variables(tf, [...biases, ...lenetWeights().slice(4)]);
  const x = tf.transpose(constant(tf, [batch, ...LENET.image], 9), [0, 2, 3, 1]);
  const y = tf.tensor(labels(batch, LENET.classes).rows, [batch, LENET.classes]);
  const optimizer = tf.train.sgd(LR);
  const params = [...turned, ...rest];
  const stage = (x: TfTensor, i: 0 | 1, pad: "valid" | "same"): TfTensor =>
    tf.maxPool(tf.relu(tf.add(tf.conv2d(x, turned[i], 1, pad), rest[i])), 2, 2, "valid");
  const loss = (): TfTensor => {
    const images = stage(stage(x, 0, "same"), 1, "valid"); // [batch, 5, 5, 16]
    const flat = tf.reshape(tf.transpose(images, [0, 3, 1, 2]), [batch, 400]);
    return crossEntropy(tf, dense(tf, flat, rest.slice(2)), y);
  };
  return () => optimizer.minimize(loss, true, params) as TfTensor;
}

function block(tf: Tf, sizes: BlockSizes): () => TfTensor {
  const { B, T, C, H } = sizes;
  const params = variables(tf, blockWeights(sizes));
  const [x, target] = [constant(tf, [B * T, C], 9), constant(tf, [B * T, C], 10)];
  const later = Float32Array.from({ length: T * T }, (_, i) => (i % T > Math.floor(i / T) ? -1e9 : 0));
  const mask = tf.tensor(later, [T, T]);
  const norm = (x: TfTensor, i: number): TfTensor => {
    const { mean, variance } = tf.moments(x, 1, true);
    const centred = tf.div(tf.sub(x, mean), tf.sqrt(tf.add(variance, 1e-5)));
    return tf.add(tf.mul(centred, params[i]), params[i + 1]);
  };
  const linear = (x: TfTensor, i: number): TfTensor => tf.add(tf.matMul(x, params[i]), params[i + 1]);
  const heads = (x: TfTensor): TfTensor => tf.transpose(tf.reshape(x, [B, T, H, C / H]), [0, 2, 1, 3]);
  const attention = (x: TfTensor): TfTensor => {
    const [q, k, v] = [2, 4, 6].map((i) => heads(linear(x, i)));
    const scores = tf.mul(tf.matMul(q, k, false, true), 1 / Math.sqrt(C / H));
    const mixed = tf.matMul(tf.softmax(tf.add(scores, mask)), v);
    return linear(tf.reshape(tf.transpose(mixed, [0, 2, 1, 3]), [B * T, C]), 8);
  };
  const gelu = (x: TfTensor): TfTensor => tf.mul(tf.mul(x, 0.5), tf.add(tf.erf(tf.mul(x, Math.SQRT1_2)), 1));
  const loss = (): TfTensor => {
    const h = tf.add(x, attention(norm(x, 0)));
    const y = tf.add(h, linear(gelu(linear(norm(h, 10), 12)), 14));
    return tf.mean(tf.square(tf.sub(y, target)));
  };
  const optimizer = tf.train.adam(LR, 0.9, 0.999, 1e-8);
  return () => optimizer.minimize(loss, true, params) as TfTensor;
}
