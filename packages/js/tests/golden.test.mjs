// Every golden story, byte by byte, in memory and over a storage that every call passes through.

import assert from "node:assert/strict";
import { test } from "node:test";

import { Engine, memory } from "loyalty";

import { golden } from "./scripts.mjs";
import { replay, secrets } from "./story.mjs";

const scripts = golden();

for (const [where, storage] of [["in memory", () => undefined], ["over a storage", memory]]) {
  test(`all stories answer the same bytes ${where}`, async () => {
    let answers = 0;
    for (const { name, text } of scripts) {
      const engine = await Engine.open({ storage: storage(), secrets });
      const told = await replay(engine, text);
      await engine.close();
      assert.deepEqual(told.wrong, [], name);
      answers += told.answers;
    }
    assert.ok(answers > 100);
  });
}

test("one other byte is noticed", async () => {
  const [{ text }] = scripts;
  const engine = await Engine.open({ secrets });
  assert.equal((await replay(engine, text.replace('"ok":', '"ok" :'))).wrong.length, 1);
});
