import { type Draw, suite } from "@termwise/check";

interface Net {
  sizes: number[];
  /** For each layer: whether it has a matrix of its own. */
  own: boolean[];
}
const written = ({ sizes, own }: Net): string =>
  sizes.map((n, k) => (k === 0 ? n : `${own[k - 1] ? "-" : "="}${n}`)).join("");

/** Counts one by one: every connection with a weight of its own, and every unit behind the input. */
function count({ sizes, own }: Net, bias: boolean): { layers: number[]; total: number } {
  const layers = own.map((counted, k) => {
    let n = 0;
    for (let unit = 0; unit < sizes[k + 1]; unit++) {
      if (counted) for (let input = 0; input < sizes[k]; input++) n++;
      if (bias) n++;
    }
    return n;
  });
  return { layers, total: layers.reduce((a, b) => a + b) };
}
const untied = (draw: Draw): Net => {
  const sizes = draw.list(draw.int(2, 6), () => draw.int(1, 40));
  return { sizes, own: sizes.slice(1).map(() => true) };
};
/** Some layers, then tied ones that go back or repeat what was there. */
function tied(draw: Draw): Net {
  const { sizes, own } = untied(draw);
  for (let more = draw.int(1, 3); more > 0; more--) {
    const here = sizes[sizes.length - 1];
    const partners = own.flatMap((counted, k) => {
      if (!counted) return [];
      return sizes[k] === here ? [sizes[k + 1]] : sizes[k + 1] === here ? [sizes[k]] : [];
    });
    const back = draw.chance(0.7);
    sizes.push(back ? draw.pick(partners) : draw.int(1, 40));
    own.push(!back);
  }
  return { sizes, own };
}

export default suite<typeof import("./stub.ts")>("E04.5", ({ example, fact, property }) => {
  example("3-2-1 has 8 and 3 parameters, without biases 6 and 2; 64-16=64 has 1,104", async ({ call }) => {
    await call("countParameters", "3-2-1").gives({ layers: [8, 3], total: 11 });
    await call("countParameters", "3-2-1", { bias: false }).gives({ layers: [6, 2], total: 8 });
    await call("countParameters", "64-16=64").gives({ layers: [1040, 64], total: 1104 });
  });

  fact("a single layer counts, and so does one unit", async ({ call }) => {
    await call("countParameters", "1-1").gives({ layers: [2], total: 2 });
    await call("countParameters", "784-10").gives({ layers: [7850], total: 7850 });
  });

  fact("a tied layer may repeat a matrix or transpose it, from any earlier layer", async ({ call }) => {
    await call("countParameters", "5-5=5=5").gives({ layers: [30, 5, 5], total: 40 });
    await call("countParameters", "6-4-2=4=6").gives({ layers: [28, 10, 4, 6], total: 48 });
    await call("countParameters", "6-4-6=4", { bias: false }).gives({ layers: [24, 24, 0], total: 48 });
  });

  fact("layers of equal shape share nothing unless they are tied", async ({ call }) => {
    await call("countParameters", "5-5-5").gives({ layers: [30, 30], total: 60 });
    await call("countParameters", "6-4-6-4").gives({ layers: [28, 30, 28], total: 86 });
  });

  fact("a tied layer without an earlier layer of its shape is an error that says so", async ({ call }) => {
    await call("countParameters", "64=10").throws(/tied/);
    await call("countParameters", "8-4=3").throws(/tied/);
    await call("countParameters", "8=4-8").throws(/tied/);
    await call("countParameters", "8-4-2=8").throws(/tied/);
    await call("countParameters", "8-3-6=4").throws(/tied/); // as many weights
    await call("countParameters", "7-3-6=4").throws(/tied/); // as many units
    await call("countParameters", "1-12-11=2").throws(/tied/); // the same digits
  });

  fact("a text that is no architecture is an error that mentions units", async ({ call }) => {
    for (const text of ["64", "", "64-", "-64-10", "8-0-2", "8-2.5-1", "8-many-1", "8--4"])
      await call("countParameters", text).throws(/units/);
  });

  property(
    "without ties every connection and every unit behind the input counts once",
    { points: 4 },
    async ({ call, draw }) => {
      const net = untied(draw);
      const bias = draw.chance(0.6);
      await call("countParameters", written(net), { bias }).gives(count(net, bias));
    },
  );

  property("tied layers keep their biases and add no weights", { points: 5 }, async ({ call, draw }) => {
    const net = tied(draw);
    const bias = draw.chance(0.6);
    await call("countParameters", written(net), { bias }).gives(count(net, bias));
  });
});
