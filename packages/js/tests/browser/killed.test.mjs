// A browser that is killed in the middle of a stream of commands: what was answered is there afterwards, whole.

import assert from "node:assert/strict";
import { appendFile, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";

import { Shop } from "../shop.mjs";
import { Chromium, folder as newFolder } from "./chromium.mjs";

const ROUNDS = 5;
/**
 * Chromium itself, killed between two writes of one record, goes on behind the half of it, and at a later start takes its log for damaged
 * and throws everything away. No page can hinder it; it must be told.
 */
const LOST = /the browser found damaged files and threw away all/;
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
  let first = true;
  let told = 0;
  for (let number = 0; number < ROUNDS; number += 1) {
    const outcome = await round(data, { first }).catch((failure) => {
      if (!LOST.test(failure.message)) throw failure;
      told += 1;
    });
    first = outcome === undefined;
    if (first) continue;
    const { answered, active, version, sound } = outcome;
    assert.ok(version >= answered, `${answered} were answered, ${version} are there`);
    // Each entry gives one point: a command that was half done would show.
    assert.equal(active, String(version));
    assert.ok(sound);
  }
  assert.ok(told <= 1, `the browser threw everything away ${told} times in ${ROUNDS} rounds`);
});

/** Leaves the beginning of a record at the end of Chromium's log, as a kill between two of its writes does. */
async function damage(data) {
  const files = await readdir(join(data, "Default/IndexedDB"), { recursive: true });
  const log = files.find((name) => name.endsWith(".log"));
  await appendFile(join(data, "Default/IndexedDB", log), Buffer.from([1, 2, 3, 4, 200, 0, 2, ...Array(200).fill(7)]));
}

test("files that the browser threw away are told, once for each origin, instead of an empty store", async () => {
  const data = await folder();
  await Chromium.with(data, async (chromium) => {
    const tab = await chromium.tab(shop.origin);
    await tab.evaluate(() => page.open("damaged"));
    await tab.evaluate(() => page.begin());
  });
  await damage(data);
  await Chromium.with(data, async (chromium) => {
    const tab = await chromium.tab(shop.origin);
    await assert.rejects(tab.evaluate(() => page.open("damaged")), LOST);
    await tab.evaluate(() => page.open("damaged"));
    await tab.evaluate(() => page.begin());
    assert.ok((await tab.evaluate(() => page.look())).sound);
  });
});

test("a storage that answers before it has written loses commands, and the test above would notice", async () => {
  const data = await folder();
  const lost = await round(data, { first: true, mistake: "hasty" }).then(
    ({ answered, active, version, sound }) => version < answered || active !== String(version) || !sound,
    () => true,
  );
  assert.ok(lost);
});
