/** The engine's WebAssembly: how it is loaded, and what happens when it stops. */

import start, { __wbg_reset_state, format } from "../wasm/loyalty_wasm.js";

import { invalid, LoyaltyError } from "./runtime.js";

/** True in the build for Node. */
declare const NODE: boolean;

/**
 * Where the WebAssembly comes from, for a bundler or a policy that wants to give it: its address, an answer of `fetch`, its bytes, or a
 * compiled `WebAssembly.Module`, which is an object of no further type where the types of browsers are not loaded.
 */
export type WasmSource = string | URL | Response | ArrayBuffer | ArrayBufferView | object;

/**
 * One instance of the WebAssembly, which all engines of a page share.
 *
 * When it traps or runs out of memory, what it holds can no longer be trusted. It is never touched again; everything that stands on it
 * is refused, and the next `open` makes a new one.
 */
export class Instance {
  /** The format in which this release keeps rows. */
  readonly format = format();
  #stopped: LoyaltyError | undefined;

  /** Whether it stopped for good. */
  get stopped(): boolean {
    return this.#stopped !== undefined;
  }

  /**
   * Does something with the WebAssembly.
   *
   * @throws LoyaltyError `internal` once it has stopped; `invalid_request` with `path` for what it refuses
   */
  use<T>(path: string, work: () => T): T {
    if (this.#stopped) throw this.#stopped;
    try {
      return work();
    } catch (failure) {
      if (typeof failure === "string") throw invalid(path, failure);
      detach();
      const message = `the engine stopped (${failure}); nothing of this call was kept, open the engine again`;
      throw (this.#stopped = new LoyaltyError("internal", message, "never", { problem: String(failure) }));
    }
  }
}

let module: WebAssembly.Module | undefined;
let current: Promise<Instance> | undefined;

/** The instance that runs, or a new one if there is none or it stopped. `source` matters only when it is loaded. */
export async function instance(source?: WasmSource): Promise<Instance> {
  const before = current;
  const running = await before?.catch(() => undefined);
  if (running && !running.stopped) return running;
  // Others who waited too may have started the next one.
  if (current === before) current = make(source);
  return current!;
}

async function make(source: WasmSource | undefined): Promise<Instance> {
  if (module) {
    __wbg_reset_state();
  } else {
    const compiled = await compile(source ?? (await bundled()));
    await start({ module_or_path: compiled });
    module = compiled;
  }
  return new Instance();
}

/** Makes what the old instance holds stale, so that even the garbage collector does not hand it back. */
function detach(): void {
  try {
    __wbg_reset_state();
  } catch {
    // There was no room for a new one yet; the next open tries again.
  }
}

/** The file beside this one. */
async function bundled(): Promise<WasmSource> {
  const url = new URL(/* @vite-ignore */ "./loyalty.wasm", import.meta.url);
  if (NODE) {
    const { readFile } = await import("node:fs/promises");
    return readFile(url);
  }
  return url;
}

async function compile(source: WasmSource): Promise<WebAssembly.Module> {
  if (source instanceof WebAssembly.Module) return source;
  if (typeof source === "string" || source instanceof URL) return compile(await fetch(source));
  if (!(source instanceof Response)) return WebAssembly.compile(source as BufferSource);
  if (!source.ok) throw new Error(`the WebAssembly could not be loaded: ${source.status} for ${source.url}`);
  // Only this type may be compiled while it comes in; some servers do not know it.
  const streams = source.headers.get("content-type")?.startsWith("application/wasm");
  return streams ? WebAssembly.compileStreaming(source) : WebAssembly.compile(await source.arrayBuffer());
}
