// What the tests call in a page.

import { Actor, Engine, Host, indexedDb } from "/dist/loyalty.js";
import { trapping } from "/tests/binary.mjs";
import { hammer, one } from "/tests/browser/hammer.mjs";
import { replay, secrets } from "/tests/story.mjs";

const maria = Actor.agent("maria", ["admin"]);
const headers = { "x-csrf-token": "token-of-maria" };

/** A storage with mistakes that no storage may have. */
const mistakes = {
  /** Nobody waits for anybody, and each writes over what the other wrote. */
  unlocked(storage) {
    return {
      ...bound(storage),
      hold: (_lock, _mode, work) => work(),
      write: async (rows, format) => storage.write(rows, format, (await storage.read(0)).generation),
    };
  },
  /** Says that it has written before it has, and writes the half of it first. */
  hasty(storage) {
    let last = Promise.resolve();
    const late = async (rows, format) => {
      await new Promise((over) => setTimeout(over, 5));
      for (const part of [rows.slice(0, 1), rows.slice(1)]) await storage.write(part, format, (await storage.read(0)).generation);
    };
    return { ...bound(storage), write: async (...args) => void (last = last.then(() => late(...args))) };
  },
};

function bound(storage) {
  return Object.fromEntries(["hold", "read", "write", "watch", "close"].map((name) => [name, storage[name].bind(storage)]));
}

let engine;
let client;
let host;
let near;

globalThis.page = {
  /** Opens a store by its name; '' is one in memory. */
  async open(name, { mistake, file } = {}) {
    await engine?.close();
    const storage = name ? indexedDb(name) : undefined;
    engine = await Engine.open({ storage: mistake ? mistakes[mistake](storage) : storage, file });
    client = engine.acting(maria);
  },

  /** A member who has nothing yet. */
  async begin() {
    await client.customer.create({ id: "c-1" });
    await client.membership.enroll({ customer: "c-1" });
  },

  call: (operation, args, options) =>
    client.execute(operation, args, options).catch((error) => ({ error: { ...error, message: error.message } })),
  exported: async () => (await engine.exportFile()).text(),
  imported: (text, options) => engine.importFile(text, options),

  /** What is there, in a few words. */
  async look() {
    const { balances } = await client.points.balance({ customer: "c-1" });
    const { sound } = await client.journal.verify({ customer: "c-1" });
    return { active: balances[0]?.active ?? "0", version: balances[0]?.version ?? 0, sound };
  },

  hammer: (times) => hammer(client, times),

  /** Gives points, some at a time, for ever, and says of each when it is done. */
  async stream() {
    for (;;) {
      const calls = [1, 2, 3].map(() => client.points.adjust(one));
      for (const call of calls) globalThis.acknowledged((await call).balances[0].version);
    }
  },

  async replay(scripts, name) {
    const wrong = [];
    let answers = 0;
    for (const [at, script] of scripts.entries()) {
      const fresh = await Engine.open({ storage: name && indexedDb(`${name}-${at}`), secrets });
      const told = await replay(fresh, script);
      await fresh.close();
      answers += told.answers;
      wrong.push(...told.wrong);
    }
    return { answers, wrong };
  },

  /** Has a worker of its own do something. */
  inWorker(...task) {
    const worker = new Worker("/tests/browser/worker.mjs", { type: "module" });
    return new Promise((settle, fail) => {
      worker.onmessage = ({ data }) => (data.error ? fail(new Error(data.error)) : settle(data.done));
      worker.onerror = ({ message }) => fail(new Error(message));
      worker.postMessage(task);
    }).finally(() => worker.terminate());
  },

  /** Opens a store by its name with a WebAssembly that traps as soon as something was written; what two calls of it come to. */
  async trapped(name) {
    const bytes = await (await fetch("/dist/loyalty.wasm")).arrayBuffer();
    const { Engine } = await import("/dist/loyalty.js?trap");
    const broken = await Engine.open({ storage: indexedDb(name), wasm: trapping(bytes, "store_takeWritten") });
    const loyalty = broken.acting(maria);
    const calls = [() => loyalty.points.adjust(one), () => loyalty.points.balance({ customer: "c-1" })];
    const codes = [];
    for (const call of calls) codes.push(await call().then(() => "answered", ({ code }) => code));
    await broken.close();
    return codes;
  },

  /** Whether the library works from a folder whose server does not know the type of WebAssembly. */
  async untyped() {
    const { Engine } = await import("/octets/dist/loyalty.js");
    return (await Engine.open()).execute('{"op":"program.get"}', maria);
  },

  /** Breaks the next transaction of IndexedDB that writes. */
  breakNext() {
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (...args) {
      IDBObjectStore.prototype.put = put;
      const request = put.apply(this, args);
      this.transaction.abort();
      return request;
    };
  },

  withoutLocks: async (name) => {
    Object.defineProperty(navigator, "locks", { value: undefined, configurable: true });
    const refused = await Engine.open({ storage: indexedDb(name) }).catch((error) => ({ code: error.code, message: error.message }));
    delete navigator.locks;
    return refused;
  },

  /** What a reader learns before and after many rows that are gone were forgotten. */
  async forgotten() {
    const storage = indexedDb("forgotten");
    const rows = Array.from({ length: 10_001 }, (_, at) => ({ key: `k-${at}`, row: "{}" }));
    await storage.write([...rows, { key: "stays", row: "{}" }], 1, 0);
    await storage.write(rows.map(({ key }) => ({ key, row: null })), 1, 1);
    const told = [await storage.read(1)];
    await storage.write([{ key: "stays", row: null }, { key: "new", row: "{}" }], 1, 2);
    told.push(await storage.read(1), await storage.read(2), await storage.read(3));
    storage.close();
    return told.map(({ generation, rows, whole }) => ({ generation, rows: rows.length, whole }));
  },

  /** Writes as if nobody had written since the beginning. */
  async behind() {
    const storage = indexedDb("behind");
    await storage.write([{ key: "k", row: "{}" }], 1, 0);
    const { code } = await storage.write([{ key: "k", row: "[]" }], 1, 0).catch((error) => error);
    const { generation, rows } = await storage.read(0);
    storage.close();
    return { code, generation, rows };
  },

  /** Makes the database of a store one of a later release. */
  later: (name) =>
    new Promise((settle, fail) => {
      const opening = indexedDB.open(`loyalty:${name}`, 99);
      opening.onsuccess = () => (opening.result.close(), settle());
      opening.onblocked = () => fail(new Error("the page holds on to it"));
      opening.onerror = () => fail(opening.error);
    }),

  /** Throws the database of a store away. */
  removed: (name) =>
    new Promise((settle, fail) => {
      const removing = indexedDB.deleteDatabase(`loyalty:${name}`);
      removing.onsuccess = () => settle();
      removing.onblocked = () => fail(new Error("the page holds on to it"));
      removing.onerror = () => fail(removing.error);
    }),

  async host(queue) {
    await host?.close();
    host = await Host.open({ url: "/loyalty", headers, queue: queue && indexedDb(queue) });
    client = host.client;
  },
  /** Calls without waiting; `settled` says what became of it. */
  send(args) {
    globalThis.settled ??= [];
    client.points.adjust({ ...one, ...args }).then(
      (receipt) => settled.push(receipt.entries[0].amount),
      (error) => settled.push(error.code),
    );
  },
  retry: () => host.queue.retry(),
  dismiss: (id) => host.queue.dismiss(id),
  entries: () => host.queue.entries().map((entry) => ({ ...entry, error: entry.error?.code })),
  settled: () => globalThis.settled ?? [],

  async near(customer, moment) {
    near = await host.near(customer, moment);
    client = near.client;
  },
  refresh: () => near.refresh(),
};
