import { mkdtempSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { findRunning, noteRunning } from "../start/running.ts";

const note = join(mkdtempSync(join(tmpdir(), "running-")), ".jupyter", "running.json");
let server: Server | undefined;
afterAll(() => void server?.close());

/** A server that knows one token, as JupyterLab does. */
async function labWith(token: string): Promise<string> {
  server = createServer((request, response) => {
    const known = request.url === "/api/status" && request.headers.authorization === `token ${token}`;
    response.writeHead(known ? 200 : 403).end("{}");
  });
  await new Promise<void>((resolve) => server?.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

describe("a second start", () => {
  test("finds the servers of the first while they answer, and nothing before or after", async () => {
    expect(await findRunning(note)).toBe(null);
    const origin = await labWith("abc");
    const running = { lab: `${origin}?token=abc`, book: "http://127.0.0.1:1/" };
    const forget = noteRunning(note, running);
    expect(await findRunning(note)).toEqual(running);
    forget();
    expect(await findRunning(note)).toBe(null);
  });

  test("does not take another program at that address for it", async () => {
    const origin = await labWith("of another");
    noteRunning(note, { lab: `${origin}?token=abc`, book: origin });
    expect(await findRunning(note)).toBe(null);
  });

  test("passes over a note whose servers are gone, and over one that is damaged", async () => {
    const origin = await labWith("abc");
    noteRunning(note, { lab: `${origin}?token=abc`, book: origin });
    await new Promise((resolve) => server?.close(resolve));
    expect(await findRunning(note)).toBe(null);
    for (const text of ["", "{", '{"lab": 5}', '{"lab": "no address", "book": ""}']) {
      writeFileSync(note, text);
      expect(await findRunning(note)).toBe(null);
    }
  });
});
