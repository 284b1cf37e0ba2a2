//! A disk that can be full: a small one in memory, which only root may mount.

use std::fs::File;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::folder::Folder;
use crate::user::is_root;

/// What takes the room that is left.
const BALLAST: &str = "ballast";

/// The disk under the folder of a server that was started on it.
pub struct SmallDisk {
    folder: PathBuf,
}

impl SmallDisk {
    /// Puts a disk of so many megabytes under a folder that is empty. It goes with the folder.
    pub(crate) fn under(folder: &Folder, megabytes: u32) -> Result<Self, String> {
        if !is_root() {
            return Err("only root can mount a small disk, run this test as root".to_owned());
        }
        let (uid, gid) = (folder.user.uid, folder.user.gid);
        let options = format!("size={megabytes}m,mode=0700,uid={uid},gid={gid}");
        let mut mount = Command::new("mount");
        let status = mount.args(["-t", "tmpfs", "-o", &options, "loyalty-servers"]).arg(&folder.path).status();
        match status {
            Ok(status) if status.success() => Ok(Self { folder: folder.path.clone() }),
            other => Err(format!("cannot mount a small disk, allow it or skip this test: {other:?}")),
        }
    }

    /// Takes all the room that is left.
    pub fn fill(&self) -> Result<(), String> {
        let path = self.folder.join(BALLAST);
        let mut file = File::create(&path).map_err(|e| format!("{}: {e}", path.display()))?;
        // Down to single bytes: the last write of each size fails.
        for size in [1 << 20, 4096, 1] {
            while file.write_all(&vec![b'x'; size]).is_ok() {}
        }
        Ok(())
    }

    /// Gives it back.
    pub fn clear(&self) -> Result<(), String> {
        std::fs::remove_file(self.folder.join(BALLAST)).map_err(|e| format!("the disk was not filled: {e}"))
    }
}

/// Takes a disk away from under a folder, at once for everybody who looks and for the others when they are done.
pub(crate) fn unmount_if_mounted(folder: &Path) {
    if is_root() {
        let mut umount = Command::new("umount");
        let _absent = umount.arg("--lazy").arg(folder).stdout(Stdio::null()).stderr(Stdio::null()).status();
    }
}
