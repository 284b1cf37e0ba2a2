//! The hash chain of a root.

use super::{Difference, Place};
use crate::entry::Entry;
use crate::log::{self, LogRow};
use crate::pairs::Pairs;
use crate::repository::{Row, Value};
use crate::unit::RootState;

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
        Place(&place, "number").numbers(number.into(), row.number)?;
        let mine = of_row.remove(&i64::try_from(number).unwrap_or(0)).unwrap_or_default();
        Place(&place, "entries").digests(&row.entries_digest, &log::entries_digest(mine.iter().map(|row| Entry::plain(row))))?;
        match &row.salt {
            Some(salt) => {
                let digest = log::rest_digest(salt, &row.body, mine.iter().map(|row| Entry::written(row)));
                Place(&place, "texts").digests(&row.rest_digest, &digest)?;
            }
            // Erased: nothing may stand where the texts were (rule K11).
            None => {
                let texts = mine.iter().flat_map(|entry| entry.values.iter().skip(TEXTS)).filter(|text| !text.is_null());
                Place(&place, "erased texts").texts("", &row.body)?;
                Place(&place, "texts beside erased ones").numbers(0, texts.map(|_| 1_i64).sum::<i64>())?;
            }
        }
        head = log::link(&head, row);
        Place(&place, "link").digests(&head, &row.link)?;
    }
    if let Some((number, _)) = of_row.into_iter().next() {
        return Err(Difference { place: format!("command {number}"), expected: "a command for its entries".into(), found: "none".into() });
    }
    Place("the number of commands", "").numbers(state.log_seq.into(), i128::try_from(rows.len()).unwrap_or(i128::MAX))?;
    Place("the head of the chain", "").digests(&state.log_head, &head)
}
