/** Rows in IndexedDB, shared by the tabs of an origin. */

import { openDB } from "idb";
import type { DBSchema, IDBPDatabase, IDBPTransaction } from "idb";

import { LoyaltyError } from "./runtime.js";
import { storageFailed } from "./storage.js";
import type { Changed, Storage, Written } from "./storage.js";

/** The layout of the database; a later one is refused by name. */
const LAYOUT = 1;
/** So many rows that are gone may be remembered for tabs that have not looked yet; then those must read everything again. */
const GONE_MAX = 10_000;

interface State {
  format: number;
  generation: number;
  /** Rows that were gone by this generation are forgotten. */
  floor: number;
  /** How many rows that are gone are remembered, at most. */
  gone: number;
}

interface Layout extends DBSchema {
  rows: { key: string; value: Written & { generation: number; gone?: 1 }; indexes: { generation: number; gone: number } };
  state: { key: string; value: State };
}

type Change = IDBPTransaction<Layout, ("rows" | "state")[], "readwrite">;

/** What Chromium says beside the standard: whether it threw away what an origin had, because its files were damaged. */
interface Upgrade extends IDBVersionChangeEvent {
  dataLoss?: "none" | "total";
}

/**
 * A store of this name in the browser's IndexedDB. Tabs that open the same name work on the same store at once.
 *
 * Needs Web Locks, which browsers give to pages that came by https or from localhost. A browser may delete what it keeps when space is
 * short, unless the page asked it not to: `navigator.storage.persist()`.
 */
export function indexedDb(name: string): Storage {
  return new IndexedDb(`loyalty:${name}`);
}

class IndexedDb implements Storage {
  readonly #name: string;
  #channel: BroadcastChannel | undefined;
  #opened: Promise<IDBPDatabase<Layout>> | undefined;

  constructor(name: string) {
    this.#name = name;
  }

  async hold<T>(lock: string, mode: "shared" | "exclusive", work: () => Promise<T>): Promise<T> {
    if (!globalThis.navigator?.locks) {
      const problem = "there are no Web Locks here, without which two tabs would overwrite each other";
      throw new LoyaltyError("storage_failed", `${problem}; serve the page by https or use a newer browser`, "never", { problem });
    }
    return navigator.locks.request(`${this.#name}:${lock}`, { mode }, work) as Promise<T>;
  }

  async read(since: number): Promise<Changed> {
    const database = await this.#database();
    const change = database.transaction(["rows", "state"]);
    const state = await change.objectStore("state").get("state");
    if (since > 0 && !state) throw gone(`the browser threw away what it had stored as '${this.#name}'`);
    const { format, generation, floor } = state ?? { format: undefined, generation: 0, floor: 0 };
    if (since > 0 && since === generation) return { format, generation, rows: [], whole: false };
    const rows = change.objectStore("rows");
    const whole = since === 0 || since < floor || since > generation;
    const found = whole ? await rows.getAll() : await rows.index("generation").getAll(IDBKeyRange.lowerBound(since, true));
    const kept = whole ? found.filter(({ row }) => row !== null) : found;
    return { format, generation, rows: kept.map(({ key, row }) => ({ key, row })), whole };
  }

  async write(written: Written[], format: number, generation: number): Promise<void> {
    const database = await this.#database();
    // Strict: the promise of a command means that it survives the machine going down.
    const change: Change = database.transaction(["rows", "state"], "readwrite", { durability: "strict" });
    let problem: unknown;
    change.done.catch(() => undefined);
    await put(change, written, format, generation).catch((failure) => {
      problem = failure;
      abort(change);
    });
    // A transaction that did not complete was undone as a whole.
    await change.done.catch((aborted) => {
      throw storageFailed(problem ?? aborted);
    });
    this.#broadcast().postMessage(generation + 1);
  }

  watch(listener: () => void): () => void {
    const channel = this.#broadcast();
    channel.addEventListener("message", listener);
    return () => channel.removeEventListener("message", listener);
  }

  close(): void {
    this.#channel?.close();
    this.#channel = undefined;
    void this.#opened?.then((database) => database.close(), () => undefined);
    this.#opened = undefined;
  }

  #broadcast(): BroadcastChannel {
    return (this.#channel ??= new BroadcastChannel(this.#name));
  }

  async #database(): Promise<IDBPDatabase<Layout>> {
    this.#opened ??= this.#open();
    try {
      return await this.#opened;
    } catch (failure) {
      this.#opened = undefined;
      throw failure;
    }
  }

  #open(): Promise<IDBPDatabase<Layout>> {
    let lost = false;
    const opening = openDB<Layout>(this.#name, LAYOUT, {
      upgrade(database, _before, _after, change, event: Upgrade) {
        lost = event.dataLoss === "total";
        if (lost) return abort(change);
        const rows = database.createObjectStore("rows", { keyPath: "key" });
        rows.createIndex("generation", "generation");
        rows.createIndex("gone", "gone");
        database.createObjectStore("state");
      },
      // Let a later release, or whoever deletes the database, go on; the next call opens it again.
      blocking: () => this.#forget(),
      terminated: () => this.#forget(),
    });
    return opening.catch((failure: Error) => {
      if (lost) throw gone(`the browser found damaged files and threw away all that it kept for this origin, '${this.#name}' too`);
      if (failure.name !== "VersionError") throw storageFailed(failure);
      const problem = `the database '${this.#name}' was written by a later release`;
      throw new LoyaltyError("storage_failed", `${problem}; load the page anew, or update the library`, "never", { problem });
    });
  }

  #forget(): void {
    void this.#opened?.then((database) => database.close());
    this.#opened = undefined;
  }
}

function gone(problem: string): LoyaltyError {
  return new LoyaltyError("storage_failed", `${problem}; what is opened from now on begins anew`, "never", { problem });
}

function abort(change: { abort(): void; done: Promise<void> }): void {
  change.done.catch(() => undefined);
  try {
    change.abort();
  } catch {
    // It is over already.
  }
}

/** Puts rows and the state. */
async function put(change: Change, written: Written[], format: number, generation: number): Promise<void> {
  const rows = change.objectStore("rows");
  const states = change.objectStore("state");
  const before = (await states.get("state")) ?? { format, generation: 0, floor: 0, gone: 0 };
  if (before.generation !== generation) throw new Error("somebody wrote without the lock");
  const state = { ...before, format, generation: generation + 1 };
  const forgotten = state.gone > GONE_MAX ? await rows.index("gone").getAllKeys() : [];
  if (forgotten.length > 0) Object.assign(state, { gone: 0, floor: state.generation });
  const puts: Promise<unknown>[] = forgotten.map((key) => rows.delete(key));
  for (const { key, row } of written) {
    if (row === null) state.gone += 1;
    puts.push(rows.put({ key, row, generation: state.generation, ...(row === null && { gone: 1 as const }) }));
  }
  puts.push(states.put(state, "state"));
  await Promise.all(puts);
}
