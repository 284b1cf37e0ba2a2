//! Drives the engine and the model side by side, and compares what they say after every step.

use chrono_tz::Tz;
use loyalty_core::context::Context;
use loyalty_core::customer;
use loyalty_core::error::{Error, Reason};
use loyalty_core::id::{CustomerId, Id, Slug};
use loyalty_core::loyalty::{Loyalty, Options};
use loyalty_core::program;
use loyalty_core::repository::Repository;
use loyalty_core::time::Timestamp;
use loyalty_core::{maintenance, membership};

use crate::book::Fault;
use crate::calendar::{SECOND, date, plus_days};
use crate::command::{Act, Command, Given, Which};
use crate::model::{Customer, Model};
use crate::program::{KINDS, STARTS, document};
use crate::step::{Deed, Ends, Much, Pick, Scenario, Step, Way};
use crate::told::Told;

/// What a comparison found; the text says where the two differ.
pub type Checked = Result<(), String>;

/// Engine and model, side by side.
pub struct Drive<'l, R> {
    pub loyalty: &'l Loyalty<R>,
    pub model: Model,
    pub ids: Vec<CustomerId>,
    pub now: i64,
    /// Nothing is sent with an earlier time than that of the last sweep.
    swept_at: i64,
    calls: u64,
    keyed: Vec<Keyed>,
    shown: Vec<Shown>,
    /// Past totals that were told.
    pub seen: Vec<Seen>,
}

/// A command that was sent with a key, and the receipt if it succeeded.
struct Keyed {
    command: Command,
    key: Id,
    first: Option<Told>,
}

/// A total of a past moment, as it was told at a time.
#[derive(Clone, Copy)]
pub struct Seen {
    pub who: usize,
    pub kind: usize,
    pub at: i64,
    pub moment: i64,
    pub total: i64,
}

/// A preview that was shown.
struct Shown {
    command: Command,
    promise: Told,
    token: String,
}

/// The ways in which customers begin.
const STATES: &[&str] = &["enrolled", "registered", "guest"];

/// Runs a whole scenario on a repository, with customers of its own.
pub fn run<R: Repository>(loyalty: &Loyalty<R>, scenario: &Scenario, fault: Fault) -> Checked {
    let (zone, start) = STARTS[scenario.start];
    let now = start.parse::<Timestamp>().unwrap().micros();
    let model = Model {
        zone: zone.parse::<Tz>().unwrap(),
        forfeit: scenario.forfeit,
        fault,
        customers: STATES.iter().map(|state| Customer::new(state, now)).collect(),
    };
    let ids = (0..STATES.len()).map(|who| CustomerId::new(format!("c{who}")).unwrap()).collect();
    let mut drive = Drive { loyalty, model, ids, now, swept_at: now, calls: 0, keyed: Vec::new(), shown: Vec::new(), seen: Vec::new() };
    drive.begin(zone).map_err(|error| format!("beginning: {error}"))?;
    for (number, step) in scenario.steps.iter().enumerate() {
        let (who, kind) = (step.who, KINDS.get(step.kind).map_or(scenario.focus, |_| step.kind));
        let told = |text: String| format!("step {number} ({step:?}): {text}");
        drive.step(step, kind).and_then(|()| drive.check(who, kind, number)).map_err(told)?;
    }
    drive.check_all().map_err(|text| format!("at the end: {text}"))
}

impl<R: Repository> Drive<'_, R> {
    /// The context of the next call.
    pub fn context(&mut self, at: i64) -> Context {
        self.calls += 1;
        let roles = vec![Slug::new("admin").unwrap()];
        Context::agent(Id::new("maria").unwrap(), roles, Timestamp::from_micros(at), format!("not random at all {}", self.calls))
    }

    fn begin(&mut self, zone: &str) -> Result<(), Error> {
        let context = self.context(self.now);
        self.loyalty.run(&program::Set { program: document(zone, self.model.forfeit).into() }, &context)?;
        for (id, state) in self.ids.clone().into_iter().zip(STATES) {
            let account = if *state == "guest" { customer::Account::Guest } else { customer::Account::Registered };
            self.loyalty.run(&customer::Create { state: account, ..customer::Create::new(id.clone()) }, &context)?;
            if *state == "enrolled" {
                self.loyalty.run(&membership::Enroll::new(id), &context)?;
            }
        }
        self.model.customers[0].version = 2;
        Ok(())
    }

    fn step(&mut self, step: &Step, kind: usize) -> Checked {
        let act = match step.deed {
            Deed::Wait(seconds) => {
                self.now += seconds * SECOND;
                return Ok(());
            }
            Deed::WaitForDue { micros } => {
                let due = self.model.next_instant(self.now);
                self.now = due.map_or(self.now, |due| self.now.max(due + micros));
                return Ok(());
            }
            Deed::Maintain { limit } => return self.maintain(limit),
            Deed::Again { nth, other } => return self.again(nth, other),
            Deed::Confirm { nth } => return self.confirm(nth),
            Deed::Member(change) => Act::Member(change),
            Deed::Adjust { amount, back, given } => {
                Act::Adjust { amount: self.signed(step.who, kind, amount), since: self.back(back), given: self.given(given) }
            }
            // An earning cannot be asked to last for ever.
            Deed::Earn { amount, back, given: Ends::Never } => Act::Earn { amount, since: self.back(back), given: Given::None },
            Deed::Earn { amount, back, given } => Act::Earn { amount, since: self.back(back), given: self.given(given) },
            Deed::Spend(much) => Act::Spend { amount: self.amount(step.who, kind, much) },
            Deed::Hold(much, seconds) => Act::Hold { amount: self.amount(step.who, kind, much), seconds },
            Deed::Capture(pick) => {
                let (hold, amount) = self.hold(step.who, kind, pick);
                Act::Capture { hold, amount }
            }
            Deed::Release(pick) => {
                let (hold, amount) = self.hold(step.who, kind, pick);
                Act::Release { hold, amount }
            }
            Deed::Reverse(pick) => self.reverse(step.who, kind, pick),
            Deed::Redate { entry, after, before, given } => {
                let lines = self.model.customers[step.who].books[kind].lines.len();
                let hours = |hours: i64| self.now + hours * 3_600 * SECOND;
                let entry = entry.map(|nth| (lines - nth % (lines + 1)) as u64);
                let which = Which { entry, after: after.map(hours), before: before.map(hours) };
                Act::Redate { which, given: given.map(|ends| self.given(ends)) }
            }
            Deed::Reinstate { entry, amount, given } => {
                let lines = self.model.customers[step.who].books[kind].lines.len();
                let entry = entry.map(|nth| (lines - nth % (lines + 1)) as u64);
                Act::Reinstate { entry, amount, given: self.given(given) }
            }
        };
        self.send(Command { who: step.who, kind, act }, step.way)
    }

    fn amount(&self, who: usize, kind: usize, much: Much) -> i64 {
        match much {
            Much::Units(units) => units,
            Much::All(more) => (self.model.balance(who, kind, self.now).active + more).max(1),
        }
    }

    /// An adjustment of all takes all.
    fn signed(&self, who: usize, kind: usize, much: Much) -> i64 {
        match much {
            Much::Units(units) => units,
            Much::All(_) => -self.amount(who, kind, much),
        }
    }

    fn back(&self, hours: u32) -> Option<i64> {
        (hours > 0).then(|| self.now - i64::from(hours) * 3_600 * SECOND)
    }

    fn given(&self, ends: Ends) -> Given {
        match ends {
            Ends::AsTheTypeSays => Given::None,
            Ends::Days(days) => Given::Days(days),
            Ends::Through(days) if days < 0 => Given::Through(date(self.model.zone, self.now) - chrono::Days::new(days.unsigned_abs())),
            Ends::Through(days) => Given::Through(plus_days(date(self.model.zone, self.now), days as u32)),
            Ends::At(hours) => Given::At(self.now + hours * 3_600 * SECOND),
            Ends::Never => Given::Never,
            Ends::Two => Given::Two,
        }
    }

    /// The hold that is picked, and which part of it. One too far is a hold that there is not.
    fn hold(&self, who: usize, kind: usize, pick: Pick) -> (u64, Option<i64>) {
        let book = &self.model.customers[who].books[kind];
        let nth = pick.nth % (book.holds.len() + 1);
        let left = book.holds.len().checked_sub(nth + 1).map_or(0, |index| book.holds[index].left());
        ((book.holds.len() - nth) as u64, part(left, pick.tenths))
    }

    /// The entry that is picked, and which part of it. One too far is an entry that there is not.
    fn reverse(&self, who: usize, kind: usize, pick: Pick) -> Act {
        let book = &self.model.customers[who].books[kind];
        let nth = pick.nth % (book.lines.len() + 1);
        let left = book.lines.len().checked_sub(nth + 1).map_or(0, |index| (book.lines[index].amount.abs() - book.reversed[index]).max(0));
        Act::Reverse { entry: (book.lines.len() - nth) as u64, amount: part(left, pick.tenths) }
    }

    fn send(&mut self, command: Command, way: Way) -> Checked {
        let at = if let Way::Late(seconds) = way { (self.now - seconds * SECOND).max(self.swept_at) } else { self.now };
        match way {
            Way::Plain | Way::Late(_) => self.both(&command, at, &Options::default()).map(|_| ()),
            Way::Keyed => {
                let number = self.keyed.iter().filter(|keyed| keyed.command.who == command.who).count();
                let key = Id::new(format!("key-{number}")).unwrap();
                let first = self.both(&command, at, &Options::key(key.clone()))?;
                self.keyed.push(Keyed { command, key, first });
                Ok(())
            }
            Way::Version { stale } => self.versioned(&command, at, stale),
            Way::Preview => self.preview(command).map(|_| ()),
            Way::Confirmed if self.preview(command)? => self.confirm(0),
            Way::Confirmed => Ok(()),
        }
    }

    /// Sends a command to both and compares; the receipt, if there is one.
    fn both(&mut self, command: &Command, at: i64, options: &Options) -> Result<Option<Told>, String> {
        let foretold = self.model.run(command, at);
        let context = self.context(at);
        let answer = command.send(self.loyalty, &self.ids[command.who], options, &context);
        match (foretold, answer) {
            (Ok((foretold, after)), Ok((told, false))) => {
                same("the receipt", &foretold, &told)?;
                // What is recorded at the time of a telling, or with an earlier time, belongs to what was told then.
                self.seen.retain(|seen| seen.who != command.who || seen.at < after.recorded);
                self.model.customers[command.who] = after;
                Ok(Some(told))
            }
            (Err(code), Err(error)) if code == error.code() => self.refused(command, at, &error).map(|()| None),
            (foretold, answer) => Err(differ("the outcome", &foretold.map(|(told, _)| told), &answer)),
        }
    }

    /// What a refusal says about the balance.
    fn refused(&self, command: &Command, at: i64, error: &Error) -> Checked {
        let Reason::InsufficientBalance { available, pending, held, .. } = error.reason() else { return Ok(()) };
        let balance = self.model.balance(command.who, command.kind, at);
        let told =
            [available, pending, held].map(|quantity| crate::told::units(loyalty_core::amount::Quantity::new(*quantity), command.kind));
        same("what is there, says the refusal", &[balance.active, balance.pending, balance.held], &told)
    }

    /// Sends a command with the version that the caller saw, or with a stale one: then it is refused.
    fn versioned(&mut self, command: &Command, at: i64, stale: bool) -> Checked {
        let customer = &self.model.customers[command.who];
        let current = match command.act {
            Act::Member(_) => customer.version,
            _ => self.model.settled(command.who, command.kind, at).0.lines.len() as u64,
        };
        let options = Options { if_version: Some(current + u64::from(stale)), ..Options::default() };
        if !stale {
            return self.both(command, at, &options).map(|_| ());
        }
        let foretold = self.model.run(command, at).map(|(told, _)| told);
        let context = self.context(at);
        match (foretold, command.send(self.loyalty, &self.ids[command.who], &options, &context)) {
            (_, Err(error)) if matches!(error.reason(), Reason::VersionConflict { current: now, .. } if *now == current) => Ok(()),
            (Err(code), Err(error)) if code == error.code() => Ok(()),
            (foretold, answer) => Err(differ("with a stale version", &foretold, &answer)),
        }
    }

    /// Shows what a command would do. Says whether it would go.
    fn preview(&mut self, command: Command) -> Result<bool, String> {
        let foretold = self.model.run(&command, self.now).map(|(told, _)| told);
        let context = self.context(self.now);
        let options = Options { preview: true, ..Options::default() };
        match (foretold, command.send(self.loyalty, &self.ids[command.who], &options, &context)) {
            (Ok(foretold), Ok((Told { plan: Some(token), answer, lines, balances }, false))) => {
                same("the preview", &foretold, &Told { plan: None, answer, lines, balances })?;
                self.shown.push(Shown { command, promise: foretold.promise(), token });
                Ok(true)
            }
            (Err(code), Err(error)) if code == error.code() => Ok(false),
            (foretold, answer) => Err(differ("the preview", &foretold, &answer)),
        }
    }

    /// Confirms a preview: exactly that is done, or it is refused.
    fn confirm(&mut self, nth: usize) -> Checked {
        let Some(index) = self.shown.len().checked_sub(nth + 1) else { return Ok(()) };
        let Shown { command, promise, token } = self.shown.remove(index);
        let options = Options { plan: Some(token), ..Options::default() };
        match self.model.run(&command, self.now) {
            Ok((foretold, _)) if foretold.promise() != promise => {
                let context = self.context(self.now);
                let answer = command.send(self.loyalty, &self.ids[command.who], &options, &context);
                match answer {
                    Err(error) if matches!(error.reason(), Reason::PlanOutdated { .. }) => Ok(()),
                    answer => Err(differ("an outdated plan", &"plan_outdated", &answer)),
                }
            }
            _ => self.both(&command, self.now, &options).map(|_| ()),
        }
    }

    /// A key again: the first receipt, a conflict, or (after a refusal) a first time.
    fn again(&mut self, nth: usize, other: bool) -> Checked {
        let Some(index) = self.keyed.len().checked_sub(nth + 1) else { return Ok(()) };
        let Keyed { command, key, first } = &self.keyed[index];
        let (mut command, options) = (command.clone(), Options::key(key.clone()));
        if other {
            let amount = if command.act == (Act::Spend { amount: 61 }) { 62 } else { 61 };
            command.act = Act::Spend { amount };
        }
        let Some(first) = first.clone() else {
            let told = self.both(&command, self.now, &options)?;
            self.keyed[index].command = command;
            self.keyed[index].first = told;
            return Ok(());
        };
        let context = self.context(self.now);
        match command.send(self.loyalty, &self.ids[command.who], &options, &context) {
            Ok((told, true)) if !other => same("the receipt again", &first, &told),
            Err(error) if other && matches!(error.reason(), Reason::IdempotencyConflict { .. }) => Ok(()),
            answer => Err(differ("a used key", &(other, first), &answer)),
        }
    }

    /// Sweeps until nothing is due. The model settles what the sweep settles; its answers stay the same.
    fn maintain(&mut self, limit: Option<usize>) -> Checked {
        for _ in 0..30 {
            let context = self.context(self.now);
            let swept = self.loyalty.run_batch(&maintenance::Run { limit }, &context).map_err(|error| error.to_string())?;
            same("customers refused by the sweep", &0, &swept.refused)?;
            if !swept.more {
                self.swept_at = self.now;
                for who in 0..self.model.customers.len() {
                    for kind in 0..KINDS.len() {
                        self.model.customers[who].books[kind] = self.model.settled(who, kind, self.now).0;
                    }
                }
                return self.check_all();
            }
        }
        Err("the sweep does not come to an end".into())
    }
}

/// Some tenths of what is left, at least one: all of it when not said, more when beyond.
fn part(left: i64, tenths: i64) -> Option<i64> {
    match tenths {
        0 => None,
        10 => Some(left + 1),
        tenths => Some((left * tenths / 10).max(1)),
    }
}

/// Fails unless the engine says what the model says.
pub fn same<T: PartialEq + std::fmt::Debug>(what: &str, model: &T, engine: &T) -> Checked {
    if model == engine { Ok(()) } else { Err(differ(what, model, engine)) }
}

fn differ(what: &str, model: &dyn std::fmt::Debug, engine: &dyn std::fmt::Debug) -> String {
    format!("{what}\n  model:  {model:?}\n  engine: {engine:?}")
}
