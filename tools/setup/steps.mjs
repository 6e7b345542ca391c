/** The steps of set-up. Each says whether it is done already, and what to remember once it is. */
import { existsSync, realpathSync, rmSync } from "node:fs";
import { join, sep } from "node:path";
import { Failure } from "./failures.mjs";
import { installJupyter } from "./jupyter.mjs";
import { link, nodeOfWheel, npmOf, stripsTypes, versionOf } from "./node.mjs";
import { root } from "./paths.mjs";
import { run, variables } from "./processes.mjs";
import { locks, makePython, pipInstall, sitePackages } from "./python.mjs";
import { hashOf, modulesMatch } from "./stamps.mjs";

const at = (...parts) => join(root, ...parts);
const LIBRARY = [at("tools", "build.ts"), at("package-lock.json"), ...["lib", "grader/check"].flatMap(sourcesOf)];
const JUPYTER = [
  at("tools", "setup", "jupyter.mjs"),
  at("tools", "kernel", "install.mjs"),
  at("tools", "labextension"),
  at("book", "assets", "js", "figure"),
  at("book", "assets", "js", "live"),
  at("book", "assets", "css", "figure-live.css"),
  ...LIBRARY, // live figures run it
];

/**
 * @typedef {import("./paths.mjs").Environment} Place
 * @typedef {import("./paths.mjs").State} State
 * @typedef {(state: State, detail: (text: string) => void) => Promise<object>} MakeStep
 * @typedef {{ name: string, title: string, done: (state: State) => boolean, make: MakeStep }} Step
 * @param {Place} place
 * @returns {Step[][]} in order; the steps of one row run side by side
 */
export function steps(place) {
  return [
    [pythonStep(place)],
    [nodeStep(place)],
    [packagesStep(place), modulesStep(place)],
    [libraryStep(place)],
    [jupyterStep(place)],
  ];
}

function pythonStep(place) {
  return {
    name: "python",
    title: place.kind === "venv" ? "virtual environment in .venv" : "Python of the conda environment",
    done: (state) => state.python === place.prefix && existsSync(place.python),
    make: async () => ({ pythonVersion: await makePython(place), python: place.prefix }),
  };
}

function nodeStep(place) {
  const { node: lock } = locks(root);
  return {
    name: "node",
    title: nodeTitle(place),
    done: (state) => existsSync(state.node ?? "") && (!state.nodeLock || state.nodeLock === hashOf([], [lock])),
    make: async (_, detail) => {
      if (place.kind === "conda") return checked(npmOf, join(place.bin, "node"));
      if (mayUseOurs(place)) return linked(place, { node: process.execPath, npm: npmOf(process.execPath) });
      await pipInstall(place, lock, detail);
      return { ...linked(place, nodeOfWheel(sitePackages(place))), nodeLock: hashOf([], [lock]) };
    },
  };
}

function nodeTitle(place) {
  if (place.kind === "conda") return "Node of the conda environment";
  return mayUseOurs(place) ? "Node and npm" : `Node 24 (this machine has ${process.version})`;
}

/** The Node that runs us will do, unless it is too old or the one that we brought ourselves. */
function mayUseOurs({ prefix }) {
  const brought = existsSync(prefix) && process.execPath.startsWith(realpathSync(prefix) + sep);
  return stripsTypes(process.version) && !brought;
}

function linked(place, { node, npm }) {
  link(place.bin, { node, npm });
  return checked(() => npm, node);
}

function checked(npm, node) {
  const version = versionOf(node);
  if (version && stripsTypes(version)) return { node, npm: npm(node, {}), nodeVersion: version, nodeLock: null };
  const reason = version ? `Node ${version} is too old.` : `${node} does not run on this machine.`;
  throw new Failure([node], "", { reason, remedy: "Install Node 24 (nodejs.org, or your system's packages)." });
}

function packagesStep(place) {
  const { packages: lock } = locks(root);
  const stamp = (state) => (place.kind === "conda" ? "by conda" : hashOf([state.pythonVersion ?? ""], [lock]));
  return {
    name: "packages",
    title: "Python packages",
    done: (state) => state.packages === stamp(state),
    make: async (state, detail) => {
      if (place.kind === "venv") await pipInstall(place, lock, detail);
      return { packages: stamp(state) };
    },
  };
}

function modulesStep(place) {
  return {
    name: "modules",
    title: "npm packages",
    done: () => modulesMatch(root),
    make: async ({ node, npm }) => {
      // npm would do this itself, but gives up on what an interrupted npm left behind.
      rmSync(at("node_modules"), { recursive: true, force: true, maxRetries: 8, retryDelay: 250 });
      const args = ["ci", "--no-audit", "--no-fund"];
      if (npm) await run(node, [npm, ...args], { env: variables(place.bin) });
      else await run("npm", args, { env: variables(place.bin) });
      return {};
    },
  };
}

function libraryStep(place) {
  const built = at("lib", "dist", "index.js");
  return {
    name: "library",
    title: "building the library",
    done: (state) => existsSync(built) && state.library === hashOf([], LIBRARY),
    make: async ({ node }) => {
      await run(node, ["tools/build.ts"], { env: variables(place.bin) });
      return { library: hashOf([], LIBRARY) };
    },
  };
}

function jupyterStep(place) {
  const kernel = join(place.prefix, "share", "jupyter", "kernels", "tslab", "kernel.json");
  const stamp = ({ node }) => hashOf([root, node ?? ""], JUPYTER);
  return {
    name: "jupyter",
    title: "kernel and JupyterLab settings",
    done: (state) => existsSync(kernel) && state.jupyter === stamp(state),
    make: async (state) => {
      await installJupyter(place, state.node);
      return { jupyter: stamp(state) };
    },
  };
}

function sourcesOf(folder) {
  return [at(folder, "package.json"), at(folder, "src"), at(folder, "data")];
}
