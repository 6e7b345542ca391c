/** What this machine can do for TensorFlow: system, compiler, room on the disk, an NVIDIA driver. */
import { spawnSync } from "node:child_process";
import { existsSync, statfsSync } from "node:fs";
import { Failure } from "../setup/failures.mjs";

/** The release of TensorFlow whose C library is used. */
export const TENSORFLOW = "2.21.0";

export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly arch: string;
}

/** Throws a Failure where TensorFlow has no C library for Node. */
export function checkSystem({ platform, arch }: Machine = process): void {
  const known = { linux: ["x64", "arm64"], darwin: ["arm64"] } as Readonly<Record<string, readonly string[]>>;
  if (known[platform]?.includes(arch)) {
    if (platform === "linux" && musl()) throw unsupported("this Linux has musl instead of glibc");
    return;
  }
  if (platform === "win32") {
    throw unsupported("TensorFlow's package for Windows holds no C library", "Use the course in WSL2 (Ubuntu).");
  }
  throw unsupported(`there is no TensorFlow package for ${platform} on ${arch}`);
}

function unsupported(why: string, otherwise = ""): Failure {
  const rest = 'Everything else works without it: the default backend is "wasm".';
  return new Failure(["setup:gpu"], "", {
    reason: `TensorFlow for Node cannot be had here: ${why}.`,
    remedy: `${otherwise} ${rest}`.trim(),
  });
}

function musl(): boolean {
  const report = process.report.getReport() as { header?: { glibcVersionRuntime?: string } };
  return report.header?.glibcVersionRuntime === undefined;
}

/** The C++ compiler's command. Throws a Failure when there is none. */
export function findCompiler(env: NodeJS.ProcessEnv = process.env, platform: string = process.platform): string {
  const commands = env.CXX ? [env.CXX] : platform === "darwin" ? ["clang++"] : ["g++", "clang++"];
  const found = commands.find((command) => spawnSync(command, ["--version"], { env, stdio: "ignore" }).status === 0);
  if (found) return found;
  throw new Failure(commands, "", {
    reason: `There is no C++ compiler (looked for ${commands.join(" and ")}).`,
    remedy:
      platform === "darwin"
        ? "xcode-select --install"
        : "Debian or Ubuntu: sudo apt install g++. Fedora: sudo dnf install gcc-c++. Or name one in CXX.",
  });
}

/** Whether an NVIDIA driver is loaded. */
export function hasNvidiaDriver(): boolean {
  if (existsSync("/proc/driver/nvidia/version")) return true;
  return spawnSync("nvidia-smi", ["-L"], { stdio: "ignore" }).status === 0;
}

/** The Python package with the right C library; only Linux on x64 has one with and one without CUDA. */
export function wheelFor(gpu: boolean, { platform, arch }: Machine = process): string {
  const small = platform === "linux" && arch === "x64" && !gpu;
  return `${small ? "tensorflow-cpu" : "tensorflow"}==${TENSORFLOW}${gpu ? " with CUDA" : ""}`;
}

/** Throws a Failure unless there is room for what will be downloaded and unpacked. */
export function checkRoom(folder: string, gpu: boolean): void {
  const needed = gpu ? 12e9 : 2.5e9;
  const { bavail, bsize } = statfsSync(folder);
  if (bavail * bsize >= needed) return;
  const gigabytes = (bytes: number): string => `${(bytes / 1e9).toFixed(1)} GB`;
  throw new Failure(["df", folder], "", {
    reason: `The disk has ${gigabytes(bavail * bsize)} free, and ${gigabytes(needed)} are needed meanwhile.`,
    remedy: `Free ${gigabytes(needed - bavail * bsize)}; afterwards TensorFlow takes ${gpu ? "about 6 GB" : "about 1.2 GB"}.`,
  });
}

/** The packages of TensorFlow's extra "and-cuda", in the versions that it accepts, out of its METADATA. */
export function cudaPackagesOf(metadata: string): string[] {
  const lines = metadata.matchAll(/^Requires-Dist: ([^;\n]+);.*extra == ['"]and-cuda['"]/gm);
  return [...lines].map(([, name]) => name.replaceAll(/[\s()]/g, ""));
}
