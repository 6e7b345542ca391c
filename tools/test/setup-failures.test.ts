import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { describe, expect, it, vi } from "vitest";
import { root } from "../root.ts";
import { explain, Failure, describe as inWords } from "../setup/failures.mjs";
import { run } from "../setup/processes.mjs";
import { findPython, makePython } from "../setup/python.mjs";
import { programs, temporary } from "./fakes.ts";

vi.setConfig({ testTimeout: 120_000 }); // pip and venv are slow on a busy machine

const failureOf = async (work: () => unknown): Promise<Failure> => {
  try {
    await work();
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
  throw new Error("it did not fail");
};

describe("a failure is explained", () => {
  it("when the disk is full", async () => {
    const failure = await failureOf(() => run("sh", ["-c", "cat /etc/passwd > /dev/full"]));
    expect(failure.message).toBe("The disk is full.");
  });

  it("when npm cannot reach the registry", async () => {
    const env = {
      ...process.env,
      npm_config_registry: "http://127.0.0.1:9/",
      npm_config_fetch_retries: "0",
      npm_config_cache: temporary(),
    };
    const failure = await failureOf(() => run("npm", ["view", "no-such-package"], { env }));
    expect(failure.message).toBe("The package registry could not be reached.");
  });

  it("when pip cannot reach the registry", async () => {
    const args = [
      "-m",
      "pip",
      "install",
      "--isolated",
      "--retries=1",
      "--index-url=http://127.0.0.1:9/simple",
      "no-such-package",
    ];
    const failure = await failureOf(() => run("python3", args));
    expect(failure.message).toBe("The package registry could not be reached.");
  });

  it("when a program is not there", async () => {
    const failure = await failureOf(() => run("no-such-program", []));
    expect(failure.message).toBe("A program or file that set-up needs is missing.");
  });

  it("when a program runs out of memory", async () => {
    const failure = await failureOf(() => run("sh", ["-c", "kill -9 $$"]));
    expect(failure.message).toBe("A program was ended for lack of memory.");
  });

  it.each([
    ["npm error code SELF_SIGNED_CERT_IN_CHAIN", "certificate is not trusted"],
    ["ssl.SSLCertVerificationError: [SSL: CERTIFICATE_VERIFY_FAILED]", "certificate is not trusted"],
    ["npm error code E401\nnpm error Unable to authenticate", "refused the request"],
    ["npm error code EINTEGRITY", "damaged"],
    ["npm error code EACCES\nnpm error syscall mkdir", "may not be written"],
    ["ERROR: No matching distribution found for jupyterlab==4.6.6", "not available for this Python"],
    [
      "npm error `npm ci` can only install packages when your package.json and package-lock.json are in sync",
      "does not know",
    ],
    ["/lib/libc.so.6: version `GLIBC_2.28' not found", "does not fit this system"],
  ])("%j", (output, reason) => {
    expect(explain(output)?.reason).toContain(reason);
    expect(explain(output)?.remedy).toMatch(/\w/);
  });

  it("by its last lines when it is nothing known", () => {
    const failure = new Failure(["asc", "x.as"], "line 1\nSome rare trouble");
    expect(inWords("the library", failure)).toMatch(/Reason: asc x\.as failed\.[\s\S]*\| Some rare trouble/);
  });
});

describe("finding Python", () => {
  it("says what it found when every Python is too old", async () => {
    const PATH = programs({ python3: "echo 3.8 /usr/bin/python3", python: "echo 2.7 /usr/bin/python" });
    const failure = await failureOf(() => findPython({ PATH }));
    expect(failure.message).toBe("Python 3.10 or newer is needed; python3 is Python 3.8, python is Python 2.7.");
    expect(failure.remedy).toContain("sudo apt install python3");
  });

  it("says so when there is none", async () => {
    const failure = await failureOf(() => findPython({ PATH: temporary() }));
    expect(failure.message).toContain("no Python was found");
  });

  it("passes over one that is too old", () => {
    const PATH = programs({ python3: "echo 3.9 /old/python3", "python3.12": "echo 3.12 /new/python3.12" });
    expect(findPython({ PATH })).toEqual({ version: "3.12", file: "/new/python3.12" });
  });
});

describe("making the virtual environment", () => {
  const place = (prefix: string) => {
    const bin = join(prefix, "bin");
    return { kind: "venv" as const, prefix, bin, python: join(bin, "python"), state: join(prefix, "state.json") };
  };
  const onPath = async <T>(folder: string, work: () => Promise<T>): Promise<T> => {
    const before = process.env.PATH;
    process.env.PATH = folder;
    return await work().finally(() => (process.env.PATH = before));
  };

  it("names Debian's package when Python lacks its venv module", async () => {
    const said = "The virtual environment was not created successfully because ensurepip is not available.";
    const script = `case "$*" in *version_info*) echo 3.11 "$0";; *) echo "${said}"; exit 1;; esac`;
    const failure = await failureOf(() =>
      onPath(programs({ python3: script }), () => makePython(place(join(temporary(), "v")))),
    );
    expect(failure.message).toContain("`venv` module is missing");
    expect(failure.remedy).toContain("sudo apt install python3-venv");
  });

  it("starts over when an earlier one was left half-made", async () => {
    const prefix = programs({ "bin/python": "exit 1", "pyvenv.cfg": "" });
    const version = await makePython(place(prefix));
    expect(version).toMatch(/^3\.\d+/);
    expect(existsSync(join(prefix, "bin", "pip"))).toBe(true);
  });
});

describe("npm start", () => {
  const start = (...args: string[]) =>
    spawnSync("node", [join(root, "tools", "setup.mjs"), "--start", ...args], { encoding: "utf8" });

  it("answers --help without setting anything up", () => {
    const { status, stdout, stderr } = start("--help");
    expect([status, stderr]).toEqual([0, ""]);
    expect(stdout).toContain("--reset CHAPTER");
  });

  it("refuses an unknown option with exit code 2", () => {
    const { status, stderr } = start("--brwoser");
    expect(status).toBe(2);
    expect(stderr).toContain('does not know "--brwoser"');
  });
});
