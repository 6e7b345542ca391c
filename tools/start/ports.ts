/** Finds ports on this machine that nothing else uses. */
import { createServer } from "node:net";

/** The first free port of 127.0.0.1 from `first` on, leaving out those in `taken`. */
export async function freePort(first: number, taken: readonly number[] = []): Promise<number> {
  for (let port = first; port < first + 200; port++) {
    if (!taken.includes(port) && (await isFree(port))) return port;
  }
  throw new Error(`no free port from ${first} to ${first + 199}`);
}

/** True when a server could be started on this port of 127.0.0.1. */
export function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(false));
    probe.listen({ port, host: "127.0.0.1", exclusive: true }, () => probe.close(() => resolve(true)));
  });
}
