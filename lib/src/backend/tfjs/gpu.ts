/** Whether there is a GPU to compute on, for cells and tests that need one. Chapter 26. */
import { BackendError } from "../../core/errors.ts";
import { loadTensorFlow } from "./load.ts";

/** Why setBackend("tfjs") would not compute on a GPU; "" when it would. Loads TensorFlow if it is set up. */
export function whyNoGpu(): string {
  try {
    const { isUsingGpuDevice } = loadTensorFlow({}).backend();
    return isUsingGpuDevice ? "" : "TensorFlow found no GPU on this machine";
  } catch (error) {
    if (error instanceof BackendError) return `${error.rule} (${error.got})`;
    throw error;
  }
}
