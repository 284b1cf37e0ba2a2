//! The naive model: customers with one book per point type. Written from the rules, without the engine's code.

use chrono_tz::Tz;

use crate::book::{Book, Fault, Now, Place, Point, Source, parts, policy_end};
use crate::calendar::{SECOND, date, first_instant, plus_days};
use crate::command::{Act, Command, Given};
use crate::program::{HOLD_SECONDS, KINDS};
use crate::redating::redate;
use crate::reinstating::reinstate;
use crate::reversal::reverse;
use crate::told::{Answer, Balance, End, Told};

/// Everything the model knows.
#[derive(Clone)]
pub struct Model {
    pub zone: Tz,
    pub forfeit: bool,
    pub fault: Fault,
    pub customers: Vec<Customer>,
}

/// A customer.
#[derive(Clone)]
pub struct Customer {
    pub state: &'static str,
    pub before: &'static str,
    pub since: i64,
    pub version: u64,
    pub recorded: i64,
    pub books: Vec<Book>,
}

/// What the model foretells: what the receipt says, or the code of the refusal.
pub type Foretold = Result<Told, &'static str>;

/// The changes of membership: the command, from where, to where.
const CHANGES: &[(&str, &[&str], &str)] = &[
    ("register", &["guest"], "registered"),
    ("enroll", &["guest", "registered", "unenrolled", "removed"], "enrolled"),
    ("unenroll", &["enrolled"], "unenrolled"),
    ("remove", &["enrolled"], "removed"),
    ("deactivate", &["registered", "enrolled"], "on_hold"),
    ("reactivate", &["on_hold"], ""),
];

impl Customer {
    pub fn new(state: &'static str, at: i64) -> Self {
        Customer { state, before: state, since: at, version: 1, recorded: at, books: vec![Book::new(); KINDS.len()] }
    }

    /// The time by which this customer's points lapse.
    fn clock(&self, at: i64) -> i64 {
        if self.state == "on_hold" { self.since.min(at) } else { at }
    }
}

impl Model {
    /// What holds for a command on a customer's points of a type.
    pub fn now(&self, who: usize, kind: usize, at: i64) -> Now {
        let at = at.max(self.customers[who].recorded);
        Now { kind: &KINDS[kind], zone: self.zone, at, clock: self.customers[who].clock(at), fault: self.fault }
    }

    /// A customer's book, settled at a time; what is stored stays as it is.
    pub fn settled(&self, who: usize, kind: usize, at: i64) -> (Book, i64) {
        let mut book = self.customers[who].books[kind].clone();
        let clock = self.now(who, kind, at).clock;
        book.settle(clock);
        (book, clock)
    }

    /// A balance as a query shows it.
    pub fn balance(&self, who: usize, kind: usize, at: i64) -> Balance {
        let (book, clock) = self.settled(who, kind, at);
        book.balance(clock)
    }

    /// The next instant behind `at` at which something happens to somebody.
    pub fn next_instant(&self, at: i64) -> Option<i64> {
        let books = self.customers.iter().flat_map(|customer| &customer.books);
        let instants = books.flat_map(|book| {
            let points = book.points.iter().flat_map(|point| [Some(point.from), book.ends(point)]).flatten();
            points.chain(book.holds.iter().map(|hold| hold.until)).collect::<Vec<_>>()
        });
        instants.filter(|instant| *instant > at).min()
    }

    /// What a command would do, and the customer after it.
    pub fn run(&self, command: &Command, at: i64) -> Result<(Told, Customer), &'static str> {
        let mut customer = self.customers[command.who].clone();
        let now = self.now(command.who, command.kind, at);
        customer.recorded = now.at;
        let told = match &command.act {
            Act::Member(change) => self.change(&mut customer, change, now.at)?,
            _ => {
                let lines = customer.books[command.kind].lines.len();
                let mut book = customer.books[command.kind].clone();
                book.settle(now.clock);
                let answer = operate(&mut book, &customer, now, &command.act)?;
                book.exists = true;
                let lines = book.lines[lines..].iter().map(|line| (command.kind, line.clone())).collect();
                let balances = vec![(command.kind, book.balance(now.clock))];
                customer.books[command.kind] = book;
                Told { answer, lines, balances, plan: None }
            }
        };
        Ok((told, customer))
    }

    fn change(&self, customer: &mut Customer, change: &str, at: i64) -> Foretold {
        let row = CHANGES.iter().find(|row| row.0 == change).unwrap();
        if !row.1.contains(&customer.state) {
            return Err("invalid_transition");
        }
        let from = customer.state;
        let frozen = (from == "on_hold").then_some(customer.since);
        customer.state = if row.2.is_empty() { customer.before } else { row.2 };
        customer.before = from;
        customer.since = at;
        customer.version += 1;
        let answer = Answer::Changed { from, to: customer.state, version: customer.version };
        let mut told = Told { answer, lines: Vec::new(), balances: Vec::new(), plan: None };
        let leaves = self.forfeit && matches!(change, "unenroll" | "remove");
        if !leaves && !matches!(change, "deactivate" | "reactivate") {
            return Ok(told);
        }
        for (kind, book) in customer.books.iter_mut().enumerate().filter(|(_, book)| book.exists) {
            let lines = book.lines.len();
            match frozen {
                Some(began) => thaw(book, began, at),
                None => book.settle(at),
            }
            if leaves && !KINDS[kind].money {
                forfeit(book, at);
            }
            told.lines.extend(book.lines[lines..].iter().map(|line| (kind, line.clone())));
            told.balances.push((kind, book.balance(at)));
        }
        Ok(told)
    }
}

/// Ends a suspension: what fell due meanwhile regains the time it had left when it began.
fn thaw(book: &mut Book, began: i64, at: i64) {
    book.settle(began);
    let (mut before, mut after) = (Vec::new(), Vec::new());
    for point in book.points.iter_mut().filter(|point| point.place != Place::Gone) {
        if let End::At(end) = point.end
            && end > began
            && end <= at
        {
            before.push(*point);
            point.end = End::At(at + (end - began));
            after.push(*point);
        }
    }
    if !before.is_empty() {
        let mut moved = [parts(&before, -1), parts(&after, 1)].concat();
        moved.sort_unstable();
        book.post("extend", at, moved, 0, |_| {});
    }
    book.date = book.date.map(|date| if date > began && date <= at { at + (date - began) } else { date });
    for hold in book.holds.iter_mut().filter(|hold| hold.left() > 0 && hold.until <= at) {
        hold.until = at + (hold.until - began);
    }
    book.settle(at);
}

/// Takes every free point of a member who leaves.
fn forfeit(book: &mut Book, at: i64) {
    let taken: Vec<Point> = book.points.iter().filter(|point| point.place == Place::Free).copied().collect();
    for point in book.points.iter_mut().filter(|point| point.place == Place::Free) {
        (point.place, point.gone, point.expired) = (Place::Gone, at, false);
    }
    if !taken.is_empty() {
        book.post("forfeit", at, parts(&taken, -1), 0, |_| {});
    }
}

fn operate(book: &mut Book, customer: &Customer, now: Now, act: &Act) -> Result<Answer, &'static str> {
    let eligible = match customer.state {
        "enrolled" => true,
        "registered" | "removed" => now.kind.money,
        _ => false,
    };
    match act {
        Act::Capture { .. } if customer.state == "on_hold" => return Err("not_eligible"),
        Act::Capture { .. } | Act::Release { .. } | Act::Reverse { .. } => {}
        _ if !eligible => return Err("not_eligible"),
        _ => {}
    }
    match *act {
        Act::Earn { amount, since, given } => credit(book, now, "earn", amount, since.unwrap_or(now.at), given),
        Act::Adjust { amount: 0, .. } => Err("invalid_request"),
        Act::Adjust { amount, since, given } if amount > 0 => credit(book, now, "adjust", amount, since.unwrap_or(now.at), given),
        Act::Adjust { given, .. } if given != Given::None => Err("invalid_request"),
        Act::Adjust { amount, since, .. } => debit(book, now, "adjust", -amount, since.unwrap_or(now.at)),
        Act::Spend { amount } => debit(book, now, "spend", amount, now.at),
        Act::Hold { amount, seconds } => hold(book, now, amount, seconds),
        Act::Capture { hold, amount } => capture(book, now, hold, amount),
        Act::Release { hold, amount } => release(book, now, hold, amount),
        Act::Reverse { entry, amount } => reverse(book, now, entry, amount),
        Act::Redate { which, given } => redate(book, now, which, given),
        Act::Reinstate { entry, amount, given } => reinstate(book, now, entry, amount, given),
        Act::Member(_) => unreachable!("changes of membership go their own way"),
    }
}

fn credit(book: &mut Book, now: Now, kind: &'static str, amount: i64, at: i64, given: Given) -> Result<Answer, &'static str> {
    if at > now.at {
        return Err("invalid_request");
    }
    let day = date(now.zone, at);
    let from = match now.kind.activation {
        days if kind == "earn" && days > 0 => first_instant(now.zone, plus_days(day, days)),
        _ => at,
    };
    let end = match given {
        Given::None => policy_end(now, at),
        Given::Days(days) => End::At(first_instant(now.zone, plus_days(day, days))),
        Given::Through(last) => End::At(first_instant(now.zone, plus_days(last, 1))),
        Given::At(end) => End::At(end),
        Given::Never => End::Never,
        Given::Two => return Err("invalid_request"),
    };
    if matches!(end, End::At(end) if end <= from) {
        return Err("invalid_request");
    }
    if kind == "earn" {
        book.active(now, at, false);
    } else if end == End::Date {
        book.follow(now, at);
    }
    let number = book.lines.len() as u64 + 1;
    let mut repaid = 0;
    let point = Point { lot: number, since: at, from, end, place: Place::Free, gone: 0, expired: false };
    // What has ended already was never there to repay what is owed now.
    let has_ended = from <= now.clock && book.ends(&point).is_some_and(|end| end <= now.clock);
    for _ in 0..amount {
        if book.debt > 0 && !has_ended {
            book.debt -= 1;
            repaid += 1;
        } else {
            book.points.push(point);
        }
    }
    book.post(kind, at, Vec::new(), -repaid, |line| {
        line.expires = Some(end);
        line.available = (from > at).then_some(from);
    });
    if let Some(end) = book.ends(&point).filter(|_| has_ended) {
        book.lapse(end.max(from), end.max(from));
    }
    book.settle(now.clock);
    Ok(Answer::Posted(number))
}

fn debit(book: &mut Book, now: Now, kind: &'static str, amount: i64, at: i64) -> Result<Answer, &'static str> {
    if at > now.at || at < book.last_debit {
        return Err("invalid_request");
    }
    let (mut points, mut owed) = (Vec::new(), 0);
    for _ in 0..amount {
        match book.pop(at, now.fault) {
            Some(point) => points.push(point),
            None => owed += 1,
        }
    }
    let allowed = if kind == "adjust" { now.kind.floor } else { 0 };
    if owed > 0 && book.debt + owed > allowed {
        return Err("insufficient_balance");
    }
    if kind != "adjust" {
        book.active(now, at, true);
    }
    book.debt += owed;
    book.post(kind, at, parts(&points, -1), owed, |_| {});
    let took = book.took.last_mut().unwrap();
    took.extend(points.into_iter().map(Source::Point));
    took.extend((0..owed).map(|_| Source::Debt));
    let number = book.lines.len() as u64;
    book.repay(now.clock);
    Ok(Answer::Posted(number))
}

fn hold(book: &mut Book, now: Now, amount: i64, seconds: Option<u32>) -> Result<Answer, &'static str> {
    let number = book.holds.len() as u64 + 1;
    if !(0..amount).all(|_| book.set_aside(now, number)) {
        return Err("insufficient_balance");
    }
    let until = now.at + i64::from(seconds.unwrap_or(HOLD_SECONDS)) * SECOND;
    book.holds.push(crate::book::Hold { until, authorized: amount, captured: 0, released: 0 });
    Ok(about(book, number, None))
}

fn capture(book: &mut Book, now: Now, number: u64, amount: Option<i64>) -> Result<Answer, &'static str> {
    let amount = left(book, number, amount)?;
    let taken: Vec<usize> = book.held(number).into_iter().take(amount as usize).collect();
    let points: Vec<Point> = taken.iter().map(|index| Point { place: Place::Free, ..book.points[*index] }).collect();
    let mut index = 0;
    book.points.retain(|_| {
        index += 1;
        !taken.contains(&(index - 1))
    });
    book.holds[number as usize - 1].captured += amount;
    book.active(now, now.at, true);
    book.post("capture", now.at, parts(&points, -1), 0, |line| line.hold = Some(number));
    *book.took.last_mut().unwrap() = points.into_iter().map(Source::Point).collect();
    Ok(about(book, number, Some(book.lines.len() as u64)))
}

fn release(book: &mut Book, now: Now, number: u64, amount: Option<i64>) -> Result<Answer, &'static str> {
    let amount = left(book, number, amount)?;
    book.let_go(number, amount);
    book.lapse(now.clock, now.at);
    book.repay_at(now.clock, now.at);
    Ok(about(book, number, None))
}

/// How much of a hold is asked for.
fn left(book: &Book, number: u64, amount: Option<i64>) -> Result<i64, &'static str> {
    let hold = book.holds.get((number as usize).wrapping_sub(1)).ok_or("not_found")?;
    let amount = amount.unwrap_or(hold.left());
    if hold.left() == 0 || amount > hold.left() { Err("already_used") } else { Ok(amount) }
}

fn about(book: &Book, number: u64, entry: Option<u64>) -> Answer {
    let hold = &book.holds[number as usize - 1];
    let until = (hold.left() > 0).then_some(hold.until);
    let (authorized, captured, released) = (hold.authorized, hold.captured, hold.released);
    Answer::Hold { number, authorized, captured, released, remaining: hold.left(), until, entry }
}
