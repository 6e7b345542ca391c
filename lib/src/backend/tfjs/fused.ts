/** Composed functions for which TensorFlow has a kernel. Each must equal its composition; tests compare them. */
import type { FusedKernel } from "../backend.ts";
import { computed } from "./calls.ts";
import type { Held } from "./held.ts";
import type { TfjsMemory } from "./memory.ts";
import type { TensorFlow } from "./tensorflow.ts";

/** The kernels below, typed: handles of this backend are arrays of this backend. */
interface Pair<Options> {
  forward(inputs: readonly Held[], options: Options): { output: Held; saved: readonly Held[] } | null;
  backward(
    g: Held,
    inputs: readonly Held[],
    output: Held,
    saved: readonly Held[],
    options: Options,
    needs: readonly boolean[],
  ): readonly (Held | null)[];
}

export function fusedKernels(tensorflow: TensorFlow, memory: TfjsMemory): { readonly [name: string]: FusedKernel } {
  const kernels = {
    affine: affine(tensorflow, memory),
    softmax: rowwise("Softmax", tensorflow, memory),
    logSoftmax: rowwise("LogSoftmax", tensorflow, memory),
    crossEntropy: crossEntropy(tensorflow, memory),
  };
  return kernels as unknown as { readonly [name: string]: FusedKernel };
}

/** xW + b of a matrix x. Its gradients need no transposed copies, which TensorFlow would have to make otherwise. */
function affine(tensorflow: TensorFlow, memory: TfjsMemory): Pair<null> {
  const product = (a: Held, b: Held, turnA = false, turnB = false): number => {
    const turned = { transpose_a: turnA, transpose_b: turnB };
    const attributes = tensorflow.attributes(`product ${turnA} ${turnB}`, { T: "float" }, turned);
    return tensorflow.run("MatMul", attributes, [memory.idOf(a), memory.idOf(b)]);
  };
  return {
    forward([x, W, b]) {
      if (x.shape.length !== 2 || x.size === 0 || W.size === 0) return null;
      memory.begin();
      const bias = memory.idOf(b);
      const format = tensorflow.attributes("bias", { T: "float" }, { data_format: "NHWC" });
      const y = computed(tensorflow, (calls) => calls.run("BiasAdd", format, [calls.kept(product(x, W)), bias]));
      return { output: memory.hold([x.shape[0], W.shape[1]], y), saved: [] };
    },
    backward(g, [x, W, b], _output, _saved, _options, needs) {
      memory.begin();
      return [
        needs[0] ? memory.hold(x.shape, product(g, W, false, true)) : null,
        needs[1] ? memory.hold(W.shape, product(x, g, true, false)) : null,
        needs[2]
          ? memory.hold(
              b.shape,
              computed(tensorflow, (calls) => calls.sum(memory.idOf(g), [0], false)),
            )
          : null,
      ];
    },
  };
}

/** Softmax along the last axis: dx = y (g − Σ g y); and its logarithm: dx = g − eʸ Σ g. */
function rowwise(
  name: "Softmax" | "LogSoftmax",
  tensorflow: TensorFlow,
  memory: TfjsMemory,
): Pair<{ readonly axis: number }> {
  return {
    forward([x], { axis }) {
      if (axis !== x.shape.length - 1 || x.size === 0) return null;
      memory.begin();
      const y = computed(tensorflow, (calls) => calls.float(name, memory.idOf(x)));
      return { output: memory.hold(x.shape, y), saved: [] };
    },
    backward(upstream, [x], output, _saved, { axis }) {
      memory.begin();
      const [g, y] = [memory.idOf(upstream), memory.idOf(output)];
      const dx = computed(tensorflow, (calls) => {
        if (name === "LogSoftmax")
          return calls.float("Sub", g, calls.float("Mul", calls.float("Exp", y), calls.sum(g, [axis], true)));
        return calls.float("Mul", y, calls.float("Sub", g, calls.sum(calls.float("Mul", g, y), [axis], true)));
      });
      return [memory.hold(x.shape, dx)];
    },
  };
}

/** The mean of −log softmax at the labels. One kernel gives each row's loss and its gradient. */
function crossEntropy(tensorflow: TensorFlow, memory: TfjsMemory): Pair<{ readonly labels: Int32Array }> {
  return {
    forward([logits], { labels }) {
      if (logits.size === 0) return null;
      memory.begin();
      const attributes = tensorflow.attributes("crossEntropy", { T: "float", Tlabels: "int" });
      const list = tensorflow.ints(labels.slice());
      const inputs = [memory.idOf(logits), list];
      const [losses, rows] = tensorflow.runMany("SparseSoftmaxCrossEntropyWithLogits", attributes, inputs, 2);
      const mean = computed(tensorflow, (calls) => {
        for (const id of [list, losses]) calls.kept(id);
        return calls.float("Mul", calls.sum(losses, [0], false), calls.number(1 / labels.length));
      });
      return { output: memory.hold([], mean), saved: [memory.hold(logits.shape, rows)] };
    },
    backward(g, [logits], _output, [rows]) {
      memory.begin();
      const dx = computed(tensorflow, (calls) => {
        const share = calls.float("Mul", memory.idOf(g), calls.number(1 / logits.shape[0]));
        return calls.float("Mul", memory.idOf(rows), share);
      });
      return [memory.hold(logits.shape, dx)];
    },
  };
}
