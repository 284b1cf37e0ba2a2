//! The JSON texts that a credit writes.

use serde::Serialize;
use serde_json::value::RawValue;

pub fn json<T: Serialize>(value: &T) -> String {
    serde_json::to_string(value).expect("plain data")
}

#[derive(Serialize)]
pub struct Args<'a> {
    pub customer: &'a str,
    #[serde(rename = "type")]
    pub point_type: &'a str,
    pub amount: &'a str,
    pub reason: &'a str,
}

#[derive(Serialize)]
struct Part<'a> {
    lot: i64,
    amount: i64,
    since: &'a str,
    from: &'a str,
    lapse: &'static str,
}

#[derive(Serialize)]
pub struct Facts<'a> {
    credit: Part<'a>,
}

impl<'a> Facts<'a> {
    pub fn credit(lot: i64, amount: i64, at: &'a str) -> Self {
        Facts { credit: Part { lot, amount, since: at, from: at, lapse: "never" } }
    }
}

#[derive(Serialize)]
pub struct EntryText<'a> {
    id: &'a str,
    #[serde(rename = "type")]
    point_type: &'static str,
    kind: &'static str,
    amount: &'a str,
    balance: &'a str,
    effective_at: &'a str,
    recorded_at: &'a str,
    expires: &'static str,
    actor: &'a str,
    reason: &'a str,
    comment: &'static str,
}

impl<'a> EntryText<'a> {
    pub fn credit(id: &'a str, amount: &'a str, balance: &'a str, at: &'a str, actor: &'a str, reason: &'a str) -> Self {
        EntryText {
            id,
            point_type: "points",
            kind: "adjust",
            amount,
            balance,
            effective_at: at,
            recorded_at: at,
            expires: "never",
            actor,
            reason,
            comment: "Manual adjustments",
        }
    }
}

#[derive(Serialize)]
pub struct Balance<'a> {
    #[serde(rename = "type")]
    point_type: &'static str,
    active: &'a str,
    pending: &'a str,
    held: &'a str,
    debt: &'a str,
    total: &'a str,
    earned: &'a str,
    adjusted: &'a str,
    spent: &'a str,
    expired: &'a str,
    version: i64,
}

impl<'a> Balance<'a> {
    /// The numbers: pending, held, debt, earned, adjusted, spent, expired.
    pub fn of(active: &'a str, total: &'a str, numbers: &'a [String; 7], version: i64) -> Self {
        let [pending, held, debt, earned, adjusted, spent, expired] = numbers;
        Balance { point_type: "points", active, pending, held, debt, total, earned, adjusted, spent, expired, version }
    }
}

#[derive(Serialize)]
struct Outcome<'a> {
    customer: &'a str,
    entry: &'a str,
}

#[derive(Serialize)]
pub struct Receipt<'a> {
    result: Outcome<'a>,
    recorded_at: &'a str,
    entries: [EntryText<'a>; 1],
    balances: [Balance<'a>; 1],
}

impl<'a> Receipt<'a> {
    pub fn of(customer: &'a str, entry: &'a str, at: &'a str, text: EntryText<'a>, balance: Balance<'a>) -> Self {
        Receipt { result: Outcome { customer, entry }, recorded_at: at, entries: [text], balances: [balance] }
    }
}

#[derive(Serialize)]
struct Actor<'a> {
    id: &'a str,
    kind: &'static str,
    roles: [&'static str; 1],
}

#[derive(Serialize)]
pub struct LogText<'a> {
    actor: Actor<'a>,
    idempotency_key: &'a str,
    receipt: &'a RawValue,
    wrote: [Wrote<'a>; 1],
}

/// Where the command's texts went, for whoever has to erase them.
#[derive(Serialize)]
struct Wrote<'a> {
    root: &'a str,
    number: i64,
    texts: [&'a str; 1],
}

impl LogText<'_> {
    /// The body of a log's row around a receipt: of the row with this number, of a command that wrote one entry.
    pub fn of(actor: &str, key: &str, receipt: &str, root: &str, number: i64, entry: &str) -> String {
        let receipt = serde_json::from_str::<&RawValue>(receipt).expect("JSON of our own");
        json(&LogText {
            actor: Actor { id: actor, kind: "agent", roles: ["admin"] },
            idempotency_key: key,
            receipt,
            wrote: [Wrote { root, number, texts: [entry] }],
        })
    }
}
