// A host over the network: what travels, what is lost on the way, and what waits in the queue.

import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";

import { Engine, Host, memory, storageFailed } from "loyalty";

import { headers, Shop } from "./shop.mjs";

let shop;
const hosts = [];
const one = { customer: "c-1", type: "points", amount: "1", reason: "test" };
const untroubled = { before: () => undefined, after: () => undefined };

before(async () => void (shop = await Shop.open()));
after(async () => {
  await Promise.all(hosts.map((host) => host.close()));
  await shop.stop();
});
beforeEach(() => void Object.assign(shop, { seen: [], atOnce: 0, trouble: { ...untroubled } }));

async function host(options) {
  const opened = await Host.open({ url: shop.url, headers, ...options });
  hosts.push(opened);
  return opened;
}

/** Waits until something is so. */
async function until(so, what = String(so)) {
  for (let round = 0; round < 400; round += 1) {
    if (await so()) return;
    await new Promise((over) => setTimeout(over, 10));
  }
  throw new Error(`it never came to: ${what}`);
}

test("the same client works in front of a host, which alone says who asks", async () => {
  const { client } = await host();
  const receipt = await client.points.adjust(one);
  assert.equal(receipt.entries[0].actor, "maria");
  assert.equal((await client.points.balance({ customer: "c-1" })).balances[0].active, await shop.active());
  assert.match(JSON.parse(shop.seen[0]).idempotency_key, /^[0-9a-f]{48}$/);
  assert.equal(JSON.parse(shop.seen[1]).idempotency_key, undefined);
  const anna = await host({ headers: async () => ({ cookie: "session=anna", "x-csrf-token": "token-of-anna" }) });
  await assert.rejects(anna.client.points.adjust(one), { code: "forbidden" });
});

test("a refusal of the host's own is an error like the library's", async () => {
  const { client } = await host({ headers: {} });
  await assert.rejects(client.points.adjust(one), { code: "refused_by_shop", message: "sign in first" });
});

test("without a queue, a lost reply to a command is unknown and the key tells; a query just failed", async () => {
  const { client } = await host();
  const had = Number(await shop.active());
  shop.trouble.after = () => ({ lose: true });
  const lost = await client.points.adjust(one).catch((error) => error);
  assert.equal(lost.code, "outcome_unknown");
  assert.equal(lost.retry, "same_key");
  for (const ask of [() => client.points.balance({ customer: "c-1" }), () => client.points.adjust(one, { preview: true })]) {
    await assert.rejects(ask, { code: "storage_failed", retry: "later" });
  }
  await assert.rejects(client.maintenance.run({}), { code: "outcome_unknown", retry: "later" });
  shop.trouble = untroubled;
  const { idempotency_key } = lost.details;
  assert.equal((await client.points.adjust(one, { idempotency_key })).replayed, true);
  assert.equal(Number(await shop.active()), had + 1);
});

test("what is not the library's answer is none: a page of a proxy, a login page, half a text, a reply that never comes", async () => {
  const { client } = await host({ timeout_ms: 200 });
  const pages = [
    { status: 502, page: "<h1>Bad gateway</h1>" },
    { page: "<form>sign in</form>" },
    { page: '{"ok":{"half' },
    { page: '{"okay":{}}' },
    { page: "null" },
    { status: 500, page: '{"ok":{}}' },
    { page: '{"error":"no"}' },
  ];
  for (const page of pages) {
    shop.trouble.before = () => page;
    await assert.rejects(client.points.adjust(one), { code: "outcome_unknown" }, page.page);
  }
  const never = (_url, { signal }) => new Promise((_, fail) => signal.addEventListener("abort", () => fail(signal.reason)));
  const silent = await host({ timeout_ms: 50, fetch: never });
  await assert.rejects(silent.client.program.get(), { code: "storage_failed" });
});

test("the queue sends in order, keeps what the host cannot take now, and each is done once", async () => {
  const { client, queue } = await host({ queue: memory() });
  const had = Number(await shop.active());
  let changes = 0;
  queue.addEventListener("change", () => (changes += 1));
  await shop.stop();
  const calls = ["1", "2", "3"].map((amount) => client.points.adjust({ ...one, amount }));
  await until(() => queue.entries().length === 3 && queue.entries()[0].attempts > 0);
  const [first, second] = queue.entries();
  assert.deepEqual([first.state, second.state, second.attempts], ["waiting", "waiting", 0]);
  assert.match(first.problem, /the host cannot be reached/);
  await shop.start();
  queue.retry();
  const receipts = await Promise.all(calls);
  assert.deepEqual(receipts.map(({ entries }) => entries[0].amount), ["1", "2", "3"]);
  assert.deepEqual(shop.seen.map((text) => JSON.parse(text).args.amount), ["1", "2", "3"]);
  assert.deepEqual(queue.entries(), []);
  assert.ok(changes >= 6);
  assert.equal(Number(await shop.active()), had + 6);
});

test("replies lost after the command was done: sent again by itself, done once", async () => {
  const { client, queue } = await host({ queue: memory() });
  const had = Number(await shop.active());
  let left = 2;
  shop.trouble.after = () => (left-- > 0 ? { lose: true } : undefined);
  const call = client.points.adjust(one);
  await until(() => queue.entries()[0]?.attempts === 1);
  queue.retry();
  assert.equal((await call).replayed, true);
  assert.equal(new Set(shop.seen).size, 1);
  assert.equal(shop.seen.length, 3);
  assert.equal(Number(await shop.active()), had + 1);
});

test("a client that takes a new key each time does it twice, and the test above would notice", async () => {
  const had = Number(await shop.active());
  const renamed = (body) => body.replace(/"idempotency_key":"[^"]*"/, `"idempotency_key":"${Math.random()}"`);
  const forgetful = (url, init) => fetch(url, { ...init, body: renamed(init.body) });
  const { client, queue } = await host({ queue: memory(), fetch: forgetful });
  let left = 1;
  shop.trouble.after = () => (left-- > 0 ? { lose: true } : undefined);
  const call = client.points.adjust(one);
  await until(() => queue.entries()[0]?.attempts === 1);
  queue.retry();
  await call;
  assert.equal(Number(await shop.active()), had + 2);
});

test("a page of a proxy or a session that is over keeps the entry waiting and says so", async () => {
  let signed = false;
  const { client, queue } = await host({ queue: memory(), headers: () => (signed ? headers : {}) });
  const call = client.points.adjust(one);
  await until(() => queue.entries()[0]?.problem === "sign in first");
  signed = true;
  for (const page of [{ status: 502, page: "<h1>Bad gateway</h1>" }, { page: "<form>sign in</form>" }]) {
    shop.trouble.before = () => page;
    const { attempts } = queue.entries()[0];
    queue.retry();
    await until(() => queue.entries()[0].attempts > attempts);
    assert.match(queue.entries()[0].problem, /no answer of the library/);
  }
  shop.trouble = untroubled;
  queue.retry();
  await call;
});

test("a refused command is shown until it is dismissed, and holds up nobody", async () => {
  const storage = memory();
  const { client, queue } = await host({ queue: storage });
  const refused = client.points.spend({ customer: "c-2", type: "points", amount: "9" });
  const next = client.points.adjust({ ...one, customer: "c-2" });
  await assert.rejects(refused, { code: "insufficient_balance" });
  await next;
  const [entry, ...others] = queue.entries();
  assert.deepEqual(others, []);
  assert.equal(entry.state, "refused");
  assert.equal(entry.error.code, "insufficient_balance");
  assert.equal(JSON.parse(entry.request).op, "points.spend");
  const again = await host({ queue: storage });
  assert.equal(again.queue.entries()[0].error.code, "insufficient_balance");
  await queue.dismiss(entry.id);
  await until(() => again.queue.entries().length === 0);
});

test("a queue that was closed goes on when it is opened again", async () => {
  const storage = memory();
  const had = Number(await shop.active());
  await shop.stop();
  const closing = await host({ queue: storage });
  const call = closing.client.points.adjust(one);
  await until(() => closing.queue.entries()[0]?.attempts === 1);
  await closing.close();
  await assert.rejects(call, { code: "outcome_unknown", message: /stays in the queue/ });
  await assert.rejects(closing.client.points.adjust(one), { code: "invalid_request" });
  await shop.start();
  const { queue } = await host({ queue: storage });
  queue.retry();
  await until(() => queue.entries().length === 0);
  assert.equal(Number(await shop.active()), had + 1);
});

test("two hosts with one queue: each command once, each promise kept", async () => {
  const storage = memory();
  const had = Number(await shop.active());
  const [left, right] = [await host({ queue: storage }), await host({ queue: storage })];
  shop.trouble.after = () => (Math.random() < 0.2 ? { lose: true } : undefined);
  const poke = setInterval(() => (left.queue.retry(), right.queue.retry()), 20);
  const calls = Array.from({ length: 40 }, (_, at) => (at % 2 ? left : right).client.points.adjust(one));
  await Promise.all(calls);
  clearInterval(poke);
  assert.equal(shop.atOnce, 1);
  await until(() => left.queue.entries().length + right.queue.entries().length === 0);
  assert.equal(Number(await shop.active()), had + 40);
  const { rows } = await storage.read(0);
  await until(async () => (await storage.read(0)).rows.length === 0, `${rows.length} rows are left`);
});

test("a queue that cannot keep a command refuses it and sends nothing", async () => {
  const storage = memory();
  const { client } = await host({ queue: storage });
  for (const [failure, code] of [[storageFailed("the disk is full"), "storage_failed"], [new Error("lost"), "outcome_unknown"]]) {
    storage.write = async () => {
      throw failure;
    };
    await assert.rejects(client.points.adjust(one), { code });
  }
  assert.deepEqual(shop.seen, []);
  const later = { ...memory(), read: async () => ({ format: 7, generation: 1, rows: [], whole: true }) };
  await assert.rejects(host({ queue: later }), { code: "storage_failed", message: /form 7/ });
});

test("a queue and a store do not take each other's rows", async () => {
  const [store, queue] = [memory(), memory()];
  await (await Engine.open({ storage: store })).acting(shop.actor).customer.create({ id: "c-1" });
  await (await host({ queue })).client.points.adjust(one);
  await assert.rejects(host({ queue: store }), { code: "storage_failed", message: /form 1,/ });
  await assert.rejects(Engine.open({ storage: queue }), { code: "storage_failed", message: /form -1,/ });
});
