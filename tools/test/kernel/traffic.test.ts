/** The kernel's conversation with Jupyter: nothing is lost, skipped or counted wrongly. */
import { createRequire } from "node:module";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Kernel, until } from "./client.ts";

let ours: Kernel;
let stock: Kernel;
beforeAll(async () => {
  [ours, stock] = await Promise.all([Kernel.start(), Kernel.start({ stock: true })]);
}, 60_000);
afterAll(() => {
  for (const kernel of [ours, stock]) kernel?.stop();
});

const numbers = (count: number): string => Array.from({ length: count }, (_, k) => `${k}\n`).join("");
const loop = (count: number): string => `for (let k = 0; k < ${count}; k++) console.log(k);`;

test("ten thousand prints of one cell all arrive, in few messages; the stock kernel loses most", async () => {
  const run = await ours.run(loop(10_000));
  expect(run.stdout).toBe(numbers(10_000));
  expect(run.published.filter((m) => m.type === "stream").length).toBeLessThan(100);
  const other = await Kernel.start({ stock: true });
  await other.request("execute_request", { code: loop(10_000), stop_on_error: true }, { published: false });
  await new Promise((done) => setTimeout(done, 1000));
  const arrived = other.published.filter((m) => m.type === "stream");
  other.stop();
  expect(arrived.length).toBeLessThan(5000);
});

test("a thousand displays of one cell all arrive", async () => {
  const code = 'for (let k = 0; k < 1000; k++) (globalThis as any).__termwise.display({ "text/plain": String(k) });';
  const shown = (await ours.run(code)).published.filter((m) => m.type === "display_data");
  expect(shown.map((m) => m.content.data["text/plain"])).toEqual(Array.from({ length: 1000 }, (_, k) => String(k)));
});

test("prints of a long synchronous cell are sent while it runs", async () => {
  const code =
    "const end = performance.now() + 600; console.log('first'); let spun = 0; while (performance.now() < end) { spun++; if (spun === 1) console.log('second'); }";
  const run = ours.run(code);
  await until(() => ours.published.some((m) => m.content.text?.startsWith("first")));
  const seen = Date.now();
  await run;
  expect(Date.now() - seen).toBeGreaterThan(200);
});

test("a cell sent right after the reply of a failed one runs; the stock kernel skips it", async () => {
  for (const [kernel, status] of [
    [ours, "ok"],
    [stock, "abort"],
  ] as const) {
    expect((await kernel.run("throw new Error('first')")).reply.status).toBe("error");
    expect((await kernel.run("1 + 1")).reply.status).toBe(status);
  }
});

test("cells that were waiting when one failed are aborted, as Run All expects", async () => {
  const [failed, waiting, another] = await Promise.all([
    ours.run("throw new Error('x')"),
    ours.run("1"),
    ours.run("2"),
  ]);
  expect([failed, waiting, another].map(({ reply }) => reply.status)).toEqual(["error", "aborted", "aborted"]);
  expect(waiting.published.some((m) => m.type === "execute_input")).toBe(false);
});

test("so is a cell that was sent while the failing one kept the kernel from reading", async () => {
  const code = "for (const end = performance.now() + 500; performance.now() < end; ); throw new Error('x');";
  const failing = ours.run(code);
  expect(await until(() => ours.published.some((m) => m.content.code === code))).toBe(true);
  const late = await ours.run("'too late'");
  expect([(await failing).reply.status, late.reply.status]).toEqual(["error", "aborted"]);
});

test("with stop_on_error off, waiting cells run", async () => {
  const runs = await Promise.all([
    ours.run("throw new Error('x')", { stopOnError: false }),
    ours.run("'still' + ' here'"),
  ]);
  expect(runs.map(({ reply }) => reply.status)).toEqual(["error", "ok"]);
  expect(runs[1].stdout).toBe("still here\n");
});

test("cells run one after the other, whatever is awaited", async () => {
  const code = (name: string): string =>
    `console.log("${name} begins"); await new Promise((done) => setTimeout(done, 50)); console.log("${name} ends");`;
  const [a, b] = await Promise.all([ours.run(code("a")), ours.run(code("b"))]);
  const at = (type: string, run: typeof a): number =>
    ours.published.indexOf(run.published.find((m) => m.type === type || m.content.execution_state === type)!);
  expect(at("busy", b)).toBeGreaterThan(at("idle", a));
  expect([a.stdout, b.stdout]).toEqual(["a begins\na ends\n", "b begins\nb ends\n"]);
});

test("the code of each cell is announced with its count; the stock kernel announces nothing", async () => {
  const run = await ours.run("'announced'");
  const input = run.published.find((m) => m.type === "execute_input");
  expect(input?.content).toEqual({ code: "'announced'", execution_count: run.reply.execution_count });
  expect((await stock.run("1")).published.some((m) => m.type === "execute_input")).toBe(false);
});

test("a request during start-up waits until every socket is bound", async () => {
  const { repair } = createRequire(import.meta.url)("../../kernel/messages.cjs");
  const order: string[] = [];
  let open = (): void => {};
  class Server {
    bound?: Promise<unknown>;
    async bindSocket(socket: string): Promise<void> {
      if (socket === "iopub") await new Promise<void>((done) => (open = done));
      order.push(`bound ${socket}`);
    }
    async handleShellMessage(): Promise<void> {
      order.push("answered");
    }
    publishStatus(): void {}
    handleExecute(): void {}
    close(): void {}
  }
  class Handler {
    handleKernel(): void {}
    handleExecuteImpl(): void {}
  }
  repair({ ZmqServer: Server, JupyterHandlerImpl: Handler }, "5.0.4");
  const server = new Server();
  void server.bindSocket("iopub");
  void server.bindSocket("shell");
  const answered = server.handleShellMessage();
  await new Promise((done) => setTimeout(done, 20));
  expect(order).toEqual(["bound shell"]);
  open();
  await answered;
  expect(order).toEqual(["bound shell", "bound iopub", "answered"]);
});
