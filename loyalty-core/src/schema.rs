//! Every table of the library, in one list: storage makes its schema from it.

use crate::account::ACCOUNT;
use crate::address::ADDRESS;
use crate::approval::APPROVAL;
use crate::birthday::BIRTHDAY;
use crate::blacklist::BLOCKED_EMAIL;
use crate::blacklist_change::BLACKLIST_CHANGE;
use crate::bulk::{BULK, BULK_ROW};
use crate::customer::CUSTOMER;
use crate::earning::EARNING_TALLY;
use crate::entry::ENTRY;
use crate::erasure::ERASURE;
use crate::gift_card::GIFT_CARD;
use crate::hold::HOLD;
use crate::log::{IDEMPOTENCY, LOG, REFUSAL};
use crate::lot::LOT;
use crate::membership_change::MEMBERSHIP_CHANGE;
use crate::merge::MERGE;
use crate::message::OUTBOX;
use crate::order::ORDER;
use crate::pass::PASS;
use crate::payment_method::PAYMENT_METHOD;
use crate::repository::{CLAIM, COUNTER, ROOT, Table};
use crate::reward::{REWARD, REWARD_COUNT};
use crate::stamp_card::STAMP_CARD;
use crate::status::{STATUS, STATUS_CHANGE, STATUS_EVENT};
use crate::stored_program::PROGRAM;
use crate::subscription::{SUBSCRIPTION, SUBSCRIPTION_CHANGE};
use crate::ticket::{TICKET, TICKET_MESSAGE};
use crate::wishlist::WISHLIST;

/// Every table.
pub static TABLES: &[&Table] = &[
    &ROOT,
    &CLAIM,
    &COUNTER,
    &PROGRAM,
    &CUSTOMER,
    &BIRTHDAY,
    &ADDRESS,
    &PAYMENT_METHOD,
    &BLOCKED_EMAIL,
    &BLACKLIST_CHANGE,
    &MEMBERSHIP_CHANGE,
    &MERGE,
    &ACCOUNT,
    &LOT,
    &HOLD,
    &ENTRY,
    &ORDER,
    &EARNING_TALLY,
    &SUBSCRIPTION,
    &SUBSCRIPTION_CHANGE,
    &WISHLIST,
    &STATUS,
    &STATUS_EVENT,
    &STATUS_CHANGE,
    &REWARD,
    &REWARD_COUNT,
    &STAMP_CARD,
    &GIFT_CARD,
    &BULK,
    &BULK_ROW,
    &TICKET,
    &TICKET_MESSAGE,
    &PASS,
    &APPROVAL,
    &LOG,
    &IDEMPOTENCY,
    &REFUSAL,
    &OUTBOX,
    &ERASURE,
];
