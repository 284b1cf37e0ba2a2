/** The way to a host: one route that takes requests in JSON and adds the context itself. */

/** HostHeaders that go with each request, such as the page's token against forged requests; or what gives them. */
export type HostHeaders = Record<string, string> | (() => Record<string, string> | Promise<Record<string, string>>);

/** What came back. */
export interface Reply {
  /** The library's answer, where it is one. */
  answer?: string;
  /** Why this is not the last word: asking again later makes sense. */
  problem?: string;
}

/** Statuses behind which the request may still be done once the host or its user is ready: sign in, slow down, come back. */
const UNREADY = [401, 403, 407, 408, 425, 429];

/** A route of a host. */
export class Route {
  readonly #url: string | URL;
  readonly #fetch: typeof fetch;
  readonly #headers: HostHeaders;
  readonly #timeout_ms: number;

  constructor(url: string | URL, via: typeof fetch, headers: HostHeaders, timeout_ms: number) {
    this.#url = url;
    this.#fetch = via;
    this.#headers = headers;
    this.#timeout_ms = timeout_ms;
  }

  /** Sends a request. What goes wrong on the way is no error: a lost reply says nothing about what happened there. */
  async post(request: string): Promise<Reply> {
    let status: number;
    let text: string;
    try {
      const headers = { ...(typeof this.#headers === "function" ? await this.#headers() : this.#headers) };
      const response = await this.#fetch.call(globalThis, this.#url, {
        method: "POST",
        headers: { accept: "application/json", "content-type": "application/json", ...headers },
        body: request,
        cache: "no-store",
        signal: AbortSignal.timeout(this.#timeout_ms),
      });
      status = response.status;
      text = await response.text();
    } catch (failure) {
      return { problem: `the host cannot be reached: ${(failure as Error).message}` };
    }
    return judge(status, text);
  }
}

function judge(status: number, text: string): Reply {
  const answer = read(text);
  if (answer?.ok !== undefined && status >= 200 && status < 300) return { answer: text };
  const { code, message, retry } = answer?.error ?? {};
  if (typeof code !== "string" || typeof message !== "string") {
    return { problem: `the host answered ${status} and no answer of the library; see whether the session is still signed in` };
  }
  // The library's own last words, which a host may send with the status that resembles them.
  const last = code === "forbidden" || code === "internal";
  const unready = !last && (status >= 500 || UNREADY.includes(status));
  return unready || retry !== "never" ? { answer: text, problem: message } : { answer: text };
}

function read(text: string): { ok?: unknown; error?: { code?: unknown; message?: unknown; retry?: unknown } } | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}
