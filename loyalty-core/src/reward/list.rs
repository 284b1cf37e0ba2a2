//! `reward.list`

use schemars::JsonSchema;

use super::{IssuedReward, RewardState, RewardView};
use crate::customer::Customer;
use crate::error::Error;
use crate::id::{CustomerId, Ref};
use crate::json::Json;
use crate::limits::PAGE_MAX;
use crate::operation::{self, Kind, Operation};
use crate::page;
use crate::record::Root;
use crate::repository::Value;
use crate::unit::Unit;

/// The rewards of a customer, newest first.
///
/// One whose time is over counts as expired from that instant on. A page of outstanding or expired ones may be short and still have a `next`.
///
/// Errors: `not_found`; `invalid_request` for the limit or the cursor.
///
/// Rules R4, L6, W3.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct List {
    /// The customer.
    pub customer: CustomerId,
    /// Only those in this state.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub state: Option<RewardState>,
    /// Rewards on the page, 1 to 500; 50 when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<usize>,
    /// Where the page before ended: its `next`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cursor: Option<Ref>,
}

/// A page of rewards.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
pub struct RewardPage {
    /// The rewards, newest first.
    pub rewards: Vec<RewardView>,
    /// Where to go on; absent on the last page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<Ref>,
}

impl Operation for List {
    const NAME: &'static str = "reward.list";
    const KIND: Kind = Kind::Query;
    type Output = RewardPage;

    fn roots(&self) -> Vec<Root> {
        operation::customer(&self.customer)
    }

    fn run(&self, unit: &mut Unit<'_>) -> Result<RewardPage, Error> {
        let limit = page::size(self.limit)?;
        let root = Customer::load(unit, &self.customer)?.root();
        let after = match &self.cursor {
            None => None,
            Some(id) => {
                let number = IssuedReward::number_of(id, &root);
                Some(vec![Value::from(number.ok_or_else(page::unknown_cursor)?)])
            }
        };
        let scan = self.state.map_or_else(|| IssuedReward::scan(&root), |state| IssuedReward::scan_state(&root, state.stored()));
        // Those that wait and those whose time is over are stored as one: what the page leaves out is read too, in one bite.
        let is_mixed = matches!(self.state, Some(RewardState::Outstanding | RewardState::Expired));
        let at_once = if is_mixed { PAGE_MAX } else { limit };
        let found = unit.scan::<IssuedReward>(&scan.reversed().after(after).limit(at_once + 1))?;
        let (now, for_customer) = (unit.now(), unit.context().is_customer());
        let mut page = RewardPage { rewards: Vec::new(), next: None };
        let mut last = None;
        for (looked_at, issued) in found.into_iter().enumerate() {
            if looked_at == at_once || page.rewards.len() == limit {
                page.next = last;
                break;
            }
            if self.state.is_none_or(|state| state == issued.state_at(now)) {
                page.rewards.push(issued.view(now, for_customer)?);
            }
            last = Some(issued.id()?);
        }
        Ok(page)
    }
}
