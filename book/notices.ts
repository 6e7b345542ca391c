/** The licences of the code that pages load: they allow it on the condition that their notice comes along. */
import { globSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Metafile } from "esbuild";

/** A text with the name, version and licence of every package that these bundles contain, and of `others`. */
export function notices(root: string, bundles: readonly Metafile[], others: readonly string[]): string {
  const names = new Set(others);
  for (const { inputs } of bundles)
    for (const path of Object.keys(inputs)) {
      const name = /node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*node_modules\/)/.exec(path)?.[1];
      if (name) names.add(name);
    }
  const parts = [...names].sort().map((name) => noticeOf(root, name));
  return `Termwise's own code is under the MIT licence, its text and figures under CC BY 4.0.\nThe pages also contain:\n\n${parts.join("\n\n")}\n`;
}

function noticeOf(root: string, name: string): string {
  const folder = join(root, "node_modules", name);
  const { version, license, author, homepage } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const who = typeof author === "string" ? author : (author?.name ?? "");
  const found = globSync("LICEN[CS]E*{,/LICENSE}", { cwd: folder }).find((entry) =>
    statSync(join(folder, entry)).isFile(),
  );
  const text = found
    ? readFileSync(join(folder, found), "utf8").trim()
    : [license, who, homepage].filter(Boolean).join("\n");
  const line = "-".repeat(72);
  return `${line}\n${name} ${version} (${license})\n${line}\n${text}`;
}
