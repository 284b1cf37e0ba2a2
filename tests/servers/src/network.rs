//! A network of our own for the nodes of a cluster, in which one can be cut off from the others.
//!
//! Each node has a network namespace, and one more holds the switch between them. Nobody outside can reach these networks, nor they anybody outside;
//! hosts come in through the nodes' sockets, which are files. A namespace lives as long as the process that holds it, and that as long as we do.

use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};

use crate::program::{need, run};
use crate::user::User;

/// Says that it is there, and stays until its standard input ends.
const HOLD: &str = "echo here; exec cat";

/// The switch, in its namespace.
const SWITCH: &str = "switch";

/// As many namespaces as nodes, joined by a switch.
pub(crate) struct Network {
    switch: Namespace,
    nodes: Vec<Namespace>,
}

impl Network {
    /// A network for so many nodes.
    pub(crate) fn new(count: usize) -> Result<Self, String> {
        let switch = Namespace::new()?;
        switch.ip(&["link", "add", SWITCH, "type", "bridge"])?;
        switch.ip(&["link", "set", SWITCH, "up"])?;
        let mut network = Self { switch, nodes: Vec::new() };
        for node in 0..count {
            let namespace = Namespace::new()?;
            let (wire, holder) = (wire(node), namespace.holder.id().to_string());
            network.switch.ip(&["link", "add", &wire, "type", "veth", "peer", "name", "eth0", "netns", &holder])?;
            network.switch.ip(&["link", "set", &wire, "up"])?;
            namespace.ip(&["address", "add", &format!("{}/24", address(node)), "dev", "eth0"])?;
            namespace.ip(&["link", "set", "lo", "up"])?;
            namespace.ip(&["link", "set", "eth0", "up"])?;
            network.nodes.push(namespace);
            network.join(node)?;
        }
        Ok(network)
    }

    /// A command that runs as this user where the node's network is.
    pub(crate) fn command(&self, node: usize, user: &User, program: PathBuf) -> Result<Command, String> {
        let namespace = self.nodes.get(node).ok_or_else(|| format!("there is no node {node}"))?;
        let mut command = namespace.enter()?;
        command.args(["--setuid", &user.uid.to_string(), "--setgid", &user.gid.to_string(), "--"]).arg(program);
        Ok(command)
    }

    /// Pulls a node's wire out of the switch. What the node sends is lost without a word.
    pub(crate) fn part(&self, node: usize) -> Result<(), String> {
        self.switch.ip(&["link", "set", &wire(node), "nomaster"])
    }

    /// Puts it back.
    pub(crate) fn join(&self, node: usize) -> Result<(), String> {
        self.switch.ip(&["link", "set", &wire(node), "master", SWITCH])
    }
}

/// The address of a node on the network.
pub(crate) fn address(node: usize) -> String {
    format!("10.0.0.{}", node + 1)
}

fn wire(node: usize) -> String {
    format!("wire{node}")
}

struct Namespace {
    holder: Child,
}

impl Namespace {
    fn new() -> Result<Self, String> {
        let mut unshare = Command::new(need("unshare")?);
        unshare.args(["--net", "sh", "-c", HOLD]).stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut holder = unshare.spawn().map_err(|e| format!("cannot run unshare: {e}"))?;
        let said = holder.stdout.take().and_then(|stdout| BufReader::new(stdout).lines().next());
        let namespace = Self { holder };
        if said.is_some() { Ok(namespace) } else { Err("cannot make a network namespace, allow it to this user".to_owned()) }
    }

    fn enter(&self) -> Result<Command, String> {
        let mut command = Command::new(need("nsenter")?);
        command.arg(format!("--net=/proc/{}/ns/net", self.holder.id()));
        Ok(command)
    }

    fn ip(&self, arguments: &[&str]) -> Result<(), String> {
        run(self.enter()?.arg("--").arg(need("ip")?).args(arguments)).map(drop)
    }
}

impl Drop for Namespace {
    fn drop(&mut self) {
        let _ended = self.holder.kill();
        let _ended = self.holder.wait();
    }
}
