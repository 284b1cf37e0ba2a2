//! Every bound on what comes in, in one place.
//!
//! A request beyond a bound is refused with `invalid_request` or `limit_exceeded`, names the path, and changes nothing.

/// The largest amount, in smallest units of its point type, in either direction: exact in JSON and in JavaScript (2^53 − 1).
pub const AMOUNT_MAX: i64 = 9_007_199_254_740_991;

/// Bytes of one request or context in JSON.
pub const REQUEST_BYTES_MAX: usize = 1_048_576;

/// Levels of arrays and objects inside each other in a request.
pub const DEPTH_MAX: usize = 32;

/// Visible characters of an id given by the host: customers, actors, order numbers, idempotency keys.
pub const ID_CHARS_MAX: usize = 64;

/// Characters of a one-line text: names, reasons, labels.
pub const LINE_CHARS_MAX: usize = 200;

/// Characters of a longer text: comments, internal notes.
pub const TEXT_CHARS_MAX: usize = 2_000;

/// Characters of a long text: what is written in a ticket, the body of a mail's template.
pub const LONG_TEXT_CHARS_MAX: usize = 20_000;

/// Bytes of an email address.
pub const EMAIL_BYTES_MAX: usize = 254;

/// Characters of the program's own ids: point types, groups, mailing lists, roles, rules.
pub const SLUG_CHARS_MAX: usize = 32;

/// Point types, groups, mailing lists, roles or rules in a program, each.
pub const PROGRAM_LIST_MAX: usize = 100;

/// Addresses of one customer, and payment methods likewise.
pub const ADDRESSES_MAX: usize = 50;

/// Emails that the blacklisting of one customer blocks.
pub const BLOCKED_EMAILS_MAX: usize = 100;

/// Accounts that were merged into one customer, also by way of others.
pub const FORMER_MAX: usize = 100;

/// Orders that one merge moves, and subscriptions, rewards, tickets, messages of tickets and requests for approval likewise.
pub const MERGED_ROWS_MAX: usize = 10_000;

/// Gift cards that one merge moves.
pub const MERGED_CARDS_MAX: usize = 100;

/// Rows that one commit of an erasure changes, besides the texts and keys of the commands among them; what is more goes in further pieces.
pub const ERASED_ROWS_MAX: usize = 1_000;

/// Erasures that one `maintenance.run` goes on with.
pub const ERASURES_AT_ONCE_MAX: usize = 4;

/// Lines of one address, as on an envelope.
pub const ADDRESS_LINES_MAX: usize = 10;

/// Stamps that fill one stamp card.
pub const STAMPS_MAX: u32 = 1_000;

/// Stamp cards of one customer that one command completes; stamps for more of them stay.
pub const CARDS_AT_ONCE_MAX: usize = 100;

/// Lines of one order, and payments likewise.
pub const ORDER_LINES_MAX: usize = 500;

/// Articles on one wishlist.
pub const WISHES_MAX: usize = 500;
/// Refunds of one order.
pub const ORDER_REFUNDS_MAX: usize = 500;

/// Characters of a locale.
pub const LOCALE_CHARS_MAX: usize = 35;

/// Levels of `and`, `or` and `not` inside each other in one filter of a list.
pub const FILTER_DEPTH_MAX: usize = 8;

/// Conditions in one filter of a list.
pub const FILTER_CONDITIONS_MAX: usize = 50;

/// Tabs, kinds and the like that one query chooses from.
pub const CHOICES_MAX: usize = 20;

/// Holds that one request makes or settles: the parts of a mixed payment.
pub const HOLD_PARTS_MAX: usize = 20;

/// Lots that one command re-dates.
pub const REDATED_LOTS_MAX: usize = 500;

/// Lots that one command brings back.
pub const REINSTATED_LOTS_MAX: usize = 500;

/// Words in one search.
pub const SEARCH_WORDS_MAX: usize = 10;

/// Rows on one page of an answer.
pub const PAGE_MAX: usize = 500;

/// Rows on one page when the request does not say.
pub const PAGE_DEFAULT: usize = 50;

/// Accounts that one request for a report walks over.
pub const REPORT_ACCOUNTS_MAX: usize = 2_000;

/// Accounts that one request for a report walks over when it does not say.
pub const REPORT_ACCOUNTS_DEFAULT: usize = 500;

/// Entries that one request for a report walks over.
pub const REPORT_ENTRIES_MAX: usize = 10_000;

/// Entries that one request for a report walks over when it does not say.
pub const REPORT_ENTRIES_DEFAULT: usize = 1_000;

/// Months that a report looks ahead.
pub const REPORT_MONTHS_MAX: u32 = 120;

/// Rows of one table in a bundle; a table with more is left out of it.
pub const BUNDLE_ROWS_MAX: usize = 2_000;

/// Decimal places of a point type or currency.
pub const PLACES_MAX: u32 = 8;

/// Days or months of a validity, delay or grace period.
pub const PERIOD_MAX: u32 = 36_500;

/// Requests of one batch that becomes durable at once.
pub const BATCH_MAX: usize = 10_000;

/// Bytes of such a batch in JSON, all its requests and contexts together.
pub const BATCH_BYTES_MAX: usize = 67_108_864;

/// Bytes of one row of a CSV file.
pub const CSV_ROW_BYTES_MAX: usize = 65_536;

/// Rows in one piece of a CSV file.
pub const CSV_ROWS_MAX: usize = 10_000;

/// Columns of a CSV file.
pub const CSV_COLUMNS_MAX: usize = 500;

/// Characters of the id of an import: with the number of a row it is the idempotency key of that row.
pub const BATCH_ID_CHARS_MAX: usize = 40;

/// How often a command is run again when other commits come first.
pub const RETRIES_MAX: usize = 32;

/// Messages and events that one command queues for the host.
pub const MESSAGES_PER_COMMAND_MAX: u64 = 100;

/// Messages and notes of one ticket.
pub const TICKET_MESSAGES_MAX: u64 = 1_000;

/// Minutes for which a generated password, or the link to choose one, can work: a week.
pub const PASSWORD_MINUTES_MAX: u32 = 10_080;

/// Days for which a request for approval waits.
pub const APPROVAL_DAYS: i64 = 30;

/// Bytes of the key of a secret under which codes are hashed, at least.
pub const SECRET_BYTES_MIN: usize = 32;

/// Bytes of the key of such a secret, at most.
pub const SECRET_BYTES_MAX: usize = 1_024;

/// Secrets of one host: the one in use and those before it.
pub const SECRETS_MAX: usize = 16;

/// Bytes of entropy that the host passes with a command, at least.
pub const ENTROPY_BYTES_MIN: usize = 16;
