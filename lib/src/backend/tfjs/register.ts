/** Makes `tfjs` known. TensorFlow is looked for when somebody chooses it, never before. */
import { registerBackend } from "../current.ts";
import { loadTensorFlow } from "./load.ts";
import { TfjsBackend } from "./tfjs.ts";

registerBackend("tfjs", (options) => new TfjsBackend(loadTensorFlow(options), options));
