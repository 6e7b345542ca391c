/**
 * Loads TensorFlow for Node, as `npm run setup:gpu` installed it. `load()` returns the module, or throws an error whose
 * message says in one line why it cannot be had. The library calls this when someone chooses setBackend("tfjs").
 */
"use strict";
const { existsSync } = require("node:fs");
const { join } = require("node:path");
const util = require("node:util");

const name = "@tensorflow/tfjs-node-gpu";

/** threads: how many TensorFlow uses for one operation; left out, as many as there are cores. */
exports.load = ({ threads } = {}) => {
  if (process.platform === "win32") throw new Error("TensorFlow for Node does not work on Windows itself, but in WSL2");
  if (!existsSync(join(__dirname, "node_modules", name))) throw new Error(`${name} is not installed`);
  if (!existsSync(join(__dirname, "node_modules", name, "lib", "napi-v8", "tfjs_binding.node"))) {
    throw new Error(`${name} is installed, but its native part is not built`);
  }
  prepareNode();
  prepareTensorFlow(threads);
  const tf = quietly(() => require(name));
  checkThatItComputes(tf);
  return tf;
};

/** Node 23 dropped two functions that tfjs-node calls for nearly every operation. */
function prepareNode() {
  util.isNullOrUndefined ??= (x) => x === null || x === undefined;
  util.isArray = Array.isArray; // still there in Node 24, where it prints a warning
}

/** Read by the C library when it is loaded: no chatter, GPU memory as needed instead of all at once. */
function prepareTensorFlow(threads) {
  process.env.TF_CPP_MIN_LOG_LEVEL ??= "3";
  process.env.TF_FORCE_GPU_ALLOW_GROWTH ??= "true";
  process.env.NVIDIA_TF32_OVERRIDE ??= "0"; // float32 means float32, not products of 11 bits
  process.env.TF_ENABLE_ONEDNN_OPTS ??= "0"; // no slower here, and sums keep one order
  if (threads) process.env.TF_NUM_INTRAOP_THREADS = process.env.TF_NUM_INTEROP_THREADS = String(threads);
}

/** The loader of the native part uses deprecated functions of Node; that is no concern of the reader. */
function quietly(f) {
  const before = process.noDeprecation;
  process.noDeprecation = true;
  try {
    return f();
  } finally {
    process.noDeprecation = before;
  }
}

/** A real operation, because a library that loads may still not work. */
function checkThatItComputes(tf) {
  const [a, b] = [tf.tensor1d([1, 2]), tf.tensor1d([3, 4])];
  const sum = tf.add(a, b);
  const [x, y] = sum.dataSync();
  tf.dispose([a, b, sum]);
  if (x !== 4 || y !== 6) throw new Error(`TensorFlow computed [1, 2] + [3, 4] = [${x}, ${y}]`);
}
