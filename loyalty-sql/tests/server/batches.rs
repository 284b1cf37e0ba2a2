//! Batches: answers and rows are those of memory, whatever its change sets have in common, and writers that overlap come through.

use std::thread;

use loyalty_core::memory::Memory;
use loyalty_core::repository::conformance::TABLES;
use loyalty_core::repository::{CLAIM, COUNTER, Changes, Claim, ROOT, Read, Refusal, Repository, RootWrite, Row, Scan, Step, Value, Write};

use crate::database::Database;
use crate::probe::{NOTE, note, turn, version};

/// A small generator (constants of Knuth's MMIX), so that every run asks the same.
struct Dice(u64);

impl Dice {
    fn below(&mut self, bound: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % bound
    }

    fn int(&mut self, bound: u64) -> i64 {
        i64::try_from(self.below(bound)).unwrap()
    }

    /// A change set over few roots, claims, counters and rows, some of which cannot go through.
    fn changes(&mut self, memory: &Memory, roots: u64, trouble: u64) -> Changes {
        let mut changes = Changes::default();
        let name = format!("r{}", self.below(roots));
        let is_stale = self.below(trouble) == 0;
        let expected = version(memory, &name) + u64::from(is_stale);
        let values = vec![name.as_str().into(), i64::try_from(expected + 1).unwrap().into(), 0.into(), 0.into(), Value::Bytes(vec![])];
        changes.roots.push(RootWrite { expected, row: Row { table: &ROOT, values, body: String::new() } });
        for _ in 0..self.below(3) {
            let (value, owner) = (vec![u8::try_from(self.below(roots)).unwrap()], name.clone().into_bytes());
            let takes = self.below(2) == 0;
            let claim = if takes { Claim::Take { scope: "email", value, owner } } else { Claim::Release { scope: "email", value, owner } };
            changes.claims.push(claim);
        }
        for _ in 0..self.below(2) {
            let name = vec![u8::try_from(self.below(2)).unwrap()];
            changes.steps.push(Step { name, by: self.int(5) - 1, min: 0, max: 60 });
        }
        for _ in 0..self.below(5) {
            let row = note(&name, self.int(3), &format!("words {}", self.below(9)));
            changes.writes.push(match self.below(4) {
                0 => Write::Insert(row),
                1 => Write::Delete(&NOTE, row.key().to_vec()),
                _ => Write::Put(row),
            });
        }
        if self.below(trouble) == 0 {
            // A unique index beside the key, which other change sets may be in the way of.
            let code = Value::Bytes(vec![u8::try_from(self.below(4)).unwrap()]);
            let values = vec![name.as_str().into(), self.int(3).into(), Value::Null, code, 0.into(), Value::Null];
            changes.writes.push(Write::Put(Row { table: TABLES[0], values, body: String::new() }));
        }
        changes
    }
}

fn everything(storage: &dyn Repository) -> Vec<Vec<Row>> {
    let tables = [&ROOT, &CLAIM, &COUNTER, &NOTE, TABLES[0]];
    storage.read(&tables.map(|table| Read::Scan(Scan::prefix(table, vec![])))).unwrap()
}

#[test]
fn batches_come_to_what_memory_says() {
    let Some(database) = Database::new() else { return };
    let (mut accepted, mut refused) = (0, 0);
    for (number, (roots, trouble)) in [(40, 1_000_000), (40, 30), (4, 8)].into_iter().enumerate() {
        let tables = [&[&NOTE], TABLES].concat();
        let storage = loyalty_sql::open(&database.prefixed(&format!("b{number}_")), &tables).unwrap();
        let memory = Memory::new();
        let mut dice = Dice(number as u64);
        for _ in 0..40 {
            let length = dice.below(12);
            // Later ones of a batch name versions that earlier ones have not yet written, or have.
            let batch: Vec<Changes> = (0..length).map(|_| dice.changes(&memory, roots, trouble)).collect();
            let answers = storage.commit(batch.clone()).unwrap();
            assert_eq!(answers, memory.commit(batch.clone()).unwrap(), "{batch:?}");
            accepted += answers.iter().filter(|answer| answer.is_ok()).count();
            refused += answers.iter().filter(|answer| answer.is_err()).count();
            assert_eq!(everything(&*storage), everything(&memory));
        }
    }
    assert!(accepted > 150 && refused > 150, "{accepted} accepted, {refused} refused");
}

#[test]
fn writers_of_overlapping_batches_come_through() {
    const WRITERS: u64 = 4;
    const ROOTS: u64 = 60;
    let Some(database) = Database::new() else { return };
    let storage = loyalty_sql::open(&database.config(), &[&NOTE]).unwrap();
    let accepted: u64 = thread::scope(|scope| {
        let writers: Vec<_> = (0..WRITERS)
            .map(|writer| {
                let storage = &storage;
                scope.spawn(move || {
                    let mut accepted = 0;
                    for round in 0..6 {
                        let names = (0..40).map(|number| format!("r{}", (number * 7 + writer * 11 + round) % ROOTS));
                        let mut batch: Vec<Changes> = names.map(|name| turn(&name, version(&**storage, &name), "words")).collect();
                        if writer % 2 == 1 {
                            batch.reverse();
                        }
                        let answers = storage.commit(batch).unwrap();
                        assert!(answers.iter().all(|answer| matches!(answer, Ok(()) | Err(Refusal::Conflict))), "{answers:?}");
                        accepted += answers.iter().filter(|answer| answer.is_ok()).count() as u64;
                    }
                    accepted
                })
            })
            .collect();
        writers.into_iter().map(|writer| writer.join().unwrap()).sum()
    });
    let versions: u64 = (0..ROOTS).map(|number| version(&*storage, &format!("r{number}"))).sum();
    assert_eq!(versions, accepted, "each accepted change set moved one root on by one");
    assert_eq!(everything_of(&*storage), accepted, "and wrote one note");
}

fn everything_of(storage: &dyn Repository) -> u64 {
    storage.read(&[Read::Scan(Scan::prefix(&NOTE, vec![]))]).unwrap().concat().len() as u64
}
