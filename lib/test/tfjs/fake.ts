/** TensorFlow's native part for tests of the memory rules: addition, copies and reshaping, and a count of what is alive. */
import type { Binding, TensorFlowModule } from "../../src/backend/tfjs/tensorflow.ts";

export interface Fake extends TensorFlowModule {
  /** Arrays that were made and not deleted. */
  readonly alive: ReadonlyMap<number, Float32Array>;
}

export function fakeTensorFlow(): Fake {
  const alive = new Map<number, Float32Array>();
  let next = 0;
  const add = (values: Float32Array): number => {
    alive.set(next, values);
    return next++;
  };
  const get = (id: number): Float32Array => {
    const found = alive.get(id);
    if (!found) throw new Error(`array ${id} was deleted`);
    return found;
  };
  const operations: Readonly<Record<string, (inputs: Float32Array[]) => Float32Array>> = {
    AddV2: ([a, b]) => a.map((v, i) => v + b[i]),
    Identity: ([a]) => a,
    Reshape: ([a]) => a,
  };
  const binding: Binding = {
    TF_Version: "fake",
    TF_FLOAT: 1,
    TF_INT32: 3,
    TF_BOOL: 10,
    TF_ATTR_TYPE: 0,
    TF_ATTR_BOOL: 1,
    TF_ATTR_INT: 2,
    TF_ATTR_STRING: 3,
    createTensor: (_shape, _type, values) => add(Float32Array.from(values)),
    executeOp: (name, _attributes, inputs) => [{ id: add(operations[name](inputs.map(get))) }],
    tensorDataSync: (id) => get(id).slice(),
    deleteTensor: (id) => {
      get(id);
      alive.delete(id);
    },
  };
  return { backend: () => ({ binding, isUsingGpuDevice: false }), alive };
}
