//! Statements: the entries of a customer's journals as people read them, newest first over all point types.

use crate::entry::Entry;
use crate::error::Error;
use crate::id::Slug;
use crate::pairs::Pairs;
use crate::record::Root;
use crate::repository::Value;
use crate::sorting::sort;
use crate::unit::Unit;

/// Where a reader is: per point type, the number of the last entry read.
pub type Position = Pairs<String, u64>;

/// The next older entries of some point types, newest first, at most `limit`.
///
/// # Errors
/// Whatever the storage says.
pub fn older(unit: &mut Unit<'_>, root: &Root, types: &[Slug], position: &Position, limit: usize) -> Result<Vec<Entry>, Error> {
    let mut entries = Vec::new();
    for point_type in types {
        let after = position.get(point_type.as_str()).map(|number| vec![Value::from(*number)]);
        entries.extend(unit.scan::<Entry>(&Entry::scan(root, point_type.as_str()).reversed().after(after).limit(limit))?);
    }
    // Of each point type `limit` entries were read: the newest `limit` of all are among them.
    sort(&mut entries, |a, b| (b.log_seq, &b.point_type, b.number).cmp(&(a.log_seq, &a.point_type, a.number)));
    entries.truncate(limit);
    Ok(entries)
}
