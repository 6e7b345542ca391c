// misconception: pieces-pile-up
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
  const inputs: (Ticket | undefined)[] = new Array(layers).fill(undefined);
  const states: number[] = [];
  let current = x;
  for (let i = 0; i < layers; i++) {
    if (i % every === 0) {
      inputs[i] = current;
      states[i] = device.random();
    }
    const result = device.forward(i, current);
    if (inputs[i] === undefined) device.free(current);
    current = result;
  }
  const finalState = device.random();
  let gradient = device.loss(current);
  device.free(current);

  for (let i = layers - 1; i >= 0; i--) {
    if (inputs[i] === undefined) {
      // a new piece: fill in its inputs
      const start = i - (i % every);
      device.setRandom(states[start]);
      for (let k = start; k < i; k++) inputs[k + 1] = device.forward(k, inputs[k] as Ticket);
    }
    const older = device.backward(i, inputs[i] as Ticket, gradient);
    device.free(gradient);
    gradient = older;
  }

  for (const ticket of inputs.slice(1)) device.free(ticket as Ticket);
  device.setRandom(finalState);
  return gradient;
}
