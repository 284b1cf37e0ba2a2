// Makes the calls that it is asked for and says what each took: lines of JSON in, lines of JSON out. `js_calls.rs` asks.

import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";

const { Engine } = await import(pathToFileURL(process.argv[2]));
const engine = await Engine.open();

for await (const line of createInterface({ input: process.stdin })) {
  const { request, context, count } = JSON.parse(line);
  const before = process.cpuUsage();
  let answer;
  for (let at = 0; at < count; at += 1) answer = await engine.execute(request, context);
  const { user, system } = process.cpuUsage(before);
  console.log(JSON.stringify([answer, (user + system) / count]));
}
