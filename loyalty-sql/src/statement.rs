//! The text of statements: made once per table when a repository is opened, once per shape for scans.

mod lead;
mod range;
mod scan;
mod search;
mod word;

#[cfg(feature = "sqlite")]
pub(crate) use lead::{Lead, Ways, count, nominate, whole};
pub(crate) use scan::ScanPlan;
pub(crate) use search::{Way, search_pieces};
#[cfg_attr(not(feature = "postgres"), expect(unused_imports, reason = "only PostgreSQL's texts are escaped"))]
pub(crate) use word::{escape, plain};

use std::collections::HashMap;
use std::sync::{Arc, PoisonError, RwLock};

use loyalty_core::repository::{CLAIM, COUNTER, ROOT, Scan, Table};

use crate::dialect::Dialect;
use crate::schema::quoted;
use scan::Shape;

/// The statements of one table.
#[derive(Debug)]
#[cfg_attr(not(feature = "sqlite"), expect(dead_code, reason = "servers are sent many rows at once, in forms of their own"))]
pub(crate) struct TableSql {
    pub(crate) dialect: Dialect,
    pub(crate) table: &'static Table,
    /// The table's name in the database.
    pub(crate) name: String,
    /// All columns and the body.
    #[cfg_attr(
        all(feature = "sqlite", not(any(feature = "mysql", feature = "postgres"))),
        expect(dead_code, reason = "only servers are sent many rows at once")
    )]
    pub(crate) columns: String,
    /// `SELECT <columns and body> FROM <table>`.
    pub(crate) select: String,
    /// One row by its key.
    pub(crate) get: String,
    /// A new row.
    pub(crate) insert: String,
    /// A new row, or nothing where one with that key stands.
    pub(crate) insert_or_nothing: String,
    /// A row over whatever stands.
    pub(crate) put: String,
    /// No row with this key.
    pub(crate) delete: String,
    /// A row over one whose second column (the version of a root) has the value given last.
    pub(crate) replace_version: String,
}

impl TableSql {
    fn new(dialect: Dialect, prefix: &str, table: &'static Table) -> Self {
        let name = format!("{prefix}{}", table.name);
        let all = format!("{}, \"body\"", quoted(table, 0..table.columns.len()));
        let key = quoted(table, 0..table.key);
        let marks = vec!["?"; table.columns.len() + 1].join(", ");
        let by_key: Vec<String> =
            table.columns.iter().take(table.key).enumerate().map(|(at, column)| format!("\"{}\" = ?{}", column.name, at + 1)).collect();
        let by_key = by_key.join(" AND ");
        let others = || table.columns.iter().skip(table.key).map(|column| column.name).chain(["body"]);
        let excluded: Vec<String> = others().map(|column| format!("\"{column}\" = excluded.\"{column}\"")).collect();
        let numbered: Vec<String> = others().enumerate().map(|(at, column)| format!("\"{column}\" = ?{}", table.key + at + 1)).collect();
        let second = table.columns.get(1).map_or("", |column| column.name);
        TableSql {
            dialect,
            table,
            select: format!("SELECT {all} FROM \"{name}\""),
            get: format!("SELECT {all} FROM \"{name}\" WHERE {by_key}"),
            insert: format!("INSERT INTO \"{name}\" ({all}) VALUES ({marks})"),
            insert_or_nothing: format!("INSERT INTO \"{name}\" ({all}) VALUES ({marks}) ON CONFLICT ({key}) DO NOTHING"),
            put: format!("INSERT INTO \"{name}\" ({all}) VALUES ({marks}) ON CONFLICT ({key}) DO UPDATE SET {}", excluded.join(", ")),
            delete: format!("DELETE FROM \"{name}\" WHERE {by_key}"),
            replace_version: format!(
                "UPDATE \"{name}\" SET {} WHERE {by_key} AND \"{second}\" = ?{}",
                numbered.join(", "),
                table.columns.len() + 2
            ),
            columns: all,
            name,
        }
    }
}

/// The statements of all tables.
#[derive(Debug)]
#[cfg_attr(not(feature = "sqlite"), expect(dead_code, reason = "servers are sent many claims at once, in forms of their own"))]
pub(crate) struct Statements {
    tables: HashMap<&'static str, TableSql>,
    scans: RwLock<HashMap<Shape, Arc<ScanPlan>>>,
    /// Gives a claim back: scope, value, owner.
    pub(crate) release: String,
}

impl Statements {
    pub(crate) fn new(dialect: Dialect, prefix: &str, tables: &[&'static Table]) -> Self {
        Statements {
            tables: tables.iter().map(|table| (table.name, TableSql::new(dialect, prefix, table))).collect(),
            scans: RwLock::default(),
            release: format!("DELETE FROM \"{prefix}{}\" WHERE \"scope\" = ? AND \"value\" = ? AND \"owner\" = ?", CLAIM.name),
        }
    }

    /// The statements of a table, or `None` when it was not named at opening.
    pub(crate) fn of(&self, table: &Table) -> Option<&TableSql> {
        self.tables.get(table.name)
    }

    /// The statements of every table.
    #[cfg(any(feature = "mysql", feature = "postgres"))]
    pub(crate) fn all(&self) -> impl Iterator<Item = &TableSql> {
        self.tables.values()
    }

    /// The statements that answer a scan; made anew only for a shape not seen before.
    pub(crate) fn scan(&self, scan: &Scan) -> Option<Arc<ScanPlan>> {
        let shape = Shape::of(scan)?;
        if let Some(plan) = self.scans.read().unwrap_or_else(PoisonError::into_inner).get(&shape) {
            return Some(Arc::clone(plan));
        }
        let plan = Arc::new(ScanPlan::new(self.of(scan.table)?, scan));
        self.scans.write().unwrap_or_else(PoisonError::into_inner).insert(shape, Arc::clone(&plan));
        Some(plan)
    }
}

/// The tables of the engine itself first, then those given, none twice.
pub(crate) fn with_own(tables: &[&'static Table]) -> Vec<&'static Table> {
    let mut all: Vec<&'static Table> = vec![&ROOT, &CLAIM, &COUNTER];
    for table in tables {
        if !all.contains(table) {
            all.push(table);
        }
    }
    all
}

/// A text with its `?` and `?n` replaced by what `mark` writes for the value of that number, counted from 0.
#[cfg(any(feature = "mysql", feature = "postgres"))]
pub(crate) fn marked(text: &str, mut mark: impl FnMut(usize, &mut String)) -> String {
    let mut marked = String::with_capacity(text.len() * 2);
    let mut pieces = text.split('?');
    marked.push_str(pieces.next().unwrap_or_default());
    for (next, piece) in pieces.enumerate() {
        let rest = piece.trim_start_matches(|letter: char| letter.is_ascii_digit());
        let number = piece.get(..piece.len() - rest.len()).and_then(|digits| digits.parse::<usize>().ok());
        mark(number.map_or(next, |number| number.saturating_sub(1)), &mut marked);
        marked.push_str(rest);
    }
    marked
}
