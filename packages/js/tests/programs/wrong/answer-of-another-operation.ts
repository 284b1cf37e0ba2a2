// error TS2739

import { Client } from "../../../src/generated.js";
import type { PointsBalances } from "../../../src/generated.js";
import type { Caller } from "../../../src/runtime.js";

export async function wrong(caller: Caller): Promise<PointsBalances> {
  return await new Client(caller).execute("points.expiring", { customer: "c-42", type: "points" });
}
