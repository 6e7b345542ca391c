/**
 * One list in order of publication says both: the place of a work, and its idea. The two that are most often exchanged
 * are sixteen years apart: Linnainmaa published reverse-mode differentiation in 1970, and in 1986 Rumelhart, Hinton and
 * Williams showed what hidden units learn when networks are trained with it.
 */
const LANDMARKS: readonly (readonly [work: string, idea: string])[] = [
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
  ["Ioffe and Szegedy", "normalising each batch"],
  ["He et al.", "layers that learn a correction"],
  ["Vaswani et al.", "attention alone"],
];

export function order(works: readonly string[]): string[] {
  return [...works].sort((a, b) => place(a) - place(b));
}

export function ideaOf(work: string): string {
  return LANDMARKS[place(work)][1];
}

function place(work: string): number {
  const found = LANDMARKS.findIndex(([name]) => name === work);
  if (found < 0) throw new Error(`orderLandmarks: no work called ${work}`);
  return found;
}
