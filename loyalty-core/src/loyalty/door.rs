//! What happens around every operation, once: rights, idempotency, versions, preview, log, outbox, commit, retry.

use std::cell::OnceCell;
use std::sync::Arc;

use super::asking::{ask, run_errand};
use super::recording::{queue_event, write_log};
use super::redirect::redirect;
use super::replay::replay;
use super::rights::{allow, require_own};
use super::{Programs, plan};
use crate::account::{ACCOUNT, Account};
use crate::approval::Request;
use crate::context::Context;
use crate::customer::CUSTOMER;
use crate::digest::Digest;
use crate::entry::Entry;
use crate::error::{Error, Reason, Retry};
use crate::following::follow;
use crate::gift_card::{GIFT_CARD, GiftCard};
use crate::id::{CustomerId, Id};
use crate::json::{self, Raw};
use crate::limits::RETRIES_MAX;
use crate::log::{IDEMPOTENCY, RefusedCommand, UsedKey};
use crate::operation::{Job, Kind};
use crate::program::{PointKind, Program};
use crate::receipt::Receipt;
use crate::record::{Record, Root};
use crate::repository::{Changes, Key, ROOT, Repository, Table, Value, Write};
use crate::reward::IssuedReward;
use crate::secret::Secret;
use crate::status;
use crate::stored_program::StoredProgram;
use crate::unit::{Deputy, Overlay, RootState, Unit, Work};

/// What a request says besides the operation.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Options {
    /// The same key with the same content gets the first receipt again (rule L10).
    pub idempotency_key: Option<Id>,
    /// The version of the edited record that the caller saw (rule K2).
    pub if_version: Option<u64>,
    /// Only show what would happen.
    pub preview: bool,
    /// The token of a preview: do exactly that.
    pub plan: Option<String>,
}

impl Options {
    /// Options with an idempotency key.
    pub fn key(key: Id) -> Self {
        Options { idempotency_key: Some(key), ..Options::default() }
    }
}

/// The door over one repository.
pub(crate) struct Door<'a> {
    pub(super) repository: &'a dyn Repository,
    pub(super) programs: &'a Programs,
    pub(super) secrets: &'a [Secret],
    /// Whether the host's own code asks, whose rights are not in the program.
    pub(super) is_for_host: bool,
}

/// What one run of an operation came to, before the commit.
pub(super) struct Prepared {
    pub(super) receipt: Receipt<Raw>,
    /// What to commit. Nothing for queries, previews and replays.
    pub(super) work: Option<Work>,
}

/// What became of one run of an operation.
pub(super) enum Attempt {
    /// It came to an end.
    Done(Box<Prepared>),
    /// Another commit came first: run it again.
    Again,
    /// It is above a limit, and becomes a request that somebody else grants.
    Ask(Box<Request>),
}

impl Door<'_> {
    /// Runs an operation and commits it, again when others come first.
    pub(super) fn submit(&self, job: &dyn Job, options: &Options, context: &Context) -> Result<Receipt<Raw>, Error> {
        let nothing = Overlay::default();
        for _ in 0..RETRIES_MAX {
            let prepared = match self.prepare(job, options, context, &nothing) {
                Ok(Attempt::Done(prepared)) => prepared,
                Ok(Attempt::Again) => continue,
                Ok(Attempt::Ask(request)) => return Err(self.refused(job, options, context, self.keep(&request, context))),
                Err(error) => return Err(self.refused(job, options, context, error)),
            };
            let Some(work) = prepared.work else { return Ok(prepared.receipt) };
            // A refusal of the commit (a version, a claim, a counter) is answered by the next run, which reads what stands there now.
            if self.repository.commit(vec![work.into_changes()])?.into_iter().all(|answer| answer.is_ok()) {
                return Ok(prepared.receipt);
            }
        }
        Err(Reason::Busy.into())
    }

    /// Runs an operation once, behind what a batch has staged so far.
    pub(super) fn prepare(&self, job: &dyn Job, options: &Options, context: &Context, batch: &Overlay) -> Result<Attempt, Error> {
        let seat = OnceCell::new();
        let unit = Unit::new(self.repository, batch, context, self.programs.get().1).with_secrets(self.secrets);
        let mut unit = unit.with_deputy(Deputy { seat: &seat, run: run_errand });
        // The request as it came: its digest and its root are what an idempotency key stands for, wherever it leads. Only commands have one.
        let request = if job.kind() == Kind::Command { self.request_digest(job) } else { [0; 32] };
        let named = job.roots();
        self.open(&mut unit, &named, options, batch)?;
        let redirect = redirect(&mut unit, job, &named)?;
        let (job, mut roots) = match &redirect {
            Some(redirect) => (redirect.job.as_ref(), redirect.job.roots()),
            None => (job, named.clone()),
        };
        if redirect.is_some() {
            let mut keys = Vec::new();
            first_keys(&unit.program(), &roots, &Options::default(), context, &mut keys);
            unit.prefetch(keys)?;
        }
        if !self.is_for_host {
            allow(&unit.program(), context, job.name(), job.kind(), &roots)?;
        }
        if let Some(found) = job.find_root(&mut unit)? {
            // Where the arguments name a root that comes first: the key and the event belong to it.
            roots.push(found);
        }
        // On the named root too: where it leads must still be so at the commit.
        for root in roots.iter().chain(&named) {
            unit.rest_on(root)?;
        }
        // Where a root would tell what was found, a key counts for the shop as a whole.
        let shop = job.is_discreet().then(Root::program);
        let scope = shop.as_ref().or(named.first()).or(roots.first());
        let asked =
            Asked { operation: job.name(), request, named: &named, scope, redirected_to: redirect.as_ref().map(|redirect| &redirect.to) };
        match self.answer(job, options, &mut unit, &roots, &asked) {
            // What was read may have been torn by another commit: then neither an answer nor a refusal counts.
            Err(error) if error.retry() == Retry::Never && unit.is_torn()? => {
                drop(error);
                Ok(Attempt::Again)
            }
            Err(error) => Err(error),
            Ok(Answer::Ask(_)) if unit.is_torn()? => Ok(Attempt::Again),
            Ok(_) if job.kind() == Kind::Query && unit.is_torn()? => Ok(Attempt::Again),
            Ok(Answer::Ask(request)) => Ok(Attempt::Ask(request)),
            Ok(Answer::Final(receipt)) => Ok(Attempt::Done(Box::new(Prepared { receipt, work: None }))),
            Ok(Answer::Commit(receipt, states)) => {
                let work = Some(unit.into_work(states));
                Ok(Attempt::Done(Box::new(Prepared { receipt, work })))
            }
        }
    }

    /// Loads in one round trip what nearly every operation needs, and runs under the current program.
    pub(super) fn open(&self, unit: &mut Unit<'_>, roots: &[Root], options: &Options, batch: &Overlay) -> Result<(), Error> {
        let (cached_version, program) = self.programs.get();
        // One look at the cache decides: another thread may renew it meanwhile.
        unit.set_program(Arc::clone(&program));
        let mut keys = Vec::new();
        first_keys(&program, roots, options, unit.context(), &mut keys);
        unit.prefetch(keys)?;
        let version = unit.version_of(&Root::program())?;
        if version != cached_version {
            let stored = unit.get::<StoredProgram>(StoredProgram::key())?;
            let current = Arc::new(stored.map_or_else(Program::starter, |stored| stored.program));
            unit.set_program(Arc::clone(&current));
            // One that is only staged by a batch may never be committed: it must not be remembered.
            if batch.get(&ROOT, &StoredProgram::key()).is_none() {
                self.programs.set((version, current));
            }
        }
        Ok(())
    }

    fn answer(&self, job: &dyn Job, options: &Options, unit: &mut Unit<'_>, roots: &[Root], asked: &Asked<'_>) -> Result<Answer, Error> {
        let redirected_to = asked.redirected_to.cloned();
        if job.kind() != Kind::Command {
            require_plain(options, job.name())?;
            let result = job.run(unit)?;
            return Ok(Answer::Final(Receipt { redirected_to, ..bare(result, unit) }));
        }
        if job.redeems() && (options.preview || options.plan.is_some()) {
            let name = job.name();
            return Err(Error::invalid(
                "preview",
                format_args!("is not for '{name}', which lets somebody in, once; leave it and `plan` out"),
            ));
        }
        if let Some(receipt) = replay(unit, options, asked)? {
            return Ok(Answer::Final(receipt));
        }
        if !options.preview {
            unit.context().check_entropy()?;
        }
        unit.expect_version(options.if_version);
        let result = job.run(unit)?;
        follow(unit)?;
        unit.end_errand();
        require_own(unit, job.name(), asked.named)?;
        if unit.unchecked_version().is_some() {
            return Err(Error::invalid("if_version", format_args!("'{}' edits no record with a version; leave it out", job.name())));
        }
        if let Some(mut above) = unit.notes.above.take() {
            above.beside = std::mem::take(&mut unit.notes.measured);
            above.beside.remove(&above.point_type);
            return ask(job, options, unit, roots, asked, above);
        }
        let mut receipt = Receipt { redirected_to, ..self.receipt(result, unit)? };
        if job.is_discreet() {
            receipt.recorded_at = unit.context().at;
        }
        if options.preview || options.plan.is_some() {
            let token = plan::token(&asked.request, &receipt);
            if options.preview {
                receipt.plan = Some(token);
                return Ok(Answer::Final(receipt));
            }
            if options.plan.as_ref() != Some(&token) {
                receipt.plan = Some(token.clone());
                let receipt = json::tree(&receipt);
                return Err(Reason::PlanOutdated { plan: token, receipt }.into());
            }
        }
        queue_event(job, unit, roots, &receipt.result)?;
        if !job.is_discreet() {
            receipt.messages = std::mem::take(&mut unit.notes.messages);
        }
        let states = write_log(job, options, unit, asked, &receipt)?;
        // From here on nothing of the answer is kept: not in the log, which replays it, nor in a message or a plan.
        if let Some((field, value)) = &unit.notes.revealed {
            receipt.result = receipt.result.with(field, value);
        }
        Ok(Answer::Commit(receipt, states))
    }

    /// The receipt: the result, the entries written, the balances of the accounts touched; for a customer without those of third parties (rule W3).
    fn receipt(&self, result: Raw, unit: &mut Unit<'_>) -> Result<Receipt<Raw>, Error> {
        let program = unit.program();
        let places = |id: &str| program.point_type(id).map_or(0, |point_type| point_type.places);
        let for_customer = unit.context().is_customer();
        let mut receipt = bare(result, unit);
        let hidden = |unit: &Unit<'_>, root: &Root| for_customer && unit.notes.third_parties.contains(root);
        for noted in unit.notes.entries.iter().filter(|noted| !hidden(unit, &noted.root)) {
            let entry = noted.entry.downcast_ref::<Entry>().ok_or_else(|| Error::internal("what was noted is no entry"))?;
            receipt.entries.push(entry.view(places(&entry.point_type), for_customer)?);
        }
        for (root, point_type) in unit.notes.accounts.clone() {
            if hidden(unit, &root) {
                continue;
            }
            if let Some(account) = unit.get::<Account>(Account::key(&root, &point_type))? {
                receipt.balances.push(account.view()?);
            }
        }
        for (root, number) in unit.notes.issued.clone() {
            if hidden(unit, &root) {
                continue;
            }
            if let Some(issued) = unit.get::<IssuedReward>(IssuedReward::key(&root, number))? {
                receipt.rewards.push(issued.view(unit.now(), for_customer)?);
            }
        }
        Ok(receipt)
    }

    /// Notes a refused command in the log of refusals (rule P7). The refusal itself is the answer, whatever becomes of the note.
    ///
    /// A missing right is always noted, for queries and previews too; other refusals of previews only where a customer may be probing.
    pub(super) fn refused(&self, job: &dyn Job, options: &Options, context: &Context, error: Error) -> Error {
        let forbidden = error.code() == "forbidden";
        let is_try = job.kind() == Kind::Query || (options.preview && !context.is_customer());
        if forbidden || !is_try {
            let root = job.roots().into_iter().next().unwrap_or_else(Root::program);
            self.note_refusal(job.name(), root, &self.request_digest(job), context, &error);
        }
        error
    }

    /// What an idempotency key stands for: the operation and its canonical arguments, never time, randomness or actor (rule L10). It is kept; where that
    /// could tell who was asked for, it is the host's secret that hashes it.
    fn request_digest(&self, job: &dyn Job) -> [u8; 32] {
        let arguments = job.canonical();
        let keyed = self.secrets.first().filter(|_| job.is_discreet()).map(|secret| secret.hash(&arguments));
        let mut digest = Digest::new();
        digest.take(job.name().as_bytes());
        digest.take(&[0]);
        digest.take(keyed.as_deref().unwrap_or(&arguments).as_bytes());
        digest.end()
    }

    /// Writes a refusal into the log of refusals. The storage's trouble is none.
    pub(super) fn note_refusal(&self, operation: &str, root: Root, request: &[u8; 32], context: &Context, error: &Error) {
        if error.retry() != Retry::Never || matches!(error.reason(), Reason::Internal(_)) {
            return;
        }
        let mut digest = Digest::new();
        for part in [request, context.actor.id.as_str().as_bytes(), context.entropy.as_deref().unwrap_or_default().as_bytes()] {
            digest.take(part);
        }
        let row = RefusedCommand {
            at: context.at,
            digest: digest.end(),
            operation: operation.to_owned(),
            actor: context.actor.id.as_str().to_owned(),
            code: error.code().to_owned(),
            who: Some(RefusedCommand::who(&context.actor, &root)),
            root,
        };
        let _ = self.repository.commit(vec![Changes { writes: vec![Write::Put(row.to_row())], ..Changes::default() }]);
    }
}

/// What nearly every operation needs.
pub(super) fn first_keys(program: &Program, roots: &[Root], options: &Options, context: &Context, keys: &mut Vec<(&'static Table, Key)>) {
    keys.push((&ROOT, vec![Value::from(&Root::program())]));
    for root in roots {
        keys.push((&ROOT, vec![Value::from(root)]));
        if root.customer_id().is_some() {
            keys.push((&CUSTOMER, vec![Value::from(root)]));
            keys.extend(program.point_types.iter().map(|point_type| (&ACCOUNT, Account::key(root, point_type.id.as_str()))));
            keys.extend(status::keys(program, root));
        } else if root.gift_card_number().is_some() {
            keys.push((&GIFT_CARD, GiftCard::key(root)));
            let money = program.point_types.iter().filter(|point_type| point_type.kind == PointKind::Money);
            keys.extend(money.map(|point_type| (&ACCOUNT, Account::key(root, point_type.id.as_str()))));
        }
    }
    if let (Some(key), Some(root)) = (&options.idempotency_key, roots.first()) {
        keys.push((&IDEMPOTENCY, UsedKey::key(root, &UsedKey::own(&context.actor, key.as_str()))));
    }
}

/// What was asked for, before a merged id led elsewhere.
pub(super) struct Asked<'a> {
    /// The operation.
    pub(super) operation: &'static str,
    /// The digest of the request.
    pub(super) request: [u8; 32],
    /// The roots that it names.
    named: &'a [Root],
    /// The root in which an idempotency key counts: the first that is named or, by a code, found.
    pub(super) scope: Option<&'a Root>,
    /// The survivor to whom it went.
    redirected_to: Option<&'a CustomerId>,
}

pub(super) enum Answer {
    Final(Receipt<Raw>),
    Ask(Box<Request>),
    Commit(Receipt<Raw>, Vec<(Root, RootState)>),
}

fn bare(result: Raw, unit: &Unit<'_>) -> Receipt<Raw> {
    Receipt {
        result,
        recorded_at: unit.now(),
        entries: Vec::new(),
        balances: Vec::new(),
        rewards: Vec::new(),
        messages: Vec::new(),
        replayed: false,
        plan: None,
        redirected_to: None,
    }
}

/// Refuses options that make no sense for a query or a batch.
pub(super) fn require_plain(options: &Options, name: &str) -> Result<(), Error> {
    let given = [
        ("idempotency_key", options.idempotency_key.is_some()),
        ("if_version", options.if_version.is_some()),
        ("preview", options.preview),
        ("plan", options.plan.is_some()),
    ];
    match given.into_iter().find(|(_, given)| *given) {
        Some((field, _)) => Err(Error::invalid(field, format_args!("is for commands; '{name}' is none, leave it out"))),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use schemars::JsonSchema;

    use super::*;
    use crate::context::{Actor, ActorKind};
    use crate::customer::Create;
    use crate::id::{CustomerId, Slug};
    use crate::json::Json;
    use crate::loyalty::Loyalty;
    use crate::memory::Memory;
    use crate::operation::{self, Operation};

    /// A command of a customer that comes to rest on whatever account something leads it to.
    #[derive(Debug, Json, JsonSchema)]
    struct Astray {
        own: CustomerId,
        found: CustomerId,
    }

    impl Operation for Astray {
        const NAME: &'static str = "wishlist.set";
        const KIND: Kind = Kind::Command;
        type Output = ();

        fn roots(&self) -> Vec<Root> {
            operation::customer(&self.own)
        }

        fn run(&self, unit: &mut Unit<'_>) -> Result<(), Error> {
            unit.rest_on(&Root::customer(&self.found)).map(|_| ())
        }
    }

    // rule P1
    #[test]
    fn nothing_leads_a_customer_to_somebody_else() {
        let loyalty = Loyalty::new(Memory::new());
        let at = "2026-11-22T10:00:00Z".parse().unwrap();
        let maria = Context::agent(Id::new("maria").unwrap(), vec![Slug::new("admin").unwrap()], at, "sixteen bytes or more");
        let [own, other] = ["c-1", "c-2"].map(|id| CustomerId::new(id).unwrap());
        for id in [&own, &other] {
            loyalty.run(&Create::new(id.clone()), &maria).unwrap();
        }
        let actor = Actor { id: Id::new("c-1").unwrap(), kind: ActorKind::Customer, roles: Vec::new(), through: None };
        let customer = Context { actor, ..maria };
        let asks = |found: &CustomerId| loyalty.run(&Astray { own: own.clone(), found: found.clone() }, &customer).map(|_| ());
        asks(&own).unwrap();
        let refusal = asks(&other).unwrap_err().into_reason();
        assert!(matches!(refusal, Reason::NotOwnAccount { .. }), "{refusal:?}");
    }
}
