//! The hash chain of a root.

use super::{Difference, differ};
use crate::entry::Entry;
use crate::hex::hex;
use crate::log::{self, LogRow};
use crate::repository::{Row, Value};
use crate::unit::RootState;
use crate::pairs::Pairs;

/// The first of the columns of an entry that hold what people wrote.
const TEXTS: usize = 12;

/// Checks the hash chain of a root: every row links to the one before it, and covers the entries and texts that stand there now.
///
/// # Errors
/// The first difference.
pub(super) fn check_chain(rows: &[LogRow], entries: &[Row], state: &RootState) -> Result<(), Difference> {
    let mut of_row: Pairs<i64, Vec<&Row>> = Pairs::new();
    for entry in entries {
        let number = if let Value::Int(number) = entry.value(9) { *number } else { 0 };
        of_row.change(number, |mine| mine.push(entry));
    }
    let mut head = [0; 32];
    for (number, row) in (1_u64..).zip(rows) {
        let place = format!("command {}", row.number);
        differ(format!("{place}, number"), number, row.number)?;
        let mine = of_row.remove(&i64::try_from(number).unwrap_or(0)).unwrap_or_default();
        differ(format!("{place}, entries"), hex(&row.entries_digest), hex(&log::entries_digest(mine.iter().map(|row| Entry::plain(row)))))?;
        match &row.salt {
            Some(salt) => {
                let digest = log::rest_digest(salt, &row.body, mine.iter().map(|row| Entry::written(row)));
                differ(format!("{place}, texts"), hex(&row.rest_digest), hex(&digest))?;
            }
            // Erased: nothing may stand where the texts were (rule K11).
            None => {
                let texts = mine.iter().flat_map(|entry| entry.values.iter().skip(TEXTS)).filter(|text| !text.is_null()).count();
                differ(format!("{place}, erased texts"), "", &row.body)?;
                differ(format!("{place}, texts beside erased ones"), 0, texts)?;
            }
        }
        head = log::link(&head, row);
        differ(format!("{place}, link"), hex(&head), hex(&row.link))?;
    }
    if let Some((number, _)) = of_row.into_iter().next() {
        return Err(Difference { place: format!("command {number}"), expected: "a command for its entries".into(), found: "none".into() });
    }
    differ("the number of commands", state.log_seq, rows.len())?;
    differ("the head of the chain", hex(&state.log_head), hex(&head))
}
