/** Finds a Python and makes the virtual environment, or repairs one that was left half-made. */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Failure } from "./failures.mjs";
import { windows } from "./paths.mjs";
import { run, variables } from "./processes.mjs";

const OLDEST = [3, 10];
const CANDIDATES = windows
  ? ["py", "python"]
  : ["python3", "python", "python3.13", "python3.12", "python3.11", "python3.10"];
const ABOUT = "import sys; print('%d.%d' % sys.version_info[:2], sys.executable)";

/** The first Python on PATH that is new enough; a Failure that lists what was found when there is none. */
export function findPython(env = process.env) {
  const seen = [];
  for (const name of CANDIDATES) {
    const { status, stdout } = spawnSync(name, ["-c", ABOUT], { encoding: "utf8", env });
    if (status !== 0) continue;
    const [version, file] = stdout.trim().split(/ (.*)/);
    const [major, minor] = version.split(".").map(Number);
    if (major === OLDEST[0] && minor >= OLDEST[1]) return { version, file };
    seen.push(`${name} is Python ${version}`);
  }
  throw new Failure(["python3"], "", {
    reason: `Python ${OLDEST.join(".")} or newer is needed; ${seen.length > 0 ? seen.join(", ") : "no Python was found"}.`,
    remedy:
      "Debian or Ubuntu: sudo apt install python3 python3-venv. macOS: brew install python. Or: conda activate termwise",
  });
}

/** Makes sure that the environment has a Python with pip. Returns its version. */
export async function makePython({ kind, prefix, python, bin }) {
  const env = variables(bin);
  if (kind === "venv" && !works(python, env)) {
    const base = findPython(env);
    await run(base.file, ["-m", "venv", "--clear", prefix], { env });
  }
  return (await run(python, ["-c", "import platform; print(platform.python_version())"], { env })).trim();
}

/** A Python that starts, is new enough and has pip; false for one that an interrupted set-up left half-made. */
function works(python, env) {
  if (!existsSync(python)) return false;
  const test = `import sys, pip; sys.exit(sys.version_info < (${OLDEST.join(", ")}))`;
  return spawnSync(python, ["-c", test], { env, stdio: "ignore" }).status === 0;
}

/** Where the environment keeps its Python packages. */
export function sitePackages({ python }) {
  const { stdout } = spawnSync(python, ["-c", "import sysconfig; print(sysconfig.get_path('purelib'))"], {
    encoding: "utf8",
  });
  return stdout.trim();
}

/** Installs exactly what a lock file lists. `onPackage` hears how many of them have been dealt with. */
export async function pipInstall({ python, bin }, lock, onPackage = () => {}) {
  const total = readFileSync(lock, "utf8")
    .split("\n")
    .filter((line) => /^[a-z0-9]/i.test(line)).length;
  let done = 0;
  const onLine = (line) => {
    if (/^(Collecting|Requirement already satisfied)/.test(line)) onPackage(`${Math.min(++done, total)}/${total}`);
    else if (/^Installing/.test(line)) onPackage("unpacking");
  };
  const args = ["-m", "pip", "install", "--disable-pip-version-check", "--no-input", "--no-deps", "-r", lock];
  await run(python, args, { env: variables(bin), onLine });
}

/** The lock files: everything that the course needs of Python, and Node out of a wheel where the machine's is too old. */
export const locks = (root) => ({
  packages: join(root, "tools", "requirements.lock"),
  node: join(root, "tools", "requirements-node.lock"),
});
