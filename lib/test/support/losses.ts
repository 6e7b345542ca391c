/** Losses by distribution and by distance, as the golden values name them, with inputs for the gradient checks. */
import * as T from "../../src/index.ts";
import type { Inputs, Operation } from "./operations.ts";

export const losses: Readonly<Record<string, Operation>> = {
  negativeLogLikelihood: ([x], { labels = [] }) => T.negativeLogLikelihood(x, labels),
  softCrossEntropy: ([z, t]) => T.softCrossEntropy(z, t),
  smoothedCrossEntropy: ([z], { labels = [], by }) =>
    T.softCrossEntropy(z, T.smoothLabels(labels, z.shape[z.rank - 1], { by })),
  klDivergence: ([p, q]) => T.klDivergence(p, q),
  focalLoss: ([z], { labels = [], gamma }) => T.focalLoss(z, labels, { gamma }),
  generalizedCrossEntropy: ([z], { labels = [], q, least }) => T.generalizedCrossEntropy(z, labels, { q, least }),
  huberLoss: ([y, t], { delta }) => T.huberLoss(y, t, { delta }),
  hingeLoss: ([s], { labels = [] }) => T.hingeLoss(s, T.tensor(labels)),
};

const rng = new T.Rng(14);
const drawn = (...shape: number[]): T.Tensor => T.randomUniform(shape, { rng, low: -2, high: 2 });
const positive = (...shape: number[]): T.Tensor => T.randomUniform(shape, { rng, low: 0.2, high: 1 });

export const lossInputs: Inputs = {
  negativeLogLikelihood: [[[drawn(3, 4)], { labels: [1, 0, 3] }]],
  softCrossEntropy: [[[drawn(3, 4), positive(3, 4)]], [[drawn(4), positive(4)]]],
  smoothedCrossEntropy: [[[drawn(3, 4)], { labels: [1, 0, 3] }]],
  klDivergence: [[[positive(3, 4), positive(3, 4)]]],
  focalLoss: [
    [[drawn(3, 4)], { labels: [1, 0, 3] }],
    [[drawn(2, 3)], { labels: [0, 2], gamma: 0.5 }],
  ],
  generalizedCrossEntropy: [
    [[drawn(3, 4)], { labels: [1, 0, 3] }],
    [[drawn(3, 4)], { labels: [1, 0, 3], least: 0.2 }],
  ],
  huberLoss: [[[T.tensor([1, -2, 0.3, 4]), T.tensor([0.5, 1, 0.2, -1])], { delta: 0.7 }]],
  hingeLoss: [[[T.tensor([0.3, -2, 1.4, 0.2])], { labels: [1, -1, 1, -1] }]],
};
