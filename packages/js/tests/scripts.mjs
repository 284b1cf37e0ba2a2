// The scripts of the golden stories, which `cargo xtask golden --expand` writes. LOYALTY_GOLDEN names another folder.

import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const folder = process.env.LOYALTY_GOLDEN ?? fileURLToPath(new URL("../../../target/golden", import.meta.url));

/** Each script with its name. */
export const scripts = readdirSync(folder)
  .filter((name) => name.endsWith(".txt"))
  .map((name) => ({ name, text: readFileSync(`${folder}/${name}`, "utf8") }));
