//! What compiles to WebAssembly: the Rust that is at hand, with the sources that rustup brings; Debian's Rust where rustup cannot bring them.
//!
//! Both build the standard library from its sources, and with the same flags: the one that is there ready-made was built to be fast, and to say
//! where and why it panics, which nobody reads in a browser. So the size is nearly the same, whoever builds: the two compilers differ by 2 %.

use std::env::consts::EXE_SUFFIX;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::quietly;
use crate::machine::standard_library;
use crate::test::{CARGO_WEB, LLD, RUST_WEB_SRC, RUSTC_WEB};
use crate::workspace::{cargo, command, rustc, target};

/// The target.
pub(super) const TARGET: &str = "wasm32-unknown-unknown";

/// What the compiler is told beside what the profile says. A panic stops at once: the trap is what JavaScript sees of it, with or without a text.
pub(super) const FLAGS: [&str; 5] = [
    "-Zunstable-options",
    "-Cpanic=immediate-abort",
    "-Zlocation-detail=none",
    // The digest of sha2 in its short form: as it comes, its rounds are written out.
    "--cfg=sha2_backend=\"soft\"",
    "--cfg=sha2_backend_soft=\"compact\"",
];

/// What cargo is told.
const STANDARD_LIBRARY: [&str; 2] = ["-Zbuild-std=std,panic_abort", "-Zbuild-std-features=optimize_for_size"];

/// Lets a stable compiler take what is not stable: building the standard library, and the flags.
const UNSTABLE: (&str, &str) = ("RUSTC_BOOTSTRAP", "1");

/// `rustup` or `debian`: which of them it has to be. Without it, that is found out.
const WISH: &str = "LOYALTY_WASM_TOOLCHAIN";

/// Which Rust compiles.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Toolchain {
    /// The one that runs us.
    Own,
    /// Debian's packages.
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
        let (mut cargo, target) = match self {
            Self::Own => (cargo(), target()),
            Self::Debian => (command(CARGO_WEB.program), target().join("debian")),
        };
        if *self == Self::Debian {
            // The libraries of the Rust that runs us are not those of Debian's.
            cargo.env_remove("LD_LIBRARY_PATH").env("RUSTC", RUSTC_WEB.program);
            cargo.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", LLD.program).env("CARGO_TARGET_DIR", &target);
        }
        cargo.env(UNSTABLE.0, UNSTABLE.1).args(STANDARD_LIBRARY);
        (cargo, target)
    }
}

/// Makes sure that our own Rust can do it.
fn own() -> Result<(), String> {
    if !knows(&FLAGS) {
        return Err("the Rust that runs this is older than 1.92, run: rustup update".to_owned());
    }
    if !has_linker() {
        return Err("the Rust that runs this has no linker for WebAssembly, install Rust with rustup".to_owned());
    }
    if has_sources() {
        return Ok(());
    }
    let added = quietly(command("rustup").args(["component", "add", "rust-src"]));
    match added.is_ok() && has_sources() {
        true => Ok(()),
        false => Err("the sources of the standard library are missing, run: rustup component add rust-src".to_owned()),
    }
}

fn knows(flags: &[&str]) -> bool {
    let said = rustc().env(UNSTABLE.0, UNSTABLE.1).args(flags).args(["--print", "cfg", "--target", TARGET]).output();
    said.is_ok_and(|output| output.status.success())
}

/// Whether the linker came along with the compiler: it does from rustup, but not from a distribution.
fn has_linker() -> bool {
    let place = rustc().args(["--print", "target-libdir"]).output();
    let place = place.map(|output| String::from_utf8_lossy(&output.stdout).trim().to_owned()).unwrap_or_default();
    Path::new(&place).with_file_name("bin").join(format!("rust-lld{EXE_SUFFIX}")).is_file()
}

fn has_sources() -> bool {
    standard_library().is_some_and(|sources| sources.join("library/std/Cargo.toml").is_file())
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

    #[test]
    fn a_compiler_that_does_not_know_a_flag_is_noticed() {
        assert!(knows(&[]));
        assert!(!knows(&["-Cpanic=in-a-later-release"]));
    }
}
