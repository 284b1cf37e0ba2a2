//! The C interface. `include/loyalty.h` is made from this module: its comments are the manual.
//!
//! Rules for every function here: null is checked, a panic is caught and poisons the handle, inputs come first and outputs last, an output is
//! written only on success, and nothing is half done.

mod call;
mod guard;
mod handle;
mod open;
mod question;
mod repository;
mod status;
mod text;

#[cfg(test)]
mod tests;

pub use call::{loyalty_execute, loyalty_execute_batch, loyalty_execute_watched, loyalty_progress};
pub use handle::loyalty_handle;
pub use open::{loyalty_abi_version, loyalty_close, loyalty_open, loyalty_open_over, loyalty_version};
pub use question::{loyalty_may_earn, loyalty_may_purchase, loyalty_may_sign_in};
pub use repository::{
    loyalty_check_tables, loyalty_make_repository, loyalty_reply, loyalty_reply_set, loyalty_repository, loyalty_repository_call,
    loyalty_repository_check, loyalty_repository_closed, loyalty_tables,
};
pub use status::{LOYALTY_ABI, loyalty_last_error, loyalty_status, loyalty_status_name};
pub use text::loyalty_string_free;
