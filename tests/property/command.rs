//! Commands in plain numbers, and how they are sent to the engine.

use chrono::{Datelike, NaiveDate};
use loyalty_core::context::Context;
use loyalty_core::error::Error;
use loyalty_core::id::{CustomerId, Line, Ref, Slug};
use loyalty_core::loyalty::{Loyalty, Options};
use loyalty_core::membership::{self, State};
use loyalty_core::membership_change::Changed;
use loyalty_core::operation::Operation;
use loyalty_core::points;
use loyalty_core::receipt::Receipt;
use loyalty_core::repository::Repository;
use loyalty_core::time::{Date, Timestamp};

use crate::program::{KINDS, decimal};
use crate::told::{Answer, Told, number, read_hold, units};

/// A command.
#[derive(Clone, Debug, PartialEq)]
pub struct Command {
    pub who: usize,
    /// The position of the point type.
    pub kind: usize,
    pub act: Act,
}

/// What a command does.
#[derive(Clone, Debug, PartialEq)]
pub enum Act {
    Member(&'static str),
    /// `since`: when it takes effect, where that is said.
    Adjust {
        amount: i64,
        since: Option<i64>,
        given: Given,
    },
    Earn {
        amount: i64,
        since: Option<i64>,
        given: Given,
    },
    Spend {
        amount: i64,
    },
    Hold {
        amount: i64,
        seconds: Option<u32>,
    },
    Capture {
        hold: u64,
        amount: Option<i64>,
    },
    Release {
        hold: u64,
        amount: Option<i64>,
    },
    Reverse {
        entry: u64,
        amount: Option<i64>,
    },
    /// `given`: as the policy says where nothing is given.
    Redate {
        which: Which,
        given: Option<Given>,
    },
    Reinstate {
        entry: Option<u64>,
        amount: Option<i64>,
        given: Given,
    },
}

/// Which points are meant.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Which {
    pub entry: Option<u64>,
    pub after: Option<i64>,
    pub before: Option<i64>,
}

/// The expiry given with a credit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Given {
    None,
    Days(u32),
    Through(NaiveDate),
    At(i64),
    Never,
    /// Two of them, which is one too many.
    Two,
}

impl Given {
    fn days(self) -> Option<u32> {
        match self {
            Given::Days(days) => Some(days),
            Given::Two => Some(10),
            _ => None,
        }
    }

    fn through(self) -> Option<Date> {
        match self {
            Given::Through(day) => Date::new(day.year(), day.month(), day.day()),
            Given::Two => Date::new(2099, 1, 1),
            _ => None,
        }
    }

    fn at(self) -> Option<Timestamp> {
        if let Given::At(at) = self { Some(Timestamp::from_micros(at)) } else { None }
    }
}

impl Command {
    /// Sends the command.
    pub fn send<R: Repository>(
        &self,
        to: &Loyalty<R>,
        id: &CustomerId,
        options: &Options,
        context: &Context,
    ) -> Result<(Told, bool), Error> {
        let kind = &KINDS[self.kind];
        let customer = id.clone();
        let point_type = || Slug::new(kind.id).unwrap();
        let quantity = |amount: i64| decimal(amount, kind.places).parse().unwrap();
        let id = |prefix: &str, number: u64| Ref::new(format!("{customer}/{}/{prefix}{number}", kind.id)).unwrap();
        match &self.act {
            Act::Member(change) => self.change(to, customer, change, options, context),
            Act::Adjust { amount, since, given } => {
                let operation = points::Adjust {
                    customer,
                    point_type: point_type(),
                    amount: quantity(*amount),
                    reason: Some(Line::new("because").unwrap()),
                    comment: None,
                    note: None,
                    order: None,
                    effective_at: since.map(Timestamp::from_micros),
                    expires_after_days: given.days(),
                    valid_through: given.through(),
                    expires_at: given.at(),
                    never_expires: *given == Given::Never,
                };
                told(to.submit(&operation, options, context)?, |posted| Answer::Posted(number(&posted.entry)))
            }
            Act::Earn { amount, since, given } => {
                let operation = points::Earn {
                    customer,
                    point_type: point_type(),
                    amount: quantity(*amount),
                    order: None,
                    comment: None,
                    effective_at: since.map(Timestamp::from_micros),
                    expires_after_days: given.days(),
                    valid_through: given.through(),
                    expires_at: given.at(),
                };
                told(to.submit(&operation, options, context)?, |posted| Answer::Posted(number(&posted.entry)))
            }
            Act::Spend { amount } => {
                let operation = points::Spend { customer, point_type: point_type(), amount: quantity(*amount), order: None, comment: None };
                told(to.submit(&operation, options, context)?, |posted| Answer::Posted(number(&posted.entry)))
            }
            Act::Hold { amount, seconds } => {
                let operation = points::Hold { seconds: *seconds, ..points::Hold::new(customer, point_type(), quantity(*amount)) };
                told(to.submit(&operation, options, context)?, |hold| read_hold(&hold.first, None))
            }
            Act::Capture { hold, amount } => {
                let hold = id("h", *hold);
                let operation = points::Capture { amount: amount.map(quantity), ..points::Capture::new(customer, hold) };
                told(to.submit(&operation, options, context)?, |taken| read_hold(&taken.first.hold, Some(number(&taken.first.entry))))
            }
            Act::Release { hold, amount } => {
                let hold = id("h", *hold);
                let operation = points::Release { amount: amount.map(quantity), ..points::Release::new(customer, hold) };
                told(to.submit(&operation, options, context)?, |hold| read_hold(&hold.first, None))
            }
            Act::Reverse { entry, amount } => {
                let entry = id("", *entry);
                let operation = points::Reverse { customer, entry, amount: amount.map(quantity), reason: None, comment: None, note: None };
                told(to.submit(&operation, options, context)?, |reversed| Answer::Reversed {
                    entry: number(&reversed.entry),
                    lapsed: units(reversed.lapsed, self.kind),
                    forgiven: units(reversed.forgiven, self.kind),
                    stayed: reversed.stayed.map_or(0, |stayed| units(stayed, self.kind)),
                })
            }
            Act::Redate { which, given } => {
                let given_end = given.unwrap_or(Given::None);
                let entry = which.entry.map(|entry| id("", entry));
                let operation = points::Redate {
                    customer,
                    point_type: point_type(),
                    entry,
                    ending_after: which.after.map(Timestamp::from_micros),
                    ending_before: which.before.map(Timestamp::from_micros),
                    expires_after_days: given_end.days(),
                    valid_through: given_end.through(),
                    expires_at: given_end.at(),
                    never_expires: given_end == Given::Never,
                    by_policy: given.is_none(),
                    reason: Some(Line::new("because").unwrap()),
                    comment: None,
                    note: None,
                };
                told(to.submit(&operation, options, context)?, |redated| Answer::Redated {
                    entry: number(&redated.entry),
                    amount: units(redated.amount, self.kind),
                    lots: redated.lots,
                })
            }
            Act::Reinstate { entry, amount, given } => {
                let entry = entry.map(|entry| id("", entry));
                let operation = points::Reinstate {
                    customer,
                    point_type: point_type(),
                    entry,
                    amount: amount.map(quantity),
                    expires_after_days: given.days(),
                    valid_through: given.through(),
                    expires_at: given.at(),
                    never_expires: *given == Given::Never,
                    reason: Some(Line::new("because").unwrap()),
                    comment: None,
                    note: None,
                };
                told(to.submit(&operation, options, context)?, |back| Answer::Reinstated {
                    entry: number(&back.entry),
                    amount: units(back.amount, self.kind),
                    lots: back.lots,
                })
            }
        }
    }

    fn change<R: Repository>(
        &self,
        to: &Loyalty<R>,
        customer: CustomerId,
        change: &str,
        options: &Options,
        context: &Context,
    ) -> Result<(Told, bool), Error> {
        match change {
            "register" => changed(to, &membership::Register::new(customer), options, context),
            "enroll" => changed(to, &membership::Enroll::new(customer), options, context),
            "unenroll" => changed(to, &membership::Unenroll::new(customer), options, context),
            "remove" => changed(to, &membership::Remove::new(customer), options, context),
            "deactivate" => changed(to, &membership::Deactivate::new(customer), options, context),
            "reactivate" => changed(to, &membership::Reactivate::new(customer), options, context),
            other => panic!("no change {other}"),
        }
    }
}

fn changed<R: Repository, O: Operation<Output = Changed>>(
    to: &Loyalty<R>,
    operation: &O,
    options: &Options,
    context: &Context,
) -> Result<(Told, bool), Error> {
    let receipt = to.submit(operation, options, context)?;
    let word = |state: State| state.word();
    told(receipt, |changed| Answer::Changed { from: word(changed.from), to: word(changed.state), version: changed.version })
}

/// The receipt in plain numbers, and whether it was replayed.
fn told<T>(receipt: Receipt<T>, answer: impl Fn(&T) -> Answer) -> Result<(Told, bool), Error> {
    let answer = answer(&receipt.result);
    let mut told = Told::read(&receipt, answer);
    told.plan = receipt.plan.clone();
    Ok((told, receipt.replayed))
}
