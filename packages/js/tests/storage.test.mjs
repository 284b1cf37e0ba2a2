// Engines over one storage: nothing lost, nothing double, and what happens when the storage fails.

import assert from "node:assert/strict";
import { test } from "node:test";

import { Actor, Engine, memory, storageFailed } from "loyalty";

const maria = Actor.agent("maria", ["admin"]);
const one = { customer: "c-1", type: "points", amount: "1", reason: "test" };

async function begin(storage) {
  const engine = await Engine.open({ storage });
  const loyalty = engine.acting(maria);
  await loyalty.customer.create({ id: "c-1" });
  await loyalty.membership.enroll({ customer: "c-1" });
  return { engine, loyalty };
}

const active = async (loyalty) => (await loyalty.points.balance({ customer: "c-1" })).balances[0]?.active ?? "0";

/** Two engines give and take at once over what `storage` gives each; the balances that they see. */
async function hammer(storage) {
  const first = await begin(storage());
  const second = await Engine.open({ storage: storage() });
  const both = [first.loyalty, second.acting(maria)];
  const calls = both.map(async (loyalty) => {
    for (let at = 0; at < 30; at += 1) {
      await loyalty.points.adjust(one);
      if (at % 3 === 0) await loyalty.points.spend({ customer: "c-1", type: "points", amount: "1" });
    }
  });
  await Promise.all(calls);
  const sound = await Promise.all(both.map((loyalty) => loyalty.journal.verify({ customer: "c-1" })));
  return { seen: await Promise.all(both.map(active)), sound: sound.map(({ sound }) => sound) };
}

test("two engines at once lose nothing and see all", async () => {
  const storage = memory();
  const { seen, sound } = await hammer(() => storage);
  assert.deepEqual(seen, ["40", "40"]);
  assert.deepEqual(sound, [true, true]);
});

test("a storage without its lock loses updates, and the test above would notice", async () => {
  const storage = memory();
  const unlocked = () => ({
    ...storage,
    hold: (_lock, _mode, work) => work(),
    read: async (since) => {
      const changed = await storage.read(since);
      await new Promise((over) => setTimeout(over, 1));
      return changed;
    },
    write: async (rows, format) => storage.write(rows, format, (await storage.read(1)).generation),
  });
  const { seen } = await hammer(unlocked);
  assert.notDeepEqual(seen, ["40", "40"]);
});

test("a write at another generation is refused, so that a broken lock loses nothing", async () => {
  const storage = memory();
  const { loyalty } = await begin(storage);
  const { format, generation } = await storage.read(0);
  const write = storage.write;
  let raced = false;
  storage.write = async (...args) => {
    if (!raced) {
      raced = true;
      await write([], format, generation);
    }
    return write(...args);
  };
  await assert.rejects(loyalty.points.adjust(one), { code: "storage_failed", retry: "later" });
  assert.equal(await active(loyalty), "0");
});

test("when storing fails, memory is what the storage is", async () => {
  const storage = memory();
  const { loyalty } = await begin(storage);
  await loyalty.points.adjust(one);
  const write = storage.write;
  storage.write = async () => {
    throw storageFailed("the disk is full");
  };
  const calls = [loyalty.points.adjust(one), loyalty.points.adjust(one), active(loyalty)];
  for (const call of calls) await assert.rejects(call, { code: "storage_failed", retry: "later" });
  assert.equal(await active(loyalty), "1");
  storage.write = write;
  assert.equal((await loyalty.points.adjust(one)).balances[0].active, "2");
});

test("when nobody knows whether it was stored, it says so, and the key tells", async () => {
  for (const lost of [true, false]) {
    const storage = memory();
    const { loyalty } = await begin(storage);
    const write = storage.write;
    storage.write = async (...args) => {
      storage.write = write;
      if (!lost) await write(...args);
      throw new Error("the connection broke");
    };
    await assert.rejects(loyalty.points.adjust(one, { idempotency_key: "k" }), { code: "outcome_unknown", retry: "same_key" });
    assert.equal((await loyalty.points.adjust(one, { idempotency_key: "k" })).replayed ?? false, !lost);
    assert.equal(await active(loyalty), "1");
  }
});

test("a storage that cannot be read refuses, and works again when it can be", async () => {
  const storage = memory();
  const { loyalty } = await begin(storage);
  const read = storage.read;
  storage.read = async () => {
    throw new Error("not now");
  };
  await assert.rejects(loyalty.points.adjust(one), { code: "storage_failed", retry: "later" });
  await assert.rejects(Engine.open({ storage }), { code: "storage_failed" });
  storage.read = read;
  assert.equal((await loyalty.points.adjust(one)).balances[0].active, "1");
});

test("a query that notes a refusal stores it, alone", async () => {
  const storage = memory();
  const { hold, write } = storage;
  let held;
  storage.hold = (lock, mode, work) => hold(lock, mode, () => ((held = mode), work()));
  storage.write = (...args) => (assert.equal(held, "exclusive"), write(...args));
  const { engine, loyalty } = await begin(storage);
  const { generation } = await storage.read(0);
  const nobody = engine.acting(Actor.agent("eve", []));
  await assert.rejects(nobody.points.balance({ customer: "c-1" }), { code: "forbidden" });
  assert.equal((await storage.read(0)).generation, generation + 1);
  const other = await Engine.open({ storage });
  const rows = (await other.acting(maria).audit.list({ outcome: "refused" })).commands;
  assert.equal(rows.filter(({ actor }) => actor === "eve").length, 1);
  assert.equal(await active(loyalty), "0");
});

test("a store of another form is refused by name", async () => {
  const storage = memory();
  await begin(storage);
  const { generation } = await storage.read(0);
  await storage.write([{ key: "k", row: '{"table":"hologram","values":[],"body":""}' }], 1, generation);
  await assert.rejects(Engine.open({ storage }), /there is no table 'hologram'/);
  await storage.write([], 2, generation + 1);
  await assert.rejects(Engine.open({ storage }), { code: "storage_failed", retry: "never", message: /form 2, this release keeps form 1/ });
});
