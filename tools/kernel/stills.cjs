// The still picture of a Plotly figure, which a browser drew once (tools/figures/plotly.ts): the same output in a live
// notebook as in the committed one, as long as the figure is the same.
const { createHash } = require("node:crypto");
const { existsSync, readFileSync } = require("node:fs");
const path = require("node:path");

const PLOTLY = "application/vnd.plotly.v1+json";
const FOLDER = path.resolve(__dirname, "../../notebooks/figures");

/** The name of a specification's picture, whatever the order of its keys. */
const hashOf = (spec) => createHash("sha256").update(canonical(spec)).digest("hex").slice(0, 16);

/** A Plotly bundle with its picture, when there is one; any other bundle as it is. */
function withStill(bundle) {
  if (!bundle[PLOTLY] || bundle["text/html"]) return bundle;
  const kind = ["svg", "png"].find((ending) => existsSync(path.join(FOLDER, `${hashOf(bundle[PLOTLY])}.${ending}`)));
  if (!kind) return bundle;
  const bytes = readFileSync(path.join(FOLDER, `${hashOf(bundle[PLOTLY])}.${kind}`));
  const base64 = bytes.toString("base64");
  const mime = kind === "png" ? "image/png" : "image/svg+xml";
  const alt = String(bundle["text/plain"]).replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/"/g, "&quot;");
  const html = `<img alt="${alt}" width="698" style="max-width:100%;height:auto" src="data:${mime};base64,${base64}">`;
  const picture = kind === "png" ? base64 : bytes.toString("utf8");
  return { [PLOTLY]: bundle[PLOTLY], "text/html": html, [mime]: picture, "text/plain": bundle["text/plain"] };
}

function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  const keys = Object.keys(value).filter((key) => value[key] !== undefined);
  return `{${keys
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`)
    .join(",")}}`;
}

module.exports = { hashOf, withStill };
