// error TS2741

import { Client } from "../../../src/generated.js";
import type { Caller } from "../../../src/runtime.js";

export const wrong = (caller: Caller) => new Client(caller).points.adjust({ customer: "c-42", type: "points" });
