//! Erasure: a person leaves every record, and the books go on balancing under an opaque id (rule K11).
//!
//! What becomes of a table's rows is said beside its columns, so that no table is forgotten ([`Erasure`]); here is the one loop over all of them. What
//! a person leaves behind may be more than fits into one commit. So it goes in pieces, each of which leaves books and chain sound; until the last
//! of them a record says what is left, and nothing says that the erasure is done.

mod command;

pub use command::clear_command;

use crate::approval::Approval;
use crate::customer::Customer;
use crate::error::Error;
use crate::gather::Gather;
use crate::gift_card::{GIFT_CARD, GiftCard};
use crate::id::Email;
use crate::json::{self, Json, Tree};
use crate::limits::ERASED_ROWS_MAX;
use crate::log::LOG;
use crate::message::{Message, OUTBOX};
use crate::record::{Columns, Record, Root};
use crate::repository::{Column, Erasure, Row, Scan, Table, Value, wire};
use crate::schema::TABLES;
use crate::time::Timestamp;
use crate::unit::Unit;

/// The erasures that have begun and are not done: one row for each customer.
pub static ERASURE: Table = Table {
    name: "erasure",
    columns: &[Column::bytes("root", 260), Column::int("begun_at")],
    key: 1,
    indexes: &[],
    search: None,
    erasure: Erasure::Kept,
};

/// An erasure that has begun.
#[derive(Debug, Clone, PartialEq)]
pub struct PendingErasure {
    /// The customer's root.
    pub root: Root,
    /// When it began.
    pub begun_at: Timestamp,
    /// What is left.
    pub left: Left,
}

/// What an erasure has still to do; what nobody has counted comes behind: the customer's gift cards, and what names their emails.
#[derive(Debug, Clone, Default, PartialEq, Json)]
pub struct Left {
    /// The roots, in the order in which they are done.
    waiting: Vec<Target>,
    /// The emails that were known of the person, folded. Nothing else leads to what others sent them, so they stay here until all of it is done.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    emails: Vec<String>,
}

/// A root whose rows are erased.
#[derive(Debug, Clone, Default, PartialEq, Json)]
struct Target {
    /// The root's key.
    root: String,
    /// Only this stretch of its log: the root is again that of somebody who is not erased.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    log_only: bool,
    /// A gift card that somebody else gave to the person: it stays theirs.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    given: bool,
    /// The command of its log behind which to begin.
    after: u64,
    /// The last command of its log that is erased: what comes later is no longer about the person.
    upto: u64,
    /// The tables that are done, by name.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    done: Vec<String>,
    /// In the table at hand, the key behind which to go on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    at: Option<Vec<Tree>>,
}

impl PendingErasure {
    /// The erasure of a customer that is not done.
    ///
    /// # Errors
    /// Whatever the storage says.
    pub fn load(unit: &mut Unit<'_>, root: &Root) -> Result<Option<Self>, Error> {
        unit.get::<PendingErasure>(vec![Value::from(root)])
    }

    /// Some of those that are not done, whosever they are.
    pub fn scan_all(limit: usize) -> Scan {
        Scan::prefix(&ERASURE, Vec::new()).limit(limit)
    }

    /// Begins the erasure of a customer, with the accounts that are merged into theirs. One that was enrolled afresh since is somebody's own again:
    /// of it only what came with the merge is erased.
    ///
    /// # Errors
    /// Whatever the storage says.
    pub fn begin(unit: &mut Unit<'_>, customer: &Customer) -> Result<Self, Error> {
        let (mut waiting, mut emails) = (vec![Target::whole(unit, &customer.root())?], emails(customer));
        for former in &customer.former {
            let root = Root::customer(&former.customer);
            let target = Target::whole(unit, &root)?;
            let account = Customer::load(unit, &former.customer)?;
            if account.membership.merged_into.as_ref() != Some(&customer.id) {
                waiting.push(Target { log_only: true, after: former.after, upto: former.upto, ..target });
            } else if !waiting.contains(&target) {
                emails.extend(self::emails(&account));
                waiting.push(target);
            }
        }
        emails.sort_unstable();
        emails.dedup();
        Ok(PendingErasure { root: customer.root(), begun_at: unit.now(), left: Left { waiting, emails } })
    }

    /// Erases as much as fits into one commit, and says whether that was all. The rest is kept in this record, which the caller need not stage.
    ///
    /// # Errors
    /// `invalid_request` when an email must stay blocked and the host has configured no secret; whatever the storage says.
    pub fn proceed(mut self, unit: &mut Unit<'_>) -> Result<bool, Error> {
        let mut room = ERASED_ROWS_MAX;
        unit.notes.impersonal = true;
        self.withdraw(unit, &mut room)?;
        if room == 0 {
            unit.put(&self);
            return Ok(false);
        }
        loop {
            let Some(target) = self.left.waiting.first_mut() else {
                let Some(card) = self.next_card(unit)? else { break };
                self.left.waiting.push(card);
                continue;
            };
            if !target.proceed(unit, &mut room)? {
                unit.put(&self);
                return Ok(false);
            }
            self.left.waiting.remove(0);
        }
        unit.delete(&self);
        Ok(true)
    }

    /// Takes away the requests for approval that named an email of the person, whoever they are about, as far as there is room.
    fn withdraw(&self, unit: &mut Unit<'_>, room: &mut usize) -> Result<(), Error> {
        for email in &self.left.emails {
            for approval in unit.scan::<Approval>(&Approval::scan_sent_to(email, self.begun_at).limit(*room))? {
                rest_on(unit, &approval.root)?;
                approval.withdraw(unit)?;
                *room = room.saturating_sub(1);
            }
        }
        Ok(())
    }

    /// The next gift card that was issued to the customer, or else the next that somebody else had sent to them: later ones are for whoever has the
    /// email by then. Once it is done, it is nobody's, and was
    /// sent to no email.
    fn next_card(&self, unit: &mut Unit<'_>) -> Result<Option<Target>, Error> {
        let Some(id) = self.root.customer_id() else { return Ok(None) };
        let sent = self.left.emails.iter().map(|email| (GiftCard::scan_sent_to(email, self.begun_at), true));
        for (scan, given) in [(GiftCard::scan(&id), false)].into_iter().chain(sent) {
            if let Some(card) = unit.scan::<GiftCard>(&scan.limit(1))?.first() {
                return Ok(Some(Target { given, ..Target::whole(unit, &Root::gift_card(&card.number))? }));
            }
        }
        Ok(None)
    }
}

/// The emails that are known of a customer, folded.
fn emails(customer: &Customer) -> Vec<String> {
    let blocked = customer.blacklisting.iter().flat_map(|blacklisting| blacklisting.emails.iter().cloned());
    customer.profile.email.iter().map(Email::folded).chain(blocked).gather()
}

/// Makes the command rest on a root besides the customer's own: a third party for whoever asks.
fn rest_on(unit: &mut Unit<'_>, root: &Root) -> Result<u64, Error> {
    if !unit.roots().any(|(rested, _)| rested == root) {
        unit.rest_on_third(root.clone())?;
    }
    Ok(unit.rest_on(root)?.log_seq)
}

impl Target {
    /// All of a root, as its log stands now.
    fn whole(unit: &mut Unit<'_>, root: &Root) -> Result<Self, Error> {
        let upto = rest_on(unit, root)?;
        Ok(Target { root: String::from_utf8_lossy(root.bytes()).into_owned(), upto, ..Target::default() })
    }

    /// Goes on with its tables; says whether all are done.
    fn proceed(&mut self, unit: &mut Unit<'_>, room: &mut usize) -> Result<bool, Error> {
        let root = Root::from_bytes(self.root.as_bytes());
        rest_on(unit, &root)?;
        for table in TABLES {
            let changes = matches!(table.erasure, Erasure::Dropped | Erasure::Cleared(_)) && (!self.log_only || **table == LOG);
            if !changes || self.done.iter().any(|done| done == table.name) {
                continue;
            }
            if !self.clear(unit, table, &root, room)? {
                return Ok(false);
            }
            self.done.push(table.name.to_owned());
            self.at = None;
        }
        Ok(true)
    }

    /// Erases the rows of a table as far as there is room; says whether that was all.
    fn clear(&mut self, unit: &mut Unit<'_>, table: &'static Table, root: &Root, room: &mut usize) -> Result<bool, Error> {
        if *room == 0 {
            return Ok(false);
        }
        let mut scan = Scan::prefix(table, vec![Value::from(root)]).limit(*room).after(self.position()?);
        if *table == LOG {
            scan.after = scan.after.or(Some(vec![Value::from(self.after)]));
            scan.until = Some(vec![Value::from(self.upto)]);
        }
        // What is told of a gift card later may name the person as long as the card does.
        if *table == OUTBOX && root.customer_id().is_some() {
            scan = Message::up_to(scan, self.upto);
        }
        let rows = unit.rows_of(&scan)?;
        let is_last = rows.len() < *room || table.key == 1;
        // To look counts too: a customer with a thousand gift cards has most of their tables empty.
        *room = room.saturating_sub(rows.len().max(1));
        if *table == LOG {
            command::read_ahead(unit, &rows)?;
        }
        for row in rows {
            self.at = Some(wire::values(row.key().get(1..).unwrap_or_default()));
            match table.erasure {
                _ if self.given && *table == GIFT_CARD => unit.clear(row, GiftCard::forget_texts)?,
                Erasure::Dropped => unit.delete_row(&row),
                Erasure::Cleared(clear) => clear(unit, row)?,
                Erasure::Kept | Erasure::WithCommand => {}
            }
        }
        if *table == OUTBOX {
            Message::pass_on(unit, root)?;
        }
        Ok(is_last)
    }

    fn position(&self) -> Result<Option<Vec<Value>>, Error> {
        let read = |at: &Vec<Tree>| at.iter().map(wire::value_of).gather::<Result<Vec<_>, _>>();
        self.at.as_ref().map(read).transpose().map_err(Error::internal)
    }
}

impl Record for PendingErasure {
    const TABLE: &'static Table = &ERASURE;

    fn to_row(&self) -> Row {
        Row { table: &ERASURE, values: vec![Value::from(&self.root), Value::from(self.begun_at)], body: json::text(&self.left) }
    }

    fn from_row(row: Row) -> Result<Self, Error> {
        let mut columns = Columns::from(row);
        let record = PendingErasure { root: columns.root(), begun_at: columns.time(), left: columns.body() };
        columns.end(record)
    }
}
