// One process for all formulas of a build: {tex, display} a line in, {html} or {error} a line out.

import { createRequire } from "node:module";
import { createInterface } from "node:readline";

const katex = createRequire(`${process.argv[2]}/`)("katex");
const macros = { "\\R": "\\mathbb{R}" };

createInterface({ input: process.stdin }).on("line", (line) => {
  const { tex, display } = JSON.parse(line);
  let answer;
  try {
    const options = { displayMode: display, output: "htmlAndMathml", throwOnError: true, strict: "error" };
    answer = { html: katex.renderToString(tex, { ...options, macros: { ...macros }, trust: false }) };
  } catch (error) {
    answer = { error: error.message };
  }
  process.stdout.write(`${JSON.stringify(answer)}\n`);
});
