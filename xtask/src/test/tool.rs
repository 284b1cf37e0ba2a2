//! Programs that steps need and that may be missing.

use std::process::{Command, Stdio};
use std::sync::OnceLock;

/// A program or a library, and where it comes from.
pub struct Tool {
    /// Its name on the path; that of a library as pkg-config knows it.
    pub program: &'static str,
    /// Whether it is a library.
    is_library: bool,
    /// The Debian package that has it, if one does.
    package: Option<&'static str>,
    /// What a person does to get it.
    remedy: &'static str,
}

/// The formatter.
pub const RUSTFMT: Tool = Tool { program: "cargo-fmt", is_library: false, package: None, remedy: "run: rustup component add rustfmt" };

/// The linter.
pub const CLIPPY: Tool = Tool { program: "cargo-clippy", is_library: false, package: None, remedy: "run: rustup component add clippy" };

/// Python 3, its standard library alone.
pub const PYTHON: Tool =
    Tool { program: "python3", is_library: false, package: Some("python3"), remedy: "install Python 3 (Debian package python3)" };

/// PHP on the command line, with its FFI.
pub const PHP: Tool =
    Tool { program: "php", package: Some("php-cli"), remedy: "install PHP 8.1 or newer with FFI (Debian package php-cli)" };

/// Ruby, with the gem `ffi`.
pub const RUBY: Tool = Tool { program: "ruby", package: Some("ruby-ffi"), remedy: "install Ruby and its ffi (Debian package ruby-ffi)" };

/// A Java machine.
pub const JAVA: Tool = Tool {
    program: "java",
    package: Some("default-jre-headless"),
    remedy: "install Java 17 or newer (Debian package default-jre-headless)",
};

/// Node's package manager.
pub const NPM: Tool = Tool { program: "npm", package: Some("npm"), remedy: "install Node 20 or newer with npm" };

/// Counts instructions, the same on every run.
pub const VALGRIND: Tool =
    Tool { program: "valgrind", is_library: false, package: Some("valgrind"), remedy: "install valgrind (Debian package valgrind)" };

/// The compiler of C.
pub const GCC: Tool = Tool { program: "gcc", is_library: false, package: Some("gcc"), remedy: "install gcc (Debian package gcc)" };

/// The compiler of C++.
pub const GPP: Tool = Tool { program: "g++", is_library: false, package: Some("g++"), remedy: "install g++ (Debian package g++)" };

/// Says how to compile and link with a library.
pub const PKG_CONFIG: Tool = Tool {
    program: "pkg-config",
    is_library: false,
    package: Some("pkg-config"),
    remedy: "install pkg-config (Debian package pkg-config)",
};

/// Builds what is written for CMake.
pub const CMAKE: Tool =
    Tool { program: "cmake", is_library: false, package: Some("cmake"), remedy: "install CMake (Debian package cmake)" };

/// Drives compilers; CMake's Makefiles are for it.
pub const MAKE: Tool = Tool { program: "make", is_library: false, package: Some("make"), remedy: "install make (Debian package make)" };

/// JSON for the example in C.
pub const CJSON: Tool =
    Tool { program: "libcjson", is_library: true, package: Some("libcjson-dev"), remedy: "install cJSON (Debian package libcjson-dev)" };

/// JSON for the example in C++.
pub const NLOHMANN_JSON: Tool = Tool {
    program: "nlohmann_json",
    is_library: true,
    package: Some("nlohmann-json3-dev"),
    remedy: "install nlohmann's JSON (Debian package nlohmann-json3-dev)",
};

impl Tool {
    /// Makes sure that the program runs, by installing it where we may; otherwise says what to install.
    pub fn ensure(&self) -> Result<(), String> {
        if self.runs() {
            return Ok(());
        }
        if let Some(package) = self.package {
            install(package);
            if self.runs() {
                return Ok(());
            }
        }
        Err(format!("{} is missing, {}", self.program, self.remedy))
    }

    fn runs(&self) -> bool {
        match self.is_library {
            true => succeeds(Command::new(PKG_CONFIG.program).args(["--exists", self.program])),
            false => succeeds(Command::new(self.program).arg("--version")),
        }
    }
}

/// Makes sure that a file of a Debian package is there.
pub fn ensure_file(path: &str, package: &str) -> Result<(), String> {
    let is_there = || std::path::Path::new(path).exists();
    if !is_there() {
        install(package);
    }
    if is_there() { Ok(()) } else { Err(format!("{path} is missing, install the Debian package {package}")) }
}

/// Installs a package where we may.
fn install(package: &str) {
    if may_install() {
        apt_get(&["install", "-y", "--no-install-recommends", package]);
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
        let tool = Tool { program: "a-program-that-nobody-wrote", is_library: false, package: None, remedy: "write it" };
        let why = tool.ensure().expect_err("it cannot be there");
        assert_eq!(why, "a-program-that-nobody-wrote is missing, write it");
    }
}
