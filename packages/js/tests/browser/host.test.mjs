// A page in front of a host: what waits while it is away, across reloads and tabs.

import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";

import { Shop } from "../shop.mjs";
import { Chromium, folder } from "./chromium.mjs";

let shop;
let chromium;
let tab;
let had;

before(async () => {
  shop = await Shop.open();
  chromium = await Chromium.start(await folder());
});
after(async () => {
  await chromium.stop();
  await shop.stop();
});
beforeEach(async () => {
  await tab?.close();
  Object.assign(shop, { seen: [], atOnce: 0, trouble: { before: () => undefined, after: () => undefined } });
  had = Number(await shop.active());
  tab = await chromium.tab(shop.origin);
});

const lost = () => ({ lose: true });
const host = (on, queue) => on.evaluate((queue) => page.host(queue), queue);
const send = (on, args) => on.evaluate((args) => page.send(args), args);
const entries = (on) => on.evaluate(() => page.entries());
const settled = (on) => on.evaluate(() => page.settled());
const retry = (on) => on.evaluate(() => page.retry());
const given = async () => Number(await shop.active()) - had;

async function until(so) {
  for (let round = 0; round < 400; round += 1) {
    if (await so()) return;
    await new Promise((over) => setTimeout(over, 20));
  }
  throw new Error(`it never came to: ${so}`);
}

test("the session says who asks, and a lost reply is unknown", async () => {
  await host(tab);
  const call = () => tab.evaluate(() => page.call("points.adjust", { customer: "c-1", type: "points", amount: "1", reason: "test" }));
  assert.equal((await call()).entries[0].actor, "maria");
  shop.trouble.after = lost;
  const { error } = await call();
  assert.deepEqual([error.code, error.retry], ["outcome_unknown", "same_key"]);
  assert.ok(error.details.idempotency_key);
});

test("while the server is down commands wait; when it is back they are sent in order", async () => {
  await host(tab, "down");
  await shop.stop();
  for (const amount of ["1", "2", "3"]) await send(tab, { amount });
  await until(async () => (await entries(tab)).length === 3 && (await entries(tab))[0].attempts > 0);
  assert.match((await entries(tab))[0].problem, /cannot be reached/);
  await shop.start();
  await tab.evaluate(() => dispatchEvent(new Event("online")));
  await until(async () => (await settled(tab)).length === 3);
  assert.deepEqual(await settled(tab), ["1", "2", "3"]);
  assert.equal(await given(), 6);
  assert.deepEqual(await entries(tab), []);
});

test("it tries again by itself", async () => {
  await host(tab, "patient");
  let left = 1;
  shop.trouble.before = () => (left-- > 0 ? { status: 502, page: "<h1>Bad gateway</h1>" } : undefined);
  await send(tab);
  await until(async () => (await settled(tab)).length === 1);
  assert.equal(await given(), 1);
});

test("after a reload in the middle the queue goes on, and what was done already is not done again", async () => {
  await host(tab, "reload");
  shop.trouble.after = lost;
  await send(tab, { amount: "5" });
  await send(tab, { amount: "7" });
  await until(async () => (await entries(tab))[0]?.attempts > 0);
  await tab.reload();
  await tab.waitForFunction(() => globalThis.page !== undefined);
  await host(tab, "reload");
  assert.equal((await entries(tab)).length, 2);
  shop.trouble.after = () => undefined;
  await retry(tab);
  await until(async () => (await entries(tab)).length === 0);
  assert.equal(await given(), 12);
  assert.equal(new Set(shop.seen).size, 2);
});

test("a refused command is shown in every tab until one dismisses it", async () => {
  const other = await chromium.tab(shop.origin);
  for (const one of [tab, other]) await host(one, "conflict");
  await send(tab, { amount: "-999" });
  await until(async () => (await entries(other))[0]?.state === "refused");
  assert.deepEqual(await settled(tab), ["insufficient_balance"]);
  const [{ id, error, request }] = await entries(other);
  assert.equal(error, "insufficient_balance");
  assert.equal(JSON.parse(request).args.amount, "-999");
  await other.evaluate((id) => page.dismiss(id), id);
  await until(async () => (await entries(tab)).length === 0);
  await other.close();
});

test("two tabs with one queue send each command once, and each tab hears of its own", async () => {
  const other = await chromium.tab(shop.origin);
  const tabs = [tab, other];
  for (const one of tabs) await host(one, "shared");
  let sent = 0;
  shop.trouble.after = () => (sent++ % 4 === 0 ? { lose: true } : undefined);
  for (let number = 0; number < 10; number += 1) for (const one of tabs) await send(one);
  await until(async () => {
    await Promise.all(tabs.map(retry));
    return (await Promise.all(tabs.map(settled))).every(({ length }) => length === 10);
  });
  for (const one of tabs) assert.deepEqual(await settled(one), Array(10).fill("1"));
  assert.equal(await given(), 20);
  assert.equal(new Set(shop.seen).size, 20);
  assert.equal(shop.atOnce, 1);
  await other.close();
});

test("a tab that is closed leaves its commands to the others", async () => {
  const other = await chromium.tab(shop.origin);
  for (const one of [tab, other]) await host(one, "left");
  shop.trouble.before = lost;
  for (const amount of ["1", "2"]) await send(other, { amount });
  await until(async () => (await entries(tab)).length === 2 && (await entries(tab))[0].attempts > 0);
  await other.close();
  shop.trouble.before = () => undefined;
  await retry(tab);
  await until(async () => (await entries(tab)).length === 0);
  assert.equal(await given(), 3);
});

test("a preview close by is the host's, byte by byte, and the host takes its plan", async () => {
  const moment = { at: new Date(Date.now() + 60_000).toISOString(), entropy: "sixteen bytes that nobody can guess" };
  const adjust = ["points.adjust", { customer: "c-1", type: "points", amount: "7", reason: "test" }];
  await host(tab);
  await tab.evaluate((moment) => page.near("c-1", moment), moment);
  const call = (options) => tab.evaluate((call) => page.call(...call), [...adjust, options]);
  const preview = await call({ preview: true });
  assert.equal(JSON.stringify(preview), JSON.stringify(await shop.engine.acting(shop.actor, moment).execute(...adjust, { preview: true })));
  assert.equal(shop.seen.length, 1);
  assert.equal((await call({ plan: preview.plan })).balances[0].active, preview.balances[0].active);
  assert.equal(await given(), 7);
});
