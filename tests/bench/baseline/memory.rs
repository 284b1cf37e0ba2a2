//! The rows in ordered maps, with the same orders as the engine's tables, behind one lock.

use std::collections::BTreeMap;
use std::sync::Mutex;

use super::{Account, Credit, NEVER, Posted, Root, kept_key, post, request_digest, root_key};

type AccountKey = (String, &'static str);
/// Root, type, state, rank, since, number, end.
type LotKey = (String, &'static str, i64, i64, i64, i64, i64);

/// What an entry's row holds besides its key.
#[expect(dead_code, reason = "stored to be stored, as the engine does")]
pub struct Entry {
    pub kind: &'static str,
    pub amount: i64,
    pub balance: i64,
    pub effective_at: i64,
    pub recorded_at: i64,
    pub late: bool,
    pub log_seq: i64,
    pub actor: &'static str,
    pub reversed: i64,
    pub reason: Option<String>,
    pub comment: Option<String>,
    pub note: Option<String>,
    pub body: String,
}

/// What a log row holds besides its key.
#[expect(dead_code, reason = "stored to be stored, as the engine does")]
pub struct Log {
    pub recorded_at: i64,
    pub operation: &'static str,
    pub actor: &'static str,
    pub entries_digest: [u8; 32],
    pub rest_digest: [u8; 32],
    pub link: [u8; 32],
    pub salt: [u8; 32],
    pub body: String,
}

/// All maps.
#[derive(Default)]
pub struct Maps {
    pub roots: BTreeMap<String, Root>,
    pub members: BTreeMap<String, &'static str>,
    pub accounts: BTreeMap<AccountKey, Account>,
    pub lots: BTreeMap<LotKey, (i64, i64)>,
    pub lots_by_number: BTreeMap<(String, &'static str, i64), LotKey>,
    pub entries: BTreeMap<(String, &'static str, i64), Entry>,
    /// Root, type, late, effective time, number.
    pub entries_by_effect: BTreeMap<(String, &'static str, bool, i64, i64), ()>,
    pub log: BTreeMap<(String, i64), Log>,
    pub log_by_time: BTreeMap<(i64, String, i64), ()>,
    pub log_by_actor: BTreeMap<(&'static str, i64, String, i64), ()>,
    pub keys: BTreeMap<(String, String), ([u8; 32], i64)>,
}

/// Ordered maps behind a lock.
#[derive(Default)]
pub struct BaselineMemory(pub Mutex<Maps>);

impl BaselineMemory {
    /// Posts a credit; the receipt, or nothing for a customer who is no member or a key that was used for other content.
    pub fn adjust(&self, credit: &Credit) -> Option<String> {
        let mut maps = self.0.lock().expect("no one panics with the lock");
        let root = root_key(&credit.customer);
        if let Some((request, number)) = maps.keys.get(&(root.clone(), kept_key(credit))) {
            let is_same = *request == request_digest(credit);
            return maps.log.get(&(root, *number)).filter(|_| is_same).map(|log| log.body.clone());
        }
        maps.members.get(&root).filter(|state| **state == "enrolled")?;
        let before = maps.roots.get(&root).copied().unwrap_or_default();
        let account = maps.accounts.get(&(root.clone(), "points")).copied().unwrap_or_default();
        let posted = post(credit, before, account);
        Some(maps.store(root, credit, posted))
    }
}

impl Maps {
    fn store(&mut self, root: String, credit: &Credit, posted: Posted) -> String {
        let Posted { root: state, account, at, .. } = posted;
        let number = account.entries;
        let lot = (root.clone(), "points", 1, NEVER, at, number, NEVER);
        let entry = Entry {
            kind: "adjust",
            amount: credit.amount,
            balance: account.balance,
            effective_at: at,
            recorded_at: at,
            late: false,
            log_seq: state.log_seq,
            actor: "maria",
            reversed: 0,
            reason: Some(credit.reason.to_owned()),
            comment: Some("Manual adjustments".to_owned()),
            note: None,
            body: posted.entry_body,
        };
        let log = Log {
            recorded_at: at,
            operation: "points.adjust",
            actor: "maria",
            entries_digest: posted.entries_digest,
            rest_digest: posted.rest_digest,
            link: state.log_head,
            salt: posted.salt,
            body: posted.log_body,
        };
        self.lots_by_number.insert((root.clone(), "points", number), lot.clone());
        self.lots.insert(lot, (credit.amount, at));
        self.entries_by_effect.insert((root.clone(), "points", false, at, number), ());
        self.entries.insert((root.clone(), "points", number), entry);
        self.log_by_time.insert((at, root.clone(), state.log_seq), ());
        self.log_by_actor.insert(("maria", at, root.clone(), state.log_seq), ());
        self.log.insert((root.clone(), state.log_seq), log);
        self.keys.insert((root.clone(), kept_key(credit)), (posted.request, state.log_seq));
        self.accounts.insert((root.clone(), "points"), account);
        self.roots.insert(root, state);
        posted.receipt
    }
}
