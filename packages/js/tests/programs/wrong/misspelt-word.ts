// error TS2367

import { Client } from "../../../src/generated.js";
import type { Caller } from "../../../src/runtime.js";

export async function wrong(caller: Caller) {
  const { membership } = await new Client(caller).customer.get({ customer: "c-42" });
  return membership.state === "onhold";
}
