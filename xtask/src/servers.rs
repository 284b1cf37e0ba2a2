//! `cargo xtask servers [mariadb|postgres|cluster…] [-- command…]`: starts real database servers for tests, on loopback.
//!
//! Prints what tests look for in their environment and waits for Ctrl-C; or runs a command in such an environment and ends as it ends.

use std::process::{Child, Command};
use std::sync::mpsc;
use std::time::Instant;

use loyalty_servers::{CLUSTER, Cluster, MYSQL, MYSQL_AUTHORITY, Mariadb, POSTGRES, POSTGRES_AUTHORITY, Postgres, Server};

use crate::workspace::{Outcome, command};

/// Servers that run until this is dropped.
#[derive(Default)]
pub struct Servers {
    mariadb: Option<Mariadb>,
    postgres: Option<Postgres>,
    cluster: Option<Cluster>,
    /// What each took to start, a line each.
    pub told: String,
}

/// How a server joins those that run.
type Start = fn(&mut Servers) -> Outcome;

/// What can be asked for, in the order in which it is started.
const KINDS: &[(&str, Start)] = &[
    ("mariadb", |servers| Mariadb::start().map(|server| servers.mariadb = Some(server))),
    ("postgres", |servers| Postgres::start().map(|server| servers.postgres = Some(server))),
    ("cluster", |servers| Cluster::start().map(|server| servers.cluster = Some(server))),
];

impl Servers {
    /// Starts those that are named, or all.
    pub fn start(names: &[String]) -> Result<Self, String> {
        if let Some(unknown) = names.iter().find(|name| !KINDS.iter().any(|(known, _)| known == name)) {
            let known: Vec<&str> = KINDS.iter().map(|(name, _)| *name).collect();
            return Err(format!("there is no server {unknown}; there are: {}", known.join(", ")));
        }
        let mut servers = Self::default();
        for (name, start) in KINDS.iter().filter(|(kind, _)| names.is_empty() || names.iter().any(|name| name == kind)) {
            let started = Instant::now();
            start(&mut servers)?;
            servers.told.push_str(&format!("{name} started in {:.1} s\n", started.elapsed().as_secs_f64()));
        }
        Ok(servers)
    }

    /// What tests look for in their environment.
    pub fn variables(&self) -> Vec<(&'static str, String)> {
        let mut variables = Vec::new();
        if let Some(server) = &self.mariadb {
            variables.extend([(MYSQL, server.url()), (MYSQL_AUTHORITY, server.authority().display().to_string())]);
        }
        if let Some(server) = &self.postgres {
            variables.extend([(POSTGRES, server.url()), (POSTGRES_AUTHORITY, server.authority().display().to_string())]);
        }
        if let Some(cluster) = &self.cluster {
            variables.push((CLUSTER, cluster.urls().join(" ")));
        }
        variables
    }
}

/// Starts what is asked for, and stops it when the command ends or Ctrl-C comes.
pub fn run(arguments: &[String]) -> Outcome {
    let (names, program) = match arguments.iter().position(|argument| argument == "--") {
        Some(at) => (&arguments[..at], &arguments[at + 1..]),
        None => (arguments, &[][..]),
    };
    // From now on Ctrl-C ends the wait or the command, and never us before the servers are stopped.
    let (send, stopped) = mpsc::channel();
    let stop = move || send.send(()).unwrap_or_default(); // an error means that we are done already
    ctrlc::set_handler(stop).map_err(|error| format!("cannot listen for Ctrl-C: {error}"))?;
    let servers = Servers::start(names)?;
    let Some((program, arguments)) = program.split_first() else {
        eprint!("{}", servers.told);
        for (name, value) in servers.variables() {
            println!("export {name}='{value}'");
        }
        eprintln!("Ctrl-C stops them");
        return stopped.recv().map_err(|e| e.to_string());
    };
    let mut child = spawn(command(program).args(arguments).envs(servers.variables()))?;
    let status = child.wait().map_err(|e| format!("cannot wait for {program}: {e}"))?;
    drop(servers);
    match status.code() {
        Some(0) => Ok(()),
        code => std::process::exit(code.unwrap_or(1)), // the command has said what is wrong
    }
}

fn spawn(command: &mut Command) -> Result<Child, String> {
    command.spawn().map_err(|e| format!("cannot run {:?}: {e}", command.get_program()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unknown_server_is_refused_before_one_is_started() {
        let why = Servers::start(&["mariadb".to_owned(), "oracle".to_owned()]).err();
        assert_eq!(why.as_deref(), Some("there is no server oracle; there are: mariadb, postgres, cluster"));
    }
}
