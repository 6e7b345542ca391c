/**
 * The bits of a run as one line each, and the committed ones. After a change of formulas that was meant:
 * `node lib/test/wasm/digest.ts > lib/test/wasm/digest.json`.
 */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { type Bits, bitsOf, run } from "./run.mjs";

/** Fails unless every number of the run has the committed bits. */
export function hasCommittedBits(bits: Bits): void {
  const committed = JSON.parse(readFileSync(new URL("digest.json", import.meta.url), "utf8"));
  assert.deepEqual(digestOf(bits), committed);
}

/** A hash of each list. */
export function digestOf(bits: Bits): Record<string, string> {
  const hash = (list: readonly number[]): string =>
    createHash("sha256")
      .update(new Uint8Array(Uint32Array.from(list).buffer))
      .digest("hex");
  return Object.fromEntries(Object.entries(bits).map(([name, list]) => [name, hash(list)]));
}

if (import.meta.main) {
  const library = await import("../../src/index.ts");
  console.log(JSON.stringify(digestOf(bitsOf(run(library))), null, 2));
}
