/**
 * The reader's progress for the pages that `npm start` serves: GET reads work/progress.json, POST merges a copy into it
 * and returns the result. Only for those pages: other sites, and other programs' pages on this machine, are refused.
 */
import type { IncomingMessage, ServerResponse } from "node:http";
import { empty, NotProgress, parse, print } from "../learner/progress/data.ts";
import { mergeProgress, readProgress, type Written } from "../learner/progress/file.ts";

export const PROGRESS = "/progress.json";
const MOST_BYTES = 1_000_000;

/** A page that says where the progress is. A page from any other host does not, and asks nobody. */
export function withProgress(html: string): string {
  return html.replace(/<html\b/, `<html data-progress="${PROGRESS}"`);
}

export async function answerProgress(file: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const say = (status: number, body: string, type = "text/plain; charset=utf-8"): void => {
    response.writeHead(status, {
      "content-type": type,
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
      "cross-origin-resource-policy": "same-origin",
    });
    response.end(body);
  };
  const reason = refusal(request);
  if (reason) return say(...reason);
  try {
    if (request.method === "GET") return say(200, print(readProgress(file) ?? empty()), "application/json");
    const body = await bodyOf(request);
    if (body === null) return say(413, `At most ${MOST_BYTES} bytes.`);
    const { data, note } = mergeProgress(file, parse(body));
    warn(note);
    say(200, print(data), "application/json");
  } catch (error) {
    say(error instanceof NotProgress ? 400 : 500, (error as Error).message);
  }
}

/** Why a request is not from a page of this server, as status and sentence. */
function refusal({ method, headers }: IncomingMessage): [status: number, text: string] | null {
  const { host, origin, "sec-fetch-site": site, "content-type": type = "" } = headers;
  if (origin !== undefined && origin !== `http://${host}`) return [403, "Only for the pages of this server."];
  if (site !== undefined && site !== "same-origin" && site !== "none")
    return [403, "Only for the pages of this server."];
  if (method === "GET") return null;
  if (method !== "POST") return [405, "GET or POST only."];
  if (origin === undefined) return [403, "A page says where it is from; this request does not."];
  if (!/^application\/json\s*(;|$)/i.test(type)) return [415, "JSON only."]; // what a form of another site cannot send
  return null;
}

async function bodyOf(request: IncomingMessage): Promise<string | null> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request) {
    size += (part as Buffer).length;
    if (size <= MOST_BYTES) parts.push(part as Buffer); // the rest is read and dropped, so that the answer arrives
  }
  return size > MOST_BYTES ? null : Buffer.concat(parts).toString("utf8");
}

function warn(note: Written["note"]): void {
  if (note) console.error(`  ${note}`);
}
