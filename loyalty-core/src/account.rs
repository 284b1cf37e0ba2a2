//! The account: one customer's, or one gift card's, totals in one point type. What a command loads instead of the journal.

use schemars::JsonSchema;

use crate::amount::{Amount, Quantity};
use crate::error::Error;
use crate::gather::Gather;
use crate::id::Slug;
use crate::json::Json;
use crate::program::PointType;
use crate::record::{Columns, Record, Root};
use crate::repository::{Column, Erasure, Index, Row, Table, Value};
use crate::time::Timestamp;
use crate::unit::Unit;

/// The accounts. `due_at` is never later than the next thing that happens by time alone.
pub static ACCOUNT: Table = Table {
    name: "account",
    columns: &[
        Column::bytes("root", 260),
        Column::bytes("point_type", 32),
        Column::int("places"),
        Column::int("entries"),
        Column::int("holds"),
        Column::int("balance"),
        Column::int("pending"),
        Column::int("held"),
        Column::int("debt"),
        Column::int("earned"),
        Column::int("adjusted"),
        Column::int("spent"),
        Column::int("expired"),
        Column::int("account_date").or_null(),
        Column::int("last_debit_at").or_null(),
        Column::int("latest_at").or_null(),
        Column::int("due_at").or_null(),
    ],
    key: 2,
    indexes: &[DUE],
    search: None,
    erasure: Erasure::Kept,
};

/// The order of accounts by the next thing due.
pub const DUE: Index = Index { name: "due", columns: &[16], unique: false };

/// One customer's totals in one point type.
///
/// Two equations hold after every entry: `balance = lots − debt` and `balance = earned + adjusted − spent − expired` (rule L1).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    /// The customer's root.
    pub root: Root,
    /// The point type.
    pub point_type: String,
    /// The decimal places of the point type, for readers of the table.
    pub places: u32,
    /// How many entries the journal has; also the account's version.
    pub entries: u64,
    /// How many holds there were.
    pub holds: u64,
    /// The sum of all entries.
    pub balance: Amount,
    /// In lots that are not active yet.
    pub pending: Amount,
    /// In lots set aside by holds.
    pub held: Amount,
    /// Owed.
    pub debt: Amount,
    /// Earned, or paid in, in all, less what was reversed.
    pub earned: Amount,
    /// Adjusted by hand and redeemed from gift cards in all, in either direction, less what was reversed.
    pub adjusted: Amount,
    /// Spent in all, less what was reversed.
    pub spent: Amount,
    /// Lapsed and forfeited in all.
    pub expired: Amount,
    /// Where lots follow the account: when they lapse.
    pub account_date: Option<Timestamp>,
    /// When the last debit or lapse took effect.
    pub last_debit_at: Option<Timestamp>,
    /// The latest effective time of any entry.
    pub latest_at: Option<Timestamp>,
    /// Not later than the next thing that happens by time alone.
    pub due_at: Option<Timestamp>,
    /// What a newer release keeps here.
    pub rest: String,
}

impl Account {
    /// An account without entries.
    pub fn new(root: Root, point_type: &str, places: u32) -> Self {
        Account {
            root,
            point_type: point_type.to_owned(),
            places,
            entries: 0,
            holds: 0,
            balance: Amount::ZERO,
            pending: Amount::ZERO,
            held: Amount::ZERO,
            debt: Amount::ZERO,
            earned: Amount::ZERO,
            adjusted: Amount::ZERO,
            spent: Amount::ZERO,
            expired: Amount::ZERO,
            account_date: None,
            last_debit_at: None,
            latest_at: None,
            due_at: None,
            rest: String::new(),
        }
    }

    /// The key of an account.
    pub fn key(root: &Root, point_type: &str) -> Vec<Value> {
        vec![Value::from(root), Value::from(point_type)]
    }

    /// The accounts of a customer, in all point types of the program in which there is one.
    ///
    /// # Errors
    /// Whatever the storage says.
    pub fn all(unit: &mut Unit<'_>, root: &Root) -> Result<Vec<Account>, Error> {
        let program = unit.program();
        let find = |point_type: &PointType| unit.get::<Account>(Account::key(root, point_type.id.as_str())).transpose();
        program.point_types.iter().filter_map(find).gather()
    }

    /// What can be spent now: what is in lots and neither pending nor held.
    ///
    /// # Errors
    /// `limit_exceeded` beyond the bounds of amounts.
    pub fn active(&self) -> Result<Amount, Error> {
        self.balance.plus(self.debt)?.minus(self.pending)?.minus(self.held)
    }

    /// The next thing due is not later than this.
    pub fn due_by(&mut self, at: Timestamp) {
        self.due_at = Some(self.due_at.map_or(at, |due| due.min(at)));
    }

    /// The balance as answers show it.
    ///
    /// # Errors
    /// `limit_exceeded` beyond the bounds of amounts.
    pub fn view(&self) -> Result<Balance, Error> {
        let decimal = |amount: Amount| amount.decimal(self.places);
        Ok(Balance {
            point_type: Slug::new(&*self.point_type).map_err(Error::internal)?,
            active: decimal(self.active()?),
            pending: decimal(self.pending),
            held: decimal(self.held),
            debt: decimal(self.debt),
            total: decimal(self.balance),
            earned: decimal(self.earned),
            adjusted: decimal(self.adjusted),
            spent: decimal(self.spent),
            expired: decimal(self.expired),
            version: self.entries,
        })
    }
}

/// A balance (rule L7). `total = active + pending + held − debt = earned + adjusted − spent − expired`.
#[derive(Debug, Clone, PartialEq, Eq, Json, JsonSchema)]
pub struct Balance {
    /// The point type.
    #[serde(rename = "type")]
    pub point_type: Slug,
    /// What can be spent now.
    pub active: Quantity,
    /// What becomes active later.
    pub pending: Quantity,
    /// What holds have set aside.
    pub held: Quantity,
    /// What is owed.
    pub debt: Quantity,
    /// The sum of all entries.
    pub total: Quantity,
    /// Earned, or paid in, in all, less what was reversed.
    pub earned: Quantity,
    /// Adjusted by hand and redeemed from gift cards in all, less what was reversed.
    pub adjusted: Quantity,
    /// Spent in all, less what was reversed.
    pub spent: Quantity,
    /// Lapsed and forfeited in all.
    pub expired: Quantity,
    /// The version of the account, for `if_version`: the number of its entries.
    pub version: u64,
}

impl Balance {
    /// Shows all places of the point type again, which reading takes off.
    pub fn pad(&mut self, places: u32) {
        let Balance { active, pending, held, debt, total, earned, adjusted, spent, expired, .. } = self;
        for amount in [active, pending, held, debt, total, earned, adjusted, spent, expired] {
            *amount = amount.padded(places);
        }
    }
}

impl Record for Account {
    const TABLE: &'static Table = &ACCOUNT;

    fn to_row(&self) -> Row {
        let amount = |amount: Amount| Value::Int(amount.units());
        let values = vec![
            Value::from(&self.root),
            Value::from(self.point_type.as_str()),
            Value::Int(i64::from(self.places)),
            Value::from(self.entries),
            Value::from(self.holds),
            amount(self.balance),
            amount(self.pending),
            amount(self.held),
            amount(self.debt),
            amount(self.earned),
            amount(self.adjusted),
            amount(self.spent),
            amount(self.expired),
            Value::from(self.account_date),
            Value::from(self.last_debit_at),
            Value::from(self.latest_at),
            Value::from(self.due_at),
        ];
        Row { table: &ACCOUNT, values, body: self.rest.clone() }
    }

    fn from_row(row: Row) -> Result<Self, Error> {
        let mut columns = Columns::from(row);
        let record = Account {
            root: columns.root(),
            point_type: columns.word(),
            places: u32::try_from(columns.count()).unwrap_or(0),
            entries: columns.count(),
            holds: columns.count(),
            balance: columns.amount(),
            pending: columns.amount(),
            held: columns.amount(),
            debt: columns.amount(),
            earned: columns.amount(),
            adjusted: columns.amount(),
            spent: columns.amount(),
            expired: columns.amount(),
            account_date: columns.time_or_null(),
            last_debit_at: columns.time_or_null(),
            latest_at: columns.time_or_null(),
            due_at: columns.time_or_null(),
            rest: columns.text(),
        };
        columns.end(record)
    }
}
