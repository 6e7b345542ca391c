/** jax-js as a peer: every program inside jit, on its WebAssembly device. Its arrays are given away when they are passed on. */
import type { Contestant } from "../measure.ts";
import { ADDITIONS, COMPARED_STEP, isTraining, lstmWeights, numbers, type Program, type Shape } from "../programs.ts";
import type { Jax, JaxArray } from "./jax-api.ts";
import { trainer } from "./jax-models.ts";
import type { Peer } from "./peer.ts";

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
        result() {
          for (let i = 1; isTraining(program) && i < COMPARED_STEP; i++) run().dispose();
          return run().data();
        },
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
    case "lstm":
      return lstm(jax, program);
    case "mlp":
    case "lenet":
    case "block":
      return trainer(jax, program);
    case "add": {
      if (program.backward) return null; // its gradients are fast inside jit only, and jit leaves nothing of this
      const [a, b] = [input([4], 1), input([4], 2)];
      return () => {
        let y = a.ref;
        for (let i = 0; i < ADDITIONS; i++) y = y.add(b.ref);
        return y;
      };
    }
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

function lstm(jax: Jax, { B, inputs, units }: Extract<Program, { kind: "lstm" }>): () => JaxArray {
  const { numpy, nn } = jax;
  const array = (data: Float32Array, shape: Shape): JaxArray => numpy.array(data).reshape(shape);
  const state = (width: number, seed: number): JaxArray => array(numbers([B, width], seed), [B, width]);
  const given = [state(inputs, 1), state(units, 2), state(units, 3)];
  const weights = lstmWeights(inputs, units).map(({ data, shape }) => array(data, shape));
  const cell = jax.jit((x: JaxArray, h: JaxArray, c: JaxArray, Wx: JaxArray, Wh: JaxArray, b: JaxArray): JaxArray => {
    const gates = numpy.matmul(x, Wx).add(numpy.matmul(h, Wh)).add(b);
    const [i, f, g, o] = numpy.split(gates, 4, 1);
    const memory = c.mul(nn.sigmoid(f)).add(numpy.tanh(g).mul(nn.sigmoid(i)));
    return numpy.tanh(memory).mul(nn.sigmoid(o));
  });
  return () => {
    const [x, h, c, Wx, Wh, b] = [...given, ...weights].map((array) => array.ref);
    return cell(x, h, c, Wx, Wh, b);
  };
}
