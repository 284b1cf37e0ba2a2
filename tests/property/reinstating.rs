//! Points that lapsed and are brought back, point by point (rule L5).

use std::cmp::Reverse;
use std::collections::BTreeSet;

use crate::book::{Book, Now, Place, Point, parts, policy_end};
use crate::calendar::{date, first_instant, plus_days};
use crate::command::Given;
use crate::told::{Answer, End};

/// Brings back points that lapsed within the window, those that lapsed last first.
pub fn reinstate(book: &mut Book, now: Now, entry: Option<u64>, amount: Option<i64>, given: Given) -> Result<Answer, &'static str> {
    if now.kind.window == 0 {
        return Err("not_eligible");
    }
    let end = match given {
        Given::None => policy_end(now, now.at),
        Given::Days(0) | Given::Two => return Err("invalid_request"),
        Given::Days(days) => End::At(first_instant(now.zone, plus_days(date(now.zone, now.at), days))),
        Given::Through(last) => End::At(first_instant(now.zone, plus_days(last, 1))),
        Given::At(end) => End::At(end),
        Given::Never => End::Never,
    };
    if matches!(end, End::At(end) if end <= now.at) {
        return Err("invalid_request");
    }
    if entry.is_some_and(|entry| entry == 0 || entry > book.lines.len() as u64) {
        return Err("not_found");
    }
    let comes_back = |point: &Point| {
        point.place == Place::Gone
            && point.expired
            && entry.is_none_or(|entry| point.lot == entry)
            && first_instant(now.zone, plus_days(date(now.zone, point.gone), now.kind.window)) > now.at
    };
    let mut found: Vec<usize> = (0..book.points.len()).filter(|index| comes_back(&book.points[*index])).collect();
    if found.is_empty() {
        return Err("not_eligible");
    }
    if amount.is_some_and(|amount| amount > found.len() as i64) {
        return Err("already_used");
    }
    found.sort_by_key(|index| {
        let point = &book.points[*index];
        Reverse((point.gone, point.since, point.lot, point.end))
    });
    found.truncate(amount.unwrap_or(i64::MAX) as usize);
    let rows: BTreeSet<_> =
        found.iter().map(|index| &book.points[*index]).map(|point| (point.gone, point.since, point.lot, point.end)).collect();
    let lots = rows.len();
    if end == End::Date {
        book.follow(now, now.at);
    }
    found.sort_by_key(|index| (book.points[*index].since, book.points[*index].lot));
    let repaid = book.debt.min(found.len() as i64);
    let (pay, stay) = found.split_at(repaid as usize);
    for index in stay {
        let point = &mut book.points[*index];
        (point.place, point.end) = (Place::Free, end);
    }
    let kept: Vec<Point> = stay.iter().map(|index| book.points[*index]).collect();
    let mut index = 0;
    book.points.retain(|_| {
        index += 1;
        !pay.contains(&(index - 1))
    });
    book.debt -= repaid;
    let number = book.lines.len() as u64 + 1;
    book.post("reinstate", now.at, parts(&kept, 1), -repaid, |_| {});
    Ok(Answer::Reinstated { entry: number, amount: kept.len() as i64 + repaid, lots })
}
