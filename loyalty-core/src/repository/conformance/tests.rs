//! The suite passes a right repository and catches wrong ones.

use super::super::{Changes, Claim, Read, Refusal, Repository, Row, Search, StorageError, Value, Write};
use super::{Failure, run};
use crate::memory::Memory;

#[test]
fn memory_passes() {
    run(&|| Box::new(Memory::new())).unwrap_or_else(|failure| panic!("{failure}"));
}

/// A repository with one fault, put where the calls pass through.
#[derive(Clone, Copy)]
struct Faulty {
    change: fn(&mut Changes),
    rows: fn(Vec<Row>) -> Vec<Row>,
    search: fn(&mut Search),
    scan: fn(&mut super::super::Scan),
    refused: fn(&Memory, &Changes),
}

const RIGHT: Faulty = Faulty { change: |_| (), rows: |rows| rows, search: |_| (), scan: |_| (), refused: |_, _| () };

struct Wrong(Memory, Faulty);

impl Repository for Wrong {
    fn read(&self, reads: &[Read]) -> Result<Vec<Vec<Row>>, StorageError> {
        let mut reads = reads.to_vec();
        for read in &mut reads {
            if let Read::Scan(scan) = read {
                (self.1.scan)(scan);
            }
        }
        Ok(self.0.read(&reads)?.into_iter().map(self.1.rows).collect())
    }

    fn search(&self, search: &Search) -> Result<Vec<Row>, StorageError> {
        let mut search = search.clone();
        (self.1.search)(&mut search);
        self.0.search(&search)
    }

    fn commit(&self, changes: Vec<Changes>) -> Result<Vec<Result<(), Refusal>>, StorageError> {
        let mut changes = changes.to_vec();
        changes.iter_mut().for_each(self.1.change);
        let answers = self.0.commit(changes.clone())?;
        for (changes, _) in changes.iter().zip(&answers).filter(|(_, answer)| answer.is_err()) {
            (self.1.refused)(&self.0, changes);
        }
        Ok(answers)
    }
}

/// What the suite says of a fault.
fn verdict(fault: Faulty) -> Failure {
    run(&|| Box::new(Wrong(Memory::new(), fault))).expect_err("the fault should be seen")
}

#[test]
fn the_wrapper_without_a_fault_passes() {
    run(&|| Box::new(Wrong(Memory::new(), RIGHT))).unwrap_or_else(|failure| panic!("{failure}"));
}

#[test]
fn ignoring_root_versions_is_seen() {
    let fault = |changes: &mut Changes| {
        for root in changes.roots.drain(..) {
            changes.writes.push(Write::Put(root.row));
        }
    };
    assert_eq!(verdict(Faulty { change: fault, ..RIGHT }).check, "a root is guarded by its version");
}

#[test]
fn ignoring_the_bounds_of_counters_is_seen() {
    let fault = |changes: &mut Changes| changes.steps.iter_mut().for_each(|step| step.max = i64::MAX);
    let failure = verdict(Faulty { change: fault, ..RIGHT });
    assert_eq!(failure.check, "a refused change set leaves no trace");
}

#[test]
fn keeping_claims_of_a_refused_change_set_is_seen() {
    let fault = |memory: &Memory, changes: &Changes| {
        let claims = changes.claims.iter().filter(|claim| matches!(claim, Claim::Take { .. })).cloned().collect();
        memory.commit(vec![Changes { claims, ..Changes::default() }]).unwrap();
    };
    assert_eq!(verdict(Faulty { refused: fault, ..RIGHT }).check, "a refused change set leaves no trace");
}

#[test]
fn keeping_counters_of_a_refused_change_set_is_seen() {
    let fault = |memory: &Memory, changes: &Changes| {
        memory.commit(vec![Changes { steps: changes.steps.clone(), ..Changes::default() }]).unwrap();
    };
    assert_eq!(verdict(Faulty { refused: fault, ..RIGHT }).check, "a refused change set leaves no trace");
}

#[test]
fn keeping_rows_of_a_refused_change_set_is_seen() {
    let fault = |memory: &Memory, changes: &Changes| {
        memory.commit(vec![Changes { writes: changes.writes.clone(), ..Changes::default() }]).unwrap();
    };
    assert_eq!(verdict(Faulty { refused: fault, ..RIGHT }).check, "a new root must not exist yet");
}

#[test]
fn taking_claims_before_giving_back_is_seen() {
    let fault = |changes: &mut Changes| {
        if changes.claims.iter().any(|claim| matches!(claim, Claim::Take { .. })) {
            changes.claims.retain(|claim| matches!(claim, Claim::Take { .. }));
        }
    };
    let check = verdict(Faulty { change: fault, ..RIGHT }).check;
    assert!(["a refused change set leaves no trace", "claims are given back first"].contains(&check), "{check}");
}

#[test]
fn versions_that_only_count_up_are_seen() {
    let fault = |changes: &mut Changes| {
        for root in &mut changes.roots {
            root.row.values[1] = Value::Int(i64::try_from(root.expected).unwrap_or(0).saturating_add(1));
        }
    };
    assert_eq!(verdict(Faulty { change: fault, ..RIGHT }).check, "a root moved in keeps its version");
}

#[test]
fn inserts_that_overwrite_are_seen() {
    let fault = |changes: &mut Changes| {
        for write in &mut changes.writes {
            if let Write::Insert(row) = write {
                *write = Write::Put(row.clone());
            }
        }
    };
    assert_eq!(verdict(Faulty { change: fault, ..RIGHT }).check, "insert refuses a key that stands");
}

#[test]
fn trimmed_bodies_are_seen() {
    let fault = |mut rows: Vec<Row>| {
        rows.iter_mut().for_each(|row| row.body = row.body.trim().to_owned());
        rows
    };
    assert_eq!(verdict(Faulty { rows: fault, ..RIGHT }).check, "a body is kept exactly");
}

#[test]
fn integers_that_pass_through_floats_are_seen() {
    let fault = |mut rows: Vec<Row>| {
        for value in rows.iter_mut().flat_map(|row| &mut row.values) {
            if let Value::Int(int) = value {
                #[expect(clippy::cast_possible_truncation, clippy::cast_precision_loss, reason = "the fault that is meant")]
                let rounded = *int as f64 as i64;
                *value = Value::Int(rounded);
            }
        }
        rows
    };
    assert_eq!(verdict(Faulty { rows: fault, ..RIGHT }).check, "values keep their extremes");
}

#[test]
fn exclusive_ends_are_seen() {
    let fault = |scan: &mut super::super::Scan| {
        if let Some([Value::Int(end)]) = scan.until.as_deref_mut() {
            *end = if scan.reverse { end.saturating_add(1) } else { end.saturating_sub(1) };
        }
    };
    assert_eq!(verdict(Faulty { scan: fault, ..RIGHT }).check, "scan: after and until");
}

#[test]
fn pages_that_repeat_are_seen() {
    // Begins the page at its sort value, not behind its key: rows of the same value come again.
    let fault = |search: &mut Search| {
        if let (Some(_), Some((_, key))) = (search.sort, &mut search.after) {
            key.clear();
        }
    };
    assert_eq!(verdict(Faulty { search: fault, ..RIGHT }).check, "search: pages neither skip nor repeat");
}

#[test]
fn words_that_are_wildcards_are_seen() {
    let fault = |search: &mut Search| search.words.retain(|word| word != "%");
    assert_eq!(verdict(Faulty { search: fault, ..RIGHT }).check, "search: words are plain inner texts");
}
