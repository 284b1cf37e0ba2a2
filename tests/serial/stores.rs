//! The stores, each as several hosts have it open.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use loyalty_core::memory::Memory;
use loyalty_core::repository::Repository;
use loyalty_core::schema::TABLES;
use loyalty_servers::{CLUSTER, MYSQL, POSTGRES, REQUIRED};
use loyalty_sql::StorageConfig;

/// How many hosts have a store open that is not a cluster; of that each node has one.
const HOSTS: usize = 3;

static NUMBER: AtomicU32 = AtomicU32::new(0);

/// A fresh store.
pub struct Store {
    pub name: &'static str,
    pub hosts: Vec<Arc<dyn Repository>>,
    folder: Option<PathBuf>,
}

impl Store {
    pub fn memory() -> Store {
        let memory: Arc<dyn Repository> = Arc::new(Memory::new());
        Store { name: "memory", hosts: vec![memory; HOSTS], folder: None }
    }

    pub fn sqlite() -> Store {
        let name = format!("loyalty-serial-{}-{}", std::process::id(), NUMBER.fetch_add(1, Ordering::Relaxed));
        let folder = std::env::temp_dir().join(name);
        std::fs::create_dir_all(&folder).unwrap();
        let url = format!("sqlite:{}", folder.join("shop.db").display());
        let mut store = Store::opened("SQLite", &vec![url; HOSTS]);
        store.folder = Some(folder);
        store
    }

    pub fn mysql() -> Option<Store> {
        Some(Store::opened("MariaDB", &vec![address(MYSQL)?; HOSTS]))
    }

    pub fn postgres() -> Option<Store> {
        Some(Store::opened("PostgreSQL", &vec![address(POSTGRES)?; HOSTS]))
    }

    pub fn cluster() -> Option<Store> {
        let nodes: Vec<String> = address(CLUSTER)?.split(' ').map(str::to_owned).collect();
        Some(Store::opened("Galera cluster", &nodes))
    }

    /// Tables of their own for each store, beside those of others.
    fn opened(name: &'static str, urls: &[String]) -> Store {
        let prefix = format!("s{}_{}_", std::process::id(), NUMBER.fetch_add(1, Ordering::Relaxed));
        let open = |url: &String| {
            let config = StorageConfig { prefix: prefix.clone(), timeout_ms: 20_000, ..StorageConfig::new(url.as_str()) };
            loyalty_sql::open(&config, TABLES).unwrap()
        };
        Store { name, hosts: urls.iter().map(open).collect(), folder: None }
    }
}

impl Drop for Store {
    fn drop(&mut self) {
        self.hosts.clear();
        if let Some(folder) = &self.folder {
            let _gone = std::fs::remove_dir_all(folder);
        }
    }
}

/// Where the servers are; a word about it where none is named, or a failure where one must be.
fn address(variable: &str) -> Option<String> {
    let address = std::env::var(variable).ok();
    assert!(address.is_some() || std::env::var_os(REQUIRED).is_none(), "set {variable}, or run this by cargo xtask servers");
    if address.is_none() {
        eprintln!("SKIPPED: set {variable} to run this test");
    }
    address
}
