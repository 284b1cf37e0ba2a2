//! `points.hold`

use schemars::JsonSchema;

use super::{Held, open, require_free};
use crate::amount::Quantity;
use crate::customer::Customer;
use crate::error::Error;
use crate::gather::Gather;
use crate::gift_card::GiftCard;
use crate::hold::HoldView;
use crate::id::{CustomerId, Id, Line, Slug};
use crate::json::Json;
use crate::limits::HOLD_PARTS_MAX;
use crate::operation::{self, Kind, Operation};
use crate::record::Root;
use crate::time::Timestamp;
use crate::unit::Unit;

/// Sets points aside for a checkout in progress, or all parts of a mixed payment at once: points of several types and at most one gift card.
///
/// The lots are earmarked: nobody else can spend them and they do not lapse while held. Capture the hold when the checkout succeeds, release it
/// when it fails; what is neither captured nor released comes back by itself when the time is over. Of a mixed payment every part is a hold of its own,
/// and all are set aside or none.
///
/// Errors: `insufficient_balance`; `not_eligible` where the membership state does not allow spending; for a gift card also `blocked`, `expired`,
/// `invalid_transition`, `not_found` and, for a code with a typing error, `invalid_request`.
///
/// Rules L8, R7.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Hold {
    /// The customer.
    pub customer: CustomerId,
    /// The point type.
    #[serde(default, rename = "type", skip_serializing_if = "Option::is_none")]
    pub point_type: Option<Slug>,
    /// How much, more than zero.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<Quantity>,
    /// The parts of a mixed payment, at most 20, instead of `type` and `amount`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<HoldPart>,
    /// How long, in seconds, 1 to 31,536,000; the program's `hold_seconds` when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seconds: Option<u32>,
    /// The order for which it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub order: Option<Id>,
}

/// A part of a mixed payment: a point type of the customer, or a gift card by its number or its code.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct HoldPart {
    /// The point type.
    #[serde(default, rename = "type", skip_serializing_if = "Option::is_none")]
    pub point_type: Option<Slug>,
    /// The number of a gift card.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gift_card: Option<Id>,
    /// The code of a gift card, instead of its number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<Line>,
    /// How much, more than zero.
    pub amount: Quantity,
}

impl HoldPart {
    fn is_card(&self) -> bool {
        self.gift_card.is_some() || self.code.is_some()
    }
}

impl Hold {
    /// One hold of one point type.
    pub fn new(customer: CustomerId, point_type: Slug, amount: Quantity) -> Self {
        Hold { customer, point_type: Some(point_type), amount: Some(amount), parts: Vec::new(), seconds: None, order: None }
    }

    /// What is to be set aside: the one, or the parts.
    fn wanted(&self) -> Result<Vec<HoldPart>, Error> {
        match (&self.point_type, self.amount, self.parts.as_slice()) {
            (Some(point_type), Some(amount), []) => {
                Ok(vec![HoldPart { point_type: Some(point_type.clone()), gift_card: None, code: None, amount }])
            }
            (None, None, []) => Err(Error::invalid("args.type", "is missing; give `type` and `amount`, or `parts`")),
            (Some(_), None, []) => Err(Error::invalid("args.amount", "is missing; give how much is set aside")),
            (None, None, parts) if parts.len() > HOLD_PARTS_MAX => {
                Err(Error::invalid("args.parts", format_args!("has more than {HOLD_PARTS_MAX} items")))
            }
            (None, None, parts) if parts.iter().filter(|part| part.is_card()).count() > 1 => {
                Err(Error::invalid("args.parts", "has more than one gift card; pay with one"))
            }
            (None, None, parts) => Ok(parts.to_vec()),
            _ => Err(Error::invalid("args.parts", "stands beside `type` or `amount`; give the one or the others")),
        }
    }

    fn set_aside(&self, unit: &mut Unit<'_>, customer: &Customer, part: &HoldPart, until: Timestamp) -> Result<HoldView, Error> {
        let mut ledger = match &part.point_type {
            Some(_) if part.is_card() => {
                return Err(Error::invalid("args.parts", "has a part with a type and a gift card; give one of them"));
            }
            Some(point_type) => {
                let ledger = open(unit, customer, point_type.as_str())?;
                customer.require_for(&ledger.point_type)?;
                ledger
            }
            None => {
                require_free(customer)?;
                let root = GiftCard::find(unit, part.gift_card.as_ref(), part.code.as_ref())?;
                GiftCard::open(unit, &root, Self::NAME)?.1
            }
        };
        let amount = part.amount.positive(ledger.point_type.places)?;
        let payer = part.is_card().then(|| customer.id.clone());
        let hold = ledger.hold(amount, until, self.order.clone(), payer)?;
        let account = ledger.close();
        hold.view(account.places)
    }
}

impl Operation for Hold {
    const NAME: &'static str = "points.hold";
    const KIND: Kind = Kind::Command;
    type Output = Held;

    fn roots(&self) -> Vec<Root> {
        let mut roots = operation::customer(&self.customer);
        roots.extend(self.parts.iter().filter_map(|part| part.gift_card.as_ref()).map(Root::gift_card));
        roots
    }

    fn find_root(&self, unit: &mut Unit<'_>) -> Result<Option<Root>, Error> {
        let code = self.parts.iter().find_map(|part| part.code.as_ref());
        code.map(|code| GiftCard::find(unit, None, Some(code))).transpose()
    }

    fn run(&self, unit: &mut Unit<'_>) -> Result<Held, Error> {
        let seconds = self.seconds.unwrap_or(unit.program().hold_seconds);
        if !(1..=31_536_000).contains(&seconds) {
            return Err(Error::invalid("args.seconds", "must be 1 to 31536000"));
        }
        let until = unit.now().plus_seconds(i64::from(seconds));
        let customer = Customer::load(unit, &self.customer)?;
        let holds = self.wanted()?.iter().map(|part| self.set_aside(unit, &customer, part, until)).gather::<Result<_, _>>()?;
        Held::of(holds)
    }
}
