//! The servers' programs: where they are, for Debian keeps some of them off the path, and what they answer.

use std::path::{Path, PathBuf};
use std::process::Command;

/// Folders in which packages put servers and what they load, after those of the path.
const FOLDERS: &[&str] = &["/usr/sbin", "/usr/libexec", "/usr/lib/galera", "/usr/lib64/galera-4"];

/// Debian's PostgreSQL has a folder for each version in here.
const POSTGRESQL: &str = "/usr/lib/postgresql";

/// The file of this name, if it is installed; of several PostgreSQLs that of the newest.
pub fn find(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let folders = std::env::split_paths(&path).chain(FOLDERS.iter().map(PathBuf::from)).chain(versions(Path::new(POSTGRESQL)));
    folders.map(|folder| folder.join(name)).find(|file| file.is_file())
}

/// The same, or what to install.
pub(crate) fn need(name: &str) -> Result<PathBuf, String> {
    let packages = "mariadb-server, galera-4, rsync, postgresql, iproute2 and openssl";
    find(name).ok_or_else(|| format!("{name} is missing, install the servers (Debian packages {packages})"))
}

fn versions(folder: &Path) -> Vec<PathBuf> {
    let names = std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.file_name());
    let mut versions: Vec<u32> = names.filter_map(|name| name.to_str()?.parse().ok()).collect();
    versions.sort_unstable();
    versions.into_iter().rev().map(|version| folder.join(version.to_string()).join("bin")).collect()
}

/// Runs a command that has to succeed and says what it printed if it does not.
pub(crate) fn run(command: &mut Command) -> Result<String, String> {
    let output = command.output().map_err(|e| format!("cannot run {:?}: {e}", command.get_program()))?;
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).trim_end().to_owned();
    if output.status.success() { Ok(text(&output.stdout)) } else { Err(text(&output.stderr)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_server_says_what_to_install() {
        assert!(find("sh").is_some());
        let why = need("a-server-that-nobody-wrote").unwrap_err();
        assert!(why.starts_with("a-server-that-nobody-wrote is missing, install"), "{why}");
    }

    #[test]
    fn the_newest_version_comes_first() {
        let folder = std::env::temp_dir().join(format!("loyalty-versions-{}", std::process::id()));
        for version in ["9", "15", "common"] {
            std::fs::create_dir_all(folder.join(version)).unwrap();
        }
        assert_eq!(versions(&folder), [folder.join("15/bin"), folder.join("9/bin")]);
        std::fs::remove_dir_all(&folder).unwrap();
    }
}
