// Builds dist: the package's JavaScript for browsers and for Node, its types, and one WebAssembly for both.
//
//     LOYALTY_WASM=<folder with loyalty_wasm.js and loyalty_wasm_bg.wasm> npm run build

import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { build } from "esbuild";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const wasm = process.env.LOYALTY_WASM;
if (!wasm) throw new Error("set LOYALTY_WASM to the folder with loyalty_wasm.js and loyalty_wasm_bg.wasm");

for (const folder of ["dist", "wasm"]) {
  rmSync(here(folder), { recursive: true, force: true });
  mkdirSync(here(folder));
}
for (const name of ["loyalty_wasm.js", "loyalty_wasm.d.ts"]) cpSync(`${wasm}/${name}`, here(`wasm/${name}`));
cpSync(`${wasm}/loyalty_wasm_bg.wasm`, here("dist/loyalty.wasm"));

execFileSync(process.execPath, [here("node_modules/typescript/bin/tsc"), "--project", here("tsconfig.json")], { stdio: "inherit" });

// The bundle holds a copy of idb, whose license wants its notice to go along.
const notice = `/*!\nWith idb, under the ISC license:\n\n${readFileSync(here("node_modules/idb/LICENSE"), "utf8").trim()}\n*/`;

for (const [outfile, NODE] of [["dist/loyalty.js", "false"], ["dist/loyalty.node.js", "true"]]) {
  await build({
    entryPoints: [here("src/index.ts")],
    outfile: here(outfile),
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    platform: NODE === "true" ? "node" : "browser",
    define: { NODE },
    footer: { js: notice },
    logLevel: "warning",
  });
}
