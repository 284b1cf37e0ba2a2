// An empty project of somebody who installs the package from its tarball. LOYALTY_TARBALL names it; npm is asked for nothing else but what a
// project needs besides.

import { execFile } from "node:child_process";
import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);
const QUIET = ["--no-audit", "--no-fund", "--silent", "--prefer-offline"];

export const tarball = process.env.LOYALTY_TARBALL;

/** Makes the project from the files of a kind, does something in it, and throws it away. */
export async function project(kind, packages, work) {
  const folder = await mkdtemp(join(tmpdir(), `loyalty-${kind}-`));
  try {
    await cp(fileURLToPath(new URL(kind, import.meta.url)), folder, { recursive: true });
    await writeFile(join(folder, "package.json"), JSON.stringify({ name: "shop", private: true, type: "module" }));
    if (packages) await run("npm", ["install", ...QUIET, tarball, ...packages], { cwd: folder });
    return await work({ folder, node: (...words) => said(process.execPath, words, folder) });
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 10 });
  }
}

/** What a program printed; an error with it when it failed. */
export async function said(program, words, folder) {
  try {
    return (await run(program, words, { cwd: folder })).stdout;
  } catch ({ message, stdout }) {
    throw new Error(`${message}\n${stdout}`);
  }
}
