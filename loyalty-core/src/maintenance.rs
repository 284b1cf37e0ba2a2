//! Maintenance: the sweep of everything that is due by time (rule L6).

mod run;

pub use run::{Run, Settle, Settled, Swept};
