// misconception: residuals-are-normalisation
/** Exchanges what normalising and residual connections bring. */
const timeline: readonly (readonly [work: string, idea: string])[] = [
  ["McCulloch and Pitts", "a neuron as a threshold"],
  ["Rosenblatt", "weights learned from mistakes"],
  ["Minsky and Papert", "limits of a single layer"],
  ["Linnainmaa", "reverse-mode differentiation"],
  ["Fukushima", "feature maps that tolerate shifts"],
  ["Rumelhart, Hinton and Williams", "hidden units that learn to represent"],
  ["LeCun et al.", "shared filters trained by gradients"],
  ["Hochreiter and Schmidhuber", "a memory cell with gates"],
  ["Hinton, Osindero and Teh", "training layer by layer without labels"],
  ["Krizhevsky, Sutskever and Hinton", "a deep network on graphics processors"],
  ["Ioffe and Szegedy", "layers that learn a correction"],
  ["He et al.", "normalising each batch"],
  ["Vaswani et al.", "attention alone"],
];

const place = (work: string): number => {
  const i = timeline.findIndex(([name]) => name === work);
  if (i === -1) throw new Error(`"${work}" is not on the timeline`);
  return i;
};

/** These works in the order of their publication, the earliest first. */
export const order = (works: readonly string[]): string[] =>
  works
    .map(place)
    .sort((a, b) => a - b)
    .map((i) => timeline[i][0]);

/** The idea that a work is known for, in the words of the statement. */
export const ideaOf = (work: string): string => timeline[place(work)][1];
