//! One MariaDB server.

use std::path::{Path, PathBuf};
use std::process::Command;

use nix::sys::signal::Signal;

use crate::certificate::Certificate;
use crate::disk::SmallDisk;
use crate::folder::Folder;
use crate::process::Process;
use crate::program::{need, run};
use crate::server::Server;
use crate::user::User;
use crate::{PASSWORD, USER, port};

/// A server of MariaDB.
pub struct Mariadb {
    process: Option<Process>,
    port: u16,
    certificate: Certificate,
    disk: Option<SmallDisk>,
    folder: Folder,
}

impl Server for Mariadb {
    fn start() -> Result<Self, String> {
        Self::start_in(Folder::new("mariadb")?, None)
    }

    fn start_on_small_disk(megabytes: u32) -> Result<Self, String> {
        let folder = Folder::new("mariadb")?;
        let disk = SmallDisk::under(&folder, megabytes)?;
        Self::start_in(folder, Some(disk))
    }

    fn start_again(&mut self) -> Result<(), String> {
        let mut mariadbd = Command::new(need("mariadbd")?);
        mariadbd.args(options(&self.data(), &self.socket())).env("TMPDIR", &self.folder.path);
        mariadbd.args(["--bind-address=127.0.0.1".to_owned(), format!("--port={}", self.port)]);
        let (certificate, key) = (self.certificate.certificate.display(), self.certificate.key.display());
        mariadbd.args([format!("--ssl-cert={certificate}"), format!("--ssl-key={key}")]);
        self.folder.user.runs(&mut mariadbd);
        let mut process = Process::start(&mut mariadbd, &self.folder, "log", Signal::SIGKILL)?;
        process.until(|| ask_as_root(&self.folder.user, &self.socket(), "SELECT 1").is_ok())?;
        self.process = Some(process);
        Ok(())
    }

    fn stop(&mut self) -> Result<(), String> {
        self.process.take().map_or(Ok(()), |process| process.stop(Signal::SIGTERM))
    }

    fn kill(&mut self) {
        if let Some(process) = self.process.take() {
            process.kill();
        }
    }

    fn url(&self) -> String {
        url(self.port)
    }

    fn authority(&self) -> PathBuf {
        self.certificate.authority.clone()
    }

    fn disk(&self) -> Option<&SmallDisk> {
        self.disk.as_ref()
    }

    fn query(&self, statement: &str) -> Result<String, String> {
        ask(&self.socket(), statement)
    }
}

impl Mariadb {
    fn start_in(folder: Folder, disk: Option<SmallDisk>) -> Result<Self, String> {
        let certificate = Certificate::new(&folder)?;
        let mut server = Self { process: None, port: port::free()?, certificate, disk, folder };
        install(&server.folder, &server.data())?;
        server.start_again()?;
        introduce(&server.folder.user, &server.socket())?;
        Ok(server)
    }

    fn data(&self) -> PathBuf {
        self.folder.join("data")
    }

    fn socket(&self) -> PathBuf {
        self.folder.join("socket")
    }
}

/// Makes the data of a server that knows only the system's user it runs as.
pub(crate) fn install(folder: &Folder, data: &Path) -> Result<(), String> {
    let mut install = Command::new(need("mariadb-install-db")?);
    install.arg("--no-defaults").arg(format!("--datadir={}", data.display()));
    install.args(["--skip-test-db", "--skip-name-resolve", "--auth-root-authentication-method=socket"]);
    install.arg(format!("--auth-root-socket-user={}", folder.user.name));
    // A server that starts takes away the temporary tables that it finds: each has a place of its own for them.
    folder.user.runs(install.current_dir(&folder.path).env("TMPDIR", &folder.path));
    run(&mut install).map(drop)
}

/// What every server of ours is told. Nothing here makes it forget, or write later, what it has committed.
pub(crate) fn options(data: &Path, socket: &Path) -> Vec<String> {
    let (data, socket) = (data.display(), socket.display());
    ["--no-defaults", "--skip-name-resolve"]
        .map(str::to_owned)
        .into_iter()
        .chain([format!("--datadir={data}"), format!("--socket={socket}"), format!("--pid-file={data}/pid")])
        .collect()
}

/// Makes our user and its database known.
pub(crate) fn introduce(user: &User, socket: &Path) -> Result<(), String> {
    let statements =
        format!("CREATE DATABASE {USER}; CREATE USER {USER} IDENTIFIED BY '{PASSWORD}'; GRANT ALL ON *.* TO {USER} WITH GRANT OPTION;");
    ask_as_root(user, socket, &statements).map(drop)
}

/// What a server answers to its administrator, which is the system's user it runs as.
pub(crate) fn ask_as_root(user: &User, socket: &Path, statement: &str) -> Result<String, String> {
    let mut client = client(socket, &user.name, statement)?;
    user.runs(&mut client);
    run(&mut client)
}

/// What a server answers to our user.
pub(crate) fn ask(socket: &Path, statement: &str) -> Result<String, String> {
    run(client(socket, USER, statement)?.arg(format!("--database={USER}")).env("MYSQL_PWD", PASSWORD))
}

/// Where hosts find a server.
pub(crate) fn url(port: u16) -> String {
    format!("mysql://{USER}:{PASSWORD}@127.0.0.1:{port}/{USER}")
}

fn client(socket: &Path, user: &str, statement: &str) -> Result<Command, String> {
    let mut client = Command::new(need("mariadb")?);
    client.args(["--no-defaults", "--batch", "--skip-column-names", "--user", user, "--execute", statement]);
    client.arg(format!("--socket={}", socket.display()));
    Ok(client)
}
