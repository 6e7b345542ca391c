// The still picture of a Plotly figure, which a browser drew once (tools/figures/plotly.ts): the same output in a live
// notebook as in the committed one, as long as the figure is the same.
const { createHash } = require("node:crypto");
const { existsSync, readFileSync } = require("node:fs");
const path = require("node:path");

const PLOTLY = "application/vnd.plotly.v1+json";
/** Where the pictures are kept, as HASH.svg or, for charts in space, HASH.png. */
const FOLDER = path.resolve(__dirname, "../../notebooks/figures");

/**
 * The name of a specification's picture: the same for the same numbers, whatever the order of its keys.
 * @param {unknown} spec
 */
const hashOf = (spec) => createHash("sha256").update(canonical(spec)).digest("hex").slice(0, 16);

/**
 * The file of a specification's picture, when it has been drawn.
 * @param {unknown} spec
 */
function pictureOf(spec, folder = FOLDER) {
  const hash = hashOf(spec);
  return ["svg", "png"].map((ending) => path.join(folder, `${hash}.${ending}`)).find((file) => existsSync(file));
}

/**
 * A Plotly bundle with its picture, when there is one; any other bundle as it is.
 * @param {Record<string, unknown>} bundle
 * @returns {Record<string, unknown>}
 */
function withStill(bundle, folder = FOLDER) {
  if (!bundle[PLOTLY] || bundle["text/html"]) return bundle;
  const file = pictureOf(bundle[PLOTLY], folder);
  if (!file) return bundle;
  const bytes = readFileSync(file);
  const base64 = bytes.toString("base64");
  const mime = file.endsWith(".png") ? "image/png" : "image/svg+xml";
  const text = [bundle["text/plain"]].flat().join(""); // notebook files store long texts as lists of lines
  const alt = text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/"/g, "&quot;");
  const html = `<img alt="${alt}" width="698" style="max-width:100%;height:auto" src="data:${mime};base64,${base64}">`;
  const picture = mime === "image/png" ? base64 : bytes.toString("utf8");
  return { [PLOTLY]: bundle[PLOTLY], "text/html": html, [mime]: picture, "text/plain": bundle["text/plain"] };
}

/**
 * JSON with sorted keys.
 * @param {unknown} value
 * @returns {string}
 */
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  return `{${Object.entries(value)
    .filter(([, v]) => v !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, v]) => `${JSON.stringify(key)}:${canonical(v)}`)
    .join(",")}}`;
}

module.exports = { FOLDER, PLOTLY, hashOf, pictureOf, withStill };
