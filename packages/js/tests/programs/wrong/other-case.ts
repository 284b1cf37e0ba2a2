// error TS2339

import type { Expiry } from "../../../src/generated.js";

export const wrong = (expiry: Expiry) => (expiry.policy === "never" ? expiry.days : 0);
