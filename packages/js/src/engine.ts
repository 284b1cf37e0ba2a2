/** The engine in this browser or process: in memory, or durable in a storage. */

import { Store, version } from "../wasm/loyalty_wasm.js";

import * as file from "./file.js";
import type { LoyaltyFile } from "./file.js";
import { Client, KINDS } from "./generated.js";
import { Actor, invalid, LoyaltyError, requestOf, valueOf } from "./runtime.js";
import type { Caller, Moment } from "./runtime.js";
import { storageFailed } from "./storage.js";
import type { Storage, Written } from "./storage.js";
import { instance } from "./wasm.js";
import type { Instance, WasmSource } from "./wasm.js";

/** So many calls share one durable commit; more would keep other tabs waiting. */
const TURN_MAX = 100;
/** The library refuses longer requests; a character has at least one byte. */
const TEXT_MAX = 1_048_576;
/** The lock of the rows. */
const ROWS = "rows";

/** What an engine is opened with. */
export interface EngineOptions {
  /** Keeps the store; without one it is in memory and ends with the page. */
  storage?: Storage | undefined;
  /** The file that a new store begins with. */
  file?: LoyaltyFile | undefined;
  /**
   * The secrets under which codes of gift cards are hashed: the first is in use, those behind it find what was hashed before. Only for a shop that
   * lives in this browser or process alone; a browser in front of a server never has them.
   */
  secrets?: readonly Secret[] | undefined;
  /** The WebAssembly, where the file beside the library is not wanted. Only the first engine of a page loads it. */
  wasm?: WasmSource | undefined;
}

/** A secret under which codes are hashed. */
export interface Secret {
  /** The name by which hashes remember it. */
  id: string;
  /** 32 to 1,024 bytes of text that nobody can guess. */
  key: string;
}

/** A call that waits for its turn. */
interface Job {
  request: string;
  context: string;
  settle(answer: string): void;
  fail(error: unknown): void;
}

/** One store. Any number of tabs may open the same one; close it when it is no longer needed. */
export class Engine {
  readonly #instance: Instance;
  readonly #storage: Storage | undefined;
  readonly #secrets: string;
  /** Undefined after it ran ahead of the storage: then it is loaded again. */
  #store: Store | undefined;
  #generation = 0;
  /** The calls that the next turn takes; undefined when something else was asked for after them. */
  #open: Job[] | undefined;
  #line: Promise<unknown> = Promise.resolve();
  #closed = false;

  private constructor(running: Instance, storage: Storage | undefined, secrets: readonly Secret[]) {
    this.#instance = running;
    this.#storage = storage;
    this.#secrets = JSON.stringify(secrets);
  }

  /**
   * Opens a store, or makes a new one.
   *
   * @throws LoyaltyError `storage_failed` where the storage cannot be read or was written by a later release; `invalid_request` for a
   * file that cannot be read or a store that is not empty
   * @throws Error where the WebAssembly cannot be loaded
   */
  static async open(options: EngineOptions = {}): Promise<Engine> {
    const engine = new Engine(await instance(options.wasm), options.storage, options.secrets ?? []);
    try {
      await (options.file === undefined ? engine.#locked("shared", async () => undefined) : engine.importFile(options.file));
    } catch (failure) {
      await engine.close();
      throw failure;
    }
    return engine;
  }

  /** The operations as an actor may call them. Tests that must repeat exactly fix the time and the entropy. */
  acting(actor: Actor, moment: Moment = {}): Client {
    const caller: Caller = {
      call: async (operation, args, options) =>
        valueOf(await this.execute(requestOf(operation, args, options), actor.context(moment))),
    };
    return new Client(caller);
  }

  /**
   * Executes a request in JSON; the answer is JSON too, the same bytes as from every other language. The request may come from a
   * browser; the context, or the actor from whom it is made, comes from the shop's own code.
   *
   * @throws LoyaltyError only where there is no answer: `storage_failed` (nothing was changed), `outcome_unknown`, or `internal` once
   * the engine has stopped
   */
  execute(request: string, context: string | Actor): Promise<string> {
    if (this.#closed) return Promise.reject(closed());
    const text = typeof context === "string" ? context : context.context();
    return new Promise((settle, fail) => {
      const job = { request: bounded(request), context: bounded(text), settle, fail };
      if (this.#open) {
        this.#open.push(job);
        return;
      }
      const jobs = [job];
      this.#inTurn(() => this.#work(jobs)).catch(fail);
      this.#open = jobs;
    });
  }

  /** The whole store as one file. It holds everything there is about every customer: keep it as such. */
  exportFile(): Promise<Blob> {
    return this.#inTurn(() =>
      this.#locked("shared", async (store) => {
        const [rows, release] = this.#use(() => [JSON.parse(store.rows()) as Written[], version()] as const);
        return file.write(rows, this.#instance.format, release);
      }),
    );
  }

  /**
   * Makes the store what a file says, as a whole or not at all.
   *
   * @param options `replace`: also when the store is not empty; what was in it is gone then
   * @throws LoyaltyError `invalid_request` for a file that is damaged or of a later release, and for a store that is not empty;
   * `storage_failed`
   */
  importFile(content: LoyaltyFile, { replace = false }: { replace?: boolean } = {}): Promise<void> {
    return this.#inTurn(async () => {
      const fresh = await this.#fresh(content);
      await this.#locked("exclusive", async (store) => {
        const before = this.#use(() => JSON.parse(store.rows()) as Written[]);
        const after = this.#use(() => JSON.parse(fresh.rows()) as Written[]);
        if (before.length > 0 && !replace) throw invalid("file", "would replace what is in the store; import it with { replace: true }");
        const stay = new Set(after.map(({ key }) => key));
        const gone = before.filter(({ key }) => !stay.has(key)).map(({ key }) => ({ key, row: null }));
        await this.#keep([...gone, ...after]);
        this.#drop();
        this.#store = fresh;
      });
    });
  }

  /** Closes it, after the calls that were made before. */
  async close(): Promise<void> {
    if (this.#closed) return;
    const over = this.#line;
    this.#closed = true;
    await over.catch(() => undefined);
    this.#storage?.close();
    this.#drop();
  }

  /** Does one thing after the other: calls are answered in the order in which they were made. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (this.#closed) return Promise.reject(closed());
    this.#open = undefined;
    const mine = this.#line.then(work);
    this.#line = mine.catch(() => undefined);
    return mine;
  }

  /** Answers calls, and those that join them meanwhile. */
  async #work(waiting: Job[]): Promise<void> {
    while (waiting.length > 0) {
      const jobs = waiting.splice(0, TURN_MAX);
      try {
        const answers = await this.#turn(jobs, jobs.some(({ request }) => writes(request)) ? "exclusive" : "shared");
        jobs.forEach(({ settle }, at) => settle(answers[at]!));
      } catch (failure) {
        jobs.forEach(({ fail }) => fail(failure));
      }
    }
    if (this.#open === waiting) this.#open = undefined;
  }

  /** Answers some calls, once what they wrote is kept. */
  async #turn(jobs: Job[], mode: "shared" | "exclusive"): Promise<string[]> {
    const answers = await this.#locked(mode, async (store) => {
      const answered = this.#use(() => jobs.map(({ request, context }) => store.execute(request, context)));
      if (!this.#storage) {
        this.#use(() => store.forget());
        return answered;
      }
      const written = this.#use(() => store.takeWritten());
      if (written === "[]") return answered;
      if (mode === "shared") {
        this.#drop();
        return undefined;
      }
      await this.#keep(JSON.parse(written) as Written[]);
      return answered;
    });
    // Queries write too, when a refusal is to be noted: then once more, alone.
    return answers ?? this.#turn(jobs, "exclusive");
  }

  /** Does something with a store that nobody changes meanwhile and that has seen everything that others wrote. */
  async #locked<T>(mode: "shared" | "exclusive", work: (store: Store) => Promise<T>): Promise<T> {
    this.#use(() => undefined);
    if (!this.#storage) return work((this.#store ??= this.#use(() => new Store("[]", this.#secrets))));
    const storage = this.#storage;
    return storage.hold(ROWS, mode, async () => work(await this.#caughtUp(storage)));
  }

  async #caughtUp(storage: Storage): Promise<Store> {
    const changed = await storage.read(this.#store ? this.#generation : 0).catch((failure) => {
      throw failure instanceof LoyaltyError ? failure : storageFailed(failure);
    });
    const { format, generation, rows } = changed;
    if (format !== undefined && format !== this.#instance.format) {
      const problem = `the store has the form ${format}, this release keeps form ${this.#instance.format}`;
      throw new LoyaltyError("storage_failed", `${problem}; load the page anew, or update the library`, "never", { problem });
    }
    if (changed.whole || !this.#store) {
      this.#drop();
      this.#store = this.#use(() => new Store(`[${rows.map(({ row }) => row).join(",")}]`, this.#secrets), "storage");
    } else if (rows.length > 0) {
      this.#absorb(this.#store, rows);
    }
    this.#generation = generation;
    return this.#store;
  }

  #absorb(store: Store, rows: Written[]): void {
    try {
      this.#use(() => store.absorb(JSON.stringify(rows)), "storage");
    } catch (failure) {
      // It may have taken some of them.
      this.#drop();
      throw failure;
    }
  }

  /** Keeps what was written; when that fails, memory is ahead of the storage and is thrown away. */
  async #keep(written: Written[]): Promise<void> {
    if (!this.#storage) return;
    try {
      await this.#storage.write(written, this.#instance.format, this.#generation);
      this.#generation += 1;
    } catch (failure) {
      this.#drop();
      if (failure instanceof LoyaltyError) throw failure;
      const message = `whether the storage kept this is not known (${failure}); ask again with the same idempotency key`;
      throw new LoyaltyError("outcome_unknown", message, "same_key", { problem: String(failure) });
    }
  }

  /** A store of its own with what is in a file. */
  async #fresh(content: LoyaltyFile): Promise<Store> {
    const rows = await file.read(content, this.#instance.format);
    return this.#use(() => new Store(rows, this.#secrets), "file");
  }

  /** Throws the store away; what is in an instance that stopped is never touched again. */
  #drop(): void {
    const store = this.#store;
    this.#store = undefined;
    if (store && !this.#instance.stopped) this.#use(() => store.free());
  }

  #use<T>(work: () => T, path = "engine"): T {
    return this.#instance.use(path, work);
  }
}

function closed(): LoyaltyError {
  return invalid("engine", "was closed; open another");
}

/** A text that is too long is refused all the same, without filling the memory first. */
function bounded(text: string): string {
  return text.slice(0, TEXT_MAX + 1);
}

/** Whether a request may write. Wrong guesses cost time and nothing else. */
function writes(request: string): boolean {
  try {
    const { op, preview } = JSON.parse(request) as { op: keyof typeof KINDS; preview?: boolean };
    return !preview && KINDS[op] !== "query";
  } catch {
    return false;
  }
}
