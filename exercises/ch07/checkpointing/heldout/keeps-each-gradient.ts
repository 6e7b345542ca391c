// misconception: gradients-never-freed
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

function firstLayers(layers: number, every: number): number[] {
  const firsts: number[] = [];
  for (let k = 0; k < layers; k += every) firsts.push(k);
  return firsts;
}

/** Runs and sweeps the network, keeping the input of every `every`-th layer; the gradient of x. */
export function sweep(device: Device, { layers, every }: { layers: number; every: number }, x: Ticket): Ticket {
  const firsts = firstLayers(layers, every);
  const inputOf = new Map<number, Ticket>([[0, x]]);
  const stateBefore = new Map<number, number>();

  for (let layer = 0; layer < layers; layer++) {
    stateBefore.set(layer, device.random());
    const input = inputOf.get(layer)!;
    inputOf.set(layer + 1, device.forward(layer, input));
    if (!firsts.includes(layer)) {
      device.free(input);
      inputOf.delete(layer);
    }
  }
  const lastState = device.random();

  let gradient = device.loss(inputOf.get(layers)!);
  device.free(inputOf.get(layers)!);
  while (firsts.length > 0) {
    const first = firsts.pop()!;
    const last = Math.min(first + every, layers) - 1;
    device.setRandom(stateBefore.get(first)!);
    for (let layer = first; layer < last; layer++) {
      inputOf.set(layer + 1, device.forward(layer, inputOf.get(layer)!));
    }
    for (let layer = last; layer >= first; layer--) {
      const input = inputOf.get(layer)!;
      gradient = device.backward(layer, input, gradient);
      if (input !== x) device.free(input);
    }
  }
  device.setRandom(lastState);
  return gradient;
}
