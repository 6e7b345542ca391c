import { describe, expect, it } from "vitest";
import { absent, firstLine, missing, ok, probe, table } from "../doctor/finding.ts";

describe("the doctor's table", () => {
  it("has a line for each finding, aligned, and the remedy below where there is something to do", () => {
    expect(
      table([
        ok("Node", "v24"),
        missing("Kernel", "does not start", "Remedy: npm run setup"),
        absent("GPU", "none", "Not needed."),
      ]),
    ).toBe(
      [
        "  ✓ Node    v24",
        "  ✗ Kernel  does not start",
        "            Remedy: npm run setup",
        "  · GPU     none",
        "            Not needed.",
      ].join("\n"),
    );
  });
});

describe("asking a program", () => {
  it("gives its first line, or null when it fails or is not there", () => {
    expect(firstLine("sh", "-c", "echo one; echo two")).toBe("one");
    expect(firstLine("sh", "-c", "echo one; exit 1")).toBeNull();
    expect(firstLine("no-such-program")).toBeNull();
    expect(probe("sh", "-c", "exit 3").status).toBe(3);
  });
});
