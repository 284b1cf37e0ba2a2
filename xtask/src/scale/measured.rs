//! What the simulation starts from: measured where it could be, and assumed where not, each by its name.

/// Bytes of one table in the demo's database.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Size<T = &'static str> {
    /// The table.
    pub table: T,
    /// Its rows.
    pub rows: u64,
    /// Bytes of the rows, in pages.
    pub bytes: u64,
    /// Bytes of its indexes, in pages.
    pub index_bytes: u64,
}

/// The demo's members.
pub const MEMBERS: u64 = 23_570;
/// The demo's orders.
pub const ORDERS: u64 = 69_659;

/// Measured with `cargo xtask scale measure`: what a command takes of a core, reading included; nanoseconds.
pub const RUN: u64 = 60_000;
/// Measured likewise: what it takes of the one writer.
pub const APPLY: u64 = 50_000;

/// Assumed: what makes a group durable on two machines of one region; nanoseconds.
pub const FLUSH: u64 = 1_000_000;
/// Assumed: the way from one partition to another.
pub const HOP: u64 = 250_000;
/// Assumed: cores that run commands, in each partition.
pub const CORES: u64 = 4;
/// The most commands that share a durable commit, as the group commit of loyalty-sql has it.
pub const GROUP_MAX: u64 = 256;
/// Assumed: of what a partition can do, how much it is given, in percent.
pub const LOAD_PERCENT: u64 = 60;

/// Commands that one partition can make durable in a second, at most.
pub const fn writer_max() -> u64 {
    GROUP_MAX * 1_000_000_000 / (FLUSH + GROUP_MAX * APPLY)
}

/// Commands in a second that one partition is given.
pub const fn given() -> u64 {
    writer_max() * LOAD_PERCENT / 100
}

/// Measured with `cargo xtask scale measure` in the database of `cargo xtask demo`.
pub const SIZES: &[Size] = &[];
