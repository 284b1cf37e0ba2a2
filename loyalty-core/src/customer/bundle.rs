//! `customer.bundle`

use schemars::JsonSchema;

use super::{CUSTOMER, Customer};
use crate::account::ACCOUNT;
use crate::address::ADDRESS;
use crate::blacklist::BLOCKED_EMAIL;
use crate::blacklist_change::BLACKLIST_CHANGE;
use crate::context::Actor;
use crate::earning::EARNING_TALLY;
use crate::entry::ENTRY;
use crate::error::{Error, Reason};
use crate::hold::HOLD;
use crate::id::CustomerId;
use crate::json::{Json, Tree};
use crate::limits::BUNDLE_ROWS_MAX;
use crate::lot::LOT;
use crate::membership_change::MEMBERSHIP_CHANGE;
use crate::merge::MERGE;
use crate::operation::{self, Kind, Operation};
use crate::order::ORDER;
use crate::payment_method::PAYMENT_METHOD;
use crate::record::Root;
use crate::repository::{ROOT, Row, Scan, Table, Value, wire};
use crate::reward::{REWARD, REWARD_COUNT};
use crate::stamp_card::STAMP_CARD;
use crate::status::{STATUS, STATUS_CHANGE, STATUS_EVENT};
use crate::stored_program::PROGRAM;
use crate::subscription::{SUBSCRIPTION, SUBSCRIPTION_CHANGE};
use crate::ticket::{TICKET, TICKET_MESSAGE};
use crate::time::Timestamp;
use crate::unit::Unit;
use crate::wishlist::WISHLIST;

/// Answers a customer's own rows, for a desk's browser that runs previews and queries about this customer itself, without asking the host each
/// time. The browser hands the whole answer to its engine as it is; nobody else reads it.
///
/// The bundle holds the program, under which the browser's engine runs, and of the customer what this actor may see anyway: tables of which they
/// lack the right are left out, and so are those with more than 2,000 rows. What is left out is not answered from a bundle, and neither is what other customers decide, such as whether an email is free: the
/// browser asks the host then. A preview made from it bears the same token as the host's own, as long as nothing has changed.
///
/// Bundles are for the shop's people: rows hold internal notes.
///
/// Errors: `not_found`; `forbidden` for customers.
///
/// Rules K4, K5, W3.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Bundle {
    /// The customer.
    pub customer: CustomerId,
}

/// The answer of `customer.bundle`.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
pub struct Bundled {
    /// The customer.
    pub customer: CustomerId,
    /// The time of the request, as the host knows it.
    pub at: Timestamp,
    /// Who asked, as the host knows them: an actor as in a context.
    #[schemars(with = "Tree")]
    pub actor: Actor,
    /// The tables of which all rows of the customer are there.
    pub tables: Vec<String>,
    /// The rows.
    pub rows: Vec<BundledRow>,
}

/// A row of a bundle, in the form in which rows travel.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
pub struct BundledRow {
    /// The table.
    pub table: String,
    /// The typed values.
    pub values: Vec<Tree>,
    /// Everything else.
    pub body: String,
}

/// The tables that a bundle can hold, each with the right that shows it. Not the log, whose salts are nobody's, and nothing that is shared.
const TABLES: &[(&Table, &str)] = &[
    (&CUSTOMER, Bundle::NAME),
    (&ADDRESS, Bundle::NAME),
    (&PAYMENT_METHOD, Bundle::NAME),
    (&BLOCKED_EMAIL, "blacklist.check"),
    (&BLACKLIST_CHANGE, "blacklist.check"),
    (&MEMBERSHIP_CHANGE, "membership.history"),
    (&MERGE, "merge.history"),
    (&ACCOUNT, "points.balance"),
    (&LOT, "points.balance"),
    (&HOLD, "points.balance"),
    (&ENTRY, "points.history"),
    (&ORDER, "order.list"),
    (&EARNING_TALLY, "order.list"),
    (&SUBSCRIPTION, "subscription.list"),
    (&SUBSCRIPTION_CHANGE, "subscription.list"),
    (&WISHLIST, Bundle::NAME),
    (&TICKET, "ticket.list"),
    (&TICKET_MESSAGE, "ticket.get"),
    (&REWARD, "reward.list"),
    (&REWARD_COUNT, "reward.list"),
    (&STAMP_CARD, "stamp_card.progress"),
    (&STATUS, "status.list"),
    (&STATUS_EVENT, "status.list"),
    (&STATUS_CHANGE, "status.list"),
];

impl Operation for Bundle {
    const NAME: &'static str = "customer.bundle";
    const KIND: Kind = Kind::Query;
    type Output = Bundled;

    fn roots(&self) -> Vec<Root> {
        operation::customer(&self.customer)
    }

    fn run(&self, unit: &mut Unit<'_>) -> Result<Bundled, Error> {
        let context = unit.context();
        if context.is_customer() {
            return Err(Reason::Forbidden { right: Self::NAME.to_owned() }.into());
        }
        Customer::load(unit, &self.customer)?;
        let (root, program) = (Root::customer(&self.customer), unit.program());
        let mut bundled =
            Bundled { customer: self.customer.clone(), at: context.at, actor: context.actor.clone(), tables: Vec::new(), rows: Vec::new() };
        for own in [&root, &Root::program()] {
            bundled.add(unit.rows_of(&below(&ROOT, own, 1))?);
        }
        bundled.add(unit.rows_of(&below(&PROGRAM, &Root::program(), 1))?);
        for (table, right) in TABLES {
            if !program.allows(&context.actor, right, true) {
                continue;
            }
            let rows = unit.rows_of(&below(table, &root, BUNDLE_ROWS_MAX + 1))?;
            if rows.len() <= BUNDLE_ROWS_MAX {
                bundled.tables.push(table.name.to_owned());
                bundled.add(rows);
            }
        }
        Ok(bundled)
    }
}

/// The rows of a table that belong to a root.
fn below(table: &'static Table, root: &Root, limit: usize) -> Scan {
    Scan::prefix(table, vec![Value::from(root)]).limit(limit)
}

impl Bundled {
    fn add(&mut self, rows: Vec<Row>) {
        let form = |row: Row| BundledRow { table: row.table.name.to_owned(), values: wire::values(&row.values), body: row.body };
        self.rows.extend(rows.into_iter().map(form));
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::customer::Create;
    use crate::unit::tests::Stage;

    // rules K4, P1, W3
    #[test]
    fn a_bundle_holds_what_its_actor_may_see() {
        let mut stage = Stage::new();
        stage.run::<Create>(json!({ "id": "c-1" })).unwrap();
        let all = stage.run::<Bundle>(json!({ "customer": "c-1" })).unwrap();
        assert_eq!(all.tables.len(), TABLES.len());
        let customers: Vec<&BundledRow> = all.rows.iter().filter(|row| row.table == "customer").collect();
        assert_eq!(customers.len(), 1);
        stage.agent_asks("trainee");
        let none = stage.run::<Bundle>(json!({ "customer": "c-1" })).unwrap();
        assert!(none.tables.is_empty() && none.rows.iter().all(|row| row.table == "root"), "a role that the program does not know");
        stage.customer_asks("c-1");
        assert!(stage.refusal::<Bundle>(json!({ "customer": "c-1" })).starts_with("forbidden"));
    }

    // rule K4
    #[test]
    fn nothing_that_is_secret_or_shared_is_in_a_bundle() {
        for table in ["log", "idempotency", "refusal", "outbox", "claim", "counter", "pass"] {
            assert!(TABLES.iter().all(|(bundled, _)| bundled.name != table), "{table}");
        }
    }
}
