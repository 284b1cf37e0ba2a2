// What happens when the WebAssembly really traps, or really runs out of memory.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { Actor, Engine, memory } from "loyalty";

import { cramped, trapping } from "./binary.mjs";

const bytes = readFileSync(new URL("../dist/loyalty.wasm", import.meta.url));
const maria = Actor.agent("maria", ["admin"]);
const stopped = { code: "internal", retry: "never", message: /the engine stopped .* open the engine again/ };

/** What the garbage collector shall not take. */
const held = [];

/** The library once more, with a WebAssembly of its own. */
async function anew(wasm, name) {
  const loyalty = await import(`../dist/loyalty.node.js?${name}`);
  return (options) => loyalty.Engine.open({ ...options, wasm });
}

test("a trap stops every engine of the instance, and nothing of the call is kept", async () => {
  const storage = memory();
  await (await Engine.open({ storage })).acting(maria).customer.create({ id: "c-1" });
  const { generation } = await storage.read(0);
  const open = await anew(trapping(bytes, "store_takeWritten"), "trap");
  const engine = await open({ storage });
  const bystander = await open();
  const calls = [engine.acting(maria).customer.create({ id: "c-2" }), engine.acting(maria).customer.get({ customer: "c-1" })];
  for (const call of calls) await assert.rejects(call, stopped);
  for (const one of [engine, bystander]) {
    await assert.rejects(one.acting(maria).program.get(), stopped);
    await assert.rejects(one.exportFile(), stopped);
    await one.close();
  }
  assert.equal((await storage.read(0)).generation, generation);
  const whole = await Engine.open({ storage });
  assert.deepEqual((await whole.acting(maria).customer.list({})).rows.map(({ id }) => id), ["c-1"]);
});

test("after running out of memory, opening again makes a new instance with what was kept", async () => {
  const storage = memory();
  const open = await anew(cramped(bytes, 8), "cramped");
  const engine = await open({ storage });
  await engine.acting(maria).customer.create({ id: "c-1" });
  const huge = JSON.stringify({ op: "customer.create", args: { id: "c-2", first_name: "x".repeat(1_000_000) } });
  await assert.rejects(engine.execute(huge, maria), stopped);
  await assert.rejects(engine.acting(maria).program.get(), stopped);
  const [again, beside] = await Promise.all([open({ storage }), open()]);
  assert.equal((await again.acting(maria).customer.list({})).rows.length, 1);
  await again.acting(maria).customer.create({ id: "c-2" });
  assert.equal((await beside.acting(maria).customer.list({})).rows.length, 0);
  await assert.rejects(engine.acting(maria).program.get(), stopped);
  await engine.close();
  assert.equal((await again.acting(maria).customer.list({})).rows.length, 2);
});

test("the garbage of an instance that stopped is not handed back to it", async () => {
  const { gc } = await import("node:v8").then(async ({ setFlagsFromString }) => {
    setFlagsFromString("--expose-gc");
    return { gc: (await import("node:vm")).runInNewContext("gc") };
  });
  const open = await anew(trapping(bytes, "__wbg_store_free"), "garbage");
  let engine = await open();
  const other = await open();
  await assert.rejects(other.close(), stopped);
  await assert.rejects(engine.acting(maria).program.get(), stopped);
  engine = undefined;
  for (let round = 0; round < 5; round += 1) {
    gc();
    await new Promise((over) => setTimeout(over, 10));
  }
  assert.equal((await held[held.push(await open()) - 1].acting(maria).customer.list({})).rows.length, 0);
});

test("the WebAssembly can be given as bytes, as a module, as an answer or as an address", async () => {
  const address = `data:application/wasm;base64,${bytes.toString("base64")}`;
  const typed = new Response(bytes, { headers: { "content-type": "application/wasm" } });
  const sources = [bytes, new WebAssembly.Module(bytes), typed, new Response(bytes), address, new URL(address)];
  for (const [at, source] of sources.entries()) {
    const engine = await (await anew(source, `source-${at}`))();
    assert.equal((await engine.acting(maria).customer.list({})).rows.length, 0);
  }
});

test("one that cannot be loaded says so, and the next open tries again", async () => {
  const { Engine: Fresh } = await import("../dist/loyalty.node.js?missing");
  await assert.rejects(Fresh.open({ wasm: new Response("", { status: 404 }) }), /could not be loaded: 404/);
  await assert.rejects(Fresh.open({ wasm: new Uint8Array(8) }), WebAssembly.CompileError);
  await Fresh.open();
});
