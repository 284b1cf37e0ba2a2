/** What keeps the rows of a store, so that several engines can share it. */

import { LoyaltyError } from "./runtime.js";

/** A row that changed: its key, and what it is now; null when it is gone. Both are opaque texts. */
export interface Written {
  key: string;
  row: string | null;
}

/** What a store has become since somebody looked. */
export interface Changed {
  /** The format of the rows; undefined while nothing was written. */
  format: number | undefined;
  /** How often the store was written; 0 for a new one. */
  generation: number;
  /** The rows that changed. */
  rows: Written[];
  /** Whether these are all rows there are, instead of those that changed. */
  whole: boolean;
}

/**
 * Keeps rows. `indexedDb` is the one for browsers; a host can bring its own.
 *
 * An engine works only while it holds the lock, catches up with `read`, and stores what it did with `write` before it answers. Several
 * engines, also of other tabs, may use one storage at once.
 */
export interface Storage {
  /** Does `work` while nobody else holds the lock of this name `exclusive`, or, for `exclusive`, at all. */
  hold<T>(lock: string, mode: "shared" | "exclusive", work: () => Promise<T>): Promise<T>;
  /** What changed after a generation; everything, as a `whole`, for 0 and where it cannot tell. Cheap when nothing changed. */
  read(since: number): Promise<Changed>;
  /**
   * Writes all rows or none, durably, as the next generation after `generation`; refuses when the store is at another one. Deleted rows
   * must be told to those who read from an older generation.
   *
   * @throws LoyaltyError `storage_failed` when certainly nothing was written; any other error counts as an unknown outcome
   */
  write(rows: Written[], format: number, generation: number): Promise<void>;
  /** Calls `listener` when another tab or engine wrote; gives the function that ends it. */
  watch(listener: () => void): () => void;
  /** Lets go of what is open. What was written stays. */
  close(): void;
}

/** Certainly nothing was written. */
export function storageFailed(problem: unknown): LoyaltyError {
  const text = problem instanceof Error ? problem.message : String(problem);
  return new LoyaltyError("storage_failed", `the storage failed: ${text}; nothing was changed, try again`, "later", { problem: text });
}

/** A storage in this process: for tests, and to show what one must do. */
export function memory(): Storage {
  const rows = new Map<string, { row: string | null; generation: number }>();
  const queues = new Map<string, Promise<unknown>>();
  const listeners = new Set<() => void>();
  let format: number | undefined;
  let now = 0;
  return {
    hold(lock, _mode, work) {
      const mine = (queues.get(lock) ?? Promise.resolve()).then(work);
      queues.set(lock, mine.catch(() => undefined));
      return mine;
    },
    async read(since) {
      if (since > 0 && since === now) return { format, generation: now, rows: [], whole: false };
      const whole = since === 0 || since > now;
      const changed = [...rows].filter(([, { row, generation }]) => (whole ? row !== null : generation > since));
      return { format, generation: now, rows: changed.map(([key, { row }]) => ({ key, row })), whole };
    },
    async write(written, as, generation) {
      if (generation !== now) throw storageFailed("somebody wrote without the lock");
      format = as;
      now += 1;
      for (const { key, row } of written) rows.set(key, { row, generation: now });
      for (const listener of listeners) queueMicrotask(listener);
    },
    watch(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {},
  };
}
