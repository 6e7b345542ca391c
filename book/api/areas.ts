/** The pages of the library's reference, in the order of the course: which source files each one documents. */
export interface Area {
  /** Name of the page's file. */
  readonly id: string;
  readonly title: string;
  readonly lead: string;
  /** Matched against paths below lib/src. The first area that matches takes the file. */
  readonly files: RegExp;
}

export const areas: readonly Area[] = [
  {
    id: "tensor",
    title: "The Tensor class",
    lead: "Numbers of some shape. Every operation is a function and, where it reads well, also a method.",
    files: /^tensor\/(tensor|methods)\.ts$/,
  },
  {
    id: "creation",
    title: "Making tensors",
    lead: "Tensors from numbers, from a seed, and the checks that name their axes.",
    files: /^(tensor\/(create|dims|assign)|init\/random|core\/rng)\.ts$/,
  },
  {
    id: "elementwise",
    title: "Operations on each number",
    lead: "One number in, one number out, for every place of a tensor. Two tensors of different shapes are broadcast.",
    files: /^tensor\/elementwise\.ts$/,
  },
  {
    id: "reductions",
    title: "Reductions",
    lead: "Many numbers in, one out: over one axis, over some, or over all. With no axes given, a reduction takes all.",
    files: /^tensor\/(reduce|sum|sort|scan|cumulative)\.ts$/,
  },
  {
    id: "movement",
    title: "Shapes and places",
    lead: "The same numbers elsewhere: other shapes, other orders, parts, rows, windows.",
    files: /^(tensor\/(?!linalg|autograd|mode|scope|tape|sweep|fused|forward)|core\/shape)/,
  },
  {
    id: "products",
    title: "Matrix products, norms and eigenvectors",
    lead: "Where nearly all of a network's arithmetic is; how long vectors are, and what a matrix stretches most.",
    files: /^(tensor\/linalg|functional\/(affine|linear-algebra))\.ts$/,
  },
  {
    id: "statistics",
    title: "Statistics of the library",
    lead: "Means that lose no digits, and how far a mean or a difference can be trusted.",
    files: /^stats\//,
  },
  {
    id: "gradients",
    title: "Computing gradients",
    lead: "What is recorded, the sweep backwards, and the switches for both.",
    files: /^(tensor\/(autograd|mode|scope|tape|sweep|fused|forward)|testing\/gradients)\.ts$/,
  },
  {
    id: "activations",
    title: "Activation functions of the library",
    lead: "The bends between the layers. `relu`, `sigmoid` and `tanh` stand among the operations on each number.",
    files: /^(functional\/(activations|softmax)|nn\/activation)\.ts$/,
  },
  {
    id: "losses",
    title: "Losses",
    lead: "How wrong an answer is, as one number.",
    files: /^(functional\/(losses|likelihood|margin)|data\/smooth-labels)\.ts$/,
  },
  {
    id: "images",
    title: "Convolution and pooling",
    lead: "Filters and windows that slide over images and along sequences, and the layers that learn them.",
    files: /^(functional|nn)\/(conv|pool)/,
  },
  {
    id: "normalisation",
    title: "Normalisation and dropout",
    lead: "What keeps signals in bounds, and what makes networks depend on no single number.",
    files: /^(functional|nn)\/(norm|dropout)/,
  },
  {
    id: "sequences",
    title: "Recurrence, attention, embeddings",
    lead: "What reads sequences: cells with a state, means weighted by similarity, a vector for each token.",
    files: /^(functional|nn)\/(recurrent|attention|embedding)/,
  },
  {
    id: "models",
    title: "Layers and models",
    lead: "Functions that carry their parameters, how these begin, and how they are saved.",
    files: /^(nn|functional|init)\//,
  },
  {
    id: "optimisers",
    title: "Optimisers",
    lead: "How a step is made of gradients.",
    files: /^(optim|train)\//,
  },
  {
    id: "data",
    title: "Data sets and batches",
    lead: "The data sets that come with the course, and how they are split, shuffled and dealt out.",
    files: /^(data|text)\//,
  },
  {
    id: "metrics",
    title: "Metrics and comparisons",
    lead: "How good a model is, in figures that people read, and whether two results are the same.",
    files: /^(metrics|testing)\//,
  },
  {
    id: "figures",
    title: "Drawing figures",
    lead: "Charts from plain numbers. Each needs a text alternative, and shows its data to those who do not see it.",
    files: /^figures\//,
  },
  {
    id: "backends",
    title: "Backends",
    lead: "Where the numbers are and who computes with them. The same program runs on each.",
    files: /^backend\//,
  },
  {
    id: "errors",
    title: "Errors of the library",
    lead: "Every error says which rule was broken, what was received, what was expected, and what to do.",
    files: /^core\/errors\.ts$/,
  },
  { id: "more", title: "Other functions", lead: "What has no page of its own yet.", files: /./ },
];
