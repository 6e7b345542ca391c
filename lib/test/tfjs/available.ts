/** Whether TensorFlow for Node is set up here; where it must be and is not, the tests fail instead of being skipped. */
import { whyNoGpu } from "../../src/backend/tfjs/gpu.ts";
import { loadTensorFlow } from "../../src/backend/tfjs/load.ts";

/** Why tests on TensorFlow cannot run, or "" when they can. */
export const reason: string = findReason();
const required = process.env.CI === "true" && process.env.TERMWISE_ACCEL === "1";
if (reason !== "" && required) throw new Error(`TERMWISE_ACCEL=1 asks for TensorFlow: ${reason}`);
if (reason !== "") console.log(`skipped: ${reason}`);

function findReason(): string {
  try {
    loadTensorFlow({ threads: 1 });
    return "";
  } catch (error) {
    return error instanceof Error ? error.message.split("\n  ")[1] : String(error);
  }
}

/** Why tests that need a GPU cannot run, or "". */
export const noGpu: string = reason !== "" ? reason : whyNoGpu();
