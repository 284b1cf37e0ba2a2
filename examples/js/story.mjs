// One story of a loyalty account, told in JavaScript. See examples/README.md.
//
//     node story.mjs file:story.jsonl

import { readFile, writeFile } from "node:fs/promises";

import { Actor, Engine } from "loyalty";

const maria = Actor.agent("maria", ["shop", "support"]);

/** Maria in a minute of the story. A real shop leaves `at` and `entropy` to the library. */
function at(engine, minute) {
  const digits = String(minute).padStart(2, "0");
  return engine.acting(maria, { at: `2026-11-22T10:${digits}:00Z`, entropy: `entropy of minute ${digits}` });
}

/** Tells the story over a store in which nothing was told yet. */
async function tell(engine) {
  await at(engine, 0).customer.create({ id: "c-42" });
  await at(engine, 0).membership.enroll({ customer: "c-42" });

  const recorded = await at(engine, 1).order.record({
    customer: "c-42",
    number: "o-1",
    placed_at: "2026-11-22T10:01:00Z",
    currency: "USD",
    lines: [{ unit_price: "250.00" }],
    payments: [{ id: "p-1", amount: "250.00", status: "paid" }],
  });
  console.log(`order o-1 earned ${recorded.result.earned[0].amount}`);

  const held = await at(engine, 2).points.hold({ customer: "c-42", type: "points", amount: "100" });
  console.log(`100 on hold, ${held.balances[0].active} left`);
  await at(engine, 3).points.capture({ customer: "c-42", hold: held.result.id, amount: "100" });

  const goodwill = { customer: "c-42", type: "points", amount: "25", reason: "goodwill" };
  const { plan, balances } = await at(engine, 4).points.adjust(goodwill, { preview: true });
  console.log(`25 more would make ${balances[0].active}`);
  await at(engine, 5).points.adjust(goodwill, { plan });
}

async function history(engine) {
  for (const entry of (await at(engine, 6).points.history({ customer: "c-42" })).entries) {
    const day = entry.effective_at.slice(0, 10);
    console.log(`${day}  ${entry.kind.padEnd(7)}  ${entry.amount.padStart(4)}  balance ${entry.balance}`);
  }
}

let engine = await Engine.open();
await tell(engine);
const store = process.argv[2] ?? "memory:";
if (store.startsWith("file:")) {
  // In a browser indexedDb keeps the store; here it goes to a file and comes back.
  const path = store.slice("file:".length);
  await writeFile(path, await (await engine.exportFile()).text());
  await engine.close();
  engine = await Engine.open({ file: await readFile(path, "utf8") });
}
await history(engine);
await engine.close();
