//! Searches as statements: exactly the meaning of [`Search::matches`], nulls included.

use loyalty_core::repository::{Column, ColumnType, Compare, Filter, Search, Table, Value};

use super::TableSql;
use super::range::{Ordered, behind, order_by, whole};
use crate::dialect::Dialect;
use crate::schema::TEXT_ROW;

/// How the rows of a search are found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Way {
    /// As the engine likes: by an index for the filter, by trigrams for words, then sorted.
    Free,
    /// Along the order of the result, testing each row. Best where many rows match.
    InOrder,
}

/// The ways that may be the quickest for a search, the likelier first. Which it is only the engine finds out: among many matches a walk in
/// the order of the result fills its page soon, and few matches are all there is to sort; each is a thousand times slower where the other fits.
#[cfg(feature = "sqlite")]
pub(crate) fn ways(search: &Search) -> (Way, Option<Way>) {
    let wanted = wanted(&search.filter);
    let has_words = search.words.iter().any(|word| word.chars().count() >= 3);
    let indexed = |columns: &[usize]| search.table.indexes.iter().any(|index| index.columns == columns && !index.unique);
    let equal = |filter: &Filter| match filter {
        Filter::Column(column, Compare::Equal, _) => Some(*column),
        _ => None,
    };
    // Such conditions leave few rows, as a rule, and an index or the key finds them.
    let leads = |filter: &Filter| match filter {
        Filter::Column(column, Compare::Equal | Compare::StartsWith, _) => {
            *column == 0 || search.table.indexes.iter().any(|index| index.columns.first() == Some(column))
        }
        _ => false,
    };
    let is_ordered = search.sort.is_none_or(|sort| indexed(&[sort]) || search.table.key == 1 && sort == 0);
    match (wanted.as_slice(), search.sort) {
        _ if !is_ordered => (Way::Free, None),
        ([], _) if search.words.iter().all(String::is_empty) => (Way::InOrder, None),
        // An index has both, the condition and then the order.
        ([one], Some(sort)) if !has_words && equal(one).is_some_and(|column| indexed(&[column, sort])) => (Way::Free, None),
        (wanted, _) if has_words || wanted.iter().any(|filter| leads(filter)) => (Way::Free, Some(Way::InOrder)),
        _ => (Way::InOrder, Some(Way::Free)),
    }
}

/// The conditions that all have to hold, but for those that leave a value out: most rows pass these.
#[cfg(feature = "sqlite")]
fn wanted(filter: &Filter) -> Vec<&Filter> {
    match filter {
        Filter::All(filters) => filters.iter().flat_map(wanted).collect(),
        Filter::Not(left_out) if matches!(**left_out, Filter::Column(_, Compare::Equal, _)) => Vec::new(),
        other => vec![other],
    }
}

/// The part of the text index that has all trigrams.
fn matching(sql: &TableSql) -> String {
    format!("\"{0}_text\" WHERE \"{0}_text\" MATCH ?", sql.name)
}

/// The statements that answer one search, to be run one after another until the page is full; each with its values, and
/// the limit to be bound behind them.
pub(crate) fn search_pieces(sql: &TableSql, search: &Search, way: Way) -> Vec<(String, Vec<Value>)> {
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
    ranges
        .iter()
        .map(|range| {
            let mut parts = Vec::new();
            let mut values = Vec::new();
            for (column, test) in &range.tests {
                parts.extend(table.columns.get(*column).map(|column| test.sql(sql.dialect, column)));
                values.extend(test.value().and_then(|at| after.as_ref()?.get(at)).cloned());
            }
            if let Some(trigrams) = filter.trigrams.as_ref().filter(|_| way == Way::Free) {
                parts.push(format!("\"{TEXT_ROW}\" IN (SELECT rowid FROM {})", matching(sql)));
                values.push(trigrams.clone());
            }
            parts.extend(filter.parts.iter().cloned());
            values.extend(filter.values.iter().cloned());
            let order_by = order_by(sql.dialect, table, &order, range.fixed, search.descending);
            (format!("{} WHERE {}{order_by} LIMIT ?", sql.select, parts.join(" AND ")), values)
        })
        .collect()
}

/// Conditions joined by `AND`, with the values for their `?`.
#[derive(Default)]
struct Condition {
    parts: Vec<String>,
    values: Vec<Value>,
    /// What rows with all words have in the text index; it nominates rows, and the conditions decide.
    trigrams: Option<Value>,
}

impl Condition {
    fn of(sql: &TableSql, search: &Search, way: Way) -> Self {
        let mut condition = Condition::default();
        condition.words(sql, search);
        let sort = search.sort.and_then(|column| sql.table.columns.get(column));
        let mut compiler = Compiler { dialect: sql.dialect, table: sql.table, way, sort, values: &mut condition.values };
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
        self.trigrams = sql.dialect.nominating(&search.words);
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
    way: Way,
    sort: Option<&'static Column>,
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
                let expression = self.comparison(column, *compare, value);
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
    fn comparison(&mut self, column: &Column, compare: Compare, value: &Value) -> String {
        // The sign changes nothing but that the engine uses no index for it. In the column of the order it does no harm: that is the index meant.
        let sign = if self.way == Way::InOrder && self.sort != Some(column) { "+" } else { "" };
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
