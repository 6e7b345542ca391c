import { execFile, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { promisify } from "node:util";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { afterAnswer, dayOf, dueOn, plusDays, RESTS } from "../learner/progress/boxes.ts";
import { type Answered, empty, merge, NotProgress, type ProgressData, parse, print } from "../learner/progress/data.ts";
import { mergeProgress, progressFile, readProgress, updateProgress, workFolderOf } from "../learner/progress/file.ts";
import { clear, exerciseChecked, questionAnswered, termRead } from "../learner/progress/record.ts";
import { root } from "../root.ts";

const at = (ms: number): string => new Date(ms).toISOString();
const time = fc.integer({ min: 1, max: 12 }).map(at);
const id = fc.constantFrom("a", "b", "c");
const group = <E>(entry: fc.Arbitrary<E>): fc.Arbitrary<Record<string, E>> =>
  fc.dictionary(id, entry, { noNullPrototype: true });
const mark = group(fc.record({ at: time, read: fc.boolean() }));
const solvedNow = (found: Record<string, { at: string; score: number; points: number; solved: boolean }>) =>
  Object.fromEntries(Object.entries(found).map(([id, one]) => [id, { ...one, solved: one.solved ? one.at : null }]));
const day = fc.constantFrom("2026-01-01", "2026-01-05");
const progress: fc.Arbitrary<ProgressData> = fc
  .record({
    schema: fc.constant("termwise/progress/1" as const),
    cleared: fc.oneof(fc.constant(""), time),
    terms: mark,
    sections: mark,
    exercises: group(fc.record({ at: time, score: fc.nat(3), points: fc.constant(3), solved: fc.boolean() })).map(
      solvedNow,
    ),
    questions: group(fc.record({ at: time, right: fc.boolean(), box: fc.nat(5), due: day })),
    today: fc.option(fc.record({ at: time, day, ids: fc.array(id) })),
  })
  .map((data) => merge(data, empty()));

describe("merging", () => {
  test("does not depend on the order, and twice is once", () => {
    fc.assert(
      fc.property(progress, progress, progress, (a, b, c) => {
        expect(merge(a, b)).toEqual(merge(b, a));
        expect(merge(merge(a, b), c)).toEqual(merge(a, merge(b, c)));
        expect(merge(merge(a, b), b)).toEqual(merge(a, b));
      }),
      { numRuns: 500 },
    );
  });

  test("what is written is read back as it was", () => {
    fc.assert(
      fc.property(progress, (data) => {
        expect(parse(print(data))).toEqual(data);
      }),
    );
  });

  test("the newer entry wins, an exercise stays solved, and a clearing reaches the other copy", () => {
    const solved = exerciseChecked("E05.4", { score: 4, points: 4 })(empty(), new Date(1000));
    const worse = exerciseChecked("E05.4", { score: 1, points: 4 })(empty(), new Date(2000));
    expect(merge(solved, worse).exercises["E05.4"]).toEqual({ at: at(2000), score: 1, points: 4, solved: at(1000) });
    const cleared = clear(solved, new Date(3000));
    expect(merge(cleared, worse)).toEqual(cleared);
    const again = exerciseChecked("E05.4", { score: 2, points: 4 })(cleared, new Date(1));
    expect(merge(again, solved).exercises["E05.4"]).toMatchObject({ score: 2, solved: null });
  });
});

describe("reading", () => {
  test.each(["", "{", "[]", "null", '"x"', '{"schema":"something/else"}'])(
    "%j is not progress, and says so",
    (text) => {
      expect(() => parse(text)).toThrow(NotProgress);
    },
  );

  test("odd entries are left out, the others stay", () => {
    const odd = {
      schema: "termwise/progress/1",
      cleared: 5,
      terms: {
        softmax: { at: "2026-01-02", read: true },
        bad: { at: "yesterday", read: true },
        __proto__: 1,
        "a b": {},
      },
      exercises: { "E05.4": { at: "2026-01-02T00:00:00Z", score: "four", points: 4 } },
      questions: { q: { at: "2026-01-02T00:00:00Z", right: true, box: 1, due: "soon" }, r: null },
      today: { day: "2026-01-02" },
      extra: "ignored",
    };
    const terms = { softmax: { at: "2026-01-02T00:00:00.000Z", read: true } };
    expect(parse(JSON.stringify(odd))).toEqual({ ...empty(), terms });
  });
});

describe("the boxes", () => {
  test("right answers on the due days rest 1, 3, 7, 16, 35, 35 days", () => {
    let entry: Answered | undefined;
    let today = "2026-02-20";
    const rests = [...Array(6)].map(() => {
      entry = afterAnswer(entry, true, at(0), today);
      const rest = (Date.parse(entry.due) - Date.parse(today)) / 86_400_000;
      today = entry.due;
      return rest;
    });
    expect(rests).toEqual([...RESTS, 35]);
  });

  test("a wrong answer begins again, also before the due day; a right one before it changes nothing", () => {
    const third: Answered = { at: at(0), right: true, box: 3, due: "2026-03-10" };
    expect(afterAnswer(third, true, at(1), "2026-03-09")).toEqual({ ...third, at: at(1) });
    expect(afterAnswer(third, false, at(1), "2026-03-09")).toMatchObject({ box: 1, due: "2026-03-10", right: false });
    expect(afterAnswer(third, true, at(1), "2026-03-10")).toMatchObject({ box: 4, due: "2026-03-26" });
    expect(afterAnswer(third, true, at(1), "2026-05-01")).toMatchObject({ box: 4, due: "2026-05-17" });
  });

  test("days are the reader's own, over months and years", () => {
    expect(plusDays("2026-12-31", 1)).toBe("2027-01-01");
    expect(plusDays("2028-02-28", 1)).toBe("2028-02-29");
    expect(dayOf(new Date(2026, 0, 5, 23, 59))).toBe("2026-01-05");
  });

  test("what waits longest comes first", () => {
    const due = (day: string): Answered => ({ at: at(0), right: true, box: 1, due: day });
    expect(dueOn({ a: due("2026-01-03"), b: due("2026-01-01"), c: due("2026-01-09") }, "2026-01-03")).toEqual([
      "b",
      "a",
    ]);
  });

  test("a right answer makes its terms known, but not against the reader's word", () => {
    const denied = termRead("softmax", false)(empty(), new Date(1000));
    const data = questionAnswered("q", true, ["softmax", "cross-entropy"])(denied, new Date(2000));
    expect(data.terms.softmax.read).toBe(false);
    expect(data.terms["cross-entropy"].read).toBe(true);
    expect(questionAnswered("q", false, ["loss"])(data, new Date(3000)).terms.loss).toBeUndefined();
  });

  test("a clock that was put back does not lose an answer", () => {
    const first = questionAnswered("q", true)(empty(), new Date(5000));
    const second = questionAnswered("q", false)(first, new Date(1000));
    expect(merge(first, second)).toEqual(second);
  });
});

describe("the file", () => {
  let work: string;
  let file: string;
  beforeEach(() => {
    work = mkdtempSync(join(tmpdir(), "termwise-progress-"));
    file = progressFile(work);
  });
  afterEach(() => rmSync(work, { recursive: true, force: true }));

  test("several programs that write at once lose nothing", async () => {
    const program = (name: string): string => `
      import { updateProgress } from "${root}/tools/learner/progress/file.ts";
      import { termRead } from "${root}/tools/learner/progress/record.ts";
      for (let k = 0; k < 25; k++) updateProgress(${JSON.stringify(file)}, termRead("${name}-" + k));`;
    const run = promisify(execFile);
    const names = ["one", "two", "three"];
    await Promise.all(
      names.map((name) => run(process.execPath, ["--input-type=module-typescript", "-e", program(name)])),
    );
    expect(Object.keys(readProgress(file)!.terms)).toHaveLength(75);
    expect(readdirSync(work)).toEqual(["progress.json"]);
  });

  test("a damaged file is kept aside, with a sentence, and the work goes on", () => {
    writeFileSync(file, '{"schema":"termwise/pro');
    const { data, note } = updateProgress(file, termRead("softmax"));
    expect(note).toContain("kept as progress.damaged.json");
    expect(readFileSync(join(work, "progress.damaged.json"), "utf8")).toBe('{"schema":"termwise/pro');
    expect(Object.keys(data.terms)).toEqual(["softmax"]);
    expect(mergeProgress(file, empty()).note).toBeNull();
  });

  test("a lock that a dead program left behind is broken", () => {
    writeFileSync(`${file}.lock`, "");
    const old = new Date(Date.now() - 60_000);
    utimesSync(`${file}.lock`, old, old);
    updateProgress(file, termRead("softmax"));
    expect(readdirSync(work)).toEqual(["progress.json"]);
  });

  test("the work folder is the one that was filled; elsewhere there is none", () => {
    writeFileSync(join(work, ".termwise.json"), "{}");
    mkdirSync(join(work, "exercises"));
    expect(workFolderOf(join(work, "exercises"))).toBe(work);
    expect(workFolderOf(tmpdir())).toBeNull();
  });
});

describe("what the command line and the notebooks note", () => {
  let work: string;
  beforeEach(() => {
    work = mkdtempSync(join(tmpdir(), "termwise-progress-"));
    writeFileSync(join(work, ".termwise.json"), "{}");
  });
  afterEach(() => rmSync(work, { recursive: true, force: true }));
  const run = (program: string, ...args: string[]) => {
    const env = { ...process.env, TERMWISE_WORK: relative(root, work), NO_COLOR: "1" };
    return spawnSync(process.execPath, [join(root, program), ...args], { encoding: "utf8", env, cwd: root });
  };

  test("npm run check notes a solved exercise, npm run progress shows it, and a reset forgets it", () => {
    const folder = join(work, "exercises/ch02/broadcastShapes");
    mkdirSync(folder, { recursive: true });
    cpSync(join(root, "solutions/ch02/broadcastShapes.ts"), join(folder, "answer.ts"));
    expect(run("tools/exercises/check.ts", "E02.1").status).toBe(0);
    expect(readProgress(progressFile(work))?.exercises["E02.1"]).toMatchObject({ solved: expect.any(String) });
    expect(run("tools/progress.ts").stdout).toMatch(
      /2\. The Mathematical Toolkit.*exercises 1\/\d+.*\n\n0 of 278 terms known, 1 of \d+ /,
    );
    expect(run("tools/progress.ts", "--reset").status).toBe(2);
    expect(run("tools/progress.ts", "--reset", "--yes").status).toBe(0);
    expect(readProgress(progressFile(work))?.exercises).toEqual({});
  }, 60_000);

  test("a copy goes out, and comes in again on another machine", () => {
    updateProgress(progressFile(work), termRead("softmax"));
    const copy = join(work, "copy.json");
    expect(run("tools/progress.ts", "--export", copy).status).toBe(0);
    rmSync(progressFile(work));
    expect(run("tools/progress.ts", "--import", copy).stdout).toContain("was merged into");
    expect(readProgress(progressFile(work))?.terms.softmax.read).toBe(true);
    writeFileSync(copy, "{}");
    expect(run("tools/progress.ts", "--import", copy)).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/no progress of the course/),
    });
  });

  test("check(…) is noted in the reader's exercise notebooks, and nowhere else", () => {
    const { checked } = createRequire(import.meta.url)("../kernel/progress.cjs");
    const folder = join(work, "exercises");
    mkdirSync(folder);
    const result = { id: "E05.4", state: "graded", score: 12, points: 12 };
    checked(result, work);
    checked(result, join(root, "chapters"));
    checked({ ...result, state: "not_started" }, folder);
    expect(readdirSync(work).sort()).toEqual([".termwise.json", "exercises"]);
    checked(result, folder);
    expect(readProgress(progressFile(work))?.exercises["E05.4"].score).toBe(12);
  });
});
