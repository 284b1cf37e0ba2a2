//! `journal.verify`

use schemars::JsonSchema;

use super::books::{Books, check_books};
use super::chain::check_chain;
use super::{Difference, Stored};
use crate::customer::Customer;
use crate::entry::Entry;
use crate::error::Error;
use crate::gather::Gather;
use crate::gift_card::GiftCard;
use crate::hex::hex;
use crate::id::{CustomerId, Id};
use crate::json::Json;
use crate::ledger::Owner;
use crate::log::LogRow;
use crate::membership::State;
use crate::operation::{Kind, Operation};
use crate::record::{Record, Root};
use crate::repository::{Row, Scan, Value};
use crate::sorting::sort;
use crate::unit::Unit;

/// Recomputes the balances, lots, holds and hash chain of a customer, or of a gift card, from the entries, and reports the first difference.
///
/// With a customer's, those of the accounts that were merged into theirs are checked too.
///
/// Keep the `head` it returns outside of the database and give it as `expected_head` later: then a cut-off tail shows too. Reads the whole journal.
///
/// Errors: `invalid_request` unless exactly one of `customer` and `gift_card` is given; `not_found`.
///
/// Rule L14.
#[derive(Debug, Clone, Default, PartialEq, Json, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Verify {
    /// The customer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub customer: Option<CustomerId>,
    /// The number of a gift card.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gift_card: Option<Id>,
    /// A head that an earlier call returned: it must still be part of the chain.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expected_head: Option<String>,
}

/// The verdict.
#[derive(Debug, Clone, PartialEq, Eq, Json, JsonSchema)]
pub struct Verified {
    /// Whether everything is as it should be.
    pub sound: bool,
    /// The head of the chain, 64 hexadecimal digits.
    pub head: String,
    /// Commands in the chain.
    pub commands: usize,
    /// Entries in all journals.
    pub entries: usize,
    /// The first difference.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub difference: Option<Difference>,
}

impl Operation for Verify {
    const NAME: &'static str = "journal.verify";
    const KIND: Kind = Kind::Query;
    type Output = Verified;

    fn roots(&self) -> Vec<Root> {
        self.customer.as_ref().map(Root::customer).or_else(|| self.gift_card.as_ref().map(Root::gift_card)).into_iter().gather()
    }

    fn run(&self, unit: &mut Unit<'_>) -> Result<Verified, Error> {
        let mut roots = match (&self.customer, &self.gift_card) {
            (Some(id), None) => vec![Customer::load(unit, id)?.root()],
            (None, Some(number)) => vec![GiftCard::load(unit, &Root::gift_card(number))?.root()],
            _ => return Err(Error::invalid("args", "names both or neither of `customer` and `gift_card`; name one")),
        };
        let mut verified = Verified { sound: true, head: String::new(), commands: 0, entries: 0, difference: None };
        let (mut links, mut next, mut chains, mut books) = (Vec::new(), 0, None, None);
        while let Some(root) = roots.get(next).cloned() {
            next += 1;
            let state = unit.rest_on(&root)?.clone();
            let customer = root.customer_id().map(|id| Customer::load(unit, &id)).transpose()?;
            let on_hold = customer.as_ref().is_some_and(|customer| customer.membership.state == State::OnHold);
            if next == 1 {
                verified.head = hex(&state.log_head);
                // What was merged into an account is part of its books, however often.
                let former = customer.iter().flat_map(|customer| &customer.former).map(|former| Root::customer(&former.customer));
                let mut former: Vec<Root> = former.filter(|former| *former != root).gather();
                sort(&mut former, Ord::cmp);
                former.dedup();
                roots.extend(former);
            }
            let rows = unit.scan::<LogRow>(&LogRow::scan(&root))?;
            let entries = of_root::<Entry>(unit, &root)?;
            let written: Vec<Row> = entries.iter().map(Record::to_row).gather();
            chains = chains.or(check_chain(&rows, &written, &state).err());
            let (accounts, lots, holds) = (of_root(unit, &root)?, of_root(unit, &root)?, of_root(unit, &root)?);
            let checked = Books::new(entries, accounts, lots, holds, on_hold).and_then(|books| check_books(&books));
            books = books.or(checked.err());
            verified.commands += rows.len();
            verified.entries += written.len();
            links.extend(rows.into_iter().map(|row| row.link));
        }
        verified.difference = chains.or(self.check_expected(&links).err()).or(books);
        verified.sound = verified.difference.is_none();
        Ok(verified)
    }
}

/// All rows of a table that belong to a root, whatever the program says of them now.
fn of_root<R: Record>(unit: &mut Unit<'_>, root: &Root) -> Result<Vec<Stored<R>>, Error> {
    unit.scan(&Scan::prefix(R::TABLE, vec![Value::from(root)]))
}

impl Verify {
    /// Of a root, whatever it is of; nothing for the program, which has no books.
    pub fn of(root: &Root) -> Option<Self> {
        let verify = Verify { customer: root.customer_id(), gift_card: root.gift_card_number(), expected_head: None };
        (verify.customer.is_some() || verify.gift_card.is_some()).then_some(verify)
    }

    fn check_expected(&self, links: &[[u8; 32]]) -> Result<(), Difference> {
        match &self.expected_head {
            Some(head) if !links.iter().any(|link| hex(link) == *head) => {
                Err(Difference { place: "the chain".into(), expected: format!("a command with the link {head}"), found: "none".into() })
            }
            _ => Ok(()),
        }
    }
}
