// Loaded with `node --require` before tslab: cures what stock tslab 1.0.22 lacks (README.md lists it) without touching it.
const fs = require("node:fs");
const Module = require("node:module");
const path = require("node:path");
const cells = require("./cells.cjs");
const { failures, repair, unboundedPublisher } = require("./messages.cjs");
const { patch } = require("./patches.cjs");
const { withStill } = require("./stills.cjs");
require("./host.cjs");

const TSLAB = path.dirname(path.dirname(fs.realpathSync(process.argv[1])));
const { version } = JSON.parse(fs.readFileSync(path.join(TSLAB, "package.json"), "utf8"));
const fileOfTslab = (filename = "") =>
  path.dirname(filename) === path.join(TSLAB, "dist") ? path.basename(filename) : "";

dieWithServer();
const { display } = globalThis.__termwise;
globalThis.__termwise.display = (data, metadata) => display(withStill(data), metadata);
Error.stackTraceLimit = 50; // the reader's cell may lie deep below the library
Error.prepareStackTrace = cells.prepareStackTrace;

const compile = Module.prototype._compile;
Module.prototype._compile = function (text, filename, ...rest) {
  const file = fileOfTslab(filename);
  return compile.call(this, file ? patch(file, text, version) : text, filename, ...rest);
};

// What tslab's own files get when they require these.
const changed = new Map();
const CHANGES = {
  zeromq: unboundedPublisher,
  vm: cells.namingVm,
  "@tslab/typescript-for-tslab": (ts) => new Proxy(ts, { get: (target, key) => compiler(target)[key] ?? target[key] }),
  "./executor": (executor) => ({
    ...executor,
    createExecutor: (root, converters) => executor.createExecutor(root, converters, failures),
  }),
  "./jupyter": (jupyter) => {
    repair(jupyter, require(require.resolve("@tslab/typescript-for-tslab", { paths: [TSLAB] })).version);
    return jupyter;
  },
};

const load = Module._load;
Module._load = function (id, parent, isMain) {
  const loaded = load.call(this, id, parent, isMain);
  if (!Object.hasOwn(CHANGES, id) || !fileOfTslab(parent?.filename)) return loaded;
  if (!changed.has(id)) changed.set(id, CHANGES[id](loaded));
  return changed.get(id);
};

/** Strict types, packages with `exports`, and source maps for both of tslab's compilations. */
function compiler(ts) {
  const options = {
    strict: true,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    lib: ["lib.es2023.d.ts"],
    inlineSourceMap: true,
  };
  return {
    createWatchCompilerHost: (files, given, ...rest) =>
      ts.createWatchCompilerHost(files, { ...given, ...options }, ...rest),
    transpileModule: (code, given) => cells.transpileModule(ts, code, given),
  };
}

/** A kernel whose server was killed would stay for ever, with 200 MB. */
function dieWithServer() {
  if (!process.env.JPY_PARENT_PID) return;
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && process.exit(0), 2000).unref();
}
