//! Two shops in which the same happens, of which one sweeps all the time: both must say the same, and count what happened.

use chrono_tz::Tz;
use loyalty_core::loyalty::Loyalty;
use loyalty_core::repository::Repository;
use loyalty_core::time::Timestamp;
use serde_json::{Value, json};

use crate::calendar::{SECOND, date};
use crate::happened::{Event, Fault, Happened};
use crate::step::{STARTS, Scenario, Step};
use crate::systems::{SYSTEMS, Source, System, program};

/// Microseconds of an hour.
const HOUR: i64 = 3_600 * SECOND;

/// What a comparison found; the text says where the two differ.
type Checked = Result<(), String>;

struct Shop<R> {
    /// The first never sweeps.
    loyalties: [Loyalty<R>; 2],
    happened: Happened,
    /// Earnings that can be taken back: their entries, instants, and what is left of them.
    earned: Vec<(u64, i64, i64)>,
    entries: u64,
    /// Systems in which a lock may keep a status from what fits.
    locked: [bool; SYSTEMS.len()],
    is_member: bool,
    now: i64,
    calls: u64,
}

/// Runs a scenario in two empty shops.
pub fn run<R: Repository>(repositories: [R; 2], scenario: &Scenario, fault: Fault) -> Checked {
    let (zone, start) = STARTS[scenario.start];
    let mut shop = Shop {
        loyalties: repositories.map(Loyalty::new),
        happened: Happened { zone: zone.parse::<Tz>().unwrap(), fault, events: Vec::new() },
        earned: Vec::new(),
        entries: 0,
        locked: [false; SYSTEMS.len()],
        is_member: true,
        now: start.parse::<Timestamp>().unwrap().micros(),
        calls: 0,
    };
    shop.must("program.set", json!({ "program": program(zone) }))?;
    shop.must("customer.create", json!({ "id": "ann" }))?;
    shop.must("membership.enroll", json!({ "customer": "ann" }))?;
    for (number, step) in scenario.steps.iter().enumerate() {
        let told = |text: String| format!("step {number} ({step:?}): {text}");
        shop.step(step).and_then(|()| shop.check()).map_err(told)?;
    }
    Ok(())
}

impl<R: Repository> Shop<R> {
    fn step(&mut self, step: &Step) -> Checked {
        match *step {
            Step::Wait { hours } => self.wait(self.now + hours * HOUR),
            Step::WaitForEdge { micros } => {
                let edge = self.happened.next_edge(&SYSTEMS, self.now);
                self.wait(edge.map_or(self.now, |edge| self.now.max(edge + micros)))
            }
            Step::Earn { amount, back } => {
                let at = self.now - back * HOUR;
                let args = json!({ "customer": "ann", "type": "points", "amount": amount.to_string(), "effective_at": instant(at) });
                self.entry("points.earn", args, |shop, number| {
                    shop.earned.push((number, at, amount));
                    shop.happened.events.push(Event { source: Source::Earned, at, amount });
                })
            }
            Step::Reverse { nth, amount } => self.reverse(nth, amount),
            Step::Order { amount, back } => self.order(amount, self.now - back * HOUR),
            Step::Visit => {
                if self.does("customer.record_login", json!({ "customer": "ann" }))?.is_some() {
                    self.happened.events.push(Event { source: Source::Visits, at: self.now, amount: 1 });
                }
                Ok(())
            }
            Step::Assign { system, status, days } => {
                let last = days.map(|days| (date(self.happened.zone, self.now) + chrono::Days::new(days)).to_string());
                let mut args = json!({ "customer": "ann", "system": format!("k{system}"), "status": format!("s{status}") });
                if let Some(last) = last {
                    args["valid_through"] = json!(last);
                }
                self.locked[system] |= self.does("status.assign", args)?.is_some();
                Ok(())
            }
            Step::Unlock { system } => self.does("status.unlock", json!({ "customer": "ann", "system": format!("k{system}") })).map(drop),
            Step::Member(operation) => {
                if self.does(operation, json!({ "customer": "ann" }))?.is_some() {
                    self.is_member = matches!(operation, "membership.enroll" | "membership.reactivate");
                }
                Ok(())
            }
        }
    }

    fn reverse(&mut self, nth: usize, amount: i64) -> Checked {
        let Some(place) = self.earned.len().checked_sub(nth + 1) else { return Ok(()) };
        let (number, at, left) = self.earned[place];
        let amount = amount.min(left);
        if amount == 0 {
            return Ok(());
        }
        let args =
            json!({ "customer": "ann", "entry": format!("ann/points/{number}"), "amount": amount.to_string(), "reason": "returned" });
        self.entry("points.reverse", args, |shop, _| {
            shop.earned[place].2 -= amount;
            let at = if shop.happened.fault == Fault::RefundsCountNow { shop.now } else { at };
            shop.happened.events.push(Event { source: Source::Earned, at, amount: -amount });
        })
    }

    fn order(&mut self, amount: i64, at: i64) -> Checked {
        let lines = json!([{ "unit_price": amount.to_string() }]);
        let payments = json!([{ "id": "p", "amount": amount.to_string(), "status": "paid" }]);
        let args = json!({
            "customer": "ann", "number": format!("o-{}", self.calls), "placed_at": instant(at), "currency": "EUR", "lines": lines, "payments": payments
        });
        if self.does("order.record", args)?.is_some() {
            self.happened.events.push(Event { source: Source::Spend, at, amount });
            self.happened.events.push(Event { source: Source::Orders, at, amount: 1 });
        }
        Ok(())
    }

    /// A command that writes entries, of which the first is what it is about.
    fn entry(&mut self, operation: &str, args: Value, note: impl FnOnce(&mut Self, u64)) -> Checked {
        let Some(receipt) = self.does(operation, args)? else { return Ok(()) };
        let written = receipt["entries"].as_array().map_or(0, Vec::len) as u64;
        note(self, self.entries + 1);
        self.entries += written;
        Ok(())
    }

    /// Time goes on; the second shop sweeps in between and at the end.
    fn wait(&mut self, until: i64) -> Checked {
        let begin = self.now;
        for third in 1..=3 {
            self.now = begin + (until - begin) / 3 * third;
            let ahead = if self.happened.fault == Fault::SweepsAhead { HOUR } else { 0 };
            self.sweep(self.now + ahead)?;
        }
        self.now = until;
        self.sweep(until)
    }

    fn sweep(&mut self, at: i64) -> Checked {
        for _ in 0..5 {
            let answer = self.ask(1, "maintenance.run", &json!({}), at);
            if answer["ok"]["refused"] != 0 {
                return Err(format!("the sweep: {answer}"));
            }
            if answer["ok"]["more"] == false {
                return Ok(());
            }
        }
        Err("the sweep does not come to an end".to_owned())
    }

    fn must(&mut self, operation: &str, args: Value) -> Checked {
        self.does(operation, args)?.map(drop).ok_or_else(|| format!("{operation} is refused"))
    }

    /// Does something in both shops; the receipt of the first, if it was done.
    fn does(&mut self, operation: &str, args: Value) -> Result<Option<Value>, String> {
        self.calls += 1;
        let [seldom, often] = [0, 1].map(|shop| self.ask(shop, operation, &args, self.now));
        // Other results bear times of their own.
        let of_statuses = operation.starts_with("status.");
        if seldom["error"]["code"] != often["error"]["code"] || of_statuses && seldom["ok"]["result"] != often["ok"]["result"] {
            return Err(format!("{operation} {args}\n  never swept: {seldom}\n  swept: {often}"));
        }
        Ok(seldom.get("ok").cloned())
    }

    fn ask(&self, shop: usize, operation: &str, args: &Value, at: i64) -> Value {
        let request = json!({ "op": operation, "args": args });
        let actor = json!({ "id": "maria", "kind": "agent", "roles": ["admin"] });
        let context = json!({ "actor": actor, "at": instant(at), "entropy": format!("not random at all {}", self.calls) });
        serde_json::from_str(&self.loyalties[shop].execute(&request.to_string(), &context.to_string())).unwrap()
    }

    /// Compares the two shops with each other, and with what happened.
    fn check(&mut self) -> Checked {
        let [seldom, often] = [0, 1].map(|shop| self.ask(shop, "status.list", &json!({ "customer": "ann" }), self.now));
        if seldom != often {
            return Err(format!("the sweep has changed an answer\n  never swept: {seldom}\n  swept: {often}"));
        }
        for (number, system) in SYSTEMS.iter().enumerate() {
            let shown = &seldom["ok"]["statuses"][number];
            let sum = self.happened.sum(system, self.now);
            if shown["counter"].as_str() != Some(&*sum.to_string()) {
                return Err(format!("system {number} counts {}, and there is {sum}", shown["counter"]));
            }
            if self.is_member && system.fits && !self.locked[number] {
                self.fits(number, system, sum, &shown["status"]["id"])?;
            }
        }
        Ok(())
    }

    fn fits(&self, number: usize, system: &System, sum: i64, status: &Value) -> Checked {
        let rank = system.thresholds.iter().rposition(|threshold| *threshold <= sum);
        let expected = rank.map_or(Value::Null, |rank| json!(format!("s{rank}")));
        if *status == expected { Ok(()) } else { Err(format!("system {number} says {status} where {expected} fits")) }
    }
}

fn instant(at: i64) -> String {
    Timestamp::from_micros(at).to_string()
}
