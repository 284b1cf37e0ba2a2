// Requests with the answers that they must get, as scripts: LOYALTY_GOLDEN names the folder of the golden stories, LOYALTY_ARBITRARY that of
// arbitrary requests. `cargo xtask golden --expand` writes the ones, `cargo test --test arbitrary` the others.

import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const target = (name) => fileURLToPath(new URL(`../../../target/${name}`, import.meta.url));

/** Each golden story with its name. */
export const golden = () => scripts(process.env.LOYALTY_GOLDEN ?? target("golden"));

/** Each script of arbitrary requests with its name. */
export const arbitrary = () => scripts(process.env.LOYALTY_ARBITRARY ?? target("arbitrary"));

function scripts(folder) {
  const names = readdirSync(folder).filter((name) => name.endsWith(".txt"));
  return names.sort().map((name) => ({ name, text: readFileSync(`${folder}/${name}`, "utf8") }));
}
