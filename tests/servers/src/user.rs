//! Whom the servers run as: never root, which both refuse or warn of.

use std::os::unix::fs::MetadataExt;
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::Command;

use nix::unistd::{self, Gid, Uid};

/// Who has no rights on any Unix.
const NOBODY: &str = "nobody";

/// A user of this machine.
#[derive(Debug, Clone)]
pub(crate) struct User {
    pub(crate) name: String,
    pub(crate) uid: Uid,
    pub(crate) gid: Gid,
}

impl User {
    /// Nobody if we are root, otherwise ourselves.
    pub(crate) fn of_servers() -> Result<Self, String> {
        let found = if is_root() { unistd::User::from_name(NOBODY) } else { unistd::User::from_uid(unistd::geteuid()) };
        let user = found.ok().flatten().ok_or("the user that servers would run as is not in the list of users, add it")?;
        Ok(Self { name: user.name, uid: user.uid, gid: user.gid })
    }

    /// Lets a command run as this user.
    pub(crate) fn runs(&self, command: &mut Command) {
        if is_root() {
            command.uid(self.uid.as_raw()).gid(self.gid.as_raw());
        }
    }

    /// Gives a file or a folder to this user.
    pub(crate) fn owns(&self, path: &Path) -> Result<(), String> {
        if !is_root() {
            return Ok(());
        }
        std::os::unix::fs::chown(path, Some(self.uid.as_raw()), Some(self.gid.as_raw()))
            .map_err(|e| format!("cannot give {} to {}: {e}", path.display(), self.name))
    }

    /// Whether this user can enter a folder: a checkout may lie where others cannot look.
    pub(crate) fn enters(&self, folder: &Path) -> bool {
        !is_root() || folder.ancestors().all(|above| above.metadata().is_ok_and(|metadata| metadata.mode() & 0o001 != 0))
    }
}

/// Whether we may change users, mount disks and make networks.
pub(crate) fn is_root() -> bool {
    unistd::geteuid().is_root()
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt;

    use super::*;

    #[test]
    fn servers_never_run_as_root() {
        let user = User::of_servers().unwrap();
        assert!(!user.uid.is_root());
        let mut command = Command::new("id");
        user.runs(command.arg("-u"));
        let printed = command.output().unwrap().stdout;
        assert_eq!(String::from_utf8(printed).unwrap().trim(), user.uid.to_string());
    }

    #[test]
    fn a_closed_folder_is_noticed() {
        let user = User::of_servers().unwrap();
        let closed = std::env::temp_dir().join(format!("loyalty-closed-{}", std::process::id()));
        let inside = closed.join("inside");
        std::fs::create_dir_all(&inside).unwrap();
        assert!(user.enters(Path::new("/")), "the folder of temporary files may be closed itself");
        std::fs::set_permissions(&closed, PermissionsExt::from_mode(0o700)).unwrap();
        assert_eq!(user.enters(&inside), !is_root());
        std::fs::remove_dir_all(&closed).unwrap();
    }
}
