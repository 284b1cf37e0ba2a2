//! A command of the log is erased wherever it stands: what it said of one of its roots may speak of another.

use super::rest_on;
use crate::entry::{ENTRY, Entry, Texts};
use crate::error::Error;
use crate::log::{IDEMPOTENCY, LOG, LogBody, LogRow, UsedKey, Wrote};
use crate::membership::Change;
use crate::membership_change::MembershipChange;
use crate::merge::Merge;
use crate::message::Message;
use crate::record::{Record, Root};
use crate::repository::{Key, ROOT, Row, Scan, Table, Value};
use crate::unit::Unit;

/// The import of customers, whose rows have keys of their own.
const IMPORT: &str = "customer.import_csv";

/// Erases a command: receipt and salt in every log in which it stands, what people wrote about its entries, and what its idempotency key stood for.
/// The links of the chains hold (rule L14).
///
/// # Errors
/// Whatever the storage says.
pub fn clear_command(unit: &mut Unit<'_>, row: Row) -> Result<(), Error> {
    let own = LogRow::from_row(row)?;
    let Some(body) = own.read_body()? else { return Ok(()) };
    for wrote in places(&own, &body) {
        forget(unit, &own, &body, &wrote)?;
    }
    Ok(())
}

/// Reads in one round trip what erasing these commands will look at.
pub(super) fn read_ahead(unit: &mut Unit<'_>, rows: &[Row]) -> Result<(), Error> {
    let mut keys: Vec<(&'static Table, Key)> = Vec::new();
    for row in rows {
        let own = LogRow::from_row(row.clone())?;
        let Some(body) = own.read_body()? else { continue };
        for wrote in places(&own, &body) {
            let root = wrote.root();
            keys.extend([(&ROOT, vec![Value::from(&root)]), (&LOG, LogRow::key(&root, wrote.number))]);
            keys.extend(wrote.entries().map(|(point_type, number)| (&ENTRY, Entry::key(&root, point_type, number))));
            keys.extend(used_key(&body).map(|key| (&IDEMPOTENCY, UsedKey::key(&root, &key))));
        }
    }
    unit.prefetch(keys)
}

/// The places where a command stands.
fn places(own: &LogRow, body: &LogBody) -> Vec<Wrote> {
    if !body.wrote.is_empty() {
        return body.wrote.clone();
    }
    let root = String::from_utf8_lossy(own.root.bytes()).into_owned();
    vec![Wrote { root, number: own.number, texts: Vec::new() }]
}

fn used_key(body: &LogBody) -> Option<String> {
    body.idempotency_key.as_ref().map(|key| UsedKey::own(&body.actor, key))
}

/// Erases a command in one place.
fn forget(unit: &mut Unit<'_>, own: &LogRow, body: &LogBody, wrote: &Wrote) -> Result<(), Error> {
    let root = wrote.root();
    let Some(mut row) = unit.get::<LogRow>(LogRow::key(&root, wrote.number))? else { return Ok(()) };
    rest_on(unit, &root)?;
    (row.salt, row.body) = (None, String::new());
    unit.put(&row);
    for (point_type, number) in wrote.entries() {
        if let Some(mut entry) = unit.get::<Entry>(Entry::key(&root, point_type, number))? {
            entry.texts = Texts::default();
            unit.put(&entry);
        }
    }
    let is_own = root == own.root;
    if let Some(key) = used_key(body)
        && let Some(used) = unit.get::<UsedKey>(UsedKey::key(&root, &key))?.filter(|used| used.log_number == wrote.number)
    {
        // Who is not erased goes on finding theirs.
        unit.delete(&used);
        unit.put(&used.erased(is_own && root.customer_id().is_some()));
    }
    if own.operation == IMPORT {
        forget_import(unit, &root, wrote.number)?;
    }
    if is_own { Ok(()) } else { forget_beside(unit, own, &root, wrote.number) }
}

/// Erases what a row of an import stood for, the digest of all that it said. That it was done once is still known.
fn forget_import(unit: &mut Unit<'_>, root: &Root, number: u64) -> Result<(), Error> {
    // The keys of imports lie between these.
    let (first, last) = (vec![Value::from("i:")], vec![Value::from("i;")]);
    for used in unit.scan::<UsedKey>(&Scan::prefix(&IDEMPOTENCY, vec![Value::from(root)]).after(Some(first)).until(last))? {
        if used.log_number == number {
            unit.put(&used.erased(false));
        }
    }
    Ok(())
}

/// Erases what a command left with somebody else: messages that wait, and what a merge remembers in order to be undone.
fn forget_beside(unit: &mut Unit<'_>, own: &LogRow, root: &Root, number: u64) -> Result<(), Error> {
    for mut message in unit.scan::<Message>(&Message::scan_command(root, number))? {
        message.forget();
        unit.put(&message);
    }
    if !own.operation.starts_with("merge.") {
        return Ok(());
    }
    let source = own.root.customer_id();
    for mut merge in unit.scan::<Merge>(&Merge::scan(root))? {
        if Some(&merge.source) == source.as_ref() {
            merge.forget();
            unit.put(&merge);
        }
    }
    for mut change in unit.scan::<MembershipChange>(&MembershipChange::scan(root))? {
        if matches!(change.facts.change, Change::Merge | Change::Unmerge) && change.at == own.recorded_at {
            change.forget();
            unit.put(&change);
        }
    }
    Ok(())
}

impl Wrote {
    fn root(&self) -> Root {
        Root::from_bytes(self.root.as_bytes())
    }

    /// The entries with texts: point type and number.
    fn entries(&self) -> impl Iterator<Item = (&str, u64)> {
        self.texts.iter().filter_map(|text| text.rsplit_once('/')).filter_map(|(name, number)| Some((name, number.parse().ok()?)))
    }
}
