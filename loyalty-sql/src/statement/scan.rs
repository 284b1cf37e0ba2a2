//! Scans as statements.

use loyalty_core::repository::{Scan, Value};

use super::TableSql;
use super::range::{Ordered, Range, Test, behind, order_by};

/// What makes two scans differ in their statements: everything but the values, of which only nulls matter.
#[derive(Debug, PartialEq, Eq, Hash)]
pub(super) struct Shape {
    table: &'static str,
    index: Option<&'static str>,
    prefix: u64,
    after: Option<u64>,
    until: Option<u64>,
    reverse: bool,
}

impl Shape {
    /// `None` for lists longer than any order of columns.
    pub(super) fn of(scan: &Scan) -> Option<Shape> {
        Some(Shape {
            table: scan.table.name,
            index: scan.index.map(|index| index.name),
            prefix: nulls(&scan.prefix)?,
            after: scan.after.as_deref().map(nulls).map_or(Some(None), |nulls| nulls.map(Some))?,
            until: scan.until.as_deref().map(nulls).map_or(Some(None), |nulls| nulls.map(Some))?,
            reverse: scan.reverse,
        })
    }
}

/// The length of a list and which of its values are null: one bit a value, behind a leading one.
fn nulls(values: &[Value]) -> Option<u64> {
    (values.len() < 63).then(|| values.iter().fold(1, |bits, value| bits << 1 | u64::from(value.is_null())))
}

/// The statements that answer scans of one shape, one after another until the limit is reached.
#[derive(Debug)]
pub(crate) struct ScanPlan {
    /// Each with the values to bind; the limit is bound behind them.
    pub(crate) pieces: Vec<(String, Vec<Slot>)>,
}

/// Where in a scan the value of a `?` stands.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Slot {
    Prefix(usize),
    After(usize),
    Until(usize),
}

impl Slot {
    pub(crate) fn value(self, scan: &Scan) -> &Value {
        let found = match self {
            Slot::Prefix(at) => scan.prefix.get(at),
            Slot::After(at) => scan.after.as_ref().and_then(|after| after.get(at)),
            Slot::Until(at) => scan.until.as_ref().and_then(|until| until.get(at)),
        };
        found.unwrap_or(&Value::Null)
    }
}

/// A statement in the making: conditions, and what stands for their `?`.
struct Draft {
    conditions: Vec<String>,
    slots: Vec<Slot>,
}

impl Draft {
    fn test(&mut self, sql: &TableSql, ordered: Ordered, test: Test, slot: fn(usize) -> Slot) {
        self.conditions.extend(ordered.of(sql.table).map(|column| test.sql(sql.dialect, column)));
        self.slots.extend(test.value().map(slot));
    }
}

impl ScanPlan {
    pub(super) fn new(sql: &TableSql, scan: &Scan) -> Self {
        let order: Vec<Ordered> = scan
            .order()
            .into_iter()
            .enumerate()
            .map(|(at, column)| {
                let nullable = sql.table.columns.get(column).is_some_and(|column| column.nullable);
                // An index has no nulls in its first column.
                Ordered { column, nullable: nullable && !(at == 0 && scan.index.is_some()) }
            })
            .collect();
        let rest = order.get(scan.prefix.len()..).unwrap_or_default();
        let ranges = match &scan.after {
            None => vec![Range { tests: Vec::new(), fixed: 0 }],
            Some(after) => behind(rest, after, scan.reverse),
        };
        ScanPlan { pieces: ranges.iter().map(|range| piece(sql, scan, &order, rest, range)).collect() }
    }
}

fn piece(sql: &TableSql, scan: &Scan, order: &[Ordered], rest: &[Ordered], range: &Range) -> (String, Vec<Slot>) {
    let mut draft = Draft { conditions: Vec::new(), slots: Vec::new() };
    let mut from = sql.select.clone();
    if let (Some(index), Some(first)) = (scan.index, order.first()) {
        from.push_str(&sql.dialect.by_index(&format!("{}_{}", sql.name, index.name)));
        draft.test(sql, *first, Test::NotNull, Slot::Prefix);
    }
    for (at, (ordered, value)) in order.iter().zip(&scan.prefix).enumerate() {
        draft.test(sql, *ordered, ordered.equal(value, at).1, Slot::Prefix);
    }
    for (column, test) in &range.tests {
        draft.test(sql, Ordered { column: *column, nullable: false }, *test, Slot::After);
    }
    if let Some(until) = &scan.until {
        let condition = reaches(sql, rest, until, 0, scan.reverse, &mut draft.slots);
        draft.conditions.push(condition);
    }
    let conditions = if draft.conditions.is_empty() { String::new() } else { format!(" WHERE {}", draft.conditions.join(" AND ")) };
    let order_by = order_by(sql.dialect, sql.table, rest, range.fixed, scan.reverse, "");
    (format!("{from}{conditions}{order_by} LIMIT ?"), draft.slots)
}

/// "Not beyond `until`", column by column from the `at`-th on. The first column's own bound stands in front, where an
/// index can use it.
fn reaches(sql: &TableSql, rest: &[Ordered], until: &[Value], at: usize, reverse: bool, slots: &mut Vec<Slot>) -> String {
    let truth = |holds| sql.dialect.truth(holds).to_owned();
    let (Some(ordered), Some(value)) = (rest.get(at), until.get(at)) else { return truth(true) };
    let Some(column) = ordered.of(sql.table) else { return truth(true) };
    let name = sql.dialect.compared(column);
    let or_null = if ordered.nullable { format!(" OR {name} IS NULL") } else { String::new() };
    // The condition for "at most" and for "strictly before", in the direction of the scan.
    let (within, strictly) = match (reverse, value.is_null()) {
        (false, true) => (format!("{name} IS NULL"), truth(false)),
        (false, false) => (format!("({name} <= ?{or_null})"), format!("({name} < ?{or_null})")),
        (true, true) => (truth(true), format!("{name} IS NOT NULL")),
        (true, false) => (format!("{name} >= ?"), format!("{name} > ?")),
    };
    let bound = || (!value.is_null()).then_some(Slot::Until(at));
    slots.extend(bound());
    if at + 1 >= until.len() {
        return within;
    }
    slots.extend(bound());
    let (_, equal) = ordered.equal(value, at);
    slots.extend(equal.value().map(Slot::Until));
    let further = reaches(sql, rest, until, at + 1, reverse, slots);
    format!("{within} AND ({strictly} OR ({} AND {further}))", equal.sql(sql.dialect, column))
}
