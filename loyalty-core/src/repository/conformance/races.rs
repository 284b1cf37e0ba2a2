//! Many threads at once.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::thread;

use super::super::{CLAIM, COUNTER, ROOT, Refusal, Repository, Scan, Value, Write};
use super::Failure;
use super::probe::{Also, Ask, Checked, ENTRY, changes, entry, root, same, take};

const THREADS: i64 = 8;

/// Runs `work` on every thread with its number. Fails with the first failure among them.
fn race(work: &(dyn Fn(i64) -> Checked + Sync)) -> Checked {
    thread::scope(|scope| {
        let mut running = Vec::new();
        for number in 0..THREADS {
            let spawned = thread::Builder::new().spawn_scoped(scope, move || work(number));
            running.push(spawned.map_err(|error| failure("a thread", &error.to_string()))?);
        }
        running.into_iter().try_for_each(|thread| thread.join().unwrap_or_else(|_| Err(failure("no panic", "a panic"))))
    })
}

fn failure(expected: &str, found: &str) -> Failure {
    Failure { check: "", expected: expected.to_owned(), found: found.to_owned() }
}

pub(super) fn one_wins(repository: &Arc<dyn Repository>) -> Checked {
    for version in 0..10 {
        let won = AtomicI64::new(0);
        race(
            &|number| match repository.apply(changes().on(root("a", version)).write(Write::Insert(entry(&version.to_string(), number))))? {
                Ok(()) => {
                    won.fetch_add(1, Ordering::SeqCst);
                    Ok(())
                }
                Err(refusal) => same("the losers", &refusal, &Refusal::Conflict),
            },
        )?;
        same("winners", &won.into_inner(), &1)?;
    }
    same("rows of winners", &repository.rows(Scan::prefix(&ENTRY, vec![]))?.len(), &10)
}

pub(super) fn nothing_lost(repository: &Arc<dyn Repository>) -> Checked {
    const EACH: i64 = 5;
    race(&|number| {
        let mut done = 0;
        while done < EACH {
            let version = match repository.get(&ROOT, vec!["a".into()])?.map(|row| row.value(1).clone()) {
                Some(Value::Int(version)) => u64::try_from(version).unwrap_or(0),
                _ => 0,
            };
            let set = changes().on(root("a", version)).write(Write::Insert(entry("a", i64::try_from(version).unwrap_or(-1))));
            match repository.apply(set.write(Write::Insert(entry(&format!("t{number}"), done))))? {
                Ok(()) => {
                    done += 1;
                    let own = repository.get(&ENTRY, vec![format!("t{number}").as_str().into(), (done - 1).into()])?;
                    same("one's own write", &own.is_some(), &true)?;
                }
                Err(refusal) => same("the losers", &refusal, &Refusal::Conflict)?,
            }
        }
        Ok(())
    })?;
    let version = repository.get(&ROOT, vec!["a".into()])?.map(|row| row.value(1).clone());
    same("the version", &version, &Some(Value::Int(THREADS * EACH)))?;
    let lines = repository.rows(Scan::prefix(&ENTRY, vec!["a".into()]))?.len();
    same("lines, one a version", &i64::try_from(lines).unwrap_or(0), &(THREADS * EACH))
}

pub(super) fn claims(repository: &Arc<dyn Repository>) -> Checked {
    for round in 0..10 {
        let value = format!("value {round}");
        let winner = AtomicI64::new(-1);
        race(&|number| match repository
            .apply(changes().on(root(&format!("{round} {number}"), 0)).claim(take(&value, &number.to_string())))?
        {
            Ok(()) => same("a winner before", &winner.swap(number, Ordering::SeqCst), &-1),
            Err(Refusal::Taken { .. }) => Ok(()),
            Err(refusal) => Err(failure("taken", &format!("{refusal:?}"))),
        })?;
        let owner = repository.get(&CLAIM, vec!["email".into(), value.as_str().into()])?.map(|row| row.value(2).clone());
        same("the owner", &owner, &Some(winner.into_inner().to_string().as_str().into()))?;
    }
    Ok(())
}

pub(super) fn counters(repository: &Arc<dyn Repository>) -> Checked {
    let accepted = AtomicI64::new(0);
    race(&|number| {
        for round in 0..5 {
            match repository.apply(changes().on(root(&format!("{round} {number}"), 0)).step("stock", 1, 0, 17))? {
                Ok(()) => {
                    accepted.fetch_add(1, Ordering::SeqCst);
                }
                Err(refusal) => same("a refusal", &refusal, &Refusal::Exhausted { name: b"stock".to_vec(), value: 17 })?,
            }
        }
        Ok(())
    })?;
    same("steps accepted", &accepted.into_inner(), &17)?;
    let stock = repository.get(&COUNTER, vec!["stock".into()])?.map(|row| row.value(1).clone());
    same("the counter", &stock, &Some(Value::Int(17)))
}
