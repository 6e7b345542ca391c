/** Serves the built book on this machine: files of one folder and nothing else. */
import { createReadStream, existsSync, readFileSync, statSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { extname, join, normalize, sep } from "node:path";
import { answerProgress, PROGRESS, withProgress } from "./progress.ts";

const TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ipynb": "application/x-ipynb+json",
  ".jpg": "image/jpeg",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".map": "application/json",
  ".mjs": "text/javascript; charset=utf-8",
  ".pdf": "application/pdf",
  ".pf_fragment": "application/octet-stream",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webp": "image/webp",
  ".woff2": "font/woff2",
  ".xml": "application/xml",
};

const WAIT_PAGE = `<!doctype html><html lang="en"><meta charset="utf-8"><meta http-equiv="refresh" content="3">
<title>Termwise: the book is being built</title>
<body style="font: 1.1rem/1.6 system-ui, sans-serif; max-width: 34rem; margin: 20vh auto; padding: 0 1rem">
<h1 style="font-size: 1.4rem">The book is being built</h1>
<p>This takes about a minute the first time. The page appears here by itself; JupyterLab can be used meanwhile.</p>`;

/**
 * Starts the server. While `folder` has no index.html, every page says that the book is being built. With `progress`, a
 * file, the pages share the reader's progress through it.
 */
export function serveSite(folder: string, port: number, { progress }: { progress?: string } = {}): Promise<Server> {
  const server = createServer((request, response) => {
    if (progress && request.url === PROGRESS && isLocal(request.headers.host))
      void answerProgress(progress, request, response);
    else answer(folder, request, response, progress !== undefined);
  });
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => resolve(server));
  });
}

function answer(folder: string, request: IncomingMessage, response: ServerResponse, shares: boolean): ServerResponse {
  if (!isLocal(request.headers.host))
    return send(response, 403, "text/plain", "This server answers only to 127.0.0.1.");
  if (request.method !== "GET" && request.method !== "HEAD")
    return send(response, 405, "text/plain", "GET or HEAD only.");
  if (!existsSync(join(folder, "index.html"))) return send(response, 503, TYPES[".html"], WAIT_PAGE);
  const file = fileFor(folder, request.url ?? "/");
  if (!file) return sendMissing(folder, response);
  const { size, mtimeMs } = statSync(file);
  const tag = `"${size.toString(36)}-${Math.round(mtimeMs).toString(36)}"`;
  const headers = { "cache-control": "no-cache", etag: tag, "x-content-type-options": "nosniff" };
  if (request.headers["if-none-match"] === tag) return response.writeHead(304, headers).end();
  const type = TYPES[extname(file)] ?? "application/octet-stream";
  if (shares && extname(file) === ".html" && request.method === "GET")
    return response.writeHead(200, { ...headers, "content-type": type }).end(withProgress(readFileSync(file, "utf8")));
  response.writeHead(200, { ...headers, "content-type": type, "content-length": size });
  return request.method === "HEAD" ? response.end() : createReadStream(file).pipe(response);
}

/** Other sites must not read the book's pages through a name of theirs that points here. */
function isLocal(host: string | undefined): boolean {
  return /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/.test(host ?? "");
}

/** The file of an address, or null when there is none inside the folder. */
export function fileFor(folder: string, url: string): string | null {
  let path: string;
  try {
    path = normalize(join(folder, decodeURIComponent(url.split(/[?#]/)[0])));
  } catch {
    return null;
  }
  if (path.includes("\0") || !(path + sep).startsWith(normalize(folder) + sep)) return null;
  const file = existsSync(path) && statSync(path).isDirectory() ? join(path, "index.html") : path;
  return existsSync(file) && statSync(file).isFile() ? file : null;
}

function sendMissing(folder: string, response: ServerResponse): ServerResponse {
  const page = join(folder, "404.html");
  if (!existsSync(page)) return send(response, 404, "text/plain", "There is no such page.");
  response.writeHead(404, { "content-type": TYPES[".html"] });
  return createReadStream(page).pipe(response);
}

function send(response: ServerResponse, status: number, type: string, body: string): ServerResponse {
  return response.writeHead(status, { "content-type": type, "cache-control": "no-store" }).end(body);
}
