//! `audit.list`

use schemars::JsonSchema;

use crate::audit::AuditRow;
use crate::error::Error;
use crate::gather::Gather;
use crate::hex::{hex, unhex};
use crate::id::{CustomerId, Id};
use crate::json::Json;
use crate::log::{BY_ACTOR, BY_TIME, LOG, LogRow, REFUSAL, REFUSED_BY_ACTOR, REFUSED_BY_TIME, RefusedCommand};
use crate::operation::{Kind, Operation};
use crate::page;
use crate::record::{Record, Root};
use crate::repository::{Scan, Value};
use crate::unit::Unit;

/// The commands, newest first: done, or refused. Of one customer, of one gift card, of one actor, or all.
///
/// Every command is here with actor, time, operation, target and outcome, and no personal data. A query is here only when the actor had no right to it.
///
/// Rule P7.
#[derive(Debug, Clone, Default, PartialEq, Json, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct List {
    /// One customer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub customer: Option<CustomerId>,
    /// One gift card, by its number; not together with `customer`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gift_card: Option<Id>,
    /// One actor; not together with `customer` or `gift_card`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub actor: Option<Id>,
    /// Done (when absent) or refused.
    #[serde(default)]
    pub outcome: Outcome,
    /// Rows on the page, 1 to 500; 50 when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<usize>,
    /// Where the page before ended: its `next`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cursor: Option<String>,
}

/// What became of a command.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Json, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// It was done.
    #[default]
    Done,
    /// It was refused and changed nothing.
    Refused,
}

/// A page of commands.
#[derive(Debug, Clone, PartialEq, Eq, Json, JsonSchema)]
pub struct AuditPage {
    /// The commands, newest first.
    pub commands: Vec<AuditRow>,
    /// Where to go on; absent on the last page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
}

impl Operation for List {
    const NAME: &'static str = "audit.list";
    const KIND: Kind = Kind::Query;
    type Output = AuditPage;

    fn roots(&self) -> Vec<Root> {
        Vec::new()
    }

    fn run(&self, unit: &mut Unit<'_>) -> Result<AuditPage, Error> {
        let limit = page::size(self.limit)?;
        let scan = self.scan()?.reversed().limit(limit + 1);
        let scan = scan.after(self.cursor.as_deref().map(read_cursor).transpose()?);
        match self.outcome {
            Outcome::Done => page(unit.scan::<LogRow>(&scan)?, &scan, limit, AuditRow::done),
            Outcome::Refused => page(unit.scan::<RefusedCommand>(&scan)?, &scan, limit, |row| Ok(AuditRow::refused(row))),
        }
    }
}

impl List {
    /// The range of the log that is asked for.
    fn scan(&self) -> Result<Scan, Error> {
        let root = match (&self.customer, &self.gift_card) {
            (Some(_), Some(_)) => return Err(Error::invalid("args.gift_card", "stands beside `customer`; ask for one of them")),
            (customer, card) => customer.as_ref().map(Root::customer).or_else(|| card.as_ref().map(Root::gift_card)),
        };
        let root = root.as_ref().map(Value::from);
        let (table, by_time, by_actor) = match self.outcome {
            Outcome::Done => (&LOG, &BY_TIME, &BY_ACTOR),
            Outcome::Refused => (&REFUSAL, &REFUSED_BY_TIME, &REFUSED_BY_ACTOR),
        };
        match (root, &self.actor) {
            (Some(root), None) => Ok(Scan::prefix(table, vec![root])),
            (None, Some(actor)) => Ok(Scan::prefix(table, vec![Value::from(actor.as_str())]).by(by_actor)),
            (None, None) => Ok(Scan::prefix(table, Vec::new()).by(by_time)),
            (Some(_), Some(_)) => Err(Error::invalid("args.actor", "stands beside `customer` or `gift_card`; ask for one of them")),
        }
    }
}

fn page<R: Record>(mut rows: Vec<R>, scan: &Scan, limit: usize, show: fn(&R) -> Result<AuditRow, Error>) -> Result<AuditPage, Error> {
    let next = page::cut(&mut rows, limit).map(|row| write_cursor(&scan.position(&row.to_row()), scan.prefix.len()));
    Ok(AuditPage { commands: rows.iter().map(show).gather::<Result<_, _>>()?, next })
}

/// A position behind the prefix as text: integers as they are, bytes in hexadecimal digits behind an `x`.
fn write_cursor(position: &[Value], prefix: usize) -> String {
    let words = position.iter().skip(prefix).map(|value| match value {
        Value::Int(number) => number.to_string(),
        Value::Bytes(bytes) => format!("x{}", hex(bytes)),
        Value::Text(_) | Value::Null => String::new(),
    });
    words.joined(".")
}

fn read_cursor(text: &str) -> Result<Vec<Value>, Error> {
    let read = |word: &str| match word.strip_prefix('x') {
        None => word.parse().ok().map(Value::Int),
        Some(digits) => unhex(digits).map(Value::Bytes),
    };
    let values: Option<Vec<Value>> = text.split('.').map(read).gather();
    values.ok_or_else(page::unknown_cursor)
}
