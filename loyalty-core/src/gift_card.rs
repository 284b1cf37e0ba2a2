//! Gift cards: value that belongs to whoever holds the card (rules R7, R8).
//!
//! A card is a root of its own, and its value an account below that root: the same ledger with the same lots, holds, journal and chain as a customer's.
//! Here is what the ledger does not know: whose the card is, what state it is in, and how its code is found.

mod activate;
mod block;
mod charge;
mod deactivate;
mod get;
mod issue;
mod list;
mod recharge;
mod redeem;
mod refund;
mod state;
#[cfg(test)]
mod tests;
mod unblock;

pub use activate::Activate;
pub use block::Block;
pub use charge::Charge;
pub use deactivate::Deactivate;
pub use get::{Activities, Get};
pub use issue::{Issue, Issued};
pub use list::{CardPage, List};
pub use recharge::Recharge;
pub use redeem::{Redeem, Redeemed};
pub use refund::Refund;
pub use state::CardState;
pub use unblock::Unblock;

use schemars::JsonSchema;

use crate::account::{ACCOUNT, Account, Balance};
use crate::amount::Quantity;
use crate::code::Code;
use crate::entry::{Entry, entry_ref};
use crate::error::Error;
use crate::expiry::Lapse;
use crate::gather::Gather;
use crate::id::{CustomerId, Email, Id, Line, Ref, Slug, Text};
use crate::json::{self, Json};
use crate::ledger::{Ledger, Owner};
use crate::program::{PointKind, PointType, Program};
use crate::record::{Columns, Record, Root};
use crate::repository::{Column, Erasure, Index, ROOT, Row, Scan, Table, Value};
use crate::time::Timestamp;
use crate::unit::Unit;

/// The scope of the claims by which a card is found: the hash of its code.
const CODE: &str = "gift_card";

/// The gift cards.
pub static GIFT_CARD: Table = Table {
    name: "gift_card",
    columns: &[
        Column::bytes("root", 260),
        Column::bytes("customer", 260).or_null(),
        Column::int("issued_at"),
        Column::bytes("state", 16),
        Column::bytes("point_type", 32),
        Column::bytes("last_four", 4),
        Column::int("expires_at").or_null(),
        Column::bytes("recipient_email", 320).or_null(),
    ],
    key: 1,
    indexes: &[OF_CUSTOMER, TO_EMAIL],
    search: None,
    erasure: Erasure::Cleared(|unit, row| unit.clear(row, GiftCard::forget)),
};

/// The order of a customer's cards by time; cards of nobody are left out.
const OF_CUSTOMER: Index = Index { name: "customer", columns: &[1, 2], unique: false };

/// The order of cards by the email to which they were sent and by time: an erasure finds what others gave to the person.
const TO_EMAIL: Index = Index { name: "recipient_time", columns: &[7, 2], unique: false };

/// A gift card.
#[derive(Debug, Clone, PartialEq)]
pub struct GiftCard {
    /// The host's number of the card, which is no secret.
    pub number: Id,
    /// The customer to whom it was issued.
    pub customer: Option<CustomerId>,
    /// When it was issued.
    pub issued_at: Timestamp,
    /// Where it stands; that it has expired is not written down.
    pub state: CardState,
    /// The point type of its value, of the kind money.
    pub point_type: String,
    /// The last four symbols of its code.
    pub last_four: String,
    /// Everything else.
    pub facts: CardFacts,
}

/// What of a gift card is not in columns.
#[derive(Debug, Clone, Default, PartialEq, Json)]
pub struct CardFacts {
    /// The keyed hash of its code, with the id of the secret.
    pub hash: String,
    /// When the last of its value ends.
    pub expires: Lapse,
    /// While it is blocked: the state before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<CardState>,
    /// The customer whose it was before a merge.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub came_from: Option<CustomerId>,
    /// How often its state was changed.
    pub version: u64,
    /// What people wrote.
    #[serde(flatten)]
    pub texts: CardTexts,
}

/// What is written on a card, and about it.
#[derive(Debug, Clone, Default, PartialEq, Json, JsonSchema)]
pub struct CardTexts {
    /// The order on which it was bought.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub order: Option<Id>,
    /// Whom it is for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recipient: Option<Line>,
    /// Where it is sent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recipient_email: Option<Email>,
    /// What the giver writes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub message: Option<Text>,
    /// Why it is blocked or deactivated; staff only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Line>,
    /// An internal note; staff only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}

/// A gift card as answers show it.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
pub struct GiftCardView {
    /// The card's number.
    pub gift_card: Id,
    /// Where it stands.
    pub state: CardState,
    /// The point type of its value.
    #[serde(rename = "type")]
    pub point_type: Slug,
    /// The last four symbols of its code.
    pub last_four: String,
    /// The customer to whom it was issued.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub customer: Option<CustomerId>,
    /// The customer whose it was before a merge.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub came_from: Option<CustomerId>,
    /// When it was issued.
    pub issued_at: Timestamp,
    /// When the last of its value ends.
    pub expires: Lapse,
    /// Its value.
    pub balance: Balance,
    /// The version of the card, for `if_version`.
    pub version: u64,
    /// What is written on it, and about it.
    #[serde(flatten)]
    pub texts: CardTexts,
}

/// The result of an operation that moves the value of a card.
#[derive(Debug, Clone, PartialEq, Eq, Json, JsonSchema)]
pub struct Moved {
    /// The card's number.
    pub gift_card: Id,
    /// The entry in the card's journal; the receipt's `entries` have it whole.
    pub entry: Ref,
    /// What can be spent of the card now.
    pub balance: Quantity,
}

impl GiftCard {
    /// The key of a card.
    pub fn key(root: &Root) -> Vec<Value> {
        vec![Value::from(root)]
    }

    /// Forgets for whom it was issued and what is written on it: it goes on paying for whoever holds it (rule K11).
    fn forget(&mut self) {
        self.customer = None;
        self.facts.came_from = None;
        self.forget_texts();
    }

    /// Forgets what is written on it: it speaks of somebody who is erased.
    pub fn forget_texts(&mut self) {
        self.facts.texts = CardTexts { order: self.facts.texts.order.take(), ..CardTexts::default() };
    }

    /// The cards that were sent to an email, folded, until a moment.
    pub fn scan_sent_to(email: &str, until: Timestamp) -> Scan {
        Scan::prefix(&GIFT_CARD, vec![Value::from(email)]).by(&TO_EMAIL).until(vec![Value::from(until)])
    }

    /// The cards of a customer, oldest first.
    pub fn scan(customer: &CustomerId) -> Scan {
        Scan::prefix(&GIFT_CARD, vec![Value::from(&Root::customer(customer))]).by(&OF_CUSTOMER)
    }

    /// The card with this root.
    ///
    /// # Errors
    /// `not_found`.
    pub fn load(unit: &mut Unit<'_>, root: &Root) -> Result<Self, Error> {
        let number = || root.gift_card_number().map_or_else(String::new, String::from);
        unit.get::<GiftCard>(Self::key(root))?.ok_or_else(|| Error::not_found("gift_card", number()))
    }

    /// The card that is named by its number or found by its code.
    ///
    /// # Errors
    /// `invalid_request` unless exactly one of them is given, for a code with a typing error, and where the host has no secret; `not_found`.
    pub fn find(unit: &mut Unit<'_>, number: Option<&Id>, code: Option<&Line>) -> Result<Root, Error> {
        let code = match (number, code) {
            (Some(number), None) => return Ok(Root::gift_card(number)),
            (None, Some(code)) => Code::read(code.as_str(), "args.code")?,
            _ => return Err(Error::invalid("args.gift_card", "stands beside `code`, or neither does; give one of them")),
        };
        for secret in unit.secrets()?.1 {
            if let Some(found) = unit.holder(CODE, &secret.hash(code.symbols()))? {
                return Ok(found);
            }
        }
        Err(Error::not_found("gift_card", format_args!("…{}", code.last_four())))
    }

    /// The root of a card that is found by its code; nothing where its number names it.
    ///
    /// # Errors
    /// Those of [`GiftCard::find`].
    fn find_root(unit: &mut Unit<'_>, number: Option<&Id>, code: Option<&Line>) -> Result<Option<Root>, Error> {
        code.map(|code| Self::find(unit, number, Some(code))).transpose()
    }

    /// Changes the state of a card by a command that it allows now; the card as it is then.
    ///
    /// # Errors
    /// Those of [`GiftCard::open`].
    fn change(unit: &mut Unit<'_>, root: &Root, command: &'static str, change: &dyn Fn(&mut GiftCard)) -> Result<GiftCardView, Error> {
        let (mut card, ledger) = Self::open(unit, root, command)?;
        let account = ledger.close();
        change(&mut card);
        card.facts.version += 1;
        unit.put(&card);
        card.view(&account, unit)
    }

    /// Keeps why the card was changed, and what staff note about it.
    fn remark(&mut self, reason: Option<&Line>, note: Option<&Text>) {
        let texts = &mut self.facts.texts;
        texts.reason = reason.cloned();
        texts.note = note.cloned().or_else(|| texts.note.take());
    }

    /// Opens the card and its ledger for a command that its state allows, on the version that the caller saw.
    ///
    /// # Errors
    /// `not_found`; `version_conflict`; those of [`GiftCard::require`].
    pub fn open<'u, 'r>(unit: &'u mut Unit<'r>, root: &Root, command: &'static str) -> Result<(Self, Ledger<'u, 'r>), Error> {
        let card = Self::load(unit, root)?;
        unit.check_version("gift card", card.facts.version)?;
        let ledger = Ledger::open(unit, &card, &card.point_type)?;
        card.require(command, ledger.clock(), &ledger.account)?;
        Ok((card, ledger))
    }

    /// Lets the card last as long as the value that an entry put into it.
    pub fn prolong(&mut self, entry: &Entry) {
        let parts = entry.facts.credit.iter().chain(entry.facts.parts.iter().filter(|part| part.amount.is_positive()));
        self.facts.expires = parts.map(|part| part.lapse).max().map_or(self.facts.expires, |lapse| lapse.max(self.facts.expires));
    }

    /// When the card ends, if its value does.
    pub fn ends_at(&self, account: &Account) -> Option<Timestamp> {
        match self.facts.expires {
            Lapse::At(at) => Some(at),
            Lapse::AccountDate => account.account_date,
            Lapse::Never => None,
        }
    }

    /// The card as answers show it, with its account settled.
    ///
    /// # Errors
    /// `limit_exceeded` beyond the bounds of amounts.
    pub fn view(&self, account: &Account, unit: &Unit<'_>) -> Result<GiftCardView, Error> {
        let mut texts = self.facts.texts.clone();
        if unit.context().is_customer() {
            (texts.reason, texts.note) = (None, None);
        }
        Ok(GiftCardView {
            gift_card: self.number.clone(),
            state: self.state_at(unit.now(), account),
            point_type: Slug::new(&*self.point_type).map_err(Error::internal)?,
            last_four: self.last_four.clone(),
            customer: self.customer.clone(),
            came_from: self.facts.came_from.clone(),
            issued_at: self.issued_at,
            expires: self.facts.expires,
            balance: account.view()?,
            version: self.facts.version,
            texts,
        })
    }

    /// The cards of a customer as answers show them, in the order of a scan.
    ///
    /// # Errors
    /// Whatever the storage says.
    pub fn views(unit: &mut Unit<'_>, scan: &Scan) -> Result<Vec<GiftCardView>, Error> {
        let cards = unit.scan::<GiftCard>(scan)?;
        let mut keys = Vec::with_capacity(2 * cards.len());
        for card in &cards {
            let root = card.root();
            keys.extend([(&ROOT, Self::key(&root)), (&ACCOUNT, Account::key(&root, &card.point_type))]);
        }
        unit.prefetch(keys)?;
        let view = |card: &GiftCard| {
            let account = Ledger::open(unit, card, &card.point_type)?.close();
            card.view(&account, unit)
        };
        cards.iter().map(view).gather()
    }

    /// The result of an operation that moved value, once its ledger is closed.
    ///
    /// # Errors
    /// `limit_exceeded` beyond the bounds of amounts.
    pub fn moved(&self, entry: &Entry, account: &Account) -> Result<Moved, Error> {
        let id = entry_ref(&self.root().name(), &entry.point_type, entry.number)?;
        Ok(Moved { gift_card: self.number.clone(), entry: id, balance: account.active()?.decimal(account.places) })
    }
}

/// Time does not stand still for a card, neither while it is blocked nor while its customer is on hold.
impl Owner for GiftCard {
    fn root(&self) -> Root {
        Root::gift_card(&self.number)
    }
}

/// The point type of a card: money, so that what is on it has a currency (rule R8).
///
/// # Errors
/// `invalid_request` for a type of another kind, or that the program does not have.
pub fn money_type(program: &Program, id: &Slug) -> Result<PointType, Error> {
    let found = crate::ledger::find_type(program, id.as_str())?;
    match found.kind {
        PointKind::Money => Ok(found.clone()),
        PointKind::Points | PointKind::Stamps => Err(Error::invalid("args.type", "is no money; give a point type of the kind money")),
    }
}

impl Record for GiftCard {
    const TABLE: &'static Table = &GIFT_CARD;

    fn to_row(&self) -> Row {
        let ends_at = if let Lapse::At(at) = self.facts.expires { Some(at) } else { None };
        let values = vec![
            Value::from(&self.root()),
            Value::from(self.customer.as_ref().map(|id| Root::customer(id).bytes().to_vec())),
            Value::from(self.issued_at),
            Value::from(self.state.name()),
            Value::from(self.point_type.as_str()),
            Value::from(self.last_four.as_str()),
            Value::from(ends_at),
            Value::from(self.facts.texts.recipient_email.as_ref().map(Email::folded).as_deref()),
        ];
        Row { table: &GIFT_CARD, values, body: json::text(&self.facts) }
    }

    fn from_row(row: Row) -> Result<Self, Error> {
        let mut columns = Columns::from(row);
        let root = columns.root();
        let customer = columns.bytes_or_null().and_then(|bytes| Root::from_bytes(&bytes).customer_id());
        let issued_at = columns.time();
        let (state, point_type, last_four) = (columns.word(), columns.word(), columns.word());
        let _derived = columns.time_or_null();
        let (Some(number), Some(state)) = (root.gift_card_number(), CardState::from_name(&state)) else {
            return Err(Error::internal(format_args!("gift card {} cannot be read: it is in the state '{state}'", root.name())));
        };
        let record = GiftCard { number, customer, issued_at, state, point_type, last_four, facts: columns.body() };
        columns.end(record)
    }
}
