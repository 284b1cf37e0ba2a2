//! Opening and closing, and the versions.

use std::ffi::c_char;
use std::sync::Arc;

use super::handle::{self, loyalty_handle};
use super::repository::{Callbacks, loyalty_repository};
use super::status::LOYALTY_ABI;
use super::{guard, text};
use crate::engine::Engine;
use crate::host::HostRepository;

/// Opens a store.
///
/// - `config`, `config_len`: UTF-8, at most 1 MiB, a JSON object, or the storage alone such as `sqlite:shop.db`. Fields: `storage`, `memory:`, `sqlite:` and a
///   path (the file is made when it is missing, its directory must exist), or the URL of a server, which begins with `mysql://`, `mariadb://`,
///   `postgres://` or `postgresql://` (refused by a library that was built without its feature `servers`); `program`, the program document, set when
///   it differs from the one stored (absent: the stored one counts, and the starter program where none is stored); `prefix` of all tables,
///   `loyalty_` when absent; `timeout_ms`, how long a call waits for another process or the server, 5000 when absent; `secrets`, a list of
///   `{"id", "key"}` with a key of 32 to 1024 bytes under which codes of gift cards, what lets somebody in once, and blacklisted emails of erased
///   customers are hashed: the first is in use, the others find what was hashed before, so drop none while something stands under it. An import
///   makes ids from emails under the first. Without a secret, whatever needs one is refused.
/// - `handle` (out): the open store. Not null. Close it with `loyalty_close`.
///
/// Returns `LOYALTY_OK`; `LOYALTY_NULL_ARGUMENT`, `LOYALTY_INVALID_UTF8`, `LOYALTY_TOO_LARGE`; `LOYALTY_REFUSED` with the reason in
/// `loyalty_last_error`: `invalid_request` with the path of the mistake, `invalid_program`, `storage_failed`. Any thread may call this.
///
/// # Safety
/// `config` is null or points to `config_len` readable bytes; `handle` is null or points to a writable number.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn loyalty_open(config: *const c_char, config_len: usize, handle: *mut loyalty_handle) -> i32 {
    guard::plain(|| {
        // SAFETY: as the caller promises.
        let config = unsafe { text::take("config", config, config_len) }?;
        text::require("handle", handle)?;
        let kept = handle::keep(Engine::open(config)?)?;
        // SAFETY: not null, and the caller promises that it can be written.
        unsafe { handle.write(kept) };
        Ok(())
    })
}

/// Opens a store over a repository that the host implements.
///
/// - `repository`: the callbacks; copied, so that the struct itself need not live on. What `user` points to must live until `closed` is called.
///   Its `read` and `commit` must not be null.
/// - `config`, `config_len`: as for `loyalty_open`, without `storage`, `prefix` and `timeout_ms`; `{}` for none.
/// - `handle` (out): the open store. Not null. Close it with `loyalty_close`.
///
/// Returns what `loyalty_open` returns. When it fails, `closed` has been called, unless an argument was null.
///
/// # Safety
/// `repository` is null or points to a readable struct whose callbacks can be called from every thread that uses the handle; `config` is null or
/// points to `config_len` readable bytes; `handle` is null or points to a writable number.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn loyalty_open_over(
    repository: *const loyalty_repository,
    config: *const c_char,
    config_len: usize,
    handle: *mut loyalty_handle,
) -> i32 {
    guard::plain(|| {
        text::require("config", config.cast_mut())?;
        text::require("handle", handle)?;
        // Taken over once no argument is null: from here on `closed` is called, whatever else is wrong.
        // SAFETY: as the caller promises.
        let callbacks = unsafe { Callbacks::take(repository) }?;
        // SAFETY: as the caller promises.
        let config = unsafe { text::take("config", config, config_len) }?;
        let engine = Engine::open_over(Arc::new(HostRepository(callbacks)), config)?;
        let kept = handle::keep(engine)?;
        // SAFETY: not null, and the caller promises that it can be written.
        unsafe { handle.write(kept) };
        Ok(())
    })
}

/// Closes a store. Calls that other threads have begun come to their end; later ones get `LOYALTY_INVALID_HANDLE`.
///
/// Returns `LOYALTY_OK`, `LOYALTY_INVALID_HANDLE` (closed already, or never one), or `LOYALTY_REENTERED` from inside a callback of the same handle. A
/// poisoned handle can be closed. Any thread may call this.
#[unsafe(no_mangle)]
pub extern "C" fn loyalty_close(handle: loyalty_handle) -> i32 {
    guard::plain(|| {
        guard::refuse_reentry(handle)?;
        handle::release(handle).map(drop)
    })
}

/// Gives the version of this interface, `LOYALTY_ABI` of the header the library was built with. A program works with every library whose number is
/// at least that of its own header.
#[unsafe(no_mangle)]
pub extern "C" fn loyalty_abi_version() -> u32 {
    LOYALTY_ABI
}

/// Gives the version of the library, such as `0.1.0`. The text is static: do not free it.
#[unsafe(no_mangle)]
pub extern "C" fn loyalty_version() -> *const c_char {
    const VERSION: &std::ffi::CStr = match std::ffi::CStr::from_bytes_with_nul(concat!(env!("CARGO_PKG_VERSION"), "\0").as_bytes()) {
        Ok(version) => version,
        Err(_) => c"",
    };
    VERSION.as_ptr()
}
