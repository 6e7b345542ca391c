// What Jupyter is told about a failed cell: the error's name, its message, and a trace in the reader's own lines.
const { inspect } = require("node:util");
const { frames, headline, sourceLine } = require("./cells.cjs");
const { hintFor, plain } = require("./hints.cjs");

const DIAGNOSTIC = "%s%d:%d - %s"; // tslab reports type errors with this format
const red = (text) => `\x1b[31m${text}\x1b[39m`;

/** tslab reports a failed cell through the `error` of the console it is given: these are the arguments it used. */
function describe(reports, source) {
  const diagnostics = reports.filter(([format]) => format === DIAGNOSTIC);
  if (diagnostics.length) return describeTypes(diagnostics, source.split("\n"));
  const thrown = reports[0]?.[0];
  if (thrown?.code === "ERR_SCRIPT_EXECUTION_INTERRUPTED" || thrown?.message === "Interrupted asynchronously") {
    return {
      ename: "Interrupted",
      evalue: "the cell was stopped",
      traceback: [red("Interrupted: the cell was stopped")],
    };
  }
  if (!(thrown instanceof Error)) {
    const evalue = typeof thrown === "string" ? thrown : inspect(thrown);
    return { ename: "Thrown", evalue, traceback: [red(`Thrown: ${evalue}`)] };
  }
  return { ename: thrown.name, evalue: thrown.message, traceback: trace(thrown) };
}

function trace(error) {
  const [first, ...rest] = headline(error).split("\n");
  const lines = [red(first), ...rest];
  for (const frame of frames(error)) {
    const text = sourceLine(frame.file, frame.line);
    const line = `    at ${frame.file}, line ${frame.line}${text && `: ${text}`}`;
    if (line !== lines.at(-1)) lines.push(line);
  }
  if (error.cause instanceof Error) lines.push("caused by", ...trace(error.cause));
  for (const each of error.errors ?? []) if (each instanceof Error) lines.push("one of", ...trace(each));
  return lines;
}

function describeTypes(diagnostics, source) {
  const lines = [];
  let before = "";
  for (const [, file, line, column, said] of diagnostics) {
    const message = plain(said);
    const place = `${file}line ${line}`;
    if (place === before)
      lines.push(`  ${message}`); // a further remark on the same fault
    else lines.push(red(`${place}: ${message}`), ...(file ? [] : excerpt(source[line - 1], column)));
    before = place;
    const hint = hintFor(message);
    if (hint) lines.push(`  ${hint}`);
  }
  const [, file, line, , message] = diagnostics[0];
  return { ename: "TypeScript", evalue: `${file}line ${line}: ${plain(message)}`, traceback: lines };
}

function excerpt(text = "", column = 1) {
  return text.trim() ? [`    ${text}`, `    ${" ".repeat(column - 1)}^`] : [];
}

module.exports = { describe };
