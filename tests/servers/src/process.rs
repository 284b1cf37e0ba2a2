//! A process that is stopped when its owner goes, however that happens.

use std::fs::File;
use std::os::unix::process::CommandExt;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use nix::sys::signal::{Signal, kill, killpg};
use nix::unistd::Pid;

use crate::folder::Folder;

/// A slow machine that does other things besides needs this long.
const PATIENCE: Duration = Duration::from_secs(60);

/// Between two looks at whether something is there.
const PAUSE: Duration = Duration::from_millis(50);

/// Waits for its standard input to end, which happens when we do, and then ends what we started.
const WATCH: &str = r#"read -r _; kill -s "$1" -- "-$2""#;

/// How many lines of a server's log are told when it does not start.
const TAIL_LINES: usize = 20;

/// A server that runs, with what it starts itself.
pub(crate) struct Process {
    child: Child,
    watchdog: Child,
    log: PathBuf,
    last: Signal,
}

impl Process {
    /// Starts a server in its folder, its output added to a log there. `last` is the signal at which it ends at once without leaving anything
    /// outside of its folder.
    pub(crate) fn start(command: &mut Command, folder: &Folder, log: &str, last: Signal) -> Result<Self, String> {
        let log = folder.join(log);
        let file = File::options().create(true).append(true).open(&log).map_err(|e| format!("{}: {e}", log.display()))?;
        let twin = file.try_clone().map_err(|e| e.to_string())?;
        // In a group of its own a server does not hear the terminal's Ctrl-C, and goes together with what it started.
        command.current_dir(&folder.path).process_group(0).stdin(Stdio::null()).stdout(file).stderr(twin);
        let mut child = command.spawn().map_err(|e| format!("cannot run {:?}: {e}", command.get_program()))?;
        let mut watchdog = Command::new("sh");
        watchdog.args(["-c", WATCH, "watchdog", last.as_str().trim_start_matches("SIG"), &child.id().to_string()]);
        match watchdog.process_group(0).stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null()).spawn() {
            Ok(watchdog) => {
                let process = Self { child, watchdog, log, last };
                folder.note(process.child.id())?;
                Ok(process)
            }
            Err(e) => {
                let _ended = child.kill().and_then(|()| child.wait());
                Err(format!("cannot run sh: {e}"))
            }
        }
    }

    /// Waits until the server is ready; an error with the end of its log if it ends before, or never is.
    pub(crate) fn until(&mut self, ready: impl Fn() -> bool) -> Result<(), String> {
        let started = Instant::now();
        while !ready() {
            if !self.runs() || started.elapsed() > PATIENCE {
                let log = std::fs::read(&self.log).unwrap_or_default();
                let log = String::from_utf8_lossy(&log);
                let lines: Vec<&str> = log.lines().collect();
                let tail = lines.get(lines.len().saturating_sub(TAIL_LINES)..).unwrap_or_default();
                let ended = if self.runs() { "is not ready" } else { "ended" };
                return Err(format!("the server {ended}, see what it said:\n{}", tail.join("\n")));
            }
            std::thread::sleep(PAUSE);
        }
        Ok(())
    }

    /// Asks it to end and waits until it did.
    pub(crate) fn stop(mut self, gently: Signal) -> Result<(), String> {
        let _asked = kill(self.pid(), gently);
        if self.ends() { Ok(()) } else { Err("the server does not stop, it was killed".to_owned()) }
    }

    /// `kill -9`, of those too that PostgreSQL has put into groups of their own; they would be in the way of the next start.
    pub(crate) fn kill(mut self) {
        self.last = Signal::SIGKILL;
        let pid = self.pid();
        let children = std::fs::read_to_string(format!("/proc/{pid}/task/{pid}/children")).unwrap_or_default();
        let children: Vec<Pid> = children.split_whitespace().filter_map(|child| child.parse().ok()).map(Pid::from_raw).collect();
        drop(self);
        let started = Instant::now();
        while children.iter().any(|child| kill(*child, Signal::SIGKILL).is_ok()) && started.elapsed() < PATIENCE {
            std::thread::sleep(PAUSE);
        }
    }

    fn pid(&self) -> Pid {
        Pid::from_raw(self.child.id().cast_signed())
    }

    fn runs(&mut self) -> bool {
        matches!(self.child.try_wait(), Ok(None))
    }

    /// Whether it ends in time.
    fn ends(&mut self) -> bool {
        let started = Instant::now();
        while self.runs() && started.elapsed() < PATIENCE {
            std::thread::sleep(PAUSE);
        }
        !self.runs()
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        if self.runs() {
            let _asked = killpg(self.pid(), self.last);
            self.ends();
        }
        // What the server started may outlive it.
        let _ended = killpg(self.pid(), Signal::SIGKILL);
        let _ended = self.child.wait();
        let _ended = self.watchdog.kill();
        let _ended = self.watchdog.wait();
    }
}

#[cfg(test)]
mod tests {
    use std::io::{BufRead, BufReader};

    use super::*;

    fn sleeps(folder: &Folder) -> Process {
        Process::start(Command::new("sh").args(["-c", "sleep 60; true"]), folder, "log", Signal::SIGKILL).unwrap()
    }

    /// Whether there is such a process; one that has ended and waits to be noticed is none.
    fn is_there(pid: &str) -> bool {
        std::fs::read_to_string(format!("/proc/{pid}/stat")).is_ok_and(|stat| !stat.contains(") Z"))
    }

    #[test]
    fn a_server_that_ends_tells_its_log() {
        let folder = Folder::new("seeded").unwrap();
        let mut command = Command::new("sh");
        let mut process = Process::start(command.args(["-c", "echo no room >&2"]), &folder, "log", Signal::SIGKILL).unwrap();
        let why = process.until(|| false).unwrap_err();
        assert_eq!(why, "the server ended, see what it said:\nno room");
    }

    #[test]
    fn what_is_dropped_has_ended() {
        let folder = Folder::new("seeded").unwrap();
        let process = sleeps(&folder);
        let pid = process.pid().to_string();
        assert!(is_there(&pid));
        drop(process);
        assert!(!is_there(&pid));
    }

    /// Who starts a server and is killed, as a process of its own: it says which one it started.
    #[test]
    #[ignore = "the other half of the next test"]
    fn owner() {
        let folder = Folder::new("orphan").unwrap();
        let process = sleeps(&folder);
        println!("\npid {}", process.pid());
        std::thread::sleep(PATIENCE);
    }

    #[test]
    fn a_server_ends_with_who_started_it() {
        let mut owner = Command::new(std::env::current_exe().unwrap());
        owner.args(["--exact", "process::tests::owner", "--ignored", "--nocapture"]);
        let mut owner = owner.stdout(Stdio::piped()).spawn().unwrap();
        let lines = BufReader::new(owner.stdout.take().unwrap()).lines().map_while(Result::ok);
        let pid = lines.into_iter().find_map(|line| line.strip_prefix("pid ").map(str::to_owned)).unwrap();
        assert!(is_there(&pid));
        owner.kill().unwrap();
        owner.wait().unwrap();
        let started = Instant::now();
        while is_there(&pid) {
            assert!(started.elapsed() < Duration::from_secs(10), "it outlived who started it");
            std::thread::sleep(PAUSE);
        }
    }
}
