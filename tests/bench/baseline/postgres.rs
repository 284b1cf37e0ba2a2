//! The rows by the crate `postgres`: prepared statements, and lists of values for many rows.

use std::collections::HashMap;
use std::time::Duration;

use postgres::types::ToSql;
use postgres::{Client, NoTls, Row, Statement};

use super::server::{ACCOUNT, Before, ByHand, Cell, MOVING, TABLES, Told, Written, account, keys, post_all, tables};
use super::{Credit, Root, kept_key, root_key};

/// A connection to PostgreSQL.
pub struct BaselinePostgres {
    client: Client,
    lock: Statement,
    state: Statement,
    store: Vec<Statement>,
    lock_all: Statement,
    state_all: Statement,
    used_all: Statement,
    store_all: Vec<Statement>,
}

type Bound<'a> = Box<dyn ToSql + Sync + 'a>;

fn bound(cell: Cell<'_>) -> Bound<'_> {
    match cell {
        Cell::Int(int) => Box::new(int),
        Cell::Bytes(bytes) => Box::new(bytes),
        Cell::Text(text) => Box::new(text),
    }
}

fn references<'a>(values: &'a [Bound<'_>]) -> Vec<&'a (dyn ToSql + Sync)> {
    values.iter().map(|value| &**value as _).collect()
}

/// One column of many rows.
fn column<'a>(rows: &[Vec<Cell<'a>>], at: usize, of: char) -> Bound<'a> {
    let cells = rows.iter().filter_map(|row| row.get(at).copied());
    match of {
        'i' => Box::new(cells.map(|cell| if let Cell::Int(int) = cell { int } else { None }).collect::<Vec<_>>()),
        'b' => Box::new(cells.map(|cell| if let Cell::Bytes(bytes) = cell { bytes } else { b"" }).collect::<Vec<_>>()),
        _ => Box::new(cells.map(|cell| if let Cell::Text(text) = cell { text } else { None }).collect::<Vec<_>>()),
    }
}

fn root(row: &Row, from: usize) -> Root {
    let head: Vec<u8> = row.get(from + 3);
    Root {
        version: row.get(from),
        recorded_at: row.get(from + 1),
        log_seq: row.get(from + 2),
        log_head: head.try_into().unwrap_or_default(),
    }
}

/// `$1, $2, …`, from a number on.
fn marks(from: usize, count: usize) -> String {
    (from..from + count).map(|number| format!("${number}")).collect::<Vec<_>>().join(", ")
}

fn update(table: &str, moving: &[&str], by: &str) -> String {
    let set: Vec<String> = moving.iter().enumerate().map(|(at, name)| format!("{name} = ${}", at + 1)).collect();
    format!("UPDATE hand_{table} SET {} WHERE {by}", set.join(", "))
}

/// A statement that writes many rows of a table.
fn store_all(number: usize, table: &str, of: &str) -> String {
    let list = |(at, kind): (usize, char)| {
        let of = ["bytea", "bigint", "text"]["bit".find(kind).unwrap_or(2)];
        format!("${}::{of}[]", at + 1)
    };
    let lists = of.chars().enumerate().map(list).collect::<Vec<_>>().join(", ");
    let moves = |of: &str| {
        let moving = MOVING.get(number).into_iter().copied().flatten();
        moving.map(|name| format!("{name} = {of}.{name}")).collect::<Vec<_>>().join(", ")
    };
    match number {
        0 => format!(
            "UPDATE hand_root AS t SET {} FROM unnest({lists}) AS n(root, version, recorded_at, log_seq, log_head, body) WHERE t.root = n.root",
            moves("n")
        ),
        1 => format!(
            "INSERT INTO hand_account SELECT * FROM unnest({lists}) ON CONFLICT (root, point_type) DO UPDATE SET {}",
            moves("excluded")
        ),
        _ => format!("INSERT INTO hand_{table} SELECT * FROM unnest({lists})"),
    }
}

impl ByHand for BaselinePostgres {
    fn connect(url: &str) -> Told<Self> {
        let mut client = Client::connect(url, NoTls)?;
        let [moving_root, moving_account] = MOVING;
        let mut store = vec![
            client.prepare(&update("root", moving_root, "root = $5"))?,
            client.prepare(&update("account", moving_account, "root = $15 AND point_type = $16"))?,
        ];
        for (table, of) in &TABLES[1..] {
            store.push(client.prepare(&format!("INSERT INTO hand_{table} VALUES ({})", marks(1, of.len())))?);
        }
        let mut many = Vec::new();
        for (number, (table, of)) in TABLES.iter().enumerate() {
            many.push(client.prepare(&store_all(number, table, of))?);
        }
        let root = "version, recorded_at, log_seq, log_head FROM hand_root WHERE root";
        let with_account = "LEFT JOIN hand_account AS a ON a.root = c.root AND a.point_type = 'points'";
        let state = format!(
            "SELECT c.state, i.request, i.log_number, {ACCOUNT} FROM hand_customer AS c {with_account} \
             LEFT JOIN hand_idempotency AS i ON i.root = c.root AND i.idempotency_key = $1 WHERE c.root = $2"
        );
        let state_all = format!("SELECT c.root, c.state, {ACCOUNT} FROM hand_customer AS c {with_account} WHERE c.root = ANY($1)");
        let used_all = "SELECT 1 FROM hand_idempotency AS i JOIN unnest($1::bytea[], $2::bytea[]) AS n(root, used) \
                        ON i.root = n.root AND i.idempotency_key = n.used LIMIT 1";
        Ok(BaselinePostgres {
            lock: client.prepare(&format!("SELECT {root} = $1 FOR UPDATE"))?,
            state: client.prepare(&state)?,
            store,
            lock_all: client.prepare(&format!("SELECT root, {root} = ANY($1) ORDER BY root FOR UPDATE"))?,
            state_all: client.prepare(&state_all)?,
            used_all: client.prepare(used_all)?,
            store_all: many,
            client,
        })
    }

    fn adjust(&mut self, credit: &Credit) -> Told<String> {
        let key = root_key(&credit.customer);
        let mut transaction = self.client.transaction()?;
        let locked = transaction.query_opt(&self.lock, &[&key.as_bytes()])?.ok_or("no customer")?;
        let found = transaction.query_opt(&self.state, &[&kept_key(credit).as_bytes(), &key.as_bytes()])?.ok_or("no customer")?;
        let used = found.get::<_, Option<i64>>(2).map(|number| (found.get(1), number));
        let before = Before { root: root(&locked, 0), state: found.get(0), account: account(|at| found.get(3 + at)), used };
        if let Some(number) = before.replayed(credit)? {
            let body = "SELECT body FROM hand_log WHERE root = $1 AND number = $2";
            return Ok(transaction.query_one(body, &[&key.as_bytes(), &number])?.get(0));
        }
        before.check()?;
        let written = Written::new(credit, &before);
        let rows = written.rows();
        let values = |at: usize, range: std::ops::Range<usize>| rows[at][range].iter().map(|cell| bound(*cell));
        transaction.execute(&self.store[0], &references(&values(0, 1..5).chain(values(0, 0..1)).collect::<Vec<_>>()))?;
        if before.account.is_some() {
            transaction.execute(&self.store[1], &references(&values(1, 3..17).chain(values(1, 0..2)).collect::<Vec<_>>()))?;
        }
        let skipped = 1 + usize::from(before.account.is_some());
        for (row, statement) in rows.iter().zip(self.store.iter().skip(1)).skip(skipped) {
            transaction.execute(statement, &references(&row.iter().map(|cell| bound(*cell)).collect::<Vec<_>>()))?;
        }
        transaction.commit()?;
        Ok(written.posted.receipt)
    }

    fn batch(&mut self, credits: &[Credit]) -> Told<Vec<String>> {
        let (roots, pairs) = keys(credits);
        let (of, used): (Vec<Vec<u8>>, Vec<Vec<u8>>) = pairs.into_iter().unzip();
        let mut transaction = self.client.transaction()?;
        let mut before: HashMap<Vec<u8>, Before> = HashMap::new();
        for row in transaction.query(&self.lock_all, &[&roots])? {
            before.insert(row.get(0), Before { root: root(&row, 1), ..Before::default() });
        }
        for row in transaction.query(&self.state_all, &[&roots])? {
            let before = before.get_mut(row.get::<_, &[u8]>(0)).ok_or("no customer")?;
            (before.state, before.account) = (row.get(1), account(|at| row.get(2 + at)));
        }
        if transaction.query_opt(&self.used_all, &[&of, &used])?.is_some() {
            return Err("a key of the batch was used".into());
        }
        let written = post_all(credits, &mut before)?;
        for ((rows, (_, of)), statement) in tables(&written).iter().zip(TABLES).zip(&self.store_all) {
            let columns: Vec<Bound<'_>> = of.chars().enumerate().map(|(at, of)| column(rows, at, of)).collect();
            transaction.execute(statement, &references(&columns))?;
        }
        transaction.commit()?;
        Ok(written.into_iter().map(|written| written.posted.receipt).collect())
    }

    fn deadlocks(&mut self) -> Told<u64> {
        // A session tells what it has counted a while after it is done.
        std::thread::sleep(Duration::from_millis(1_500));
        let text = "SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()";
        Ok(self.client.query_one(text, &[])?.get::<_, i64>(0).try_into()?)
    }

    fn lock_both(&mut self, customers: [&str; 2]) -> Told<()> {
        let mut transaction = self.client.transaction()?;
        for customer in customers {
            transaction.query(&self.lock, &[&root_key(customer).as_bytes()])?;
            std::thread::sleep(Duration::from_millis(200));
        }
        Ok(transaction.commit()?)
    }
}
