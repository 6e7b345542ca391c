/** Puts the kernel, the figure extension and the settings into the environment's share of JupyterLab. */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { installKernel } from "../kernel/install.mjs";
import { installExtension } from "../labextension/install.mjs";
import { root } from "./paths.mjs";

const SETTINGS = {
  // The root package.json says "module"; without this, JupyterLab's own scripts in the environment would not load.
  "package.json": { private: true, type: "commonjs" },
  "etc/jupyter/jupyter_server_config.json": {
    MultiKernelManager: { default_kernel_name: "tslab" },
    KernelSpecManager: { allowed_kernelspecs: ["tslab"], ensure_native_kernel: false },
    LabApp: { extension_manager: "readonly" },
  },
  "share/jupyter/lab/settings/overrides.json": {
    "@jupyterlab/apputils-extension:notification": { fetchNews: "false", checkForUpdates: false },
    "@jupyterlab/completer-extension:manager": { autoCompletion: true },
    "@jupyterlab/extensionmanager-extension:plugin": { enabled: false },
    "@jupyterlab/docmanager-extension:plugin": { defaultViewers: { markdown: "Markdown Preview" } },
    "@jupyterlab/fileeditor-extension:plugin": { editorConfig: { lineNumbers: true, tabSize: 2 } },
  },
};

/** Writes kernel, figure extension and settings into the environment at `prefix`. */
export function installJupyter({ kind, prefix }, node) {
  installKernel({ prefix, node, root });
  for (const [path, value] of Object.entries(SETTINGS)) {
    if (path === "package.json" && kind === "conda") continue;
    writeJson(join(prefix, ...path.split("/")), value);
  }
  installExtension({ prefix });
}

function writeJson(file, value) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`);
}
