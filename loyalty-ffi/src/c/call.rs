//! Executing requests.

use std::ffi::{c_char, c_void};
use std::ops::ControlFlow;

use loyalty_core::loyalty::Progress;

use super::handle::loyalty_handle;
use super::{guard, text};

/// Executes one request in a context.
///
/// The two are apart on purpose: the request may come from a browser, the context is written by the host's own code alone. Never build the context
/// from what a browser sent.
///
/// - `handle`: an open store.
/// - `request`, `request_len`: UTF-8, a JSON object with `op` and `args`, and `idempotency_key`, `if_version`, `preview`, `plan` where wanted; at most
///   1 MiB.
/// - `context`, `context_len`: UTF-8, a JSON object with `actor`, and `at` and `entropy`, which the library fills in from the machine when absent.
/// - `answer` (out): `{"ok": …}` or `{"error": {"code", "message", "retry", "details"}}`; give it back with `loyalty_string_free`. Not null.
///
/// Returns `LOYALTY_OK` also for a refused request; `LOYALTY_NULL_ARGUMENT`, `LOYALTY_INVALID_UTF8`, `LOYALTY_TOO_LARGE`, `LOYALTY_INVALID_HANDLE`,
/// `LOYALTY_REENTERED`, `LOYALTY_PANICKED`, `LOYALTY_POISONED`; then nothing was executed, unless it panicked: ask again with the same idempotency
/// key through a new handle. Many threads may call this with one handle.
///
/// # Safety
/// The texts are null or point to as many readable bytes as their lengths say; `answer` is null or points to a writable pointer.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn loyalty_execute(
    handle: loyalty_handle,
    request: *const c_char,
    request_len: usize,
    context: *const c_char,
    context_len: usize,
    answer: *mut *mut c_char,
) -> i32 {
    guard::with(handle, |held| {
        // SAFETY: as the caller promises.
        let (request, context) = unsafe { (text::take("request", request, request_len)?, text::take("context", context, context_len)?) };
        text::require("answer", answer)?;
        // SAFETY: as the caller promises.
        unsafe { text::give("answer", answer, held.engine.execute(request, context)) }
    })
}

/// Executes many requests with one durable commit: each has its own answer, and a refused one does not touch the others.
///
/// - `calls`, `calls_len`: UTF-8, `[{"request": {…}, "context": {…}}, …]`, at most 10,000 calls and 64 MiB.
/// - `answers` (out): `[answer, …]` in the same order; give it back with `loyalty_string_free`. Not null.
///
/// Returns what `loyalty_execute` returns, and `LOYALTY_REFUSED` when `calls` is no such list; then none was executed.
///
/// # Safety
/// `calls` is null or points to `calls_len` readable bytes; `answers` is null or points to a writable pointer.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn loyalty_execute_batch(
    handle: loyalty_handle,
    calls: *const c_char,
    calls_len: usize,
    answers: *mut *mut c_char,
) -> i32 {
    guard::with(handle, |held| {
        // SAFETY: as the caller promises.
        let calls = unsafe { text::take("calls", calls, calls_len) }?;
        text::require("answers", answers)?;
        // SAFETY: as the caller promises.
        unsafe { text::give("answers", answers, held.engine.execute_batch(calls)?) }
    })
}

/// Is told how far a batch has come: rows done (the refused ones included), rows in all, rows refused. Returns 0 to go on; anything else ends
/// the batch after whole rows. Must not call back with the same handle.
#[expect(non_camel_case_types, reason = "the name in C")]
pub type loyalty_progress = Option<unsafe extern "C" fn(user: *mut c_void, done: u64, total: u64, refused: u64) -> i32>;

/// Executes one request like `loyalty_execute`, and tells `progress` how far it has come: for `maintenance.run` and other long work, of which
/// `progress` can break off the rest. What was done stands, and the answer is about it.
///
/// - `progress`: called now and then in this thread. Not null.
/// - `user`: handed to `progress`; may be null.
///
/// The other arguments and what it returns are those of `loyalty_execute`.
///
/// # Safety
/// As for `loyalty_execute`; `progress` can be called with `user`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn loyalty_execute_watched(
    handle: loyalty_handle,
    request: *const c_char,
    request_len: usize,
    context: *const c_char,
    context_len: usize,
    progress: loyalty_progress,
    user: *mut c_void,
    answer: *mut *mut c_char,
) -> i32 {
    guard::with(handle, |held| {
        // SAFETY: as the caller promises.
        let (request, context) = unsafe { (text::take("request", request, request_len)?, text::take("context", context, context_len)?) };
        text::require("answer", answer)?;
        let progress = progress.ok_or_else(|| text::null("progress"))?;
        let count = |number: usize| u64::try_from(number).unwrap_or(u64::MAX);
        let mut watch = |so_far: Progress| {
            // SAFETY: the caller promises that it can be called with `user`.
            let verdict = guard::call_out(|| unsafe { progress(user, count(so_far.done), count(so_far.total), count(so_far.refused)) });
            if verdict == 0 { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
        };
        let given = held.engine.execute_watched(request, context, &mut watch);
        // SAFETY: as the caller promises.
        unsafe { text::give("answer", answer, given) }
    })
}
