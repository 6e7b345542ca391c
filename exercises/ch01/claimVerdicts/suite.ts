import { suite } from "@termwise/check";

type Key = readonly [claim: string, verdict: string, concept: string];
const KEY: readonly Key[] = [
  ["A", "overstated", "automatic-feature-learning"],
  ["B", "correct", "data-driven-learning"],
  ["C", "wrong", "automatic-feature-learning"],
  ["D", "correct", "end-to-end-learning"],
  ["E", "wrong", "hierarchical-abstraction"],
  ["F", "overstated", "model-complexity-characteristic"],
  ["G", "correct", "automatic-feature-learning"],
  ["H", "overstated", "end-to-end-learning"],
  ["I", "overstated", "inference-and-control"],
  ["J", "correct", "hierarchical-abstraction"],
  ["K", "overstated", "hierarchical-abstraction"],
  ["L", "overstated", "nonlinear-relationship-modelling"],
  ["M", "wrong", "nonlinear-relationship-modelling"],
  ["N", "correct", "model-complexity-characteristic"],
  ["O", "wrong", "end-to-end-learning"],
  ["P", "correct", "nonlinear-relationship-modelling"],
  ["Q", "overstated", "data-driven-learning"],
  ["R", "correct", "inference-and-control"],
  ["S", "wrong", "inference-and-control"],
  ["T", "wrong", "data-driven-learning"],
  ["U", "wrong", "model-complexity-characteristic"],
];
const CONCEPTS = [...new Set(KEY.map(([, , concept]) => concept))];

export default suite<typeof import("./stub.ts")>("E01.7", ({ example, fact, property }) => {
  example(
    "that a later layer computes features of features is correct, by hierarchical abstraction",
    async ({ call }) => {
      await call("judge", "J").gives({ verdict: "correct", concept: "hierarchical-abstraction" });
    },
  );

  fact("a letter without a claim is an error that mentions it", async ({ call }) => {
    await call("judge", "Z").throws(/Z/);
  });

  property("fourteen claims, two of each concept, are judged", { points: 8, runs: 12 }, async ({ call, draw }) => {
    for (const concept of CONCEPTS) {
      const own = KEY.filter(([, , c]) => c === concept);
      const skipped = draw.int(0, own.length - 1);
      for (const [k, [claim, verdict]] of own.entries())
        if (k !== skipped) await call("judge", claim).gives({ verdict });
    }
  });

  property("each claim is decided by its concept", { points: 4, runs: 10 }, async ({ call, draw }) => {
    for (const k of draw.list(14, () => draw.int(0, KEY.length - 1)))
      await call("judge", KEY[k][0]).gives({ concept: KEY[k][2] });
  });
});
