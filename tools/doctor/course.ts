/** Looks at what the course itself needs: programs, packages, library, kernel, notebooks. */
import { existsSync, readdirSync, statfsSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { root } from "../root.ts";
import { environment, readState } from "../setup/paths.mjs";
import { modulesMatch } from "../setup/stamps.mjs";
import { type Finding, firstLine, missing, ok, probe } from "./finding.ts";

const SETUP = "Remedy: npm run setup";

export function examineCourse(): Finding[] {
  return [disk(), environmentFinding(), node(), packages(), modules(), library(), lab(), kernel(), notebooks()];
}

function disk(): Finding {
  const { bavail, bsize } = statfsSync(root);
  const free = (bavail * bsize) / 1e9;
  const found = `${free.toFixed(1)} GB free`;
  return free > 1 ? ok("Disk", found) : missing("Disk", found, "Remedy: free about 2 GB.");
}

function environmentFinding(): Finding {
  const { kind, prefix } = environment();
  const version = firstLine("python", "--version");
  const where = kind === "conda" ? `the conda environment ${prefix}` : ".venv";
  return version ? ok("Python", `${version} in ${where}`) : missing("Python", "not found", SETUP);
}

function node(): Finding {
  return ok("Node", `${process.version}${process.execPath.startsWith(root) ? " in .venv" : ", this machine's own"}`);
}

function packages(): Finding {
  const { status, stdout, stderr } = probe("python", "-m", "pip", "check", "--disable-pip-version-check");
  if (readState(environment().state).packages === undefined) return missing("Python packages", "not installed", SETUP);
  if (status === 0) return ok("Python packages", "complete, and they fit together");
  return missing("Python packages", (stdout || stderr).trim().split("\n")[0], SETUP);
}

function modules(): Finding {
  if (modulesMatch(root)) return ok("npm packages", "as package-lock.json says");
  return missing("npm packages", "not as package-lock.json says", SETUP);
}

function library(): Finding {
  const built = ["lib", "grader/check"].filter((folder) => existsSync(join(root, folder, "dist", "index.js")));
  return built.length === 2 ? ok("Library", "built") : missing("Library", "not built", "Remedy: npm run build");
}

function lab(): Finding {
  const version = firstLine("python", "-m", "jupyterlab", "--version");
  return version ? ok("JupyterLab", version) : missing("JupyterLab", "does not start", SETUP);
}

/** Starts the kernel and computes something with it: a file that is there may still not work. */
function kernel(): Finding {
  const { status, stdout, stderr } = probe("python", join(root, "tools", "doctor", "kernel.py"));
  if (status === 0 && stdout.trim() === "1 4 9") return ok("Kernel", "TypeScript starts and computes");
  const said = (stdout.trim() || stderr.trim()).split("\n").at(-1) ?? "";
  return missing(
    "Kernel",
    `does not work: ${said}`,
    `${SETUP}; if that changes nothing, delete .venv and node_modules first.`,
  );
}

function notebooks(): Finding {
  const folder = join(root, "work");
  const count = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".ipynb")).length : 0;
  return count > 0 ? ok("Your notebooks", `${count} in work/`) : ok("Your notebooks", "none yet; npm start makes them");
}
