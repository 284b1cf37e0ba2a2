// A customer close by: local answers are the host's, byte by byte, and its plans are confirmed there.

import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";

import { Host, memory } from "loyalty";

import { headers, Shop } from "./shop.mjs";

let shop;
let host;
let near;
const adjust = { customer: "c-1", type: "points", amount: "10", reason: "test" };
const at = new Date(Date.now() + 60_000).toISOString().replace(/\.\d+/, "");
const moment = { at, entropy: "sixteen bytes that nobody can guess" };

before(async () => {
  shop = await Shop.open();
  host = await Host.open({ url: shop.url, headers });
});
after(async () => {
  near.close();
  await host.close();
  await shop.stop();
});
beforeEach(async () => {
  near?.close();
  near = await host.near("c-1", moment);
  shop.seen = [];
});

const operations = () => shop.seen.map((text) => JSON.parse(text).op);

test("previews and queries about the customer need no host and answer what it would", async () => {
  const maria = shop.engine.acting(shop.actor, moment);
  const questions = [
    ["points.adjust", adjust, { preview: true }],
    ["points.adjust", { ...adjust, amount: "-999999" }, { preview: true }],
    ["membership.enroll", { customer: "c-1" }, { preview: true }],
    ["membership.deactivate", { customer: "c-1" }, { preview: true }],
    ["customer.actions", { customer: "c-1" }],
    ["points.balance", { customer: "c-1" }],
  ];
  for (const question of questions) {
    const ask = (client) => client.execute(...question).catch((error) => error.answer());
    const [here, there] = await Promise.all([near.client, maria].map(ask));
    assert.equal(JSON.stringify(here), JSON.stringify(there), question[0]);
  }
  assert.deepEqual(operations(), []);
});

test("another moment gives other bytes, and the test above would notice", async () => {
  const other = await host.near("c-1", { ...moment, at: at.replace("Z", ".5Z") });
  const clients = [other.client, shop.engine.acting(shop.actor, moment)];
  const [here, there] = await Promise.all(clients.map((client) => client.points.adjust(adjust, { preview: true })));
  assert.notEqual(JSON.stringify(here), JSON.stringify(there));
  other.close();
});

test("the plan of a local preview is confirmed by the host", async () => {
  const had = Number(await shop.active());
  const current = await host.near("c-1");
  const { plan, balances } = await current.client.points.adjust(adjust, { preview: true });
  const receipt = await current.client.points.adjust(adjust, { plan });
  assert.equal(receipt.balances[0].active, balances[0].active);
  assert.equal(Number(await shop.active()), had + 10);
  assert.deepEqual(operations(), ["customer.bundle", "points.adjust"]);
  current.close();
});

test("after a command through it, and only then, the next local answer rests on a new bundle", async () => {
  await near.client.points.balance({ customer: "c-1" });
  await near.client.points.adjust(adjust);
  const [first, second] = await Promise.all([1, 2].map(() => near.client.points.balance({ customer: "c-1" })));
  assert.equal(first.balances[0].active, await shop.active());
  assert.deepEqual(first, second);
  assert.deepEqual(operations(), ["points.adjust", "customer.bundle"]);
});

test("a command on its way makes the bundle old, both when it leaves and when it is answered", async () => {
  for (const late of ["request", "reply"]) {
    let release;
    const gate = new Promise((open) => (release = open));
    const slow = async (url, init) => {
      const wait = init.body.includes("points.adjust");
      if (wait && late === "request") await gate;
      const response = await fetch(url, init);
      if (wait) await gate;
      return response;
    };
    const close = await (await Host.open({ url: shop.url, headers, fetch: slow })).near("c-1");
    const active = async () => (await close.client.points.balance({ customer: "c-1" })).balances[0].active;
    const had = await shop.active();
    const call = close.client.points.adjust(adjust);
    if (late === "reply") while ((await shop.active()) === had) await new Promise((over) => setTimeout(over, 1));
    assert.equal(await active(), await shop.active());
    release();
    await call;
    assert.equal(await active(), String(Number(had) + 10));
    close.close();
  }
});

test("what others changed makes the plan outdated, and a refresh shows it", async () => {
  const { plan } = await near.client.points.adjust({ ...adjust, amount: "-1" }, { preview: true });
  await shop.admin.points.adjust({ ...adjust, amount: "3" });
  await assert.rejects(near.client.points.adjust({ ...adjust, amount: "-1" }, { plan }), { code: "plan_outdated" });
  await near.refresh();
  assert.equal((await near.client.points.balance({ customer: "c-1" })).balances[0].active, await shop.active());
});

test("what the bundle does not hold, the host answers", async () => {
  assert.equal((await near.client.customer.list({})).rows.length, 2);
  assert.equal((await near.client.points.balance({ customer: "c-2" })).customer, "c-2");
  assert.deepEqual(operations(), ["customer.list", "points.balance"]);
});

test("an unknown customer is refused by the host, and a host that is away leaves local answers", async () => {
  await assert.rejects(host.near("nobody"), { code: "not_found" });
  shop.trouble.before = () => ({ lose: true });
  assert.equal((await near.client.points.balance({ customer: "c-1" })).balances[0].active, await shop.active());
  await assert.rejects(near.client.customer.list({}), { code: "storage_failed" });
  shop.trouble.before = () => undefined;
});

test("commands through it wait in the queue of the host", async () => {
  const patient = await Host.open({ url: shop.url, headers, queue: memory() });
  const close = await patient.near("c-1");
  shop.trouble.before = () => ({ lose: true });
  const call = close.client.points.adjust(adjust);
  while (patient.queue.entries()[0]?.attempts !== 1) await new Promise((over) => setTimeout(over, 5));
  shop.trouble.before = () => undefined;
  patient.queue.retry();
  assert.equal((await call).balances[0].active, await shop.active());
  assert.equal((await close.client.points.balance({ customer: "c-1" })).balances[0].active, await shop.active());
  await patient.close();
});
