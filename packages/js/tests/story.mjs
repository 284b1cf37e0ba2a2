// Replays the scripts of the golden stories, in Node and in browsers alike: three lines a request, which are the request, the context,
// the answer.

/** The secrets of the shop in every story. */
export const secrets = [{ id: "golden", key: "not a secret at all, but long enough to be one" }];

/** How many answers a script has, and which were others than written. */
export async function replay(engine, script) {
  const lines = script.split("\n").slice(0, -1);
  const wrong = [];
  for (let at = 0; at < lines.length; at += 3) {
    const [request, context, wanted] = lines.slice(at, at + 3);
    const answer = await engine.execute(request, context);
    if (answer !== wanted) wrong.push({ number: at / 3 + 1, request, wanted, answer });
  }
  return { answers: lines.length / 3, wrong };
}
