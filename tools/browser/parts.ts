/** What a browser test needs besides the project; without it the test is skipped with the reason, or fails under CI. */
import { existsSync } from "node:fs";
import { relative } from "node:path";
import { root } from "../root.ts";
import { findChromium } from "./chromium.ts";

/** The reason why the test cannot run, or nothing. Throws instead when CI is set: there everything must be present. */
export function missingPart(needs: readonly { readonly path: string; readonly from: string }[]): string | undefined {
  const found = findChromium();
  const absent = needs.find(({ path }) => !existsSync(path));
  const reason =
    "missing" in found
      ? found.missing
      : absent && `${relative(root, absent.path)} is not there; ${absent.from} makes it`;
  if (reason && process.env.CI) throw new Error(reason);
  if (reason) console.warn(`skipped: ${reason}`);
  return reason || undefined;
}
