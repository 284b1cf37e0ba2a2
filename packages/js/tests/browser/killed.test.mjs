// A browser that is killed in the middle of a stream of commands: what was answered is there afterwards, whole.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { Shop } from "../shop.mjs";
import { Chromium, folder } from "./chromium.mjs";

const ROUNDS = 5;
let shop;

before(async () => void (shop = await Shop.open()));
after(() => shop.stop());

/** Streams commands until so many are answered, kills, and looks: the last that was answered, and what is there. */
async function round(data, { mistake, first }) {
  const chromium = await Chromium.start(data);
  const tab = await chromium.tab(shop.origin);
  await tab.evaluate((mistake) => page.open("killed", { mistake }), mistake);
  if (first) await tab.evaluate(() => page.begin());
  let answered = 0;
  let enough = 40 + Math.floor(Math.random() * 40);
  const killed = new Promise((over) => {
    const acknowledged = (version) => {
      answered = Math.max(answered, version);
      if (--enough === 0) over(chromium.kill());
    };
    void tab.exposeFunction("acknowledged", acknowledged).then(() => tab.evaluate(() => page.stream()).catch(() => undefined));
  });
  await killed;
  return { answered, ...(await left(data)) };
}

async function left(data) {
  const chromium = await Chromium.start(data);
  const tab = await chromium.tab(shop.origin);
  await tab.evaluate(() => page.open("killed"));
  const seen = await tab.evaluate(() => page.look());
  await chromium.kill();
  return seen;
}

test("nothing that was answered is lost, and nothing is half done", async () => {
  const data = await folder();
  for (let number = 0; number < ROUNDS; number += 1) {
    const { answered, active, version, sound } = await round(data, { first: number === 0 });
    assert.ok(version >= answered, `${answered} were answered, ${version} are there`);
    // Each entry gives one point: a command that was half done would show.
    assert.equal(active, String(version));
    assert.ok(sound);
  }
});

test("a storage that answers before it has written loses commands, and the test above would notice", async () => {
  const data = await folder();
  const lost = await round(data, { first: true, mistake: "hasty" }).then(
    ({ answered, active, version, sound }) => version < answered || active !== String(version) || !sound,
    () => true,
  );
  assert.ok(lost);
});
