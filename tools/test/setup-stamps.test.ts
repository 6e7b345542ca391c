import { spawn, spawnSync } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { stripsTypes } from "../setup/node.mjs";
import { environment, readState } from "../setup/paths.mjs";
import { lockFile, withLock } from "../setup/patience.mjs";
import { variables } from "../setup/processes.mjs";
import { setUp } from "../setup/setup.mjs";
import { hashOf, modulesMatch } from "../setup/stamps.mjs";
import { temporary, write } from "./fakes.ts";

describe("set-up", () => {
  beforeEach(() => void vi.spyOn(process.stderr, "write").mockReturnValue(true)); // its progress

  /** A place and two steps, of which the second can be made to fail; `done` lists what was done. */
  const course = () => {
    const prefix = temporary();
    const place = { kind: "venv" as const, prefix, bin: prefix, python: "", state: join(prefix, "state.json") };
    const done: string[] = [];
    const trouble = { now: true };
    const step = (name: "python" | "packages", mayFail: boolean) => ({
      name,
      title: name,
      done: (state: Partial<Record<string, unknown>>) => state[name] === "yes",
      make: async () => {
        if (mayFail && trouble.now) throw new Error("interrupted");
        done.push(name);
        return { [name]: "yes" };
      },
    });
    return { place, rows: [[step("python", false)], [step("packages", true)]], done, trouble };
  };

  it("goes on where it was interrupted, and does nothing more once it is finished", async () => {
    const { place, rows, done, trouble } = course();
    await expect(setUp({ place, rows })).rejects.toThrow();
    expect(done).toEqual(["python"]);
    expect(readState(place.state).finished).not.toBe(true);
    trouble.now = false;
    await setUp({ place, rows });
    expect(done).toEqual(["python", "packages"]);
    expect(readState(place.state).finished).toBe(true);
    await setUp({ place, rows });
    expect(done).toEqual(["python", "packages"]);
  });

  it("names the step that failed", async () => {
    const { place, rows } = course();
    await expect(setUp({ place, rows })).rejects.toMatchObject({ title: "packages" });
  });

  it("treats a state file that was cut off in the middle as none", () => {
    expect(readState(write(join(temporary(), "state.json"), '{"python": "/x'))).toEqual({});
  });
});

describe("two set-ups at once", () => {
  it("run one after the other", async () => {
    const folder = temporary();
    const other = spawn("sleep", ["0.3"]);
    const gone = new Promise((resolve) => other.once("exit", resolve));
    write(lockFile(folder), String(other.pid));
    const said: string[] = [];
    await withLock(folder, async () => expect(other.exitCode).toBe(0), { say: (text) => said.push(text), every: 10 });
    await gone;
    expect(said.join()).toContain(`process ${other.pid}`);
    expect(existsSync(lockFile(folder))).toBe(false);
  });

  it("do not wait for one that was killed", async () => {
    const folder = temporary();
    const dead = spawnSync("true");
    write(lockFile(folder), String(dead.pid));
    const said: string[] = [];
    await withLock(folder, async () => {}, { say: (text) => said.push(text) });
    expect(said).toEqual([]);
  });
});

describe("what node_modules holds", () => {
  const folder = (wanted: object, have: object): string => {
    const root = temporary();
    write(join(root, "package-lock.json"), JSON.stringify({ packages: { "": {}, ...wanted } }));
    write(join(root, "node_modules", ".package-lock.json"), JSON.stringify({ packages: have }));
    return root;
  };
  const a1 = { "node_modules/a": { version: "1.0.0" } };

  it("matches the lock file", () => expect(modulesMatch(folder(a1, a1))).toBe(true));
  it("does not match when a version differs", () => {
    expect(modulesMatch(folder(a1, { "node_modules/a": { version: "1.0.1" } }))).toBe(false);
  });
  it("does not match when a package is missing or too many", () => {
    expect(modulesMatch(folder(a1, {}))).toBe(false);
    expect(modulesMatch(folder({}, a1))).toBe(false);
  });
  it("may lack the programs of other systems", () => {
    expect(modulesMatch(folder({ ...a1, "node_modules/b": { version: "1.0.0", optional: true } }, a1))).toBe(true);
  });
  it("does not match when a workspace is not linked", () => {
    const link = { "node_modules/termwise": { link: true, resolved: "lib" } };
    expect(modulesMatch(folder({ ...a1, ...link }, { ...a1, ...link }))).toBe(false);
  });
  it("does not match when npm was interrupted", () => {
    const root = folder(a1, a1);
    writeFileSync(join(root, "node_modules", ".package-lock.json"), '{"packages": {');
    expect(modulesMatch(root)).toBe(false);
  });
});

describe("the hash of sources", () => {
  it("changes with a file's text, with its name, and when it goes", () => {
    const folder = temporary();
    const file = write(join(folder, "deep", "a.ts"), "1");
    const first = hashOf(["x"], [folder]);
    expect(hashOf(["x"], [folder])).toBe(first);
    expect(hashOf(["y"], [folder])).not.toBe(first);
    write(join(folder, "__pycache__", "a.pyc"), "left behind");
    expect(hashOf(["x"], [folder])).toBe(first);
    writeFileSync(file, "2");
    const second = hashOf(["x"], [folder]);
    expect(second).not.toBe(first);
    expect(hashOf(["x"], [join(folder, "nothing")])).not.toBe(second);
  });
});

describe("the environment", () => {
  it("is .venv, unless a conda environment made from environment.yml is active", () => {
    expect(environment({}, "/course")).toMatchObject({ kind: "venv", prefix: "/course/.venv" });
    const conda = temporary();
    expect(environment({ CONDA_PREFIX: conda }, "/course").kind).toBe("venv");
    for (const name of ["jupyterlab-4.6.6-py_0", "sphinx-9.0.4-py_0", "nodejs-24.19.0-h1"])
      write(join(conda, "conda-meta", `${name}.json`), "{}");
    expect(environment({ CONDA_PREFIX: conda }, "/course")).toMatchObject({ kind: "conda", prefix: conda });
  });

  it("comes first on PATH, keeps how this machine downloads, and drops other projects' settings", () => {
    const env = variables("/course/.venv/bin", {
      PATH: "/usr/bin:/course/.venv/bin",
      npm_config_cafile: "/ca.pem",
      npm_config_prefix: "/elsewhere",
      npm_lifecycle_event: "start",
      PYTHONPATH: "/theirs",
      VIRTUAL_ENV: "/theirs",
      JUPYTER_CONFIG_DIR: "/theirs",
      HTTPS_PROXY: "http://proxy",
    });
    expect(env).toEqual({
      PATH: "/course/.venv/bin:/usr/bin",
      npm_config_cafile: "/ca.pem",
      HTTPS_PROXY: "http://proxy",
    });
  });

  it.each([
    ["v20.20.2", false],
    ["v22.17.1", false],
    ["v22.18.0", true],
    ["v23.5.0", false],
    ["v23.6.0", true],
    ["v24.0.0", true],
  ])("can use Node %s: %s", (version, answer) => expect(stripsTypes(version)).toBe(answer));
});
