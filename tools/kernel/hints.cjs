// What TypeScript's messages leave out for somebody in a notebook of this course.

const OPERATORS = { "+": "add", "-": "sub", "*": "mul", "/": "div", "**": "pow", ">": "greater", "<": "less" };

/** The message without the library's folders, and without a guess that would lead astray. */
const plain = (message) =>
  message.replace(/import\("[^"]*"\)\./g, "").replace(/ Did you mean '(\w+)'\?$/, guess(message));

/** TypeScript guesses 'Tensor' for tensor, but only where the reader forgot to import the one that was meant. */
const guess = (message) => (exported(missingName(message)) ? "" : " Did you mean '$1'?");

const missingName = (message) => /^Cannot find name '(\w+)'/.exec(message)?.[1];

/** A line that says what to do, or "". */
function hintFor(message) {
  const name = missingName(message);
  if (exported(name)) return `hint: import { ${name} } from "termwise";`;
  if (name) return `hint: run the cell that defines ${name}, to its end: what a failed cell defined is lost`;
  const [, operator] = /^Operator '(.+?)' cannot be applied to types .*Tensor/.exec(message) ?? [];
  const method = OPERATORS[operator];
  return method ? `hint: TypeScript has no operators for tensors; write a.${method}(b)` : "";
}

function exported(name) {
  try {
    return name !== undefined && name in require("termwise");
  } catch {
    return false; // the library is not built: then the message is about that
  }
}

module.exports = { hintFor, plain };
