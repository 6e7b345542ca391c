import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bareVariables, clone, processesOf } from "./bare.ts";
import { runCell } from "./kernel-over-http.ts";

const folder = mkdtempSync(join(tmpdir(), "termwise-fresh-"));
const env = bareVariables(folder);
let course = "";

beforeAll(() => {
  course = clone(folder);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** `npm start` in a terminal of its own; `seen` waits for a text on it. */
class Terminal {
  readonly child: ChildProcess;
  text = "";

  constructor(...args: readonly string[]) {
    this.child = spawn("npm", args, { cwd: course, env, detached: true, stdio: ["ignore", "pipe", "pipe"] });
    for (const stream of [this.child.stdout, this.child.stderr])
      stream?.setEncoding("utf8").on("data", (text) => (this.text += text));
  }

  async seen(pattern: RegExp, seconds: number): Promise<string> {
    for (
      const end = Date.now() + seconds * 1000;
      Date.now() < end;
      await new Promise((resolve) => setTimeout(resolve, 50))
    ) {
      const match = pattern.exec(this.text);
      if (match) return match[1] ?? match[0];
      if (this.child.exitCode !== null) break;
    }
    throw new Error(`not seen: ${pattern}\n${this.text}`);
  }

  /** What the terminal does on Ctrl-C: every process in it gets the signal. */
  async interrupt(): Promise<void> {
    const gone = new Promise((resolve) => this.child.once("exit", resolve));
    if (this.child.pid) process.kill(-this.child.pid, "SIGINT");
    await gone;
  }
}

const ADDRESS = /JupyterLab\s+(http\S+)/;
/** What npm and pip keep in a home folder; pip asks rustc for its version, which may make the last one. */
const CACHES = new Set([".npm", ".cache", ".rustup"]);
const START = ["start", "--silent", "--", "--no-browser"];

// no second try, anywhere: what fails the first time in a clean clone fails for a newcomer
describe("a fresh clone with an empty home folder", { retry: 0 }, () => {
  it("is set up and served by npm start, and Ctrl-C ends everything", async () => {
    const start = Date.now();
    const terminal = new Terminal(...START);
    const lab = new URL(await terminal.seen(ADDRESS, 600));
    const ready = Date.now() - start;
    const book = await terminal.seen(/Book\s+(http\S+)/, 5);
    await terminal.seen(/The book is ready/, 600);
    console.log(`JupyterLab after ${ready / 1000} s, book after ${(Date.now() - start) / 1000} s`);

    expect((await fetch(new URL("/api/contents", lab))).status).toBe(403);
    const allowed = { headers: { authorization: `token ${lab.searchParams.get("token")}` } };
    const specs = await (await fetch(new URL("/api/kernelspecs", lab), allowed)).json();
    expect(Object.keys(specs.kernelspecs)).toEqual(["tslab"]);
    const code = 'import { tensor } from "termwise";\nconsole.log(tensor([[1, 2], [3, 4]]).sum().item());';
    expect((await runCell(lab, "start-here.ipynb", code)).trim()).toBe("10");
    expect(await (await fetch(book)).text()).toContain("Termwise");

    await terminal.interrupt();
    expect(processesOf(course)).toEqual([]);
    await expect(fetch(lab)).rejects.toThrow();
    await expect(fetch(book)).rejects.toThrow();
  });

  it("fills work/ with every notebook", () => {
    const work = readdirSync(join(course, "work")).filter((name) => name.endsWith(".ipynb"));
    expect(work).toEqual(readdirSync(join(course, "notebooks")).filter((name) => name.endsWith(".ipynb")));
    expect(work).toContain("start-here.ipynb");
  });

  it("leaves the clone unchanged for git", () => {
    const { stdout } = spawnSync("git", ["status", "--porcelain"], { cwd: course, encoding: "utf8" });
    expect(stdout).toBe("");
  });

  it("starts again within seconds", async () => {
    const start = Date.now();
    const terminal = new Terminal(...START);
    await terminal.seen(ADDRESS, 60);
    const seconds = (Date.now() - start) / 1000;
    console.log(`warm start: ${seconds} s`);
    expect(terminal.text).not.toContain("Setting up");
    await terminal.interrupt();
    expect(seconds).toBeLessThan(12); // 6 on a machine that does nothing else
  });

  it("ends what it started when the terminal is closed", async () => {
    const terminal = new Terminal(...START);
    await terminal.seen(ADDRESS, 60);
    if (terminal.child.pid) process.kill(-terminal.child.pid, "SIGKILL");
    for (let tries = 0; tries < 200 && processesOf(course).length > 0; tries++)
      await new Promise((resolve) => setTimeout(resolve, 100));
    expect(processesOf(course)).toEqual([]);
  });

  it("points at the first start from a second one", async () => {
    const first = new Terminal(...START);
    const address = await first.seen(ADDRESS, 60);
    const second = spawnSync("npm", START, { cwd: course, env, encoding: "utf8" });
    await first.interrupt();
    expect(second.status).toBe(0);
    expect(second.stdout).toContain("runs already");
    expect(second.stdout).toContain(address);
  });

  it("says which port is taken", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await once(other, "listening");
    const { port } = other.address() as AddressInfo;
    const start = spawnSync("npm", [...START, "--port", String(port)], { cwd: course, env, encoding: "utf8" });
    other.close();
    expect(start.status).toBe(1);
    expect(start.stderr).toContain(`Port ${port} is taken`);
  });

  it("wrote nothing into the home folder but the caches of npm and pip", () => {
    const home = readdirSync(join(folder, "home")).filter((name) => !CACHES.has(name));
    expect(home).toEqual([]);
    expect(existsSync(join(course, "work", ".jupyter", "server.log"))).toBe(true);
    expect(readFileSync(join(course, "work", ".jupyter", "server.log"), "utf8")).not.toContain("Traceback");
  });

  it("passes npm test", () => {
    const { status, stdout, stderr } = spawnSync("npm", ["test", "--silent"], {
      cwd: course,
      env,
      encoding: "utf8",
      maxBuffer: 1 << 28,
    });
    const last = stdout.trim().split("\n").at(-1) ?? "";
    expect(last, `${stdout.slice(-3000)}\n${stderr.slice(-3000)}`).toMatch(/^[1-9]\d* passed, 0 failed$/);
    expect(status).toBe(0);
  });
});
