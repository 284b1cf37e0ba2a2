//! Idempotency keys: who asks again with the same key and content gets the first receipt again (rule L10).

use super::door::{Asked, Options};
use crate::context::Context;
use crate::entry::EntryView;
use crate::error::{Error, Reason};
use crate::id::{Id, Slug};
use crate::json::{self, Raw};
use crate::log::{LogRow, UsedKey};
use crate::receipt::Receipt;
use crate::record::Root;
use crate::reward::RewardView;
use crate::unit::Unit;

/// The key as it is kept. Customers have a space of their own: they cannot occupy the keys that the shop will use.
pub(super) fn own_key(context: &Context, key: &Id) -> String {
    format!("{}:{key}", if context.is_customer() { 'c' } else { 's' })
}

/// The first receipt again, when this key was used for this content (rule L10).
pub(super) fn replay(unit: &mut Unit<'_>, options: &Options, asked: &Asked<'_>) -> Result<Option<Receipt<Raw>>, Error> {
    let (Some(key), Some(root)) = (&options.idempotency_key, asked.scope) else { return Ok(None) };
    let Some(used) = unit.get::<UsedKey>(UsedKey::key(root, &own_key(unit.context(), key)))? else { return Ok(None) };
    if used.request != asked.request {
        return Err(Reason::IdempotencyConflict { key: key.to_string() }.into());
    }
    let mut first = first_receipt(unit, root, &used, key)?;
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
fn first_receipt(unit: &mut Unit<'_>, root: &Root, used: &UsedKey, key: &Id) -> Result<Receipt<Raw>, Error> {
    if let Some(receipt) = &used.receipt {
        return json::stored(receipt).map_err(|error| Error::internal(format_args!("a receipt cannot be read: {error}")));
    }
    let row = unit.get::<LogRow>(LogRow::key(root, used.log_number))?;
    let stored = row.map(|row| row.read_body()).transpose()?.flatten();
    let stored = stored.ok_or_else(|| Reason::Expired { what: format!("the receipt of key '{key}'"), at: "erasure".into() })?;
    crate::operation::unraw(&stored.receipt)
}
