//! The C library of `loyalty`, and the layer under its packages for other languages.
//!
//! [`engine`] is what both stand on, in safe Rust: it opens a store from one JSON configuration, fills in time and randomness where the host
//! leaves them out, and executes requests. [`c`] says it in C: `include/loyalty.h` is made from that module and is its manual. [`languages`] says
//! it through UniFFI for Python, Ruby, Kotlin and Swift. [`host`] is the repository that a host implements itself.

#![expect(unsafe_code, reason = "C has pointers; everything beyond them is safe")]

mod clock;
mod config;

pub mod c;
pub mod engine;
pub mod host;
#[cfg(feature = "languages")]
pub mod languages;

#[cfg(feature = "languages")]
uniffi::setup_scaffolding!("loyalty_ffi");
