import { describe, expect, it } from "vitest";
import { readOptions } from "../setup/options.mjs";

describe("the options of npm start", () => {
  it("are a browser, no port and nothing to reset when none are given", () => {
    expect(readOptions([])).toEqual({ browser: true, reset: [] });
  });

  it("can be written with a space or an equals sign", () => {
    expect(readOptions(["--port", "9000"]).port).toBe(9000);
    expect(readOptions(["--port=9000"]).port).toBe(9000);
  });

  it("can name several chapters to reset", () => {
    expect(readOptions(["--reset", "ch05", "--reset=start-here"]).reset).toEqual(["ch05", "start-here"]);
  });

  it.each([[["--port", "80"]], [["--port", "many"]], [["--port"]], [["--port=70000"]]])(
    "refuse the port in %j",
    (args) => {
      expect(readOptions(args).error).toContain("1024 to 65535");
    },
  );

  it.each([[["--reset"]], [["--reset", "5"]], [["--reset", "../ch05"]]])("refuse the chapter in %j", (args) => {
    expect(readOptions(args).error).toContain("such as ch05");
  });

  it("name an option that they do not know", () => {
    expect(readOptions(["--prot=9000"]).error).toContain('"--prot"');
  });
});
