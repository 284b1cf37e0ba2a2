//! The three questions that a shop asks on every page. They are the host's own and need no rights.

use std::ffi::c_char;

use loyalty_core::error::Error;

use super::handle::loyalty_handle;
use super::{guard, text};
use crate::engine::Engine;

/// Asks whether someone with this email may buy: not when it is blacklisted, nor when its customer is on hold.
///
/// - `email`, `email_len`: UTF-8. An email that nobody has may buy.
/// - `answer` (out): the verdict. Not null.
///
/// Returns `LOYALTY_OK`; `LOYALTY_REFUSED` when it is no email or the storage failed; else what `loyalty_execute` returns. Any thread may ask.
///
/// # Safety
/// `email` is null or points to `email_len` readable bytes; `answer` is null or points to a writable bool.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn loyalty_may_purchase(handle: loyalty_handle, email: *const c_char, email_len: usize, answer: *mut bool) -> i32 {
    // SAFETY: as the caller promises.
    unsafe { ask(handle, "email", email, email_len, answer, Engine::may_purchase) }
}

/// Asks whether a customer may sign in, in the state of their membership. An unknown customer may not.
///
/// - `customer`, `customer_len`: UTF-8, the host's id of the customer.
/// - `answer` (out): the verdict. Not null.
///
/// Returns what `loyalty_may_purchase` returns.
///
/// # Safety
/// `customer` is null or points to `customer_len` readable bytes; `answer` is null or points to a writable bool.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn loyalty_may_sign_in(
    handle: loyalty_handle,
    customer: *const c_char,
    customer_len: usize,
    answer: *mut bool,
) -> i32 {
    // SAFETY: as the caller promises.
    unsafe { ask(handle, "customer", customer, customer_len, answer, Engine::may_sign_in) }
}

/// Asks whether a customer may earn points and stamps, in the state of their membership. An unknown customer may not.
///
/// - `customer`, `customer_len`: UTF-8, the host's id of the customer.
/// - `answer` (out): the verdict. Not null.
///
/// Returns what `loyalty_may_purchase` returns.
///
/// # Safety
/// `customer` is null or points to `customer_len` readable bytes; `answer` is null or points to a writable bool.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn loyalty_may_earn(handle: loyalty_handle, customer: *const c_char, customer_len: usize, answer: *mut bool) -> i32 {
    // SAFETY: as the caller promises.
    unsafe { ask(handle, "customer", customer, customer_len, answer, Engine::may_earn) }
}

/// # Safety
/// `about` is null or points to `len` readable bytes; `answer` is null or points to a writable bool.
unsafe fn ask(
    handle: loyalty_handle,
    name: &str,
    about: *const c_char,
    len: usize,
    answer: *mut bool,
    question: fn(&Engine, &str) -> Result<bool, Error>,
) -> i32 {
    guard::with(handle, |held| {
        // SAFETY: as the caller promises.
        let about = unsafe { text::take(name, about, len) }?;
        text::require("answer", answer)?;
        let verdict = question(&held.engine, about)?;
        // SAFETY: not null, and the caller promises that it can be written.
        unsafe { answer.write(verdict) };
        Ok(())
    })
}
