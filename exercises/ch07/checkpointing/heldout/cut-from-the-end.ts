// misconception: none
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
  const checkpoints: Ticket[] = [];
  const states: number[] = [];
  let a = x;
  for (let i = 0; i < layers; i += 1) {
    if (i % every === 0) {
      checkpoints.push(a);
      states.push(device.random());
      a = device.forward(i, a);
    } else {
      const b = device.forward(i, a);
      device.free(a);
      a = b;
    }
  }
  const after = device.random();
  let g = device.loss(a);
  device.free(a);

  for (let end = layers; end > 0; end -= every) {
    const start = Math.max(0, end - every);
    let input = checkpoints.pop() as Ticket;
    device.setRandom(states.pop() as number);
    const inputs: Ticket[] = [];
    for (let i = start; i < end; i += 1) {
      inputs.push(input);
      if (i < end - 1) input = device.forward(i, input);
    }
    for (let i = end - 1; i >= start; i -= 1) {
      const ofInput = inputs.pop() as Ticket;
      const gNew = device.backward(i, ofInput, g);
      device.free(g);
      if (ofInput !== x) device.free(ofInput);
      g = gNew;
    }
  }
  device.setRandom(after);
  return g;
}
