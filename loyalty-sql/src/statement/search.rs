//! Searches as statements: exactly the meaning of [`Search::matches`], nulls included.

use loyalty_core::repository::{ColumnType, Compare, Filter, Search, Table, Value};

use super::TableSql;
use super::range::{Ordered, behind, order_by, whole};
use crate::schema::TEXT_ROW;

/// The statements that answer one search, to be run one after another until the page is full; each with its values, and
/// the limit to be bound behind them.
pub(crate) fn search_pieces(sql: &TableSql, search: &Search) -> Vec<(String, Vec<Value>)> {
    let table = sql.table;
    let order: Vec<Ordered> = search
        .sort
        .into_iter()
        .chain(0..table.key)
        .map(|column| Ordered { column, nullable: table.columns.get(column).is_some_and(|column| column.nullable) })
        .collect();
    let after: Option<Vec<Value>> = search.after.as_ref().map(|(value, key)| {
        let sort = search.sort.map(|_| value.clone());
        sort.into_iter().chain(key.iter().cloned()).collect()
    });
    let ranges = match &after {
        None => whole(&order, search.descending),
        Some(after) => behind(&order, after, search.descending),
    };
    let mut filter = Condition::default();
    filter.words(sql, search);
    let text = compile(table, &search.filter, false, &mut filter.values);
    filter.parts.push(text);
    ranges
        .iter()
        .map(|range| {
            let mut parts = Vec::new();
            let mut values = Vec::new();
            for (column, test) in &range.tests {
                parts.push(test.sql(Ordered { column: *column, nullable: false }.name(table)));
                values.extend(test.value().and_then(|at| after.as_ref()?.get(at)).cloned());
            }
            parts.extend(filter.parts.iter().cloned());
            values.extend(filter.values.iter().cloned());
            let order_by = order_by(table, &order, range.fixed, search.descending);
            (format!("{} WHERE {}{order_by} LIMIT ?", sql.select, parts.join(" AND ")), values)
        })
        .collect()
}

/// Conditions joined by `AND`, with the values for their `?`.
#[derive(Default)]
struct Condition {
    parts: Vec<String>,
    values: Vec<Value>,
}

impl Condition {
    /// Words of three characters and more nominate rows by their trigrams; every word is then looked for in the text.
    fn words(&mut self, sql: &TableSql, search: &Search) {
        let Some(column) = sql.table.search.and_then(|column| sql.table.columns.get(column)) else {
            if search.words.iter().any(|word| !word.is_empty()) {
                self.parts.push("0".to_owned());
            }
            return;
        };
        let trigrams: Vec<String> = search.words.iter().flat_map(|word| trigrams(word)).collect();
        if !trigrams.is_empty() {
            self.parts.push(format!("\"{TEXT_ROW}\" IN (SELECT rowid FROM \"{0}_text\" WHERE \"{0}_text\" MATCH ?)", sql.name));
            self.values.push(Value::Text(trigrams.join(" AND ")));
        }
        for word in search.words.iter().filter(|word| !word.is_empty()) {
            self.parts.push(format!("instr(\"{}\", ?) > 0", column.name));
            self.values.push(Value::Text(word.clone()));
        }
    }
}

/// The trigrams of a word as quoted strings of an FTS5 query. The tokenizer passes over NUL characters, in texts and
/// here alike, and a query cannot hold them.
fn trigrams(word: &str) -> Vec<String> {
    let letters: Vec<char> = word.chars().filter(|letter| *letter != '\0').collect();
    letters.windows(3).map(|three| format!("\"{}\"", three.iter().collect::<String>().replace('"', "\"\""))).collect()
}

/// A filter as an expression. Below a `NOT` every expression must be two-valued, because `NOT NULL` is not true;
/// elsewhere a null counts as false, and the plainer form lets an index be used.
fn compile(table: &Table, filter: &Filter, negated: bool, values: &mut Vec<Value>) -> String {
    match filter {
        Filter::All(filters) => {
            let parts: Vec<String> = filters.iter().map(|filter| compile(table, filter, negated, values)).collect();
            joined(&parts, " AND ", "1")
        }
        Filter::Any(filters) => {
            let parts: Vec<String> = filters.iter().map(|filter| compile(table, filter, negated, values)).collect();
            joined(&parts, " OR ", "0")
        }
        Filter::Not(filter) => format!("NOT {}", compile(table, filter, true, values)),
        Filter::Column(at, compare, value) => {
            let Some(column) = table.columns.get(*at) else {
                // A row has null in a column that its table does not have.
                return truth(compare.holds(&Value::Null, value)).to_owned();
            };
            let expression = comparison(column.name, column.of, *compare, value, values);
            if negated && column.nullable && !value.is_null() { format!("ifnull({expression}, 0)") } else { expression }
        }
    }
}

/// Joins by halves, so that thousands of parts stay within the engine's bound on the depth of expressions.
fn joined(parts: &[String], with: &str, empty: &str) -> String {
    match parts {
        [] => empty.to_owned(),
        [part] => part.clone(),
        parts => {
            let (front, back) = parts.split_at(parts.len() / 2);
            format!("({}{with}{})", joined(front, with, empty), joined(back, with, empty))
        }
    }
}

fn truth(holds: bool) -> &'static str {
    if holds { "1" } else { "0" }
}

/// One comparison; null or false where the column is null, unless null is asked for.
fn comparison(name: &str, of: ColumnType, compare: Compare, value: &Value, values: &mut Vec<Value>) -> String {
    if value.is_null() {
        return if compare == Compare::Equal { format!("\"{name}\" IS NULL") } else { "0".to_owned() };
    }
    let operator = match compare {
        Compare::Equal => "=",
        Compare::Less => "<",
        Compare::AtMost => "<=",
        Compare::Greater => ">",
        Compare::AtLeast => ">=",
        Compare::StartsWith | Compare::Contains => return inner(name, of, compare, value, values),
    };
    let sample = match of {
        ColumnType::Int => Value::Int(0),
        ColumnType::Text => Value::Text(String::new()),
        ColumnType::Bytes(_) => Value::Bytes(Vec::new()),
    };
    if std::mem::discriminant(&sample) != std::mem::discriminant(value) {
        // Values of different kinds compare by kind alone; the engine would convert one of them.
        return format!("(\"{name}\" IS NOT NULL AND {})", truth(compare.holds(&sample, value)));
    }
    values.push(value.clone());
    format!("\"{name}\" {operator} ?")
}

/// "Begins with" and "contains", byte by byte.
fn inner(name: &str, of: ColumnType, compare: Compare, value: &Value, values: &mut Vec<Value>) -> String {
    let wanted = match value {
        Value::Text(text) => text.as_bytes(),
        Value::Bytes(bytes) => bytes,
        Value::Null | Value::Int(_) => return "0".to_owned(),
    };
    if of == ColumnType::Int {
        return "0".to_owned();
    }
    if wanted.is_empty() {
        return format!("\"{name}\" IS NOT NULL");
    }
    let bytes = if of == ColumnType::Text { format!("CAST(\"{name}\" AS BLOB)") } else { format!("\"{name}\"") };
    values.push(Value::Bytes(wanted.to_vec()));
    if compare == Compare::Contains {
        return format!("instr({bytes}, ?) > 0");
    }
    match behind_all(wanted) {
        // A range, which an index answers.
        Some(end) if of != ColumnType::Text => {
            values.push(Value::Bytes(end));
            format!("(\"{name}\" >= ? AND \"{name}\" < ?)")
        }
        _ => format!("substr({bytes}, 1, {}) = ?", wanted.len()),
    }
}

/// The smallest bytes behind all that begin with these; `None` when nothing is.
fn behind_all(bytes: &[u8]) -> Option<Vec<u8>> {
    let kept = bytes.iter().rposition(|byte| *byte != u8::MAX)?;
    let mut end: Vec<u8> = bytes.iter().take(kept + 1).copied().collect();
    let last = end.last_mut()?;
    *last = last.saturating_add(1);
    Some(end)
}
