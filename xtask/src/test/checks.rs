//! The checks of a step that has many: each is counted, and one that fails does not end the others.

use std::process::Command;

use super::log::Log;
use super::{Counts, End};

/// What came of the checks so far.
pub(super) struct Checks<'l> {
    log: &'l mut Log,
    counts: Counts,
}

impl<'l> Checks<'l> {
    /// No check yet; what they print goes to the log.
    pub(super) fn new(log: &'l mut Log) -> Self {
        Self { log, counts: Counts::default() }
    }

    /// Counts a check that was made elsewhere.
    pub(super) fn holds(&mut self, name: &str, outcome: Result<(), String>) -> Result<(), String> {
        match outcome {
            Ok(()) => {
                self.counts.passed += 1;
                self.log.say(&format!("ok: {name}"))
            }
            Err(why) => {
                self.counts.failed += 1;
                self.log.say(&format!("FAILED: {name}: {why}"))
            }
        }
    }

    /// A command that has to succeed.
    pub(super) fn succeeds(&mut self, name: &str, command: &mut Command) -> Result<(), String> {
        let outcome = self.log.run(command);
        self.holds(name, outcome)
    }

    /// A command that has to succeed and print exactly this.
    pub(super) fn prints(&mut self, name: &str, command: &mut Command, wanted: &str) -> Result<(), String> {
        let outcome = match output(command)? {
            (true, text) if text == wanted => Ok(()),
            (_, text) => Err(format!("it printed\n{text}and should have printed\n{wanted}")),
        };
        self.holds(name, outcome)
    }

    /// A command with a seeded mistake, which has to fail and say this.
    pub(super) fn fails(&mut self, name: &str, command: &mut Command, says: &str) -> Result<(), String> {
        let outcome = match output(command)? {
            (false, text) if text.contains(says) => Ok(()),
            (_, text) => Err(format!("a seeded mistake was not reported as '{says}':\n{text}")),
        };
        self.holds(name, outcome)
    }

    /// The log, for what has to be done between checks.
    pub(super) fn log(&mut self) -> &mut Log {
        self.log
    }

    /// How the step ended.
    pub(super) fn end(self) -> End {
        End::Done(self.counts)
    }
}

/// Whether a command succeeded, and all that it printed.
pub(super) fn output(command: &mut Command) -> Result<(bool, String), String> {
    let output = command.output().map_err(|e| format!("cannot run {:?}: {e}", command.get_program()))?;
    let text = format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    Ok((output.status.success(), text))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shell(script: &str) -> Command {
        let mut command = Command::new("sh");
        command.args(["-c", script]);
        command
    }

    #[test]
    fn what_does_not_hold_is_counted() {
        let mut log = Log::create("seeded checks").unwrap();
        let mut checks = Checks::new(&mut log);
        checks.succeeds("fine", &mut shell("true")).unwrap();
        checks.succeeds("broken", &mut shell("false")).unwrap();
        checks.prints("other text", &mut shell("echo a"), "b\n").unwrap();
        checks.prints("right text, wrong end", &mut shell("echo b; false"), "b\n").unwrap();
        checks.fails("not reported", &mut shell("echo boom"), "boom").unwrap();
        checks.fails("reported otherwise", &mut shell("echo bang; false"), "boom").unwrap();
        checks.fails("reported", &mut shell("echo boom >&2; false"), "boom").unwrap();
        assert_eq!(checks.counts, Counts { passed: 2, failed: 5, skipped: 0 });
    }
}
