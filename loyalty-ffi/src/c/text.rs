//! Texts over the border: in with pointer and length, out as owned C strings.

use std::ffi::{CString, c_char};

use super::status::{Failure, Status};

/// No text that comes in is longer, whatever its length claims.
const LENGTH_MAX: usize = 1 << 30;

/// A text that comes in. Nothing is copied.
///
/// # Safety
/// `data` is null or points to `len` readable bytes that live as long as `'t`.
pub(super) unsafe fn take<'t>(name: &str, data: *const c_char, len: usize) -> Result<&'t str, Failure> {
    if data.is_null() {
        return Err(null(name));
    }
    if len > LENGTH_MAX {
        return Err(Failure::misuse(Status::LOYALTY_TOO_LARGE, &format!("'{name}' has the length {len}; at most {LENGTH_MAX} is taken")));
    }
    // SAFETY: not null, and the caller promises `len` readable bytes.
    let bytes = unsafe { std::slice::from_raw_parts(data.cast::<u8>(), len) };
    std::str::from_utf8(bytes).map_err(|error| {
        let message = format!("'{name}' is not UTF-8 from byte {} on", error.valid_up_to());
        Failure::misuse(Status::LOYALTY_INVALID_UTF8, &message)
    })
}

/// Hands a text out. Whoever gets it gives it back with [`loyalty_string_free`].
///
/// # Safety
/// `out` is null or points to a writable pointer.
pub(super) unsafe fn give(name: &str, out: *mut *mut c_char, text: String) -> Result<(), Failure> {
    if out.is_null() {
        return Err(null(name));
    }
    // JSON writes a zero byte as an escape, so that none stands in the text itself.
    let text = CString::new(text).map_err(|_| Failure::inside(Status::LOYALTY_PANICKED, "an answer holds a zero byte"))?;
    // SAFETY: not null, and the caller promises that it can be written.
    unsafe { out.write(text.into_raw()) };
    Ok(())
}

/// An output must be there before anything is done.
pub(super) fn require<T>(name: &str, out: *mut T) -> Result<(), Failure> {
    if out.is_null() { Err(null(name)) } else { Ok(()) }
}

pub(super) fn null(name: &str) -> Failure {
    Failure::misuse(Status::LOYALTY_NULL_ARGUMENT, &format!("'{name}' is null"))
}

/// Gives a text back that the library handed out. Null is fine. Once for each text; do not use `free` of the C library.
///
/// Any thread may give back what any other got.
///
/// # Safety
/// `text` is null or came from this library, and was not given back before.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn loyalty_string_free(text: *mut c_char) {
    if !text.is_null() {
        // SAFETY: it came from `CString::into_raw` in `give`.
        drop(unsafe { CString::from_raw(text) });
    }
}
