// A program that is right in every line.

import { Client, KINDS } from "../../src/generated.js";
import type { ErrorCode, Expiry, LaterWord, Operations, PointsAdjustArguments, PointsPosted, Receipt, State } from "../../src/generated.js";
import type { Caller } from "../../src/runtime.js";

const caller: Caller = { call: async (operation, args, options) => ({ operation, args, options }) };
const loyalty = new Client(caller);

async function queries(): Promise<string> {
  const balance = await loyalty.points.balance({ customer: "c-42" });
  const first = balance.balances[0];
  const page = await loyalty.customer.list();
  const filtered = await loyalty.customer.list({
    columns: ["id", "email"] as const,
    filter: { and: [{ field: "group", op: "eq", value: "vip" }, { not: { field: "email", op: "eq", value: null } }] },
    cursor: page.next ?? null,
  });
  const cell: unknown = filtered.rows[0]?.["email"];
  const { program } = await loyalty.program.get();
  await loyalty.program.set({ program: { ...program, currency: "EUR" } });
  return `${first?.active} ${String(cell)}`;
}

async function commands(): Promise<Receipt<PointsPosted>> {
  const args: PointsAdjustArguments = { customer: "c-42", type: "points", amount: "150", reason: "goodwill" };
  const preview = await loyalty.points.adjust(args, { preview: true });
  const plan: string | null | undefined = preview.plan;
  if (plan == null) throw new Error("a preview has a plan");
  return loyalty.points.adjust(args, { plan, idempotency_key: "k-1", if_version: 3 });
}

// Absent leaves a field as it is, null empties it; where null must be said, it can be.
async function absentAndNull(): Promise<void> {
  await loyalty.customer.edit({ customer: "c-42" });
  await loyalty.customer.edit({ customer: "c-42", phone: null });
  await loyalty.customer.assignGroup({ customer: "c-42", group: null });
  await loyalty.email.setPreferences({ customer: "c-42", lists: { offers: false } });
  await loyalty.paymentMethod.save({ customer: "c-42", token: "t-1" });
}

async function batches(): Promise<number> {
  await loyalty.maintenance.run();
  const swept = await loyalty.maintenance.run({ limit: 100 }, { preview: true });
  return swept.customers;
}

async function byName(): Promise<string> {
  const receipt = await loyalty.execute("points.adjust", { customer: "c-42", type: "points", amount: "1" }, { preview: true });
  const balance = await loyalty.execute("points.balance", { customer: "c-42" });
  const program = await loyalty.execute("program.get");
  await loyalty.execute("maintenance.run", {}, { preview: true });
  return `${receipt.result.entry} ${balance.at} ${program.version}`;
}

// What names an operation only at run time gets the answer of that operation still.
function answered<Name extends keyof Operations>(operation: Name, args: Operations[Name]["args"]): Promise<Operations[Name]["answer"]> {
  return caller.call(operation, args, {}) as Promise<Operations[Name]["answer"]>;
}

function expiry(of: Expiry): string {
  switch (of.policy) {
    case "never":
      return "for ever";
    case "days":
      return `${of.days} days`;
    case "months":
      return `${of.months} months, to the end of the ${of.round_up_to ?? "day"}`;
    case "inactivity":
      return `${of.count} ${of.period} without activity`;
    default:
      return `by the policy ${of.policy}`;
  }
}

const LABELS: Record<State, string> = {
  guest: "guest",
  registered: "registered",
  enrolled: "member",
  unenrolled: "left",
  removed: "removed",
  on_hold: "on hold",
  merged: "merged",
  deleted: "deleted",
};

function isKnown(state: State | LaterWord): state is State {
  return state in LABELS;
}

async function words(): Promise<string> {
  const { membership } = await loyalty.customer.get({ customer: "c-42" });
  if (membership.state === "on_hold") return `on hold since ${membership.since}`;
  const text: string = membership.state;
  return isKnown(membership.state) ? LABELS[membership.state] : text;
}

// A word of an answer becomes one of a request once it is known.
async function again(): Promise<void> {
  const history = await loyalty.points.history({ customer: "c-42", type: "points" });
  const kind = history.entries[0]?.kind;
  if (kind === "earn" || kind === "adjust") await loyalty.points.history({ customer: "c-42", type: "points", kinds: [kind] });
}

function retried(code: ErrorCode | LaterWord): boolean {
  return code === "busy" || code === "outcome_unknown";
}

const kind: "query" | "command" | "batch" = KINDS["points.adjust"];
const names = Object.keys(KINDS) as Array<keyof Operations>;

export { absentAndNull, again, answered, batches, byName, commands, expiry, kind, names, queries, retried, words };
