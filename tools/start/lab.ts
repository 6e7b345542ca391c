/** Starts JupyterLab on work/ and waits until it answers. */
import { type ChildProcess, spawn } from "node:child_process";
import { createWriteStream, existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { setTimeout as sleep } from "node:timers/promises";
import { root } from "../root.ts";

export interface Lab {
  readonly process: ChildProcess;
  /** The file with everything that the server says. */
  readonly log: string;
  /** Resolves once the server answers; rejects with the last lines of its log if it ends before. */
  readonly ready: Promise<void>;
  /** Ends server and kernels; resolves when they are gone. */
  stop(): Promise<void>;
}

export interface LabOptions {
  readonly port: number;
  readonly token: string;
  /** What opens first. */
  readonly page: string;
  /** Where settings and layout are kept: those of this course, not those of the reader's other notebooks. */
  readonly own?: string;
}

/** Starts the server. `work` is the folder that it shows. */
export function startLab(work: string, { port, token, page, own = join(work, ".jupyter") }: LabOptions): Lab {
  const runtime = mkdtempSync(join(tmpdir(), "termwise-"));
  mkdirSync(own, { recursive: true });
  const server = spawn("python", [join(root, "tools", "start", "lab.py"), ...options(work, port, page)], {
    cwd: work,
    stdio: ["pipe", "pipe", "pipe"],
    detached: true, // a Ctrl-C goes to us alone; we then end the server in order
    env: {
      ...process.env,
      JUPYTER_TOKEN: token,
      JUPYTER_CONFIG_DIR: join(own, "config"),
      JUPYTER_DATA_DIR: join(own, "data"),
      JUPYTER_RUNTIME_DIR: runtime,
      JUPYTERLAB_SETTINGS_DIR: join(own, "settings"),
      JUPYTERLAB_WORKSPACES_DIR: join(own, "workspaces"),
      IPYTHONDIR: join(own, "ipython"),
      JUPYTER_PREFER_ENV_PATH: "1",
      JUPYTER_PLATFORM_DIRS: "1",
    },
  });
  const log = join(own, "server.log");
  const tail = keepLog(server, log);
  const gone = new Promise<void>((resolve) => server.once("close", () => resolve()));
  gone.then(() => rmSync(runtime, { recursive: true, force: true }));
  return { process: server, log, ready: waitUntilUp(server, port, token, tail), stop: () => stop(server, gone) };
}

function options(work: string, port: number, page: string): string[] {
  const start = page && existsSync(join(work, page)) ? `/lab/tree/${page}` : "/lab";
  const traits = {
    "ServerApp.ip": "127.0.0.1",
    "ServerApp.port": port,
    "ServerApp.port_retries": 0,
    "ServerApp.open_browser": "False",
    "ServerApp.root_dir": work,
    "ServerApp.preferred_dir": work,
    "LabApp.default_url": start,
    "ServerApp.allow_root": process.getuid?.() === 0 ? "True" : "False",
  };
  return Object.entries(traits).map(([name, value]) => `--${name}=${value}`);
}

/** Writes what the server says into a file. Returns its last lines on demand. */
function keepLog(server: ChildProcess, file: string): () => string {
  const log = createWriteStream(file);
  let tail = "";
  for (const stream of [server.stdout, server.stderr]) {
    stream?.setEncoding("utf8").on("data", (text: string) => {
      log.write(text);
      tail = (tail + text).slice(-4000);
    });
  }
  return () => tail.trim().split("\n").slice(-12).join("\n");
}

async function waitUntilUp(server: ChildProcess, port: number, token: string, tail: () => string): Promise<void> {
  const headers = { authorization: `token ${token}` };
  for (let tries = 0; tries < 1200; tries++) {
    if (server.exitCode !== null || server.signalCode !== null) throw new Error(`JupyterLab ended.\n${tail()}`);
    const answer = await fetch(`http://127.0.0.1:${port}/api/status`, { headers }).catch(() => null);
    if (answer?.ok) return;
    await sleep(100);
  }
  throw new Error(`JupyterLab did not answer within two minutes.\n${tail()}`);
}

/** Asks first, which lets the server end its kernels; insists after eight seconds. */
async function stop(server: ChildProcess, gone: Promise<void>): Promise<void> {
  server.kill("SIGTERM");
  const insist = setTimeout(() => server.pid && process.kill(-server.pid, "SIGKILL"), 8000);
  await gone;
  clearTimeout(insist);
}
