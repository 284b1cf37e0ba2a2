//! Programs that steps need and that may be missing.

use std::process::{Command, Stdio};
use std::sync::OnceLock;

/// A program, and where it comes from.
pub struct Tool {
    /// Its name on the path.
    pub program: &'static str,
    /// The Debian package that has it, if one does.
    package: Option<&'static str>,
    /// What a person does to get it.
    remedy: &'static str,
}

/// The formatter.
pub const RUSTFMT: Tool = Tool { program: "cargo-fmt", package: None, remedy: "run: rustup component add rustfmt" };

/// The linter.
pub const CLIPPY: Tool = Tool { program: "cargo-clippy", package: None, remedy: "run: rustup component add clippy" };

/// Python 3, its standard library alone.
pub const PYTHON: Tool = Tool { program: "python3", package: Some("python3"), remedy: "install Python 3 (Debian package python3)" };

impl Tool {
    /// Makes sure that the program runs, by installing it where we may; otherwise says what to install.
    pub fn ensure(&self) -> Result<(), String> {
        if self.runs() {
            return Ok(());
        }
        if let Some(package) = self.package
            && may_install()
        {
            apt_get(&["install", "-y", "--no-install-recommends", package]);
            if self.runs() {
                return Ok(());
            }
        }
        Err(format!("{} is missing, {}", self.program, self.remedy))
    }

    fn runs(&self) -> bool {
        succeeds(Command::new(self.program).arg("--version"))
    }
}

/// Whether we are root on a machine with apt-get; the first time also brings its lists up to date.
fn may_install() -> bool {
    static ANSWER: OnceLock<bool> = OnceLock::new();
    *ANSWER.get_or_init(|| {
        let id = Command::new("id").arg("-u").output();
        let is_root = id.is_ok_and(|output| output.stdout.trim_ascii() == b"0");
        is_root && succeeds(Command::new("apt-get").arg("--version")) && apt_get(&["update"])
    })
}

fn apt_get(arguments: &[&str]) -> bool {
    let mut command = Command::new("apt-get");
    succeeds(command.args(arguments).env("DEBIAN_FRONTEND", "noninteractive"))
}

fn succeeds(command: &mut Command) -> bool {
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok_and(|status| status.success())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_program_says_what_to_install() {
        let tool = Tool { program: "a-program-that-nobody-wrote", package: None, remedy: "write it" };
        let why = tool.ensure().expect_err("it cannot be there");
        assert_eq!(why, "a-program-that-nobody-wrote is missing, write it");
    }
}
