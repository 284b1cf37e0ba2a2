// A Chromium of our own, which can be killed as a machine that goes down kills it. CHROMIUM names another program.

import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { chromium } from "playwright-core";

const FLAGS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--remote-debugging-address=127.0.0.1",
  "--remote-debugging-port=0",
];

/** Browsers that run: a test that is stopped leaves none behind. */
const running = new Set();
process.once("exit", () => running.forEach((chromium) => chromium.end()));
process.once("SIGTERM", () => process.exit(143));

/** A folder for what a browser keeps. */
export const folder = () => mkdtemp(join(tmpdir(), "loyalty-chromium-"));

export class Chromium {
  #process;
  #over;

  static async start(data) {
    const self = new Chromium();
    self.data = data;
    self.#process = spawn(process.env.CHROMIUM ?? "chromium", [...FLAGS, `--user-data-dir=${data}`, "about:blank"], {
      detached: true,
      stdio: ["ignore", "ignore", "pipe"],
    });
    self.#over = new Promise((over) => self.#process.once("exit", over));
    running.add(self);
    try {
      self.browser = await chromium.connectOverCDP(await address(self.#process));
    } catch (failure) {
      self.end();
      throw failure;
    }
    self.context = self.browser.contexts()[0];
    return self;
  }

  /** A new tab with the page of the tests. */
  async tab(origin) {
    const tab = await this.context.newPage();
    const problems = [];
    tab.on("pageerror", (error) => problems.push(error));
    tab.on("console", (message) => message.type() === "error" && problems.push(message.text()));
    await tab.goto(origin);
    await tab.waitForFunction(() => globalThis.page !== undefined).catch(() => {
      throw new Error(`the page did not start: ${problems.join("; ")}`);
    });
    return tab;
  }

  /** Does something with a browser that is gone afterwards, whatever happens. */
  static async with(data, work) {
    const chromium = await Chromium.start(data);
    try {
      return await work(chromium);
    } finally {
      await chromium.kill();
    }
  }

  /** kill -9, of this browser with all its processes and of nothing else. */
  async kill() {
    this.end();
    await this.#over;
    await this.browser.close().catch(() => undefined);
  }

  end() {
    running.delete(this);
    if (this.#process.exitCode === null && this.#process.signalCode === null) process.kill(-this.#process.pid, "SIGKILL");
  }

  async stop() {
    await this.kill();
    await rm(this.data, { recursive: true, force: true, maxRetries: 10 });
  }
}

function address(child) {
  return new Promise((found, fail) => {
    let text = "";
    child.stderr.on("data", (part) => {
      text += part;
      const line = /DevTools listening on (ws:\S+)/.exec(text);
      if (line) found(line[1]);
    });
    child.once("error", fail);
    child.once("exit", () => fail(new Error(`chromium ended: ${text}`)));
  });
}
