//! The work that is measured: credits of points, as the engine and as the baseline take them.

use loyalty_core::context::Context;
use loyalty_core::id::{CustomerId, Id, Slug};
use loyalty_core::loyalty::{Loyalty, Options};
use loyalty_core::points::Adjust;
use loyalty_core::repository::Repository;
use loyalty_core::time::Timestamp;
use loyalty_core::{customer, membership};

use crate::baseline::Credit;

/// One command as the engine takes it.
pub type Command = (Adjust, Options, Context);

const START: i64 = 1_767_225_600_000_000;

fn id(number: usize) -> CustomerId {
    CustomerId::new(format!("c-{number:07}")).expect("an id")
}

fn context(at: i64, entropy: &str) -> Context {
    let (maria, admin) = (Id::new("maria").expect("an id"), Slug::new("admin").expect("a slug"));
    Context::agent(maria, vec![admin], Timestamp::from_micros(at), entropy)
}

/// Makes customers and enrolls them.
pub fn enroll<R: Repository>(loyalty: &Loyalty<R>, customers: usize) {
    let context = context(START, "sixteen bytes for the customers");
    for first in (0..customers).step_by(1_000) {
        let numbers = first..customers.min(first + 1_000);
        let created: Vec<_> =
            numbers.clone().map(|number| (customer::Create::new(id(number)), Options::default(), context.clone())).collect();
        assert!(loyalty.run_all(&created).iter().all(Result::is_ok));
        let enrolled: Vec<_> = numbers.map(|number| (membership::Enroll::new(id(number)), Options::default(), context.clone())).collect();
        assert!(loyalty.run_all(&enrolled).iter().all(Result::is_ok));
    }
}

/// Credits number `first` and on, each with a key of its own, spread over the customers.
pub fn credits(customers: usize, first: usize, count: usize) -> Vec<Credit> {
    (first..first + count)
        .map(|number| Credit {
            // A step that shares no divisor with the usual counts, so that neighbours in time are none in the tables.
            customer: id(number.wrapping_mul(7_919) % customers).into(),
            amount: 1 + number as i64 % 500,
            reason: "goodwill",
            key: format!("key-{number:09}"),
            at: Timestamp::from_micros(START + 1 + number as i64),
            entropy: format!("sixteen random bytes {number}"),
        })
        .collect()
}

/// The same credits for the engine.
pub fn commands(credits: &[Credit]) -> Vec<Command> {
    credits
        .iter()
        .map(|credit| {
            let customer = CustomerId::new(&*credit.customer).expect("an id");
            let adjust = Adjust::new(customer, "points", &credit.amount.to_string(), credit.reason).expect("a credit");
            (adjust, Options::key(Id::new(&*credit.key).expect("a key")), context(credit.at.micros(), &credit.entropy))
        })
        .collect()
}

/// Runs commands one by one.
pub fn run<R: Repository>(loyalty: &Loyalty<R>, commands: &[Command]) {
    for (adjust, options, context) in commands {
        loyalty.submit(adjust, options, context).expect("a credit");
    }
}
