//! `cargo xtask dist`: packs the C library as `target/dist/loyalty-<version>-<triple>.tar.gz`; `dist js` the npm package beside it.
//!
//! The UniFFI layer is not in it: C and PHP do without, and it would export symbols of its own. Of the static library, too, only `loyalty_*` can
//! be seen from outside, so that it does not clash with an SQLite or another Rust library in the same program.

mod notices;
mod npm;

use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::machine;
use crate::workspace::{Outcome, cargo, command, root, target};
pub use npm::Package;

/// Whose name the shared library has, and its first number.
const VERSION: &str = env!("CARGO_PKG_VERSION");
const MAJOR: &str = env!("CARGO_PKG_VERSION_MAJOR");

/// What every exported name begins with.
pub const PREFIX: &str = "loyalty_";

/// What is written from a form: where it goes, and the form.
const FORMS: [(&str, &str); 3] = [
    ("lib/pkgconfig/loyalty.pc", include_str!("dist/loyalty.pc")),
    ("lib/cmake/loyalty/loyalty-config.cmake", include_str!("dist/loyalty-config.cmake")),
    ("lib/cmake/loyalty/loyalty-config-version.cmake", include_str!("dist/loyalty-config-version.cmake")),
];

/// What is copied: where it goes, and where it lies. PHP reads its header at run time, so that it is data there and no header.
const COPIES: [(&str, &str); 7] = [
    ("include/loyalty.h", "include/loyalty.h"),
    ("include/loyalty.hpp", "include/loyalty.hpp"),
    ("share/loyalty/loyalty_php.h", "packages/php/include/loyalty_php.h"),
    ("share/doc/loyalty/LICENSE-MIT", "LICENSE-MIT"),
    ("share/doc/loyalty/LICENSE-APACHE", "LICENSE-APACHE"),
    ("share/doc/loyalty/CHANGELOG.md", "CHANGELOG.md"),
    ("share/doc/loyalty/operations.md", "docs/operations.md"),
];

/// Packs, and says what came of it.
pub fn run(arguments: &[String]) -> Outcome {
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words.as_slice() {
        [] => say(&[pack()?, staged()?.join(shared_name()), staged()?.join("lib/libloyalty.a")]),
        ["js"] => say(&[Package::pack()?.archive]),
        _ => Err("usage: cargo xtask dist [js]".to_owned()),
    }
}

fn say(files: &[PathBuf]) -> Outcome {
    for file in files {
        let bytes = std::fs::metadata(file).map_err(|e| format!("{}: {e}", file.display()))?.len();
        println!("{bytes:>12} {}", file.strip_prefix(root()).unwrap_or(file).display());
    }
    Ok(())
}

/// Builds and packs; the archive.
pub fn pack() -> Result<PathBuf, String> {
    let built = build()?;
    let folder = staged()?;
    let _absent = std::fs::remove_dir_all(&folder);
    let place = |path: &str| -> Result<PathBuf, String> {
        let path = folder.join(path);
        let parent = path.parent().unwrap_or(&folder);
        std::fs::create_dir_all(parent).map_err(|e| format!("cannot make {}: {e}", parent.display()))?;
        Ok(path)
    };
    for (to, from) in COPIES {
        copy(&root().join(from), &place(to)?)?;
    }
    for (to, form) in FORMS {
        write(&place(to)?, &form.replace("@VERSION@", VERSION).replace("@MAJOR@", MAJOR))?;
    }
    write(&place("share/doc/loyalty/NOTICES.txt")?, &notices::text(&notices::C_LIBRARY)?)?;
    let shared = place(&shared_name())?;
    copy(&built.join("libloyalty.so"), &shared)?;
    let real = format!("libloyalty.so.{VERSION}");
    let soname = format!("libloyalty.so.{MAJOR}");
    for (link, to) in [(soname.as_str(), real.as_str()), ("libloyalty.so", soname.as_str())] {
        symlink(to, shared.with_file_name(link)).map_err(|e| format!("cannot link {link}: {e}"))?;
    }
    narrow(&built.join("libloyalty.a"), &place("lib/libloyalty.a")?, &exported(&shared)?)?;
    archive(&folder)
}

/// Where the shared library lies in the archive.
pub fn shared_name() -> String {
    format!("lib/libloyalty.so.{VERSION}")
}

/// The names that a shared library exports.
pub fn exported(shared: &Path) -> Result<Vec<String>, String> {
    let listing = text_of(command("nm").args(["--dynamic", "--defined-only", "--format=posix"]).arg(shared))?;
    Ok(listing.lines().filter_map(|line| line.split_whitespace().next()).map(str::to_owned).collect())
}

fn build() -> Result<PathBuf, String> {
    // With the third kind of library that the crate knows, an rlib, cargo would not optimize across crates.
    let kinds = ["--crate-type", "cdylib,staticlib"];
    let scope = ["rustc", "--quiet", "--profile", "dist", "--package", "loyalty-ffi", "--no-default-features", "--features=sqlite,servers"];
    run_quietly(cargo().args(scope).args(kinds).env("CARGO_ENCODED_RUSTFLAGS", machine::rustflags()))?;
    Ok(target().join("dist"))
}

/// The folder that is packed: what the archive unpacks to.
fn staged() -> Result<PathBuf, String> {
    let version = text_of(Command::new("rustc").arg("-vV"))?;
    let triple = version.lines().find_map(|line| line.strip_prefix("host: ")).ok_or("rustc does not say for which host it is")?;
    Ok(target().join("dist").join(format!("loyalty-{VERSION}-{triple}")))
}

/// Makes one object of a static library, drops what no exported function needs, and hides every other name.
fn narrow(from: &Path, to: &Path, names: &[String]) -> Outcome {
    let object = to.with_extension("o");
    let roots = names.iter().map(|name| format!("--undefined={name}"));
    run_quietly(command("ld").args(["--relocatable", "--gc-sections"]).args(roots).arg(from).arg("-o").arg(&object))?;
    let kept = format!("--keep-global-symbol={PREFIX}*");
    // Objects of the standard library may bring code of the compiler along, which another release's tools trip over.
    let code = ["--remove-section=.llvmbc", "--remove-section=.llvmcmd"];
    run_quietly(command("objcopy").args(["--wildcard", &kept, "--strip-debug"]).args(code).arg(&object))?;
    // With zeros for times and owners: the same input gives the same archive.
    run_quietly(command("ar").arg("rcsD").arg(to).arg(&object))?;
    std::fs::remove_file(&object).map_err(|e| format!("{}: {e}", object.display()))
}

fn archive(folder: &Path) -> Result<PathBuf, String> {
    let name = folder.file_name().unwrap_or_default();
    let archive = folder.with_file_name(format!("{}.tar.gz", name.to_string_lossy()));
    let same = ["--sort=name", "--owner=0", "--group=0", "--numeric-owner", "--mtime=@0", "--use-compress-program=gzip -n"];
    run_quietly(command("tar").args(same).arg("--directory").arg(folder.with_file_name("")).arg("-cf").arg(&archive).arg(name))?;
    Ok(archive)
}

fn copy(from: &Path, to: &Path) -> Outcome {
    std::fs::copy(from, to).map(drop).map_err(|e| format!("cannot copy {} to {}: {e}", from.display(), to.display()))
}

fn write(path: &Path, text: &str) -> Outcome {
    std::fs::write(path, text).map_err(|e| format!("cannot write {}: {e}", path.display()))
}

fn run_quietly(command: &mut Command) -> Outcome {
    let status = command.stdin(Stdio::null()).status().map_err(|e| format!("cannot run {:?}: {e}", command.get_program()))?;
    if status.success() { Ok(()) } else { Err(format!("{:?} ended with {status}", command.get_program())) }
}

fn text_of(command: &mut Command) -> Result<String, String> {
    let output = command.output().map_err(|e| format!("cannot run {:?}: {e}", command.get_program()))?;
    match output.status.success() {
        true => Ok(String::from_utf8_lossy(&output.stdout).into_owned()),
        false => Err(format!("{:?} ended with {}: {}", command.get_program(), output.status, String::from_utf8_lossy(&output.stderr))),
    }
}
