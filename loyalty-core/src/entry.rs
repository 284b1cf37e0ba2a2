//! Entries: the immutable lines of a customer's journal (rules L1, L12).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::amount::{Amount, Quantity};
use crate::error::Error;
use crate::expiry::Lapse;
use crate::id::{CustomerId, Id, Line, Ref, Slug, Text};
use crate::lot::Lot;
use crate::record::{Columns, Record, Root, body};
use crate::repository::{Column, Index, Row, Scan, Table, Value};
use crate::time::Timestamp;

/// The journal. Everything but `reversed` is written once; reason, comment and note can be erased (rule K11).
pub static ENTRY: Table = Table {
    name: "entry",
    columns: &[
        Column::bytes("root", 260),
        Column::bytes("point_type", 32),
        Column::int("number"),
        Column::bytes("kind", 16),
        Column::int("amount"),
        Column::int("balance"),
        Column::int("effective_at"),
        Column::int("recorded_at"),
        Column::int("late"),
        Column::int("log_seq"),
        Column::bytes("actor", 260),
        Column::int("reversed"),
        Column::text("reason").or_null(),
        Column::text("comment").or_null(),
        Column::text("note").or_null(),
    ],
    key: 3,
    indexes: &[EFFECT],
    search: None,
};

/// The order of an account's entries by when they took effect: first those recorded in that order, then the late ones.
const EFFECT: Index = Index { name: "effect", columns: &[0, 1, 8, 6], unique: false };

/// Why an entry stands in the journal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum EntryKind {
    /// Earned.
    Earn,
    /// Adjusted by hand.
    Adjust,
    /// Spent.
    Spend,
    /// Spent through a hold.
    Capture,
    /// Lapsed.
    Expire,
    /// Taken because the member left the program.
    Forfeit,
    /// Lots got a later end; the amount is zero.
    Extend,
    /// Lots paid off debt; the amount is zero.
    Repay,
    /// Takes an earlier entry back.
    Reverse,
}

impl EntryKind {
    /// The word on the wire and in storage.
    pub const fn name(self) -> &'static str {
        match self {
            EntryKind::Earn => "earn",
            EntryKind::Adjust => "adjust",
            EntryKind::Spend => "spend",
            EntryKind::Capture => "capture",
            EntryKind::Expire => "expire",
            EntryKind::Forfeit => "forfeit",
            EntryKind::Extend => "extend",
            EntryKind::Repay => "repay",
            EntryKind::Reverse => "reverse",
        }
    }

    fn from_name(name: &str) -> Option<Self> {
        use EntryKind::{Adjust, Capture, Earn, Expire, Extend, Forfeit, Repay, Reverse, Spend};
        [Earn, Adjust, Spend, Capture, Expire, Forfeit, Extend, Repay, Reverse].into_iter().find(|kind| kind.name() == name)
    }

    /// Whether such an entry can be reversed (rule L9).
    pub const fn is_reversible(self) -> bool {
        matches!(self, EntryKind::Earn | EntryKind::Adjust | EntryKind::Spend | EntryKind::Capture)
    }
}

/// One immutable line of a journal: `amount = credit + parts − debt`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The customer's root.
    pub root: Root,
    /// The point type.
    pub point_type: String,
    /// Its number in the account, from 1, without gaps.
    pub number: u64,
    /// Why it stands here.
    pub kind: EntryKind,
    /// The signed amount.
    pub amount: Amount,
    /// The balance after it, in the order of recording.
    pub balance: Amount,
    /// When it took effect.
    pub effective_at: Timestamp,
    /// When it was recorded.
    pub recorded_at: Timestamp,
    /// Whether an earlier recorded entry took effect later.
    pub late: bool,
    /// The row of the operation log to which it belongs.
    pub log_seq: u64,
    /// Who asked for it.
    pub actor: String,
    /// How much of it has been reversed: the one thing that changes later.
    pub reversed: Amount,
    /// What people wrote about it.
    pub texts: Texts,
    /// Lots, debt and origin.
    pub facts: Facts,
}

/// What people wrote about an entry. Reason and note are for staff only.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Texts {
    /// Why, for staff.
    pub reason: Option<String>,
    /// What the customer reads.
    pub comment: Option<String>,
    /// An internal note.
    pub note: Option<String>,
}

/// What an entry did to lots and debt, and where it came from. Holds no personal data.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Facts {
    /// The lot that a credit made; it bears the entry's number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub credit: Option<Part>,
    /// What was taken from lots (negative) or put back into them (positive).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<Part>,
    /// How the debt changed.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub debt: Amount,
    /// The entry that this one reverses.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reverses: Option<u64>,
    /// The order it came from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub order: Option<Id>,
    /// The earning rule it came from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rule: Option<Slug>,
    /// The hold it came from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hold: Option<u64>,
}

/// A part of a lot, with all that is needed to put it back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    /// The number of the lot.
    pub lot: u64,
    /// How much, signed.
    pub amount: Amount,
    /// When the lot's credit took effect.
    pub since: Timestamp,
    /// From when on it can be spent.
    pub from: Timestamp,
    /// When it ends.
    pub lapse: Lapse,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for a reference")]
fn is_zero(amount: &Amount) -> bool {
    amount.is_zero()
}

impl Part {
    /// A part of a lot.
    pub fn of(lot: &Lot, amount: Amount) -> Self {
        Part { lot: lot.number, amount, since: lot.since, from: lot.available_from, lapse: lot.lapse }
    }
}

impl Facts {
    /// What the entry adds up to.
    ///
    /// # Errors
    /// `limit_exceeded` beyond the bounds of amounts.
    pub fn sum(&self) -> Result<Amount, Error> {
        let credit = self.credit.as_ref().map_or(Amount::ZERO, |credit| credit.amount);
        let parts = self.parts.iter().try_fold(credit, |sum, part| sum.plus(part.amount))?;
        parts.minus(self.debt)
    }
}

impl Entry {
    /// The key of an entry.
    pub fn key(root: &Root, point_type: &str, number: u64) -> Vec<Value> {
        vec![Value::from(root), Value::from(point_type), Value::from(number)]
    }

    /// The journal of an account, oldest first.
    pub fn scan(root: &Root, point_type: &str) -> Scan {
        Scan::prefix(&ENTRY, vec![Value::from(root), Value::from(point_type)])
    }

    /// The entries of an account that took effect up to a moment, the latest first: either those recorded in order, or the late ones.
    pub fn scan_effective(root: &Root, point_type: &str, late: bool, at: Timestamp) -> Scan {
        let bound = vec![Value::Int(at.micros().saturating_add(1))];
        Scan::prefix(&ENTRY, vec![Value::from(root), Value::from(point_type), Value::from(late)]).by(&EFFECT).reversed().after(Some(bound))
    }

    /// The row's part of the plain digest: everything that never changes and holds no personal data.
    pub fn plain(row: &Row) -> String {
        let mut text = String::with_capacity(192 + row.body.len());
        for value in row.values.iter().take(11) {
            match value {
                Value::Int(number) => text.push_str(&number.to_string()),
                Value::Bytes(bytes) => text.push_str(&String::from_utf8_lossy(bytes)),
                Value::Text(_) | Value::Null => {}
            }
            text.push('\u{1f}');
        }
        text.push_str(&row.body);
        text.push('\u{1e}');
        text
    }

    /// The row's part of the salted digest: what people wrote.
    pub fn written(row: &Row) -> String {
        let mut text = String::new();
        for value in row.values.iter().skip(12) {
            if let Value::Text(written) = value {
                text.push_str(written);
            }
            text.push('\u{1f}');
        }
        text
    }

    /// The entry as answers show it. A customer does not see reason and note.
    ///
    /// # Errors
    /// `internal` for a root that is no customer.
    pub fn view(&self, places: u32, for_customer: bool) -> Result<EntryView, Error> {
        let broken = |error: crate::id::Malformed| Error::Internal(error.to_string());
        let customer = self.root.customer_id().ok_or_else(|| Error::Internal("an entry without a customer".into()))?;
        let id = |number: u64| entry_ref(&customer, &self.point_type, number);
        let credit = self.facts.credit.as_ref();
        let parts = self
            .facts
            .parts
            .iter()
            .map(|part| Ok(PartView { lot: id(part.lot)?, amount: part.amount.decimal(places), expires: part.lapse }));
        let staff = |text: &Option<String>| text.clone().filter(|_| !for_customer);
        Ok(EntryView {
            id: id(self.number)?,
            point_type: Slug::new(&*self.point_type).map_err(broken)?,
            kind: self.kind,
            amount: self.amount.decimal(places),
            balance: self.balance.decimal(places),
            effective_at: self.effective_at,
            recorded_at: self.recorded_at,
            expires: credit.map(|credit| credit.lapse),
            available_from: credit.map(|credit| credit.from).filter(|from| *from > self.effective_at),
            lots: parts.collect::<Result<_, Error>>()?,
            debt: Some(self.facts.debt).filter(|debt| !debt.is_zero()).map(|debt| debt.decimal(places)),
            reverses: self.facts.reverses.map(id).transpose()?,
            reversed: Some(self.reversed).filter(|reversed| !reversed.is_zero()).map(|reversed| reversed.decimal(places)),
            order: self.facts.order.clone(),
            rule: self.facts.rule.clone(),
            hold: self.facts.hold.map(|hold| crate::hold::hold_ref(&customer, &self.point_type, hold)).transpose()?,
            actor: self.actor.clone(),
            reason: staff(&self.texts.reason),
            comment: self.texts.comment.clone(),
            note: staff(&self.texts.note),
        })
    }
}

/// The id of an entry in answers: `<customer>/<point type>/<number>`. A lot bears the id of the entry that made it.
///
/// # Errors
/// `internal` when it does not fit.
pub fn entry_ref(customer: &CustomerId, point_type: &str, number: u64) -> Result<Ref, Error> {
    Ref::new(format!("{customer}/{point_type}/{number}")).map_err(|error| Error::Internal(error.to_string()))
}

/// The point type and number in the id of an entry (`prefix` empty) or hold (`prefix` "h") of this customer.
pub fn parse_ref<'i>(id: &'i Ref, customer: &CustomerId, prefix: &str) -> Option<(&'i str, u64)> {
    let rest = id.as_str().strip_prefix(customer.as_str())?.strip_prefix('/')?;
    let (point_type, number) = rest.split_once('/')?;
    let number = number.strip_prefix(prefix)?;
    let plain = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
    number.parse().ok().filter(|_| plain).map(|number| (point_type, number))
}

/// An entry of a journal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct EntryView {
    /// The id.
    pub id: Ref,
    /// The point type.
    #[serde(rename = "type")]
    pub point_type: Slug,
    /// Why it stands in the journal.
    pub kind: EntryKind,
    /// The signed amount.
    pub amount: Quantity,
    /// The balance after it.
    pub balance: Quantity,
    /// When it took effect.
    pub effective_at: Timestamp,
    /// When it was recorded.
    pub recorded_at: Timestamp,
    /// A credit: when its lot ends.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires: Option<Lapse>,
    /// A credit that is not active at once: from when on it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub available_from: Option<Timestamp>,
    /// The lots from which it took (negative) or to which it gave back, and how much of each.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lots: Vec<PartView>,
    /// How the debt changed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub debt: Option<Quantity>,
    /// The entry it reverses.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reverses: Option<Ref>,
    /// How much of it has been reversed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reversed: Option<Quantity>,
    /// The order it came from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub order: Option<Id>,
    /// The earning rule it came from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rule: Option<Slug>,
    /// The hold it came from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hold: Option<Ref>,
    /// Who asked for it.
    pub actor: String,
    /// Why; staff only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// What the customer reads.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub comment: Option<String>,
    /// The internal note; staff only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// What an entry took from a lot or put back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct PartView {
    /// The lot: the id of the entry that made it.
    pub lot: Ref,
    /// How much, signed.
    pub amount: Quantity,
    /// When that lot ends.
    pub expires: Lapse,
}

impl Texts {
    /// Texts as they come in.
    pub fn new(reason: Option<&Line>, comment: Option<&Text>, note: Option<&Text>) -> Self {
        Texts {
            reason: reason.map(|text| text.as_str().to_owned()),
            comment: comment.map(|text| text.as_str().to_owned()),
            note: note.map(|text| text.as_str().to_owned()),
        }
    }
}

impl Record for Entry {
    const TABLE: &'static Table = &ENTRY;

    fn to_row(&self) -> Row {
        let text = |text: &Option<String>| text.clone().map_or(Value::Null, Value::Text);
        let values = vec![
            Value::from(&self.root),
            Value::from(self.point_type.as_str()),
            Value::from(self.number),
            Value::from(self.kind.name()),
            Value::Int(self.amount.units()),
            Value::Int(self.balance.units()),
            Value::from(self.effective_at),
            Value::from(self.recorded_at),
            Value::from(self.late),
            Value::from(self.log_seq),
            Value::from(self.actor.as_str()),
            Value::Int(self.reversed.units()),
            text(&self.texts.reason),
            text(&self.texts.comment),
            text(&self.texts.note),
        ];
        Row { table: &ENTRY, values, body: body(&self.facts) }
    }

    fn from_row(row: Row) -> Result<Self, Error> {
        let mut columns = Columns::from(row);
        let (root, point_type, number, kind) = (columns.root()?, columns.word()?, columns.count()?, columns.word()?);
        Ok(Entry {
            root,
            point_type,
            number,
            kind: EntryKind::from_name(&kind).ok_or_else(|| Error::Internal(format!("an entry of the unknown kind '{kind}'")))?,
            amount: columns.amount()?,
            balance: columns.amount()?,
            effective_at: columns.time()?,
            recorded_at: columns.time()?,
            late: columns.int()? != 0,
            log_seq: columns.count()?,
            actor: columns.word()?,
            reversed: columns.amount()?,
            texts: Texts { reason: columns.text_or_null()?, comment: columns.text_or_null()?, note: columns.text_or_null()? },
            facts: columns.body()?,
        })
    }
}
