//! The unit of work: what one operation reads and what it wants to change, until the door commits it.

mod errand;
mod notes;
mod overlay;
mod ranges;
mod rows;
#[cfg(test)]
pub(crate) mod tests;

pub use errand::Deputy;
pub use notes::{Above, Counted, Happened, Noted, Notes};
pub use overlay::{Overlay, Slot, Staged};

use std::borrow::Cow;
use std::sync::Arc;

use crate::context::Context;
use crate::error::{Error, Reason};
use crate::gather::Gather;
use crate::pairs::Pairs;
use crate::program::Program;
use crate::record::{Columns, Record, Root};
use crate::repository::{CLAIM, COUNTER, Changes, Claim, Key, ROOT, Read, Repository, RootWrite, Row, Scan, Search, Step, Table, Value};
use crate::secret::Secret;
use crate::time::Timestamp;

/// What is stored of a root itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RootState {
    /// How many commits it has seen; 0 before the first.
    pub version: u64,
    /// The time of its last command; later ones are never recorded earlier.
    pub recorded_at: Timestamp,
    /// How many rows its operation log has.
    pub log_seq: u64,
    /// The head of its hash chain.
    pub log_head: [u8; 32],
}

/// Reads and staged writes of one operation.
///
/// Reads see what was staged here and, in a batch, what earlier commands of the batch staged. Nothing is written until the door takes the
/// [`Changes`] out and commits them; a preview and a query just drop the unit.
pub struct Unit<'r> {
    repository: &'r dyn Repository,
    batch: &'r Overlay,
    context: &'r Context,
    program: Arc<Program>,
    now: Timestamp,
    secrets: &'r [Secret],
    read: Pairs<Slot, Option<Cow<'r, Row>>>,
    round_trips: u32,
    staged: Overlay,
    roots: Pairs<Root, RootState>,
    claims: Vec<Claim>,
    steps: Vec<Step>,
    if_version: Option<u64>,
    deputy: Option<Deputy<'r>>,
    granter: Option<&'r Context>,
    granted: Option<Above>,
    /// What the operation tells the door: entries, events.
    pub notes: Notes,
}

/// What one command wants to change.
pub struct Work {
    roots: Vec<RootWrite>,
    staged: Overlay,
    claims: Vec<Claim>,
    steps: Vec<Step>,
}

impl<'r> Unit<'r> {
    /// A unit over a repository, behind what a batch has staged so far.
    pub fn new(repository: &'r dyn Repository, batch: &'r Overlay, context: &'r Context, program: Arc<Program>) -> Self {
        Unit {
            repository,
            batch,
            context,
            program,
            now: context.at,
            secrets: &[],
            read: Pairs::new(),
            round_trips: 0,
            staged: Overlay::default(),
            roots: Pairs::new(),
            claims: Vec::new(),
            steps: Vec::new(),
            if_version: None,
            deputy: None,
            granter: None,
            granted: None,
            notes: Notes::default(),
        }
    }

    /// The context of the request.
    pub fn context(&self) -> &'r Context {
        self.context
    }

    /// The same unit, with the host's secrets.
    #[must_use]
    pub fn with_secrets(self, secrets: &'r [Secret]) -> Self {
        Unit { secrets, ..self }
    }

    /// The secrets under which codes are hashed: the first hashes, all of them find. Never none.
    ///
    /// # Errors
    /// `invalid_request` where the host has configured none.
    pub fn secrets(&self) -> Result<(&'r Secret, &'r [Secret]), Error> {
        let first = self.secrets.first().map(|first| (first, self.secrets));
        first.ok_or_else(|| Error::invalid("config.secrets", "is missing; codes need a secret of the host, configure one"))
    }

    /// The program under which the operation runs.
    pub fn program(&self) -> Arc<Program> {
        Arc::clone(&self.program)
    }

    /// Runs under another program: the one that is current.
    pub fn set_program(&mut self, program: Arc<Program>) {
        self.program = program;
    }

    /// The version of a root, without resting on it.
    ///
    /// # Errors
    /// When the storage fails.
    pub fn version_of(&mut self, root: &Root) -> Result<u64, Error> {
        Ok(RootState::read(self.row(&ROOT, vec![Value::from(root)])?)?.version)
    }

    /// The time at which the operation is recorded: the context's, never before the last one recorded for its roots.
    pub fn now(&self) -> Timestamp {
        self.now
    }

    /// The roots the operation rests on, with the state in which they were read.
    pub fn roots(&self) -> impl Iterator<Item = (&Root, &RootState)> {
        self.roots.iter()
    }

    /// Reads rows by key in one round trip, so that later [`Unit::get`]s find them here.
    ///
    /// # Errors
    /// When the storage fails; likewise below.
    pub fn prefetch(&mut self, keys: Vec<(&'static Table, Key)>) -> Result<(), Error> {
        let mut wanted = Vec::new();
        for (table, key) in keys {
            if self.known(table, &key).is_some() {
                continue;
            }
            let slot = (table.name, key);
            match self.batch.ahead(&slot) {
                Some(row) => {
                    // All of it came in one round trip, which counts, lest a second one go unnoticed.
                    self.round_trips = self.round_trips.max(1);
                    self.read.insert(slot, row.map(Cow::Borrowed));
                }
                None => wanted.push(Read::Get(table, slot.1)),
            }
        }
        if wanted.is_empty() {
            return Ok(());
        }
        self.round_trips += 1;
        let found = self.repository.read(&wanted)?;
        for (read, rows) in wanted.into_iter().zip(found) {
            if let Read::Get(table, key) = read {
                self.read.insert((table.name, key), rows.into_iter().next().map(Cow::Owned));
            }
        }
        Ok(())
    }

    /// Makes the operation rest on a root: the commit goes through only if nobody else changes it meanwhile.
    ///
    /// # Errors
    /// When the storage fails.
    pub fn rest_on(&mut self, root: &Root) -> Result<&RootState, Error> {
        if !self.roots.contains_key(root) {
            let state = RootState::read(self.row(&ROOT, vec![Value::from(root)])?)?;
            self.now = self.now.max(state.recorded_at);
            self.roots.insert(root.clone(), state);
        }
        self.roots.get(root).ok_or_else(|| Error::internal("a root was lost"))
    }

    /// The record with this key.
    ///
    /// # Errors
    /// When the storage fails.
    pub fn get<R: Record>(&mut self, key: Key) -> Result<Option<R>, Error> {
        self.row(R::TABLE, key)?.map(R::from_row).transpose()
    }

    /// A range of records.
    ///
    /// # Errors
    /// When the storage fails.
    pub fn scan<R: Record>(&mut self, scan: &Scan) -> Result<Vec<R>, Error> {
        self.rows(scan)?.into_iter().map(R::from_row).gather()
    }

    /// A page of rows across roots.
    ///
    /// # Errors
    /// When the storage fails.
    pub fn search(&mut self, search: &Search) -> Result<Vec<Row>, Error> {
        self.round_trips += 1;
        let repository = self.repository;
        let below = |search: &Search| self.batch.search(search, |search| repository.search(search));
        Ok(self.staged.search(search, below)?)
    }

    /// Stages a record, new or changed.
    pub fn put<R: Record>(&mut self, record: &R) {
        self.staged.put(record.to_row());
    }

    /// Stages a record that must not exist yet.
    pub fn insert<R: Record>(&mut self, record: &R) {
        self.staged.insert(record.to_row());
    }

    /// Stages a row that must not exist yet.
    pub fn insert_row(&mut self, row: Row) {
        self.staged.insert(row);
    }

    /// Stages the removal of a record.
    pub fn delete<R: Record>(&mut self, record: &R) {
        self.staged.delete(R::TABLE, record.to_row().key().to_vec());
    }

    /// Who holds a unique value.
    ///
    /// # Errors
    /// When the storage fails.
    pub fn holder(&mut self, scope: &'static str, value: &str) -> Result<Option<Root>, Error> {
        let row = self.row(&CLAIM, vec![Value::from(scope), Value::from(value)])?;
        Ok(row.and_then(|row| match row.value(2) {
            Value::Bytes(owner) => Some(Root::from_bytes(owner)),
            _ => None,
        }))
    }

    /// Takes a unique value for a root. The caller has looked who holds it; the commit decides races.
    pub fn claim(&mut self, scope: &'static str, value: &str, owner: &Root) {
        let (value, holder) = (value.as_bytes().to_vec(), owner.bytes().to_vec());
        let values = vec![Value::from(scope), Value::from(value.clone()), Value::from(owner)];
        self.staged.put(Row { table: &CLAIM, values, body: String::new() });
        self.claims.push(Claim::Take { scope, value, owner: holder });
    }

    /// Gives a unique value back.
    pub fn release(&mut self, scope: &'static str, value: &str, owner: &Root) {
        self.staged.delete(&CLAIM, vec![Value::from(scope), Value::from(value)]);
        self.claims.push(Claim::Release { scope, value: value.as_bytes().to_vec(), owner: owner.bytes().to_vec() });
    }

    /// The value of a shared counter.
    ///
    /// # Errors
    /// When the storage fails.
    pub fn counter(&mut self, name: &str) -> Result<i64, Error> {
        let row = self.row(&COUNTER, vec![Value::from(name)])?;
        Ok(row.map_or(0, |row| if let Value::Int(value) = row.value(1) { *value } else { 0 }))
    }

    /// Steps a shared counter, guarded at the commit. The caller has looked that the step fits.
    ///
    /// # Errors
    /// When the storage fails.
    pub fn step(&mut self, name: &str, by: i64, max: i64) -> Result<(), Error> {
        let stepped = self.counter(name)?.saturating_add(by);
        self.staged.put(Row { table: &COUNTER, values: vec![Value::from(name), Value::Int(stepped)], body: String::new() });
        self.steps.push(Step { name: name.as_bytes().to_vec(), by, min: i64::MIN, max });
        Ok(())
    }

    /// Says which version of the edited record the caller saw, for [`Unit::check_version`].
    pub fn expect_version(&mut self, if_version: Option<u64>) {
        self.if_version = if_version;
    }

    /// Refuses the edit of a record that was changed since the caller saw it (rule K2).
    ///
    /// # Errors
    /// `version_conflict` with the current version.
    pub fn check_version(&mut self, record: &'static str, current: u64) -> Result<(), Error> {
        match self.if_version.take() {
            Some(seen) if seen != current => Err(Reason::VersionConflict { record, seen, current }.into()),
            _ => Ok(()),
        }
    }

    /// The `if_version` of a request that no record of the operation has looked at.
    pub fn unchecked_version(&self) -> Option<u64> {
        self.if_version
    }

    /// Takes out what was staged, with the new states of the roots.
    pub fn into_work(self, states: Vec<(Root, RootState)>) -> Work {
        let roots = states.into_iter().map(|(root, state)| state.write(&root)).gather();
        Work { roots, staged: self.staged, claims: self.claims, steps: self.steps }
    }

    /// Whether what was read can be torn: more than one round trip, and a root was changed in between.
    ///
    /// # Errors
    /// When the storage fails.
    pub fn is_torn(&self) -> Result<bool, Error> {
        if self.round_trips < 2 || self.roots.is_empty() {
            return Ok(false);
        }
        let reads: Vec<Read> = self.roots.keys().map(|root| Read::Get(&ROOT, vec![Value::from(root)])).gather();
        let found = self.repository.read(&reads)?;
        for ((root, state), rows) in self.roots.iter().zip(found) {
            let in_batch = self.batch.get(&ROOT, &[Value::from(root)]).is_some();
            if !in_batch && RootState::read(rows.into_iter().next())?.version != state.version {
                return Ok(true);
            }
        }
        Ok(false)
    }

    fn known(&self, table: &'static Table, key: &[Value]) -> Option<Option<&Row>> {
        self.staged.get(table, key).or_else(|| self.batch.get(table, key))
    }

    fn row(&mut self, table: &'static Table, key: Key) -> Result<Option<Row>, Error> {
        if let Some(known) = self.known(table, &key) {
            return Ok(known.cloned());
        }
        let slot = (table.name, key);
        if let Some(read) = self.read.get(&slot) {
            return Ok(read.as_deref().cloned());
        }
        self.round_trips += 1;
        let found = self.repository.read(&[Read::Get(table, slot.1.clone())])?.into_iter().flatten().next();
        self.read.insert(slot, found.clone().map(Cow::Owned));
        Ok(found)
    }

    fn rows(&mut self, scan: &Scan) -> Result<Vec<Row>, Error> {
        self.round_trips += 1;
        let repository = self.repository;
        let stored = |scan: &Scan| repository.read(&[Read::Scan(scan.clone())]).map(|found| found.into_iter().flatten().gather());
        Ok(self.staged.scan(scan, |scan| self.batch.scan(scan, stored))?)
    }
}

impl Work {
    /// Lets the rest of a batch see it.
    pub fn lay_over(&self, batch: &mut Overlay) {
        batch.absorb(&self.staged);
        self.roots.iter().for_each(|write| batch.put(write.row.clone()));
    }

    /// What to commit.
    pub fn into_changes(self) -> Changes {
        let writes = self.staged.into_writes(|table| *table != CLAIM && *table != COUNTER);
        Changes { roots: self.roots, writes, claims: self.claims, steps: self.steps }
    }
}

impl RootState {
    fn read(row: Option<Row>) -> Result<Self, Error> {
        let Some(row) = row else {
            return Ok(RootState { version: 0, recorded_at: Timestamp::from_micros(i64::MIN), log_seq: 0, log_head: [0; 32] });
        };
        let mut columns = Columns::from(row);
        let _root = columns.bytes();
        let record =
            RootState { version: columns.count(), recorded_at: columns.time(), log_seq: columns.count(), log_head: columns.digest() };
        columns.end(record)
    }

    fn write(&self, root: &Root) -> RootWrite {
        let values = vec![
            Value::from(root),
            Value::from(self.version + 1),
            Value::from(self.recorded_at),
            Value::from(self.log_seq),
            Value::from(self.log_head.as_slice()),
        ];
        RootWrite { expected: self.version, row: Row { table: &ROOT, values, body: String::new() } }
    }
}
