// An engine in memory: calls, options, contexts, refusals, closing.

import assert from "node:assert/strict";
import { test } from "node:test";

import { Actor, Engine, LoyaltyError } from "loyalty";

const maria = Actor.agent("maria", ["admin"]);
const moment = { at: "2026-11-22T10:00:00Z", entropy: "sixteen bytes that nobody can guess" };

async function shop(options) {
  const engine = await Engine.open(options);
  const loyalty = engine.acting(maria);
  await loyalty.customer.create({ id: "c-42", first_name: "Anna", phone: "+43 1 234567" });
  await loyalty.membership.enroll({ customer: "c-42" });
  return { engine, loyalty };
}

const adjust = { customer: "c-42", type: "points", amount: "150", reason: "goodwill" };

test("a call answers with its receipt, typed or by name", async () => {
  const { loyalty } = await shop();
  const receipt = await loyalty.points.adjust(adjust);
  assert.equal(receipt.balances[0].active, "150");
  assert.equal((await loyalty.execute("points.adjust", adjust)).balances[0].active, "300");
  assert.deepEqual((await loyalty.execute("program.get")).program, (await loyalty.program.get()).program);
});

test("options travel: preview and plan, keys, versions; what is undefined, null or false stays at home", async () => {
  const { loyalty } = await shop();
  const { plan } = await loyalty.points.adjust(adjust, { preview: true });
  assert.equal((await loyalty.points.balance({ customer: "c-42" })).balances[0]?.active ?? "0", "0");
  await loyalty.points.adjust(adjust, { plan, idempotency_key: "k-1" });
  assert.equal((await loyalty.points.adjust(adjust, { plan, idempotency_key: "k-1" })).replayed, true);
  await assert.rejects(loyalty.points.adjust(adjust, { if_version: 0 }), { code: "version_conflict" });
  await loyalty.points.adjust(adjust, { preview: false, plan: undefined, idempotency_key: null });
  assert.equal((await loyalty.points.balance({ customer: "c-42" })).balances[0].active, "300");
});

test("undefined leaves a field as it is, null empties it", async () => {
  const { loyalty } = await shop();
  await loyalty.customer.edit({ customer: "c-42", first_name: undefined, phone: null });
  const { profile, ...rest } = await loyalty.customer.get({ customer: "c-42" });
  const view = profile ?? rest;
  assert.equal(view.first_name, "Anna");
  assert.equal(view.phone, undefined);
});

test("a refusal is a LoyaltyError with code, message, retry and details", async () => {
  const { loyalty } = await shop();
  const refused = await loyalty.points.spend({ customer: "c-42", type: "points", amount: "7" }).catch((error) => error);
  assert.ok(refused instanceof LoyaltyError && refused instanceof Error);
  assert.equal(refused.code, "insufficient_balance");
  assert.equal(refused.retry, "never");
  assert.equal(refused.details.requested, "7");
  assert.match(refused.message, /7 of 'points' are asked for/);
  assert.equal(JSON.parse(refused.answer()).error.code, "insufficient_balance");
});

test("what JSON cannot say is refused before it is sent", async () => {
  const { loyalty } = await shop();
  const loop = {};
  loop.loop = loop;
  for (const amount of [NaN, Infinity, 1n, loop]) {
    await assert.rejects(loyalty.points.adjust({ ...adjust, amount }), { code: "invalid_request" }, String(amount));
  }
});

test("each actor is who they say, and a test can fix the moment", async () => {
  const { engine } = await shop();
  const anna = engine.acting(Actor.customer("c-42", { through: "app" }));
  await assert.rejects(anna.points.adjust(adjust), { code: "forbidden" });
  assert.deepEqual(JSON.parse(Actor.system("shop", ["till"], { through: "pos" }).context(moment)), {
    actor: { id: "shop", kind: "system", roles: ["till"], through: "pos" },
    ...moment,
  });
  const [one, two] = [maria.context(), maria.context()].map((text) => JSON.parse(text));
  assert.notEqual(one.entropy, two.entropy);
  assert.ok(one.entropy.length >= 32 && Math.abs(Date.parse(one.at) - Date.now()) < 60_000);
  assert.equal((await engine.acting(maria, moment).points.adjust(adjust, { preview: true })).plan.length, 64);
});

test("the JSON door answers in text whatever comes", async () => {
  const { engine } = await shop();
  for (const text of ["", "[]", "7", "{", '{"op":7}', '{"op":"x","op":"y"}', "\ud800", '{"op":"points.balance"}']) {
    assert.match(await engine.execute(text, maria), /^\{"error":/, text);
  }
  const long = await engine.execute(`{"op":"${"x".repeat(40_000_000)}"}`, maria);
  assert.match(long, /is longer than 1048576 bytes/);
  assert.match(await engine.execute('{"op":"program.get"}', "{}"), /^\{"error":/);
  assert.match(await engine.execute('{"op":"program.get"}', maria), /^\{"ok":/);
});

test("calls are answered in the order in which they were made", async () => {
  const { loyalty } = await shop();
  const order = [];
  const calls = Array.from({ length: 250 }, (_, at) =>
    (at % 5 ? loyalty.points.adjust({ ...adjust, amount: "1" }) : loyalty.points.balance({ customer: "c-42" })).then(() => order.push(at)),
  );
  await Promise.all(calls);
  assert.deepEqual(order, [...order].sort((a, b) => a - b));
  assert.equal((await loyalty.points.balance({ customer: "c-42" })).balances[0].active, "200");
});

test("closing lets calls finish and refuses those after it", async () => {
  const { engine, loyalty } = await shop();
  const last = loyalty.points.adjust(adjust);
  const closing = engine.close();
  const refused = { code: "invalid_request", message: "engine: was closed; open another" };
  await assert.rejects(loyalty.points.adjust(adjust), refused);
  assert.equal((await last).balances[0].active, "150");
  await closing;
  await engine.close();
  await assert.rejects(engine.exportFile(), { code: "invalid_request" });
});
