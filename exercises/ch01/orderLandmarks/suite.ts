import { type Draw, suite } from "@termwise/check";

/** In order of publication. */
const LANDMARKS: [work: string, idea: string, year: number][] = [
  ["McCulloch and Pitts", "a neuron as a threshold", 1943],
  ["Rosenblatt", "weights learned from mistakes", 1958],
  ["Minsky and Papert", "limits of a single layer", 1969],
  ["Linnainmaa", "reverse-mode differentiation", 1970],
  ["Fukushima", "feature maps that tolerate shifts", 1980],
  ["Rumelhart, Hinton and Williams", "hidden units that learn to represent", 1986],
  ["LeCun et al.", "shared filters trained by gradients", 1989],
  ["Hochreiter and Schmidhuber", "a memory cell with gates", 1997],
  ["Hinton, Osindero and Teh", "training layer by layer without labels", 2006],
  ["Krizhevsky, Sutskever and Hinton", "a deep network on graphics processors", 2012],
  ["Ioffe and Szegedy", "normalising each batch", 2015],
  ["He et al.", "layers that learn a correction", 2016],
  ["Vaswani et al.", "attention alone", 2017],
];
const WORKS = LANDMARKS.map(([work]) => work);

function some(draw: Draw, count: number): string[] {
  const left = [...WORKS];
  return draw.list(count, () => left.splice(draw.int(0, left.length - 1), 1)[0]);
}
const inOrder = (works: readonly string[]): string[] => WORKS.filter((work) => works.includes(work));

export default suite<typeof import("./stub.ts")>("E01.5", ({ example, fact, property }) => {
  example("the perceptron came before the transformer, whose idea was attention alone", async ({ call }) => {
    await call("order", ["Vaswani et al.", "Rosenblatt"]).gives(["Rosenblatt", "Vaswani et al."]);
    await call("ideaOf", "Vaswani et al.").gives("attention alone");
  });

  fact("one work is in order, and so are none", async ({ call }) => {
    await call("order", ["Fukushima"]).gives(["Fukushima"]);
    await call("order", []).gives([]);
  });

  fact("a work that is not on the list is an error that mentions it", async ({ call }) => {
    await call("ideaOf", "Aristotle").throws(/Aristotle/);
    await call("order", ["Rosenblatt", "Aristotle"]).throws(/Aristotle/);
  });

  property("ten works come in the order of their publication", { points: 4, runs: 20 }, async ({ call, draw }) => {
    const works = some(draw, 10);
    await call("order", works).gives(inOrder(works));
  });

  property("each work has its own idea", { points: 3, runs: 80 }, async ({ call, draw }) => {
    const [work, idea] = draw.pick(LANDMARKS);
    await call("ideaOf", work).gives(idea);
  });
});
