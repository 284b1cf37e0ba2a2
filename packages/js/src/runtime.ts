/** What the generated operations stand on: errors, actors, and how a call becomes a request. */

import type { ErrorCode } from "./generated.js";

/** Whether asking again makes sense: `never`, with the `same_key`, or `later`. */
export type Retry = "never" | "same_key" | "later";

/** Carries a call of the generated client to an engine or a host. */
export interface Caller {
  /**
   * Calls an operation.
   *
   * @param args its arguments, by their names on the wire; what is undefined is left out, null is sent
   * @param options `idempotency_key`, `if_version`, `preview`, `plan`; what is undefined, null or false is left out
   * @returns what stands under `ok` in the answer
   * @throws LoyaltyError what stands under `error`
   */
  call(operation: string, args: object, options: object): Promise<unknown>;
}

/** A refused request. It changed nothing, unless the code is `outcome_unknown`. */
export class LoyaltyError extends Error {
  override readonly name = "LoyaltyError";
  /** The stable code; what programs look at. A host may refuse with codes of its own. */
  readonly code: ErrorCode | (string & {});
  /** Whether asking again makes sense. */
  readonly retry: Retry;
  /** The facts. */
  readonly details: Record<string, unknown>;

  /** @param message what happened and what to do next, for people */
  constructor(code: ErrorCode | (string & {}), message: string, retry: Retry, details: Record<string, unknown> = {}) {
    super(message);
    this.code = code;
    this.retry = retry;
    this.details = details;
  }

  /** The answer in JSON that says so, as the library writes it: for a browser that waits for one. */
  answer(): string {
    const { code, message, retry, details } = this;
    return JSON.stringify({ error: { code, message, retry, details } });
  }
}

/** A value that does not fit: where, and what is wrong with it. */
export function invalid(path: string, problem: string): LoyaltyError {
  return new LoyaltyError("invalid_request", `${path}: ${problem}`, "never", { path, problem });
}

/** Who asks. Only the shop's own code says so, never a browser. */
export class Actor {
  readonly #who: { id: string; kind: string; roles: string[]; through: string | undefined };

  private constructor(kind: string, id: string, roles: readonly string[], through: string | undefined) {
    this.#who = { id, kind, roles: [...roles], through };
  }

  /** A person who works for the shop, with their roles of the program. `through` is the page or device, for the record. */
  static agent(id: string, roles: readonly string[], { through }: { through?: string } = {}): Actor {
    return new Actor("agent", id, roles, through);
  }

  /** A customer, who reaches only their own account. */
  static customer(id: string, { through }: { through?: string } = {}): Actor {
    return new Actor("customer", id, [], through);
  }

  /** The shop's own software, with its roles of the program. */
  static system(id: string, roles: readonly string[], { through }: { through?: string } = {}): Actor {
    return new Actor("system", id, roles, through);
  }

  /** The context of a request, as text: this actor, now, with fresh randomness, unless a test fixes them. */
  context({ at, entropy }: Moment = {}): string {
    return contextOf(this.#who, at ?? new Date().toISOString(), entropy);
  }
}

/** Time and randomness, for tests that must repeat exactly. */
export interface Moment {
  /** The time of the call, RFC 3339; the machine's when absent. */
  at?: string;
  /** At least 16 bytes that nobody can guess; from the machine when absent. */
  entropy?: string;
}

/** A context as text. */
export function contextOf(actor: object, at: string, entropy: string = randomText()): string {
  return JSON.stringify({ actor, at, entropy });
}

/** 24 random bytes in hexadecimal. Unlike randomUUID, it is there on pages without https too. */
export function randomText(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(24)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/**
 * A call as a request in JSON.
 *
 * @throws LoyaltyError `invalid_request` for what JSON cannot say
 */
export function requestOf(operation: string, args: object, options: object): string {
  const given = Object.entries(options).filter(([, value]) => value !== null && value !== false);
  try {
    return JSON.stringify({ op: operation, args, ...Object.fromEntries(given) }, finite);
  } catch (error) {
    throw invalid("args", `cannot be written as JSON: ${(error as Error).message}`);
  }
}

/** JSON would write null for these, which means something else. */
function finite(_name: string, value: unknown): unknown {
  if (typeof value === "number" && !Number.isFinite(value)) throw new TypeError(`${value} is no number that JSON knows`);
  return value;
}

/**
 * The value in an answer of the library.
 *
 * @throws LoyaltyError the error in it
 */
export function valueOf(answer: string): unknown {
  const { ok, error } = JSON.parse(answer) as { ok?: unknown; error?: LoyaltyError };
  if (error) throw new LoyaltyError(error.code, error.message, error.retry, error.details);
  return ok;
}
