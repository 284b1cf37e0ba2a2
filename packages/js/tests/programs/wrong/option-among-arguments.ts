// error TS2353

import { Client } from "../../../src/generated.js";
import type { Caller } from "../../../src/runtime.js";

export const wrong = (caller: Caller) => new Client(caller).points.hold({ customer: "c-42", type: "points", amount: "1", preview: true });
