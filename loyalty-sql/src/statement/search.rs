//! Searches as statements: exactly the meaning of [`Search::matches`], nulls included.

use loyalty_core::repository::{Column, ColumnType, Compare, Filter, Index, Search, Table, Value};

use super::TableSql;
use super::range::{Ordered, behind, order_by, whole};
use crate::dialect::Dialect;
use crate::schema::{TEXT_ROW, quoted};

/// How the rows of a search are found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Way<'r> {
    /// As the engine likes: by an index for the filter, by trigrams for words, then sorted.
    Free,
    /// Along the order of the result, testing each row. Best where many rows match.
    InOrder,
    /// Likewise, along an index that has a condition first and then the order.
    Within(&'static Index),
    /// By the conditions on a column, then sorted. Best where few rows fit them.
    By(usize),
    /// Among the rows of these numbers, as JSON, then sorted.
    Among(&'r str),
}

impl Way<'_> {
    /// A sign before the name of a column changes nothing but that the engine uses no index for it.
    fn sign(self, column: usize, sort: Option<usize>) -> &'static str {
        let is_meant = match self {
            // The index of a walk within a condition is named.
            Way::Free | Way::Within(_) => true,
            // In the column of the order it does no harm: that is the index meant.
            Way::InOrder => sort == Some(column),
            Way::By(led) => led == column,
            Way::Among(_) => false,
        };
        if is_meant { "" } else { "+" }
    }

    /// The sign of what is only sorted by, or says where a page begins.
    fn sign_of_order(self) -> &'static str {
        if matches!(self, Way::By(_) | Way::Among(_)) { "+" } else { "" }
    }
}

/// The part of the text index that has all trigrams.
pub(super) fn matching(sql: &TableSql) -> String {
    format!("\"{0}_text\" WHERE \"{0}_text\" MATCH ?", sql.name)
}

/// The statements that answer one search, to be run one after another until the page is full; each with its values, and
/// the limit to be bound behind them.
pub(crate) fn search_pieces(sql: &TableSql, search: &Search, way: Way<'_>) -> Vec<(String, Vec<Value>)> {
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
    let filter = Condition::of(sql, search, way);
    let mut select = selected(sql, search);
    if let Way::Within(index) = way {
        select.push_str(&sql.dialect.by_index(&format!("{}_{}", sql.name, index.name)));
    }
    ranges
        .iter()
        .map(|range| {
            let mut parts = Vec::new();
            let mut values = Vec::new();
            for (column, test) in &range.tests {
                let place = test.value();
                let test = |column| format!("{}{}", way.sign_of_order(), test.sql(sql.dialect, column));
                parts.extend(table.columns.get(*column).map(test));
                values.extend(place.and_then(|at| after.as_ref()?.get(at)).cloned());
            }
            match (way, &filter.trigrams) {
                (Way::Free, Some(trigrams)) => {
                    parts.push(format!("\"{TEXT_ROW}\" IN (SELECT rowid FROM {})", matching(sql)));
                    values.push(trigrams.clone());
                }
                (Way::Among(rows), _) => {
                    parts.push(format!("\"{TEXT_ROW}\" IN (SELECT value FROM json_each(?))"));
                    values.push(Value::Text(rows.to_owned()));
                }
                _ => {}
            }
            parts.extend(filter.parts.iter().cloned());
            values.extend(filter.values.iter().cloned());
            let order_by = order_by(sql.dialect, table, &order, range.fixed, search.descending, way.sign_of_order());
            (format!("{select} WHERE {}{order_by} LIMIT ?", parts.join(" AND ")), values)
        })
        .collect()
}

/// The columns that the search names, and the body.
fn selected(sql: &TableSql, search: &Search) -> String {
    format!("SELECT {}, \"body\" FROM \"{}\"", quoted(sql.table, search.named().into_iter()), sql.name)
}

/// Conditions joined by `AND`, with the values for their `?`.
#[derive(Default)]
pub(super) struct Condition {
    pub(super) parts: Vec<String>,
    pub(super) values: Vec<Value>,
    /// What rows with all words have in the text index; it nominates rows, and the conditions decide.
    trigrams: Option<Value>,
}

impl Condition {
    pub(super) fn of(sql: &TableSql, search: &Search, way: Way<'_>) -> Self {
        let mut condition = Condition::default();
        condition.words(sql, search);
        let mut compiler = Compiler { dialect: sql.dialect, table: sql.table, way, sort: search.sort, values: &mut condition.values };
        let filter = compiler.filter(&search.filter, false);
        condition.parts.push(filter);
        condition
    }

    /// Words of three characters and more nominate rows by their trigrams; every word is then looked for in the text.
    fn words(&mut self, sql: &TableSql, search: &Search) {
        let Some(column) = sql.table.search.and_then(|column| sql.table.columns.get(column)) else {
            if search.words.iter().any(|word| !word.is_empty()) {
                self.parts.push(sql.dialect.truth(false).to_owned());
            }
            return;
        };
        self.trigrams = sql.dialect.nominating(search);
        for word in search.words.iter().filter(|word| !word.is_empty()) {
            let (test, value) = sql.dialect.has_word(column, word);
            self.parts.push(test);
            self.values.push(value);
        }
    }
}

/// Makes an expression of a filter.
struct Compiler<'a> {
    dialect: Dialect,
    table: &'static Table,
    way: Way<'a>,
    sort: Option<usize>,
    values: &'a mut Vec<Value>,
}

impl Compiler<'_> {
    /// Below a `NOT` every expression must be two-valued, because `NOT NULL` is not true; elsewhere a null counts as
    /// false, and the plainer form lets an index be used.
    fn filter(&mut self, filter: &Filter, negated: bool) -> String {
        match filter {
            Filter::All(filters) => self.joined(filters, negated, " AND ", self.dialect.truth(true)),
            Filter::Any(filters) => self.joined(filters, negated, " OR ", self.dialect.truth(false)),
            Filter::Not(filter) => format!("NOT {}", self.filter(filter, true)),
            Filter::Column(at, compare, value) => {
                let Some(column) = self.table.columns.get(*at) else {
                    // A row has null in a column that its table does not have.
                    return self.dialect.truth(compare.holds(&Value::Null, value)).to_owned();
                };
                let sign = self.way.sign(*at, self.sort);
                let expression = self.comparison(sign, column, *compare, value);
                if negated && column.nullable && !value.is_null() { self.dialect.or_false(&expression) } else { expression }
            }
        }
    }

    /// Joins by halves, so that thousands of parts stay within the engine's bound on the depth of expressions.
    fn joined(&mut self, filters: &[Filter], negated: bool, with: &str, empty: &str) -> String {
        match filters {
            [] => empty.to_owned(),
            [filter] => self.filter(filter, negated),
            filters => {
                let (front, back) = filters.split_at(filters.len() / 2);
                let front = self.joined(front, negated, with, empty);
                format!("({front}{with}{})", self.joined(back, negated, with, empty))
            }
        }
    }

    /// One comparison; null or false where the column is null, unless null is asked for.
    fn comparison(&mut self, sign: &str, column: &Column, compare: Compare, value: &Value) -> String {
        let name = format!("{sign}{}", self.dialect.compared(column));
        if value.is_null() {
            return if compare == Compare::Equal { format!("{name} IS NULL") } else { self.dialect.truth(false).to_owned() };
        }
        let operator = match compare {
            Compare::Equal => "=",
            Compare::Less => "<",
            Compare::AtMost => "<=",
            Compare::Greater => ">",
            Compare::AtLeast => ">=",
            Compare::StartsWith | Compare::Contains => return self.inner(&name, column, compare, value),
        };
        let sample = match column.of {
            ColumnType::Int => Value::Int(0),
            ColumnType::Text => Value::Text(String::new()),
            ColumnType::Bytes(_) => Value::Bytes(Vec::new()),
        };
        if std::mem::discriminant(&sample) != std::mem::discriminant(value) {
            // Values of different kinds compare by kind alone; the engine would convert one of them.
            return format!("({name} IS NOT NULL AND {})", self.dialect.truth(compare.holds(&sample, value)));
        }
        self.values.push(value.clone());
        format!("{name} {operator} ?")
    }

    /// "Begins with" and "contains", byte by byte.
    fn inner(&mut self, name: &str, column: &Column, compare: Compare, value: &Value) -> String {
        let wanted = match value {
            Value::Text(text) => text.as_bytes(),
            Value::Bytes(bytes) => bytes,
            Value::Null | Value::Int(_) => return self.dialect.truth(false).to_owned(),
        };
        if column.of == ColumnType::Int {
            return self.dialect.truth(false).to_owned();
        }
        if wanted.is_empty() {
            return format!("{name} IS NOT NULL");
        }
        let is_text = column.of == ColumnType::Text;
        let bytes = if is_text { self.dialect.bytes(column) } else { name.to_owned() };
        let wanted = if is_text { self.dialect.stored(wanted) } else { wanted.to_vec() };
        let length = wanted.len();
        let end = behind_all(&wanted);
        self.values.push(Value::Bytes(wanted));
        if compare == Compare::Contains {
            return self.dialect.holds(&bytes);
        }
        match end {
            // A range, which an index answers.
            Some(end) if !is_text => {
                self.values.push(Value::Bytes(end));
                format!("({name} >= ? AND {name} < ?)")
            }
            _ => format!("substr({bytes}, 1, {length}) = ?"),
        }
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
