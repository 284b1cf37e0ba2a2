//! What functions return, and the last error.

use std::cell::RefCell;
use std::ffi::{CStr, c_char};

use loyalty_core::error::Error;
use serde_json::json;

use super::guard;
use super::text;

/// The version of this interface: it grows when a function or number is added, and never loses one.
pub const LOYALTY_ABI: u32 = 1;

/// What a function came to. 0 is success; no number is ever used again for something else.
///
/// A refused operation is no failure of the call: `loyalty_execute` returns `LOYALTY_OK` and the answer says `{"error": …}`.
#[expect(non_camel_case_types, reason = "the name in C")]
#[repr(i32)]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum loyalty_status {
    /// Done; the outputs are written.
    LOYALTY_OK = 0,
    /// A pointer that must not be null is null.
    LOYALTY_NULL_ARGUMENT = 1,
    /// A text is not UTF-8.
    LOYALTY_INVALID_UTF8 = 2,
    /// A length is larger than 1 GiB, which no text may have; the length or the pointer beside it is wrong.
    LOYALTY_TOO_LARGE = 3,
    /// The handle was closed, or never was one.
    LOYALTY_INVALID_HANDLE = 4,
    /// Opening or a question was refused: `loyalty_last_error` says why, with the code of an operation's refusal.
    LOYALTY_REFUSED = 5,
    /// A callback called back with the handle that was calling it.
    LOYALTY_REENTERED = 6,
    /// The library failed inside. The handle is poisoned: close it. What was acknowledged before stands.
    LOYALTY_PANICKED = 7,
    /// An earlier call with this handle failed inside: close it and open another.
    LOYALTY_POISONED = 8,
}

pub(super) type Status = loyalty_status;

/// Why a call failed: its number, and what `loyalty_last_error` shows.
#[derive(Debug)]
pub(super) struct Failure {
    pub(super) status: Status,
    pub(super) error: String,
}

impl Failure {
    /// A misuse of the interface.
    pub(super) fn misuse(status: Status, message: &str) -> Self {
        let error =
            json!({ "error": { "code": "invalid_request", "message": message, "retry": "never", "details": { "status": status as i32 } } });
        Failure { status, error: error.to_string() }
    }

    /// A failure inside.
    pub(super) fn inside(status: Status, message: &str) -> Self {
        let error = json!({ "error": { "code": "internal", "message": message, "retry": "never", "details": {} } });
        Failure { status, error: error.to_string() }
    }
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Failure { status: Status::LOYALTY_REFUSED, error: error.to_json().to_string() }
    }
}

thread_local! {
    static LAST: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Remembers what a call of this thread came to.
pub(super) fn remember(outcome: Result<(), Failure>) -> i32 {
    let (status, error) = match outcome {
        Ok(()) => return Status::LOYALTY_OK as i32,
        Err(failure) => (failure.status, failure.error),
    };
    LAST.with(|last| *last.borrow_mut() = Some(error));
    status as i32
}

/// Gives the last failure of this thread, as `{"error": {"code", "message", "retry", "details"}}`; `null` in JSON when there was none yet.
///
/// It is kept per thread, so that calls of other threads with the same handle do not replace it; later successes leave it.
///
/// - `error` (out): the text; give it back with `loyalty_string_free`. Not null.
///
/// Returns `LOYALTY_OK`, or `LOYALTY_NULL_ARGUMENT`.
///
/// # Safety
/// `error` is null or points to a writable pointer.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn loyalty_last_error(error: *mut *mut c_char) -> i32 {
    guard::plain(|| {
        let last = LAST.with(|last| last.borrow().clone());
        // SAFETY: as the caller promises.
        unsafe { text::give("error", error, last.unwrap_or_else(|| "null".to_owned())) }
    })
}

/// Gives the name of a status, such as `LOYALTY_INVALID_HANDLE`; `LOYALTY_UNKNOWN` for a number that is none.
///
/// The text is static: do not free it. Any thread may call this at any time.
#[unsafe(no_mangle)]
pub extern "C" fn loyalty_status_name(status: i32) -> *const c_char {
    let name: &CStr = match status {
        0 => c"LOYALTY_OK",
        1 => c"LOYALTY_NULL_ARGUMENT",
        2 => c"LOYALTY_INVALID_UTF8",
        3 => c"LOYALTY_TOO_LARGE",
        4 => c"LOYALTY_INVALID_HANDLE",
        5 => c"LOYALTY_REFUSED",
        6 => c"LOYALTY_REENTERED",
        7 => c"LOYALTY_PANICKED",
        8 => c"LOYALTY_POISONED",
        _ => c"LOYALTY_UNKNOWN",
    };
    name.as_ptr()
}
