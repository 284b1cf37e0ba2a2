//! The step `c`: the C library from outside, as C, C++ and Python see it; plain, under valgrind, and under AddressSanitizer.

mod classes;
mod program;

use std::path::{Path, PathBuf};

use loyalty_tests::golden::script;

use super::checks::{Checks, output};
use super::log::Log;
use super::{End, PYTHON, VALGRIND};
use crate::golden::scripts_folder;
use crate::workspace::{cargo, command, fresh, root, target};
use program::{Kind, Library, PROGRAMS, check_standards};

/// How a program is run.
#[derive(Clone, Copy)]
enum How {
    /// As it is; a sanitizer is in the program itself.
    Plain,
    /// Under valgrind's memcheck; what is lost counts as a mistake.
    Valgrind,
}

/// The stories that are replayed over the repository in Python.
const HOST_STORIES: [&str; 2] = ["holds", "orders"];

/// Builds, runs and compares all of it.
pub(super) fn run(log: &mut Log) -> Result<End, String> {
    let folder = fresh(&target().join("c"))?;
    let scripts = script::write_all(&scripts_folder())?;
    let plain = Library::build(log, &folder)?;
    let mut checks = Checks::new(log);
    check_standards(&mut checks)?;
    compile(&mut checks, &plain)?;
    exercise(&mut checks, &plain, &scripts, How::Plain)?;
    stories(&mut checks, &plain)?;
    rows(&mut checks, &plain)?;
    seeded_answer(&mut checks, &plain, &folder)?;
    exercise(&mut checks, &plain, &scripts, How::Valgrind)?;
    checks.fails(
        "valgrind reports a seeded use after free",
        &mut under(How::Valgrind, &plain.program("use_after_free")),
        "Invalid read",
    )?;
    host(&mut checks, &plain)?;
    let sanitized = Library::build_sanitized(checks.log(), &folder)?;
    compile(&mut checks, &sanitized)?;
    exercise(&mut checks, &sanitized, &scripts, How::Plain)?;
    let mut seeded = command(&sanitized.program("use_after_free").to_string_lossy());
    checks.fails("AddressSanitizer reports a seeded use after free", &mut seeded, "heap-use-after-free")?;
    Ok(checks.end())
}

fn compile(checks: &mut Checks<'_>, library: &Library) -> Result<(), String> {
    for program in PROGRAMS.iter().filter(|program| library.wants(program)) {
        checks.succeeds(&format!("{} compiles {}", program.source, library.name), &mut library.compile(program))?;
    }
    Ok(())
}

/// Every program that proves something by itself.
fn exercise(checks: &mut Checks<'_>, library: &Library, scripts: &[PathBuf], how: How) -> Result<(), String> {
    let what = match how {
        How::Plain => library.name,
        How::Valgrind => "under valgrind",
    };
    let run = |program: &str| under(how, &library.program(program));
    let shops = fresh(&library.folder.join("shops"))?;
    checks.succeeds(&format!("golden stories over memory {what}"), run("golden").arg("memory:").args(scripts))?;
    checks.succeeds(&format!("golden stories over SQLite {what}"), run("golden").arg(&shops).args(scripts))?;
    checks.succeeds(&format!("wrong arguments {what}"), &mut run("arguments"))?;
    checks.succeeds(&format!("threads {what}"), run("threads").arg(fresh(&library.folder.join("shared"))?))?;
    checks.succeeds(&format!("the wrapper for C++ {what}"), &mut run("store"))?;
    Ok(())
}

/// The story of examples/README.md in C, C++ and Rust, over memory and SQLite.
fn stories(checks: &mut Checks<'_>, library: &Library) -> Result<(), String> {
    let wanted = std::fs::read_to_string(root().join("examples/story.txt")).map_err(|e| format!("examples/story.txt: {e}"))?;
    let folder = fresh(&library.folder.join("stories"))?;
    for program in PROGRAMS.iter().filter(|program| program.kind == Kind::Story) {
        let file = format!("sqlite:{}", folder.join(program.name).with_extension("db").display());
        for store in ["memory:", &file] {
            let mut story = command(&library.program(program.name).to_string_lossy());
            checks.prints(&format!("{} over {store}", program.source), story.arg(store), &wanted)?;
        }
    }
    let file = format!("sqlite:{}", folder.join("rust.db").display());
    for store in ["memory:", &file] {
        let scope = ["run", "--quiet", "--package", "loyalty-sql", "--example", "story", "--", store];
        checks.prints(&format!("examples/rust/story.rs over {store}"), cargo().args(scope), &wanted)?;
    }
    Ok(())
}

/// Every function of the header was called with every wrong argument.
fn rows(checks: &mut Checks<'_>, library: &Library) -> Result<(), String> {
    let (_, printed) = output(command(&library.program("arguments").to_string_lossy()).arg("rows"))?;
    let header = std::fs::read_to_string(root().join("include/loyalty.h")).map_err(|e| format!("include/loyalty.h: {e}"))?;
    let missing = classes::missing(&header, &printed);
    let outcome = if missing.is_empty() { Ok(()) } else { Err(missing.join("\n")) };
    checks.holds("every function has its rows in tests/c/arguments_rows.h", outcome)
}

/// One wrong byte in one script, and half a request at the end of one.
fn seeded_answer(checks: &mut Checks<'_>, library: &Library, folder: &Path) -> Result<(), String> {
    let script = scripts_folder().join("adjust.txt");
    let text = std::fs::read_to_string(&script).map_err(|e| format!("{}: {e}", script.display()))?;
    let path = folder.join("seeded.txt");
    let mut golden = command(&library.program("golden").to_string_lossy());
    golden.arg("memory:").arg(&path);
    let mut lines: Vec<&str> = text.lines().collect();
    lines.pop();
    for (name, seeded) in [
        ("a wrong byte in one answer", text.replacen("\"balance\":\"", "\"balance\":\"9", 1)),
        ("an answer that is missing", lines.join("\n") + "\n"),
    ] {
        std::fs::write(&path, seeded).map_err(|e| format!("{}: {e}", path.display()))?;
        checks.fails(&format!("the replay reports {name}"), &mut golden, "1 wrong")?;
    }
    Ok(())
}

/// The repository that a host implements, in Python.
fn host(checks: &mut Checks<'_>, library: &Library) -> Result<(), String> {
    let python = || {
        let mut python = command(PYTHON.program);
        python.arg("tests/c/host_repository.py").arg(library.shared());
        python
    };
    let scripts = HOST_STORIES.map(|story| scripts_folder().join(story).with_extension("txt"));
    checks.succeeds("a repository in Python passes the suite, and two stories over it", python().args(scripts))?;
    checks.fails(
        "the suite reports a repository that ignores versions",
        python().arg("--ignore-versions"),
        "a root is guarded by its version",
    )
}

/// A program, perhaps inside of valgrind.
fn under(how: How, program: &Path) -> std::process::Command {
    match how {
        How::Plain => command(&program.to_string_lossy()),
        How::Valgrind => {
            let mut valgrind = command(VALGRIND.program);
            let lost =
                ["--leak-check=full", "--errors-for-leak-kinds=definite,indirect,possible", "--show-leak-kinds=definite,indirect,possible"];
            valgrind.args(["--quiet", "--error-exitcode=9", "--suppressions=tests/c/valgrind.supp"]).args(lost).arg(program);
            valgrind
        }
    }
}
