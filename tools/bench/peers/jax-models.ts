/** The training steps in jax-js: loss, gradients and update in one compiled function. */
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
import type { Jax, JaxArray } from "./jax-api.ts";

/** A training step as a function that gives the loss. */
export function trainer(jax: Jax, program: Extract<Program, { kind: "mlp" | "lenet" | "block" }>): () => JaxArray {
  if (program.kind === "mlp") return mlp(jax, program.batch, program.sizes);
  return program.kind === "lenet" ? lenet(jax, program.batch) : block(jax, program.sizes);
}

/** The loss of these parameters on a batch. */
type Loss = (params: JaxArray[], x: JaxArray, y: JaxArray) => JaxArray;

const array = (jax: Jax, data: Float32Array, shape: Shape): JaxArray => jax.numpy.array(data).reshape(shape);
const constant = (jax: Jax, shape: Shape, seed: number): JaxArray => array(jax, numbers(shape, seed), shape);
const arrays = (jax: Jax, weights: readonly Weights[]): JaxArray[] =>
  weights.map(({ data, shape }) => array(jax, data, shape));

function sgd(jax: Jax, loss: Loss, weights: readonly Weights[], x: JaxArray, y: JaxArray): () => JaxArray {
  let params = arrays(jax, weights);
  const step = jax.jit((params: JaxArray[], x: JaxArray, y: JaxArray): JaxArray[] => {
    const own = params.map((p) => p.ref);
    const [value, grads] = jax.valueAndGrad(loss)(own, x, y);
    return [value, ...params.map((p, i) => p.sub(grads[i].mul(LR)))];
  });
  return () => {
    const [value, ...next] = step(params, x.ref, y.ref);
    params = next;
    return value;
  };
}

function crossEntropy({ numpy, nn }: Jax, logits: JaxArray, rows: JaxArray): JaxArray {
  return numpy.mean(numpy.sum(rows.mul(nn.logSoftmax(logits, -1)), 1)).mul(-1);
}

/** Matrices with their biases one after the other, relu between them. */
function dense({ numpy, nn }: Jax, x: JaxArray, params: readonly JaxArray[]): JaxArray {
  let h = x;
  for (let i = 0; i < params.length; i += 2) {
    h = numpy.matmul(h, params[i]).add(params[i + 1]);
    if (i + 2 < params.length) h = nn.relu(h);
  }
  return h;
}

function mlp(jax: Jax, batch: number, sizes: readonly number[]): () => JaxArray {
  const classes = sizes[sizes.length - 1];
  const x = constant(jax, [batch, sizes[0]], 9);
  const y = array(jax, labels(batch, classes).rows, [batch, classes]);
  const loss: Loss = (params, x, y) => crossEntropy(jax, dense(jax, x, params), y);
  return sgd(jax, loss, layers(sizes), x, y);
}

function lenet(jax: Jax, batch: number): () => JaxArray {
  const { numpy, nn, lax } = jax;
  const x = constant(jax, [batch, ...LENET.image], 9);
  const y = array(jax, labels(batch, LENET.classes).rows, [batch, LENET.classes]);
  const stage = (x: JaxArray, W: JaxArray, b: JaxArray, pad: number, side: number): JaxArray => {
    const sides = [
      [pad, pad],
      [pad, pad],
    ];
    const channels = b.shape[0];
    const images = nn.relu(lax.conv(x, W, [1, 1], sides).add(b.reshape([1, channels, 1, 1])));
    return numpy.max(images.reshape([batch, channels, side / 2, 2, side / 2, 2]), [3, 5]);
  };
  const loss: Loss = ([W1, b1, W2, b2, ...rest], x, y) => {
    const images = stage(stage(x, W1, b1, 2, 28), W2, b2, 0, 10); // [batch, 16, 5, 5]
    return crossEntropy(jax, dense(jax, images.reshape([batch, 400]), rest), y);
  };
  return sgd(jax, loss, lenetWeights(), x, y);
}

function block(jax: Jax, sizes: BlockSizes): () => JaxArray {
  const { B, T, C } = sizes;
  const x = constant(jax, [B * T, C], 9);
  const target = constant(jax, [B * T, C], 10);
  return adam(jax, blockLoss(jax, sizes), blockWeights(sizes), x, target);
}

function blockLoss({ numpy, nn }: Jax, { B, T, C, H }: BlockSizes): Loss {
  const later = Float32Array.from({ length: T * T }, (_, i) => (i % T > Math.floor(i / T) ? -1e9 : 0));
  const linear = (x: JaxArray, W: JaxArray, b: JaxArray): JaxArray => numpy.matmul(x, W).add(b);
  const norm = (x: JaxArray, gain: JaxArray, bias: JaxArray): JaxArray =>
    nn.standardize(x, -1, { epsilon: 1e-5 }).mul(gain).add(bias);
  const heads = (x: JaxArray): JaxArray => numpy.transpose(x.reshape([B, T, H, C / H]), [0, 2, 1, 3]);
  const attention = (q: JaxArray, k: JaxArray, v: JaxArray): JaxArray => {
    const scores = numpy.matmul(heads(q), numpy.matrixTranspose(heads(k))).mul(1 / Math.sqrt(C / H));
    const weights = nn.softmax(scores.add(numpy.array(later).reshape([T, T])), -1);
    return numpy.transpose(numpy.matmul(weights, heads(v)), [0, 2, 1, 3]).reshape([B * T, C]);
  };
  return ([g1, b1, Wq, bq, Wk, bk, Wv, bv, Wo, bo, g2, b2, Wu, bu, Wd, bd], x, target) => {
    const n = norm(x.ref, g1, b1);
    const mixed = attention(linear(n.ref, Wq, bq), linear(n.ref, Wk, bk), linear(n, Wv, bv));
    const h = x.add(linear(mixed, Wo, bo));
    const wide = nn.gelu(linear(norm(h.ref, g2, b2), Wu, bu), { approximate: false });
    const error = h.add(linear(wide, Wd, bd)).sub(target);
    return numpy.mean(error.ref.mul(error));
  };
}

/** Adam with the first step's bias corrections given as numbers, as the count of steps is not part of what is compiled. */
function adam(jax: Jax, loss: Loss, weights: readonly Weights[], x: JaxArray, y: JaxArray): () => JaxArray {
  const { numpy } = jax;
  const [beta1, beta2, eps] = [0.9, 0.999, 1e-8];
  const n = weights.length;
  const zeros = (): JaxArray[] => weights.map(({ shape, data }) => array(jax, new Float32Array(data.length), shape));
  let state = [...arrays(jax, weights), ...zeros(), ...zeros()];
  const step = jax.jit((state: JaxArray[], corrections: JaxArray[], x: JaxArray, y: JaxArray): JaxArray[] => {
    const params = state.slice(0, n);
    const [c1, c2] = corrections;
    const own = params.map((p) => p.ref);
    const [value, grads] = jax.valueAndGrad(loss)(own, x, y);
    const ms = grads.map((g, i) => state[n + i].mul(beta1).add(g.ref.mul(1 - beta1)));
    const vs = grads.map((g, i) => state[2 * n + i].mul(beta2).add(g.ref.mul(g).mul(1 - beta2)));
    const next = params.map((p, i) => {
      const root = numpy.sqrt(vs[i].ref.mul(c2.ref)).add(eps);
      return p.sub(ms[i].ref.mul(c1.ref).div(root).mul(LR));
    });
    return [value, ...next, ...ms, ...vs];
  });
  let t = 0;
  return () => {
    t++;
    const corrections = [1 / (1 - beta1 ** t), 1 / (1 - beta2 ** t)].map((c) => array(jax, Float32Array.of(c), []));
    const [value, ...next] = step(state, corrections, x.ref, y.ref);
    state = next;
    return value;
  };
}
