//! `points.history`

use schemars::JsonSchema;

use super::balance::types;
use crate::customer::Customer;
use crate::entry::{Entry, EntryKind, EntryView};
use crate::error::Error;
use crate::id::{CustomerId, Slug};
use crate::json;
use crate::json::Json;
use crate::ledger::Ledger;
use crate::limits::{CHOICES_MAX, PAGE_MAX};
use crate::operation::{self, Kind, Operation};
use crate::page;
use crate::record::Root;
use crate::statement::{Position, older};
use crate::time::Timestamp;
use crate::unit::Unit;

/// How many entries a filtered page looks at before it answers with what it found and where to go on.
const LOOKED_AT_MAX: usize = 5_000;

/// The journal of a customer, newest first: every entry with amount, running balance, both times, expiry, lots, reason, comment and actor.
///
/// A customer does not see reasons and notes. What has lapsed by now stands in it, whether or not the sweep has run.
///
/// Rules L6, L12.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct History {
    /// The customer.
    pub customer: CustomerId,
    /// One point type; all when absent.
    #[serde(default, rename = "type", skip_serializing_if = "Option::is_none")]
    pub point_type: Option<Slug>,
    /// Only entries of these kinds; all when absent.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub kinds: Vec<EntryKind>,
    /// Only entries that took effect at this time or later.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Timestamp>,
    /// Only entries that took effect before this time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<Timestamp>,
    /// Entries on the page, 1 to 500; 50 when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<usize>,
    /// Where the page before ended: its `next`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cursor: Option<String>,
}

/// A page of a journal.
#[derive(Debug, Clone, PartialEq, Eq, Json, JsonSchema)]
pub struct HistoryPage {
    /// The entries, newest first.
    pub entries: Vec<EntryView>,
    /// Where to go on; absent on the last page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
}

impl Operation for History {
    const NAME: &'static str = "points.history";
    const KIND: Kind = Kind::Query;
    type Output = HistoryPage;

    fn roots(&self) -> Vec<Root> {
        operation::customer(&self.customer)
    }

    fn run(&self, unit: &mut Unit<'_>) -> Result<HistoryPage, Error> {
        let limit = page::size(self.limit)?;
        if self.kinds.len() > CHOICES_MAX {
            return Err(Error::invalid("args.kinds", format_args!("has more than {CHOICES_MAX} items; name each kind once")));
        }
        // What a filter leaves out is read too: a short page must not read it in small bites.
        let at_once = if self.is_filtered() { PAGE_MAX } else { limit };
        let mut position = self.position()?;
        let customer = Customer::load(unit, &self.customer)?;
        let types = types(unit, self.point_type.as_ref())?;
        for point_type in &types {
            Ledger::open(unit, &customer, point_type.as_str())?;
        }
        let (program, for_customer) = (unit.program(), unit.context().is_customer());
        let (mut page, mut looked_at) = (HistoryPage { entries: Vec::new(), next: None }, 0);
        loop {
            let batch = older(unit, &customer, &types, &position, at_once)?;
            if batch.is_empty() {
                return Ok(page);
            }
            for (place, entry) in batch {
                if page.entries.len() == limit || looked_at == LOOKED_AT_MAX {
                    page.next = Some(json::text(&position));
                    return Ok(page);
                }
                looked_at += 1;
                position.insert(place, entry.number);
                if self.wants(&entry) {
                    let places = program.point_type(&entry.point_type).map_or(0, |point_type| point_type.places);
                    page.entries.push(entry.view(places, for_customer)?);
                }
            }
        }
    }
}

impl History {
    /// The whole journal of a customer, first page.
    pub fn new(customer: CustomerId) -> Self {
        History { customer, point_type: None, kinds: Vec::new(), from: None, before: None, limit: None, cursor: None }
    }

    fn is_filtered(&self) -> bool {
        !self.kinds.is_empty() || self.from.is_some() || self.before.is_some()
    }

    fn wants(&self, entry: &Entry) -> bool {
        (self.kinds.is_empty() || self.kinds.contains(&entry.kind))
            && self.from.is_none_or(|from| entry.effective_at >= from)
            && self.before.is_none_or(|before| entry.effective_at < before)
    }

    fn position(&self) -> Result<Position, Error> {
        let Some(text) = &self.cursor else { return Ok(Position::new()) };
        json::stored(text).map_err(|_| page::unknown_cursor())
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::customer::Create;
    use crate::membership::Enroll;
    use crate::points::{Adjust, Earn};
    use crate::unit::tests::Stage;

    // rule L6
    #[test]
    fn a_short_filtered_page_goes_on_where_it_ended() {
        let stage = Stage::new();
        stage.run::<Create>(json!({ "id": "c-1" })).unwrap();
        stage.run::<Enroll>(json!({ "customer": "c-1" })).unwrap();
        for amount in ["1", "2"] {
            stage.run::<Adjust>(json!({ "customer": "c-1", "type": "points", "amount": amount, "reason": "test" })).unwrap();
            stage.run::<Earn>(json!({ "customer": "c-1", "type": "points", "amount": "5" })).unwrap();
        }
        let page = |cursor: Option<&str>| {
            let mut args = json!({ "customer": "c-1", "kinds": ["adjust"], "limit": 1 });
            if let Some(cursor) = cursor {
                args["cursor"] = json!(cursor);
            }
            stage.run::<History>(args).unwrap()
        };
        let first = page(None);
        assert_eq!(first.entries[0].amount.to_string(), "2");
        let second = page(first.next.as_deref());
        assert_eq!((second.entries[0].amount.to_string(), second.entries.len()), ("1".to_owned(), 1));
        let many = json!({ "customer": "c-1", "kinds": vec!["earn"; CHOICES_MAX + 1] });
        assert_eq!(stage.refusal::<History>(many), "invalid_request args.kinds");
    }
}
