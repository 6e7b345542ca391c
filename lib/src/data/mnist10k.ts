/** 10,000 of MNIST's handwritten digits: 28×28 grey values and what was meant. Datasheet: lib/data/mnist10k.md. Chapter 3. */
import { ValueError } from "../core/errors.ts";
import { tensor } from "../tensor/create.ts";
import { reshape } from "../tensor/movement.ts";
import type { Digits } from "./digits.ts";

/** How many pictures of each digit there are, in the order of the file. */
const COUNTS = [1001, 1127, 991, 1032, 980, 863, 1014, 1070, 944, 978];
const PIXELS = 28 * 28;
/** The file lies beside the built library and beside its sources. */
const PLACES = ["../data/mnist10k.bin.gz", "../../data/mnist10k.bin.gz"];

/**
 * The pictures, x: [10000, 784] with ink from 0 to 1, sorted by digit: shuffle before you cut (split does). They are
 * read from a file of the course; in the book the page brings them when a cell imports this name. Throws ValueError
 * where they are not. LeCun et al. 1998; chapter 3.
 * @example
 * mnist10k().images.shape; // [ 10000, 28, 28 ]
 */
export function mnist10k(): Digits {
  const bytes = readBytes();
  const y = Int32Array.from(COUNTS.flatMap((count, digit) => new Array<number>(count).fill(digit)));
  const x = tensor(
    Float32Array.from(bytes, (v) => v / 255),
    { shape: [y.length, PIXELS] },
  );
  return { x, y, images: reshape(x, [y.length, 28, 28]) };
}

/** What a page brought, or a file, read with Node's own modules without an import, which a page could not load. */
function readBytes(): Uint8Array {
  const brought = (globalThis as { termwiseData?: { mnist10k?: Uint8Array } }).termwiseData?.mnist10k;
  if (brought) return brought;
  const get = globalThis.process?.getBuiltinModule;
  if (get === undefined || !import.meta.url)
    throw missing("a page that did not bring them, or a Node older than 20.16");
  const { existsSync, readFileSync } = get("node:fs");
  const found = PLACES.map((place) => new URL(place, import.meta.url)).find((url) => existsSync(url));
  if (found === undefined) throw missing("no lib/data/mnist10k.bin.gz");
  return get("node:zlib").gunzipSync(readFileSync(found));
}

function missing(got: string): ValueError {
  return new ValueError({
    op: "mnist10k",
    rule: "the pictures are not here",
    got,
    expected: "a cell of the book, or Node and the folder of the course",
    hint: "digits() has 1,797 smaller ones that work everywhere",
  });
}
