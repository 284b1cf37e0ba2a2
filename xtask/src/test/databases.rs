//! The steps `databases` and `cluster`: servers that were started for them, the drivers' tests on these, and the suites that SQLite is held to.

use super::log::Log;
use super::steps::count_tests;
use super::{Counts, End};
use crate::servers::Servers;
use crate::workspace::cargo;

/// The drivers' tests, all of them on servers or on the way there. Of the whole workspace, as in the step `test`, which has compiled them; so are the others.
const DRIVERS: [&str; 7] = ["--workspace", "--test", "mysql", "--test", "postgres", "--test", "copy"];
/// The suites on servers, by what is in the names of their tests.
const SUITES: [&str; 9] = ["--workspace", "--test", "golden", "--test", "property", "--test", "fault", "--", "server"];

/// The tests of the servers themselves, and of the drivers and the whole library on servers that run meanwhile. A test that finds no server
/// fails.
pub(super) fn run(log: &mut Log) -> Result<End, String> {
    let mut ended = tests(log, &["--package", "loyalty-servers"], &[]);
    let servers = Servers::start(&["mariadb", "postgres"].map(str::to_owned))?;
    log.say(&servers.told)?;
    ended = ended.and(tests(log, &DRIVERS, &servers.variables()));
    ended = ended.and(tests(log, &SUITES, &servers.variables()));
    judge(ended, count_tests(&log.text()))
}

/// Hosts on the nodes of a cluster that is killed and parted, and concurrent histories on every store. What they counted is in the log.
pub(super) fn run_cluster(log: &mut Log) -> Result<End, String> {
    let scope = |test| ["--workspace", "--test", test, "--", "--nocapture"];
    let mut ended = tests(log, &scope("cluster"), &[]);
    let servers = Servers::start(&[])?;
    log.say(&servers.told)?;
    ended = ended.and(tests(log, &scope("serial"), &servers.variables()));
    judge(ended, count_tests(&log.text()))
}

fn judge(ended: Result<(), String>, counts: Counts) -> Result<End, String> {
    match ended {
        Err(why) if counts.failed == 0 => Err(why), // it did not even compile
        _ if counts.passed + counts.failed == 0 => Err("no test ran".to_owned()),
        _ => Ok(End::Done(counts)),
    }
}

/// Runs tests that may not do without servers.
fn tests(log: &mut Log, arguments: &[&str], variables: &[(&'static str, String)]) -> Result<(), String> {
    let variables = variables.iter().map(|(name, value)| (*name, value.as_str()));
    log.run(cargo().args(["test", "--no-fail-fast"]).args(arguments).envs(variables).env(loyalty_servers::REQUIRED, "1"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_did_not_run_is_no_success() {
        let counts = |passed, failed| Counts { passed, failed, skipped: 1 };
        assert!(judge(Err("it ended with 101".to_owned()), counts(5, 0)).is_err(), "half of it did not compile");
        assert!(judge(Ok(()), counts(0, 0)).is_err(), "nothing ran");
        assert!(matches!(judge(Err("it ended with 101".to_owned()), counts(5, 1)), Ok(End::Done(counts)) if counts.failed == 1));
        assert!(matches!(judge(Ok(()), counts(5, 0)), Ok(End::Done(counts)) if counts.failed == 0));
    }
}
