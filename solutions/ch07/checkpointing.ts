import type { Device, Ticket } from "../../exercises/ch07/checkpointing/stub.ts";

/**
 * A checkpoint is the input of a piece together with the state of the generator: what a piece computes follows from the
 * two. The gradient that leaves one piece enters the piece before it.
 */
export function sweep(device: Device, { layers, every }: { layers: number; every: number }, x: Ticket): Ticket {
  const kept: { first: number; input: Ticket; state: number }[] = [];
  let a = x;
  for (let i = 0; i < layers; i++) {
    if (i % every === 0) kept.push({ first: i, input: a, state: device.random() });
    const next = device.forward(i, a);
    if (i % every > 0) device.free(a);
    a = next;
  }
  const after = device.random();
  let g = device.loss(a);
  device.free(a);
  for (const { first, input, state } of kept.reverse()) {
    const count = Math.min(every, layers - first);
    const inputs = [input];
    device.setRandom(state);
    for (let i = 1; i < count; i++) inputs.push(device.forward(first + i - 1, inputs[i - 1]));
    for (let i = count - 1; i >= 0; i--) {
      const before = device.backward(first + i, inputs[i], g);
      device.free(g);
      if (inputs[i] !== x) device.free(inputs[i]);
      g = before;
    }
  }
  device.setRandom(after);
  return g;
}
