//! What leads a search to its rows: the order of the result, or a condition that an index answers.

use loyalty_core::repository::{Compare, Filter, Search, Value};

use super::TableSql;
use super::search::{Condition, Way, matching};
use crate::dialect::Dialect;
use crate::schema::TEXT_ROW;

/// A condition that all rows of a search fit and an index answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Lead {
    /// The words, by their trigrams.
    Words,
    /// All that must hold of this column.
    Column(usize),
}

/// The ways in which a search may find its rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Ways {
    /// In the order of the result. Among many rows that fit, this fills its page soon.
    pub(crate) walk: Way<'static>,
    /// By one of these, then sorted: few rows soon are. Each way is a thousand times slower where the other fits, and which it is only the rows tell.
    pub(crate) leads: Vec<Lead>,
    /// As the engine likes, where nothing leads but one of several conditions on several columns may: of each of these it knows an index.
    pub(crate) or_free: bool,
}

impl Ways {
    /// Those of a search.
    pub(crate) fn of(search: &Search) -> Self {
        let table = search.table;
        let sort = search.sort.unwrap_or(0);
        let indexed = |columns: &[usize]| table.indexes.iter().find(|index| index.columns == columns && !index.unique);
        if indexed(&[sort]).is_none() && !(sort == 0 && table.key == 1) {
            return Ways { walk: Way::Free, leads: Vec::new(), or_free: false };
        }
        let wanted = wanted(&search.filter);
        // An index may have both, a condition and then the order. Those of other tables leave nulls out.
        let both = wanted.iter().filter(|filter| are_values(filter) && table.search.is_some()).find_map(|filter| {
            let column = column_of(filter)?;
            Some((column, indexed(&[column, sort])?))
        });
        let (within, walk) = both.map_or((sort, Way::InOrder), |(column, index)| (column, Way::Within(index)));
        let begins = |column: usize| column == 0 || table.indexes.iter().any(|index| index.columns.first() == Some(&column));
        let has_words = Dialect::Sqlite.nominating(search).is_some();
        let mut leads: Vec<Lead> = has_words.then_some(Lead::Words).into_iter().collect();
        for column in wanted.iter().filter_map(|filter| column_of(filter)) {
            let lead = Lead::Column(column);
            if column != sort && column != within && begins(column) && !leads.contains(&lead) {
                leads.push(lead);
            }
        }
        let is_mixed = |filter: &&Filter| matches!(filter, Filter::Any(_)) && column_of(filter).is_none();
        let or_free = leads.is_empty() && wanted.iter().any(is_mixed);
        Ways { walk, leads, or_free }
    }
}

/// The rows that the words nominate, up to a limit to be bound behind the values: their numbers, from the text index alone.
pub(crate) fn nominate(sql: &TableSql, search: &Search) -> Option<(String, Value)> {
    Some((format!("SELECT rowid FROM {} LIMIT ?", matching(sql)), sql.dialect.nominating(search)?))
}

/// How many rows fit the conditions on a column, up to a limit to be bound behind the values: from an index alone.
pub(crate) fn count(sql: &TableSql, search: &Search, column: usize) -> (String, Vec<Value>) {
    let filters = wanted(&search.filter).into_iter().filter(|filter| column_of(filter) == Some(column)).cloned().collect();
    let of_column = Search { filter: Filter::All(filters), words: Vec::new(), ..search.clone() };
    let condition = Condition::of(sql, &of_column, Way::Free);
    let from = format!("\"{}\" WHERE {}", sql.name, condition.parts.join(" AND "));
    (format!("SELECT count(*) FROM (SELECT 1 FROM {from} LIMIT ?)"), condition.values)
}

/// About how many rows a table has.
pub(crate) fn whole(sql: &TableSql) -> String {
    format!("SELECT max(\"{TEXT_ROW}\") FROM \"{}\"", sql.name)
}

/// The conditions that all have to hold.
pub(super) fn wanted(filter: &Filter) -> Vec<&Filter> {
    match filter {
        Filter::All(filters) => filters.iter().flat_map(wanted).collect(),
        // What leaves a value out, most rows pass.
        Filter::Not(left_out) if matches!(**left_out, Filter::Column(_, Compare::Equal, _)) => Vec::new(),
        other => vec![other],
    }
}

/// The column of a condition that an index answers.
fn column_of(filter: &Filter) -> Option<usize> {
    match filter {
        Filter::Column(_, Compare::Contains, _) | Filter::Not(_) | Filter::All(_) => None,
        Filter::Column(column, ..) => Some(*column),
        Filter::Any(filters) => {
            let first = filters.first().and_then(column_of)?;
            filters.iter().all(|filter| column_of(filter) == Some(first)).then_some(first)
        }
    }
}

/// Whether a condition names the values that fit.
fn are_values(filter: &Filter) -> bool {
    match filter {
        // A null among others makes it no list of values for the engine.
        Filter::Any(filters) => filters.iter().all(|filter| matches!(filter, Filter::Column(_, Compare::Equal, value) if !value.is_null())),
        filter => matches!(filter, Filter::Column(_, Compare::Equal, _)),
    }
}
