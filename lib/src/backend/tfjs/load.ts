/** Finds TensorFlow for Node where `npm run setup:gpu` put it. The library itself depends on no package. */
import { BackendError } from "../../core/errors.ts";
import type { TensorFlowModule } from "./tensorflow.ts";

export interface LoadOptions {
  /** How many threads TensorFlow uses for one operation; left out, as many as there are cores. */
  readonly threads?: number;
}

interface Loader {
  load(options: LoadOptions): TensorFlowModule;
}

/** The loader lies beside the built library and beside its sources. */
const PLACES = ["../accel/load.cjs", "../../../accel/load.cjs"];

/** Throws BackendError, with the reason and what to do, where there is no TensorFlow for Node. */
export function loadTensorFlow(options: LoadOptions): TensorFlowModule {
  const node = nodeModules();
  if (!node)
    throw missing(
      "this is not Node (or one older than 20.16)",
      "it runs in Node only; leave out setBackend and the default backend computes",
    );
  const found = PLACES.map((place) => new URL(place, import.meta.url)).find((url) => node.existsSync(url));
  if (!found)
    throw missing("the folder lib/accel of the course is not there", "npm run setup:gpu, in the folder of the course");
  try {
    return (node.createRequire(import.meta.url)(node.fileURLToPath(found)) as Loader).load(options);
  } catch (error) {
    const reason = error instanceof Error ? error.message.split("\n")[0] : String(error);
    throw missing(reason, "npm run setup:gpu, then restart the kernel");
  }
}

/** Node's own modules without an import, which a page could not load. */
function nodeModules() {
  const get = globalThis.process?.getBuiltinModule;
  if (get === undefined || !import.meta.url) return null;
  const { createRequire } = get("node:module");
  const { existsSync } = get("node:fs");
  const { fileURLToPath } = get("node:url");
  return { createRequire, existsSync, fileURLToPath };
}

function missing(reason: string, hint: string): BackendError {
  return new BackendError({
    op: 'setBackend("tfjs")',
    rule: "TensorFlow for Node cannot be loaded",
    got: reason,
    expected: "TensorFlow for Node, which npm run setup:gpu installs",
    hint,
  });
}
