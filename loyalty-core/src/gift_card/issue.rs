//! `gift_card.issue`

use schemars::JsonSchema;

use super::{CODE, CardFacts, CardState, CardTexts, GiftCard, GiftCardView, money_type};
use crate::access::check_limits;
use crate::amount::Quantity;
use crate::code::Code;
use crate::customer::Customer;
use crate::entry::{EntryKind, entry_ref};
use crate::error::Error;
use crate::expiry::{Given, Lapse};
use crate::gather::Gather;
use crate::id::{CustomerId, Email, Id, Line, Ref, Slug, Text};
use crate::json::{Json, Raw};
use crate::ledger::{Ledger, Origin, Owner};
use crate::operation::{Kind, Operation};
use crate::record::Root;
use crate::time::{Date, Timestamp};
use crate::unit::Unit;

/// Issues a gift card with an amount on it, to a customer or to nobody.
///
/// The answer has the code, this once: it is stored as a keyed hash and its last four symbols only. A replay with the same idempotency key does not
/// have it, because it was given already; neither do previews and events. Of a card whose code was lost nobody can find the code: deactivate it and issue
/// another. A blank card (`inactive`) pays once it is activated.
///
/// What is on the card ends as the point type says, or as said here with at most one of the four expiry arguments; the card ends with the last of its value.
///
/// Errors: `already_exists` for the number; `invalid_request` for a point type that is no money, and where the host has configured no secret;
/// `limit_exceeded` beyond what the actor's roles may give; `not_found`.
///
/// Rules R7, R8, P1.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Issue {
    /// The host's number of the card, as it is printed on it; not secret.
    pub gift_card: Id,
    /// The customer to whom it is issued; nobody when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub customer: Option<CustomerId>,
    /// The point type, of the kind money.
    #[serde(rename = "type")]
    pub point_type: Slug,
    /// How much, more than zero.
    pub amount: Quantity,
    /// Blank: it pays once it is activated.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub inactive: bool,
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
    /// An internal note; staff only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
    /// It ends so many days after today's local date, 1 to 36,500.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires_after_days: Option<u32>,
    /// The last local day on which it counts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_through: Option<Date>,
    /// The instant at which it ends.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires_at: Option<Timestamp>,
    /// It never ends.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub never_expires: bool,
}

/// The result of `gift_card.issue`.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
pub struct Issued {
    /// The card.
    pub card: GiftCardView,
    /// The entry in the card's journal.
    pub entry: Ref,
    /// The code, whole, in the first answer alone: hand it to the recipient and do not keep it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
}

impl Operation for Issue {
    const NAME: &'static str = "gift_card.issue";
    const KIND: Kind = Kind::Command;
    type Output = Issued;

    fn roots(&self) -> Vec<Root> {
        std::iter::once(Root::gift_card(&self.gift_card)).chain(self.customer.as_ref().map(Root::customer)).gather()
    }

    fn run(&self, unit: &mut Unit<'_>) -> Result<Issued, Error> {
        let root = Root::gift_card(&self.gift_card);
        if unit.get::<GiftCard>(GiftCard::key(&root))?.is_some() {
            return Err(Error::already_exists("gift_card", &self.gift_card));
        }
        if let Some(customer) = &self.customer {
            Customer::load_live(unit, customer)?;
        }
        let point_type = money_type(&unit.program(), &self.point_type)?;
        let amount = self.amount.positive(point_type.places)?;
        check_limits(unit, Self::NAME, &point_type, amount)?;
        let (code, hash) = new_code(unit, &root)?;
        let mut card = self.card(unit.now(), &code, hash);
        let given = Given {
            after_days: self.expires_after_days,
            valid_through: self.valid_through,
            at: self.expires_at,
            never: self.never_expires,
        };
        let mut ledger = Ledger::open(unit, &card, &card.point_type)?;
        let entry = ledger.credit(EntryKind::Load, amount, given, Origin { order: self.order.clone(), ..Origin::default() })?;
        let account = ledger.close();
        card.prolong(&entry);
        unit.claim(CODE, &card.facts.hash, &root);
        unit.insert(&card);
        unit.notes.revealed = Some(("code", Raw::of(&code.to_string())));
        let entry = entry_ref(&card.root().name(), &entry.point_type, entry.number)?;
        Ok(Issued { card: card.view(&account, unit)?, entry, code: None })
    }
}

/// A code that no card has, with its hash under the secret that is in use.
fn new_code(unit: &mut Unit<'_>, root: &Root) -> Result<(Code, String), Error> {
    let secret = unit.secrets()?.0;
    let code = Code::of(&unit.context().random("gift card", root.bytes())?);
    let hash = secret.hash(code.symbols());
    match unit.holder(CODE, &hash)? {
        None => Ok((code, hash)),
        // 128 random bits do not come twice: the host gave the same entropy for the same number.
        Some(_) => Err(Error::invalid("context.entropy", "was used before; give fresh random bytes with every command")),
    }
}

impl Issue {
    fn card(&self, now: Timestamp, code: &Code, hash: String) -> GiftCard {
        let texts = CardTexts {
            order: self.order.clone(),
            recipient: self.recipient.clone(),
            recipient_email: self.recipient_email.clone(),
            message: self.message.clone(),
            reason: None,
            note: self.note.clone(),
        };
        GiftCard {
            number: self.gift_card.clone(),
            customer: self.customer.clone(),
            issued_at: now,
            state: if self.inactive { CardState::Inactive } else { CardState::Active },
            point_type: self.point_type.as_str().to_owned(),
            last_four: code.last_four().to_owned(),
            // Before its first value every end lies ahead of none.
            facts: CardFacts { hash, expires: Lapse::At(now), before: None, came_from: None, version: 1, texts },
        }
    }
}
