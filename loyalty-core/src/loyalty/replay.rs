//! The first receipt again, for whoever asks with the same idempotency key (rule L10).

use super::door::{Asked, Options};
use crate::approval::{Grant, Granted};
use crate::customer::Customer;
use crate::entry::EntryView;
use crate::error::{Error, Reason};
use crate::id::{Id, Slug};
use crate::json::{self, Raw};
use crate::log::{LogRow, UsedKey};
use crate::membership::State;
use crate::operation::{Operation, unraw};
use crate::receipt::Receipt;
use crate::record::Root;
use crate::reward::RewardView;
use crate::unit::Unit;

/// Whether a root is that of a customer who was erased, whose keys are kept as digests.
fn is_deleted(unit: &mut Unit<'_>, root: &Root) -> Result<bool, Error> {
    let Some(id) = root.customer_id() else { return Ok(false) };
    let customer = unit.get::<Customer>(Customer::key(&id))?;
    Ok(customer.is_some_and(|customer| customer.membership.state == State::Deleted))
}

/// The first receipt again, when this key was used for this content (rule L10).
pub(super) fn replay(unit: &mut Unit<'_>, options: &Options, asked: &Asked<'_>) -> Result<Option<Receipt<Raw>>, Error> {
    let (Some(key), Some(root)) = (&options.idempotency_key, asked.scope) else { return Ok(None) };
    let own = UsedKey::own(&unit.context().actor, key.as_str());
    let mut used = unit.get::<UsedKey>(UsedKey::key(root, &own))?;
    if used.is_none() && is_deleted(unit, root)? {
        used = unit.get::<UsedKey>(UsedKey::erased_key(root, &own))?;
    }
    let Some(used) = used else { return Ok(None) };
    if used.request != asked.request && !used.is_erased() {
        return Err(Reason::IdempotencyConflict { key: key.to_string() }.into());
    }
    let mut first = first_receipt(unit, asked, root, &used, key)?;
    let program = unit.program();
    let places = |id: &Slug| program.point_type(id.as_str()).map_or(0, |point_type| point_type.places);
    first.entries.iter_mut().for_each(|entry| entry.pad(places(&entry.point_type)));
    first.balances.iter_mut().for_each(|balance| balance.pad(places(&balance.point_type)));
    if unit.context().is_customer() {
        // The first receipt may have been made for an agent.
        first.entries.iter_mut().for_each(EntryView::hide_from_customer);
        first.rewards.iter_mut().for_each(RewardView::hide_from_customer);
    }
    Ok(Some(Receipt { replayed: true, ..first }))
}

/// The receipt that a key was used for: in the log, or beside the key itself.
fn first_receipt(unit: &mut Unit<'_>, asked: &Asked<'_>, root: &Root, used: &UsedKey, key: &Id) -> Result<Receipt<Raw>, Error> {
    if let Some(receipt) = &used.receipt {
        return json::stored(receipt).map_err(|error| Error::internal(format_args!("a receipt cannot be read: {error}")));
    }
    let row = unit.get::<LogRow>(LogRow::key(root, used.log_number))?;
    let was_granted = row.as_ref().is_some_and(|row| row.operation == Grant::NAME) && asked.operation != Grant::NAME;
    let stored = row.map(|row| row.read_body()).transpose()?.flatten();
    let stored = stored.ok_or_else(|| Reason::Expired { what: format!("the receipt of key '{key}'"), at: "erasure".into() })?;
    let receipt: Receipt<Raw> = unraw(&stored.receipt)?;
    if was_granted {
        // Who had asked for it gets the receipt of what they asked for (rule P2).
        let granted: Granted = unraw(&receipt.result)?;
        return Ok(Receipt { result: Raw::of(&granted.result), ..receipt });
    }
    Ok(receipt)
}
