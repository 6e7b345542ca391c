/** The conformance tests of every backend, on TensorFlow: as it is, moving everything before every operation, and with 1 MB. */
import { describe, vi } from "vitest";
import type { Candidate } from "../support/backends.ts";
import { reason } from "./available.ts";

const options = { threads: 1 };
/** Its fold is a convolution with filters of zeros and ones, and 0 · ∞ is NaN. */
const finiteOnly = ["convTranspose1d", "convTranspose2d"];
const tfjs: readonly Candidate[] = [
  { name: "tfjs", options, within: 5e-6, finiteOnly },
  {
    name: "tfjs, moving every array before every operation",
    backend: "tfjs",
    options: { ...options, entries: 0 },
    within: 5e-6,
    finiteOnly,
  },
  {
    name: "tfjs with a list of 1 MB",
    backend: "tfjs",
    options: { ...options, bytes: 1 << 20 },
    within: 5e-6,
    finiteOnly,
  },
];

vi.mock("../support/backends.ts", async (original) => ({ ...(await original<object>()), backends: tfjs }));

describe.skipIf(reason !== "")("TensorFlow", async () => {
  await import("../golden.test.ts");
  await import("../adjoint.test.ts");
  await import("../properties.test.ts");
  await import("../conformance.test.ts");
});
