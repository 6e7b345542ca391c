/** What the library finds as globalThis.__termwise in the kernel: displays, recorded values, and pictures of charts. */
"use strict";
const path = require("node:path");
const vm = require("node:vm");

const kernel = () => require(path.join(path.dirname(require.resolve("tslab/package.json")), "dist", "jupyter.js"));
const VEGA_LITE = "application/vnd.vegalite.v5+json";

globalThis.__termwise = {
  display: (data, metadata = {}) => kernel().lastWriteDisplayData({ data, metadata }, false),
  // A recorded value travels as an update of a display that does not exist: JupyterLab shows and stores nothing,
  // the program that runs the chapters reads it.
  record: (name, text) =>
    kernel().lastWriteDisplayData(
      {
        data: { "application/vnd.termwise.value+json": { name, text } },
        metadata: {},
        transient: { display_id: `termwise-value-${name}` },
      },
      true,
    ),
  // Live figures: their functions must stand alone, and the first frame is drawn by what pages will get.
  freeNames: (source) => require("./free-names.cjs").freeNames(source),
  evaluate: (source) => vm.runInThisContext(`(${source})`, { filename: "live figure" }),
  checked: (result) => require("./progress.cjs").checked(result),
  picture: (mime, spec) => (mime === VEGA_LITE ? require("./vega.cjs").draw(spec) : ""),
};
