/** Loads the libraries to compare with, from tools/bench/node_modules and lib/accel. What is not there is left out. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { places } from "../../accel/places.ts";
import { accelStatus } from "../../accel/status.ts";
import { root } from "../../root.ts";
import type { Contestant } from "../measure.ts";
import { ours } from "../ours.ts";
import { jaxPeer } from "./jax.ts";
import type { Jax } from "./jax-api.ts";
import { type Onnx, onnxPeer } from "./onnx.ts";
import type { Absent, Peer } from "./peer.ts";
import { tfjsPeer } from "./tfjs.ts";
import type { Tf } from "./tfjs-api.ts";

const modules = (path: string): string => join(root, "tools", "bench", "node_modules", path);
const require = createRequire(join(root, "tools", "bench", "package.json"));

const loaders: Readonly<Record<string, () => Peer | Promise<Peer>>> = {
  "jax-js": async () => {
    const jax = (await import(pathToFileURL(modules("@jax-js/jax/dist/index.js")).href)) as Jax;
    const { version } = JSON.parse(readFileSync(modules("@jax-js/jax/package.json"), "utf8")) as { version: string };
    return jaxPeer(jax, version);
  },
  "tfjs-wasm": async () => {
    const tf = require("@tensorflow/tfjs-core") as Tf;
    const wasm = require("@tensorflow/tfjs-backend-wasm") as { setWasmPaths(folder: string): void };
    wasm.setWasmPaths(`${dirname(require.resolve("@tensorflow/tfjs-backend-wasm"))}/`);
    if (!(await tf.setBackend("wasm"))) throw new Error("it did not start");
    return tfjsPeer(tf, "tfjs-wasm", "wasm");
  },
  "tfjs-cpu": () => {
    require("@tensorflow/tfjs-backend-cpu");
    return tfjsPeer(require("@tensorflow/tfjs-core") as Tf, "tfjs-cpu", "cpu");
  },
  "onnxruntime-web": () => onnxPeer(require("onnxruntime-web") as Onnx, "onnxruntime-web", { native: false }),
  "onnxruntime-node": () => onnxPeer(require("onnxruntime-node") as Onnx, "onnxruntime-node", { native: true }),
  "tfjs-node": () => {
    const { load } = require(places.loader) as { load(options: { threads: number }): Tf };
    return tfjsPeer(load({ threads: 1 }), "tfjs-node", "tensorflow");
  },
  "tfjs backend": () => {
    if (accelStatus().state !== "ready") throw new Error("not set up");
    return {
      name: "tfjs backend",
      title: "this library on its tfjs backend",
      make: (program) => named(ours(program, "tfjs")),
    };
  },
};

const named = (contestant: Contestant): Contestant => ({ ...contestant, name: "tfjs backend" });

export async function loadPeers(): Promise<{ peers: Peer[]; absent: Absent[] }> {
  console.warn = () => {}; // TensorFlow.js warns of being loaded twice and advises other backends
  // Some of them define Worker, and with it jax-js would compute on several threads.
  Object.defineProperty(globalThis, "Worker", { get: () => undefined, set: () => {} });
  const peers: Peer[] = [];
  const absent: Absent[] = [];
  for (const [name, load] of Object.entries(loaders)) {
    try {
      peers.push(await load());
    } catch (error) {
      absent.push({ name, reason: reasonOf(name, error) });
    }
  }
  return { peers, absent };
}

function reasonOf(name: string, error: unknown): string {
  const text = error instanceof Error ? error.message.split("\n")[0] : String(error);
  if (name === "tfjs-node" || name === "tfjs backend") return `${text} (npm run setup:gpu)`;
  return /Cannot find (module|package)/.test(text) ? "not installed (npm run bench -- --setup)" : text;
}
