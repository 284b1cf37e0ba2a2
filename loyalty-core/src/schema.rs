//! Every table of the library, in one list: storage makes its schema from it.

use crate::account::ACCOUNT;
use crate::customer::CUSTOMER;
use crate::entry::ENTRY;
use crate::hold::HOLD;
use crate::log::{IDEMPOTENCY, LOG, REFUSAL};
use crate::lot::LOT;
use crate::membership_change::MEMBERSHIP_CHANGE;
use crate::message::OUTBOX;
use crate::order::ORDER;
use crate::repository::{CLAIM, COUNTER, ROOT, Table};
use crate::stored_program::PROGRAM;

/// Every table.
pub static TABLES: &[&Table] = &[
    &ROOT,
    &CLAIM,
    &COUNTER,
    &PROGRAM,
    &CUSTOMER,
    &MEMBERSHIP_CHANGE,
    &ACCOUNT,
    &LOT,
    &HOLD,
    &ENTRY,
    &ORDER,
    &LOG,
    &IDEMPOTENCY,
    &REFUSAL,
    &OUTBOX,
];
