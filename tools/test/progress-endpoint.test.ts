import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { empty, parse, print } from "../learner/progress/data.ts";
import { readProgress, updateProgress } from "../learner/progress/file.ts";
import { termRead } from "../learner/progress/record.ts";
import { serveSite } from "../start/site.ts";

let folder: string;
let file: string;
let server: Server;
let port: number;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "termwise-endpoint-"));
  file = join(folder, "progress.json");
  writeFileSync(join(folder, "index.html"), '<!doctype html><html lang="en"><body>page</body></html>');
  server = await serveSite(folder, 0, { progress: file });
  port = (server.address() as AddressInfo).port;
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(() => rmSync(file, { force: true }));

interface Asked {
  method?: string;
  path?: string;
  headers?: Record<string, string>;
  body?: string;
}

/** `fetch` would not let us lie about Host and Origin. */
function ask({ method = "POST", path = "/progress.json", headers = {}, body = mine }: Asked = {}) {
  const own = { host: `127.0.0.1:${port}`, origin: `http://127.0.0.1:${port}`, "content-type": "application/json" };
  const all = Object.fromEntries(Object.entries({ ...own, ...headers }).filter(([, value]) => value !== ""));
  return new Promise<{ status: number; text: string; headers: Record<string, unknown> }>((resolve, reject) => {
    const sent = request({ port, host: "127.0.0.1", method, path, headers: all }, (response) => {
      let text = "";
      response.on("data", (part) => (text += part));
      response.on("end", () => resolve({ status: response.statusCode!, text, headers: response.headers }));
    });
    sent.on("error", reject);
    sent.end(method === "POST" ? body : undefined);
  });
}
const mine = print(termRead("softmax")(empty(), new Date(1000)));

describe("the progress of a checkout, over HTTP", () => {
  test("a page's copy is merged into the file, and the page gets both", async () => {
    updateProgress(file, termRead("gradient"));
    const { status, text } = await ask();
    expect(status).toBe(200);
    expect(Object.keys(parse(text).terms)).toEqual(["gradient", "softmax"]);
    expect(readProgress(file)).toEqual(parse(text));
    expect(parse((await ask({ method: "GET" })).text)).toEqual(parse(text));
  });

  test("pages of this server say where it is; their text is otherwise the same", async () => {
    const { text } = await ask({ method: "GET", path: "/index.html" });
    expect(text).toBe('<!doctype html><html data-progress="/progress.json" lang="en"><body>page</body></html>');
  });

  test.each([
    ["a page of another site", { headers: { origin: "https://evil.example" } }, 403],
    ["another program's page on this machine", { headers: { origin: "http://127.0.0.1:1" } }, 403],
    ["a page without an origin", { headers: { origin: "null" } }, 403],
    ["a request that does not say where it is from", { headers: { origin: "" } }, 403],
    [
      "a name of another site that points here",
      { headers: { host: "evil.example", origin: "http://evil.example" } },
      403,
    ],
    ["a browser that says the request crosses sites", { headers: { "sec-fetch-site": "cross-site" } }, 403],
    ["a sister site", { method: "GET", headers: { origin: "", "sec-fetch-site": "same-site" } }, 403],
    ["a form", { headers: { "content-type": "application/x-www-form-urlencoded" } }, 415],
    ["text, which needs no leave from another site", { headers: { "content-type": "text/plain" } }, 415],
    ["another method", { method: "DELETE" }, 405],
    ["what is not JSON", { body: "{" }, 400],
    ["what is no progress", { body: "{}" }, 400],
    ["two megabytes", { body: `{"x":"${"y".repeat(2_000_000)}"}` }, 413],
  ] as const)("%s is refused, and nothing is written", async (_, asked, status) => {
    const answer = await ask(asked as Asked);
    expect(answer.status).toBe(status);
    expect(answer.text.length).toBeGreaterThan(8);
    expect(answer.headers["access-control-allow-origin"]).toBeUndefined();
    expect(existsSync(file)).toBe(false);
  });

  test("a damaged file is kept, not overwritten", async () => {
    writeFileSync(file, "half a fi");
    expect((await ask()).status).toBe(200);
    expect(readFileSync(join(folder, "progress.damaged.json"), "utf8")).toBe("half a fi");
  });
});
