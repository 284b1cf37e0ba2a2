//! A source that is in use while it is copied.

use std::ops::ControlFlow;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use loyalty_core::loyalty::Loyalty;
use loyalty_sql::Sqlite;
use loyalty_sql::copy::{Stage, Verify, copy};

use crate::folder::Folder;
use crate::shop::{live, moved, moved_whole, shop};

/// A customer earns, and in front of them in the order of keys another one comes.
fn goes_on(loyalty: &Loyalty<Sqlite>, turn: u32) {
    let earn = |customer: &str| {
        let args = format!(r#"{{ "customer": "{customer}", "type": "points", "amount": "1" }}"#);
        ("points.earn".to_owned(), args, Some(format!("turn-{turn}")))
    };
    let create = format!(r#"{{ "id": "a-{turn}", "email": "a.{turn}@example.com" }}"#);
    let edit = format!(r#"{{ "customer": "c-1", "email": "other.{turn}@example.com" }}"#);
    let spend = r#"{ "customer": "c-398", "type": "points", "amount": "1" }"#.to_owned();
    live(
        loyalty,
        "admin",
        25,
        &[
            ("customer.create".to_owned(), create, None),
            earn("c-1"),
            earn("c-398"),
            earn("long"),
            ("points.spend".to_owned(), spend, Some(format!("spend-{turn}"))),
            ("customer.edit".to_owned(), edit, None),
        ],
    );
}

#[test]
fn what_changes_during_a_pass_is_caught_up_with_in_the_next() {
    let folder = Folder::new();
    let (from, to) = (Loyalty::new(Sqlite::for_loyalty(shop(&folder)).unwrap()), Sqlite::for_loyalty(folder.fresh()).unwrap());
    let mut turn = 0;
    let report = copy(from.repository(), &to, Verify::All, &mut |progress| {
        if progress.stage == (Stage::Copying { pass: 1 }) && progress.rows > u64::from(turn) * 500 {
            turn += 1;
            goes_on(&from, turn);
        }
        ControlFlow::Continue(())
    });
    let report = report.unwrap();
    assert!(turn > 5, "it went on only {turn} times");
    assert!(report.is_settled() && report.is_equal() && report.passes >= 3, "{report:?}");
    moved_whole(from.repository(), &to);
}

#[test]
fn a_source_that_never_rests_is_told_of_and_caught_when_it_does() {
    let folder = Folder::new();
    let (from, to) = (Loyalty::new(Sqlite::for_loyalty(shop(&folder)).unwrap()), Sqlite::for_loyalty(folder.fresh()).unwrap());
    let mut turn = 0;
    let mut seen = (Stage::Looking, 0);
    let report = copy(from.repository(), &to, Verify::All, &mut |progress| {
        // Once in every pass, when it has begun to write or to look at the books.
        if progress.stage != Stage::Looking && seen.0 != progress.stage {
            seen.0 = progress.stage;
            turn += 1;
            goes_on(&from, turn);
        }
        ControlFlow::Continue(())
    });
    let report = report.unwrap();
    assert!(!report.is_settled() && report.is_equal(), "in use is no difference: {report:?}");
    assert!(report.moving > 0 || report.changed_last > 0);
    assert!(!moved(from.repository(), &to, Verify::Nothing).unwrap().tables.iter().any(|_| true));
    moved_whole(from.repository(), &to);
}

#[test]
fn beside_a_thread_that_writes() {
    let folder = Folder::new();
    let (from, to) = (Loyalty::new(Sqlite::for_loyalty(shop(&folder)).unwrap()), Sqlite::for_loyalty(folder.fresh()).unwrap());
    let done = AtomicBool::new(false);
    thread::scope(|scope| {
        let writer = scope.spawn(|| {
            let mut turn = 0;
            while !done.load(Ordering::Relaxed) {
                turn += 1;
                goes_on(&from, turn);
            }
            turn
        });
        for _ in 0..3 {
            let report = moved(from.repository(), &to, Verify::All);
            let report = report.unwrap_or_else(|error| panic!("{error}"));
            assert!(report.is_equal(), "{report:?}");
        }
        done.store(true, Ordering::Relaxed);
        assert!(writer.join().unwrap() > 3);
    });
    moved_whole(from.repository(), &to);
}
