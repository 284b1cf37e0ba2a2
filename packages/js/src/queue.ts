/** Commands that wait for the host: kept before they are sent, sent in order, by one tab at a time. */

import { invalid, LoyaltyError, valueOf } from "./runtime.js";
import type { Route } from "./route.js";
import type { Storage, Written } from "./storage.js";

/** The form in which entries are kept; negative, so that no engine takes a queue for its store, nor the other way round. */
const FORMAT = -1;
const WAIT_MS_MIN = 1_000;
const WAIT_MS_MAX = 60_000;
/** So long the receipt of a command waits for the tab that gave it; a tab that is gone never asks. */
const RECEIPT_MS_MAX = 3_600_000;

/** A command in the queue. */
export interface Entry {
  /** Its place: entries are sent in the order of their ids. */
  readonly id: string;
  /** The request in JSON, with its idempotency key. */
  readonly request: string;
  /** `waiting` to be sent, or again; `refused` by the host, until it is dismissed. */
  readonly state: "waiting" | "refused";
  /** How often it was sent in vain. */
  readonly attempts: number;
  /** Of one that was sent in vain: why it still waits. */
  readonly problem?: string;
  /** Of one that was refused: the reason. */
  readonly error?: LoyaltyError;
}

/** An entry as it is kept. */
interface Kept {
  request: string;
  state: "waiting" | "refused" | "done";
  attempts: number;
  /** When to send it again, or when it was done: milliseconds since 1970. */
  at: number;
  problem?: string;
  answer?: string;
}

interface Waiter {
  settle(answer: string): void;
  fail(error: unknown): void;
}

/**
 * The commands that the host has not answered yet, and those that it refused. The event `change` says that they changed, also by
 * another tab.
 *
 * Every command travels with its idempotency key however often it is sent, so that the host does it once.
 */
export class Queue extends EventTarget {
  readonly #storage: Storage;
  readonly #route: Route;
  readonly #entries = new Map<string, Kept>();
  /** The commands of this tab. */
  readonly #waiters = new Map<string, Waiter>();
  readonly #unwatch: () => void;
  readonly #online = (): void => this.retry();
  #generation = 0;
  #sending: Promise<void> | undefined;
  #closed = false;
  #now = false;
  #wake: () => void = () => undefined;

  private constructor(storage: Storage, route: Route) {
    super();
    this.#storage = storage;
    this.#route = route;
    this.#unwatch = storage.watch(() => void this.#look().catch(() => undefined));
    globalThis.addEventListener?.("online", this.#online);
  }

  /** Opens a queue and goes on where it stopped. */
  static async open(storage: Storage, route: Route): Promise<Queue> {
    const queue = new Queue(storage, route);
    try {
      await queue.#look();
    } catch (failure) {
      await queue.close();
      throw failure;
    }
    return queue;
  }

  /** What waits and what was refused, in order. */
  entries(): Entry[] {
    const shown = [...this.#entries].filter(([, { state }]) => state !== "done").sort(([a], [b]) => (a < b ? -1 : 1));
    return shown.map(([id, { request, state, attempts, problem, answer }]) => {
      const error = answer === undefined ? undefined : errorIn(answer);
      return { id, request, state: state as Entry["state"], attempts, ...(problem !== undefined && { problem }), ...(error && { error }) };
    });
  }

  /** Takes an entry away: one that was refused and seen, or one that shall not be sent again; it may have been done already. */
  async dismiss(id: string): Promise<void> {
    await this.#change(() => [{ key: id, row: null }]);
  }

  /** Sends what waits now, instead of when its time has come. */
  retry(): void {
    this.#now = true;
    this.#wake();
    this.#send();
  }

  /** Keeps a command and sends it in its turn; gives the host's answer. */
  async add(request: string): Promise<string> {
    if (this.#closed) throw invalid("host", "was closed; open another");
    return new Promise((settle, fail) => {
      let id = "";
      this.#change((next) => {
        id = next;
        this.#waiters.set(id, { settle, fail });
        return [put(id, { request, state: "waiting", attempts: 0, at: 0 })];
      }).catch((failure) => {
        this.#waiters.delete(id);
        fail(failure instanceof LoyaltyError ? failure : unknown(`whether the queue kept the command is not known (${failure})`));
      });
    });
  }

  /** Stops sending in this tab, after what is on its way; what waits stays kept. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#unwatch();
    globalThis.removeEventListener?.("online", this.#online);
    this.#wake();
    await this.#sending;
    this.#storage.close();
    for (const { fail } of this.#waiters.values()) fail(unknown("the host was closed; the command stays in the queue"));
    this.#waiters.clear();
  }

  /** Sees what other tabs did. */
  #look(): Promise<void> {
    return this.#storage.hold("rows", "shared", () => this.#catchUp());
  }

  /** Changes entries; `edit` gets the id for a new one. */
  #change(edit: (next: string) => Written[]): Promise<void> {
    return this.#storage.hold("rows", "exclusive", async () => {
      await this.#catchUp();
      const written = edit(String(this.#generation + 1).padStart(15, "0"));
      if (written.length === 0) return;
      await this.#storage.write(written, FORMAT, this.#generation);
      this.#generation += 1;
      this.#take(written);
    });
  }

  async #catchUp(): Promise<void> {
    const { format, generation, rows, whole } = await this.#storage.read(this.#generation);
    if (format !== undefined && format !== FORMAT) {
      const problem = `the queue has the form ${format}, this release keeps form ${FORMAT}`;
      throw new LoyaltyError("storage_failed", `${problem}; load the page anew, or update the library`, "never", { problem });
    }
    if (whole) this.#entries.clear();
    this.#generation = generation;
    if (whole || rows.length > 0) this.#take(rows);
  }

  #take(rows: Written[]): void {
    for (const { key, row } of rows) {
      if (row === null) this.#entries.delete(key);
      else this.#entries.set(key, JSON.parse(row) as Kept);
    }
    for (const id of [...this.#waiters.keys()]) this.#settle(id, this.#entries.get(id));
    this.dispatchEvent(new Event("change"));
    this.#wake();
    this.#send();
  }

  /** Tells the one who gave a command what became of it. */
  #settle(id: string, kept: Kept | undefined): void {
    const waiter = this.#waiters.get(id);
    if (!waiter || kept?.state === "waiting") return;
    this.#waiters.delete(id);
    if (!kept) return waiter.fail(unknown("the command was dismissed; it may have been done"));
    waiter.settle(kept.answer!);
    // Another tab sent it and left the receipt for this one.
    if (kept.state === "done") void this.dismiss(id).catch(() => undefined);
  }

  /** Sends what waits, unless that goes on already. */
  #send(): void {
    if (!this.#closed) this.#sending ??= this.#sendAll().finally(() => (this.#sending = undefined));
  }

  /** Sends what waits, one at a time, until nothing does. */
  async #sendAll(): Promise<void> {
    for (let next = this.#first(); next && !this.#closed; next = this.#first()) {
      const pause = this.#now ? 0 : Math.min(next[1].at - Date.now(), WAIT_MS_MAX);
      if (pause > 0) await this.#sleep(pause);
      // Only the tab that holds the lock sends; the others look again when they get it.
      else await this.#storage.hold("sender", "exclusive", () => this.#sendFirst()).catch(() => this.#sleep(WAIT_MS_MIN));
    }
  }

  async #sendFirst(): Promise<void> {
    await this.#look();
    const next = this.#first();
    if (this.#closed || !next || !(this.#now || next[1].at <= Date.now())) return;
    this.#now = false;
    const [id, kept] = next;
    const { answer, problem } = await this.#route.post(kept.request);
    await this.#change(() => {
      const told = this.#entries.get(id);
      // It was dismissed while it was on its way.
      if (!told) return [];
      if (problem !== undefined || answer === undefined) {
        const attempts = told.attempts + 1;
        return [put(id, { ...told, attempts, at: Date.now() + pauseAfter(attempts), ...(problem !== undefined && { problem }) })];
      }
      if (errorIn(answer)) return [put(id, { ...told, state: "refused", answer })];
      return [...this.#outdated(), ...this.#done(id, answer, told)];
    });
  }

  #done(id: string, answer: string, told: Kept): Written[] {
    const waiter = this.#waiters.get(id);
    if (!waiter) return [put(id, { ...told, state: "done", at: Date.now(), answer })];
    this.#waiters.delete(id);
    waiter.settle(answer);
    return [{ key: id, row: null }];
  }

  /** Receipts that nobody took. */
  #outdated(): Written[] {
    const before = Date.now() - RECEIPT_MS_MAX;
    const old = [...this.#entries].filter(([, { state, at }]) => state === "done" && at < before);
    return old.map(([key]) => ({ key, row: null }));
  }

  #first(): [string, Kept] | undefined {
    const waiting = [...this.#entries].filter(([, { state }]) => state === "waiting");
    return waiting.reduce<[string, Kept] | undefined>((first, one) => (first && first[0] < one[0] ? first : one), undefined);
  }

  #sleep(wait_ms: number): Promise<void> {
    return new Promise((over) => {
      const timer = setTimeout(over, wait_ms);
      this.#wake = () => {
        clearTimeout(timer);
        over();
      };
    });
  }
}

function unknown(message: string): LoyaltyError {
  return new LoyaltyError("outcome_unknown", message, "same_key");
}

function put(key: string, kept: Kept): Written {
  return { key, row: JSON.stringify(kept) };
}

/** Twice as long each time, and not for all tabs in the same moment. */
function pauseAfter(attempts: number): number {
  return Math.min(WAIT_MS_MIN * 2 ** (attempts - 1), WAIT_MS_MAX) * (0.75 + Math.random() / 4);
}

function errorIn(answer: string): LoyaltyError | undefined {
  try {
    valueOf(answer);
    return undefined;
  } catch (error) {
    return error as LoyaltyError;
  }
}
