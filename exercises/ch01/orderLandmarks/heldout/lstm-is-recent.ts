// misconception: memory-cell-after-2006
/** Puts the memory cell after deep belief networks, because it became famous later. */
const timeline: [work: string, idea: string][] = [
  ["McCulloch and Pitts", "a neuron as a threshold"],
  ["Rosenblatt", "weights learned from mistakes"],
  ["Minsky and Papert", "limits of a single layer"],
  ["Linnainmaa", "reverse-mode differentiation"],
  ["Fukushima", "feature maps that tolerate shifts"],
  ["Rumelhart, Hinton and Williams", "hidden units that learn to represent"],
  ["LeCun et al.", "shared filters trained by gradients"],
  ["Hinton, Osindero and Teh", "training layer by layer without labels"],
  ["Hochreiter and Schmidhuber", "a memory cell with gates"],
  ["Krizhevsky, Sutskever and Hinton", "a deep network on graphics processors"],
  ["Ioffe and Szegedy", "normalising each batch"],
  ["He et al.", "layers that learn a correction"],
  ["Vaswani et al.", "attention alone"],
];

function place(work: string): number {
  const k = timeline.findIndex(([name]) => name === work);
  if (k < 0) throw new Error(`unknown work: ${work}`);
  return k;
}

export function order(works: readonly string[]): string[] {
  return works
    .map(place)
    .sort((a, b) => a - b)
    .map((k) => timeline[k][0]);
}

export function ideaOf(work: string): string {
  return timeline[place(work)][1];
}
