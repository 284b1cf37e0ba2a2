//! The rows in the engine's own tables, written with prepared statements, one transaction a call.

use std::path::Path;

use rusqlite::{Connection, OptionalExtension, params};

use super::{Account, Credit, NEVER, Posted, Root, kept_key, post, request_digest, root_key};

/// A connection to a file that has the tables.
pub struct BaselineSqlite(Connection);

impl BaselineSqlite {
    /// Opens a file with the settings of the driver.
    pub fn open(path: &Path) -> rusqlite::Result<Self> {
        let connection = Connection::open(path)?;
        connection.set_prepared_statement_cache_capacity(64);
        connection.pragma_update(None, "journal_mode", "WAL")?;
        connection.pragma_update(None, "synchronous", "FULL")?;
        connection.pragma_update(None, "secure_delete", "ON")?;
        connection.pragma_update(None, "temp_store", "MEMORY")?;
        connection.pragma_update(None, "cache_size", -(16 << 10))?;
        Ok(BaselineSqlite(connection))
    }

    /// Posts credits in one transaction; the receipts.
    pub fn adjust(&self, credits: &[Credit]) -> rusqlite::Result<Vec<String>> {
        self.0.prepare_cached("BEGIN IMMEDIATE")?.raw_execute()?;
        let receipts = credits.iter().map(|credit| self.one(credit)).collect();
        self.0.prepare_cached("COMMIT")?.raw_execute()?;
        receipts
    }

    fn one(&self, credit: &Credit) -> rusqlite::Result<String> {
        let root = root_key(&credit.customer);
        let root = root.as_bytes();
        let used = "SELECT request, log_number FROM loyalty_idempotency WHERE root = ? AND idempotency_key = ?";
        let used = self.0.prepare_cached(used)?.query_row((root, kept_key(credit).as_bytes()), |row| Ok((row.get(0)?, row.get(1)?)));
        if let Some((request, number)) = used.optional()? {
            return self.replay(root, credit, request, number);
        }
        let state = "SELECT state FROM loyalty_customer WHERE root = ?";
        let state: Vec<u8> = self.0.prepare_cached(state)?.query_row([root], |row| row.get(0))?;
        if state != b"enrolled" {
            return Err(rusqlite::Error::QueryReturnedNoRows);
        }
        let before = "SELECT version, recorded_at, log_seq, log_head FROM loyalty_root WHERE root = ?";
        let before = self.0.prepare_cached(before)?.query_row([root], |row| {
            Ok(Root { version: row.get(0)?, recorded_at: row.get(1)?, log_seq: row.get(2)?, log_head: row.get(3)? })
        })?;
        let account = "SELECT entries, holds, balance, pending, held, debt, earned, adjusted, spent, expired, account_date, last_debit_at, \
                       latest_at, due_at FROM loyalty_account WHERE root = ? AND point_type = ?";
        let account = self.0.prepare_cached(account)?.query_row((root, b"points"), |row| {
            Ok(Account {
                entries: row.get(0)?,
                holds: row.get(1)?,
                balance: row.get(2)?,
                pending: row.get(3)?,
                held: row.get(4)?,
                debt: row.get(5)?,
                earned: row.get(6)?,
                adjusted: row.get(7)?,
                spent: row.get(8)?,
                expired: row.get(9)?,
                account_date: row.get(10)?,
                last_debit_at: row.get(11)?,
                latest_at: row.get(12)?,
                due_at: row.get(13)?,
            })
        });
        let posted = post(credit, before, account.optional()?.unwrap_or_default());
        self.store(root, credit, &posted)?;
        Ok(posted.receipt)
    }

    fn replay(&self, root: &[u8], credit: &Credit, request: [u8; 32], number: i64) -> rusqlite::Result<String> {
        if request != request_digest(credit) {
            return Err(rusqlite::Error::QueryReturnedNoRows);
        }
        let body = "SELECT body FROM loyalty_log WHERE root = ? AND number = ?";
        self.0.prepare_cached(body)?.query_row((root, number), |row| row.get(0))
    }

    fn store(&self, root: &[u8], credit: &Credit, posted: &Posted) -> rusqlite::Result<()> {
        let Posted { root: state, account, at, .. } = posted;
        let number = account.entries;
        self.0
            .prepare_cached("UPDATE loyalty_root SET version = ?2, recorded_at = ?3, log_seq = ?4, log_head = ?5 WHERE root = ?1")?
            .execute(params![root, state.version, state.recorded_at, state.log_seq, state.log_head])?;
        let totals = if number == 1 {
            "INSERT INTO loyalty_account VALUES (?1, ?2, 0, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, '')"
        } else {
            "UPDATE loyalty_account SET entries = ?3, holds = ?4, balance = ?5, pending = ?6, held = ?7, debt = ?8, earned = ?9, \
             adjusted = ?10, spent = ?11, expired = ?12, account_date = ?13, last_debit_at = ?14, latest_at = ?15, due_at = ?16 \
             WHERE root = ?1 AND point_type = ?2"
        };
        self.0.prepare_cached(totals)?.execute(params![
            root,
            b"points",
            account.entries,
            account.holds,
            account.balance,
            account.pending,
            account.held,
            account.debt,
            account.earned,
            account.adjusted,
            account.spent,
            account.expired,
            account.account_date,
            account.last_debit_at,
            account.latest_at,
            account.due_at,
        ])?;
        self.0.prepare_cached("INSERT INTO loyalty_lot VALUES (?, ?, 1, ?, ?, ?, ?, ?, ?, '')")?.execute(params![
            root,
            b"points",
            NEVER,
            at,
            number,
            NEVER,
            credit.amount,
            at
        ])?;
        let entry = "INSERT INTO loyalty_entry VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?, 0, ?, 'Manual adjustments', NULL, ?)";
        self.0.prepare_cached(entry)?.execute(params![
            root,
            b"points",
            number,
            b"adjust",
            credit.amount,
            account.balance,
            at,
            at,
            state.log_seq,
            b"maria",
            credit.reason,
            posted.entry_body
        ])?;
        self.0.prepare_cached("INSERT INTO loyalty_log VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")?.execute(params![
            root,
            state.log_seq,
            at,
            b"points.adjust",
            b"maria",
            posted.entries_digest,
            posted.rest_digest,
            state.log_head,
            posted.salt,
            posted.log_body
        ])?;
        self.0.prepare_cached("INSERT INTO loyalty_idempotency VALUES (?, ?, ?, ?, '')")?.execute(params![
            root,
            kept_key(credit).as_bytes(),
            posted.request,
            state.log_seq
        ])?;
        Ok(())
    }
}
