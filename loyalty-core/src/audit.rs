//! Audit: who did what, and what was refused (rule P7). The rows are in `crate::log`.

mod list;

pub use list::{AuditPage, AuditRow, List, Outcome};
