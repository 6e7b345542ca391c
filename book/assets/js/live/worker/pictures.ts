/** The pictures of mnist10k(): too large for the library, so the page brings them when a cell imports that name. */
import type { Fetch } from "./modules.ts";

interface Globals {
  /** gzip, in base64; the script that was fetched leaves it here. */
  termwisePacked?: Record<string, string>;
  /** Where the library looks. */
  termwiseData?: Record<string, Uint8Array>;
}
const there = globalThis as unknown as Globals;

export async function bringPictures(fetch: Fetch): Promise<void> {
  if (there.termwiseData?.mnist10k) return;
  await fetch("mnist10k");
  const packed = Uint8Array.from(atob(there.termwisePacked?.mnist10k ?? ""), (letter) => letter.charCodeAt(0));
  const plain = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  there.termwiseData = { ...there.termwiseData, mnist10k: new Uint8Array(await new Response(plain).arrayBuffer()) };
  delete there.termwisePacked;
}
