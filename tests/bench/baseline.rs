//! `points.adjust` as a competent developer writes it by hand for one shop: the same rows, the same digests, the same texts, and nothing else.
//!
//! No program, no rights, no preview, no retry, one point type without expiry, credits only. [`check`](crate::check) shows that the rows are
//! those of the engine, byte for byte.

mod memory;
mod mysql;
mod postgres;
mod server;
mod sqlite;
mod text;

pub use memory::BaselineMemory;
pub use mysql::BaselineMysql;
pub use postgres::BaselinePostgres;
pub use server::ByHand;
pub use sqlite::BaselineSqlite;

use loyalty_core::time::Timestamp;
use sha2::{Digest, Sha256};
use text::{Args, Balance, EntryText, Facts, LogText, Receipt};

pub const NEVER: i64 = i64::MAX;
const POINTS: &str = "points";
const AGENT: &str = "maria";

/// A credit of points.
pub struct Credit {
    pub customer: String,
    pub amount: i64,
    pub reason: &'static str,
    pub key: String,
    pub at: Timestamp,
    pub entropy: String,
}

/// What is stored of a customer as a whole.
#[derive(Clone, Copy, Default)]
pub struct Root {
    pub version: i64,
    pub recorded_at: i64,
    pub log_seq: i64,
    pub log_head: [u8; 32],
}

/// The totals that a credit moves or shows.
#[derive(Clone, Copy, Default)]
pub struct Account {
    pub entries: i64,
    pub holds: i64,
    pub balance: i64,
    pub pending: i64,
    pub held: i64,
    pub debt: i64,
    pub earned: i64,
    pub adjusted: i64,
    pub spent: i64,
    pub expired: i64,
    pub account_date: Option<i64>,
    pub last_debit_at: Option<i64>,
    pub latest_at: Option<i64>,
    pub due_at: Option<i64>,
}

/// The rows that a credit writes, without what stands in the request.
pub struct Posted {
    pub root: Root,
    pub account: Account,
    pub at: i64,
    pub entry_body: String,
    pub entries_digest: [u8; 32],
    pub rest_digest: [u8; 32],
    pub salt: [u8; 32],
    pub log_body: String,
    pub request: [u8; 32],
    /// What the caller gets.
    pub receipt: String,
}

fn sha(parts: &[&[u8]]) -> [u8; 32] {
    let mut hash = Sha256::new();
    for part in parts {
        hash.update(part);
    }
    hash.finalize().into()
}

/// An idempotency key as it is kept: the shop's own, not a customer's.
fn kept_key(credit: &Credit) -> String {
    format!("s:{}", credit.key)
}

/// The digest of a request: what its idempotency key stands for.
pub fn request_digest(credit: &Credit) -> [u8; 32] {
    let amount = credit.amount.to_string();
    let args = Args { customer: &credit.customer, point_type: POINTS, amount: &amount, reason: credit.reason };
    sha(&[b"points.adjust\0", text::json(&args).as_bytes()])
}

fn salt(entropy: &str, root: &str) -> [u8; 32] {
    let mut hash = Sha256::new();
    for part in ["loyalty entropy", entropy, "salt", root] {
        hash.update((part.len() as u64).to_be_bytes());
        hash.update(part);
    }
    hash.finalize().into()
}

fn entry_digest(root: &str, account: &Account, amount: i64, at: i64, log_seq: i64, body: &str) -> [u8; 32] {
    let number = account.entries;
    let balance = account.balance;
    let line = format!(
        "{root}\u{1f}{POINTS}\u{1f}{number}\u{1f}adjust\u{1f}{amount}\u{1f}{balance}\u{1f}{at}\u{1f}{at}\u{1f}0\u{1f}{log_seq}\u{1f}{AGENT}\u{1f}{body}\u{1e}"
    );
    sha(&[line.as_bytes()])
}

/// Posts a credit to what was read.
pub fn post(credit: &Credit, mut root: Root, mut account: Account) -> Posted {
    let request = request_digest(credit);
    let root_key = root_key(&credit.customer);
    let at = credit.at.micros().max(root.recorded_at);
    let at_text = Timestamp::from_micros(at).to_string();
    account.entries += 1;
    account.balance += credit.amount;
    account.adjusted += credit.amount;
    account.latest_at = account.latest_at.max(Some(at));
    root.version += 1;
    root.log_seq += 1;
    root.recorded_at = at;

    let entry_body = text::json(&Facts::credit(account.entries, credit.amount, &at_text));
    let id = format!("{}/{POINTS}/{}", credit.customer, account.entries);
    let (amount, balance) = (credit.amount.to_string(), account.balance.to_string());
    let active = (account.balance + account.debt - account.pending - account.held).to_string();
    let entry = EntryText::credit(&id, &amount, &balance, &at_text, AGENT, credit.reason);
    let numbers = [account.pending, account.held, account.debt, account.earned, account.adjusted, account.spent, account.expired];
    let numbers = numbers.map(|number| number.to_string());
    let receipt = Receipt::of(&credit.customer, &id, &at_text, entry, Balance::of(&active, &balance, &numbers, account.entries));
    let receipt = text::json(&receipt);
    let own = format!("{POINTS}/{}", account.entries);
    let log_body = LogText::of(AGENT, &credit.key, &receipt, &root_key, root.log_seq, &own);

    let entries_digest = entry_digest(&root_key, &account, credit.amount, at, root.log_seq, &entry_body);
    let salt = salt(&credit.entropy, &root_key);
    let written = format!("\u{1e}{}\u{1f}Manual adjustments\u{1f}\u{1f}", credit.reason);
    let rest_digest = sha(&[&salt, log_body.as_bytes(), written.as_bytes()]);
    let mut link = Sha256::new();
    link.update(b"loyalty log 1");
    link.update(root.log_head);
    link.update(root.log_seq.to_be_bytes());
    link.update(at.to_be_bytes());
    for part in [root_key.as_str(), "points.adjust", AGENT] {
        link.update((part.len() as u64).to_be_bytes());
        link.update(part);
    }
    link.update(entries_digest);
    link.update(rest_digest);
    root.log_head = link.finalize().into();
    Posted { root, account, at, entry_body, entries_digest, rest_digest, salt, log_body, request, receipt }
}

/// The key of a customer's root.
pub fn root_key(customer: &str) -> String {
    format!("c:{customer}")
}
