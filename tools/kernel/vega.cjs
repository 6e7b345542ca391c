/** Draws a Vega-Lite specification as SVG, synchronously and the same on every machine. Loaded with the first chart. */
"use strict";
const { vega, vegaLite } = quietly(() => ({ vega: require("vega"), vegaLite: require("vega-lite") }));

// Widths of letters in ems, so that layout does not depend on the fonts or the canvas of this machine.
const WIDTHS = [
  [/[iIjl.,:;'|! ]/g, 0.29],
  [/[frt()[\]/-]/g, 0.37],
  [/[mwMW@%]/g, 0.89],
  [/[A-Z0-9+=<>×−]/g, 0.65],
];
vega.textMetrics.width = (item, text) => {
  const line = String(text ?? item.text ?? "");
  let ems = 0.57 * line.length;
  for (const [letters, width] of WIDTHS) ems += (width - 0.57) * (line.match(letters)?.length ?? 0);
  return ems * (item.fontSize ?? 11);
};

/** The SVG of a specification; numbers that place things are rounded to hundredths. */
exports.draw = function draw(spec) {
  vega.resetSVGDefIds();
  const runtime = vega.parse(vegaLite.compile(spec, { logger: quiet() }).spec);
  const view = new vega.View(runtime, { renderer: "none", logger: quiet() }).run();
  const { left, right, top, bottom } = view.padding();
  const [width, height] = [view._viewWidth + left + right, view._viewHeight + top + bottom];
  const svg = new vega.SVGStringRenderer(view.loader())
    .initialize(null, width, height, [left + view._origin[0], top + view._origin[1]], 1)
    .render(view.scenegraph().root)
    .svg();
  view.finalize();
  return round(lean(svg));
};

/** Vega's loader brings an old module that Node warns about; readers can do nothing about it. */
function quietly(load) {
  const before = process.noDeprecation;
  process.noDeprecation = true;
  try {
    return load();
  } finally {
    process.noDeprecation = before;
  }
}

/** Vega's warnings go to the cell that made the chart; its errors are thrown. */
function quiet() {
  const logger = {
    level: () => logger,
    error: (...message) => {
      throw new Error(`Vega: ${message.join(" ")}`);
    },
    warn: (...message) => {
      console.warn(`Vega: ${message.join(" ")}`);
      return logger;
    },
    info: () => logger,
    debug: () => logger,
  };
  return logger;
}

/** Without what only a live view needs: classes, roles, invisible paths, fonts that the outermost element names. */
function lean(svg) {
  return svg
    .replace(/ (?:class|role|aria-[a-z]+|font-family|pointer-events|opacity)="(?:[^"]*[a-z'][^"]*|1)"/g, "")
    .replace(/<path(?: d="(?:M0,0h0v0h0Z)?"| display="none")*\/>/g, "")
    .replace(/<g><\/g>/g, "")
    .replace(/ transform="translate\(0,0\)"/g, "");
}

function round(svg) {
  return svg.replace(/ (d|transform|x|y|x1|x2|y1|y2|width|height|viewBox)="([^"]*)"/g, (_match, name, text) => {
    const short = text.replace(/-?\d*\.\d+(?:e-?\d+)?/g, (n) => String(+(+n).toFixed(2)));
    return ` ${name}="${short}"`;
  });
}
