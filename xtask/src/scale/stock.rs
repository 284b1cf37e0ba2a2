//! A reward that everybody wants: one counter, or shares of it on the partitions, event by event.
//!
//! A row is locked from when a step begins until its commit is durable, as in servers that lock rows; so a row does one step at a time. Steps between
//! rows are a saga: the giver's commit first, the taker's after, and in between the units are on the way. Times are nanoseconds.

use std::cmp::Reverse;
use std::collections::{BinaryHeap, VecDeque};

use super::chance::Chance;

/// How stock is kept.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Escrow {
    /// In one row.
    Central,
    /// Split over the shares once and for all.
    Split,
    /// A share that runs low asks the central row for more; what it gets becomes smaller as the central row empties.
    Refilled,
    /// As refilled; and when the central row is empty it calls all shares back, and the last units are sold from the one row.
    Recalled,
}

/// What there is and what comes.
#[derive(Clone)]
pub struct Plan {
    /// How stock is kept.
    pub escrow: Escrow,
    /// How many shares, where there are any.
    pub shares: usize,
    /// Units in all.
    pub stock: u64,
    /// The mean time between two customers who want one.
    pub every: u64,
    /// How many customers come.
    pub customers: u64,
    /// How long a step locks its row.
    pub step: u64,
    /// The way to another partition.
    pub hop: u64,
    /// Whether the central row forgets to take off what it gives to a share: the seeded mistake.
    pub forgets: bool,
    /// Where chance starts.
    pub seed: u64,
}

/// What came of it.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    /// Units sold.
    pub sold: u64,
    /// When the last one was.
    pub last_sold: u64,
    /// Customers refused.
    pub refused: u64,
    /// Of these, while there was still stock somewhere.
    pub refused_early: u64,
    /// Commits of the central row.
    pub central_steps: u64,
    /// Units that nobody could buy in the end.
    pub stranded: u64,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Ask {
    /// A customer wants one.
    Take,
    /// A share wants more; asked of the central row.
    Refill { share: usize },
    /// The answer, at the share.
    Arrived { units: u64 },
    /// The central row wants back what a share has.
    GiveBack,
    /// The answer, at the central row; `closes` where the share gave its last.
    Returned { units: u64, closes: bool },
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Event {
    /// The next customer comes.
    Arrive,
    /// An ask reaches a row.
    Reach { row: usize, ask: Ask },
    /// A row's commit is durable.
    Free { row: usize },
}

#[derive(Default)]
struct Row {
    left: u64,
    line: VecDeque<Ask>,
    is_locked: bool,
    /// A refill was asked for and has not come.
    has_asked: bool,
    /// The central row has nothing more.
    is_last: bool,
    /// Was called back: customers go to the central row.
    is_closed: bool,
    /// What the last refill brought.
    portion: u64,
}

struct Shop<'p> {
    plan: &'p Plan,
    chance: Chance,
    now: u64,
    agenda: BinaryHeap<Reverse<(u64, u64, Event)>>,
    scheduled: u64,
    /// The central row, then the shares.
    rows: Vec<Row>,
    on_the_way: u64,
    is_recalling: bool,
    /// Shares that have given back.
    closed: usize,
    came: u64,
    outcome: Outcome,
}

/// The central row.
const CENTRAL: usize = 0;

/// Runs a plan until nobody waits any more.
///
/// # Errors
/// When units came from nowhere or went there: after every event what is left, on the way and sold must be the stock.
pub fn run(plan: &Plan) -> Result<Outcome, String> {
    let shares = if plan.escrow == Escrow::Central { 0 } else { plan.shares };
    let each = match plan.escrow {
        Escrow::Central => 0,
        Escrow::Split => plan.stock / shares as u64,
        // Half stays in the middle to even out what chance does.
        Escrow::Refilled | Escrow::Recalled => plan.stock / (2 * shares as u64),
    };
    let mut rows = vec![Row { left: plan.stock - each * shares as u64, ..Row::default() }];
    rows.extend((0..shares).map(|_| Row { left: each, portion: each, ..Row::default() }));
    if let (Escrow::Split, Some(first)) = (plan.escrow, rows.get(CENTRAL).map(|row| row.left)) {
        rows[CENTRAL].left = 0;
        rows[CENTRAL + 1].left += first;
    }
    let mut shop = Shop {
        plan,
        chance: Chance::seeded(plan.seed),
        now: 0,
        agenda: BinaryHeap::new(),
        scheduled: 0,
        rows,
        on_the_way: 0,
        is_recalling: false,
        closed: 0,
        came: 0,
        outcome: Outcome::default(),
    };
    shop.after(0, Event::Arrive);
    while let Some(Reverse((at, _, event))) = shop.agenda.pop() {
        shop.now = at;
        shop.happen(event);
        let counted = shop.unsold() + shop.outcome.sold;
        if counted != plan.stock {
            return Err(format!("{counted} units are left, on the way or sold, of {}", plan.stock));
        }
    }
    shop.outcome.stranded = shop.unsold();
    Ok(shop.outcome)
}

impl Shop<'_> {
    fn after(&mut self, wait: u64, event: Event) {
        self.scheduled += 1;
        self.agenda.push(Reverse((self.now + wait, self.scheduled, event)));
    }

    fn unsold(&self) -> u64 {
        self.rows.iter().map(|row| row.left).sum::<u64>() + self.on_the_way
    }

    fn shares(&self) -> usize {
        self.rows.len() - 1
    }

    fn happen(&mut self, event: Event) {
        match event {
            Event::Arrive => {
                self.came += 1;
                if self.came < self.plan.customers {
                    let wait = self.chance.wait(self.plan.every);
                    self.after(wait, Event::Arrive);
                }
                let share = usize::try_from(self.chance.below(self.shares().max(1) as u64)).unwrap_or_default();
                let row = if self.shares() == 0 { CENTRAL } else { 1 + share };
                self.reach(row, Ask::Take);
            }
            Event::Reach { row, ask } => self.reach(row, ask),
            Event::Free { row } => {
                self.rows[row].is_locked = false;
                self.serve(row);
            }
        }
    }

    /// Customers wait in line; what rows say to each other goes before them, or they might wait for ever.
    fn reach(&mut self, row: usize, ask: Ask) {
        match ask {
            Ask::Take => self.rows[row].line.push_back(ask),
            _ => self.rows[row].line.push_front(ask),
        }
        self.serve(row);
    }

    /// Does what is first in line, and goes on until something locks the row or waits.
    fn serve(&mut self, row: usize) {
        while !self.rows[row].is_locked {
            let Some(ask) = self.rows[row].line.pop_front() else { return };
            match ask {
                Ask::Take if row == CENTRAL => {
                    if !self.take_from_central() {
                        return;
                    }
                }
                Ask::Take => {
                    if !self.take_from_share(row) {
                        return;
                    }
                }
                Ask::Refill { share } => self.refill(share),
                Ask::Arrived { units } => self.arrived(row, units),
                Ask::GiveBack => self.give_back(row),
                Ask::Returned { units, closes } => self.returned(units, closes),
            }
        }
    }

    fn lock(&mut self, row: usize) {
        self.outcome.central_steps += u64::from(row == CENTRAL);
        self.rows[row].is_locked = true;
        self.after(self.plan.step, Event::Free { row });
    }

    fn sell(&mut self, row: usize) {
        self.rows[row].left -= 1;
        self.outcome.sold += 1;
        self.outcome.last_sold = self.now + self.plan.step;
        self.lock(row);
    }

    fn refuse(&mut self) {
        self.outcome.refused += 1;
        self.outcome.refused_early += u64::from(self.unsold() > 0);
    }

    /// Whether the line goes on: not where the customer has to wait for what the shares give back.
    fn take_from_central(&mut self) -> bool {
        if self.rows[CENTRAL].left > 0 {
            self.sell(CENTRAL);
        } else if self.is_recalling && (self.closed < self.shares() || self.on_the_way > 0) {
            self.rows[CENTRAL].line.push_front(Ask::Take);
            return false;
        } else {
            self.refuse();
        }
        true
    }

    /// Whether the line goes on: not where the customer has to wait for a refill.
    fn take_from_share(&mut self, row: usize) -> bool {
        let (left, portion) = (self.rows[row].left, self.rows[row].portion);
        if self.rows[row].is_closed {
            self.after(self.plan.hop, Event::Reach { row: CENTRAL, ask: Ask::Take });
            return true;
        }
        // Asking in time spares customers the wait.
        let is_low = self.plan.escrow != Escrow::Split && left <= portion / 4;
        if is_low && !self.rows[row].has_asked && !self.rows[row].is_last {
            self.rows[row].has_asked = true;
            self.after(self.plan.hop, Event::Reach { row: CENTRAL, ask: Ask::Refill { share: row } });
        }
        if left > 0 {
            self.sell(row);
        } else if self.rows[row].has_asked {
            self.rows[row].line.push_front(Ask::Take);
            return false;
        } else {
            self.refuse();
        }
        true
    }

    fn refill(&mut self, share: usize) {
        let left = self.rows[CENTRAL].left;
        let units = (left / (2 * self.shares() as u64)).max(1).min(left);
        if !self.plan.forgets {
            self.rows[CENTRAL].left -= units;
        }
        self.on_the_way += units;
        self.lock(CENTRAL);
        let wait = self.plan.step + self.plan.hop;
        if units == 0 && self.plan.escrow == Escrow::Recalled && !self.is_recalling {
            self.is_recalling = true;
            (1..self.rows.len()).for_each(|row| self.after(wait, Event::Reach { row, ask: Ask::GiveBack }));
        }
        self.after(wait, Event::Reach { row: share, ask: Ask::Arrived { units } });
    }

    fn arrived(&mut self, row: usize, units: u64) {
        if self.rows[row].is_closed {
            self.after(self.plan.hop, Event::Reach { row: CENTRAL, ask: Ask::Returned { units, closes: false } });
            return;
        }
        self.on_the_way -= units;
        let share = &mut self.rows[row];
        share.left += units;
        share.portion = units;
        share.has_asked = false;
        share.is_last = units == 0 && self.plan.escrow == Escrow::Refilled;
        self.lock(row);
    }

    fn give_back(&mut self, row: usize) {
        let units = std::mem::take(&mut self.rows[row].left);
        self.rows[row].is_closed = true;
        self.on_the_way += units;
        self.lock(row);
        self.after(self.plan.step + self.plan.hop, Event::Reach { row: CENTRAL, ask: Ask::Returned { units, closes: true } });
    }

    fn returned(&mut self, units: u64, closes: bool) {
        self.on_the_way -= units;
        self.rows[CENTRAL].left += units;
        self.closed += usize::from(closes);
        self.lock(CENTRAL);
    }
}

#[cfg(test)]
mod tests;
