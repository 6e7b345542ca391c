/** A run whose every bit is compared between machines. Plain JavaScript: it also runs in old Node and in browsers. */

/** The float32 bits of every number of the run, as whole numbers. NaN has many bit patterns: one stands for all. */
export function bitsOf(results) {
  const bits = (list) => [
    ...new Uint32Array(Float32Array.from(list, (x) => (Number.isNaN(x) ? Number.NaN : x)).buffer),
  ];
  return Object.fromEntries(Object.entries(results).map(([name, list]) => [name, bits(list)]));
}

/** The tour's training run, 5 epochs of it, and every function of the library at many numbers. */
export function run(T) {
  T.setBackend("wasm");
  return { ...trained(T), functions: functions(T) };
}

function trained(T) {
  const { x, y } = T.digits();
  const rng = new T.Rng(3);
  const { train, test } = T.split({ x, y }, { test: 297, rng });
  const model = T.sequential(T.linear(64, 32, { rng }), T.relu, T.linear(32, 10, { rng }));
  const optimizer = T.adam(T.parameters(model), { lr: 0.005 });
  const losses = [];
  for (let epoch = 0; epoch < 5; epoch++)
    for (const [x, y] of T.batches(train, { size: 64, rng })) {
      const loss = T.crossEntropy(model(x), y);
      optimizer.zeroGrad();
      loss.backward();
      optimizer.step();
      losses.push(loss.item());
    }
  const scores = [...model(test.x).data()];
  return { losses, weights: T.parameters(model).flatMap((p) => [...p.data()]), scores };
}

function functions(T) {
  const rng = new T.Rng(7);
  const wide = () => rng.normal() * rng.normal() * rng.normal() * rng.normal() * 8; // engines differ in Math.exp
  const x = T.tensor(Float32Array.from({ length: 2000 }, wide), { shape: [40, 50] });
  const near = x.tanh();
  const w = T.tensor(
    Float32Array.from({ length: 1650 }, () => rng.normal()),
    { shape: [50, 33] },
  );
  const all = [
    x.exp(),
    x.abs().log(),
    x.abs().sqrt(),
    near,
    x.sigmoid(),
    x.sin(),
    x.cos(),
    T.erf(x),
    T.log1p(x.abs()),
    T.gelu(x),
    T.gelu(x, { approximate: "tanh" }),
    T.softplus(x),
    near.abs().add(0.1).pow(near.mul(3)),
    T.reciprocal(x),
    T.softmax(near),
    T.logSoftmax(x),
    near.matmul(w),
    near.transpose().matmul(near),
    near.sum(0),
    near.sum(1),
    near.sum(),
    near.max(1),
    near.mean(),
    T.variance(near, 0),
  ];
  return all.flatMap((t) => [...t.data()]);
}
