//! The programs in C and C++, and the library they are linked with.

use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::super::checks::Checks;
use super::super::log::Log;
use crate::workspace::{cargo, command, fresh, target};

/// What a program is for.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Kind {
    /// Runs everywhere.
    Test,
    /// Tells the story of examples/README.md.
    Story,
}

/// One program.
pub(super) struct Program {
    pub(super) name: &'static str,
    pub(super) source: &'static str,
    pub(super) kind: Kind,
    libraries: &'static [&'static str],
}

const fn test(name: &'static str, source: &'static str) -> Program {
    Program { name, source, kind: Kind::Test, libraries: &[] }
}

/// All of them. One more program is one more row.
pub(super) const PROGRAMS: &[Program] = &[
    test("golden", "tests/c/golden.c"),
    test("arguments", "tests/c/arguments.c"),
    test("threads", "tests/c/threads.c"),
    test("use_after_free", "tests/c/use_after_free.c"),
    test("store", "tests/c/store.cpp"),
    Program { name: "story-c", source: "examples/c/story.c", kind: Kind::Story, libraries: &["-lcjson"] },
    Program { name: "story-cpp", source: "examples/cpp/story.cpp", kind: Kind::Story, libraries: &[] },
];

const WARNINGS: [&str; 4] = ["-Wall", "-Wextra", "-pedantic", "-Werror"];

/// The oldest and a newer standard of each language: programs are made with the first, and have to be fine with the second too.
const C: [&str; 2] = ["-std=c99", "-std=c11"];
const CPP: [&str; 2] = ["-std=c++11", "-std=c++17"];

impl Program {
    fn is_cpp(&self) -> bool {
        self.source.ends_with(".cpp")
    }

    /// The compiler with what every source is compiled with.
    fn compiler(&self, standard: usize) -> Command {
        let (name, standards) = if self.is_cpp() { ("g++", CPP) } else { ("gcc", C) };
        let mut compiler = command(name);
        compiler.args(standards.get(standard)).args(WARNINGS).args(["-g", "-pthread", "-Iinclude", self.source]);
        compiler
    }
}

/// Every source by its newer standard, and the header itself as C++.
pub(super) fn check_standards(checks: &mut Checks<'_>) -> Result<(), String> {
    for program in PROGRAMS {
        checks.succeeds(&format!("{} is fine by its newer standard", program.source), program.compiler(1).arg("-fsyntax-only"))?;
    }
    let header = Program { name: "header", source: "include/loyalty.h", kind: Kind::Test, libraries: &[] };
    let as_cpp = ["-x", "c++", "-std=c++11", "-fsyntax-only", header.source];
    checks.succeeds("include/loyalty.h is fine as C++", command("g++").args(WARNINGS).args(as_cpp))
}

/// A build of the shared library, with the programs that are linked with it.
pub(super) struct Library {
    /// Which build it is, in words.
    pub(super) name: &'static str,
    /// Where its programs go.
    pub(super) folder: PathBuf,
    flags: &'static [&'static str],
}

/// What the C library is built with: the UniFFI layer is for other languages.
const SCOPE: [&str; 6] = ["build", "--quiet", "--package", "loyalty-ffi", "--no-default-features", "--features=sqlite"];

impl Library {
    /// The development build.
    pub(super) fn build(log: &mut Log, folder: &Path) -> Result<Self, String> {
        log.run(cargo().args(SCOPE))?;
        Self::at(&target().join("debug"), folder, "plain", &[])
    }

    /// One whose Rust code reports what it reads or writes out of place. The flag is not stable yet; a stable compiler takes it when told so.
    pub(super) fn build_sanitized(log: &mut Log, folder: &Path) -> Result<Self, String> {
        let version = output_of(Command::new("rustc").arg("-vV"))?;
        let host = version.lines().find_map(|line| line.strip_prefix("host: ")).ok_or("rustc does not say for which host it is")?;
        let place = target().join("asan");
        // Whatever is not ours need not be fast here, and is built quicker so.
        let quick = ["--config", "profile.dev.package.\"*\".opt-level=0", "--target", host, "--target-dir"];
        let flags = [("RUSTC_BOOTSTRAP", "1"), ("RUSTFLAGS", "-Zsanitizer=address")];
        log.run(cargo().args(SCOPE).args(quick).arg(&place).envs(flags))?;
        Self::at(&place.join(host).join("debug"), folder, "with AddressSanitizer", &["-fsanitize=address"])
    }

    fn at(built: &Path, folder: &Path, name: &'static str, flags: &'static [&'static str]) -> Result<Self, String> {
        let folder = fresh(&folder.join(name.replace(' ', "-")))?;
        let library = Self { name, folder, flags };
        let shared = built.join("libloyalty.so");
        for link in ["libloyalty.so", concat!("libloyalty.so.", env!("CARGO_PKG_VERSION_MAJOR"))] {
            symlink(&shared, library.folder.join(link)).map_err(|e| format!("cannot link {link}: {e}"))?;
        }
        Ok(library)
    }

    /// The shared library.
    pub(super) fn shared(&self) -> PathBuf {
        self.folder.join("libloyalty.so")
    }

    /// Where a program is once it is compiled.
    pub(super) fn program(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    /// Whether a program is run with this build: the stories bring libraries that no sanitizer looks into.
    pub(super) fn wants(&self, program: &Program) -> bool {
        self.flags.is_empty() || program.kind == Kind::Test
    }

    /// Compiles a program by its oldest standard and links it.
    pub(super) fn compile(&self, program: &Program) -> Command {
        let mut compiler = program.compiler(0);
        let path = self.folder.to_string_lossy();
        compiler.args(self.flags).arg("-o").arg(self.program(program.name));
        compiler.args([format!("-L{path}"), "-lloyalty".to_owned(), format!("-Wl,-rpath,{path}")]).args(program.libraries);
        compiler
    }
}

fn output_of(command: &mut Command) -> Result<String, String> {
    let output = command.output().map_err(|e| format!("cannot run {:?}: {e}", command.get_program()))?;
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}
