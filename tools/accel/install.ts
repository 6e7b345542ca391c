/** The steps that bring TensorFlow for Node here: npm's package, Python's C library, and one compiler call between them. */
import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, relative } from "node:path";
import { Failure } from "../setup/failures.mjs";
import { environment, readState } from "../setup/paths.mjs";
import { run, variables } from "../setup/processes.mjs";
import { hashOf } from "../setup/stamps.mjs";
import { cudaPackagesOf, findCompiler } from "./machine.ts";
import { type Found, type Installed, installed, places, versionHere } from "./places.ts";

const { bin, python, state } = environment();
const env = variables(bin);

/** Remembers what is finished. */
export function remember(changes: Installed): void {
  mkdirSync(places.native, { recursive: true });
  writeFileSync(places.state, `${JSON.stringify({ ...installed(), ...changes }, null, 2)}\n`);
}

/** Whether npm's packages are there in the versions that package.json names. */
export function hasPackages(): boolean {
  const wanted = JSON.parse(readFileSync(join(places.folder, "package.json"), "utf8")) as {
    dependencies: Record<string, string>;
  };
  return Object.entries(wanted.dependencies).every(([name, version]) => versionHere(name) === version);
}

export async function installPackages(): Promise<void> {
  const { node, npm } = readState(state);
  const args = ["ci", "--ignore-scripts", "--no-audit", "--no-fund"];
  if (node && npm) await run(node, [npm, ...args], { env, cwd: places.folder });
  else await run("npm", args, { env, cwd: places.folder });
}

/**
 * The C library out of the Python package. Python itself never uses it, so any Python's pip will do, and of the
 * package only the library and the C headers are kept.
 */
export async function installLibrary(wheel: string, detail: (text: string) => void): Promise<void> {
  const fresh = `${places.native}.new`;
  rmSync(fresh, { recursive: true, force: true });
  await pip(fresh, [wheel.split(" ")[0]], detail);
  prune(join(fresh, "tensorflow"));
  if (wheel.endsWith("with CUDA")) {
    const cuda = join(fresh, "cuda");
    await pip(cuda, cudaPackages(fresh), detail);
    renameSync(join(cuda, "nvidia"), join(fresh, "nvidia"));
    rmSync(cuda, { recursive: true });
  }
  rmSync(places.native, { recursive: true, force: true });
  renameSync(fresh, places.native);
  remember({ wheel });
}

/** Wheels for Python 3.11 exist for every system that TensorFlow supports. */
async function pip(target: string, packages: readonly string[], detail: (text: string) => void): Promise<void> {
  const only = ["--no-deps", "--only-binary=:all:", "--python-version", "3.11", "--implementation", "cp"];
  const quiet = ["--disable-pip-version-check", "--no-input", "--no-compile"];
  const onLine = (line: string): void => {
    if (/^(Downloading|Collecting)/.test(line)) detail(line.split(/\s+/).slice(0, 2).join(" ").toLowerCase());
    else if (/^Installing/.test(line)) detail("unpacking");
  };
  const scratch = `${places.native}.tmp`; // pip unpacks here; the system's own folder may be too small
  mkdirSync(scratch, { recursive: true });
  const args = ["-m", "pip", "install", ...quiet, ...only, "--target", target, ...packages];
  await run(python, args, { env: { ...env, TMPDIR: scratch }, onLine });
  rmSync(scratch, { recursive: true });
}

function cudaPackages(folder: string): string[] {
  const info = readdirSync(folder).find((name) => /^tensorflow-.*\.dist-info$/.test(name));
  return cudaPackagesOf(info ? readFileSync(join(folder, info, "METADATA"), "utf8") : "");
}

const HEADERS = ["tensorflow/c", "tensorflow/core/platform", "tsl/platform", "xla/tsl/c"];

/** Keeps the shared libraries, the licence and the headers of the C interface: 0.9 GB of 1.3 GB. */
function prune(folder: string): void {
  const headers = join(folder, "include.kept");
  for (const part of HEADERS) cpSync(join(folder, "include", part), join(headers, part), { recursive: true });
  for (const name of readdirSync(folder)) {
    const kept = name === "include.kept" || name === "THIRD_PARTY_NOTICES.txt" || /^lib.*\.(so|dylib)/.test(name);
    if (!kept) rmSync(join(folder, name), { recursive: true });
  }
  renameSync(headers, join(folder, "include"));
}

const sources = (): string[] =>
  ["tfjs_backend.cc", "tfjs_binding.cc"].map((name) => join(places.tfjs, "binding", name));

/** What the native part is made from, as a hash. */
export const buildStamp = (): string =>
  hashOf([installed().wheel ?? "", `${process.platform} ${process.arch}`], sources());

/** One compiler call. The native part finds TensorFlow through the link deps/lib, so nothing needs LD_LIBRARY_PATH. */
export async function buildAddon(): Promise<void> {
  const link = join(places.tfjs, "deps", "lib");
  mkdirSync(dirname(link), { recursive: true });
  if (lstatSync(link, { throwIfNoEntry: false })) rmSync(link, { recursive: true });
  symlinkSync(relative(dirname(link), places.tensorflow), link, "dir");
  mkdirSync(dirname(places.addon), { recursive: true });
  const mac = process.platform === "darwin";
  const includes = [
    places.tfjs,
    join(link, "include"),
    join(places.folder, "node_modules", "node-api-headers", "include"),
  ];
  const linking = mac
    ? ["-bundle", "-undefined", "dynamic_lookup", "-Wl,-rpath,@loader_path/../../deps/lib"]
    : ["-shared", "-Wl,-rpath,$ORIGIN/../../deps/lib"];
  const flags = ["-std=c++17", "-O2", "-fPIC", "-DNAPI_VERSION=8", ...includes.map((folder) => `-I${folder}`)];
  const libraries = ["tensorflow_cc", "tensorflow_framework"].map((name) => join(link, libraryFile(link, name)));
  await run(findCompiler(env), [...flags, ...sources(), ...libraries, ...linking, "-o", places.addon], { env });
  remember({ build: buildStamp() });
}

function libraryFile(folder: string, name: string): string {
  const file = readdirSync(folder).find((file) => file === `lib${name}.so.2` || file === `lib${name}.2.dylib`);
  if (file) return file;
  throw new Failure(["pip"], "", {
    reason: `The Python package of TensorFlow holds no lib${name}.`,
    remedy: `Delete ${places.native} and try again.`,
  });
}

export const isBuilt = (): boolean => existsSync(places.addon) && installed().build === buildStamp();

const SMOKE = `
const tf = require(process.argv[1]).load();
const x = tf.tensor2d([1, 2, 3, 4], [2, 2]);
const [a, b, c, d] = tf.matMul(x, x).dataSync();
if (a !== 7 || b !== 10 || c !== 15 || d !== 22) throw new Error("the product of two matrices is wrong");
const { binding, isUsingGpuDevice } = tf.backend();
console.log(JSON.stringify({ tensorflow: binding.TF_Version, tfjs: tf.version_core, gpu: Boolean(isUsingGpuDevice) }));`;

/** Loads it in a process of its own, multiplies two matrices, and remembers what it is. */
export async function smokeTest(): Promise<Found> {
  const output = await run(process.execPath, ["-e", SMOKE, places.loader], { env });
  const found = JSON.parse(output.trim().split("\n").at(-1) ?? "{}") as Found;
  remember({ found });
  return found;
}
