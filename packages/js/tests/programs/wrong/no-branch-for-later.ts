// error TS2366

import type { Expiry } from "../../../src/generated.js";

export function wrong(expiry: Expiry): string {
  switch (expiry.policy) {
    case "never":
      return "lasts";
    case "days":
    case "months":
    case "inactivity":
      return "ends";
  }
}
