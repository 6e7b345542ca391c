/** Plotly in the page, in the colours of the page. */
import Plotly from "plotly.js-dist";

const slots = globalThis as unknown as { termwiseDraw?: Record<string, unknown> };
slots.termwiseDraw ??= {};
slots.termwiseDraw.plotly = async (place: HTMLElement, spec: { data: object[]; layout?: object }): Promise<void> => {
  const { color } = getComputedStyle(place);
  const layout = { ...spec.layout, paper_bgcolor: "transparent", plot_bgcolor: "transparent", font: { color } };
  await Plotly.newPlot(place, spec.data, layout, { responsive: true, displaylogo: false });
};
