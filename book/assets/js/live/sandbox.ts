/** Where a reader's code runs: a Worker in a frame of its own origin, without network, storage or a way to the page. */

export interface Sandbox {
  /** Arrives in the worker as `onmessage({ data: message })`. */
  post(message: unknown, transfer?: Transferable[]): void;
  /** Ends the worker, whatever it is doing. */
  close(): void;
}

export interface SandboxOptions {
  /** Classic scripts, evaluated one after the other in the worker's global scope. They may use `importScripts` of blobs. */
  readonly scripts: readonly string[];
  /** What the worker sends with `postMessage`. */
  onMessage(message: unknown): void;
  /** An error that nothing in the worker caught, first of all one of the scripts themselves. */
  onCrash(message: string): void;
}

/** No address may be asked for anything. Code comes from the page as text: in blobs, never through eval. */
const POLICY = "default-src 'none'; script-src 'unsafe-inline' 'wasm-unsafe-eval' blob:; worker-src blob:";

const FRAME = `<!doctype html><meta http-equiv="Content-Security-Policy" content="${POLICY}"><script>
addEventListener("message", ({ data, ports: [port], source }) => {
  if (source !== parent || !port) return;
  const address = URL.createObjectURL(new Blob(data, { type: "text/javascript" }));
  const worker = new Worker(address);
  worker.onmessage = ({ data }) => port.postMessage({ message: data });
  worker.onerror = (event) => {
    event.preventDefault();
    port.postMessage({ crash: event.message || "the code did not load" });
  };
  port.onmessage = ({ data: { message, transfer } }) => worker.postMessage(message, transfer);
}, { once: true });
</script>`;

/** Starts a worker. Messages posted before it is there wait for it. */
export function openSandbox({ scripts, onMessage, onCrash }: SandboxOptions): Sandbox {
  const { port1, port2 } = new MessageChannel();
  const frame = document.createElement("iframe");
  frame.setAttribute("sandbox", "allow-scripts");
  frame.title = "Where the code of this page runs";
  frame.hidden = true;
  frame.srcdoc = FRAME;
  port1.onmessage = ({ data }: MessageEvent<{ message?: unknown; crash?: string }>) => {
    if (data.crash === undefined) onMessage(data.message);
    else onCrash(data.crash);
  };
  // A line break after each script: its last line may be a comment.
  const parts = scripts.flatMap((text) => [text, "\n;\n"]);
  frame.addEventListener("load", () => frame.contentWindow?.postMessage(parts, "*", [port2]), { once: true });
  document.body.append(frame);
  return {
    post: (message, transfer = []) => port1.postMessage({ message, transfer }, transfer),
    close() {
      port1.onmessage = null;
      port1.close();
      frame.remove();
    },
  };
}
