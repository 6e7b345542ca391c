/**
 * The entry of a prebuilt JupyterLab extension, written by hand: JupyterLab loads this file, hands over its shared
 * modules with init(), and asks for "./mimeExtension". The chart libraries beside it are loaded with the first chart.
 */
(() => {
  const NAME = "@termwise/charts";
  const here = document.currentScript ? document.currentScript.src.replace(/[^/]*$/, "") : "";
  let shared;
  let drawings = 0;

  const scripts = new Map();
  function script(file) {
    if (!scripts.has(file)) {
      const loaded = new Promise((done, failed) => {
        const element = document.createElement("script");
        element.src = here + file;
        element.onload = done;
        element.onerror = () => {
          scripts.delete(file); // so that the next chart tries again
          failed(new Error(`${file} could not be loaded from the extension; "npm start" puts it there`));
        };
        document.head.append(element);
      });
      scripts.set(file, loaded);
    }
    return scripts.get(file);
  }

  const isDark = () => document.body.dataset.jpThemeLight === "false";
  const ink = () => (isDark() ? "#e3e3e3" : "#1a1a1a");

  async function drawVega(place, spec) {
    await script("vega.min.js");
    const { embed, expressionInterpreter } = window.termwiseVega;
    const options = { renderer: "svg", actions: false, ast: true, expr: expressionInterpreter };
    const { view } = await embed(place, spec, { ...options, tooltip: { theme: isDark() ? "dark" : "light" } });
    return () => view.finalize();
  }

  async function drawPlotly(place, { data, layout = {}, config = {} }) {
    await script("plotly.min.js");
    const clear = "rgba(0,0,0,0)";
    const colours = { paper_bgcolor: clear, plot_bgcolor: clear, font: { ...layout.font, color: ink() } };
    await window.Plotly.newPlot(
      place,
      data,
      { ...layout, ...colours },
      { responsive: true, displaylogo: false, ...config },
    );
    return () => window.Plotly.purge(place);
  }

  /** A drawing inline, so that it follows the theme. Notebooks may be anybody's: only shapes and text are let through. */
  async function drawSvg(place, text) {
    await script("figure.min.js");
    place.append(window.termwiseDraw.cleanSvg([text].flat().join(""), `svg${++drawings}-`));
    return () => {};
  }

  /** Controls and frames; the code runs in a sandbox, so that it may come from a notebook that nobody has trusted. */
  async function drawLive(place, live, data) {
    await script("figure.min.js");
    const [svg, alt] = ["image/svg+xml", "text/plain"].map((mime) => [data[mime]].flat().join(""));
    const { dispose } = window.termwiseDraw.figure(place, live, { svg, alt });
    return dispose;
  }

  const DRAW = {
    "application/vnd.termwise.live+json": drawLive,
    "image/svg+xml": drawSvg,
    "application/vnd.vegalite.v5+json": drawVega,
    "application/vnd.plotly.v1+json": drawPlotly,
  };

  async function module() {
    const versions = Object.values(shared["@lumino/widgets"]);
    const { Widget } = (await versions[versions.length - 1].get())();

    class Chart extends Widget {
      constructor({ mimeType }) {
        super();
        this.mimeType = mimeType;
        this.release = () => {};
        this.addClass("tw-chart");
        // What follows the theme by itself stays; a figure with controls would lose the reader's values.
        const follows = /termwise\.live|svg/.test(mimeType);
        this.theme = new MutationObserver(() => this.last && !follows && this.renderModel(this.last));
        this.theme.observe(document.body, { attributeFilter: ["data-jp-theme-light"] });
      }

      async renderModel(model) {
        this.last = model;
        this.release();
        this.release = () => {};
        const place = document.createElement("div");
        const live = this.mimeType.includes("termwise.live");
        if (!live) {
          place.setAttribute("role", "img");
          place.setAttribute("aria-label", String(model.data["text/plain"] ?? "A chart without a description."));
        }
        this.node.replaceChildren(place);
        try {
          this.release = await DRAW[this.mimeType](place, model.data[this.mimeType], model.data);
        } catch (error) {
          place.setAttribute("role", "alert");
          place.textContent = `This chart could not be drawn: ${error.message}.`;
        }
      }

      onResize() {
        const plot = this.node.querySelector(".js-plotly-plot");
        if (plot && window.Plotly) window.Plotly.Plots.resize(plot);
      }

      dispose() {
        this.theme.disconnect();
        this.release();
        super.dispose();
      }
    }

    const extensions = Object.keys(DRAW).map((mimeType) => ({
      id: `${NAME}:${mimeType}`,
      dataType: mimeType === "image/svg+xml" ? "string" : "json",
      rank: mimeType.includes("termwise.live") ? 39 : 40, // before text/html (50), which holds the still picture
      rendererFactory: { safe: true, mimeTypes: [mimeType], createRenderer: (options) => new Chart(options) },
    }));
    return { __esModule: true, default: extensions };
  }

  function style() {
    for (const file of ["charts.css", "figure-live.css"]) {
      const link = document.createElement("link");
      link.rel = "stylesheet";
      link.href = here + file;
      document.head.append(link);
    }
    return { __esModule: true };
  }

  window._JUPYTERLAB ??= {};
  window._JUPYTERLAB[NAME] = {
    init(scope) {
      shared = scope;
    },
    async get(name) {
      if (name === "./style") return () => style();
      if (name !== "./mimeExtension") throw new Error(`${NAME} has no ${name}`);
      const made = await module();
      return () => made;
    },
  };
})();
