// Gives files to browsers, under the policy that the README promises to work with.

import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join } from "node:path";

const TYPES = { ".js": "text/javascript", ".mjs": "text/javascript", ".wasm": "application/wasm", ".html": "text/html" };
const POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; worker-src 'self'";

/** Answers with a file, or that there is none. `type` says what it is where its name does not. */
export async function give(response, path, type = TYPES[extname(path)] ?? "text/plain", policy = POLICY) {
  const file = await readFile(path).catch(() => undefined);
  response.setHeader("content-security-policy", policy);
  response.setHeader("content-type", type);
  response.writeHead(file ? 200 : 404).end(file);
}

/** Serves a folder on loopback, and does something with its address meanwhile. */
export async function serving(folder, work, policy) {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, "http://127.0.0.1");
    return give(response, join(folder, pathname === "/" ? "index.html" : pathname), undefined, policy);
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  try {
    return await work(`http://127.0.0.1:${server.address().port}`);
  } finally {
    server.closeAllConnections();
    await new Promise((over) => server.close(over));
  }
}
