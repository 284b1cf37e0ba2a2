// The package as somebody gets it: from its tarball, in projects of their own, each built and run.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";

import { Chromium, folder as newFolder } from "../browser/chromium.mjs";
import { serving } from "../pages.mjs";
import { project, said, tarball } from "./project.mjs";

const RESULT = "c-42 has 150";
const VITE = "node_modules/vite/bin/vite.js";
let chromium;

before(async () => {
  assert.ok(tarball, "set LOYALTY_TARBALL to the tarball that npm pack made");
  chromium = await Chromium.start(await newFolder());
});
after(() => chromium?.stop());

/** What a page says once it is done; an error with what went wrong in it. */
async function shown(origin) {
  const tab = await chromium.context.newPage();
  try {
    const failed = new Promise((_, fail) => tab.once("pageerror", fail));
    const text = tab.goto(origin).then(() => tab.waitForFunction(() => document.body?.textContent.trim(), undefined, { timeout: 20_000 }));
    return await Promise.race([text.then((handle) => handle.jsonValue()), failed]);
  } finally {
    await tab.close();
  }
}

test("Node runs it", () =>
  project("node", [], async ({ node }) => {
    assert.equal(await node("program.mjs"), `${RESULT}\n`);
  }));

test("TypeScript finds its types in both ways to look for them, and Node runs what came out", () =>
  project("typescript", ["typescript@7.0.2", "@types/node@20"], async ({ node }) => {
    for (const kind of ["bundler", "nodenext"]) await node("node_modules/typescript/bin/tsc", "--project", `tsconfig.${kind}.json`);
    assert.equal(await node("out/program.js"), `${RESULT}\n`);
  }));

test("a page without a bundler runs what was unpacked, under the policy", () =>
  project("page", undefined, async ({ folder }) => {
    await unpack(folder);
    assert.equal(await serving(folder, shown), RESULT);
  }));

test("a policy that forbids WebAssembly is noticed", () =>
  project("page", undefined, async ({ folder }) => {
    await unpack(folder);
    await assert.rejects(serving(folder, shown, "default-src 'none'; script-src 'self'; connect-src 'self'"), /wasm-eval|WebAssembly/);
  }));

test("Vite builds what runs under the policy, and its development server serves it", () =>
  project("vite", ["vite@8.3.8"], async ({ folder, node }) => {
    await node(VITE, "build");
    assert.equal(await serving(join(folder, "dist"), shown), RESULT);
    assert.equal(await developing(folder, shown), RESULT);
  }));

/** The package beside a page. */
async function unpack(folder) {
  await mkdir(join(folder, "loyalty"));
  await said("tar", ["-xzf", tarball, "--strip-components=1", "-C", join(folder, "loyalty")]);
}

/** Runs Vite's development server in a folder, and does something with its address meanwhile. */
async function developing(folder, work) {
  const vite = spawn(process.execPath, [VITE, "--host", "127.0.0.1"], { cwd: folder, stdio: ["ignore", "pipe", "inherit"] });
  const over = new Promise((done) => vite.once("exit", done));
  try {
    return await work(await address(vite));
  } finally {
    vite.kill();
    await over;
  }
}

function address(vite) {
  return new Promise((found, fail) => {
    let text = "";
    vite.stdout.on("data", (part) => {
      text += part;
      // Its colours may stand inside of the address.
      const line = /http:\/\/127\.0\.0\.1:\d+/.exec(text.replace(/\x1b\[\d+m/g, ""));
      if (line) found(line[0]);
    });
    vite.once("exit", () => fail(new Error(`vite ended: ${text}`)));
  });
}
