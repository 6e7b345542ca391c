// misconception: trained-filters-before-neocognitron
/** Inserts one by one into a list; dates LeCun's filters before Fukushima's feature maps. */
const chronology = [
  "McCulloch and Pitts",
  "Rosenblatt",
  "Minsky and Papert",
  "Linnainmaa",
  "LeCun et al.",
  "Fukushima",
  "Rumelhart, Hinton and Williams",
  "Hochreiter and Schmidhuber",
  "Hinton, Osindero and Teh",
  "Krizhevsky, Sutskever and Hinton",
  "Ioffe and Szegedy",
  "He et al.",
  "Vaswani et al.",
];
const ideas = [
  "a neuron as a threshold",
  "weights learned from mistakes",
  "limits of a single layer",
  "reverse-mode differentiation",
  "shared filters trained by gradients",
  "feature maps that tolerate shifts",
  "hidden units that learn to represent",
  "a memory cell with gates",
  "training layer by layer without labels",
  "a deep network on graphics processors",
  "normalising each batch",
  "layers that learn a correction",
  "attention alone",
];

export function order(works: readonly string[]): string[] {
  const result: string[] = [];
  for (const work of works) {
    const rank = chronology.indexOf(work);
    if (rank === -1) throw new Error(`cannot date ${work}`);
    let at = 0;
    while (at < result.length && chronology.indexOf(result[at]) <= rank) at++;
    result.splice(at, 0, work);
  }
  return result;
}

export function ideaOf(work: string): string {
  const rank = chronology.indexOf(work);
  if (rank === -1) throw new Error(`no idea of ${work}`);
  return ideas[rank];
}
