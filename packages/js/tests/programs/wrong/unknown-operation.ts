// error TS2345

import { Client } from "../../../src/generated.js";
import type { Caller } from "../../../src/runtime.js";

export const wrong = (caller: Caller) => new Client(caller).execute("points.give", { customer: "c-42" });
