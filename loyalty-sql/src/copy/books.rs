//! The books of customers and gift cards, verified on both sides as `journal.verify` does.

use std::sync::Arc;
use std::thread;

use loyalty_core::context::{Actor, ActorKind, Context};
use loyalty_core::error::{Error, Retry};
use loyalty_core::id::Id;
use loyalty_core::journal::{Verified, Verify as VerifyJournal};
use loyalty_core::operation::Operation;
use loyalty_core::program::Program;
use loyalty_core::repository::{Repository, Row};
use loyalty_core::time::Timestamp;
use loyalty_core::unit::{Overlay, Unit};

use super::comparison::is_moving;
use super::past::root;
use super::progress::{Stage, Teller};
use super::report::Report;
use super::sides::{ROOTS_MAX, Sides};
use super::{CopyError, Verify};

/// The verdict on the books of a root, or why there is none.
type Verdict = Result<Verified, Error>;

/// Verifies the books of all customers and gift cards, or of every so many.
pub(super) fn run(sides: &Sides<'_>, verify: Verify, teller: &mut Teller<'_, '_>, report: &mut Report) -> Result<(), CopyError> {
    let every = match verify {
        Verify::Sample(0) | Verify::Nothing => return Ok(()),
        Verify::Sample(most) => report.roots.div_ceil(most).max(1),
        Verify::All => 1,
    };
    teller.begin(Stage::Verifying, Some(report.roots));
    let mut last: Option<Row> = None;
    let mut seen: u64 = 0;
    loop {
        let page: Vec<Row> = sides.roots_of_target(last.as_ref())?.into_iter().map(|(target, _)| target).collect();
        let is_last = page.len() < ROOTS_MAX;
        last = page.last().cloned();
        // Few at a time, so that one who stops waits for no more than these.
        for rows in page.chunks(50) {
            let chosen = rows.iter().zip(seen..).filter(|(_, number)| number.is_multiple_of(every));
            let chosen: Vec<(&Row, VerifyJournal)> = chosen.filter_map(|(row, _)| Some((row, VerifyJournal::of(&root(row))?))).collect();
            for ((row, _), verdicts) in chosen.iter().zip(both(sides, &chosen)?) {
                judge(sides, row, &root(row).name(), verdicts, report)?;
            }
            seen += rows.len() as u64;
            teller.step(rows.len() as u64, 0)?;
        }
        if is_last {
            return Ok(());
        }
    }
}

/// Asks both sides at once: they are busy with different things, and a server with its own processors.
fn both(sides: &Sides<'_>, chosen: &[(&Row, VerifyJournal)]) -> Result<Vec<[Verdict; 2]>, CopyError> {
    let context = context().map_err(CopyError::Books)?;
    let program = Arc::new(Program::starter());
    let ask = |repository: &dyn Repository| -> Vec<Verdict> {
        let one = |verify: &VerifyJournal| {
            let nothing = Overlay::default();
            verify.run(&mut Unit::new(repository, &nothing, &context, Arc::clone(&program)))
        };
        chosen.iter().map(|(_, verify)| one(verify)).collect()
    };
    let (source, target) = thread::scope(|scope| {
        let target = scope.spawn(|| ask(sides.to));
        (ask(sides.from), target.join())
    });
    let target = target.map_err(|_| CopyError::Books(Error::internal("the thread that verified the target died")))?;
    Ok(source.into_iter().zip(target).map(|(source, target)| [source, target]).collect())
}

/// Whoever goes on in the source meanwhile is judged by the next copy.
fn judge(sides: &Sides<'_>, row: &Row, owner: &str, verdicts: [Verdict; 2], report: &mut Report) -> Result<(), CopyError> {
    let mut problems = Vec::new();
    let mut heads = Vec::new();
    for (side, verdict) in ["source", "target"].into_iter().zip(verdicts) {
        match verdict {
            Ok(verified) => {
                let unsound = verified.difference.map(|found| format!("the books of {owner} are not sound in the {side}: {found:?}"));
                problems.extend(unsound);
                heads.push(verified.head);
            }
            Err(error) if error.retry() != Retry::Never || error.code() == "storage_failed" => return Err(CopyError::Books(error)),
            Err(error) => problems.push(format!("the books of {owner} cannot be read in the {side}: {error}")),
        }
    }
    if let [source, target] = heads.as_slice()
        && source != target
    {
        problems.push(format!("the chain of {owner} has the head {source} in the source and {target} in the target"));
    }
    if !problems.is_empty() && is_moving(sides, row)? {
        return Ok(());
    }
    report.books.asked += 1;
    report.books.sound += u64::from(problems.is_empty());
    problems.into_iter().for_each(|problem| report.tell(|| problem));
    Ok(())
}

/// Nobody asks whether a copy may look: who may open both sides may see everything.
fn context() -> Result<Context, Error> {
    let actor = Actor { id: Id::new("copy").map_err(Error::internal)?, kind: ActorKind::System, roles: Vec::new(), through: None };
    Ok(Context { actor, at: Timestamp::from_micros(0), entropy: None })
}
