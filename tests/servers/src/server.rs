//! What every single server can, and what can be done to it.

use std::path::PathBuf;

use crate::disk::SmallDisk;

/// A server with data of its own and its default durability, at one port of loopback for as long as it lives. It asks for the password there, and
/// speaks with and without TLS.
pub trait Server: Sized {
    /// Makes the data and starts it.
    fn start() -> Result<Self, String>;

    /// The same on a disk of so many megabytes; 256 are enough to begin with. Only root can do this.
    fn start_on_small_disk(megabytes: u32) -> Result<Self, String>;

    /// Starts it after [`stop`](Self::stop) or [`kill`](Self::kill).
    fn start_again(&mut self) -> Result<(), String>;

    /// Stops it as an administrator does.
    fn stop(&mut self) -> Result<(), String>;

    /// `kill -9`.
    fn kill(&mut self);

    /// Where hosts find it.
    fn url(&self) -> String;

    /// The file of the authority that signed its certificate.
    fn authority(&self) -> PathBuf;

    /// The small disk it was started on.
    fn disk(&self) -> Option<&SmallDisk>;

    /// What its own client answers to a statement: a line for each row.
    fn query(&self, statement: &str) -> Result<String, String>;
}
