// error TS2322

import { Client } from "../../../src/generated.js";
import type { Caller } from "../../../src/runtime.js";

export async function wrong(caller: Caller) {
  const { points } = new Client(caller);
  const { entries } = await points.history({ customer: "c-42", type: "points" });
  return points.history({ customer: "c-42", type: "points", kinds: entries.map((entry) => entry.kind) });
}
