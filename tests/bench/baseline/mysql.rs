//! The rows by the crate `mysql`: prepared statements, which the crate keeps.

use std::collections::HashMap;
use std::time::Duration;

use mysql::prelude::Queryable;
use mysql::{Conn, Row, TxOpts, Value};

use super::server::{ACCOUNT, Before, ByHand, Cell, MOVING, TABLES, Told, Written, account, keys, post_all, tables};
use super::{Credit, Root, kept_key, root_key};

/// A connection to MariaDB.
pub struct BaselineMysql {
    connection: Conn,
    lock: String,
    state: String,
    store: Vec<String>,
}

fn value(cell: Cell<'_>) -> Value {
    match cell {
        Cell::Int(int) => int.into(),
        Cell::Bytes(bytes) => bytes.into(),
        Cell::Text(text) => text.into(),
    }
}

fn int(row: &Row, at: usize) -> Option<i64> {
    row.get::<Option<i64>, _>(at).flatten()
}

fn bytes(row: &Row, at: usize) -> Vec<u8> {
    row.get::<Option<Vec<u8>>, _>(at).flatten().unwrap_or_default()
}

/// A root from columns that begin there.
fn root(row: &Row, from: usize) -> Root {
    let int = |at| int(row, from + at).unwrap_or_default();
    Root { version: int(0), recorded_at: int(1), log_seq: int(2), log_head: bytes(row, from + 3).try_into().unwrap_or_default() }
}

fn update(table: &str, moving: &[&str], by: &str) -> String {
    format!("UPDATE hand_{table} SET {} WHERE {by}", moving.iter().map(|name| format!("{name} = ?")).collect::<Vec<_>>().join(", "))
}

fn marks(count: usize, one: &str) -> String {
    vec![one; count].join(", ")
}

impl ByHand for BaselineMysql {
    fn connect(url: &str) -> Told<Self> {
        let options = mysql::OptsBuilder::from_opts(mysql::Opts::from_url(url)?).prefer_socket(false).stmt_cache_size(64);
        let mut connection = Conn::new(options)?;
        connection.query_drop("SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED")?;
        let [root, account] = MOVING;
        let mut store = vec![update("root", root, "root = ?"), update("account", account, "root = ? AND point_type = ?")];
        store.extend(TABLES.iter().skip(1).map(|(table, of)| format!("INSERT INTO hand_{table} VALUES ({})", marks(of.len(), "?"))));
        let state = format!(
            "SELECT c.state, i.request, i.log_number, {ACCOUNT} FROM hand_customer AS c \
             LEFT JOIN hand_idempotency AS i ON i.root = c.root AND i.idempotency_key = ? \
             LEFT JOIN hand_account AS a ON a.root = c.root AND a.point_type = 'points' WHERE c.root = ?"
        );
        let lock = "SELECT version, recorded_at, log_seq, log_head FROM hand_root WHERE root = ? FOR UPDATE".to_owned();
        Ok(BaselineMysql { connection, lock, state, store })
    }

    fn adjust(&mut self, credit: &Credit) -> Told<String> {
        let key = root_key(&credit.customer);
        let mut transaction = self.connection.start_transaction(TxOpts::default())?;
        let locked: Row = transaction.exec_first(&self.lock, (key.as_bytes(),))?.ok_or("no customer")?;
        let found: Row = transaction.exec_first(&self.state, (kept_key(credit), key.as_bytes()))?.ok_or("no customer")?;
        let used = int(&found, 2).map(|number| (bytes(&found, 1), number));
        let account = account(|at| int(&found, 3 + at));
        let before = Before { root: root(&locked, 0), state: bytes(&found, 0), account, used };
        if let Some(number) = before.replayed(credit)? {
            let body = transaction.exec_first("SELECT body FROM hand_log WHERE root = ? AND number = ?", (key.as_bytes(), number))?;
            return body.ok_or_else(|| "no receipt".into());
        }
        before.check()?;
        let written = Written::new(credit, &before);
        let rows = written.rows();
        let values = |at: usize, range: std::ops::Range<usize>| rows[at][range].iter().map(|cell| value(*cell));
        transaction.exec_drop(&self.store[0], values(0, 1..5).chain(values(0, 0..1)).collect::<Vec<_>>())?;
        if before.account.is_some() {
            transaction.exec_drop(&self.store[1], values(1, 3..17).chain(values(1, 0..2)).collect::<Vec<_>>())?;
        }
        let skipped = 1 + usize::from(before.account.is_some());
        for (row, text) in rows.iter().zip(self.store.iter().skip(1)).skip(skipped) {
            transaction.exec_drop(text, row.iter().map(|cell| value(*cell)).collect::<Vec<_>>())?;
        }
        transaction.commit()?;
        Ok(written.posted.receipt)
    }

    fn batch(&mut self, credits: &[Credit]) -> Told<Vec<String>> {
        let (roots, pairs) = keys(credits);
        let in_roots = marks(roots.len(), "?");
        let mut transaction = self.connection.start_transaction(TxOpts::default())?;
        let lock = format!(
            "SELECT root, version, recorded_at, log_seq, log_head FROM hand_root WHERE root IN ({in_roots}) ORDER BY root FOR UPDATE"
        );
        let of_roots: Vec<Value> = roots.iter().map(Value::from).collect();
        let mut before: HashMap<Vec<u8>, Before> = HashMap::new();
        for row in transaction.exec::<Row, _, _>(lock, &of_roots)? {
            before.insert(bytes(&row, 0), Before { root: root(&row, 1), ..Before::default() });
        }
        let state = format!(
            "SELECT c.root, c.state, {ACCOUNT} FROM hand_customer AS c \
             LEFT JOIN hand_account AS a ON a.root = c.root AND a.point_type = 'points' WHERE c.root IN ({in_roots})"
        );
        for row in transaction.exec::<Row, _, _>(state, &of_roots)? {
            let before = before.get_mut(&bytes(&row, 0)).ok_or("no customer")?;
            (before.state, before.account) = (bytes(&row, 1), account(|at| int(&row, 2 + at)));
        }
        let used = format!("SELECT 1 FROM hand_idempotency WHERE (root, idempotency_key) IN ({})", marks(pairs.len(), "(?, ?)"));
        let of_keys: Vec<Value> = pairs.iter().flat_map(|(root, key)| [Value::from(root), Value::from(key)]).collect();
        if transaction.exec_first::<Row, _, _>(used, &of_keys)?.is_some() {
            return Err("a key of the batch was used".into());
        }
        let written = post_all(credits, &mut before)?;
        for (number, (rows, (table, of))) in tables(&written).iter().zip(TABLES).enumerate() {
            let moves = |moving: &[&str]| moving.iter().map(|name| format!("{name} = VALUES({name})")).collect::<Vec<_>>().join(", ");
            let over = MOVING.get(number).map_or(String::new(), |moving| format!(" ON DUPLICATE KEY UPDATE {}", moves(moving)));
            let text = format!("INSERT INTO hand_{table} VALUES {}{over}", marks(rows.len(), &format!("({})", marks(of.len(), "?"))));
            transaction.exec_drop(text, rows.iter().flatten().map(|cell| value(*cell)).collect::<Vec<_>>())?;
        }
        transaction.commit()?;
        Ok(written.into_iter().map(|written| written.posted.receipt).collect())
    }

    fn deadlocks(&mut self) -> Told<u64> {
        let row: Option<(String, u64)> = self.connection.query_first("SHOW GLOBAL STATUS LIKE 'Innodb_deadlocks'")?;
        Ok(row.ok_or("the server counts no deadlocks")?.1)
    }

    fn lock_both(&mut self, customers: [&str; 2]) -> Told<()> {
        let mut transaction = self.connection.start_transaction(TxOpts::default())?;
        for customer in customers {
            transaction.exec_drop(&self.lock, (root_key(customer),))?;
            std::thread::sleep(Duration::from_millis(200));
        }
        Ok(transaction.commit()?)
    }
}
