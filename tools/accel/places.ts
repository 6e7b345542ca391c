/** Where the parts of TensorFlow for Node lie, and what set-up remembers about them. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../root.ts";

const folder = join(root, "lib", "accel");
const tfjs = join(folder, "node_modules", "@tensorflow", "tfjs-node-gpu");
const native = join(folder, "native");

export const places = {
  /** Our package with the loader; everything that set-up adds is inside it. */
  folder,
  loader: join(folder, "load.cjs"),
  /** The npm package, whose native part is built here. */
  tfjs,
  addon: join(tfjs, "lib", "napi-v8", "tfjs_binding.node"),
  /** The Python package's C library. */
  native,
  tensorflow: join(native, "tensorflow"),
  state: join(native, "installed.json"),
} as const;

/** What was installed last. */
export interface Installed {
  /** The Python packages, as pip was asked for them. */
  readonly wheel?: string;
  /** A hash of everything that the native part was built from. */
  readonly build?: string;
  /** What the smoke test found. */
  readonly found?: Found;
}

export interface Found {
  readonly tensorflow: string;
  readonly tfjs: string;
  /** Whether TensorFlow computes on a GPU. */
  readonly gpu: boolean;
}

export function installed(): Installed {
  try {
    return JSON.parse(readFileSync(places.state, "utf8")) as Installed;
  } catch {
    return {};
  }
}

/** The version of a package in lib/accel's node_modules, or null. */
export function versionHere(name: string): string | null {
  const file = join(folder, "node_modules", name, "package.json");
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as { version: string }).version : null;
}
