// What somebody writes first, in TypeScript.

import { Actor, Engine, LoyaltyError } from "loyalty";
import type { PointsPosted, Receipt } from "loyalty";

const engine = await Engine.open();
const loyalty = engine.acting(Actor.agent("maria", ["admin"]));
await loyalty.customer.create({ id: "c-42" });
await loyalty.membership.enroll({ customer: "c-42" });
const receipt: Receipt<PointsPosted> = await loyalty.points.adjust({ customer: "c-42", type: "points", amount: "150", reason: "goodwill" });
try {
  await loyalty.points.spend({ customer: "c-42", type: "points", amount: "151" });
} catch (error) {
  if (!(error instanceof LoyaltyError) || error.code !== "insufficient_balance") throw error;
}
await engine.close();
console.log(`c-42 has ${receipt.balances?.[0]?.active}`);
