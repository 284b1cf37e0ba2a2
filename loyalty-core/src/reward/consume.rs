//! `reward.consume`

use schemars::JsonSchema;

use super::{CODE, IssuedReward, OneReward, RewardState};
use crate::action::Needs;
use crate::code::Code;
use crate::customer::Customer;
use crate::error::Error;
use crate::id::{Id, Line};
use crate::json::Json;
use crate::operation::{Kind, Operation};
use crate::record::Root;
use crate::unit::Unit;

/// Uses a reward by its code, once. The code alone leads to the customer; type it in any way in which people write it.
///
/// Errors: `invalid_request` for a typing error; `not_found` for a code that nobody has; `already_used`, with when; `expired`; `not_eligible` when the
/// reward was canceled or removed, or the account is on hold.
///
/// Rules R4, R5.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Consume {
    /// The code.
    pub code: Line,
    /// The order on which it is used.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub order: Option<Id>,
}

impl Operation for Consume {
    const NAME: &'static str = "reward.consume";
    const KIND: Kind = Kind::Command;
    type Output = OneReward;

    fn roots(&self) -> Vec<Root> {
        Vec::new()
    }

    fn find_root(&self, unit: &mut Unit<'_>) -> Result<Option<Root>, Error> {
        unit.holder(CODE, self.read()?.symbols())
    }

    fn run(&self, unit: &mut Unit<'_>) -> Result<OneReward, Error> {
        let code = self.read()?;
        let unknown = || Error::not_found("reward with the code", &code);
        let holder = unit.holder(CODE, code.symbols())?.ok_or_else(unknown)?;
        let customer = Customer::load(unit, &holder.customer_id().ok_or_else(unknown)?)?;
        Needs::Free.check(&customer, &unit.program())?;
        let found = unit.scan::<IssuedReward>(&IssuedReward::scan_code(&holder, &code))?;
        let mut issued = found.into_iter().next().ok_or_else(unknown)?;
        issued.require(&[RewardState::Outstanding], unit.now())?;
        issued.state = RewardState::Used;
        issued.used_at = Some(unit.now());
        issued.facts.order = self.order.clone();
        unit.put(&issued);
        Ok(OneReward { customer: customer.id, reward: issued.view(unit.now(), false)? })
    }
}

impl Consume {
    fn read(&self) -> Result<Code, Error> {
        Code::read(self.code.as_str(), "args.code")
    }
}
