//! `maintenance.run`

use schemars::JsonSchema;

use crate::account::{self, ACCOUNT, Account};
use crate::birthday::Birthday;
use crate::customer::Customer;
use crate::earning::grant_birthdays;
use crate::erasure::PendingErasure;
use crate::error::{Error, Retry};
use crate::gather::Gather;
use crate::gift_card::GiftCard;
use crate::id::{CustomerId, Id};
use crate::json::Json;
use crate::ledger::{Ledger, Owner};
use crate::limits::ERASURES_AT_ONCE_MAX;
use crate::operation::{Batch, Kind, Operation};
use crate::program::BonusOn;
use crate::record::Root;
use crate::repository::{Scan, Value};
use crate::sorting::sort;
use crate::status::{self, STATUS, Standing};
use crate::time::Timestamp;
use crate::unit::Unit;

/// How many customers and gift cards one call settles when the request does not say.
const CUSTOMERS_DEFAULT: usize = 1_000;
/// How many one call settles at most.
const CUSTOMERS_MAX: usize = 10_000;

/// Does all work that is due by time: lots that lapse, on gift cards too, pending points that become active, holds that time out, status periods,
/// grace and locks that end, bonuses for birthdays. It also goes on with erasures that were too large for one commit.
///
/// Call it now and then, in bounded batches, until `more` is false. Its cost follows what is due, not the customers; running it twice, late or from two
/// processes changes nothing. Answers about one customer never depend on it; lists, reports and views do.
///
/// Rules L6, O8, K11.
#[derive(Debug, Clone, Default, PartialEq, Json, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Run {
    /// How many customers and gift cards to settle at most, 1 to 10,000; 1,000 when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<usize>,
}

/// What the sweep did.
#[derive(Debug, Clone, PartialEq, Eq, Json, JsonSchema)]
pub struct Swept {
    /// Customers settled.
    pub customers: usize,
    /// Gift cards settled.
    #[serde(default, skip_serializing_if = "is_none")]
    pub gift_cards: usize,
    /// Customers or gift cards whose settling was refused; they are due again.
    pub refused: usize,
    /// Whether there may be more that is due: call again.
    pub more: bool,
}

/// Settles one customer's accounts up to now; a piece of `maintenance.run`. Statuses follow by themselves, as they do from any command.
#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for a reference")]
fn is_none(count: &usize) -> bool {
    *count == 0
}

/// Settles the accounts of one customer or gift card up to now; a piece of `maintenance.run`.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
pub struct Settle {
    /// The customer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub customer: Option<CustomerId>,
    /// The number of the gift card.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gift_card: Option<Id>,
}

/// The result of settling one customer or gift card.
#[derive(Debug, Clone, PartialEq, Eq, Json, JsonSchema)]
pub struct Settled {
    /// The customer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub customer: Option<CustomerId>,
    /// The number of the gift card.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gift_card: Option<Id>,
    /// Up to when everything due by time is posted.
    pub settled_at: Timestamp,
}

impl Run {
    fn size(&self) -> Result<usize, Error> {
        let size = self.limit.unwrap_or(CUSTOMERS_DEFAULT);
        if (1..=CUSTOMERS_MAX).contains(&size) {
            return Ok(size);
        }
        Err(Error::invalid("args.limit", format_args!("must be 1 to {CUSTOMERS_MAX}")))
    }
}

impl Batch for Run {
    const NAME: &'static str = "maintenance.run";
    type Piece = Settle;
    type Found = ();
    type Output = Swept;

    fn nominate(&self, unit: &mut Unit<'_>) -> Result<(Vec<Settle>, ()), Error> {
        let (size, now) = (self.size()?, unit.now());
        let due = |table, index| Scan::prefix(table, Vec::new()).by(index).until(vec![Value::from(now)]).limit(size);
        let accounts = unit.scan::<Account>(&due(&ACCOUNT, &account::DUE))?;
        let statuses = unit.scan::<Standing>(&due(&STATUS, &status::DUE))?;
        let roots = accounts.iter().map(|account| &account.root).chain(statuses.iter().map(|standing| &standing.root));
        let mut found: Vec<Root> = roots.cloned().gather();
        let program = unit.program();
        if program.earning.bonuses.iter().any(|bonus| bonus.on == BonusOn::Birthday) {
            let birthdays = unit.scan::<Birthday>(&Birthday::scan_due(program.time_zone.date(now)).limit(size))?;
            found.extend(birthdays.into_iter().map(|birthday| birthday.root));
        }
        sort(&mut found, Ord::cmp);
        found.dedup();
        let erasures = unit.scan::<PendingErasure>(&PendingErasure::scan_all(ERASURES_AT_ONCE_MAX))?;
        for pending in erasures {
            // In front: who waits to be forgotten waits for nobody.
            found.retain(|root| *root != pending.root);
            found.insert(0, pending.root);
        }
        found.truncate(size);
        Ok((found.iter().map(|root| Settle { customer: root.customer_id(), gift_card: root.gift_card_number() }).gather(), ()))
    }

    fn answer(&self, (): (), pieces: Vec<Result<Settled, Error>>) -> Result<Swept, Error> {
        let (mut customers, mut gift_cards, mut refused) = (0, 0, 0);
        for piece in pieces {
            match piece {
                Ok(settled) if settled.gift_card.is_some() => gift_cards += 1,
                Ok(_) => customers += 1,
                // The storage's trouble is no refusal: whoever calls again once it is over finds what was left.
                Err(error) if error.retry() != Retry::Never => return Err(error),
                Err(_) => refused += 1,
            }
        }
        Ok(Swept { customers, gift_cards, refused, more: customers + gift_cards > 0 })
    }
}

impl Operation for Settle {
    const NAME: &'static str = "maintenance.run";
    const KIND: Kind = Kind::Command;
    type Output = Settled;

    fn roots(&self) -> Vec<Root> {
        self.customer.as_ref().map(Root::customer).or_else(|| self.gift_card.as_ref().map(Root::gift_card)).into_iter().gather()
    }

    fn run(&self, unit: &mut Unit<'_>) -> Result<Settled, Error> {
        let owner: Box<dyn Owner> = match (&self.customer, &self.gift_card) {
            (Some(id), _) => {
                let customer = Customer::load(unit, id)?;
                if let Some(pending) = PendingErasure::load(unit, &customer.root())? {
                    pending.proceed(unit)?;
                }
                grant_birthdays(unit, &customer)?;
                Box::new(customer)
            }
            (None, Some(number)) => Box::new(GiftCard::load(unit, &Root::gift_card(number))?),
            (None, None) => return Err(Error::internal("an account is due that is neither a customer's nor a gift card's")),
        };
        for account in Account::all(unit, &owner.root())? {
            if account.due_at.is_some_and(|due| due <= unit.now()) {
                Ledger::open(unit, owner.as_ref(), &account.point_type)?.close();
            }
        }
        Ok(Settled { customer: self.customer.clone(), gift_card: self.gift_card.clone(), settled_at: unit.now() })
    }
}
