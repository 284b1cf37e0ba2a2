// error TS2353

import { Client } from "../../../src/generated.js";
import type { Caller } from "../../../src/runtime.js";

export const wrong = (caller: Caller) => new Client(caller).maintenance.run({}, { idempotency_key: "k-1" });
