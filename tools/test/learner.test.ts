import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { fillWork } from "../learner/fill.ts";
import { temporary, write } from "./fakes.ts";

/** A notebook of code cells. `run` adds what running it in JupyterLab leaves behind. */
const notebook = (cells: readonly string[], { run = false } = {}): string =>
  JSON.stringify({
    cells: cells.map((source, n) => ({
      cell_type: "code",
      source,
      execution_count: run ? n + 7 : n + 1,
      outputs: run ? [{ output_type: "stream", name: "stdout", text: "new" }] : [],
      metadata: {},
    })),
    metadata: run ? { changed: true } : {},
  });

/** A course with one chapter and its exercises, and a filled work/. */
const course = () => {
  const root = temporary();
  const work = join(root, "work");
  const offer = (name: string, text: string) => write(join(root, "notebooks", name), text);
  offer("ch05-losses.ipynb", notebook(["1"]));
  offer("exercises/ch05.ipynb", notebook(["exercise"]));
  const fill = (reset: string[] = []) => fillWork(root, work, { reset });
  fill();
  const read = (name: string) => readFileSync(join(work, name), "utf8");
  return { root, work, offer, fill, read, change: (name: string, text: string) => write(join(work, name), text) };
};

describe("work/", () => {
  it("holds a copy of every notebook", () => {
    const { read } = course();
    expect(read("ch05-losses.ipynb")).toBe(notebook(["1"]));
    expect(read("exercises/ch05.ipynb")).toBe(notebook(["exercise"]));
  });

  it("gets a newer notebook where the reader changed nothing", () => {
    const { offer, fill, read } = course();
    offer("ch05-losses.ipynb", notebook(["1", "2"]));
    expect(fill()).toEqual([]);
    expect(read("ch05-losses.ipynb")).toBe(notebook(["1", "2"]));
  });

  it("counts running a notebook, and an empty cell at its end, as no change", () => {
    const { offer, fill, read, change } = course();
    change("ch05-losses.ipynb", notebook(["1", ""], { run: true }));
    offer("ch05-losses.ipynb", notebook(["1", "2"]));
    expect(fill()).toEqual([]);
    expect(read("ch05-losses.ipynb")).toBe(notebook(["1", "2"]));
  });

  it("keeps what the reader changed, puts the newer one beside it, and says so once", () => {
    const { offer, fill, read, change } = course();
    change("ch05-losses.ipynb", notebook(["mine"]));
    expect(fill()).toEqual([]);
    offer("ch05-losses.ipynb", notebook(["1", "2"]));
    expect(fill().join()).toContain("ch05-losses.new.ipynb");
    expect(read("ch05-losses.ipynb")).toBe(notebook(["mine"]));
    expect(read("ch05-losses.new.ipynb")).toBe(notebook(["1", "2"]));
    expect(fill()).toEqual([]);
  });

  it("never overwrites an earlier copy beside", () => {
    const { offer, fill, read, change } = course();
    change("ch05-losses.ipynb", notebook(["mine"]));
    for (const version of ["2", "3"]) {
      offer("ch05-losses.ipynb", notebook([version]));
      fill();
    }
    expect(read("ch05-losses.new.ipynb")).toBe(notebook(["2"]));
    expect(read("ch05-losses.new-2.ipynb")).toBe(notebook(["3"]));
  });

  it("is quiet when the reader already wrote what the newer one says", () => {
    const { offer, fill, work, change } = course();
    change("ch05-losses.ipynb", notebook(["1", "2"]));
    offer("ch05-losses.ipynb", notebook(["1", "2"]));
    expect(fill()).toEqual([]);
    expect(existsSync(join(work, "ch05-losses.new.ipynb"))).toBe(false);
  });

  it("gets a deleted notebook back", () => {
    const { work, fill, read } = course();
    rmSync(join(work, "ch05-losses.ipynb"));
    fill();
    expect(read("ch05-losses.ipynb")).toBe(notebook(["1"]));
  });

  it.each([
    ["was lost", null],
    ["is damaged", '{"files": {'],
  ])("keeps the reader's files when its record %s", (_, record) => {
    const { work, fill, read, change } = course();
    change("ch05-losses.ipynb", notebook(["mine"]));
    if (record === null) rmSync(join(work, ".termwise.json"));
    else change(".termwise.json", record);
    fill();
    expect(read("ch05-losses.ipynb")).toBe(notebook(["mine"]));
  });

  it("keeps a file that is no notebook any more", () => {
    const { offer, fill, read, change } = course();
    change("ch05-losses.ipynb", "not JSON");
    offer("ch05-losses.ipynb", notebook(["2"]));
    fill();
    expect(read("ch05-losses.ipynb")).toBe("not JSON");
  });

  it("loses a notebook that the course dropped, unless the reader changed it", () => {
    const { root, work, fill, change } = course();
    rmSync(join(root, "notebooks", "exercises", "ch05.ipynb"));
    fill();
    expect(existsSync(join(work, "exercises", "ch05.ipynb"))).toBe(false);
    change("ch05-losses.ipynb", notebook(["mine"]));
    rmSync(join(root, "notebooks", "ch05-losses.ipynb"));
    expect(fill().join()).toContain("no longer part of the course");
    expect(existsSync(join(work, "ch05-losses.ipynb"))).toBe(true);
  });
});

describe("an answer", () => {
  const ANSWER = "exercises/ch05/softmaxAxis/answer.ts";
  const exercise = () => {
    const { root, ...rest } = course();
    const stub = (text: string) => write(join(root, "exercises", "ch05", "softmaxAxis", "stub.ts"), text);
    stub("stub 1");
    return { ...rest, stub };
  };

  it("is not made before it is asked for", () => {
    const { fill, work } = exercise();
    fill();
    fill(["ch05"]);
    expect(existsSync(join(work, ANSWER))).toBe(false);
  });

  it("is the reader's from its first line; a new stub is put beside it", () => {
    const { fill, read, change, stub } = exercise();
    change(ANSWER, "mine");
    expect(fill()).toEqual([]);
    stub("stub 2");
    expect(fill().join()).toContain("answer.new.ts");
    expect(read(ANSWER)).toBe("mine");
  });

  it("follows the stub while the reader has written nothing", () => {
    const { fill, read, change, stub } = exercise();
    change(ANSWER, "stub 1");
    fill();
    stub("stub 2");
    expect(fill()).toEqual([]);
    expect(read(ANSWER)).toBe("stub 2");
  });

  it("is put aside by --reset", () => {
    const { fill, read, change } = exercise();
    change(ANSWER, "mine");
    fill(["ch05"]);
    expect(read(ANSWER)).toBe("stub 1");
    expect(read("exercises/ch05/softmaxAxis/answer.yours.ts")).toBe("mine");
  });
});

describe("--reset", () => {
  it("restores a chapter's notebooks and keeps the reader's beside them", () => {
    const { fill, read, change } = course();
    change("ch05-losses.ipynb", notebook(["mine"]));
    change("exercises/ch05.ipynb", notebook(["my answer"]));
    fill(["ch05"]);
    expect(read("ch05-losses.ipynb")).toBe(notebook(["1"]));
    expect(read("ch05-losses.yours.ipynb")).toBe(notebook(["mine"]));
    expect(read("exercises/ch05.yours.ipynb")).toBe(notebook(["my answer"]));
  });

  it("drops outputs without keeping a copy when only they differ", () => {
    const { work, fill, read, change } = course();
    change("ch05-losses.ipynb", notebook(["1"], { run: true }));
    fill(["ch05"]);
    expect(read("ch05-losses.ipynb")).toBe(notebook(["1"]));
    expect(existsSync(join(work, "ch05-losses.yours.ipynb"))).toBe(false);
  });

  it("leaves other chapters alone and says when there is none of that name", () => {
    const { fill, read, change } = course();
    change("ch05-losses.ipynb", notebook(["mine"]));
    expect(fill(["ch06"])).toEqual(["There is no ch06."]);
    expect(read("ch05-losses.ipynb")).toBe(notebook(["mine"]));
  });
});
