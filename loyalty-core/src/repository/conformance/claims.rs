//! Claims and counters: what roots share.

use std::sync::Arc;

use super::super::{CLAIM, COUNTER, Refusal, Repository, Value, Write};
use super::probe::{Also, Ask, Checked, changes, entry, release, root, same, take};

/// Who holds a value.
fn owner(repository: &Arc<dyn Repository>, value: &str) -> Result<Option<Value>, super::Failure> {
    Ok(repository.get(&CLAIM, vec!["email".into(), value.into()])?.map(|row| row.value(2).clone()))
}

/// What a counter stands at.
fn counter(repository: &Arc<dyn Repository>, name: &str) -> Result<Option<Value>, super::Failure> {
    Ok(repository.get(&COUNTER, vec![name.into()])?.map(|row| row.value(1).clone()))
}

fn taken(value: &str, owner: &str) -> Result<(), Refusal> {
    Err(Refusal::Taken { scope: "email", value: value.as_bytes().to_vec(), owner: owner.as_bytes().to_vec() })
}

fn exhausted(name: &str, value: i64) -> Result<(), Refusal> {
    Err(Refusal::Exhausted { name: name.as_bytes().to_vec(), value })
}

pub(super) fn one_owner(repository: &Arc<dyn Repository>) -> Checked {
    same("a free value", &repository.apply(changes().claim(take("x", "a")))?, &Ok(()))?;
    same("the same value by its owner", &repository.apply(changes().claim(take("x", "a")))?, &Ok(()))?;
    same("the same value by another", &repository.apply(changes().claim(take("x", "b")))?, &taken("x", "a"))?;
    same("the owner", &owner(repository, "x")?, &Some("a".into()))?;
    same("another value", &repository.apply(changes().claim(take("xx", "b")))?, &Ok(()))?;
    let code = super::super::Claim::Take { scope: "code", value: b"x".to_vec(), owner: b"b".to_vec() };
    same("the same value of another kind", &repository.apply(changes().claim(code))?, &Ok(()))?;
    let twice = changes().claim(take("y", "a")).claim(take("y", "a"));
    same("twice in one change set", &repository.apply(twice)?, &Ok(()))
}

pub(super) fn released(repository: &Arc<dyn Repository>) -> Checked {
    same("a free value", &repository.apply(changes().claim(take("x", "a")))?, &Ok(()))?;
    same("a release by another", &repository.apply(changes().claim(release("x", "b")))?, &Ok(()))?;
    same("the owner", &owner(repository, "x")?, &Some("a".into()))?;
    same("a release of nothing", &repository.apply(changes().claim(release("none", "a")))?, &Ok(()))?;
    same("a release", &repository.apply(changes().claim(release("x", "a")))?, &Ok(()))?;
    same("no owner", &owner(repository, "x")?, &None)?;
    same("a take by another", &repository.apply(changes().claim(take("x", "b")))?, &Ok(()))?;
    same("the new owner", &owner(repository, "x")?, &Some("b".into()))
}

pub(super) fn release_first(repository: &Arc<dyn Repository>) -> Checked {
    same("a free value", &repository.apply(changes().claim(take("x", "a")))?, &Ok(()))?;
    let hand_over = changes().claim(take("x", "b")).claim(release("x", "a"));
    same("from one to another, take named first", &repository.apply(hand_over)?, &Ok(()))?;
    same("the new owner", &owner(repository, "x")?, &Some("b".into()))?;
    let keep = changes().claim(take("x", "b")).claim(release("x", "b"));
    same("given back and taken again", &repository.apply(keep)?, &Ok(()))?;
    same("still the owner", &owner(repository, "x")?, &Some("b".into()))?;
    let swap = changes().claim(release("x", "b")).claim(take("y", "b")).claim(take("x", "c"));
    same("one value for another", &repository.apply(swap)?, &Ok(()))?;
    same("the owners", &(owner(repository, "x")?, owner(repository, "y")?), &(Some("c".into()), Some("b".into())))
}

pub(super) fn counter_bounds(repository: &Arc<dyn Repository>) -> Checked {
    let step = |by, min, max| repository.apply(changes().step("n", by, min, max));
    same("below its bound from 0", &step(-1, 0, 3)?, &exhausted("n", 0))?;
    same("beyond its bound from 0", &step(4, 0, 3)?, &exhausted("n", 0))?;
    same("not made by a refusal", &counter(repository, "n")?, &None)?;
    same("up to its bound", &step(3, 0, 3)?, &Ok(()))?;
    same("beyond it", &step(1, 0, 3)?, &exhausted("n", 3))?;
    same("down to its bound", &step(-3, 0, 3)?, &Ok(()))?;
    same("below it", &step(-1, 0, 3)?, &exhausted("n", 0))?;
    same("below zero where that is allowed", &step(-5, -5, 3)?, &Ok(()))?;
    same("a step that stays outside of new bounds", &step(1, 0, 3)?, &exhausted("n", -5))?;
    same("a step back into bounds", &step(6, 0, 3)?, &Ok(()))?;
    let both = changes().step("n", 1, 0, 3).step("n", 1, 0, 3);
    same("two steps in one change set", &repository.apply(both)?, &Ok(()))?;
    same("their sum", &counter(repository, "n")?, &Some(Value::Int(3)))?;
    let undone = changes().step("m", 1, 0, 3).step("n", 1, 0, 3);
    same("one good and one refused", &repository.apply(undone)?, &exhausted("n", 3))?;
    same("the good one taken back", &counter(repository, "m")?, &None)
}

pub(super) fn counter_extremes(repository: &Arc<dyn Repository>) -> Checked {
    let step = |by| repository.apply(changes().step("n", by, i64::MIN, i64::MAX));
    same("all the way up", &step(i64::MAX)?, &Ok(()))?;
    same("one more", &step(1)?, &exhausted("n", i64::MAX))?;
    same("all the way up again", &step(i64::MAX)?, &exhausted("n", i64::MAX))?;
    same("down to -1", &step(i64::MIN)?, &Ok(()))?;
    same("down to the smallest", &step(-i64::MAX)?, &Ok(()))?;
    same("one less", &step(-1)?, &exhausted("n", i64::MIN))?;
    same("the value", &counter(repository, "n")?, &Some(Value::Int(i64::MIN)))
}

pub(super) fn refused(repository: &Arc<dyn Repository>) -> Checked {
    same("the beginning", &repository.apply(changes().claim(take("held", "a")).write(Write::Insert(entry("a", 1))))?, &Ok(()))?;
    let set = || changes().claim(release("held", "a")).claim(take("new", "a")).step("n", 1, 0, 9);
    same("a row that stands", &repository.apply(set().write(Write::Insert(entry("a", 1))))?, &Err(Refusal::Conflict))?;
    same("a stale root", &repository.apply(set().on(root("a", 1)))?, &Err(Refusal::Conflict))?;
    same("the claims", &(owner(repository, "held")?, owner(repository, "new")?), &(Some("a".into()), None))?;
    same("the counter", &counter(repository, "n")?, &None)
}
