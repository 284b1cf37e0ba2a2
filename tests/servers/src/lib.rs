//! Real database servers for tests: MariaDB, PostgreSQL, and a MariaDB Galera cluster of three nodes.
//!
//! Each is started with fresh data and its default durability, as a user without rights, and reached through loopback alone. Dropping one stops it
//! and removes its data; so does the end of the process that started it, even by `kill -9`. What can happen to a server is a method: it is
//! stopped, killed, cut off from the others, its disk is full, and a [`CutProxy`] loses the reply to a commit.

mod certificate;
mod disk;
mod folder;
mod galera;
mod mariadb;
mod network;
mod port;
mod postgres;
mod process;
pub mod program;
mod proxy;
mod server;
mod stream;
mod user;

pub use disk::SmallDisk;
pub use galera::{Cluster, NODES};
pub use mariadb::Mariadb;
pub use postgres::Postgres;
pub use proxy::{Cut, CutProxy};
pub use server::Server;

/// Names the environment variable with the address of a MySQL or MariaDB server: `mysql://user:password@127.0.0.1:port/database`.
pub const MYSQL: &str = "LOYALTY_TEST_MYSQL";

/// Names the variable with the address of a PostgreSQL server.
pub const POSTGRES: &str = "LOYALTY_TEST_POSTGRES";

/// Names the variable with the addresses of the nodes of a cluster, a space between each two.
pub const CLUSTER: &str = "LOYALTY_TEST_CLUSTER";

/// Names the variable with the file of the authority that signed that server's certificate, which is for `localhost` and no other name.
pub const MYSQL_AUTHORITY: &str = "LOYALTY_TEST_MYSQL_AUTHORITY";

/// The same for PostgreSQL; each has an authority of its own, so that the other's is a wrong one.
pub const POSTGRES_AUTHORITY: &str = "LOYALTY_TEST_POSTGRES_AUTHORITY";

/// Names the variable that is set where servers must be there: a test then fails instead of leaving itself out.
pub const REQUIRED: &str = "LOYALTY_TEST_REQUIRED";

/// The user that every server knows, who may do everything; the user's first database is called so too.
pub const USER: &str = "loyalty";

/// That user's password.
pub const PASSWORD: &str = "secret";

/// Whether a test that starts servers has to run; says so where it leaves itself out.
pub fn required(test: &str) -> bool {
    let required = std::env::var_os(REQUIRED).is_some();
    if !required {
        eprintln!("{test} was left out: it starts database servers, set {REQUIRED}=1 to run it");
    }
    required
}
