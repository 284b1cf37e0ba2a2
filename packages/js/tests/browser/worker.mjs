// The library in a worker.

import { Actor, Engine, indexedDb } from "/dist/loyalty.js";
import { hammer } from "/tests/browser/hammer.mjs";
import { replay, secrets } from "/tests/story.mjs";

const tasks = {
  /** Each story over a database of its own. */
  async replay(scripts) {
    const told = { answers: 0, wrong: [] };
    for (const [at, script] of scripts.entries()) {
      const engine = await Engine.open({ storage: indexedDb(`worker-${at}`), secrets });
      const { answers, wrong } = await replay(engine, script);
      await engine.close();
      told.answers += answers;
      told.wrong.push(...wrong);
    }
    return told;
  },

  /** A store that others have open too. */
  async hammer(name, times) {
    const engine = await Engine.open({ storage: indexedDb(name) });
    const failed = await hammer(engine.acting(Actor.agent("maria", ["admin"])), times);
    await engine.close();
    return failed;
  },
};

onmessage = async ({ data: [task, ...args] }) => {
  try {
    postMessage({ done: await tasks[task](...args) });
  } catch (error) {
    postMessage({ error: String(error) });
  }
};
