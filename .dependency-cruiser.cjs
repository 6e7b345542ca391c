// The layer rules: a file of the library imports from its own layer or lower ones, and nobody imports a table of contents.
const LAYERS = [
  ["core"],
  ["backend"],
  ["tensor"],
  ["functional"],
  ["data", "text", "metrics", "stats", "init", "scalar", "testing"],
  ["nn"],
  ["optim"],
  ["train"],
];
const LOWEST = ["figures"]; // charts are made from plain numbers: they know nothing of tensors

const inLayer = (names) => `^lib/src/(${names.join("|")})/`;
const upward = LAYERS.map((names, k) => ({
  name: `${names.join("-")}-imports-upward`,
  comment: "A layer of the library may import from itself and from the layers below it only (see CONTRIBUTING).",
  severity: "error",
  from: { path: inLayer(names) },
  to: { path: inLayer([...LAYERS.slice(k + 1).flat(), ...LOWEST]) },
})).filter((rule) => rule.to.path !== "^lib/src/()/");

module.exports = {
  forbidden: [
    ...upward,
    {
      name: "figures-know-no-tensors",
      comment: "Figures are drawn from plain numbers.",
      severity: "error",
      from: { path: inLayer(LOWEST) },
      to: { path: inLayer(LAYERS.slice(1).flat()) },
    },
    {
      name: "nobody-imports-the-index",
      comment:
        "index.ts is a table of contents for users. Import the file that has what you need. (Live figures get all of it.)",
      severity: "error",
      from: { path: "^lib/src/(?!index[.]ts|figures/library[.]ts)" },
      to: { path: "^lib/src/index[.]ts$" },
    },
    {
      name: "the-library-stands-alone",
      comment: "lib knows nothing of chapters, exercises, the grader, the book or the tools, and uses no package.",
      severity: "error",
      from: { path: "^lib/src/" },
      to: { pathNot: "^lib/src/" },
    },
    {
      name: "suites-need-no-node",
      comment: "Suites, mistakes and the core of the suite library also run in a page.",
      severity: "error",
      from: { path: "^(exercises/|solutions/|grader/check/src/(?!node/))" },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "solutions-stay-apart",
      comment: "A suite or a stub that imports a solution would give it away.",
      severity: "error",
      from: { path: "^exercises/" },
      to: { path: "^solutions/" },
    },
    {
      name: "no-circles",
      severity: "error",
      from: { path: "^(lib/src|grader/check/src|tools)/" },
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"], pathNot: "^lib/src/figures/library[.]ts$" } },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules|/dist/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      conditionNames: ["source", "import", "types", "default"],
      extensions: [".ts", ".js", ".mjs", ".cjs", ".d.ts"],
    },
  },
};
