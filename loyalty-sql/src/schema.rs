//! The schema: from descriptions of tables to statements that make them, one statement a step.
//!
//! A step is planned by comparing the descriptions with what the database has, so that a migration begun by a process
//! that died goes on where it stopped, and a later release that describes more tables, columns or indexes adds them.
//! Changes that are not additions are not made here: names and types of what was released stay.

use std::collections::{HashMap, HashSet};

use loyalty_core::repository::{Column, Index, Table};

use crate::dialect::Dialect;

/// The version of the schema that this release makes. Raised by every release that describes more than the one
/// before, so that older libraries leave such a database alone.
pub const SCHEMA_VERSION: i64 = 1;

/// The column by which a searched table's rows are known to its text index.
pub(crate) const TEXT_ROW: &str = "text_row";

/// The first column of an index.
pub(crate) fn first(table: &Table, index: &Index) -> Option<&'static Column> {
    table.columns.get(*index.columns.first()?)
}

/// The names of columns as a list for a statement.
pub(crate) fn quoted(table: &Table, columns: impl Iterator<Item = usize>) -> String {
    let names: Vec<String> = columns.filter_map(|column| table.columns.get(column)).map(|column| format!("\"{}\"", column.name)).collect();
    names.join(", ")
}

/// What a database has: the names of its tables, indexes and triggers, and the columns of the tables.
#[derive(Debug, Default)]
pub(crate) struct Catalogue {
    pub(crate) names: HashSet<String>,
    pub(crate) columns: HashMap<String, HashSet<String>>,
    /// Whether PostgreSQL has its trigrams (pg_trgm).
    pub(crate) trigrams: bool,
}

impl Catalogue {
    fn lacks(&self, name: &str) -> bool {
        !self.names.contains(name)
    }
}

/// The statements that are still to be run, in their order.
pub(crate) fn plan(dialect: Dialect, prefix: &str, tables: &[&'static Table], has: &Catalogue) -> Vec<String> {
    let mut steps = Vec::new();
    let record = format!("{prefix}schema");
    if has.lacks(&record) {
        steps.push(dialect.create_record(&record));
    }
    for table in tables {
        let name = format!("{prefix}{}", table.name);
        match has.columns.get(&name) {
            None => steps.push(dialect.create_table(&name, table)),
            Some(columns) => {
                let missing = table.columns.iter().filter(|column| !columns.contains(column.name));
                steps.extend(missing.map(|column| dialect.add_column(&name, column)));
            }
        }
        let missing = table.indexes.iter().filter(|index| has.lacks(&format!("{name}_{}", index.name)));
        steps.extend(missing.map(|index| dialect.create_index(&name, table, index)));
        if let Some(column) = table.search.and_then(|column| table.columns.get(column)) {
            text_index(dialect, &name, column.name, has, &mut steps);
        }
    }
    steps
}

/// What makes inner parts of words quick to find.
fn text_index(dialect: Dialect, name: &str, column: &str, has: &Catalogue, steps: &mut Vec<String>) {
    match dialect {
        Dialect::Sqlite => fts5(name, column, has, steps),
        // None: texts are walked through.
        Dialect::Mysql => {}
        Dialect::Postgres => {
            let text = format!("{name}_text");
            if has.trigrams && has.lacks(&text) {
                steps.push(format!("CREATE INDEX \"{text}\" ON \"{name}\" USING gin (\"{column}\" gin_trgm_ops)"));
            }
        }
    }
}

/// The trigram index of a text column, kept in step by triggers, and only when the text changed.
///
/// `detail=none` halves its size: it says which rows have all trigrams of a word, and the column itself is then asked.
/// `secure-delete` takes the trigrams of an erased text out at once, not with a later merge.
fn fts5(name: &str, column: &str, has: &Catalogue, steps: &mut Vec<String>) {
    let text = format!("{name}_text");
    let add = format!("INSERT INTO \"{text}\" (rowid, \"{column}\") VALUES (new.\"{TEXT_ROW}\", new.\"{column}\");");
    let remove =
        format!("INSERT INTO \"{text}\" (\"{text}\", rowid, \"{column}\") VALUES ('delete', old.\"{TEXT_ROW}\", old.\"{column}\");");
    let parts = [
        (
            text.clone(),
            format!(
                "CREATE VIRTUAL TABLE \"{text}\" USING fts5(\"{column}\", content=\"{name}\", content_rowid=\"{TEXT_ROW}\", \
                 tokenize=\"trigram case_sensitive 1\", detail=none, columnsize=0)"
            ),
        ),
        (format!("{text}_insert"), format!("CREATE TRIGGER \"{text}_insert\" AFTER INSERT ON \"{name}\" BEGIN {add} END")),
        (format!("{text}_delete"), format!("CREATE TRIGGER \"{text}_delete\" AFTER DELETE ON \"{name}\" BEGIN {remove} END")),
        (
            format!("{text}_update"),
            format!(
                "CREATE TRIGGER \"{text}_update\" AFTER UPDATE OF \"{column}\" ON \"{name}\" \
                 WHEN old.\"{column}\" IS NOT new.\"{column}\" BEGIN {remove} {add} END"
            ),
        ),
    ];
    if parts.iter().all(|(part, _)| !has.lacks(part)) {
        return;
    }
    steps.extend(parts.into_iter().filter(|(part, _)| has.lacks(part)).map(|(_, statement)| statement));
    steps.push(format!("INSERT INTO \"{text}\" (\"{text}\", rank) VALUES ('secure-delete', 1)"));
    // Rows may have been written while a part was missing.
    steps.push(format!("INSERT INTO \"{text}\" (\"{text}\") VALUES ('rebuild')"));
}
