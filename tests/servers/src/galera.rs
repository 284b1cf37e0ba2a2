//! A MariaDB Galera cluster: three servers that all take writes, and what can happen to them.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use nix::sys::signal::Signal;

use crate::folder::Folder;
use crate::mariadb::{ask, ask_as_root, install, introduce, options, url};
use crate::network::{Network, address};
use crate::port;
use crate::process::Process;
use crate::program::need;
use crate::proxy::CutProxy;
use crate::stream::Place;
use crate::user::{User, is_root};

/// How many nodes there are: the fewest of which one can be lost.
pub const NODES: usize = 3;

/// After this long a node that does not come back is given up.
const PATIENCE: Duration = Duration::from_secs(120);

/// A cluster of three nodes, which are counted from 0. Hosts reach each of them through a port of loopback, whatever happens between the nodes.
pub struct Cluster {
    nodes: Vec<Node>,
    /// Where we are not root the nodes meet on loopback, and cannot be parted.
    network: Option<Network>,
    folder: Folder,
}

struct Node {
    process: Option<Process>,
    /// For the group, for what was missed, and for a whole copy.
    ports: [u16; 3],
    socket: PathBuf,
    door: CutProxy,
}

impl Cluster {
    /// Starts three nodes and waits until they have found each other.
    pub fn start() -> Result<Self, String> {
        let folder = Folder::new("galera")?;
        let network = if is_root() { Some(Network::new(NODES)?) } else { None };
        let mut cluster = Self { nodes: Vec::new(), network, folder };
        for node in 0..NODES {
            let socket = cluster.folder.join(&format!("{node}.socket"));
            let door = CutProxy::to_place(Place::Socket(socket.clone()))?;
            let ports = [port::free()?, port::free()?, port::free()?];
            cluster.nodes.push(Node { process: None, ports, socket, door });
            let data = cluster.data(node);
            std::fs::create_dir(&data).map_err(|e| format!("{}: {e}", data.display()))?;
            cluster.folder.user.owns(&data)?;
        }
        install(&cluster.folder, &cluster.data(0))?;
        cluster.launch(0, &["--wsrep-new-cluster"])?;
        cluster.until_synced(&[0])?;
        introduce(&cluster.folder.user, &cluster.node(0)?.socket)?;
        for node in 1..NODES {
            cluster.launch(node, &[])?;
        }
        cluster.until_synced(&[0, 1, 2])?;
        Ok(cluster)
    }

    /// Where hosts find each node.
    pub fn urls(&self) -> Vec<String> {
        self.nodes.iter().map(|node| url(node.door.port())).collect()
    }

    /// What the node's own client answers to a statement, or the server's error.
    pub fn query(&self, node: usize, statement: &str) -> Result<String, String> {
        ask(&self.node(node)?.socket, statement)
    }

    /// The way by which hosts reach a node: it can lose the reply to a commit.
    pub fn door(&self, node: usize) -> Result<&CutProxy, String> {
        self.node(node).map(|node| &node.door)
    }

    /// `kill -9` of a node.
    pub fn kill(&mut self, node: usize) {
        if let Some(process) = self.nodes.get_mut(node).and_then(|node| node.process.take()) {
            process.kill();
        }
    }

    /// Starts a node that was killed and waits until it has caught up with the others.
    pub fn start_again(&mut self, node: usize) -> Result<(), String> {
        self.launch(node, &[])?;
        self.until_synced(&[node])
    }

    /// Parts a node from the others; hosts still reach all of them. Only root can do this.
    pub fn part(&self, node: usize) -> Result<(), String> {
        self.network()?.part(node)
    }

    /// Joins all nodes again and waits until those that run agree.
    pub fn heal(&mut self) -> Result<(), String> {
        let network = self.network()?;
        (0..NODES).try_for_each(|node| network.join(node))?;
        let running: Vec<usize> = (0..NODES).filter(|node| self.node(*node).is_ok_and(|node| node.process.is_some())).collect();
        self.until_synced(&running)
    }

    /// Waits until a node refuses what is asked, as one does that has lost the others.
    pub fn until_refuses(&self, node: usize) -> Result<(), String> {
        // What touches no table is answered all the same.
        let refuses = || self.query(node, "SELECT 1 FROM mysql.db LIMIT 1").is_err_and(|error| error.contains("ERROR 1047"));
        until("the node still takes part, part or kill the others", refuses)
    }

    /// Starts the process of a node.
    fn launch(&mut self, node: usize, more: &[&str]) -> Result<(), String> {
        let mut mariadbd = match &self.network {
            Some(network) => network.command(node, &self.folder.user, need("mariadbd")?)?,
            None => Command::new(need("mariadbd")?),
        };
        mariadbd.args(options(&self.data(node), &self.node(node)?.socket)).args(self.wsrep(node)?).args(more);
        let process = Process::start(&mut mariadbd, &self.folder, &format!("{node}.log"), Signal::SIGKILL)?;
        let slot = self.nodes.get_mut(node).ok_or_else(|| no_node(node))?;
        slot.process = Some(process);
        Ok(())
    }

    /// What makes a server a node. Hosts come through its socket, so that it listens for the other nodes alone.
    fn wsrep(&self, node: usize) -> Result<Vec<String>, String> {
        let place = |node: usize| if self.network.is_some() { address(node) } else { "127.0.0.1".to_owned() };
        let group: Vec<String> =
            self.nodes.iter().enumerate().map(|(other, Node { ports: [group, ..], .. })| format!("{}:{group}", place(other))).collect();
        let [group_port, missed, copy] = self.node(node)?.ports;
        let here = place(node);
        Ok(vec![
            "--skip-networking".to_owned(),
            "--binlog-format=ROW".to_owned(),
            "--innodb-autoinc-lock-mode=2".to_owned(),
            "--wsrep-on=ON".to_owned(),
            format!("--wsrep-provider={}", need("libgalera_smm.so")?.display()),
            format!("--wsrep-cluster-address=gcomm://{}", group.join(",")),
            format!("--wsrep-node-address={here}"),
            format!("--wsrep-node-name={node}"),
            "--wsrep-sst-method=rsync".to_owned(),
            format!("--wsrep-sst-receive-address={here}:{copy}"),
            format!("--wsrep-provider-options=gmcast.listen_addr=tcp://{here}:{group_port};ist.recv_addr={here}:{missed}"),
        ])
    }

    /// Waits until each of these has everything and sees as many nodes as run.
    fn until_synced(&mut self, nodes: &[usize]) -> Result<(), String> {
        let running = self.nodes.iter().filter(|node| node.process.is_some()).count();
        let user = self.folder.user.clone();
        for node in nodes {
            let node = self.nodes.get_mut(*node).ok_or_else(|| no_node(*node))?;
            let socket = &node.socket;
            let process = node.process.as_mut().ok_or("the node does not run, start it")?;
            let wanted = format!("{running} Synced ON");
            process.until(|| state(&user, socket) == wanted)?;
        }
        Ok(())
    }

    fn node(&self, node: usize) -> Result<&Node, String> {
        self.nodes.get(node).ok_or_else(|| no_node(node))
    }

    fn network(&self) -> Result<&Network, String> {
        self.network.as_ref().ok_or_else(|| "only root can part nodes, run this test as root".to_owned())
    }

    fn data(&self, node: usize) -> PathBuf {
        self.folder.join(&node.to_string())
    }
}

/// How many nodes a node sees, whether it has caught up with them, and whether it takes part.
fn state(user: &User, socket: &Path) -> String {
    let names = "'wsrep_cluster_size', 'wsrep_local_state_comment', 'wsrep_ready'";
    let state = ask_as_root(user, socket, &format!("SHOW GLOBAL STATUS WHERE variable_name IN ({names})")).unwrap_or_default();
    let mut rows: Vec<&str> = state.lines().collect();
    rows.sort_unstable();
    rows.iter().filter_map(|row| row.split('\t').nth(1)).collect::<Vec<_>>().join(" ")
}

fn no_node(node: usize) -> String {
    format!("there is no node {node}, there are 0 to {}", NODES - 1)
}

fn until(otherwise: &str, holds: impl Fn() -> bool) -> Result<(), String> {
    let started = Instant::now();
    while !holds() {
        if started.elapsed() > PATIENCE {
            return Err(otherwise.to_owned());
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    Ok(())
}
