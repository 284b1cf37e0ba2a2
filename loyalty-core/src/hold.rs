//! Holds: points set aside for a checkout in progress (rule L8).

use std::fmt::Display;

use schemars::JsonSchema;

use crate::amount::{Amount, Quantity};
use crate::error::Error;
use crate::id::{CustomerId, Id, Ref, Slug};
use crate::json;
use crate::json::Json;
use crate::record::{Columns, Record, Root};
use crate::repository::{Column, Erasure, Index, Row, Scan, Table, Value};
use crate::time::Timestamp;

/// The holds; `due_at` is null once a hold is closed.
pub static HOLD: Table = Table {
    name: "hold",
    columns: &[
        Column::bytes("root", 260),
        Column::bytes("point_type", 32),
        Column::int("number"),
        Column::int("due_at").or_null(),
        Column::int("authorized"),
        Column::int("captured"),
        Column::int("released"),
    ],
    key: 3,
    indexes: &[OPEN],
    search: None,
    erasure: Erasure::Kept,
};

/// The order of an account's holds by the time at which they end; closed ones come first, without a time.
const OPEN: Index = Index { name: "open", columns: &[0, 1, 3], unique: false };

/// Points set aside. `authorized = captured + released + what is still set aside`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hold {
    /// The customer's root.
    pub root: Root,
    /// The point type.
    pub point_type: String,
    /// The number of the hold in its account.
    pub number: u64,
    /// When it ends by itself; none once it is closed.
    pub due_at: Option<Timestamp>,
    /// What was set aside.
    pub authorized: Amount,
    /// What was taken.
    pub captured: Amount,
    /// What was given back.
    pub released: Amount,
    /// The rest.
    pub rest: HoldRest,
}

/// What of a hold is not in columns.
#[derive(Debug, Clone, Default, PartialEq, Eq, Json)]
pub struct HoldRest {
    /// The order for which it was made.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub order: Option<Id>,
    /// The numbers of the entries that captured of it: a refund finds them here (rule O4).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub captures: Vec<u64>,
    /// On a gift card: the customer for whose checkout it was made.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub customer: Option<CustomerId>,
    /// The hold that took over what was left of this one, when its account was merged into another.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub moved_to: Option<Ref>,
}

impl Hold {
    /// The key of a hold.
    pub fn key(root: &Root, point_type: &str, number: u64) -> Vec<Value> {
        vec![Value::from(root), Value::from(point_type), Value::from(number)]
    }

    /// The open holds of an account, the first to end first.
    pub fn scan_open(root: &Root, point_type: &str) -> Scan {
        Scan::prefix(&HOLD, vec![Value::from(root), Value::from(point_type)]).by(&OPEN).after(Some(vec![Value::Null]))
    }

    /// What is still set aside.
    ///
    /// # Errors
    /// `limit_exceeded` beyond the bounds of amounts.
    pub fn remaining(&self) -> Result<Amount, Error> {
        self.authorized.minus(self.captured)?.minus(self.released)
    }

    /// Closes the hold when nothing is set aside any more.
    ///
    /// # Errors
    /// `internal` when more was captured or released than authorized: nothing is committed then (rule L8).
    pub fn settle(&mut self) -> Result<(), Error> {
        let remaining = self.remaining()?;
        if remaining.is_negative() {
            return Err(Error::internal(format_args!("hold {} gives more than was authorized", self.number)));
        }
        if remaining.is_zero() {
            self.due_at = None;
        }
        Ok(())
    }

    /// The hold as answers show it.
    ///
    /// # Errors
    /// `limit_exceeded` beyond the bounds of amounts.
    pub fn view(&self, places: u32) -> Result<HoldView, Error> {
        let remaining = self.remaining()?;
        Ok(HoldView {
            id: hold_ref(&self.root.name(), &self.point_type, self.number)?,
            point_type: Slug::new(&*self.point_type).map_err(Error::internal)?,
            state: if self.due_at.is_some() { HoldState::Open } else { HoldState::Closed },
            authorized: self.authorized.decimal(places),
            captured: self.captured.decimal(places),
            released: self.released.decimal(places),
            remaining: remaining.decimal(places),
            held_until: self.due_at,
            order: self.rest.order.clone(),
        })
    }
}

/// The id of a hold in answers: `<customer>/<point type>/h<number>`, or `g:<gift card>/…`.
///
/// # Errors
/// `internal` when it does not fit.
pub fn hold_ref(owner: &dyn Display, point_type: &str, number: u64) -> Result<Ref, Error> {
    Ref::new(format!("{owner}/{point_type}/h{number}")).map_err(Error::internal)
}

/// A hold.
#[derive(Debug, Clone, PartialEq, Eq, Json, JsonSchema)]
pub struct HoldView {
    /// The id.
    pub id: Ref,
    /// The point type.
    #[serde(rename = "type")]
    pub point_type: Slug,
    /// Open, or closed because all was captured or released.
    pub state: HoldState,
    /// What was set aside.
    pub authorized: Quantity,
    /// What was taken.
    pub captured: Quantity,
    /// What was given back.
    pub released: Quantity,
    /// What is still set aside.
    pub remaining: Quantity,
    /// When what remains is given back by itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub held_until: Option<Timestamp>,
    /// The order for which it was made.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub order: Option<Id>,
}

/// Whether a hold still sets something aside.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Json, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum HoldState {
    /// It does.
    Open,
    /// Nothing is set aside any more.
    Closed,
}

impl Record for Hold {
    const TABLE: &'static Table = &HOLD;

    fn to_row(&self) -> Row {
        let mut values = Hold::key(&self.root, &self.point_type, self.number);
        values.push(Value::from(self.due_at));
        values.extend([self.authorized, self.captured, self.released].map(|amount| Value::Int(amount.units())));
        Row { table: &HOLD, values, body: json::text(&self.rest) }
    }

    fn from_row(row: Row) -> Result<Self, Error> {
        let mut columns = Columns::from(row);
        let (root, point_type, number) = (columns.root(), columns.word(), columns.count());
        let due_at = columns.time_or_null();
        let (authorized, captured, released) = (columns.amount(), columns.amount(), columns.amount());
        let record = Hold { root, point_type, number, due_at, authorized, captured, released, rest: columns.body() };
        columns.end(record)
    }
}
