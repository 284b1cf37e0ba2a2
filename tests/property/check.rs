//! What must hold after every step, asked through the engine.

use std::collections::BTreeMap;

use loyalty_core::id::Slug;
use loyalty_core::journal;
use loyalty_core::points;
use loyalty_core::repository::Repository;
use loyalty_core::time::Timestamp;

use crate::book::Place;
use crate::drive::{Checked, Drive, Seen, same};
use crate::program::KINDS;
use crate::told::{End, number, read_balance, read_line, units};

impl<R: Repository> Drive<'_, R> {
    /// After a step: one customer's balances, one type's journal and schedule; now and then the books of all.
    pub fn check(&mut self, who: usize, kind: usize, step: usize) -> Checked {
        self.balances(who)?;
        self.journal(who, kind)?;
        self.schedule(who, kind)?;
        self.past(who, kind, step)?;
        self.recorded(who, kind, step)?;
        self.explained(who, kind)?;
        if step % 5 == 4 { self.verify(who) } else { Ok(()) }
    }

    /// All customers, all types.
    pub fn check_all(&mut self) -> Checked {
        for who in 0..self.ids.len() {
            self.balances(who)?;
            for kind in 0..KINDS.len() {
                self.journal(who, kind)?;
                self.schedule(who, kind)?;
            }
            self.verify(who)?;
        }
        Ok(())
    }

    /// The balances are the model's, nothing is negative, both equations hold, and the total now is the total as of now (rules L1, L7, L12).
    fn balances(&mut self, who: usize) -> Checked {
        let context = self.context(self.now);
        let query = points::Balance { customer: self.ids[who].clone(), point_type: None, as_of: Some(context.at), as_recorded_at: None };
        let answer = self.loyalty.run(&query, &context).map_err(|error| error.to_string())?.result;
        same("the number of types", &KINDS.len(), &answer.balances.len())?;
        for (kind, (balance, past)) in answer.balances.iter().zip(&answer.as_of).enumerate() {
            let found = read_balance(balance);
            same(&format!("the balance of c{who} in {}", KINDS[kind].id), &self.model.balance(who, kind, self.now), &found)?;
            same("active + pending + held − debt", &found.total, &(found.active + found.pending + found.held - found.debt))?;
            same("earned + adjusted − spent − expired", &found.total, &(found.earned + found.adjusted - found.spent - found.expired))?;
            same("the least part", &true, &[found.active, found.pending, found.held, found.debt].iter().all(|part| *part >= 0))?;
            same("the total as of now", &found.total, &units(past.total, kind))?;
        }
        Ok(())
    }

    /// The journal is the model's, and adds up to the total (rule L1).
    fn journal(&mut self, who: usize, kind: usize) -> Checked {
        let context = self.context(self.now);
        let point_type = Slug::new(KINDS[kind].id).ok();
        let query = points::History { point_type, limit: Some(500), ..points::History::new(self.ids[who].clone()) };
        let page = self.loyalty.run(&query, &context).map_err(|error| error.to_string())?.result;
        let book = self.model.settled(who, kind, self.now).0;
        let lines: Vec<_> = page.entries.iter().rev().map(|entry| read_line(entry).1).collect();
        for (foretold, found) in book.lines.iter().zip(&lines) {
            same(&format!("a line of {}", KINDS[kind].id), foretold, found)?;
        }
        same("the number of lines", &book.lines.len(), &lines.len())?;
        let reversed: Vec<i64> =
            page.entries.iter().rev().map(|entry| entry.reversed.map_or(0, |units_of| units(units_of, kind))).collect();
        same("what was reversed of each", &book.reversed, &reversed)?;
        let total = self.model.balance(who, kind, self.now).total;
        same("the sum of the journal", &total, &lines.iter().map(|line| line.amount).sum())
    }

    /// The schedule of what lapses when (rule L12).
    fn schedule(&mut self, who: usize, kind: usize) -> Checked {
        let context = self.context(self.now);
        let query = points::Expiring { customer: self.ids[who].clone(), point_type: Slug::new(KINDS[kind].id).unwrap() };
        let found = self.loyalty.run(&query, &context).map_err(|error| error.to_string())?.result;
        let due: Vec<_> = found.due.iter().map(|due| (due.expires_at.micros(), due.account_date, units(due.amount, kind))).collect();
        let (book, _) = self.model.settled(who, kind, self.now);
        let mut foretold: Vec<(i64, bool, i64)> = Vec::new();
        let mut never = 0;
        for point in book.points.iter().filter(|point| point.place == Place::Free) {
            let Some(at) = book.ends(point) else {
                never += 1;
                continue;
            };
            let by_date = point.end == End::Date;
            match foretold.iter_mut().find(|due| (due.0, due.1) == (at, by_date)) {
                Some(due) => due.2 += 1,
                None => foretold.push((at, by_date, 1)),
            }
        }
        foretold.sort_unstable();
        same("what lapses when", &foretold, &due)?;
        same("what never lapses", &never, &units(found.never, kind))
    }

    /// The total as of a past moment is the sum of what had taken effect, and is not negative without debt (rule L12).
    fn past(&mut self, who: usize, kind: usize, step: usize) -> Checked {
        let (book, _) = self.model.settled(who, kind, self.now);
        let Some(line) = book.lines.get(step % book.lines.len().max(1)) else { return Ok(()) };
        let moment = (line.at - (step as i64 % 2)).min(self.now);
        let context = self.context(self.now);
        let as_of = Some(Timestamp::from_micros(moment));
        let query =
            points::Balance { customer: self.ids[who].clone(), point_type: Slug::new(KINDS[kind].id).ok(), as_of, as_recorded_at: None };
        let answer = self.loyalty.run(&query, &context).map_err(|error| error.to_string())?.result;
        self.seen.push(Seen { who, kind, at: self.now, moment, total: units(answer.as_of[0].total, kind) });
        let sum: i64 = book.lines.iter().filter(|line| line.at <= moment).map(|line| line.amount).sum();
        same("the total as of a past moment", &sum, &units(answer.as_of[0].total, kind))?;
        let owes = book.lines.iter().any(|line| line.debt != 0);
        same("whether the past total can be", &true, &(owes || sum >= 0))
    }

    /// What a past total was said to be, at a time, is what the books of that time still say, whatever was recorded since (rule L12).
    fn recorded(&mut self, who: usize, kind: usize, step: usize) -> Checked {
        let seen: Vec<Seen> = self.seen.iter().copied().filter(|seen| (seen.who, seen.kind) == (who, kind)).collect();
        let Some(seen) = seen.get(step % seen.len().max(1)) else { return Ok(()) };
        let context = self.context(self.now);
        let (as_of, as_recorded_at) = (Some(Timestamp::from_micros(seen.moment)), Some(Timestamp::from_micros(seen.at)));
        let query = points::Balance { customer: self.ids[who].clone(), point_type: Slug::new(KINDS[kind].id).ok(), as_of, as_recorded_at };
        let answer = self.loyalty.run(&query, &context).map_err(|error| error.to_string())?.result;
        same("the past total by the books of a past moment", &seen.total, &units(answer.as_of[0].total, kind))
    }

    /// The balance is explained by its lots: each with what is left of it and the line that made it (rule L13).
    fn explained(&mut self, who: usize, kind: usize) -> Checked {
        let context = self.context(self.now);
        let query = points::Explain { customer: self.ids[who].clone(), point_type: Slug::new(KINDS[kind].id).ok(), entry: None };
        let found = self.loyalty.run(&query, &context).map_err(|error| error.to_string())?.result;
        let (book, _) = self.model.settled(who, kind, self.now);
        let mut left: BTreeMap<u64, i64> = BTreeMap::new();
        for point in book.points.iter().filter(|point| point.place != Place::Gone) {
            *left.entry(point.lot).or_default() += 1;
        }
        let mut told: BTreeMap<u64, i64> = BTreeMap::new();
        for lot in &found.lots {
            same("the line that made a lot", &book.lines[number(&lot.lot) as usize - 1], &read_line(&lot.made_by).1)?;
            *told.entry(number(&lot.lot)).or_default() += units(lot.amount, kind);
        }
        same("what is left of each lot", &left, &told)
    }

    /// Books and hash chain are sound (rule L14).
    fn verify(&mut self, who: usize) -> Checked {
        let context = self.context(self.now);
        let query = journal::Verify { customer: Some(self.ids[who].clone()), ..journal::Verify::default() };
        let verdict = self.loyalty.run(&query, &context).map_err(|error| error.to_string())?.result;
        same("the verdict", &None, &verdict.difference)
    }
}
