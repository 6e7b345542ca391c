/** A small Jupyter client for tests: starts the kernel as kernel.json does, or the stock one, and talks to it by ZeroMQ. */
import { type ChildProcess, spawn } from "node:child_process";
import { createHmac, randomUUID } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Dealer, Subscriber } from "zeromq";
import { kernelSpec } from "../../kernel/install.mjs";
import { root } from "../../root.ts";

/** Contents of messages are whatever the protocol says. */
// biome-ignore lint/suspicious/noExplicitAny: tests look into them freely, and expect() checks what is there
type Content = Record<string, any>;

export interface Message {
  readonly type: string;
  readonly parent: string;
  readonly content: Content;
}
/** What one request led to: the reply, everything published for it, and the two kinds of text. */
export interface Run {
  readonly reply: Content;
  readonly published: readonly Message[];
  readonly stdout: string;
  readonly stderr: string;
  readonly error?: { ename: string; evalue: string; traceback: string[] };
}
export interface Options {
  readonly stock?: boolean;
  readonly cwd?: string;
  readonly env?: Record<string, string>;
}

const DELIMITER = "<IDS|MSG>";
const KEY = "key";

export class Kernel {
  readonly process: ChildProcess;
  readonly published: Message[] = [];
  readonly #shell: Dealer;
  readonly #control: Dealer;
  readonly #iopub: Subscriber;
  readonly #replies = new Map<string, (content: Content) => void>();
  readonly #idle = new Map<string, () => void>();
  readonly #folder: string;

  static async start(options: Options = {}): Promise<Kernel> {
    const folder = mkdtempSync(join(tmpdir(), "kernel-"));
    const kernel = new Kernel(folder, await freePorts(5), options);
    await kernel.request("kernel_info_request", {}, { published: false });
    while (!kernel.published.some(({ type }) => type === "status")) {
      await kernel.request("kernel_info_request", {}, { published: false }); // the subscription takes a moment
      await new Promise((done) => setTimeout(done, 10));
    }
    return kernel;
  }

  private constructor(folder: string, ports: number[], { stock = false, cwd = root, env = {} }: Options) {
    this.#folder = folder;
    const names = ["shell_port", "iopub_port", "control_port", "stdin_port", "hb_port"];
    const connection = { transport: "tcp", ip: "127.0.0.1", key: KEY, signature_scheme: "hmac-sha256" };
    const file = join(folder, "connection.json");
    writeFileSync(file, JSON.stringify({ ...connection, ...Object.fromEntries(names.map((n, i) => [n, ports[i]])) }));
    const argv = kernelSpec({ node: process.execPath, root }).argv.map((word) =>
      word === "{connection_file}" ? file : word,
    );
    if (stock) argv.splice(argv.indexOf("--require"), 2);
    this.process = spawn(argv[0], argv.slice(1), { cwd, env: { ...process.env, ...env }, stdio: "ignore" });
    const address = (port: number): string => `tcp://127.0.0.1:${port}`;
    [this.#shell, this.#control, this.#iopub] = [new Dealer(), new Dealer(), new Subscriber()];
    for (const socket of [this.#shell, this.#control, this.#iopub]) socket.linger = 0;
    this.#shell.connect(address(ports[0]));
    this.#iopub.connect(address(ports[1]));
    this.#iopub.subscribe();
    this.#control.connect(address(ports[2]));
    for (const socket of [this.#shell, this.#control, this.#iopub]) void this.#listen(socket);
  }

  async #listen(socket: Dealer | Subscriber): Promise<void> {
    for await (const frames of socket) {
      const texts = frames.map(String);
      const [, header, parent, , content] = texts.slice(texts.indexOf(DELIMITER) + 1);
      const message = {
        type: JSON.parse(header).msg_type,
        parent: JSON.parse(parent).msg_id,
        content: JSON.parse(content),
      };
      if (socket !== this.#iopub) this.#replies.get(message.parent)?.(message.content);
      else this.published.push(message);
      if (message.content.execution_state === "idle") this.#idle.get(message.parent)?.();
    }
  }

  /** Sends a request; resolves when it was answered and everything for it was published. */
  async request(type: string, content: object, { published = true, control = false } = {}): Promise<Run> {
    const id = randomUUID();
    const replied = new Promise<Content>((resolve) => this.#replies.set(id, resolve));
    const idle = new Promise<void>((resolve) => this.#idle.set(id, resolve));
    const header = {
      msg_id: id,
      msg_type: type,
      session: "test",
      username: "",
      version: "5.3",
      date: new Date().toISOString(),
    };
    const parts = [header, {}, {}, content].map((part) => JSON.stringify(part));
    const hmac = createHmac("sha256", KEY).update(parts.join("")).digest("hex");
    await (control ? this.#control : this.#shell).send([DELIMITER, hmac, ...parts]);
    const reply = await replied;
    if (published) await idle;
    const own = this.published.filter(({ parent }) => parent === id);
    const text = (name: string): string =>
      own
        .filter((m) => m.type === "stream" && m.content.name === name)
        .map((m) => m.content.text)
        .join("");
    const error = own.find((m) => m.type === "error")?.content as Run["error"];
    return { reply, published: own, stdout: text("stdout"), stderr: text("stderr"), error };
  }

  run(code: string, { stopOnError = true, silent = false } = {}): Promise<Run> {
    return this.request("execute_request", {
      code,
      silent,
      store_history: true,
      allow_stdin: false,
      stop_on_error: stopOnError,
    });
  }

  async complete(code: string): Promise<string[]> {
    return (await this.request("complete_request", { code, cursor_pos: code.length })).reply.matches;
  }

  async inspect(code: string): Promise<string> {
    return (await this.request("inspect_request", { code, cursor_pos: code.length - 1, detail_level: 0 })).reply.data[
      "text/plain"
    ];
  }

  interrupt(): void {
    this.process.kill("SIGINT");
  }

  stop(): void {
    this.process.kill("SIGKILL");
    for (const socket of [this.#shell, this.#control, this.#iopub]) socket.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

/** Waits until a condition holds; false when it does not within the time. */
export async function until(holds: () => boolean, ms = 10_000): Promise<boolean> {
  for (const end = Date.now() + ms; Date.now() < end; await new Promise((done) => setTimeout(done, 20)))
    if (holds()) return true;
  return holds();
}

async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer().listen(0, "127.0.0.1"));
  await Promise.all(servers.map((server) => new Promise((done) => server.once("listening", done))));
  const ports = servers.map((server) => (server.address() as { port: number }).port);
  await Promise.all(servers.map((server) => new Promise((done) => server.close(done))));
  return ports;
}
