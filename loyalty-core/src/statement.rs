//! Statements: the entries of a customer's journals as people read them, newest first over all point types, and over the accounts that were merged
//! into the customer's (rule G4).

use crate::customer::{Customer, Former};
use crate::entry::Entry;
use crate::error::Error;
use crate::gather::Gather;
use crate::id::Slug;
use crate::pairs::Pairs;
use crate::record::Root;
use crate::repository::Value;
use crate::sorting::sort;
use crate::unit::Unit;

/// Where a reader is: the number of the last entry read, per point type, and likewise of each account that was merged in.
pub type Position = Pairs<String, u64>;

/// An entry with the name under which its place is noted in a [`Position`].
pub type Placed = (String, Entry);

/// The next older entries of some point types, newest first, at most `limit`.
///
/// # Errors
/// Whatever the storage says.
pub fn older(unit: &mut Unit<'_>, customer: &Customer, types: &[Slug], position: &Position, limit: usize) -> Result<Vec<Placed>, Error> {
    let own = Former { customer: customer.id.clone(), after: customer.fresh_after, upto: u64::MAX };
    let mut entries = Vec::new();
    for part in std::iter::once(&own).chain(&customer.former) {
        for point_type in types {
            let place = if part == &own { point_type.to_string() } else { format!("{}/{}/{point_type}", part.upto, part.customer) };
            let found = of_one(unit, part, point_type, position.get(&place).copied(), limit)?;
            entries.extend(found.into_iter().map(|entry| (place.clone(), entry)));
        }
    }
    // Of each account and point type `limit` entries were read: the newest `limit` of all are among them. Within a root, recorded time and the log run
    // alike; between roots there is only time.
    let rank = |entry: &Entry| (entry.recorded_at, entry.root.clone(), entry.log_seq, entry.point_type.clone(), entry.number);
    sort(&mut entries, |(_, a), (_, b)| rank(b).cmp(&rank(a)));
    entries.truncate(limit);
    Ok(entries)
}

/// The next older entries of one account in one point type.
fn of_one(unit: &mut Unit<'_>, part: &Former, point_type: &Slug, before: Option<u64>, limit: usize) -> Result<Vec<Entry>, Error> {
    let root = Root::customer(&part.customer);
    let mut scan = Entry::scan(&root, point_type.as_str()).reversed().after(before.map(|number| vec![Value::from(number)])).limit(limit);
    let mut entries: Vec<Entry> = Vec::new();
    loop {
        let page = unit.scan::<Entry>(&scan)?;
        let ends = page.len() < limit || page.last().is_some_and(|last| last.log_seq <= part.after);
        scan.after = page.last().map(|last| vec![Value::from(last.number)]);
        // What was recorded there later belongs to whoever has the id then.
        entries.extend(page.into_iter().filter(|entry| entry.log_seq > part.after && entry.log_seq <= part.upto));
        if ends || entries.len() >= limit {
            return Ok(entries.into_iter().take(limit).gather());
        }
    }
}
