//! Ends that are moved by hand, point by point, and moved back (rule L5).

use std::collections::BTreeSet;

use crate::book::{Book, Now, Place, Point, parts, policy_end};
use crate::calendar::{date, first_instant, plus_days};
use crate::command::{Given, Which};
use crate::told::{Answer, End};

/// Gives points another end.
pub fn redate(book: &mut Book, now: Now, which: Which, given: Option<Given>) -> Result<Answer, &'static str> {
    match given {
        Some(Given::None | Given::Two | Given::Days(0)) => return Err("invalid_request"),
        Some(Given::At(end)) if end <= now.clock => return Err("invalid_request"),
        Some(Given::Through(last)) if first_instant(now.zone, plus_days(last, 1)) <= now.clock => return Err("invalid_request"),
        _ => {}
    }
    if which.entry.is_some_and(|entry| entry == 0 || entry > book.lines.len() as u64) {
        return Err("not_found");
    }
    let fits = |point: &Point| {
        let end = book.ends(point);
        point.place != Place::Gone
            && which.entry.is_none_or(|entry| point.lot == entry)
            && which.after.is_none_or(|after| end.is_none_or(|end| end > after))
            && which.before.is_none_or(|before| end.is_some_and(|end| end < before))
    };
    let mut moved: Vec<(usize, End)> = Vec::new();
    for (index, point) in book.points.iter().enumerate().filter(|(_, point)| fits(point)) {
        let end = match given {
            None => match policy_end(now, point.since) {
                End::At(end) if end <= point.from => policy_end(now, point.from),
                end => end,
            },
            Some(Given::Days(days)) => End::At(first_instant(now.zone, plus_days(date(now.zone, point.since), days))),
            Some(Given::Through(last)) => End::At(first_instant(now.zone, plus_days(last, 1))),
            Some(Given::At(end)) => End::At(end),
            Some(Given::Never | Given::None | Given::Two) => End::Never,
        };
        if end == point.end {
            continue;
        }
        if matches!(end, End::At(end) if end <= now.clock || end <= point.from) {
            return Err("invalid_request");
        }
        moved.push((index, end));
    }
    if moved.is_empty() {
        return Err("not_eligible");
    }
    if moved.iter().any(|(_, end)| *end == End::Date) {
        book.follow(now, now.at);
    }
    // In spending order, as it was before.
    moved.sort_by_key(|(index, _)| {
        let point = &book.points[*index];
        let end = book.ends(point);
        (end.is_none(), end, point.since, point.lot, point.end == End::Date)
    });
    let lots: BTreeSet<_> = moved
        .iter()
        .map(|(index, _)| {
            let point = &book.points[*index];
            let held = if let Place::Held(hold) = point.place { hold } else { 0 };
            (point.lot, point.since, point.end, held, if point.from > now.clock { point.from } else { 0 })
        })
        .collect();
    let (amount, lots) = (moved.len() as i64, lots.len());
    let changes = change(book, moved);
    let number = book.lines.len() as u64 + 1;
    post(book, now, "redate", &changes, |_| {});
    book.redated.insert(number, changes);
    Ok(Answer::Redated { entry: number, amount, lots })
}

/// Gives points their ends, and says what each was and is.
fn change(book: &mut Book, moved: Vec<(usize, End)>) -> Vec<(Point, Point)> {
    let mut changes = Vec::new();
    for (index, end) in moved {
        let before = book.points[index];
        book.points[index].end = end;
        changes.push((before, book.points[index]));
    }
    changes
}

fn post(book: &mut Book, now: Now, kind: &'static str, changes: &[(Point, Point)], also: impl FnOnce(&mut crate::told::Line)) {
    let (before, after): (Vec<Point>, Vec<Point>) = changes.iter().copied().unzip();
    // A part of one row is named once for each end that it had or gets.
    let mut moved = [parts(&before, -1), parts(&after, 1)].concat();
    moved.sort_unstable();
    book.post(kind, now.at, moved, 0, also);
}

/// Gives what is still there of re-dated points its end back.
pub fn undo(book: &mut Book, now: Now, index: usize, amount: Option<i64>) -> Result<Answer, &'static str> {
    let entry = index as u64 + 1;
    if book.reversed[index] != 0 {
        return Err("already_used");
    }
    if amount.is_some() {
        return Err("invalid_request");
    }
    let changes = book.redated[&entry].clone();
    let whole = changes.len() as i64;
    let mut moved: Vec<(usize, End)> = Vec::new();
    for (before, after) in changes.into_iter().rev() {
        let there = (0..book.points.len()).filter(|index| {
            let point = &book.points[*index];
            point.place != Place::Gone
                && (point.lot, point.since, point.end) == (after.lot, after.since, after.end)
                && moved.iter().all(|(taken, _)| taken != index)
        });
        let first = there.min_by_key(|index| {
            let point = &book.points[*index];
            let held = if let Place::Held(hold) = point.place { hold } else { 0 };
            (held, point.from <= now.clock, point.from)
        });
        if let Some(found) = first {
            let ended = book.ends(&before).is_some_and(|end| end <= now.clock);
            let grace = || End::At(first_instant(now.zone, plus_days(date(now.zone, now.clock), now.kind.grace)));
            moved.push((found, if ended && now.kind.grace > 0 { grace() } else { before.end }));
        }
    }
    if moved.is_empty() {
        return Err("not_eligible");
    }
    let back = moved.len() as i64;
    book.reversed[index] = back;
    let changes = change(book, moved);
    let number = book.lines.len() as u64 + 1;
    post(book, now, "reverse", &changes, |line| line.reverses = Some(entry));
    book.lapse(now.clock, now.at);
    book.repay_at(now.clock, now.at);
    Ok(Answer::Reversed { entry: number, lapsed: 0, forgiven: 0, stayed: whole - back })
}
