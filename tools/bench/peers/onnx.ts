/** onnxruntime as a peer, in WebAssembly or native, one thread. It has no gradients; calling it costs a promise each time. */
import type { Contestant } from "../measure.ts";
import { lstmWeights, numbers, type Program, type Shape, type Weights } from "../programs.ts";
import { isShape, type Model, modelBytes } from "./onnx-model.ts";
import type { Peer } from "./peer.ts";

/** The part of onnxruntime that is used here. */
export interface Onnx {
  readonly env: { readonly versions: { readonly common: string }; readonly wasm: { numThreads?: number } };
  readonly Tensor: new (type: "float32", data: Float32Array, shape: Shape) => OnnxTensor;
  readonly InferenceSession: {
    create(model: Uint8Array, options: SessionOptions): Promise<Session>;
  };
}

interface SessionOptions {
  readonly executionProviders?: readonly ["wasm"];
  readonly intraOpNumThreads: 1;
  readonly interOpNumThreads: 1;
}

interface OnnxTensor {
  readonly data: Float32Array;
}

interface Session {
  run(inputs: Readonly<Record<string, OnnxTensor>>): Promise<{ readonly y: OnnxTensor }>;
}

/** Both packages share their list of providers, in which the native one comes first: WebAssembly must be named. */
export function onnxPeer(onnx: Onnx, name: string, { native }: { native: boolean }): Peer {
  onnx.env.wasm.numThreads = 1;
  return {
    name,
    title: `${name} ${onnx.env.versions.common}`,
    async make(program) {
      const model = modelOf(program);
      if (model === null) return null;
      const session = await onnx.InferenceSession.create(modelBytes(model), {
        ...(native ? {} : { executionProviders: ["wasm"] }),
        intraOpNumThreads: 1,
        interOpNumThreads: 1,
      });
      let given = 0;
      const inputs = Object.fromEntries(
        model.inputs.flatMap((shape, i) =>
          isShape(shape) ? [[`x${i}`, new onnx.Tensor("float32", numbers(shape, ++given), shape)]] : [],
        ),
      );
      return {
        name,
        run: () => session.run(inputs),
        result: async () => (await session.run(inputs)).y.data,
      } satisfies Contestant;
    },
  };
}

function modelOf(program: Program): Model | null {
  switch (program.kind) {
    case "matmul": {
      const { a, b, turned } = program;
      if (turned) return null;
      const lead = a.length > 2 ? a.slice(0, -2) : [];
      return { op: "MatMul", inputs: [a, b], output: [...lead, a[a.length - 2], b[b.length - 1]] };
    }
    case "unary": {
      const shape = [program.size];
      const op = { exp: "Exp", tanh: "Tanh", gelu: "Gelu" }[program.op];
      return { op, inputs: [shape], output: shape };
    }
    case "softmax":
      return { op: "Softmax", inputs: [program.shape], output: program.shape, attributes: { axis: -1 } };
    case "conv": {
      const { x, w, of } = program;
      if (of !== "output") return null;
      return { op: "Conv", inputs: [x, w], output: [x[0], w[0], x[2] - w[2] + 1, x[3] - w[3] + 1] };
    }
    case "lstm":
      return lstm(program);
    default:
      return null;
  }
}

/** One step of a sequence. Its gates stand in another order (i, o, f, g), its weights are transposed, its biases are two. */
function lstm({ B, inputs: D, units: H }: Extract<Program, { kind: "lstm" }>): Model {
  const [Wx, Wh, b] = lstmWeights(D, H);
  const gates = [0, 3, 1, 2];
  const place = (n: number): number => gates[Math.floor(n / H)] * H + (n % H);
  const turned = ({ shape: [K, N], data }: Weights): Weights => ({
    shape: [1, N, K],
    data: Float32Array.from({ length: N * K }, (_, i) => data[(i % K) * N + place(Math.floor(i / K))]),
  });
  const bias = Float32Array.from({ length: 8 * H }, (_, n) => (n < 4 * H ? b.data[place(n)] : 0));
  const state: Shape = [1, B, H];
  return {
    op: "LSTM",
    inputs: [[1, B, D], turned(Wx), turned(Wh), { shape: [1, 8 * H], data: bias }, null, state, state],
    output: state,
    place: 1, // all outputs, the last one, the last memory
    attributes: { hidden_size: H },
  };
}
