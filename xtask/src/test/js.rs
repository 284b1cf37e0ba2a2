//! The step `js`: the npm package as its users get it answers in Node and in Chromium what every other language does, and runs where it is
//! installed.

use std::path::{Path, PathBuf};
use std::process::Command;

use super::End;
use super::checks::Checks;
use super::languages::own;
use super::log::Log;
use super::tap;
use super::tool::{CHROMIUM, NODE, NPM};
use crate::dist::Package;
use crate::golden::scripts_folder;
use crate::workspace::{cargo, command, root, target};

/// How the name of a file with tests ends.
const TESTS: &str = ".test.mjs";

/// Packs, and tests what was packed.
pub(super) fn run(log: &mut Log) -> Result<End, String> {
    let package = Package::pack()?;
    loyalty_tests::golden::script::write_all(&scripts_folder())?;
    let arbitrary = arbitrary(log)?;
    let node = || {
        let mut node = command(NODE.program);
        node.current_dir(&package.folder).env("CHROMIUM", CHROMIUM.program).env("LOYALTY_TARBALL", &package.archive);
        node.env("LOYALTY_GOLDEN", scripts_folder()).env("LOYALTY_ARBITRARY", &arbitrary);
        node
    };
    let mut checks = Checks::new(log);
    checks.succeeds("right and wrong programs by their types", node().arg("tests/programs.mjs"))?;
    for folder in ["tests", "tests/browser", "tests/installed"] {
        let files = tests_in(&package.folder, folder)?;
        // Each file with a browser starts one of its own: one after the other.
        tap::run(&mut checks, node().arg("--test-concurrency=1"), &files)?;
    }
    story(&mut checks, &package.archive)?;
    Ok(checks.end())
}

/// Arbitrary requests with Rust's answers, as scripts; a test of `cargo xtask test test` writes them.
fn arbitrary(log: &mut Log) -> Result<PathBuf, String> {
    // Of the whole workspace, as in that step: one package alone would be compiled anew, with fewer features.
    let test = ["test", "--quiet", "--workspace", "--test", "arbitrary", "scripts"];
    log.run(cargo().args(test))?;
    Ok(target().join("arbitrary"))
}

/// The story over memory, and over a file, with the package installed from its tarball.
fn story(checks: &mut Checks<'_>, archive: &Path) -> Result<(), String> {
    let project = own("js/story")?;
    let mut install = command(NPM.program);
    checks.log().run(install.args(["install", "--no-audit", "--no-fund", "--prefix"]).arg(&project).arg(archive))?;
    let program = project.join("story.mjs");
    std::fs::copy(root().join("examples/js/story.mjs"), &program).map_err(|e| format!("examples/js/story.mjs: {e}"))?;
    let wanted = std::fs::read_to_string(root().join("examples/story.txt")).map_err(|e| format!("examples/story.txt: {e}"))?;
    let story = || {
        let mut story = Command::new(NODE.program);
        story.arg(&program);
        story
    };
    checks.prints("the story", &mut story(), &wanted)?;
    checks.prints("the story over a file", story().arg(format!("file:{}", project.join("story.jsonl").display())), &wanted)
}

/// The files with tests in a folder of the package, sorted.
fn tests_in(package: &Path, folder: &str) -> Result<Vec<String>, String> {
    let entries = std::fs::read_dir(package.join(folder)).map_err(|e| format!("{folder}: {e}"))?;
    let names = entries.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned());
    let mut files: Vec<String> = names.filter(|name| name.ends_with(TESTS)).map(|name| format!("{folder}/{name}")).collect();
    files.sort();
    if files.is_empty() { Err(format!("{folder} has no file that ends in {TESTS}")) } else { Ok(files) }
}
