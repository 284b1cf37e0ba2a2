//! Commits: all change sets in one round trip, and one after another where one of them is refused.
//!
//! READ COMMITTED is enough, and on every engine the same: whether a change set goes through is decided by statements that
//! write, each of which looks at the newest row and holds its lock until the end. A root's version is compared and moved on
//! by one such statement, a claim is decided by its unique key, a counter by a step that is tried within bounds. What was
//! merely read before is covered by the versions of its roots: had any of it changed, so had they.

use std::ops::Range;
use std::time::{Duration, Instant};

use loyalty_core::repository::{Changes, Refusal, StorageError};

use super::merge::{merged, runs};
use super::parts::{Part, Stop, lock, parts};
use super::pool::Pool;
use super::{Ask, Driver, Failed, Meaning, ServerError, Session, explain};
use crate::statement::Statements;

/// How often a commit is tried that others foil.
const TRIES: u32 = 20;

/// An answer for each change set.
pub(super) type Answers = Vec<Result<(), Refusal>>;

pub(super) fn commit<D: Driver>(
    pool: &Pool<D>,
    statements: &Statements,
    changes: &[Changes],
    timeout: Duration,
) -> Result<Answers, StorageError> {
    if changes.is_empty() {
        return Ok(Vec::new());
    }
    let until = Instant::now() + timeout;
    let mut was_read_only = false;
    for attempt in 1..=TRIES {
        match pool.with(|session| together::<D>(session, statements, changes)) {
            Ok(Some(answers)) => return Ok(answers),
            Ok(None) if Instant::now() >= until => break,
            Ok(None) => pause(attempt),
            // Another server may take the writes by now. Whether it does, the next connection tells.
            Err(ServerError::ReadOnly) if !was_read_only => was_read_only = true,
            Err(error) => return Err(error.failed()),
        }
    }
    Err(ServerError::Busy { message: "other commits were in the way again and again".to_owned() }.failed())
}

/// Waits a little longer each time, and not as long as the others do.
fn pause(attempt: u32) {
    let entropy = std::hash::BuildHasher::hash_one(&std::hash::RandomState::new(), attempt);
    let most_us = 1_000_u64 << attempt.min(6);
    std::thread::sleep(Duration::from_micros(entropy.checked_rem(most_us).unwrap_or(0)));
}

/// Statements, and the parts they belong to.
#[derive(Default)]
struct Script<'a> {
    asks: Vec<Ask<'a>>,
    /// Each part with the numbers of its statements.
    parts: Vec<(Range<usize>, Part<'a>)>,
}

impl<'a> Script<'a> {
    fn plain(&mut self, text: &'static str) {
        self.asks.push(Ask::plain(text));
    }

    fn part<D: Driver>(&mut self, statements: &'a Statements, part: Part<'a>) -> Result<(), ServerError> {
        let begin = self.asks.len();
        self.asks.extend(D::forms(statements, &part)?);
        self.parts.push((begin..self.asks.len(), part));
        Ok(())
    }

    /// The part to which a statement belongs.
    fn part_at(self, at: usize) -> Option<Part<'a>> {
        self.parts.into_iter().find(|(asks, _)| asks.contains(&at)).map(|(_, part)| part)
    }
}

/// What came of a transaction.
enum Done<'a> {
    /// All was applied.
    Applied,
    /// A part was refused, and nothing was applied.
    Refused(Part<'a>),
    /// Others were in the way, and nothing was applied.
    Again,
}

/// All change sets in one round trip, and apart where that is refused. `None` when others were in the way.
fn together<D: Driver>(session: &mut dyn Session, statements: &Statements, changes: &[Changes]) -> Result<Option<Answers>, ServerError> {
    let mut script = Script::default();
    script.plain(D::BEGIN);
    if let Some(lock) = lock(changes) {
        script.part::<D>(statements, lock)?;
    }
    for together in runs(changes) {
        if let Some(parts) = merged(&together) {
            parts.into_iter().try_for_each(|part| script.part::<D>(statements, part))?;
            continue;
        }
        for set in together.sets {
            match (parts(set), changes) {
                (Ok(parts), _) => parts.into_iter().try_for_each(|part| script.part::<D>(statements, part))?,
                (Err(Stop::Error(error)), _) => return Err(error),
                (Err(Stop::Refused(refusal)), [_]) => return Ok(Some(vec![Err(refusal)])),
                (Err(Stop::Refused(_)), _) => return one_by_one::<D>(session, statements, changes),
            }
        }
    }
    script.plain("COMMIT");
    match (run(session, script, true)?, changes) {
        (Done::Applied, _) => Ok(Some(changes.iter().map(|_| Ok(())).collect())),
        (Done::Again, _) => Ok(None),
        (Done::Refused(part), [only]) => {
            let refusal = explain::refusal::<D>(session, statements, only, &part)?;
            Ok(refusal.map(|refusal| vec![Err(refusal)]))
        }
        (Done::Refused(_), _) => one_by_one::<D>(session, statements, changes),
    }
}

/// Sends a whole transaction, or a savepoint. What was begun is taken back unless all was applied.
fn run<'a>(session: &mut dyn Session, script: Script<'a>, commits: bool) -> Result<Done<'a>, ServerError> {
    let Err(failed) = session.send(&script.asks) else { return Ok(Done::Applied) };
    let last = script.asks.len() - 1;
    let Failed { at, sent, meaning, error } = failed;
    let may_stand = commits
        && match meaning {
            Meaning::Lost => sent > last,
            Meaning::Again | Meaning::Duplicate | Meaning::Guard | Meaning::Exists => false,
            // The server says that it could not commit, and not whether it had begun to.
            Meaning::Apart | Meaning::Other => at == last,
        };
    match meaning {
        _ if may_stand => Err(ServerError::ReplyLost { message: error.to_string() }),
        Meaning::Again | Meaning::Guard | Meaning::Duplicate => {
            let back = if commits { "ROLLBACK" } else { "ROLLBACK TO SAVEPOINT loyalty_set" };
            if meaning == Meaning::Again {
                // Part of the transaction may be gone already, with its savepoints; a node of a cluster says so once more.
                return match commits.then(|| session.send(&[Ask::plain(back)])) {
                    Some(Err(failed)) if failed.meaning != Meaning::Again => Err(failed.error),
                    _ => Ok(Done::Again),
                };
            }
            session.send(&[Ask::plain(back)])?;
            match script.part_at(at) {
                Some(part) => Ok(Done::Refused(part)),
                None => Err(error),
            }
        }
        // The next try goes to another server, where there is one.
        Meaning::Apart if commits && error != ServerError::ReadOnly => Ok(Done::Again),
        Meaning::Apart | Meaning::Lost | Meaning::Exists | Meaning::Other => Err(error),
    }
}

/// A transaction with a savepoint for each change set. `None` when others were in the way.
fn one_by_one<D: Driver>(session: &mut dyn Session, statements: &Statements, changes: &[Changes]) -> Result<Option<Answers>, ServerError> {
    session.send(&[Ask::plain(D::BEGIN)])?;
    let answers = each::<D>(session, statements, changes)?;
    let end = match &answers {
        Some(answers) if answers.iter().any(Result::is_ok) => "COMMIT",
        _ => "ROLLBACK",
    };
    let mut script = Script::default();
    script.plain(end);
    match run(session, script, end == "COMMIT")? {
        Done::Applied => Ok(answers),
        Done::Again | Done::Refused(_) => Ok(None),
    }
}

/// Change sets one after another in a transaction that is open already. `None` when the server took it back.
pub(super) fn each<D: Driver>(
    session: &mut dyn Session,
    statements: &Statements,
    changes: &[Changes],
) -> Result<Option<Answers>, ServerError> {
    if let Some(lock) = lock(changes) {
        match session.send(&D::forms(statements, &lock)?) {
            Err(failed) if failed.meaning == Meaning::Again => return Ok(None),
            sent => sent?,
        };
    }
    let mut answers = Vec::with_capacity(changes.len());
    for set in changes {
        let mut script = Script::default();
        script.plain("SAVEPOINT loyalty_set");
        match parts(set) {
            Ok(parts) => parts.into_iter().try_for_each(|part| script.part::<D>(statements, part))?,
            Err(Stop::Error(error)) => return Err(error),
            Err(Stop::Refused(refusal)) => {
                answers.push(Err(refusal));
                continue;
            }
        }
        script.plain("RELEASE SAVEPOINT loyalty_set");
        match run(session, script, false)? {
            Done::Applied => answers.push(Ok(())),
            Done::Again => return Ok(None),
            Done::Refused(part) => match explain::refusal::<D>(session, statements, set, &part)? {
                Some(refusal) => answers.push(Err(refusal)),
                None => return Ok(None),
            },
        }
    }
    Ok(Some(answers))
}
