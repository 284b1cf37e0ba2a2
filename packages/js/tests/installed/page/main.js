// What somebody writes first, in a page without a bundler.

import { Actor, Engine, indexedDb } from "./loyalty/dist/loyalty.js";

const engine = await Engine.open({ storage: indexedDb("shop") });
const loyalty = engine.acting(Actor.agent("maria", ["admin"]));
await loyalty.customer.create({ id: "c-42" });
await loyalty.membership.enroll({ customer: "c-42" });
const receipt = await loyalty.points.adjust({ customer: "c-42", type: "points", amount: "150", reason: "goodwill" });
await engine.close();
document.body.textContent = `c-42 has ${receipt.balances[0].active}`;
