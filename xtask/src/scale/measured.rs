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

/// Measured with `cargo xtask scale measure`: what a command takes of a core, reading included, on average over creating, enrolling and recording an
/// order; nanoseconds.
pub const RUN: u64 = 54_000;
/// Measured likewise: what it takes of the one writer.
pub const APPLY: u64 = 46_000;

/// Assumed: what makes a group durable on two machines of one region; nanoseconds.
pub const FLUSH: u64 = 1_000_000;
/// Assumed: the way from one partition to another.
pub const HOP: u64 = 250_000;
/// Assumed: cores that run commands, in each partition.
pub const CORES: u64 = 4;
/// The most commands that share a durable commit, as the group commit of loyalty-sql has it.
pub const GROUP_MAX: u64 = 256;
/// The most pieces that run as one batch, as the session of loyalty-core has it.
pub const BATCH_MAX: usize = 200;
/// Assumed: of what a partition can do, how much it is given, in percent.
pub const LOAD_PERCENT: u64 = 60;

/// Assumed: copies of each partition; each applies every commit.
pub const COPIES: u64 = 3;
/// Assumed: cores of a machine.
pub const MACHINE_CORES: u64 = 16;
/// Assumed: how busy they are kept, in percent.
pub const BUSY_PERCENT: u64 = 50;

/// Commands that one partition can make durable in a second, at most.
pub const fn writer_max() -> u64 {
    GROUP_MAX * 1_000_000_000 / (FLUSH + GROUP_MAX * APPLY)
}

/// Commands in a second that one partition is given.
pub const fn given() -> u64 {
    writer_max() * LOAD_PERCENT / 100
}

/// Measured with `cargo xtask scale measure` in the database of `cargo xtask demo`; tables that are empty there are left out.
pub const SIZES: &[Size] = &[
    Size { table: "account", rows: 23_502, bytes: 1_581_056, index_bytes: 241_664 },
    Size { table: "claim", rows: 69_659, bytes: 2_260_992, index_bytes: 0 },
    Size { table: "customer", rows: 23_570, bytes: 8_073_216, index_bytes: 4_829_184 },
    Size { table: "entry", rows: 111_607, bytes: 33_148_928, index_bytes: 4_087_808 },
    Size { table: "idempotency", rows: 5_396, bytes: 413_696, index_bytes: 0 },
    Size { table: "log", rows: 156_403, bytes: 173_506_560, index_bytes: 9_670_656 },
    Size { table: "lot", rows: 52_244, bytes: 3_784_704, index_bytes: 3_039_232 },
    Size { table: "membership_change", rows: 23_570, bytes: 2_531_328, index_bytes: 0 },
    Size { table: "order", rows: 69_659, bytes: 30_400_512, index_bytes: 2_416_640 },
    Size { table: "program", rows: 1, bytes: 8_192, index_bytes: 0 },
    Size { table: "root", rows: 23_571, bytes: 1_564_672, index_bytes: 0 },
    Size { table: "schema", rows: 48, bytes: 28_672, index_bytes: 0 },
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_said_to_be_as_built_is() {
        let writer = include_str!("../../../loyalty-sql/src/sqlite/writer.rs");
        assert!(writer.contains(&format!("const GROUP_MAX: usize = {GROUP_MAX};")));
        let session = include_str!("../../../loyalty-core/src/loyalty/session.rs");
        assert!(session.contains(&format!("const PIECES_AT_A_TIME: usize = {BATCH_MAX};")));
    }
}
