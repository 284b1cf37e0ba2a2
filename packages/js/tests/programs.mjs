// Right programs compile, and every wrong one is refused with the one error that its first line names. Needs the package `typescript`.

import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL("programs", import.meta.url));
const compiler = join(dirname(createRequire(import.meta.url).resolve("typescript/package.json")), "bin/tsc");

/** The codes of the errors that the compiler finds, by file. What belongs to no file is put down to the compiler. */
function compile() {
  const { stdout, error } = spawnSync(process.execPath, [compiler, "--project", folder, "--pretty", "false"], { cwd: folder, encoding: "utf8" });
  if (error) throw error;
  const found = new Map();
  for (const [, file = "the compiler", code] of stdout.matchAll(/^(?:(\S.*?)\(\d+,\d+\): )?error (TS\d+)/gm)) {
    found.set(file, [...(found.get(file) ?? []), code]);
  }
  return found;
}

/** What is not as the file says: an error in its first line, or none. */
function complaint(file, found) {
  const said = /^\/\/ error (TS\d+)\n/.exec(readFileSync(join(folder, file), "utf8"))?.slice(1) ?? [];
  const codes = found.get(file) ?? [];
  return codes.join() === said.join() ? [] : [`${file}: ${codes.join(" and ") || "no error"} instead of ${said[0] ?? "none"}`];
}

const programs = (kind) => readdirSync(join(folder, kind)).map((name) => `${kind}/${name}`);
const [wrong, seeded] = [programs("wrong"), programs("seeded")];
const found = compile();

const complaints = ["right.ts", ...wrong].flatMap((file) => complaint(file, found));
const others = [...found.keys()].filter((file) => ![...wrong, ...seeded, "right.ts"].includes(file));
complaints.push(...others.map((file) => `${file}: ${found.get(file).join(" and ")}`));
// Each seeded program is other than it says, so the check must complain of it.
complaints.push(...seeded.filter((file) => complaint(file, found).length === 0).map((file) => `${file}: the check does not see its mistake`));

complaints.forEach((text) => console.error(text));
console.log(`programs: ${wrong.length} wrong programs, ${seeded.length} seeded mistakes, ${complaints.length} complaints`);
process.exitCode = complaints.length > 0 || wrong.length === 0 ? 1 : 0;
