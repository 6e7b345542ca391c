/** The training steps that are timed, as a chapter would write them: a model, six lines, no scope. */
import * as T from "termwise";
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
} from "./programs.ts";

const rng = new T.Rng(1);

/** A training step as a function that gives the loss. */
export function trainer(program: Extract<Program, { kind: "mlp" | "lenet" | "block" }>): () => T.Tensor {
  if (program.kind === "mlp") return mlp(program.batch, program.sizes);
  return program.kind === "lenet" ? lenet(program.batch) : block(program.sizes);
}

const constant = (shape: Shape, seed: number): T.Tensor => T.tensor(numbers(shape, seed), { shape });

function withWeights<M extends T.AnyModule>(model: M, weights: readonly Weights[]): M {
  const params = T.parameters(model);
  for (const [i, { data, shape }] of weights.entries()) T.assign(params[i], T.tensor(data, { shape }));
  return model;
}

function mlp(batch: number, sizes: readonly number[]): () => T.Tensor {
  const parts = sizes.slice(1).flatMap((n, i) => {
    const layer = T.linear(sizes[i], n, { rng });
    return i + 2 < sizes.length ? [layer, T.relu] : [layer];
  });
  const model = withWeights(T.sequential(...parts), layers(sizes));
  const x = constant([batch, sizes[0]], 9);
  const y = labels(batch, sizes[sizes.length - 1]).list;
  return step(() => T.crossEntropy(model(x), y), T.sgd(T.parameters(model), { lr: LR }));
}

function lenet(batch: number): () => T.Tensor {
  const halved = (x: T.Tensor): T.Tensor => T.maxPool2d(x, { size: 2 });
  const model = T.sequential(
    T.conv2dLayer(1, 6, { size: 5, pad: 2, rng }),
    ...[T.relu, halved],
    T.conv2dLayer(6, 16, { size: 5, rng }),
    ...[T.relu, halved, (x: T.Tensor): T.Tensor => x.reshape([batch, -1])],
    ...[T.linear(400, 120, { rng }), T.relu, T.linear(120, 84, { rng }), T.relu, T.linear(84, LENET.classes, { rng })],
  );
  withWeights(model, lenetWeights());
  const x = constant([batch, ...LENET.image], 9);
  const y = labels(batch, LENET.classes).list;
  return step(() => T.crossEntropy(model(x), y), T.sgd(T.parameters(model), { lr: LR }));
}

function block(sizes: BlockSizes): () => T.Tensor {
  const { B, T: steps, C, H } = sizes;
  const parts = {
    norm1: T.layerNormLayer(C),
    attention: T.multiHeadAttentionLayer(C, { heads: H, rng, causal: true }),
    norm2: T.layerNormLayer(C),
    up: T.linear(C, 4 * C, { rng }),
    down: T.linear(4 * C, C, { rng }),
  };
  const model = T.module(parts, ({ norm1, attention, norm2, up, down }, x: T.Tensor) => {
    const h = x.add(attention(norm1(x)));
    return h.add(down(T.gelu(up(norm2(h)))));
  });
  withWeights(model, blockWeights(sizes));
  const [x, target] = [constant([B, steps, C], 9), constant([B, steps, C], 10)];
  return step(() => T.meanSquaredError(model(x), target), T.adam(T.parameters(model), { lr: LR }));
}

function step(lossOf: () => T.Tensor, optimizer: T.Optimizer): () => T.Tensor {
  return () => {
    const loss = lossOf();
    optimizer.zeroGrad();
    loss.backward();
    optimizer.step();
    return loss;
  };
}
