// misconception: frees-the-input
/** Stands for an array in the memory of the device. */
export type Ticket = number;

export interface Device {
  /** Runs layer i on a; the result. */
  forward(i: number, a: Ticket): Ticket;
  /** The gradient of the loss with respect to the network's result y. */
  loss(y: Ticket): Ticket;
  /** The gradient of the input a of layer i, from the gradient g of its result. */
  backward(i: number, a: Ticket, g: Ticket): Ticket;
  free(ticket: Ticket): void;
  /** The state of the generator of masks. */
  random(): number;
  setRandom(state: number): void;
}

/** Runs and sweeps the network, keeping the input of every `every`-th layer; the gradient of x. */
export function sweep(device: Device, { layers, every }: { layers: number; every: number }, x: Ticket): Ticket {
  const kept: { first: number; input: Ticket; state: number }[] = [];
  let a = x;
  for (let i = 0; i < layers; i++) {
    const keep = i % every === 0;
    if (keep) kept.push({ first: i, input: a, state: device.random() });
    const next = device.forward(i, a);
    if (!keep) device.free(a);
    a = next;
  }
  const afterwards = device.random();
  let g = device.loss(a);
  device.free(a);
  let end = layers;
  for (const { first, input, state } of kept.reverse()) {
    const inputs = [input];
    device.setRandom(state);
    for (let i = first; i < end - 1; i++) inputs.push(device.forward(i, inputs[i - first]));
    for (let i = end - 1; i >= first; i--) {
      const before = device.backward(i, inputs[i - first], g);
      device.free(g);
      device.free(inputs[i - first]);
      g = before;
    }
    end = first;
  }
  device.setRandom(afterwards);
  return g;
}
