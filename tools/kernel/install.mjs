// Writes the kernel's specification with this checkout's paths: node tools/kernel/install.mjs --prefix .venv
// Plain JavaScript, because set-up runs it under whatever Node the machine has.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { argv, execPath, exit, platform, stdout } from "node:process";
import { fileURLToPath } from "node:url";

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), "../..");

/** Installs the kernel under prefix/share/jupyter/kernels. Returns the path of kernel.json and whether it changed. */
export function installKernel({ prefix, node = nodeOf(prefix), root = ROOT }) {
  const folder = join(resolve(prefix), "share", "jupyter", "kernels", "tslab");
  const file = join(folder, "kernel.json");
  const text = `${JSON.stringify(kernelSpec({ node, root }), null, 2)}\n`;
  const changed = !existsSync(file) || readFileSync(file, "utf8") !== text;
  if (changed) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, text);
  }
  return { file, changed };
}

export function kernelSpec({ node, root }) {
  const preload = join(root, "tools", "kernel", "preload.cjs");
  const tslab = join(root, "node_modules", "tslab", "bin", "tslab");
  return {
    argv: [node, "--require", preload, tslab, "kernel", "--config-path", "{connection_file}"],
    display_name: "TypeScript",
    language: "typescript",
    interrupt_mode: "signal",
  };
}

/** The Node that runs notebooks: the one beside the prefix's Python, else the one that runs this file. */
function nodeOf(prefix) {
  const own = platform === "win32" ? join(resolve(prefix), "node.exe") : join(resolve(prefix), "bin", "node");
  return existsSync(own) ? own : execPath;
}

if (argv[1] && resolve(argv[1]) === fileURLToPath(import.meta.url)) {
  const at = argv.indexOf("--prefix");
  if (at < 0 || !argv[at + 1]) {
    stdout.write("usage: node tools/kernel/install.mjs --prefix FOLDER (of a Python environment)\n");
    exit(1);
  }
  const { file, changed } = installKernel({ prefix: argv[at + 1] });
  stdout.write(`${changed ? "wrote" : "up to date:"} ${file}\n`);
}
