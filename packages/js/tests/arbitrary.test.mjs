// Requests and contexts of every kind, most of them wrong: the WebAssembly answers each as Rust does, byte by byte, and lives on.

import assert from "node:assert/strict";
import { test } from "node:test";

import { Engine } from "loyalty";

import { arbitrary } from "./scripts.mjs";
import { replay, secrets } from "./story.mjs";

const scripts = arbitrary();

/** What a new engine says to a script. */
async function told(text) {
  const engine = await Engine.open({ secrets });
  const answered = await replay(engine, text);
  await engine.close();
  return answered;
}

test("arbitrary requests are answered as Rust answers them, and nothing traps", async () => {
  let count = 0;
  for (const { name, text } of scripts) {
    const { answers, wrong } = await told(text);
    assert.deepEqual(wrong, [], name);
    count += answers;
  }
  assert.ok(count > 3_000, `${count} requests`);
});

test("one other answer among them is noticed", async () => {
  for (const kind of ["arguments", "contexts", "requests"]) {
    const { text } = scripts.find(({ name }) => name.startsWith(kind));
    const lines = text.split("\n");
    const last = lines.length - 2;
    lines[last] = lines[last].replace(/"(ok|error)":/, '"$1" :');
    const { wrong } = await told(lines.join("\n"));
    assert.deepEqual(wrong.map(({ number }) => number), [(last + 1) / 3], kind);
  }
});
