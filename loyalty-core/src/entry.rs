//! Entries: the immutable lines of a customer's journal (rules L1, L12).

mod kind;
mod reference;
mod view;

pub use kind::EntryKind;
pub use reference::{entry_ref, parse_ref, ref_number, ref_owner, ref_root};
pub use view::{EntryView, PartView};

use crate::amount::Amount;
use crate::error::Error;
use crate::expiry::Lapse;
use crate::id::{Id, Line, Ref, Slug, Text};
use crate::json;
use crate::json::Json;
use crate::lot::Lot;
use crate::record::{Columns, Record, Root};
use crate::repository::{Column, Erasure, Index, Row, Scan, Table, Value};
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
    indexes: &[EFFECT, BY_TIME],
    search: None,
    erasure: Erasure::WithCommand,
};

/// The order of an account's entries by when they took effect: first those recorded in that order, then the late ones.
const EFFECT: Index = Index { name: "effect", columns: &[0, 1, 8, 6], unique: false };

/// The order of all entries by when they were recorded: what was given and taken in a span of time, whoever's account it was.
pub const BY_TIME: Index = Index { name: "time", columns: &[7], unique: false };

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
    /// Who asked for it; `system` for what time alone did.
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
#[derive(Debug, Clone, Default, PartialEq, Eq, Json)]
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
    /// A reversal: how much of that entry it takes back.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub undone: Amount,
    /// A reversal: how much of that had lapsed and so counts as taken.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub lapsed: Amount,
    /// The order it came from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub order: Option<Id>,
    /// The earning rule it came from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rule: Option<Slug>,
    /// The batch it came from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub batch: Option<Id>,
    /// The hold it came from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hold: Option<u64>,
    /// A reversal of what a merged account was credited: what of it had lapsed here and so counts as taken, lot by lot. The undo of a merge: what had
    /// lapsed of what came with it, and so left (negative) or came home (positive). What was brought back: the lots as they had lapsed (negative).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lapsed_lots: Vec<Part>,
    /// Asked for by a customer whose account this is not.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub by_customer: bool,
    /// Of a merge or a transfer, and of what is reversed after a merge: the entry in the other account.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub counterpart: Option<Ref>,
}

/// A part of a lot, with all that is needed to put it back.
#[derive(Debug, Clone, PartialEq, Eq, Json)]
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

    /// The entries of an account that took effect at a moment: those recorded in order, or the late ones.
    pub fn scan_at(root: &Root, point_type: &str, late: bool, at: Timestamp) -> Scan {
        Scan::prefix(&ENTRY, vec![Value::from(root), Value::from(point_type), Value::from(late), Value::from(at)]).by(&EFFECT)
    }

    /// How much of it can be reversed, if it can: of what only re-dated lots, how much they were.
    ///
    /// # Errors
    /// `limit_exceeded` beyond the bounds of amounts.
    pub fn reversible(&self) -> Result<Amount, Error> {
        let given = || self.facts.parts.iter().filter(|part| part.amount.is_positive());
        if self.kind == EntryKind::Redate {
            given().try_fold(Amount::ZERO, |sum, part| sum.plus(part.amount))
        } else {
            Ok(self.amount.magnitude())
        }
    }

    /// Whether no later debit may take effect before it: it takes from lots, or puts back what was not there between (rule L12).
    pub fn bounds_debits(&self) -> bool {
        let puts_back = self.facts.reverses.is_some() && self.facts.parts.iter().any(|part| part.amount.is_positive());
        self.amount.is_negative() || puts_back || matches!(self.kind, EntryKind::Reinstate | EntryKind::TransferIn)
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
        Row { table: &ENTRY, values, body: json::text(&self.facts) }
    }

    fn from_row(row: Row) -> Result<Self, Error> {
        let mut columns = Columns::from(row);
        let (root, point_type, number, kind) = (columns.root(), columns.word(), columns.count(), columns.word());
        let kind = EntryKind::from_name(&kind).unwrap_or_else(|| {
            columns.refuse(&format_args!("an entry of the unknown kind '{kind}'"));
            EntryKind::Adjust
        });
        let record = Entry {
            root,
            point_type,
            number,
            kind,
            amount: columns.amount(),
            balance: columns.amount(),
            effective_at: columns.time(),
            recorded_at: columns.time(),
            late: columns.int() != 0,
            log_seq: columns.count(),
            actor: columns.word(),
            reversed: columns.amount(),
            texts: Texts { reason: columns.text_or_null(), comment: columns.text_or_null(), note: columns.text_or_null() },
            facts: columns.body(),
        };
        columns.end(record)
    }
}
