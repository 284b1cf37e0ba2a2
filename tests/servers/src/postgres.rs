//! One PostgreSQL server.

use std::path::PathBuf;
use std::process::Command;

use nix::sys::signal::Signal;

use crate::certificate::Certificate;
use crate::disk::SmallDisk;
use crate::folder::Folder;
use crate::process::Process;
use crate::program::{need, run};
use crate::server::Server;
use crate::{PASSWORD, USER, port};

/// A server of PostgreSQL.
pub struct Postgres {
    process: Option<Process>,
    port: u16,
    certificate: Certificate,
    disk: Option<SmallDisk>,
    folder: Folder,
}

impl Server for Postgres {
    fn start() -> Result<Self, String> {
        Self::start_in(Folder::new("postgres")?, None)
    }

    fn start_on_small_disk(megabytes: u32) -> Result<Self, String> {
        let folder = Folder::new("postgres")?;
        let disk = SmallDisk::under(&folder, megabytes)?;
        Self::start_in(folder, Some(disk))
    }

    fn start_again(&mut self) -> Result<(), String> {
        let folder = &self.folder;
        let mut postgres = Command::new(need("postgres")?);
        postgres.arg("-D").arg(self.data()).arg("-k").arg(&folder.path).args(["-h", "127.0.0.1", "-p", &self.port.to_string()]);
        let (certificate, key) = (self.certificate.certificate.display(), self.certificate.key.display());
        for setting in ["ssl=on".to_owned(), format!("ssl_cert_file={certificate}"), format!("ssl_key_file={key}")] {
            postgres.args(["-c", &setting]);
        }
        folder.user.runs(&mut postgres);
        // At SIGQUIT it ends at once and takes its shared memory away.
        let mut process = Process::start(&mut postgres, folder, "log", Signal::SIGQUIT)?;
        process.until(|| self.ask("postgres", "SELECT 1").is_ok())?;
        self.process = Some(process);
        Ok(())
    }

    fn stop(&mut self) -> Result<(), String> {
        self.process.take().map_or(Ok(()), |process| process.stop(Signal::SIGINT))
    }

    fn kill(&mut self) {
        if let Some(process) = self.process.take() {
            process.kill();
        }
    }

    fn url(&self) -> String {
        format!("postgres://{USER}:{PASSWORD}@127.0.0.1:{}/{USER}", self.port)
    }

    fn authority(&self) -> PathBuf {
        self.certificate.authority.clone()
    }

    fn disk(&self) -> Option<&SmallDisk> {
        self.disk.as_ref()
    }

    fn query(&self, statement: &str) -> Result<String, String> {
        self.ask(USER, statement)
    }
}

impl Postgres {
    fn start_in(folder: Folder, disk: Option<SmallDisk>) -> Result<Self, String> {
        let certificate = Certificate::new(&folder)?;
        let mut server = Self { process: None, port: port::free()?, certificate, disk, folder };
        let password = server.folder.join("password");
        std::fs::write(&password, PASSWORD).map_err(|e| format!("{}: {e}", password.display()))?;
        let mut initdb = Command::new(need("initdb")?);
        initdb.args(["--username", USER, "--auth-local=trust", "--auth-host=scram-sha-256", "--encoding=UTF8", "--locale=C"]);
        // Only what is made here is not forced to the disk; the server does so with everything it is told later.
        initdb.arg("--no-sync").arg("--pwfile").arg(&password).arg("--pgdata").arg(server.data());
        server.folder.user.runs(initdb.current_dir(&server.folder.path));
        run(&mut initdb)?;
        server.start_again()?;
        server.ask("postgres", &format!("CREATE DATABASE {USER}"))?;
        Ok(server)
    }

    fn ask(&self, database: &str, statement: &str) -> Result<String, String> {
        let mut psql = Command::new(need("psql")?);
        psql.args(["--no-psqlrc", "--quiet", "--tuples-only", "--no-align", "--username", USER, "--dbname", database]);
        psql.arg("--host").arg(&self.folder.path).args(["--port", &self.port.to_string(), "--command", statement]);
        run(&mut psql)
    }

    fn data(&self) -> PathBuf {
        self.folder.join("data")
    }
}
