/** One customer of a host, close by: a bundle of what previews and queries about them need. */

import { Near as Bundle } from "../wasm/loyalty_wasm.js";

import { Client, KINDS } from "./generated.js";
import { contextOf, requestOf, valueOf } from "./runtime.js";
import type { Caller, Moment } from "./runtime.js";
import { instance } from "./wasm.js";
import type { Instance, WasmSource } from "./wasm.js";

/** What the host tells of a customer. The rest is for the engine, which reads the text: numbers in it are larger than those of JavaScript. */
interface Told {
  actor: object;
  /** The host's time. */
  at: string;
}

/** The host behind it. */
export interface NearHost extends Caller {
  /** The answer to a query, as it came. */
  answer(request: string): Promise<string>;
}

/** A bundle in the engine. */
interface Loaded {
  bundle: Bundle;
  instance: Instance;
  told: Told;
  /** When it was loaded, by a clock that nobody sets. */
  since_ms: number;
  /** Which change it has seen. */
  change: number;
}

/**
 * A customer of a host.
 *
 * Its previews have the token that the host accepts when nothing changed meanwhile: show the local preview, then confirm it with `plan`.
 */
export class Near {
  /** The operations. Commands go to the host; previews and queries too, where the bundle is not enough. */
  readonly client: Client;
  readonly #customer: string;
  readonly #host: NearHost;
  readonly #wasm: WasmSource | undefined;
  readonly #moment: Moment;
  #loaded: Loaded | undefined;
  #refreshing: Promise<void> | undefined;
  /** Counts what makes the bundle old. */
  #change = 0;

  private constructor(customer: string, host: NearHost, wasm: WasmSource | undefined, moment: Moment) {
    this.#customer = customer;
    this.#host = host;
    this.#wasm = wasm;
    this.#moment = moment;
    this.client = new Client({ call: (operation, args, options) => this.#call(operation, args, options) });
  }

  /** Used by `Host.near`. */
  static async open(customer: string, host: NearHost, wasm: WasmSource | undefined, moment: Moment): Promise<Near> {
    const near = new Near(customer, host, wasm, moment);
    await near.refresh();
    return near;
  }

  /**
   * Loads the bundle anew: after changes by others. After commands through `client` it does so by itself, before the next local answer.
   *
   * @throws LoyaltyError what the host says to `customer.bundle`; `invalid_request` for a bundle of another release
   */
  async refresh(): Promise<void> {
    this.#change += 1;
    await this.#fresh();
  }

  /** Lets go of the bundle. */
  close(): void {
    const loaded = this.#loaded;
    this.#loaded = undefined;
    if (loaded && !loaded.instance.stopped) loaded.instance.use("bundle", () => loaded.bundle.free());
  }

  async #call(operation: string, args: object, options: { preview?: boolean }): Promise<unknown> {
    if (KINDS[operation as keyof typeof KINDS] === "query" || options.preview) {
      await this.#fresh();
      const answer = this.#locally(requestOf(operation, args, options));
      return answer === undefined ? this.#host.call(operation, args, options) : valueOf(answer);
    }
    this.#change += 1;
    try {
      return await this.#host.call(operation, args, options);
    } finally {
      // A bundle that was loaded meanwhile may not have seen it.
      this.#change += 1;
    }
  }

  #locally(request: string): string | undefined {
    if (!this.#loaded) return undefined;
    const { bundle, instance, told, since_ms } = this.#loaded;
    const elapsed = Date.parse(told.at) + performance.now() - since_ms;
    const context = contextOf(told.actor, this.#moment.at ?? new Date(elapsed).toISOString(), this.#moment.entropy);
    return instance.use("bundle", () => bundle.execute(request, context));
  }

  /** Loads bundles until one has seen every change. */
  async #fresh(): Promise<void> {
    while (this.#loaded?.change !== this.#change || this.#loaded.instance.stopped) {
      this.#refreshing ??= this.#load().finally(() => (this.#refreshing = undefined));
      await this.#refreshing;
    }
  }

  async #load(): Promise<void> {
    const change = this.#change;
    const running = await instance(this.#wasm);
    const answer = await this.#host.answer(requestOf("customer.bundle", { customer: this.#customer }, {}));
    const told = valueOf(answer) as Told;
    const bundle = running.use("bundle", () => new Bundle(answer));
    this.close();
    this.#loaded = { bundle, instance: running, told, since_ms: performance.now(), change };
  }
}
