//! What compiles to WebAssembly: the Rust that is at hand, with the target that rustup brings; Debian's Rust where rustup cannot bring it.

use std::path::{Path, PathBuf};
use std::process::Command;

use super::quietly;
use crate::test::{CARGO_WEB, LLD, RUST_WEB_SRC, RUSTC_WEB};
use crate::workspace::{cargo, command, rustc, target};

/// The target.
pub(super) const TARGET: &str = "wasm32-unknown-unknown";

/// `rustup` or `debian`: which of them it has to be. Without it, that is found out.
const WISH: &str = "LOYALTY_WASM_TOOLCHAIN";

/// Which Rust compiles.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Toolchain {
    /// The one that runs us.
    Own,
    /// Debian's packages, which have no standard library for the target but its sources.
    Debian,
}

impl Toolchain {
    /// The first that is there or can be brought here; otherwise says what to install.
    pub(super) fn choose() -> Result<Self, String> {
        Self::wished(std::env::var(WISH).ok().as_deref(), own, debian)
    }

    fn wished(wish: Option<&str>, own: fn() -> Result<(), String>, debian: fn() -> Result<(), String>) -> Result<Self, String> {
        match wish {
            None => match own() {
                Ok(()) => Ok(Self::Own),
                Err(first) => debian().map(|()| Self::Debian).map_err(|second| format!("{first}; without rustup, {second}")),
            },
            Some("rustup") => own().map(|()| Self::Own),
            Some("debian") => debian().map(|()| Self::Debian),
            Some(other) => Err(format!("{WISH} is '{other}', set it to rustup or debian or not at all")),
        }
    }

    /// Its cargo, and the folder to which that builds.
    pub(super) fn cargo(&self) -> (Command, PathBuf) {
        if *self == Self::Own {
            return (cargo(), target());
        }
        let target = target().join("debian");
        let mut cargo = command(CARGO_WEB.program);
        // Building the standard library is not a stable feature. The libraries of the Rust that runs us are not those of Debian's.
        cargo.env("RUSTC_BOOTSTRAP", "1").env_remove("LD_LIBRARY_PATH").env("RUSTC", RUSTC_WEB.program);
        cargo.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", LLD.program).env("CARGO_TARGET_DIR", &target);
        cargo.args(["-Z", "build-std=std,panic_abort"]);
        (cargo, target)
    }
}

/// Makes sure that our own Rust knows the target.
fn own() -> Result<(), String> {
    if has_target() {
        return Ok(());
    }
    let added = quietly(command("rustup").args(["target", "add", TARGET]));
    match added.is_ok() && has_target() {
        true => Ok(()),
        false => Err(format!("the target {TARGET} is missing, run: rustup target add {TARGET}")),
    }
}

/// Whether there is a standard library for the target.
fn has_target() -> bool {
    let place = rustc().args(["--print", "target-libdir", "--target", TARGET]).output();
    place.is_ok_and(|output| output.status.success() && Path::new(String::from_utf8_lossy(&output.stdout).trim()).is_dir())
}

/// Makes sure that Debian's Rust is here.
fn debian() -> Result<(), String> {
    [RUSTC_WEB, CARGO_WEB, RUST_WEB_SRC, LLD].iter().try_for_each(|tool| tool.ensure())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn there() -> Result<(), String> {
        Ok(())
    }

    fn absent() -> Result<(), String> {
        Err("it is missing, install it".to_owned())
    }

    #[test]
    fn the_own_rust_comes_first_and_debian_helps_out() {
        assert_eq!(Toolchain::wished(None, there, absent), Ok(Toolchain::Own));
        assert_eq!(Toolchain::wished(None, absent, there), Ok(Toolchain::Debian));
        assert!(Toolchain::wished(None, absent, absent).unwrap_err().contains("install it; without rustup, it is missing"));
    }

    #[test]
    fn a_wish_is_kept_or_refused() {
        assert_eq!(Toolchain::wished(Some("debian"), there, there), Ok(Toolchain::Debian));
        assert!(Toolchain::wished(Some("debian"), there, absent).is_err());
        assert!(Toolchain::wished(Some("rustup"), absent, there).is_err());
        assert!(Toolchain::wished(Some("gentoo"), there, there).unwrap_err().contains("rustup or debian"));
    }
}
