/** The operations of a host: the same client, in front of its route. */

import { Client, KINDS } from "./generated.js";
import { Near } from "./near.js";
import type { NearHost } from "./near.js";
import { Queue } from "./queue.js";
import { Route } from "./route.js";
import type { HostHeaders } from "./route.js";
import { LoyaltyError, randomText, requestOf, valueOf } from "./runtime.js";
import type { Moment } from "./runtime.js";
import type { Storage } from "./storage.js";
import type { WasmSource } from "./wasm.js";

/** How a host is reached. */
export interface HostOptions {
  /** The route, which answers each POST of a request in JSON with the library's answer, and adds the context itself. */
  url: string | URL;
  /** What sends; the browser's `fetch` when absent. */
  fetch?: typeof fetch | undefined;
  /** Headers for every request, such as a token against forged requests. */
  headers?: HostHeaders | undefined;
  /**
   * Keeps commands until the host has answered them. Whoever is signed in when it is back sends them: give every user a storage of
   * their own, by its name.
   */
  queue?: Storage | undefined;
  /** After so many milliseconds a reply counts as lost; 30,000 when absent. */
  timeout_ms?: number | undefined;
  /** The WebAssembly for `near`, where the file beside the library is not wanted. */
  wasm?: WasmSource | undefined;
}

/** A host that keeps the store. It says who asks; nothing that is sent from here can. */
export class Host {
  /** The operations, as the signed-in actor may call them. Commands get an idempotency key where none is given. */
  readonly client: Client;
  /** The commands that wait, where the host was opened with a queue. */
  readonly queue: Queue | undefined;
  readonly #route: Route;
  readonly #caller: NearHost = {
    call: (operation, args, options) => this.#call(operation, args, options),
    answer: (request) => this.#ask(request, false),
  };
  readonly #wasm: WasmSource | undefined;

  private constructor(route: Route, queue: Queue | undefined, wasm: WasmSource | undefined) {
    this.#route = route;
    this.queue = queue;
    this.#wasm = wasm;
    this.client = new Client(this.#caller);
  }

  /**
   * Gets ready to ask a host; it need not be reachable.
   *
   * @throws LoyaltyError `storage_failed` for a queue that cannot be read
   */
  static async open(options: HostOptions): Promise<Host> {
    const route = new Route(options.url, options.fetch ?? fetch, options.headers ?? {}, options.timeout_ms ?? 30_000);
    return new Host(route, options.queue && (await Queue.open(options.queue, route)), options.wasm);
  }

  /**
   * One customer close by: previews and queries about them are answered here, without a way to the host, where the customer's bundle
   * is enough.
   *
   * @param moment fixes time and randomness, for tests that must repeat exactly
   * @throws LoyaltyError what the host says to `customer.bundle`
   */
  near(customer: string, moment: Moment = {}): Promise<Near> {
    return Near.open(customer, this.#caller, this.#wasm, moment);
  }

  /** Sends no more; what waits in the queue stays kept. */
  async close(): Promise<void> {
    await this.queue?.close();
  }

  async #call(operation: string, args: object, options: { preview?: boolean; idempotency_key?: string }): Promise<unknown> {
    const kind = KINDS[operation as keyof typeof KINDS];
    if (kind !== "command" || options.preview) {
      return valueOf(await this.#ask(requestOf(operation, args, options), kind === "batch" && !options.preview));
    }
    const key = options.idempotency_key ?? randomText();
    const request = requestOf(operation, args, { ...options, idempotency_key: key });
    return valueOf(await (this.queue ? this.queue.add(request) : this.#ask(request, true, key)));
  }

  /** Sends a request at once. */
  async #ask(request: string, changes: boolean, key?: string): Promise<string> {
    const { answer, problem } = await this.#route.post(request);
    if (answer !== undefined) return answer;
    if (!changes) throw new LoyaltyError("storage_failed", `${problem}; ask again later`, "later", { problem });
    const details = { problem, ...(key !== undefined && { idempotency_key: key }) };
    const next = key === undefined ? "see what is there before you ask again" : "ask again with the same idempotency key";
    const retry = key === undefined ? "later" : "same_key";
    throw new LoyaltyError("outcome_unknown", `${problem}; it may have been done: ${next}`, retry, details);
  }
}
