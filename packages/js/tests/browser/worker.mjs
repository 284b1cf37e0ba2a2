// The library in a worker: each story over a database of its own.

import { Engine, indexedDb } from "/dist/loyalty.js";
import { replay } from "/tests/story.mjs";

onmessage = async ({ data: scripts }) => {
  try {
    const told = { answers: 0, wrong: [] };
    for (const [at, script] of scripts.entries()) {
      const engine = await Engine.open({ storage: indexedDb(`worker-${at}`) });
      const { answers, wrong } = await replay(engine, script);
      await engine.close();
      told.answers += answers;
      told.wrong.push(...wrong);
    }
    postMessage(told);
  } catch (error) {
    postMessage({ error: String(error) });
  }
};
