// A browser that is killed in the middle of a stream of commands: what was answered is there afterwards, whole.

import assert from "node:assert/strict";
import { rm } from "node:fs/promises";
import { after, before, test } from "node:test";

import { Shop } from "../shop.mjs";
import { Chromium, folder as newFolder } from "./chromium.mjs";

const ROUNDS = 5;
let shop;
const folders = [];

before(async () => void (shop = await Shop.open()));
after(async () => {
  await shop.stop();
  for (const path of folders) await rm(path, { recursive: true, force: true, maxRetries: 10 });
});

async function folder() {
  folders.push(await newFolder());
  return folders.at(-1);
}

/** Streams commands until so many are answered, kills, and looks: the last that was answered, and what is there. */
async function round(data, options) {
  const answered = await Chromium.with(data, (chromium) => stream(chromium, options));
  return { answered, ...(await Chromium.with(data, look)) };
}

async function stream(chromium, { mistake, first }) {
  const tab = await chromium.tab(shop.origin);
  await tab.evaluate((mistake) => page.open("killed", { mistake }), mistake);
  if (first) await tab.evaluate(() => page.begin());
  let answered = 0;
  let enough = 40 + Math.floor(Math.random() * 40);
  await new Promise((killed, fail) => {
    const acknowledged = (version) => {
      answered = Math.max(answered, version);
      if (--enough === 0) killed(chromium.kill());
    };
    const streaming = tab.exposeFunction("acknowledged", acknowledged).then(() => tab.evaluate(() => page.stream()));
    streaming.catch((failure) => enough > 0 && fail(failure));
  });
  return answered;
}

async function look(chromium) {
  const tab = await chromium.tab(shop.origin);
  await tab.evaluate(() => page.open("killed"));
  return tab.evaluate(() => page.look());
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
