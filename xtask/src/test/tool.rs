//! Programs that steps need and that may be missing.

use std::io::Write;
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::OnceLock;

/// A program or a library, and where it comes from.
pub struct Tool {
    /// Its name on the path; that of a library as pkg-config knows it; the path of a file.
    pub program: &'static str,
    /// Where it is looked for.
    found: Found,
    /// The Debian package that has it, if one does.
    package: Option<&'static str>,
    /// What a person does to get it.
    remedy: &'static str,
}

/// Where a tool is looked for.
#[derive(Clone, Copy)]
enum Found {
    /// A program on the path.
    OnPath,
    /// A library that pkg-config knows.
    ByPkgConfig,
    /// A file at its path.
    AtPath,
    /// A part of a database server, where the crate that starts them looks for it.
    AmongServers,
    /// What belongs to PHP, where this expression of its is true.
    ByPhp(&'static str),
}

/// The formatter.
pub const RUSTFMT: Tool = Tool { program: "cargo-fmt", found: Found::OnPath, package: None, remedy: "run: rustup component add rustfmt" };

/// The linter.
pub const CLIPPY: Tool = Tool { program: "cargo-clippy", found: Found::OnPath, package: None, remedy: "run: rustup component add clippy" };

/// Python 3, its standard library alone.
pub const PYTHON: Tool =
    Tool { program: "python3", found: Found::OnPath, package: Some("python3"), remedy: "install Python 3 (Debian package python3)" };

/// PHP on the command line, with its FFI.
pub const PHP: Tool = Tool {
    program: "php",
    found: Found::OnPath,
    package: Some("php-cli"),
    remedy: "install PHP 8.1 or newer with FFI (Debian package php-cli)",
};

/// PHP behind a web server.
pub const PHP_FPM: Tool = Tool {
    program: "php-fpm",
    found: Found::ByPhp("glob('/usr/sbin/php-fpm' . PHP_MAJOR_VERSION . '.' . PHP_MINOR_VERSION) ?: glob('/usr/*bin/php-fpm')"),
    package: Some("php-fpm"),
    remedy: "install php-fpm (Debian package php-fpm)",
};

/// SQLite for PHP: the shop's own tables.
pub const PHP_SQLITE: Tool = Tool {
    program: "pdo_sqlite",
    found: Found::ByPhp("extension_loaded('pdo_sqlite')"),
    package: Some("php-sqlite3"),
    remedy: "install PHP's SQLite (Debian package php-sqlite3)",
};

/// Ruby, with the gem `ffi`.
pub const RUBY: Tool =
    Tool { program: "ruby", found: Found::OnPath, package: Some("ruby-ffi"), remedy: "install Ruby and its ffi (Debian package ruby-ffi)" };

/// A Java machine.
pub const JAVA: Tool = Tool {
    program: "java",
    found: Found::OnPath,
    package: Some("default-jre-headless"),
    remedy: "install Java 17 or newer (Debian package default-jre-headless)",
};

/// How Kotlin's bindings reach the library.
pub const JNA: Tool = Tool {
    program: "/usr/share/java/jna.jar",
    found: Found::AtPath,
    package: Some("libjna-java"),
    remedy: "install JNA (Debian package libjna-java)",
};

/// JSON for Kotlin.
pub const GSON: Tool = Tool {
    program: "/usr/share/java/gson.jar",
    found: Found::AtPath,
    package: Some("libgoogle-gson-java"),
    remedy: "install gson (Debian package libgoogle-gson-java)",
};

/// Runs JavaScript outside of browsers.
pub const NODE: Tool =
    Tool { program: "node", found: Found::OnPath, package: Some("nodejs"), remedy: "install Node 20 or newer (Debian package nodejs)" };

/// Node's package manager.
pub const NPM: Tool = Tool { program: "npm", found: Found::OnPath, package: Some("npm"), remedy: "install Node 20 or newer with npm" };

/// The browser. No tool of ours brings one along.
pub const CHROMIUM: Tool =
    Tool { program: "chromium", found: Found::OnPath, package: Some("chromium"), remedy: "install Chromium (Debian package chromium)" };

/// Counts instructions, the same on every run.
pub const VALGRIND: Tool =
    Tool { program: "valgrind", found: Found::OnPath, package: Some("valgrind"), remedy: "install valgrind (Debian package valgrind)" };

/// The compiler of C.
pub const GCC: Tool = Tool { program: "gcc", found: Found::OnPath, package: Some("gcc"), remedy: "install gcc (Debian package gcc)" };

/// The compiler of C++.
pub const GPP: Tool = Tool { program: "g++", found: Found::OnPath, package: Some("g++"), remedy: "install g++ (Debian package g++)" };

/// Says how to compile and link with a library.
pub const PKG_CONFIG: Tool = Tool {
    program: "pkg-config",
    found: Found::OnPath,
    package: Some("pkg-config"),
    remedy: "install pkg-config (Debian package pkg-config)",
};

/// Builds what is written for CMake.
pub const CMAKE: Tool =
    Tool { program: "cmake", found: Found::OnPath, package: Some("cmake"), remedy: "install CMake (Debian package cmake)" };

/// Drives compilers; CMake's Makefiles are for it.
pub const MAKE: Tool = Tool { program: "make", found: Found::OnPath, package: Some("make"), remedy: "install make (Debian package make)" };

/// JSON for the example in C.
pub const CJSON: Tool = Tool {
    program: "libcjson",
    found: Found::ByPkgConfig,
    package: Some("libcjson-dev"),
    remedy: "install cJSON (Debian package libcjson-dev)",
};

/// JSON for the example in C++.
pub const NLOHMANN_JSON: Tool = Tool {
    program: "nlohmann_json",
    found: Found::ByPkgConfig,
    package: Some("nlohmann-json3-dev"),
    remedy: "install nlohmann's JSON (Debian package nlohmann-json3-dev)",
};

/// Debian's Rust of today, which it needs for its browsers.
pub const RUSTC_WEB: Tool = Tool {
    program: "/usr/bin/rustc",
    found: Found::AtPath,
    package: Some("rustc-web"),
    remedy: "install Debian's newer Rust (Debian package rustc-web)",
};

/// The cargo of that.
pub const CARGO_WEB: Tool = Tool {
    program: "/usr/bin/cargo",
    found: Found::AtPath,
    package: Some("cargo-web"),
    remedy: "install Debian's newer cargo (Debian package cargo-web)",
};

/// The sources of that, from which its standard library is built for other targets.
pub const RUST_WEB_SRC: Tool = Tool {
    program: "/usr/lib/rustlib/src/rust/library/std/Cargo.toml",
    found: Found::AtPath,
    package: Some("rust-web-src"),
    remedy: "install the sources of Debian's newer Rust (Debian package rust-web-src)",
};

/// Links WebAssembly.
pub const LLD: Tool = Tool { program: "wasm-ld", found: Found::OnPath, package: Some("lld"), remedy: "install LLD (Debian package lld)" };

/// The server of MariaDB.
pub const MARIADB: Tool = Tool {
    program: "mariadbd",
    found: Found::AmongServers,
    package: Some("mariadb-server"),
    remedy: "install MariaDB 10.11 or newer (Debian package mariadb-server)",
};

/// Its client.
pub const MARIADB_CLIENT: Tool = Tool {
    program: "mariadb",
    found: Found::AmongServers,
    package: Some("mariadb-client"),
    remedy: "install MariaDB's client (Debian package mariadb-client)",
};

/// What makes MariaDB a cluster.
pub const GALERA: Tool = Tool {
    program: "libgalera_smm.so",
    found: Found::AmongServers,
    package: Some("galera-4"),
    remedy: "install Galera 4 (Debian package galera-4)",
};

/// How a node of it gets a whole copy from another.
pub const RSYNC: Tool =
    Tool { program: "rsync", found: Found::AmongServers, package: Some("rsync"), remedy: "install rsync (Debian package rsync)" };

/// The server of PostgreSQL, with its client.
pub const POSTGRESQL: Tool = Tool {
    program: "postgres",
    found: Found::AmongServers,
    package: Some("postgresql"),
    remedy: "install PostgreSQL 15 or newer (Debian package postgresql)",
};

/// Makes the networks in which nodes are parted.
pub const IPROUTE: Tool =
    Tool { program: "ip", found: Found::AmongServers, package: Some("iproute2"), remedy: "install iproute2 (Debian package iproute2)" };

/// Makes the servers' certificates.
pub const OPENSSL: Tool =
    Tool { program: "openssl", found: Found::AmongServers, package: Some("openssl"), remedy: "install openssl (Debian package openssl)" };

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
        match self.found {
            Found::OnPath => succeeds(Command::new(self.program).arg("--version")),
            Found::ByPkgConfig => succeeds(Command::new(PKG_CONFIG.program).args(["--exists", self.program])),
            Found::AtPath => std::path::Path::new(self.program).exists(),
            Found::AmongServers => loyalty_servers::program::find(self.program).is_some(),
            Found::ByPhp(truth) => succeeds(Command::new(PHP.program).args(["-r", &format!("exit(({truth}) ? 0 : 1);")])),
        }
    }
}

/// Installs a package where we may. What it has of services is not started: a step starts what it needs, where nobody else looks for it.
fn install(package: &str) {
    if may_install() {
        let _policy = NoServices::begin(Path::new(POLICY));
        apt_get(&["install", "-y", "--no-install-recommends", package]);
    }
}

/// What Debian's packages ask whether they may start a service.
const POLICY: &str = "/usr/sbin/policy-rc.d";

/// While this is there the answer is no. A policy that somebody else has made stays as it is.
struct NoServices<'p> {
    ours: Option<&'p Path>,
}

impl<'p> NoServices<'p> {
    fn begin(policy: &'p Path) -> Self {
        let file = std::fs::File::options().write(true).create_new(true).mode(0o755).open(policy);
        let written = file.and_then(|mut file| file.write_all(b"#!/bin/sh\nexit 101\n"));
        Self { ours: written.is_ok().then_some(policy) }
    }
}

impl Drop for NoServices<'_> {
    fn drop(&mut self) {
        if let Some(policy) = self.ours {
            let _gone = std::fs::remove_file(policy);
        }
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
        let tool = Tool { program: "a-program-that-nobody-wrote", found: Found::OnPath, package: None, remedy: "write it" };
        let why = tool.ensure().expect_err("it cannot be there");
        assert_eq!(why, "a-program-that-nobody-wrote is missing, write it");
    }

    #[test]
    fn no_service_starts_meanwhile_and_what_others_decided_stays() {
        let policy = std::env::temp_dir().join(format!("loyalty-policy-{}", std::process::id()));
        let no_services = NoServices::begin(&policy);
        assert_eq!(Command::new("sh").arg(&policy).status().unwrap().code(), Some(101));
        drop(NoServices::begin(&policy));
        assert!(policy.exists(), "somebody else's policy was removed");
        drop(no_services);
        assert!(!policy.exists());
    }
}
