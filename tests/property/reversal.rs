//! Taking an entry back, point by point (rule L9).

use crate::book::{Book, Now, Place, Point, Source, parts, policy_end};
use crate::calendar::{date, first_instant, plus_days};
use crate::program::Shortfall;
use crate::redating::undo;
use crate::told::{Answer, End};

/// Reverses an entry, whole or in part.
pub fn reverse(book: &mut Book, now: Now, entry: u64, amount: Option<i64>) -> Result<Answer, &'static str> {
    let index = (entry as usize).wrapping_sub(1);
    let line = book.lines.get(index).ok_or("not_found")?;
    if line.kind == "redate" {
        return undo(book, now, index, amount);
    }
    if !matches!(line.kind, "earn" | "adjust" | "spend" | "capture") {
        return Err("not_eligible");
    }
    let (left, is_debit) = (line.amount.abs() - book.reversed[index], line.amount < 0);
    let amount = amount.unwrap_or(left);
    if left == 0 || amount > left {
        return Err("already_used");
    }
    book.reversed[index] += amount;
    let (lapsed, forgiven) = if is_debit { give_back(book, now, index, amount) } else { take_back(book, now, entry, amount)? };
    let number = book.lines.len() as u64;
    book.lapse(now.clock, now.at);
    book.repay_at(now.clock, now.at);
    Ok(Answer::Reversed { entry: number, lapsed, forgiven, stayed: 0 })
}

/// What a debit took last comes back first.
fn give_back(book: &mut Book, now: Now, index: usize, amount: i64) -> (i64, i64) {
    let number = book.lines.len() as u64 + 1;
    let (mut points, mut paid, mut fresh) = (Vec::new(), 0, None);
    for _ in 0..amount {
        match book.took[index].pop().unwrap() {
            Source::Point(point) => {
                let ended = book.ends(&point).is_some_and(|end| end <= now.clock);
                let grace = || End::At(first_instant(now.zone, plus_days(date(now.zone, now.clock), now.kind.grace)));
                let end = if ended && now.kind.grace > 0 { grace() } else { point.end };
                points.push(Point { end, place: Place::Free, ..point });
            }
            Source::Debt if book.debt > 0 => {
                book.debt -= 1;
                paid += 1;
            }
            Source::Debt => {
                // Credits have repaid it since: it comes back as a credit of its own.
                let end = policy_end(now, now.at);
                if end == End::Date && fresh.is_none() {
                    book.follow(now, now.at);
                }
                fresh = Some(end);
                book.points.push(Point { lot: number, since: now.at, from: now.clock, end, place: Place::Free, gone: 0, expired: false });
            }
        }
    }
    book.points.extend(&points);
    book.post("reverse", now.at, parts(&points, 1), -paid, |line| {
        line.reverses = Some(index as u64 + 1);
        line.expires = fresh;
    });
    (0, 0)
}

/// From a credit's own points, then those of them that have lapsed, then others; then those that are held or had repaid debt are owed; then as the
/// point type says.
fn take_back(book: &mut Book, now: Now, entry: u64, amount: i64) -> Result<(i64, i64), &'static str> {
    let (mut points, mut lapsed, mut owed, mut forgiven) = (Vec::new(), 0, 0, 0);
    let line = &book.lines[entry as usize - 1];
    let (kept, after) = (line.amount + line.debt, book.reversed[entry as usize - 1]);
    let before = after - amount;
    let held = book.points.iter().filter(|point| point.lot == entry && matches!(point.place, Place::Held(_))).count() as i64;
    let due = (held - book.debt.min(before)).max(0) + (kept.max(after) - kept.max(before));
    for _ in 0..amount {
        let points_now = &book.points;
        let of =
            |place: Place| (0..points_now.len()).filter(move |index| points_now[*index].lot == entry && points_now[*index].place == place);
        let own = of(Place::Free).min_by_key(|index| {
            let point = &points_now[*index];
            (point.from <= now.clock, point.end == End::Date, point.end)
        });
        let gone = of(Place::Gone).min_by_key(|index| {
            let point = &points_now[*index];
            (point.gone, point.since, point.end)
        });
        if let Some(index) = own {
            points.push(book.points.swap_remove(index));
        } else if let Some(index) = gone {
            book.points.swap_remove(index);
            lapsed += 1;
        } else if let Some(point) = book.pop(now.clock, now.fault) {
            points.push(point);
        } else if owed < due {
            owed += 1;
        } else {
            match now.kind.shortfall {
                Shortfall::Refuse => return Err("insufficient_balance"),
                Shortfall::Debt => owed += 1,
                Shortfall::Forgive => forgiven += 1,
            }
        }
    }
    book.debt += owed;
    book.post("reverse", now.at, parts(&points, -1), owed, |line| line.reverses = Some(entry));
    Ok((lapsed, forgiven))
}
