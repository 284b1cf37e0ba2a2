//! What lies behind a position in an order of several columns, as ranges that an index answers one after another.
//!
//! "Behind `(a, b)`" is first `x = a AND y > b`, then `x > a`: two ranges, each one walk in an index. Written as
//! `(x, y) > (a, b)` the same question made the engine walk over all rows of `x = a` up to `b`, two hundred times
//! slower on a column with few values.

use loyalty_core::repository::{Column, Table, Value};

use crate::dialect::Dialect;

/// One range: conditions on the columns of an order, the first `fixed` of which have one value each.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Range {
    pub(super) tests: Vec<(usize, Test)>,
    pub(super) fixed: usize,
}

/// A condition on a column; the number is the value's place in the position.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Test {
    Null,
    NotNull,
    Equal(usize),
    Less(usize),
    Greater(usize),
}

impl Test {
    /// The condition with `?` for its value.
    pub(super) fn sql(self, dialect: Dialect, column: &Column) -> String {
        let test = match self {
            Test::Null => "IS NULL",
            Test::NotNull => "IS NOT NULL",
            Test::Equal(_) => "= ?",
            Test::Less(_) => "< ?",
            Test::Greater(_) => "> ?",
        };
        format!("{} {test}", dialect.compared(column))
    }

    /// The place of its value, if it has one.
    pub(super) fn value(self) -> Option<usize> {
        match self {
            Test::Null | Test::NotNull => None,
            Test::Equal(at) | Test::Less(at) | Test::Greater(at) => Some(at),
        }
    }
}

/// A column of an order and whether nulls are met in it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Ordered {
    pub(super) column: usize,
    pub(super) nullable: bool,
}

impl Ordered {
    /// The column itself; `None` beyond the columns of the table.
    pub(super) fn of(self, table: &Table) -> Option<&'static Column> {
        table.columns.get(self.column)
    }

    /// "Has this value".
    pub(super) fn equal(self, value: &Value, at: usize) -> (usize, Test) {
        (self.column, if value.is_null() { Test::Null } else { Test::Equal(at) })
    }
}

/// The ranges behind a position, in the order in which they are to be walked.
pub(super) fn behind(order: &[Ordered], after: &[Value], reverse: bool) -> Vec<Range> {
    let mut ranges = Vec::new();
    for (at, (ordered, value)) in order.iter().zip(after).enumerate().rev() {
        let equal: Vec<_> = order.iter().zip(after).take(at).enumerate().map(|(at, (ordered, value))| ordered.equal(value, at)).collect();
        let mut push = |test, fixed| ranges.push(Range { tests: [equal.clone(), vec![(ordered.column, test)]].concat(), fixed });
        match (reverse, value.is_null()) {
            (false, true) => push(Test::NotNull, at),
            (false, false) => push(Test::Greater(at), at),
            // Nothing is smaller than null.
            (true, true) => {}
            (true, false) => {
                push(Test::Less(at), at);
                if ordered.nullable {
                    push(Test::Null, at + 1);
                }
            }
        }
    }
    ranges
}

/// All of an order: nulls of its first column apart, because an index may leave them out.
pub(super) fn whole(order: &[Ordered], reverse: bool) -> Vec<Range> {
    let Some(first) = order.first().filter(|first| first.nullable) else { return vec![Range { tests: Vec::new(), fixed: 0 }] };
    let nulls = Range { tests: vec![(first.column, Test::Null)], fixed: 1 };
    let others = Range { tests: vec![(first.column, Test::NotNull)], fixed: 0 };
    if reverse { vec![others, nulls] } else { vec![nulls, others] }
}

/// The `ORDER BY` of the columns that are not fixed, each behind a sign, if any.
pub(super) fn order_by(dialect: Dialect, table: &Table, order: &[Ordered], fixed: usize, reverse: bool, sign: &str) -> String {
    let direction = if reverse { " DESC" } else { "" };
    let columns: Vec<String> = order
        .iter()
        .skip(fixed)
        .filter_map(|ordered| ordered.of(table))
        .map(|column| format!("{sign}{}{direction}{}", dialect.compared(column), dialect.nulls(column.nullable, reverse)))
        .collect();
    if columns.is_empty() { String::new() } else { format!(" ORDER BY {}", columns.join(", ")) }
}
