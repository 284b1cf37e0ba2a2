//! Whether the target is empty or an earlier state of the source: nothing else may be written over.
//!
//! The chains prove it. A root's row holds the head of its log; that head is the link of one row of the source's log, or the two have
//! different histories. Roots never vanish, so that one which the source does not know was never the source's.

use loyalty_core::log::LOG;
use loyalty_core::record::Root;
use loyalty_core::repository::{Read, Row, Value};

use super::CopyError;
use super::progress::Teller;
use super::sides::{ROOTS_MAX, Sides, VERSION, number, roots_behind};

const LOG_SEQ: usize = 3;
const LOG_HEAD: usize = 4;
const LINK: usize = 7;

/// Refuses a target that is neither empty nor an earlier state of the source.
pub(super) fn check(sides: &Sides<'_>, teller: &mut Teller<'_, '_>) -> Result<(), CopyError> {
    let mut last: Option<Row> = None;
    loop {
        let roots = sides.roots_of_target(last.as_ref())?;
        let is_last = roots.len() < ROOTS_MAX;
        last = roots.last().map(|(target, _)| target.clone());
        let mut changed = Vec::new();
        for (target, source) in roots {
            let source = source.ok_or_else(|| CopyError::Foreign { what: root(&target).name() })?;
            if target != source {
                changed.push((target, source));
            }
        }
        check_changed(sides, &changed)?;
        teller.step(0, 0)?;
        if is_last {
            return Ok(());
        }
    }
}

/// Refuses roots that are not what the source's were once.
fn check_changed(sides: &Sides<'_>, changed: &[(Row, Row)]) -> Result<(), CopyError> {
    if let Some((target, _)) = changed.iter().find(|(target, source)| number(target, VERSION) > number(source, VERSION)) {
        return Err(CopyError::Ahead { root: root(target) });
    }
    let reads: Vec<Read> =
        changed.iter().map(|(target, _)| Read::Get(&LOG, vec![target.value(0).clone(), target.value(LOG_SEQ).clone()])).collect();
    for ((target, source), row) in changed.iter().zip(sides.source(&reads)?) {
        let link = row.first().map(|row| row.value(LINK));
        let is_past = number(target, VERSION) < number(source, VERSION) && link == Some(target.value(LOG_HEAD));
        if !is_past {
            return Err(CopyError::OtherHistory { root: root(target) });
        }
    }
    Ok(())
}

/// How many roots the source has.
pub(super) fn count(sides: &Sides<'_>, teller: &mut Teller<'_, '_>) -> Result<u64, CopyError> {
    let mut count = 0;
    let mut last: Option<Row> = None;
    loop {
        let page = sides.source(&[Read::Scan(roots_behind(last.as_ref()))])?.concat();
        count += page.len() as u64;
        teller.step(0, 0)?;
        match page.len() < ROOTS_MAX {
            true if count == 0 => return Err(CopyError::Empty),
            true => return Ok(count),
            false => last = page.into_iter().last(),
        }
    }
}

/// The root of a row.
pub(super) fn root(row: &Row) -> Root {
    match row.value(0) {
        Value::Bytes(bytes) => Root::from_bytes(bytes),
        _ => Root::program(),
    }
}
