//! The step `dist`: what `cargo xtask dist` packs can be unpacked anywhere, and C and C++ programs find everything in it.

use std::path::{Path, PathBuf};
use std::process::Command;

use loyalty_tests::golden::script;

use super::End;
use super::checks::{Checks, output};
use super::log::Log;
use crate::dist;
use crate::golden::scripts_folder;
use crate::workspace::{command, fresh, root, target};

/// The shared library may grow to this, in bytes. It had 6.3 million with SQLite alone, 7.4 with three engines, TLS and all
/// that a shop records; the support desk brought the rest.
const SHARED_MAX: u64 = 10_000_000;

/// Packs, unpacks into an empty folder, builds programs there in every way that is offered, and runs them.
pub(super) fn run(log: &mut Log) -> Result<End, String> {
    let archive = dist::pack()?;
    let folder = fresh(&target().join("dist-test"))?;
    let prefix = fresh(&folder.join("prefix"))?;
    log.run(command("tar").args(["--strip-components=1", "-xzf"]).arg(&archive).arg("--directory").arg(&prefix))?;
    let scripts = script::write_all(&scripts_folder())?;
    let mut checks = Checks::new(log);
    symbols(&mut checks, &prefix)?;
    size(&mut checks, &prefix.join(dist::shared_name()))?;
    paths(&mut checks, &prefix)?;
    with_pkg_config(&mut checks, &folder, &prefix, &scripts)?;
    with_cmake(&mut checks, &folder, &prefix)?;
    Ok(checks.end())
}

/// Nothing but our own names can be seen from outside.
fn symbols(checks: &mut Checks<'_>, prefix: &Path) -> Result<(), String> {
    let shared = dist::exported(&prefix.join(dist::shared_name()))?;
    let (_, listing) =
        output(command("nm").args(["--extern-only", "--defined-only", "--format=posix"]).arg(prefix.join("lib/libloyalty.a")))?;
    let symbols = listing.lines().filter(|line| !line.ends_with(':') && !line.is_empty());
    let archived: Vec<String> = symbols.filter_map(|line| line.split_whitespace().next()).map(str::to_owned).collect();
    for (name, found) in [("shared", &shared), ("static", &archived)] {
        checks.holds(&format!("the {name} library exports loyalty_* alone"), only_ours(found))?;
    }
    let same = if shared.len() == archived.len() { Ok(()) } else { Err(format!("{} and {}", shared.len(), archived.len())) };
    checks.holds("both libraries export as many functions", same)
}

fn only_ours(names: &[String]) -> Result<(), String> {
    match names.iter().find(|name| !name.starts_with(dist::PREFIX)) {
        Some(other) => Err(format!("it exports {other}")),
        None if names.is_empty() => Err("it exports nothing".to_owned()),
        None => Ok(()),
    }
}

fn size(checks: &mut Checks<'_>, shared: &Path) -> Result<(), String> {
    let bytes = std::fs::metadata(shared).map_err(|e| format!("{}: {e}", shared.display()))?.len();
    let outcome = if bytes <= SHARED_MAX { Ok(()) } else { Err(format!("{bytes} bytes; {SHARED_MAX} are allowed")) };
    checks.holds(&format!("the shared library has {bytes} bytes"), outcome)
}

/// No library names the folder in which it was built.
fn paths(checks: &mut Checks<'_>, prefix: &Path) -> Result<(), String> {
    let here = root().display().to_string();
    for library in [dist::shared_name(), "lib/libloyalty.a".to_owned()] {
        let bytes = std::fs::read(prefix.join(&library)).map_err(|e| format!("{library}: {e}"))?;
        let named = bytes.windows(here.len()).any(|window| window == here.as_bytes());
        let outcome = if named { Err(format!("it names {here}")) } else { Ok(()) };
        checks.holds(&format!("{library} names no folder of this machine"), outcome)?;
    }
    Ok(())
}

/// C with the flags that pkg-config gives: shared, static, and all of it static.
fn with_pkg_config(checks: &mut Checks<'_>, folder: &Path, prefix: &Path, scripts: &[PathBuf]) -> Result<(), String> {
    let wanted = std::fs::read_to_string(root().join("examples/story.txt")).map_err(|e| format!("examples/story.txt: {e}"))?;
    let libraries = prefix.join("lib");
    let flags = |arguments: &[&str]| -> Result<Vec<String>, String> {
        let mut pkg_config = command("pkg-config");
        pkg_config.args(arguments).env("PKG_CONFIG_PATH", libraries.join("pkgconfig"));
        match output(&mut pkg_config)? {
            (true, text) => Ok(text.split_whitespace().map(str::to_owned).collect()),
            (false, text) => Err(format!("pkg-config: {text}")),
        }
    };
    let compile = |source: &str, program: &str, flags: &[String]| {
        let mut compiler = command("gcc");
        compiler.args(["-std=c99", source, "-o"]).arg(folder.join(program)).args(flags);
        compiler
    };
    let shared = flags(&["--cflags", "--libs", "loyalty", "libcjson"])?;
    checks.succeeds("C finds the shared library through pkg-config", &mut compile("examples/c/story.c", "story", &shared))?;
    let mut story = command(&folder.join("story").to_string_lossy());
    checks.prints("the story in C", story.env("LD_LIBRARY_PATH", &libraries), &wanted)?;
    let mut all = flags(&["--static", "--cflags", "--libs", "loyalty"])?;
    all.push("-static".to_owned());
    checks.succeeds("C finds the static library through pkg-config --static", &mut compile("tests/c/golden.c", "golden", &all))?;
    let mut golden = command(&folder.join("golden").to_string_lossy());
    checks.succeeds("golden stories in a program without shared libraries", golden.arg("memory:").args(scripts))?;
    let shops = fresh(&folder.join("shops"))?;
    let mut golden = command(&folder.join("golden").to_string_lossy());
    checks.succeeds("golden stories in it over SQLite", golden.arg(shops).args(scripts))?;
    checks.fails(
        "a program without the library is not linked",
        &mut compile("tests/c/golden.c", "none", &flags(&["--cflags", "loyalty"])?),
        "undefined reference",
    )
}

/// C++ with CMake: both targets, and a version that is not there.
fn with_cmake(checks: &mut Checks<'_>, folder: &Path, prefix: &Path) -> Result<(), String> {
    let wanted = std::fs::read_to_string(root().join("examples/story.txt")).map_err(|e| format!("examples/story.txt: {e}"))?;
    let build = folder.join("cmake");
    let cmake = |arguments: &[&str]| -> Command {
        let mut cmake = command("cmake");
        cmake.args(arguments);
        cmake
    };
    let place = format!("-DCMAKE_PREFIX_PATH={}", prefix.display());
    checks.succeeds("CMake finds the package", cmake(&["-S", "tests/dist", &place, "-B"]).arg(&build))?;
    checks.succeeds("C++ is built with CMake", cmake(&["--build"]).arg(&build))?;
    checks.prints("the story in C++", &mut command(&build.join("story").to_string_lossy()), &wanted)?;
    checks.succeeds("the wrapper for C++ with the static library", &mut command(&build.join("store").to_string_lossy()))?;
    let newer = folder.join("newer");
    std::fs::create_dir_all(&newer).map_err(|e| format!("{}: {e}", newer.display()))?;
    let lists = "cmake_minimum_required(VERSION 3.16)\nproject(newer CXX)\nfind_package(loyalty 99.0 REQUIRED)\n";
    std::fs::write(newer.join("CMakeLists.txt"), lists).map_err(|e| format!("{}: {e}", newer.display()))?;
    let mut refused = cmake(&["-S"]);
    refused.arg(&newer).args([&place, "-B"]).arg(newer.join("build"));
    checks.fails("CMake refuses an older library than wanted", &mut refused, "compatible with requested version")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_name_among_ours_is_found_out() {
        let names = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
        assert!(only_ours(&names(&["loyalty_open", "loyalty_close"])).is_ok());
        assert!(only_ours(&names(&["loyalty_open", "sqlite3_open"])).is_err());
        assert!(only_ours(&[]).is_err());
    }
}
