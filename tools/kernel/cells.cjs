// Where a compiled cell came from: names for cells, and stack traces that speak of the reader's lines.
// Stacks show frames of cells and of the reader's own files; those of Node, tslab, packages and builds are left out.
const { SourceMap } = require("node:module");
const path = require("node:path");

const ROOT = path.resolve(__dirname, "../..");
const PREFIX = /^\((?:async )?function\(exports, require\) \{ /; // what tslab puts before a cell's code
const INLINE = /\n\/\/# sourceMappingURL=data:application\/json;base64,([\w+/=]+)\s*$/;

const cells = new Map(); // file name → { source, maps }
const positions = new WeakMap(); // error → frames, as of its first look
let current = { file: "cell", source: "" };
let latestMaps = [];

/** Called when a cell starts, before it is compiled. */
function begin(count, source) {
  current = { file: `cell [${count}]`, source };
}

/** tslab compiles twice: TypeScript to modern modules, then to CommonJS. This second step sees both source maps. */
function transpileModule(ts, code, options) {
  const inline = INLINE.exec(code);
  const compilerOptions = { ...options.compilerOptions, sourceMap: true };
  const done = ts.transpileModule(inline ? code.slice(0, inline.index) : code, { ...options, compilerOptions });
  latestMaps = inline ? [done.sourceMapText, Buffer.from(inline[1], "base64").toString()] : [];
  return { ...done, outputText: done.outputText.replace(/\/\/# sourceMappingURL=\S+\s*$/, "") };
}

/** The `vm` that tslab runs cells with: scripts get the cell's name. */
function namingVm(vm) {
  return {
    ...vm,
    runInThisContext(code, options) {
      const prefix = PREFIX.exec(code);
      if (!prefix) return vm.runInThisContext(code, options);
      const maps = latestMaps.map((text) => ({ text, map: null }));
      cells.set(current.file, { source: current.source, maps, wrapperLine: code.split("\n").length });
      return vm.runInThisContext(code, { ...options, filename: current.file, columnOffset: -prefix[0].length });
    },
  };
}

/** The reader's line and column (from 1) of a place in a compiled cell. */
function sourcePosition(file, line, column) {
  const { maps, wrapperLine } = cells.get(file);
  if (line === wrapperLine) return null; // tslab's call of the whole cell
  let at = { line: line - 1, column: column - 1 };
  for (const step of maps) {
    step.map ??= new SourceMap(JSON.parse(step.text));
    const entry = step.map.findEntry(at.line, at.column);
    if (entry.originalLine === undefined) return null;
    at = { line: entry.originalLine, column: entry.originalColumn };
  }
  return { line: at.line, column: at.column + 1 }; // tslab compiles one line of its own before the cell
}

function readable(site) {
  const file = site.getFileName() ?? "";
  const name = site.getFunctionName();
  if (cells.has(file)) {
    const at = sourcePosition(file, site.getLineNumber(), site.getColumnNumber());
    return at && { file, name, ...at };
  }
  const inside = path.relative(ROOT, file.replace(/^file:\/\//, ""));
  const foreign = !path.isAbsolute(file) && !file.startsWith("file:");
  if (foreign || inside.startsWith("..") || /(^|[\\/])(node_modules|dist|kernel)[\\/]/.test(inside)) return null;
  return { file: inside, name, line: site.getLineNumber(), column: site.getColumnNumber() };
}

const shown = ({ file, name, line, column }) =>
  name ? `    at ${name} (${file}:${line}:${column})` : `    at ${file}:${line}:${column}`;

/** `Error.prepareStackTrace`: without a frame of the reader's, the stack stays complete, for those who repair the kernel. */
function prepareStackTrace(error, sites) {
  const frames = sites.map(readable).filter(Boolean);
  const ours = frames.some((frame) => cells.has(frame.file));
  if (ours && typeof error === "object" && error !== null) positions.set(error, frames);
  const lines = ours ? frames.map(shown) : sites.map((site) => `    at ${site}`);
  return [headline(error), ...lines].join("\n");
}

function headline(error) {
  try {
    return Error.prototype.toString.call(error);
  } catch {
    return "Error";
  }
}

/** One line of a cell as the reader wrote it. */
const sourceLine = (file, line) => cells.get(file)?.source.split("\n")[line - 1]?.trim() ?? "";

/** The frames of an error that lie in cells and the reader's files, innermost first. */
function frames(error) {
  void error.stack; // the first look makes the frames
  return positions.get(error) ?? [];
}

module.exports = { begin, frames, headline, namingVm, prepareStackTrace, sourceLine, transpileModule };
