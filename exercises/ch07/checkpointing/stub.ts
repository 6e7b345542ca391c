import { NotImplemented } from "termwise";

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
  throw new NotImplemented("E07.7");
}
