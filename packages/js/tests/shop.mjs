// A shop for tests: a server with an engine behind one route, which takes who asks from the session's cookie, and the pages of the
// browser tests.

import { createServer } from "node:http";
import { fileURLToPath } from "node:url";

import { Actor, Engine, LoyaltyError } from "loyalty";

import { give } from "./pages.mjs";

const SESSIONS = {
  maria: { actor: Actor.agent("maria", ["admin"], { through: "widget" }), token: "token-of-maria" },
  anna: { actor: Actor.customer("c-1"), token: "token-of-anna" },
};
const BYTES_MAX = 1_048_576;

/** What the browser needs to be told of a session. */
export const headers = { cookie: "session=maria", "x-csrf-token": "token-of-maria" };

export class Shop {
  /** Requests that arrived, as text. */
  seen = [];
  /** Decides on a request before or after it is done: `lose` the reply, or answer with a `page` and a `status` instead. */
  trouble = { before: () => undefined, after: () => undefined };
  /** How many requests were worked on at once, at most. */
  atOnce = 0;
  #working = 0;
  #server;
  #port = 0;

  constructor(engine) {
    this.engine = engine;
    this.actor = SESSIONS.maria.actor;
    this.admin = engine.acting(this.actor);
  }

  static async open() {
    const shop = new Shop(await Engine.open());
    for (const id of ["c-1", "c-2"]) {
      await shop.admin.customer.create({ id });
      await shop.admin.membership.enroll({ customer: id });
    }
    await shop.start();
    return shop;
  }

  get origin() {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** Where the operations are. */
  get url() {
    return `${this.origin}/loyalty`;
  }

  /** Starts it, on the port that it had before. */
  async start() {
    this.#server = createServer((request, response) => this.#serve(request, response).catch((error) => fail(response, error)));
    await new Promise((ready) => this.#server.listen(this.#port, "127.0.0.1", ready));
    this.#port = this.#server.address().port;
  }

  async stop() {
    const over = new Promise((done) => this.#server.close(done));
    this.#server.closeAllConnections();
    await over;
  }

  /** The balance of points that can be spent. */
  async active(customer = "c-1") {
    return (await this.admin.points.balance({ customer })).balances[0]?.active ?? "0";
  }

  async #serve(request, response) {
    const path = new URL(request.url, this.origin).pathname;
    if (path === "/loyalty") return this.#answer(request, response);
    if (path === "/") response.setHeader("set-cookie", "session=maria; HttpOnly; SameSite=Strict; Path=/");
    const place = path === "/" ? "/tests/browser/page.html" : path.replace(/^\/octets/, "");
    const isUntyped = path !== place && place.endsWith(".wasm");
    return give(response, fileURLToPath(new URL(`..${place}`, import.meta.url)), isUntyped ? "application/octet-stream" : undefined);
  }

  async #answer(request, response) {
    const session = SESSIONS[/session=(\w+)/.exec(request.headers.cookie ?? "")?.[1]];
    response.setHeader("content-type", "application/json");
    if (request.method !== "POST") return refuse(response, 405, "send a POST");
    if (request.headers["content-type"] !== "application/json") return refuse(response, 415, "send application/json");
    if (!session) return refuse(response, 401, "sign in first");
    if (request.headers["x-csrf-token"] !== session.token) return refuse(response, 403, "send the token of the page");
    const text = await body(request);
    this.seen.push(text);
    if (this.#troubled(this.trouble.before(text), response)) return;
    this.atOnce = Math.max(this.atOnce, ++this.#working);
    await new Promise((over) => setTimeout(over, 2));
    const answer = await this.engine.execute(text, session.actor);
    this.#working -= 1;
    if (this.#troubled(this.trouble.after(text), response)) return;
    response.end(answer);
  }

  #troubled(trouble, response) {
    if (trouble?.lose) response.destroy();
    else if (trouble) response.writeHead(trouble.status ?? 200, { "content-type": "text/html" }).end(trouble.page);
    return trouble !== undefined;
  }
}

async function body(request) {
  let text = "";
  request.setEncoding("utf8");
  for await (const part of request) if ((text += part).length > BYTES_MAX) break;
  return text;
}

function refuse(response, status, message) {
  response.writeHead(status).end(new LoyaltyError("refused_by_shop", message, "never").answer());
}

function fail(response, error) {
  if (error instanceof LoyaltyError) response.writeHead(503).end(error.answer());
  else refuse(response, 500, "something went wrong; ask again with the same idempotency key");
}
