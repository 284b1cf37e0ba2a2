//! The folder of one server, below `target/servers`: its data, its socket, its log.

use std::fs::File;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

use nix::sys::signal::{Signal, kill};
use nix::unistd::{Pid, geteuid};

use crate::user::User;

/// The longest path of a socket that every system takes, less a name as long as that of PostgreSQL's.
const PATH_BYTES_MAX: usize = 100 - "/.s.PGSQL.65535".len();

/// How the name of the file ends that lies beside a folder: it is locked while somebody uses the folder, and lists the servers started in it.
const USED: &str = "used";

/// A folder that is there, empty and the servers' own; gone when dropped.
pub(crate) struct Folder {
    pub(crate) path: PathBuf,
    pub(crate) user: User,
    used: File,
}

impl Folder {
    /// A folder with this word in its name. What killed runs left behind goes first.
    pub(crate) fn new(word: &str) -> Result<Self, String> {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let name = format!("{word}-{}-{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        let user = User::of_servers()?;
        let above = above(&user, &name)?;
        // Nobody tidies up between the moments when a folder is made and when it is locked.
        let turn = File::create(above.join("turn")).and_then(|file| file.lock().map(|()| file)).map_err(told(&above))?;
        remove_leftovers(&above);
        let path = above.join(name);
        let used = File::create(path.with_extension(USED)).and_then(|file| file.lock().map(|()| file)).map_err(told(&path))?;
        std::fs::create_dir(&path).map_err(told(&path))?;
        drop(turn);
        user.owns(&path)?;
        Ok(Self { path, user, used })
    }

    /// A place in it.
    pub(crate) fn join(&self, name: &str) -> PathBuf {
        self.path.join(name)
    }

    /// Notes a server that was started in it, in case that nobody is left to stop it.
    pub(crate) fn note(&self, pid: u32) -> Result<(), String> {
        writeln!(&self.used, "{pid}").map_err(told(&self.path))
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        remove(&self.path);
    }
}

/// Where the folders lie: in the target folder, unless servers cannot enter it or their sockets' names would be too long.
fn above(user: &User, name: &str) -> Result<PathBuf, String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let root = root.canonicalize().map_err(told(&root))?;
    let target = root.join(std::env::var_os("CARGO_TARGET_DIR").unwrap_or_else(|| "target".into())).join("servers");
    let elsewhere = std::env::temp_dir().join(format!("loyalty-servers-{}", geteuid())); // not one that somebody else has made
    for above in [target, elsewhere] {
        std::fs::create_dir_all(&above).map_err(told(&above))?;
        if user.enters(&above) && above.join(name).as_os_str().len() <= PATH_BYTES_MAX {
            return Ok(above);
        }
    }
    Err("servers cannot enter the folder of temporary files, name another one in TMPDIR".to_owned())
}

/// Removes every folder that nobody has locked, with the servers in it.
fn remove_leftovers(above: &Path) {
    let entries = std::fs::read_dir(above).into_iter().flatten().flatten().map(|entry| entry.path());
    for list in entries.filter(|path| path.extension().is_some_and(|extension| extension == USED)) {
        if File::open(&list).is_ok_and(|file| file.try_lock().is_ok()) {
            let folder = list.with_extension("");
            let pids = std::fs::read_to_string(&list).unwrap_or_default();
            for pid in pids.lines().filter_map(|line| line.parse().ok()) {
                end_if_in(pid, &folder);
            }
            remove(&folder);
        }
    }
}

/// Kills a process if it is still the one that was started in the folder: every server of ours is told its place as an argument.
fn end_if_in(pid: i32, folder: &Path) {
    let arguments = std::fs::read(format!("/proc/{pid}/cmdline")).unwrap_or_default();
    if String::from_utf8_lossy(&arguments).contains(&format!("{}/", folder.display())) {
        let _ended = kill(Pid::from_raw(pid), Signal::SIGKILL);
    }
}

fn remove(folder: &Path) {
    crate::disk::unmount_if_mounted(folder);
    let _removed = std::fs::remove_dir_all(folder);
    let _removed = std::fs::remove_file(folder.with_extension(USED));
}

fn told(path: &Path) -> impl Fn(std::io::Error) -> String {
    move |error| format!("{}: {error}", path.display())
}

#[cfg(test)]
mod tests {
    use std::os::unix::process::ExitStatusExt;
    use std::process::{Child, Command};

    use super::*;

    /// A process that is told a place, like a server.
    fn server(place: &Path) -> Child {
        let child = Command::new("sh").args(["-c", "sleep 60; true"]).arg(place).spawn().unwrap();
        // The system says only a moment later what a new process was told.
        while std::fs::read(format!("/proc/{}/cmdline", child.id())).unwrap().is_empty() {
            std::thread::yield_now();
        }
        child
    }

    #[test]
    fn what_a_killed_run_left_is_ended_and_what_is_not_ours_stays() {
        let above = std::env::temp_dir().join(format!("loyalty-leftovers-{}", std::process::id()));
        let left = above.join("left-1-0");
        std::fs::create_dir_all(&left).unwrap();
        let (mut ours, mut stranger) = (server(&left.join("data")), server(&above.join("left-1-01/data")));
        std::fs::write(left.with_extension(USED), format!("{}\n{}\n", ours.id(), stranger.id())).unwrap();
        std::fs::create_dir(above.join("kept")).unwrap();
        let used = File::create(above.join("kept.used")).unwrap();
        used.lock().unwrap();
        remove_leftovers(&above);
        assert_eq!(ours.wait().unwrap().signal(), Some(9));
        assert!(stranger.try_wait().unwrap().is_none(), "a stranger was killed");
        stranger.kill().unwrap();
        stranger.wait().unwrap();
        assert!(!left.exists() && above.join("kept").exists());
        std::fs::remove_dir_all(&above).unwrap();
    }

    #[test]
    fn a_folder_is_the_servers_own_and_goes() {
        use std::os::unix::fs::MetadataExt;
        let folder = Folder::new("seeded").unwrap();
        let path = folder.path.clone();
        assert_eq!(path.metadata().unwrap().uid(), folder.user.uid.as_raw());
        let other = Folder::new("seeded").unwrap();
        assert!(path.exists() && other.path != path);
        drop(folder);
        assert!(!path.exists());
    }
}
