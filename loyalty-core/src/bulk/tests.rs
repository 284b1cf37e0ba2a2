//! Bulk adjustments.
