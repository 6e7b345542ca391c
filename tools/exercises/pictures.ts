/**
 * `npm run labs:pictures`: draws the pictures of the labs' statements from their recorded runs (pictured.ts in
 * a lab's folder) into that folder. `--check` writes nothing and fails when a picture or its text alternative is stale.
 */

import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Figure, show } from "termwise";
import { exerciseSlugs } from "../../grader/check/src/node/slugs.ts";
import { root } from "../root.ts";

interface Pictured {
  recording(): unknown;
  figures(recording: unknown): Readonly<Record<string, Figure>>;
}

/** Brings the pictures up to date, or says which are not: paths, and the alternatives that a statement should have. */
export async function labPictures({ check = false }: { check?: boolean } = {}): Promise<string[]> {
  const stale: string[] = [];
  for (const slug of exerciseSlugs(root)) {
    const folder = join(root, "exercises", slug);
    if (!existsSync(join(folder, "pictured.ts"))) continue;
    const lab = (await import(pathToFileURL(join(folder, "pictured.ts")).href)) as Pictured;
    const text = readFileSync(join(folder, "exercise.md"), "utf8");
    for (const [name, figure] of Object.entries(lab.figures(lab.recording()))) {
      const path = join(folder, `${name}.svg`);
      const svg = `${drawn(figure)}\n`;
      const due = !existsSync(path) || readFileSync(path, "utf8") !== svg;
      if (due && !check) writeFileSync(path, svg);
      if (due) stale.push(`exercises/${slug}/${name}.svg`);
      const image = `![${figure.alt}](${name}.svg)`;
      if (!text.includes(image)) stale.push(`exercises/${slug}/exercise.md should contain ${image}`);
    }
  }
  return stale;
}

/** The picture as a page shows it, made by the notebook kernel's own host. */
function drawn(figure: Figure): string {
  const { draw } = createRequire(import.meta.url)("../kernel/vega.cjs") as { draw(spec: unknown): string };
  const place = globalThis as { __termwise?: unknown };
  const before = place.__termwise;
  let svg = "";
  place.__termwise = {
    display: (data: Record<string, string>) => {
      svg = data["image/svg+xml"];
    },
    picture: (_mime: string, spec: unknown) => draw(spec),
  };
  try {
    show(figure);
  } finally {
    place.__termwise = before;
  }
  return svg;
}
