/** Runs in its own process: reads requests from fd 0, asks the answer, writes what came of it to fd 3. */
import { readSync, writeSync } from "node:fs";
import { pathToFileURL } from "node:url";
import * as library from "termwise";
import type { Answer, Outcome } from "../answer.ts";
import { termwise } from "../bridge.ts";
import { FrameError } from "../bytes.ts";
import { BOUNDS } from "../cross.ts";
import { localAnswer } from "../local.ts";
import { watchLibrary } from "../watch.ts";
import { type Message, Wire } from "../wire.ts";
import { loadSentence } from "./loading.ts";
import { evaluate } from "./patch.ts";

const asks = 0;
const answers = 3;

/** Blocking reads: what lets a callback answer in the middle of a synchronous call. */
const wire = new Wire({
  owner: false,
  remote(id, args) {
    send({ op: "callback", id, args });
    const reply = receive()!;
    if (typeof reply.threw === "string") throw new Error(reply.threw);
    return reply.value;
  },
});

let answer: Answer = localAnswer({}, termwise);
for (let message = receive(); message; message = receive()) {
  if (message.op === "load") send({ op: "loaded", fault: await load(message) });
  else reply(await ask(message));
}

async function load({ path, source, forbidden }: Message): Promise<string | null> {
  try {
    const module = path
      ? await import(pathToFileURL(path as string).href)
      : evaluate(source as string, { termwise: { ...library } });
    const names = forbidden as string[];
    answer = localAnswer({ ...module }, termwise, names.length > 0 ? { watch: watchLibrary(library, names) } : {});
    return null;
  } catch (error) {
    return loadSentence(error);
  }
}

function ask({ op, name, object, args }: Message): Promise<Outcome> {
  const list = args as unknown[];
  if (op === "call") return answer.call(name as string, list);
  if (op === "create") return answer.create(name as string, list);
  if (op === "invoke") return answer.invoke(object as number, name as string, list);
  return answer.get(object as number, name as string);
}

function reply(outcome: Outcome): void {
  try {
    send({ op: "outcome", outcome });
  } catch (error) {
    if (!(error instanceof FrameError)) throw error;
    const threw = { name: "too much to judge", message: error.message };
    send({ op: "outcome", outcome: { threw, after: [] } });
  }
}

function send(message: Message): void {
  const frame = wire.pack(message);
  for (let done = 0; done < frame.length; ) done += writeSync(answers, frame, done);
}

function receive(): Message | null {
  const header = readExactly(4);
  if (!header) return null;
  const length = new DataView(header.buffer).getUint32(0, true);
  if (length > BOUNDS.bytes) throw new FrameError("a frame of more than 16 MB");
  const frame = readExactly(length);
  return frame && wire.unpack(frame);
}

function readExactly(n: number): Uint8Array | null {
  const bytes = new Uint8Array(n);
  for (let have = 0; have < n; ) {
    const got = readSync(asks, bytes, have, n - have, null);
    if (got === 0) return null;
    have += got;
  }
  return bytes;
}
