import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { tally } from "../ci/tally.ts";
import { buildBook } from "../start/book.ts";
import { freePort, isFree } from "../start/ports.ts";
import { fileFor, serveSite } from "../start/site.ts";
import { temporary, write } from "./fakes.ts";

const occupy = async (): Promise<number> => {
  const server = createServer().listen(0, "127.0.0.1");
  onTestFinished(() => void server.close());
  await new Promise((resolve) => server.once("listening", resolve));
  return (server.address() as AddressInfo).port;
};

const serve = async (folder: string): Promise<string> => {
  const server = await serveSite(folder, 0);
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};

describe("a port", () => {
  it("that is taken is passed over", async () => {
    const taken = await occupy();
    expect(await isFree(taken)).toBe(false);
    expect(await freePort(taken)).toBeGreaterThan(taken);
  });
});

describe("the book's server", () => {
  it("serves pages with their types and says when they are unchanged", async () => {
    const folder = temporary();
    write(join(folder, "index.html"), "<p>book");
    write(join(folder, "part", "index.html"), "<p>part");
    const base = await serve(folder);
    const page = await fetch(base);
    expect([page.status, page.headers.get("content-type"), await page.text()]).toEqual([
      200,
      "text/html; charset=utf-8",
      "<p>book",
    ]);
    expect(await (await fetch(`${base}/part/?q#a`)).text()).toBe("<p>part");
    const again = await fetch(base, { headers: { "if-none-match": page.headers.get("etag") ?? "" } });
    expect(again.status).toBe(304);
  });

  it("shows a waiting page until the book is there", async () => {
    const folder = temporary();
    const base = await serve(folder);
    const before = await fetch(base);
    expect([before.status, (await before.text()).includes("being built")]).toEqual([503, true]);
    write(join(folder, "index.html"), "<p>book");
    expect((await fetch(base)).status).toBe(200);
  });

  it("gives out nothing from outside its folder", async () => {
    const folder = temporary();
    write(join(folder, "site", "index.html"), "x");
    write(join(folder, "secret.txt"), "secret");
    write(join(folder, "site-private", "secret.txt"), "secret");
    const site = join(folder, "site");
    for (const url of [
      "/../secret.txt",
      "/%2e%2e/secret.txt",
      "/..%2fsecret.txt",
      "/../site-private/secret.txt",
      "/%00",
      "/%",
    ]) {
      expect(fileFor(site, url), url).toBeNull();
    }
    expect(fileFor(site, "/index.html")).toBe(join(site, "index.html"));
  });

  it("does not answer to another site's name", async () => {
    const folder = temporary();
    write(join(folder, "index.html"), "x");
    const { port } = new URL(await serve(folder));
    const { request } = await import("node:http");
    const status = await new Promise((resolve) => {
      request({ port, host: "127.0.0.1", headers: { host: "evil.example" } }, (answer) =>
        resolve(answer.statusCode),
      ).end();
    });
    expect(status).toBe(403);
  });
});

describe("building the book at start", () => {
  it("reports a build that failed, and does not remember it as done", async () => {
    const said: string[] = [];
    expect(
      await buildBook(
        (text) => said.push(text),
        async () => 1,
        temporary(),
      ),
    ).toContain("could not be built");
  });

  it("is done once, and again when a source changed", async () => {
    const root = temporary();
    let builds = 0;
    const build = async (): Promise<number> => {
      builds++;
      write(join(root, "build", "book", "index.html"), "x");
      return 0;
    };
    for (let n = 0; n < 2; n++) await buildBook(() => {}, build, root);
    expect(builds).toBe(1);
    write(join(root, "chapters", "ch00.md"), "new");
    await buildBook(() => {}, build, root);
    expect(builds).toBe(2);
  });
});

describe("the closing line", () => {
  const report = { numPassedTests: 3, numFailedTests: 0, numPendingTests: 1, testResults: [] };

  it("counts passed, failed and skipped tests", () => {
    expect(tally(report, 0)).toEqual({ passed: 3, failed: 0, skipped: 1 });
  });
  it("counts a file that could not be loaded as a failure", () => {
    expect(tally({ ...report, testResults: [{ status: "failed", assertionResults: [] }] }, 1).failed).toBe(1);
  });
  it("counts a run without a report, without tests or with a bad end as a failure", () => {
    expect(tally(null, 0).failed).toBe(1);
    expect(tally({ ...report, numPassedTests: 0 }, 0).failed).toBe(1);
    expect(tally(report, 1).failed).toBe(1);
    expect(tally(report, null).failed).toBe(1);
  });
});
