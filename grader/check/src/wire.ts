/** One end of a conversation: messages as frames, with callbacks and shared arrays known by number on both sides. */
import { type Floats, FrameError } from "./bytes.ts";
import { decode, encode } from "./codec.ts";
import { BOUNDS } from "./cross.ts";
import { isLive, live } from "./suite.ts";
import { isList, isRecord } from "./values.ts";

export type Message = Readonly<Record<string, unknown>>;
type Callback = (...args: unknown[]) => unknown;
interface Side {
  /** The asker owns callbacks and shared arrays; the answer only uses those that it was given. */
  readonly owner: boolean;
  /** How a callback of the other side is called. */
  remote?(id: number, args: unknown[]): unknown;
}

/** A frame is its length, its number, and the bytes of the message. Numbers rise by one in either direction. */
export class Wire {
  private readonly callbacks: Callback[] = [];
  private readonly shared: Floats[] = [];
  private sent = 0;
  private received = 0;
  private readonly side: Side;
  constructor(side: Side) {
    this.side = side;
  }

  /** Every frame carries the content of all shared arrays: only one side runs at a time, so this is sharing. */
  pack(message: Message): Uint8Array {
    const names = this.side.owner
      ? { callback: (f: Callback) => this.callbacks.push(f) - 1, shared: (v: unknown) => this.numberOf(v) }
      : { shared: (v: unknown) => indexOrNull(this.shared.indexOf(v as Floats)) };
    const body = encode(message, names); // numbers new shared arrays first
    const arrays = encode(this.shared);
    const frame = new Uint8Array(HEADER + arrays.length + body.length);
    const view = new DataView(frame.buffer);
    view.setUint32(0, frame.length - 4, true);
    view.setUint32(4, this.sent++, true);
    view.setUint32(8, arrays.length, true);
    frame.set(arrays, HEADER);
    frame.set(body, HEADER + arrays.length);
    return frame;
  }

  /** The message of one frame without its length. Throws a FrameError for what the other side may not send. */
  unpack(frame: Uint8Array): Message {
    if (frame.length < HEADER - 4) throw new FrameError("a frame without a header");
    const view = new DataView(frame.buffer, frame.byteOffset, frame.byteLength);
    if (view.getUint32(0, true) !== this.received++) throw new FrameError("a frame out of turn");
    const arrays = view.getUint32(4, true);
    if (arrays > frame.length - 8) throw new FrameError("a frame shorter than it says");
    this.receive(decode(frame.subarray(8, 8 + arrays)));
    const message = decode(frame.subarray(8 + arrays), {
      callback:
        this.side.remote &&
        ((id) =>
          (...args: unknown[]) =>
            this.side.remote!(id, args)),
      shared: (id) => this.shared[id] ?? fail(`no shared array ${id}`),
    });
    if (!isRecord(message) || isList(message)) throw new FrameError("a message that is not a record");
    return message;
  }

  /** Calls one of this side's own callbacks for the other side. */
  callback(id: unknown, args: unknown): unknown {
    const found = typeof id === "number" ? this.callbacks[id] : undefined;
    if (!found || !Array.isArray(args)) throw new FrameError("a callback that was never given");
    return found(...args);
  }

  private receive(arrays: unknown): void {
    if (!Array.isArray(arrays)) throw new FrameError("shared arrays that are no list");
    for (const [id, values] of arrays.entries()) {
      if (!(values instanceof Float64Array) && !(values instanceof Float32Array)) throw new FrameError("no floats");
      if (id >= this.shared.length && !this.side.owner) this.shared.push(live(values));
      const own = this.shared[id] ?? fail(`no shared array ${id}`);
      if (own.length !== values.length) throw new FrameError("a shared array of another length");
      own.set(values);
    }
  }

  private numberOf(v: unknown): number | null {
    if (!isLive(v)) return null;
    const known = this.shared.indexOf(v);
    return known >= 0 ? known : this.shared.push(v) - 1;
  }
}

const HEADER = 12;
const indexOrNull = (k: number): number | null => (k < 0 ? null : k);
function fail(why: string): never {
  throw new FrameError(why);
}

/** Collects bytes as they come and gives whole frames, without their length. */
export class Frames {
  private pieces: Uint8Array = new Uint8Array(0);
  *push(bytes: Uint8Array): Generator<Uint8Array> {
    const all = new Uint8Array(this.pieces.length + bytes.length);
    all.set(this.pieces);
    all.set(bytes, this.pieces.length);
    this.pieces = all;
    while (this.pieces.length >= 4) {
      const length = new DataView(this.pieces.buffer, this.pieces.byteOffset).getUint32(0, true);
      if (length > BOUNDS.bytes) throw new FrameError("a frame of more than 16 MB");
      if (this.pieces.length < 4 + length) return;
      const frame = this.pieces.slice(4, 4 + length);
      this.pieces = this.pieces.subarray(4 + length);
      yield frame;
    }
  }
}
