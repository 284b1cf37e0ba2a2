//! `customer.assign_group`

use schemars::JsonSchema;

use super::Customer;
use crate::error::{Error, Reason};
use crate::id::{CustomerId, Slug};
use crate::json::Json;
use crate::operation::{self, Kind, Operation};
use crate::patch::Patch;
use crate::record::Root;
use crate::unit::Unit;

/// Puts a customer into a group of the program, or with null takes them out of theirs. The group is part of the profile and shares its
/// version.
///
/// Errors: `not_found`; `not_eligible` when the customer is merged or deleted; `version_conflict`; `invalid_request` for a group that the
/// program does not have.
///
/// Rules K9, K2.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AssignGroup {
    /// The customer.
    pub customer: CustomerId,
    /// The group; null for none.
    pub group: Patch<Slug>,
}

/// The receipt of `customer.assign_group`.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
pub struct GroupAssigned {
    /// The customer.
    pub customer: CustomerId,
    /// The group now.
    pub group: Option<Slug>,
    /// The group before.
    pub group_before: Option<Slug>,
    /// The version of the profile now.
    pub version: u64,
}

/// The group decides about what is earned: whoever may create or edit a customer may not thereby choose it (rule P1).
///
/// # Errors
/// `forbidden` without the right `customer.assign_group`.
pub(super) fn check_right(unit: &Unit<'_>) -> Result<(), Error> {
    let right = AssignGroup::NAME;
    if unit.program().allows(&unit.context().actor, right, false) { Ok(()) } else { Err(Reason::Forbidden { right: right.into() }.into()) }
}

impl Operation for AssignGroup {
    const NAME: &'static str = "customer.assign_group";
    const KIND: Kind = Kind::Command;
    type Output = GroupAssigned;

    fn roots(&self) -> Vec<Root> {
        operation::customer(&self.customer)
    }

    fn run(&self, unit: &mut Unit<'_>) -> Result<GroupAssigned, Error> {
        let before = Customer::load_live(unit, &self.customer)?;
        unit.check_version("profile", before.profile.version)?;
        let mut customer = before.clone();
        if self.group.changes(&mut customer.profile.group) {
            let program = unit.program();
            customer.profile.check(&before.profile, &program, program.time_zone.date(unit.now()))?;
            customer.profile.version += 1;
            unit.put(&customer);
        }
        let (group, version) = (customer.profile.group, customer.profile.version);
        Ok(GroupAssigned { customer: customer.id, group, group_before: before.profile.group, version })
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::customer::Create;
    use crate::json::tree;
    use crate::unit::tests::Stage;

    // rule K9
    #[test]
    fn a_group_is_assigned_changed_and_taken_away() {
        let stage = Stage::new();
        stage.run::<Create>(json!({ "id": "c-1" })).unwrap();
        for (group, version) in [(json!("vip"), 2), (json!("vip"), 2), (json!("trade"), 3), (json!(null), 4)] {
            let assigned = stage.run::<AssignGroup>(json!({ "customer": "c-1", "group": group })).unwrap();
            assert_eq!((json!(tree(&assigned.group)), assigned.version), (group, version));
        }
        assert_eq!(stage.refusal::<AssignGroup>(json!({ "customer": "c-1", "group": "nobility" })), "invalid_request args.group");
        assert_eq!(stage.refusal::<AssignGroup>(json!({ "customer": "c-1" })), "invalid_request args.group");
    }

    // rule K2
    #[test]
    fn a_stale_assignment_is_refused() {
        let stage = Stage::new();
        stage.run::<Create>(json!({ "id": "c-1" })).unwrap();
        let stale = stage.run_at_version::<AssignGroup>(Some(7), json!({ "customer": "c-1", "group": "vip" }));
        assert!(matches!(stale.map_err(Error::into_reason), Err(Reason::VersionConflict { current: 1, .. })));
    }
}
