/** jax-js as a peer: every program inside jit, on its WebAssembly device. Its arrays are given away when they are passed on. */
import type { Contestant } from "../measure.ts";
import { ADDITIONS, LR, labels, layers, numbers, type Program, type Shape } from "../programs.ts";
import type { Peer } from "./peer.ts";

/** The part of jax-js that is used here. */
export interface Jax {
  init(device: "wasm"): Promise<unknown>;
  defaultDevice(device: "wasm"): unknown;
  jit<F extends (...args: never[]) => unknown>(f: F): F;
  grad<A extends unknown[]>(f: (...args: A) => JaxArray): (...args: A) => JaxArray;
  valueAndGrad<P, A extends unknown[]>(
    f: (params: P, ...rest: A) => JaxArray,
  ): (params: P, ...rest: A) => [JaxArray, P];
  blockUntilReady<T>(x: T): Promise<T>;
  readonly numpy: {
    array(data: Float32Array): JaxArray;
    matmul(a: JaxArray, b: JaxArray): JaxArray;
    matrixTranspose(a: JaxArray): JaxArray;
    exp(a: JaxArray): JaxArray;
    tanh(a: JaxArray): JaxArray;
    sum(a: JaxArray, axis?: number | null): JaxArray;
    mean(a: JaxArray): JaxArray;
  };
  readonly nn: {
    relu(a: JaxArray): JaxArray;
    gelu(a: JaxArray, options: { approximate: boolean }): JaxArray;
    softmax(a: JaxArray, axis: number): JaxArray;
    logSoftmax(a: JaxArray, axis: number): JaxArray;
  };
  readonly lax: { conv(x: JaxArray, w: JaxArray, stride: readonly number[], pad: "VALID"): JaxArray };
}

export interface JaxArray {
  /** The same array, to be given away once more. */
  readonly ref: JaxArray;
  readonly shape: number[];
  reshape(shape: Shape): JaxArray;
  add(other: JaxArray): JaxArray;
  sub(other: JaxArray): JaxArray;
  mul(other: JaxArray | number): JaxArray;
  dispose(): void;
  data(): Promise<Float32Array>;
}

export async function jaxPeer(jax: Jax, version: string): Promise<Peer> {
  await jax.init("wasm");
  jax.defaultDevice("wasm");
  return {
    name: "jax-js",
    title: `jax-js ${version}`,
    make(program) {
      const run = written(jax, program);
      if (run === null) return null;
      return {
        name: "jax-js",
        run: async () => (await jax.blockUntilReady(run())).dispose(),
        result: () => run().data(),
      } satisfies Contestant;
    },
  };
}

/** The work as a function that makes one new array. */
function written(jax: Jax, program: Program): (() => JaxArray) | null {
  const { numpy, nn } = jax;
  const input = (shape: Shape, seed?: number): JaxArray => numpy.array(numbers(shape, seed)).reshape(shape);
  switch (program.kind) {
    case "matmul": {
      const [a, b] = [input(program.a, 1), input(program.b, 2)];
      const { turned } = program;
      const f = jax.jit((a: JaxArray, b: JaxArray) =>
        numpy.matmul(turned === "a" ? numpy.matrixTranspose(a) : a, turned === "b" ? numpy.matrixTranspose(b) : b),
      );
      return () => f(a.ref, b.ref);
    }
    case "unary": {
      const x = input([program.size]);
      const { op } = program;
      const f = jax.jit((x: JaxArray) => (op === "gelu" ? nn.gelu(x, { approximate: false }) : numpy[op](x)));
      return () => f(x.ref);
    }
    case "softmax": {
      const x = input(program.shape);
      const f = jax.jit((x: JaxArray) => nn.softmax(x, -1));
      return () => f(x.ref);
    }
    case "sum": {
      const x = input(program.shape);
      const f = jax.jit((x: JaxArray) => numpy.sum(x, program.axis));
      return () => f(x.ref);
    }
    case "conv":
      return convolution(jax, program);
    case "mlp":
      return mlp(jax, program.batch, program.sizes);
    case "add": {
      if (program.backward) return null; // its gradients are fast inside jit only, and jit leaves nothing of this
      const [a, b] = [input([4], 1), input([4], 2)];
      return () => {
        let y = a.ref;
        for (let i = 0; i < ADDITIONS; i++) y = y.add(b.ref);
        return y;
      };
    }
    default:
      return null;
  }
}

function convolution(jax: Jax, { x, w, of }: Extract<Program, { kind: "conv" }>): () => JaxArray {
  const input = (shape: Shape, seed: number): JaxArray => jax.numpy.array(numbers(shape, seed)).reshape(shape);
  const [images, filters] = [input(x, 1), input(w, 2)];
  const conv = (x: JaxArray, w: JaxArray): JaxArray => jax.lax.conv(x, w, [1, 1], "VALID");
  const forward = jax.jit(conv);
  if (of === "output") return () => forward(images.ref, filters.ref);
  const shape = [x[0], w[0], x[2] - w[2] + 1, x[3] - w[3] + 1];
  const dy = input(shape, 3);
  const weighted = (x: JaxArray, w: JaxArray, dy: JaxArray): JaxArray => jax.numpy.sum(conv(x, w).mul(dy));
  if (of === "input") {
    const gradient = jax.jit(jax.grad(weighted));
    return () => gradient(images.ref, filters.ref, dy.ref);
  }
  const gradient = jax.jit(jax.grad((w: JaxArray, x: JaxArray, dy: JaxArray) => weighted(x, w, dy)));
  return () => gradient(filters.ref, images.ref, dy.ref);
}

/** A training step: loss, gradients and update in one compiled function. */
function mlp(jax: Jax, batch: number, sizes: readonly number[]): () => JaxArray {
  const { numpy, nn } = jax;
  let params = layers(sizes).map(({ data, shape }) => numpy.array(data).reshape(shape));
  const x = numpy.array(numbers([batch, sizes[0]], 9)).reshape([batch, sizes[0]]);
  const classes = sizes[sizes.length - 1];
  const y = numpy.array(labels(batch, classes).rows).reshape([batch, classes]);
  const loss = (params: JaxArray[], x: JaxArray, y: JaxArray): JaxArray => {
    let h = x;
    for (let i = 0; i < params.length; i += 2) {
      h = numpy.matmul(h, params[i]).add(params[i + 1]);
      if (i + 2 < params.length) h = nn.relu(h);
    }
    return numpy.mean(numpy.sum(y.mul(nn.logSoftmax(h, -1)), 1)).mul(-1);
  };
  const step = jax.jit((params: JaxArray[], x: JaxArray, y: JaxArray): JaxArray[] => {
    const [value, grads] = jax.valueAndGrad(loss)(
      params.map((p) => p.ref),
      x,
      y,
    );
    return [value, ...params.map((p, i) => p.sub(grads[i].mul(LR)))];
  });
  return () => {
    const [value, ...next] = step(params, x.ref, y.ref);
    params = next;
    return value;
  };
}
