// A whole store as a file.

import assert from "node:assert/strict";
import { test } from "node:test";

import { Actor, Engine, memory } from "loyalty";

const maria = Actor.agent("maria", ["admin"]);

async function filled(storage) {
  const engine = await Engine.open({ storage });
  const loyalty = engine.acting(maria);
  await loyalty.customer.create({ id: "Жанна", email: "zh@example.com" });
  await loyalty.membership.enroll({ customer: "Жанна" });
  await loyalty.points.adjust({ customer: "Жанна", type: "points", amount: "9007199254740991", note: "line\nbreak", reason: "x" });
  return engine;
}

const customers = async (engine) => (await engine.acting(maria).customer.list({})).rows.map(({ id }) => id);

test("export and import give the same store", async () => {
  const engine = await filled(memory());
  const file = await engine.exportFile();
  assert.equal(file.type, "application/jsonl");
  const storage = memory();
  for (const content of [file, await file.text(), await file.arrayBuffer(), new Uint8Array(await file.arrayBuffer())]) {
    const other = await Engine.open({ file: content });
    assert.equal(await (await other.exportFile()).text(), await file.text());
  }
  const kept = await Engine.open({ storage, file });
  const again = await Engine.open({ storage });
  assert.equal(await (await again.exportFile()).text(), await file.text());
  assert.equal((await kept.acting(maria).journal.verify({ customer: "Жанна" })).sound, true);
});

test("a store that is not empty is replaced only when told so, as a whole, also for others who have it open", async () => {
  const file = await (await filled(memory())).exportFile();
  const storage = memory();
  const engine = await Engine.open({ storage });
  const other = await Engine.open({ storage });
  await engine.acting(maria).customer.create({ id: "old", email: "zh@example.com" });
  assert.deepEqual(await customers(other), ["old"]);
  await assert.rejects(engine.importFile(file), { code: "invalid_request", message: /\{ replace: true \}/ });
  await assert.rejects(Engine.open({ storage, file }), { code: "invalid_request" });
  await engine.importFile(file, { replace: true });
  for (const one of [engine, other, await Engine.open({ storage })]) {
    assert.deepEqual(await customers(one), ["Жанна"]);
    assert.equal(await (await one.exportFile()).text(), await file.text());
  }
});

test("calls before an import see the old store, calls after it the new one", async () => {
  const file = await (await filled(memory())).exportFile();
  for (const storage of [undefined, memory()]) {
    const engine = await Engine.open({ storage });
    await engine.acting(maria).customer.create({ id: "old" });
    const [before, , after] = await Promise.all([customers(engine), engine.importFile(file, { replace: true }), customers(engine)]);
    assert.deepEqual([before, after], [["old"], ["Жанна"]]);
  }
});

test("a file that fails to be kept changes nothing", async () => {
  const file = await (await filled(memory())).exportFile();
  const storage = memory();
  const engine = await Engine.open({ storage });
  await engine.acting(maria).customer.create({ id: "old" });
  const write = storage.write;
  storage.write = async () => {
    throw new Error("lost");
  };
  await assert.rejects(engine.importFile(file, { replace: true }), { code: "outcome_unknown" });
  storage.write = write;
  assert.deepEqual(await customers(engine), ["old"]);
});

test("what is no file, not all there, or of a later release is refused by name, before anything is changed", async () => {
  const text = await (await filled(memory())).exportFile().then((file) => file.text());
  const [head, ...rows] = text.split("\n");
  const later = (change) => [JSON.stringify({ ...JSON.parse(head), ...change }), ...rows].join("\n");
  const wrong = [
    ["", /is not a file of this library/],
    ["{}", /is not a file of this library/],
    ["7\n", /is not a file of this library/],
    ["null\n", /is not a file of this library/],
    [text.slice(0, -1), /is not all there/],
    [text.slice(0, -200), /is not all there/],
    [text.replace(rows[0] + "\n", ""), /is not all there/],
    [later({ format: 2, version: "9.9.9" }), /form 2 of release 9\.9\.9, this release reads form 1; update the library/],
    [text.replace('"table":"root"', '"table":"hologram"'), /there is no table 'hologram'/],
    [text.replace('"body"', '"corpse"'), /file: /],
  ];
  const storage = memory();
  const engine = await Engine.open({ storage });
  await engine.acting(maria).customer.create({ id: "old" });
  const { generation } = await storage.read(0);
  for (const [content, why] of wrong) {
    await assert.rejects(engine.importFile(content, { replace: true }), { code: "invalid_request", message: why }, content.slice(0, 60));
  }
  assert.equal((await storage.read(0)).generation, generation);
  assert.deepEqual(await customers(engine), ["old"]);
});
