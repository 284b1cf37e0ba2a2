// error TS2322

import { Client } from "../../../src/generated.js";
import type { Caller } from "../../../src/runtime.js";

export const wrong = (caller: Caller) => new Client(caller).customer.list({ guests: null });
