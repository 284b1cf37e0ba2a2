//! What Node's test runner prints: a line for each test, and how many there were.

use std::process::Command;

use super::checks::{Checks, output};

/// Asks Node for this form, which has been the same for years.
const FORM: &str = "--test-reporter=tap";

/// Runs the tests of some files; each is a check of its own.
pub(super) fn run(checks: &mut Checks<'_>, node: &mut Command, files: &[String]) -> Result<(), String> {
    let (succeeded, text) = output(node.args(["--test", FORM]).args(files))?;
    checks.log().say(&text)?;
    let tests = tests(&text);
    let counted = match (counted(&text), succeeded) {
        (Some(number), _) if number != tests.len() => Err(format!("{number} tests ran, {} said how they ended", tests.len())),
        (None | Some(0), _) => Err("no test ran".to_owned()),
        (_, false) if tests.iter().all(|(_, outcome)| outcome.is_ok()) => {
            Err("every test passed, but Node says that one failed".to_owned())
        }
        _ => Ok(()),
    };
    for (name, outcome) in tests {
        checks.holds(&name, outcome)?;
    }
    match counted {
        Ok(()) => Ok(()),
        Err(why) => checks.holds(&files.join(" "), Err(why)),
    }
}

/// The tests that are not parts of others, and how each ended. One that was skipped did not hold.
fn tests(text: &str) -> Vec<(String, Result<(), String>)> {
    let test = |line: &str| {
        let (failed, rest) =
            line.strip_prefix("not ok ").map(|rest| (true, rest)).or(line.strip_prefix("ok ").map(|rest| (false, rest)))?;
        let (_, name) = rest.split_once(" - ")?;
        let (name, note) = name.rsplit_once(" # ").unwrap_or((name, ""));
        let outcome = match (failed, note) {
            (false, "") => Ok(()),
            (false, note) => Err(format!("it did not run: {note}")),
            (true, _) => Err("see what it printed above".to_owned()),
        };
        Some((name.to_owned(), outcome))
    };
    text.lines().filter_map(test).collect()
}

/// How many tests there were in the words of Node.
fn counted(text: &str) -> Option<usize> {
    text.lines().find_map(|line| line.strip_prefix("# tests ")?.parse().ok())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::test::log::Log;
    use crate::test::{Counts, End};

    fn counts(name: &str, text: &str, ends_with: u8) -> Counts {
        let mut log = Log::create(&format!("seeded tap {name}")).unwrap();
        let mut checks = Checks::new(&mut log);
        let mut shell = Command::new("sh");
        // What stands behind the script are its arguments, and it looks at none.
        shell.args(["-c", &format!("cat <<'END'\n{text}\nEND\nexit {ends_with}")]);
        run(&mut checks, &mut shell, &["seeded".to_owned()]).unwrap();
        match checks.end() {
            End::Done(counts) => counts,
            End::Skipped(why) => panic!("{why}"),
        }
    }

    const TWO: &str = "TAP version 13\n# Subtest: one\nok 1 - one\n  ---\n  ...\n    ok 1 - a part\nok 2 - two\n1..2\n# tests 2";

    #[test]
    fn each_test_is_a_check() {
        assert_eq!(counts("right", TWO, 0), Counts { passed: 2, failed: 0, skipped: 0 });
    }

    #[test]
    fn what_failed_was_skipped_or_never_ended_is_noticed() {
        assert_eq!(counts("failed", &TWO.replace("ok 2", "not ok 2"), 1), Counts { passed: 1, failed: 1, skipped: 0 });
        assert_eq!(counts("skipped", &TWO.replace("two", "two # SKIP"), 0), Counts { passed: 1, failed: 1, skipped: 0 });
        assert_eq!(counts("lost", &TWO.replace("tests 2", "tests 3"), 0), Counts { passed: 2, failed: 1, skipped: 0 });
        assert_eq!(counts("status", TWO, 1), Counts { passed: 2, failed: 1, skipped: 0 });
        assert_eq!(counts("nothing", "# tests 0", 0), Counts { passed: 0, failed: 1, skipped: 0 });
        assert_eq!(counts("ended", "TAP version 13", 7), Counts { passed: 0, failed: 1, skipped: 0 });
    }
}
