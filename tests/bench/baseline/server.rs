//! What the hand-written statements of both servers have in common: the rows of a credit, and what is read before.
//!
//! One credit is what an engineer writes who knows the engine at hand: prepared statements on a connection of one's own; the customer's row is
//! locked first, so that what is read behind it holds and the writers of one customer take turns; one more question for all else; then a
//! statement for each table. Nothing is asked twice and nothing is written that the engine does not write. Many credits are what the same
//! engineer writes for an import: the customers locked in one statement and in one order, all else read in two, and then one statement with
//! many rows for each table.

use std::collections::HashMap;
use std::error::Error;

use super::{Account, Credit, NEVER, Posted, Root, kept_key, post, request_digest, root_key};

/// What a call tells, or why it failed.
pub type Told<T> = Result<T, Box<dyn Error>>;

/// One connection.
pub trait ByHand: Sized + Send {
    /// Connects to a server whose tables begin with `hand_`.
    fn connect(url: &str) -> Told<Self>;
    /// Posts a credit in a transaction of its own; the receipt.
    fn adjust(&mut self, credit: &Credit) -> Told<String>;
    /// Posts credits in one transaction; the receipts.
    fn batch(&mut self, credits: &[Credit]) -> Told<Vec<String>>;
    /// How many deadlocks the server has met since it was started.
    fn deadlocks(&mut self) -> Told<u64>;
    /// Locks two customers, the second a while after the first: what makes deadlocks.
    fn lock_both(&mut self, customers: [&str; 2]) -> Told<()>;
}

/// A value of a row.
#[derive(Debug, Clone, Copy)]
pub enum Cell<'a> {
    Int(Option<i64>),
    Bytes(&'a [u8]),
    Text(Option<&'a str>),
}

/// The tables that a credit writes, with the kinds of their columns: bytes, ints, texts.
pub const TABLES: [(&str, &str); 6] = [
    ("root", "biiibt"),
    ("account", "bbiiiiiiiiiiiiiiit"),
    ("lot", "bbiiiiiiit"),
    ("entry", "bbibiiiiiibitttt"),
    ("log", "biibbbbbbt"),
    ("idempotency", "bbbit"),
];
/// The columns of an account that are read.
pub const ACCOUNT: &str = "a.entries, a.holds, a.balance, a.pending, a.held, a.debt, a.earned, a.adjusted, a.spent, a.expired, \
                           a.account_date, a.last_debit_at, a.latest_at, a.due_at";
/// The columns that move, of a root and of an account.
pub const MOVING: [&[&str]; 2] = [
    &["version", "recorded_at", "log_seq", "log_head"],
    &[
        "entries",
        "holds",
        "balance",
        "pending",
        "held",
        "debt",
        "earned",
        "adjusted",
        "spent",
        "expired",
        "account_date",
        "last_debit_at",
        "latest_at",
        "due_at",
    ],
];

/// What stands of a customer.
#[derive(Default)]
pub struct Before {
    pub root: Root,
    pub state: Vec<u8>,
    pub account: Option<Account>,
    /// The request and the log's number of the idempotency key, if it was used.
    pub used: Option<(Vec<u8>, i64)>,
}

impl Before {
    /// Refuses what must not be written.
    pub fn check(&self) -> Told<()> {
        if self.state == b"enrolled" { Ok(()) } else { Err("no member".into()) }
    }

    /// The number of the log's row whose receipt answers a repeated request.
    pub fn replayed(&self, credit: &Credit) -> Told<Option<i64>> {
        match &self.used {
            Some((request, _)) if request[..] != request_digest(credit) => Err("the key stands for another request".into()),
            used => Ok(used.as_ref().map(|(_, number)| *number)),
        }
    }
}

/// The columns of [`ACCOUNT`] in their order; `None` where the first is null.
pub fn account(mut int: impl FnMut(usize) -> Option<i64>) -> Option<Account> {
    int(0)?;
    let mut known = |at: usize| int(at).unwrap_or_default();
    let account = Account {
        entries: known(0),
        holds: known(1),
        balance: known(2),
        pending: known(3),
        held: known(4),
        debt: known(5),
        earned: known(6),
        adjusted: known(7),
        spent: known(8),
        expired: known(9),
        ..Account::default()
    };
    Some(Account { account_date: int(10), last_debit_at: int(11), latest_at: int(12), due_at: int(13), ..account })
}

/// A credit that was posted, with the keys of its rows.
pub struct Written<'c> {
    credit: &'c Credit,
    pub posted: Posted,
    root: String,
    key: String,
}

impl<'c> Written<'c> {
    pub fn new(credit: &'c Credit, before: &Before) -> Self {
        let posted = post(credit, before.root, before.account.unwrap_or_default());
        Written { credit, posted, root: root_key(&credit.customer), key: kept_key(credit) }
    }

    /// A row for each table.
    pub fn rows(&self) -> [Vec<Cell<'_>>; 6] {
        let Posted { root, account, at, .. } = &self.posted;
        let (key, points) = (Cell::Bytes(self.root.as_bytes()), Cell::Bytes(b"points"));
        let (int, text) = (|int: i64| Cell::Int(Some(int)), |text| Cell::Text(Some(text)));
        let Account { entries, holds, balance, pending, held, debt, earned, adjusted, spent, expired, .. } = *account;
        let totals = [entries, holds, balance, pending, held, debt, earned, adjusted, spent, expired].map(int);
        let dates = [account.account_date, account.last_debit_at, account.latest_at, account.due_at].map(Cell::Int);
        let mut whole = vec![key, points, int(0)];
        whole.extend(totals.into_iter().chain(dates).chain([text("")]));
        let posted = &self.posted;
        [
            vec![key, int(root.version), int(root.recorded_at), int(root.log_seq), Cell::Bytes(&root.log_head), text("")],
            whole,
            vec![key, points, int(1), int(NEVER), int(*at), int(entries), int(NEVER), int(self.credit.amount), int(*at), text("")],
            vec![
                key,
                points,
                int(entries),
                Cell::Bytes(b"adjust"),
                int(self.credit.amount),
                int(balance),
                int(*at),
                int(*at),
                int(0),
                int(root.log_seq),
                Cell::Bytes(b"maria"),
                int(0),
                text(self.credit.reason),
                text("Manual adjustments"),
                Cell::Text(None),
                text(&posted.entry_body),
            ],
            vec![
                key,
                int(root.log_seq),
                int(*at),
                Cell::Bytes(b"points.adjust"),
                Cell::Bytes(b"maria"),
                Cell::Bytes(&posted.entries_digest),
                Cell::Bytes(&posted.rest_digest),
                Cell::Bytes(&root.log_head),
                Cell::Bytes(&posted.salt),
                text(&posted.log_body),
            ],
            vec![key, Cell::Bytes(self.key.as_bytes()), Cell::Bytes(&posted.request), int(root.log_seq), text("")],
        ]
    }
}

/// Posts many credits, each behind those before it, to customers by their roots' keys.
pub fn post_all<'c>(credits: &'c [Credit], before: &mut HashMap<Vec<u8>, Before>) -> Told<Vec<Written<'c>>> {
    let mut all = Vec::with_capacity(credits.len());
    for credit in credits {
        let before = before.get_mut(root_key(&credit.customer).as_bytes()).ok_or("no customer")?;
        before.check()?;
        let written = Written::new(credit, before);
        (before.root, before.account) = (written.posted.root, Some(written.posted.account));
        all.push(written);
    }
    Ok(all)
}

/// The rows of each table; of roots and accounts only the last of each.
pub fn tables<'w>(all: &'w [Written<'_>]) -> [Vec<Vec<Cell<'w>>>; 6] {
    let last: HashMap<&str, usize> = all.iter().enumerate().map(|(at, written)| (written.root.as_str(), at)).collect();
    let mut tables: [Vec<Vec<Cell<'w>>>; 6] = Default::default();
    for (at, written) in all.iter().enumerate() {
        let is_last = last.get(written.root.as_str()) == Some(&at);
        for (number, (table, row)) in tables.iter_mut().zip(written.rows()).enumerate() {
            if number > 1 || is_last {
                table.push(row);
            }
        }
    }
    tables
}

/// A key as it is stored.
type Key = Vec<u8>;

/// The keys of the roots, each once and in order, and for each credit its root and idempotency key.
pub fn keys(credits: &[Credit]) -> (Vec<Key>, Vec<(Key, Key)>) {
    let pairs: Vec<_> = credits.iter().map(|credit| (root_key(&credit.customer).into_bytes(), kept_key(credit).into_bytes())).collect();
    let mut roots: Vec<Key> = pairs.iter().map(|(root, _)| root.clone()).collect();
    roots.sort_unstable();
    roots.dedup();
    (roots, pairs)
}
