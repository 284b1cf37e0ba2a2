// error TS18048

import { Client } from "../../../src/generated.js";
import type { Caller } from "../../../src/runtime.js";

export async function wrong(caller: Caller) {
  const receipt = await new Client(caller).points.adjust({ customer: "c-42", type: "points", amount: "150" });
  return receipt.balances.length;
}
