// The engine in a page and in a worker, under a strict policy; durable in IndexedDB; two tabs at once.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { golden } from "../scripts.mjs";
import { Shop } from "../shop.mjs";
import { Chromium, folder } from "./chromium.mjs";

let shop;
let chromium;
let tab;
const stories = golden().map(({ text }) => text);

before(async () => {
  shop = await Shop.open();
  chromium = await Chromium.start(await folder());
  tab = await chromium.tab(shop.origin);
});
after(async () => {
  await chromium.stop();
  await shop.stop();
});

const call = (...args) => tab.evaluate((args) => page.call(...args), args);
const open = (on, ...args) => on.evaluate((args) => page.open(...args), args);
const look = (on) => on.evaluate(() => page.look());

test("the policy is on: what it forbids does not run", async () => {
  const forbidden = await tab.evaluate(() => {
    const element = document.createElement("script");
    element.textContent = "globalThis.ran = true";
    document.head.append(element);
    return globalThis.ran === undefined;
  });
  assert.ok(forbidden);
});

test("all stories answer the same bytes in a page, in memory and in IndexedDB", async () => {
  for (const name of [undefined, "story"]) {
    const told = await tab.evaluate(([stories, name]) => page.replay(stories, name), [stories, name]);
    assert.deepEqual(told.wrong, []);
    assert.ok(told.answers > 100);
  }
});

test("all stories answer the same bytes in a worker", async () => {
  const told = await tab.evaluate((stories) => page.inWorker("replay", stories), stories);
  assert.deepEqual(told.wrong, []);
  assert.ok(told.answers > 100);
});

test("one other byte is noticed in a page", async () => {
  const told = await tab.evaluate((stories) => page.replay(stories), [stories[0].replace('"ok":', '"ok" :')]);
  assert.equal(told.wrong.length, 1);
});

test("it loads where the server does not know the type of WebAssembly", async () => {
  assert.match(await tab.evaluate(() => page.untyped()), /^\{"ok":/);
});

test("what was answered is there after a reload", async () => {
  await open(tab, "reload");
  await tab.evaluate(() => page.begin());
  await call("points.adjust", { customer: "c-1", type: "points", amount: "5", reason: "test" });
  const kept = await tab.evaluate(() => page.exported());
  await tab.reload();
  await tab.waitForFunction(() => globalThis.page !== undefined);
  await open(tab, "reload");
  assert.equal((await look(tab)).active, "5");
  assert.equal(await tab.evaluate(() => page.exported()), kept);
});

test("a whole store moves by its file, and another tab that has it open follows", async () => {
  const other = await chromium.tab(shop.origin);
  await open(other, "moved");
  await open(tab, "reload");
  const text = await tab.evaluate(() => page.exported());
  await open(tab, "moved", { file: text });
  assert.deepEqual(await look(other), await look(tab));
  assert.equal(await other.evaluate(() => page.exported()), text);
  await other.close();
});

/** Two tabs give and take at once; what each sees in the end. */
async function hammer(name, options) {
  const other = await chromium.tab(shop.origin);
  const tabs = [tab, other];
  for (const one of tabs) await open(one, name, options);
  await tab.evaluate(() => page.begin());
  const failed = await Promise.all(tabs.map((one) => one.evaluate(() => page.hammer(60))));
  const seen = await Promise.all(tabs.map(look));
  await open(tab, name);
  seen.push(await look(tab));
  await other.close();
  return { failed, seen };
}

test("two tabs that hammer one customer at once lose nothing and do nothing twice", async () => {
  const { failed, seen } = await hammer("hammer");
  assert.deepEqual(failed, [[], []]);
  for (const one of seen) assert.deepEqual(one, { active: "80", version: 160, sound: true });
});

test("a page and a worker that hammer one customer at once lose nothing either", async () => {
  await open(tab, "shared");
  await tab.evaluate(() => page.begin());
  const failed = await tab.evaluate(() => Promise.all([page.hammer(60), page.inWorker("hammer", "shared", 60)]));
  assert.deepEqual(failed, [[], []]);
  assert.deepEqual(await look(tab), { active: "80", version: 160, sound: true });
});

test("a storage without its lock loses updates, and the test above would notice", async () => {
  const { failed, seen } = await hammer("unlocked", { mistake: "unlocked" }).catch((error) => ({ failed: [String(error)], seen: [] }));
  assert.notDeepEqual([failed, seen[2]], [[[], []], { active: "80", version: 160, sound: true }]);
});

test("after a trap the store is what was answered before, and goes on when it is opened again", async () => {
  await open(tab, "trap");
  await tab.evaluate(() => page.begin());
  assert.deepEqual(await tab.evaluate(() => page.trapped("trap")), ["internal", "internal"]);
  assert.deepEqual(await look(tab), { active: "0", version: 0, sound: true });
  const adjusted = await call("points.adjust", { customer: "c-1", type: "points", amount: "1", reason: "test" });
  assert.equal(adjusted.balances[0].active, "1");
});

test("a transaction that is aborted is answered, and memory is what the storage is", async () => {
  await open(tab, "aborted");
  await tab.evaluate(() => page.begin());
  await tab.evaluate(() => page.breakNext());
  const adjust = ["points.adjust", { customer: "c-1", type: "points", amount: "1", reason: "test" }];
  assert.deepEqual((await call(...adjust)).error.code, "storage_failed");
  assert.equal((await look(tab)).active, "0");
  assert.equal((await call(...adjust)).balances[0].active, "1");
  await open(tab, "aborted");
  assert.equal((await look(tab)).active, "1");
});

test("rows that are gone are remembered for those who were away, but not for ever", async () => {
  assert.deepEqual(await tab.evaluate(() => page.forgotten()), [
    { generation: 2, rows: 10_001, whole: false },
    { generation: 3, rows: 1, whole: true },
    { generation: 3, rows: 1, whole: true },
    { generation: 3, rows: 0, whole: false },
  ]);
});

test("a write that rests on an older generation is refused as a whole", async () => {
  const { code, generation, rows } = await tab.evaluate(() => page.behind());
  assert.deepEqual([code, generation, rows], ["storage_failed", 1, [{ key: "k", row: "{}" }]]);
});

test("without Web Locks a durable store is refused", async () => {
  const { code, message } = await tab.evaluate(() => page.withoutLocks("unsafe"));
  assert.equal(code, "storage_failed");
  assert.match(message, /no Web Locks/);
});

test("a database of a later release is refused by name, and a page that has it open lets go", async () => {
  await open(tab, "later");
  await tab.evaluate(() => page.begin());
  await tab.evaluate(() => page.later("later"));
  const refused = await call("customer.get", { customer: "c-1" });
  assert.match(refused.error.message, /'loyalty:later' was written by a later release/);
  await assert.rejects(open(tab, "later"), /later release/);
});

test("a store whose database goes is refused, not empty, until it is opened anew", async () => {
  await open(tab, "gone");
  await tab.evaluate(() => page.begin());
  await tab.evaluate(() => page.removed("gone"));
  for (let time = 0; time < 2; time += 1) {
    const refused = await call("customer.get", { customer: "c-1" });
    assert.match(refused.error.message, /threw away what it had stored as 'loyalty:gone'/);
  }
  await open(tab, "gone");
  assert.equal((await call("customer.get", { customer: "c-1" })).error.code, "not_found");
});
