//! The repository that a host implements through callbacks.

use std::ffi::{c_char, c_void};
use std::sync::Arc;

use loyalty_core::repository::{CLAIM, COUNTER, ROOT, Repository, StorageError, conformance};
use loyalty_core::schema;
use serde_json::json;

use super::status::{Failure, Status};
use super::{guard, text};
use crate::host::{self, HostRepository, HostStorage};

/// Where a callback puts its reply: fill it with `loyalty_reply_set`. Valid only inside the callback that got it.
#[expect(non_camel_case_types, reason = "the name in C")]
pub struct loyalty_reply {
    text: Option<String>,
}

/// A callback of a repository: `request`, `request_len` is UTF-8 in JSON; the reply goes to `loyalty_reply_set`.
///
/// Returns 0 when it replied; 1 when it failed and changed nothing; 2 when the storage is occupied and nothing was changed; 3 when a commit may or
/// may not have been applied. Anything else counts as 1 of a read, and as 3 of a commit. Must not call back with the same handle.
#[expect(non_camel_case_types, reason = "the name in C")]
pub type loyalty_repository_call =
    Option<unsafe extern "C" fn(user: *mut c_void, request: *const c_char, request_len: usize, reply: *mut loyalty_reply) -> i32>;

/// Is called once, when the repository is no longer used.
#[expect(non_camel_case_types, reason = "the name in C")]
pub type loyalty_repository_closed = Option<unsafe extern "C" fn(user: *mut c_void)>;

/// A repository that the host implements: storage for rows, keys and ranges that knows nothing of loyalty.
///
/// Values are `null`, whole numbers of 64 bits, texts as `"t…"` and bytes as `"x…"` in small hexadecimal digits; `null` sorts first, and
/// bytes sort byte by byte. `loyalty_tables` describes the tables, `loyalty_repository_check` proves an implementation.
///
/// `read` gets `[{"get": {"table", "key"}} | {"scan": {"table", "index", "order", "prefix", "after", "until", "reverse", "limit"}}, …]` and replies
/// `[[{"values": [...], "body": "…"}, …], …]`: for each question its rows, from one state of the storage. A scan goes by the columns in `order`
/// (those of the index, then the rest of the key): rows that begin with `prefix`, behind `after` and up to `until` including it (lists of the
/// columns behind the prefix; a shorter list compares as far as it reaches; null: no bound), largest first when `reverse`. A row whose first index
/// column is null is not in the index.
///
/// `commit` gets `[{"roots", "claims", "steps", "writes"}, …]`, applies each whole or not at all, later ones seeing earlier ones, makes them durable
/// together and replies `["ok" | "conflict" | {"taken": {"claim", "owner"}} | {"exhausted": {"step", "value"}}, …]`. In this order:
/// each root `{"expected", "row"}` is a conflict unless the stored version (column 1) is `expected`, 0 meaning that there is none; claims
/// `{"release": {"scope", "value", "owner"}}` remove the row of table `claim` if it is the owner's, then `{"take": …}` add it, refused as taken when
/// another holds it (`claim` is its number in the list from 0); steps `{"name", "by", "min", "max"}` add to a counter that begins at 0, refused as
/// exhausted when the sum leaves the bounds; writes `{"insert": row}` (a conflict when the key, or the values of a unique index, stand already),
/// `{"put": row}` (a conflict for a unique index only) and `{"delete": {"table", "key"}}`. A row is `{"table", "values", "body"}`.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct loyalty_repository {
    /// Handed to every callback; may be null.
    pub user: *mut c_void,
    /// Answers reads. Not null.
    pub read: loyalty_repository_call,
    /// Applies change sets. Not null.
    pub commit: loyalty_repository_call,
    /// Says that `user` is no longer needed; may be null.
    pub closed: loyalty_repository_closed,
}

/// Makes an empty repository for a test. Returns 0 when `repository` is filled in.
#[expect(non_camel_case_types, reason = "the name in C")]
pub type loyalty_make_repository = Option<unsafe extern "C" fn(user: *mut c_void, repository: *mut loyalty_repository) -> i32>;

/// The callbacks, with their end.
pub(super) struct Callbacks {
    user: *mut c_void,
    read: unsafe extern "C" fn(*mut c_void, *const c_char, usize, *mut loyalty_reply) -> i32,
    commit: unsafe extern "C" fn(*mut c_void, *const c_char, usize, *mut loyalty_reply) -> i32,
    closed: loyalty_repository_closed,
}

// SAFETY: the header asks that the callbacks can be called from every thread that uses the handle, with the same `user`.
unsafe impl Send for Callbacks {}
// SAFETY: likewise.
unsafe impl Sync for Callbacks {}

impl Callbacks {
    /// Takes the callbacks over.
    ///
    /// # Safety
    /// `repository` is null or points to a readable struct.
    pub(super) unsafe fn take(repository: *const loyalty_repository) -> Result<Callbacks, Failure> {
        if repository.is_null() {
            return Err(text::null("repository"));
        }
        // SAFETY: not null, and the caller promises that it can be read.
        let given = unsafe { repository.read() };
        let read = given.read.ok_or_else(|| text::null("repository.read"))?;
        let commit = given.commit.ok_or_else(|| text::null("repository.commit"))?;
        Ok(Callbacks { user: given.user, read, commit, closed: given.closed })
    }

    fn call(
        &self,
        callback: unsafe extern "C" fn(*mut c_void, *const c_char, usize, *mut loyalty_reply) -> i32,
        request: &str,
        otherwise: fn(String) -> StorageError,
    ) -> Result<String, StorageError> {
        let mut reply = loyalty_reply { text: None };
        // SAFETY: the host promises that its callbacks can be called; request and reply live through the call.
        let status = guard::call_out(|| unsafe { callback(self.user, request.as_ptr().cast(), request.len(), &raw mut reply) });
        match (status, reply.text) {
            (0, Some(text)) => Ok(text),
            (0, None) => Err(otherwise("the host's callback gave no reply".into())),
            (1, _) => Err(StorageError::failed("the host's callback failed")),
            (2, _) => Err(StorageError::busy("the host's storage is occupied")),
            (3, _) => Err(StorageError::unknown("the host cannot tell whether it was applied")),
            (other, _) => Err(otherwise(format!("the host's callback returned {other}"))),
        }
    }
}

impl HostStorage for Callbacks {
    fn read(&self, reads: &str) -> Result<String, StorageError> {
        self.call(self.read, reads, StorageError::failed)
    }

    fn commit(&self, changes: &str) -> Result<String, StorageError> {
        self.call(self.commit, changes, StorageError::unknown)
    }
}

impl Drop for Callbacks {
    fn drop(&mut self) {
        if let Some(closed) = self.closed {
            // SAFETY: the host promises that it can be called, once.
            guard::call_out(|| unsafe { closed(self.user) });
        }
    }
}

/// Fills in the reply of a callback. A second call replaces the first.
///
/// - `reply`: what the callback got. Not null.
/// - `text`, `text_len`: UTF-8, copied.
///
/// Returns `LOYALTY_OK`, `LOYALTY_NULL_ARGUMENT`, `LOYALTY_INVALID_UTF8` or `LOYALTY_TOO_LARGE`.
///
/// # Safety
/// `reply` is null or the one that the running callback got; `text` is null or points to `text_len` readable bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn loyalty_reply_set(reply: *mut loyalty_reply, text: *const c_char, text_len: usize) -> i32 {
    guard::plain(|| {
        text::require("reply", reply)?;
        // SAFETY: as the caller promises.
        let text = unsafe { text::take("text", text, text_len) }?;
        // SAFETY: not null, and the caller promises that it is the running callback's.
        unsafe { (*reply).text = Some(text.to_owned()) };
        Ok(())
    })
}

/// Gives the tables that a repository keeps: `[{"name", "columns": [{"name", "type", "max", "null"}], "key", "indexes": [{"name", "columns",
/// "unique"}]}, …]`. Behind its columns every row has one text, its body.
///
/// - `tables` (out): the text; give it back with `loyalty_string_free`. Not null.
///
/// Returns `LOYALTY_OK` or `LOYALTY_NULL_ARGUMENT`. Any thread may call this.
///
/// # Safety
/// `tables` is null or points to a writable pointer.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn loyalty_tables(tables: *mut *mut c_char) -> i32 {
    // SAFETY: as the caller promises.
    guard::plain(|| unsafe { text::give("tables", tables, host::tables(schema::TABLES)) })
}

/// Gives the tables that a repository keeps while `loyalty_repository_check` runs, in the form of `loyalty_tables`.
///
/// - `tables` (out): the text; give it back with `loyalty_string_free`. Not null.
///
/// Returns `LOYALTY_OK` or `LOYALTY_NULL_ARGUMENT`. Any thread may call this.
///
/// # Safety
/// `tables` is null or points to a writable pointer.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn loyalty_check_tables(tables: *mut *mut c_char) -> i32 {
    let own = [&ROOT, &CLAIM, &COUNTER];
    // SAFETY: as the caller promises.
    guard::plain(|| unsafe { text::give("tables", tables, host::tables(&[&own, conformance::TABLES].concat())) })
}

/// Runs the suite that every repository must pass; each check gets an empty repository from `make`, with the tables of `loyalty_check_tables`.
///
/// - `make`: makes an empty repository. Not null.
/// - `user`: handed to `make`; may be null.
/// - `report` (out): `{"checks": n, "failures": [{"check", "expected", "found"}, …]}`; give it back with `loyalty_string_free`. Not null.
///
/// Returns `LOYALTY_OK` whatever the report says; `LOYALTY_NULL_ARGUMENT`; `LOYALTY_REFUSED` when `make` did not return 0.
///
/// # Safety
/// `make` can be called with `user`, and what it fills in keeps the promises of `loyalty_open_over`; `report` is null or points to a writable pointer.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn loyalty_repository_check(make: loyalty_make_repository, user: *mut c_void, report: *mut *mut c_char) -> i32 {
    guard::plain(|| {
        let make = make.ok_or_else(|| text::null("make"))?;
        text::require("report", report)?;
        let mut failures = Vec::new();
        let mut checks = 0;
        for check in conformance::CHECKS {
            let mut made = loyalty_repository { user: std::ptr::null_mut(), read: None, commit: None, closed: None };
            // SAFETY: the caller promises that it can be called with `user`.
            if unsafe { make(user, &raw mut made) } != 0 {
                return Err(Failure::misuse(Status::LOYALTY_REFUSED, "'make' made no repository"));
            }
            // SAFETY: it is ours.
            let callbacks = unsafe { Callbacks::take(&raw const made) }?;
            let repository: Arc<dyn Repository> = Arc::new(HostRepository(callbacks));
            checks += 1;
            if let Err(failure) = check.run(&repository) {
                failures.push(json!({ "check": failure.check, "expected": failure.expected, "found": failure.found }));
            }
        }
        let text = json!({ "checks": checks, "failures": failures }).to_string();
        // SAFETY: as the caller promises.
        unsafe { text::give("report", report, text) }
    })
}
