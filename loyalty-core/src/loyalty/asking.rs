//! What is above a limit: the request that a command becomes, and the command that a grant lets through (rule P2).

use super::door::{Answer, Asked, Attempt, Door, Options};
use super::recording::queue_event;
use super::redirect::redirect;
use super::rights::allow;
use crate::approval::{Approval, ApprovalFacts, Decided, Request};
use crate::catalogue::{self, Reader};
use crate::context::Context;
use crate::error::{Error, Reason};
use crate::gather::Gather;
use crate::hex::hex;
use crate::id::Id;
use crate::json::{Raw, Tree, grow};
use crate::limits::RETRIES_MAX;
use crate::operation::Job;
use crate::record::Root;
use crate::unit::{Above, Overlay, Unit};

/// The argument that names a gift card in secret: it is never kept.
const CODE: &str = "code";

/// The argument that names it by its number.
const CARD: &str = "gift_card";

/// Makes a request for approval of a command that would be done, were it not above a limit. Nothing of the command is committed.
///
/// # Errors
/// `approval_required` of a preview, which makes none; `limit_exceeded` where nobody can be asked.
pub(super) fn ask(
    job: &dyn Job,
    options: &Options,
    unit: &Unit<'_>,
    roots: &[Root],
    asked: &Asked<'_>,
    above: Above,
) -> Result<Answer, Error> {
    let refused = |above: Above, so: &str| Error::limit_exceeded(format_args!("{} ({so})", above.limit), above.allowed, above.requested);
    let Reader::One(_) = catalogue::find(job.name())?.read else {
        return Err(refused(above, "a batch asks for no approval; do it by hand"));
    };
    let (Some(root), Some(arguments)) = (place(unit, roots), arguments(job, roots)?) else {
        return Err(refused(above, "name one customer, or a gift card that there is, to ask for approval"));
    };
    if options.preview {
        let Above { limit, allowed, requested, .. } = above;
        return Err(Reason::ApprovalRequired { limit, allowed, requested, approval: None, state: "open" }.into());
    }
    let id = unit.context().random("approval", root.bytes())?;
    let id = format!("a-{}", hex(id.first_chunk::<10>().map_or(&[], |id| id)));
    let scope = asked.scope.unwrap_or(&root);
    let facts = ApprovalFacts {
        operation: job.name().to_owned(),
        arguments,
        if_version: options.if_version,
        key: options.idempotency_key.clone(),
        scope: String::from_utf8_lossy(scope.bytes()).into_owned(),
        asker: unit.context().actor.clone(),
        above,
        decision: None,
        came_from: None,
    };
    let id = Id::new(id).map_err(Error::internal)?;
    let approval = Approval { root, id, decided: Decided::Open, asked_at: unit.now(), request: asked.request, facts };
    Ok(Answer::Ask(Box::new(Request(approval))))
}

/// Below which root a request is kept, where an erasure finds all that it says: the one customer it concerns, or else a gift card that there is.
fn place(unit: &Unit<'_>, roots: &[Root]) -> Option<Root> {
    let mut customers: Vec<&Root> = roots.iter().filter(|root| root.customer_id().is_some()).gather();
    customers.dedup();
    let is_there =
        |root: &&Root| root.gift_card_number().is_some() && unit.roots().any(|(other, state)| other == *root && state.version > 0);
    match customers.as_slice() {
        [] => roots.iter().find(is_there).cloned(),
        [customer] => Some((*customer).clone()),
        _ => None,
    }
}

/// The arguments as they are kept: without a code, which works like money. The card that it led to is named by its number.
fn arguments(job: &dyn Job, roots: &[Root]) -> Result<Option<Tree>, Error> {
    let mut arguments = grow(&job.canonical(), "args")?;
    let Tree::Object(fields) = &mut arguments else { return Ok(None) };
    let before = fields.len();
    fields.retain(|(name, _)| name != CODE);
    if fields.len() < before {
        let Some(number) = roots.iter().find_map(Root::gift_card_number) else { return Ok(None) };
        fields.retain(|(name, _)| name != CARD);
        fields.push((CARD.to_owned(), Tree::from(number.as_str())));
    }
    Ok(Some(arguments))
}

/// Runs a command that somebody asked for earlier, as them: a merged id leads to the survivor, and they need the right still.
pub(super) fn run_errand(unit: &mut Unit<'_>, operation: &str, arguments: &Tree) -> Result<Raw, Error> {
    let Reader::One(read) = catalogue::find(operation)?.read else {
        return Err(Error::internal(format_args!("'{operation}' waits for approval, and is no command")));
    };
    let mut job = read(arguments)?;
    let named = job.roots();
    if let Some(redirect) = redirect(unit, job.as_ref(), &named)? {
        job = redirect.job;
    }
    let mut roots = job.roots();
    allow(&unit.program(), unit.context(), job.name(), job.kind(), &roots)?;
    roots.extend(job.find_root(unit)?);
    for root in roots.iter().chain(&named) {
        unit.rest_on(root)?;
    }
    let result = job.run(unit)?;
    queue_event(job.as_ref(), unit, &roots, &result)?;
    Ok(result)
}

impl Door<'_> {
    /// Keeps a request in a commit of its own, and answers the refusal that names it; the one that waits already, where it is the same.
    pub(super) fn keep(&self, request: &Request, context: &Context) -> Error {
        // Who may ask for the command may ask for its approval.
        let door = Door { is_for_host: true, ..*self };
        let nothing = Overlay::default();
        for _ in 0..RETRIES_MAX {
            let work = match door.prepare(request, &Options::default(), context, &nothing) {
                Ok(Attempt::Done(prepared)) => prepared.work,
                Ok(_) => continue,
                Err(error) => return error,
            };
            let changes = work.map(|work| work.into_changes());
            match self.repository.commit(changes.into_iter().gather()) {
                Ok(answers) if answers.iter().all(Result::is_ok) => return request.0.refusal(context.at),
                Ok(_) => {}
                Err(error) => return error.into(),
            }
        }
        Reason::Busy.into()
    }
}
