//! A repository that breaks once, at the call one asks for: on purpose, or for the line to its server is cut.

use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

use loyalty_core::repository::{Changes, Read, Refusal, Repository, Row, Search, StorageError};
use loyalty_servers::{Cut, CutProxy};

/// What goes wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// A read fails.
    Read,
    /// A search fails.
    Search,
    /// A commit fails and changes nothing.
    Commit,
    /// A commit finds the storage occupied and changes nothing.
    Occupied,
    /// A commit goes through and its reply is lost.
    LostReply,
    /// A commit never arrives, and nobody can tell.
    LostRequest,
    /// Another commit came first.
    Conflict,
}

impl Fault {
    /// All of them.
    pub const ALL: [Fault; 7] =
        [Fault::Read, Fault::Search, Fault::Commit, Fault::Occupied, Fault::LostReply, Fault::LostRequest, Fault::Conflict];

    /// Those that happen on the line to a server.
    pub const OF_A_LINE: [Fault; 2] = [Fault::LostReply, Fault::LostRequest];

    /// The code and the `retry` with which the engine must answer; nothing when it must get over it by itself.
    pub fn answer(self) -> Option<(&'static str, &'static str)> {
        match self {
            Fault::Read | Fault::Search | Fault::Commit => Some(("storage_failed", "later")),
            Fault::Occupied => Some(("busy", "same_key")),
            Fault::LostReply | Fault::LostRequest => Some(("outcome_unknown", "same_key")),
            Fault::Conflict => None,
        }
    }
}

/// A fault, and at which call of its kind it comes, counted from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Plan {
    pub fault: Fault,
    pub nth: u64,
}

impl fmt::Display for Plan {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{:?} at call {}", self.fault, self.nth)
    }
}

/// A repository that breaks as planned, once, and works before and after.
pub struct Faulty {
    inner: Arc<dyn Repository>,
    line: Option<Arc<CutProxy>>,
    plan: Mutex<Option<Plan>>,
}

impl Faulty {
    /// One that works until it is armed.
    pub fn new(inner: Arc<dyn Repository>) -> Self {
        Faulty { inner, line: None, plan: Mutex::new(None) }
    }

    /// One on a server behind this line, which is cut where a commit is to be lost.
    pub fn over(inner: Arc<dyn Repository>, line: Arc<CutProxy>) -> Self {
        Faulty { inner, line: Some(line), plan: Mutex::new(None) }
    }

    /// Counts calls from now on.
    pub fn arm(&self, plan: Plan) {
        *self.plan() = Some(plan);
    }

    /// Works again; whether the fault came.
    pub fn disarm(&self) -> bool {
        self.plan().take().is_none()
    }

    fn plan(&self) -> std::sync::MutexGuard<'_, Option<Plan>> {
        self.plan.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The fault that comes at this call, which can suffer those given.
    fn due(&self, possible: &[Fault]) -> Option<Fault> {
        let mut plan = self.plan();
        let found = plan.as_mut().filter(|plan| possible.contains(&plan.fault))?;
        found.nth -= 1;
        let fault = found.fault;
        let is_due = found.nth == 0;
        is_due.then(|| {
            *plan = None;
            fault
        })
    }
}

impl Repository for Faulty {
    fn read(&self, reads: &[Read]) -> Result<Vec<Vec<Row>>, StorageError> {
        match self.due(&[Fault::Read]) {
            Some(_) => Err(StorageError::failed("a read failed on purpose")),
            None => self.inner.read(reads),
        }
    }

    fn search(&self, search: &Search) -> Result<Vec<Row>, StorageError> {
        match self.due(&[Fault::Search]) {
            Some(_) => Err(StorageError::failed("a search failed on purpose")),
            None => self.inner.search(search),
        }
    }

    fn commit(&self, changes: Vec<Changes>) -> Result<Vec<Result<(), Refusal>>, StorageError> {
        match (self.due(&[Fault::Commit, Fault::Occupied, Fault::LostReply, Fault::LostRequest, Fault::Conflict]), &self.line) {
            (Some(fault @ (Fault::LostReply | Fault::LostRequest)), Some(line)) => {
                line.arm(if fault == Fault::LostReply { Cut::Reply } else { Cut::Request });
                self.inner.commit(changes)
            }
            (Some(Fault::LostRequest), None) => Err(StorageError::unknown("the request was lost on purpose")),
            (Some(Fault::Occupied), _) => Err(StorageError::busy("the storage is occupied on purpose")),
            (Some(Fault::LostReply), None) => {
                self.inner.commit(changes)?;
                Err(StorageError::unknown("the reply was lost on purpose"))
            }
            (Some(Fault::Conflict), _) => Ok(vec![Err(Refusal::Conflict); changes.len()]),
            (Some(_), _) => Err(StorageError::failed("a commit failed on purpose")),
            (None, _) => self.inner.commit(changes),
        }
    }
}
