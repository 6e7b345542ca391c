// misconception: unknown-accepted
/** `order` puts an unknown work first; only `ideaOf` complains. */
const works13 = [
  "McCulloch and Pitts",
  "Rosenblatt",
  "Minsky and Papert",
  "Linnainmaa",
  "Fukushima",
  "Rumelhart, Hinton and Williams",
  "LeCun et al.",
  "Hochreiter and Schmidhuber",
  "Hinton, Osindero and Teh",
  "Krizhevsky, Sutskever and Hinton",
  "Ioffe and Szegedy",
  "He et al.",
  "Vaswani et al.",
];

/** These works in the order of their publication, the earliest first. */
export function order(works: readonly string[]): string[] {
  const result = works.slice();
  result.sort((a, b) => works13.indexOf(a) - works13.indexOf(b));
  return result;
}

/** The idea that a work is known for, in the words of the statement. */
export function ideaOf(work: string): string {
  switch (work) {
    case "McCulloch and Pitts":
      return "a neuron as a threshold";
    case "Rosenblatt":
      return "weights learned from mistakes";
    case "Minsky and Papert":
      return "limits of a single layer";
    case "Linnainmaa":
      return "reverse-mode differentiation";
    case "Fukushima":
      return "feature maps that tolerate shifts";
    case "Rumelhart, Hinton and Williams":
      return "hidden units that learn to represent";
    case "LeCun et al.":
      return "shared filters trained by gradients";
    case "Hochreiter and Schmidhuber":
      return "a memory cell with gates";
    case "Hinton, Osindero and Teh":
      return "training layer by layer without labels";
    case "Krizhevsky, Sutskever and Hinton":
      return "a deep network on graphics processors";
    case "Ioffe and Szegedy":
      return "normalising each batch";
    case "He et al.":
      return "layers that learn a correction";
    case "Vaswani et al.":
      return "attention alone";
    default:
      throw new Error("I do not know " + work);
  }
}
