//! A piece of a file: its rows, its digest, and what its rows come to.

use super::format::Places;
use super::row::{Defaults, What, Who, read};
use super::{Mode, Sum};
use crate::amount::Quantity;
use crate::csv::{Header, Place, Reader, RowError};
use crate::customer::{Customer, email_key};
use crate::digest::Digest;
use crate::error::Error;
use crate::gather::Gather;
use crate::hex::{hex, unhex};
use crate::id::{CustomerId, Slug};
use crate::limits::CSV_ROWS_MAX;
use crate::repository::{CLAIM, Key, Table};
use crate::sorting::sort;
use crate::unit::Unit;

/// How many customers are looked up at a time.
const CUSTOMERS_AT_A_TIME: usize = 500;

/// A row as the file has it.
pub(super) struct Read {
    pub(super) row: u64,
    pub(super) cells: Vec<String>,
    pub(super) who: Who,
    pub(super) what: What,
}

/// What a piece of a file says.
pub(super) struct Piece {
    pub(super) rows: Vec<Read>,
    pub(super) errors: Vec<RowError>,
    /// The columns, once the header has come.
    pub(super) columns: Option<(Header, Places)>,
    pub(super) place: Place,
    /// The digest of the file up to here.
    pub(super) digest: [u8; 32],
}

impl Piece {
    /// Reads a piece that stands at a place of its file, up to which the digest is known.
    pub(super) fn read(
        text: &str,
        (place, last): (&Place, bool),
        digest: [u8; 32],
        columns: impl Fn(&Header) -> Result<Places, Error>,
        defaults: &Defaults<'_>,
    ) -> Result<Self, Error> {
        let mut reader = Reader::new(text, place, last)?;
        let mut piece = Piece { rows: Vec::new(), errors: Vec::new(), columns: None, place: place.clone(), digest };
        if let Some(header) = reader.header().cloned() {
            let places = columns(&header)?;
            while let Some(record) = reader.next() {
                piece.digest = after(&piece.digest, reader.header_line(), reader.row(), reader.last_read());
                match record.and_then(|record| read(&record, &header, &places, defaults).map(|read| (record, read))) {
                    Ok((record, (who, what))) => piece.rows.push(Read { row: record.row, cells: record.cells(), who, what }),
                    Err(error) => piece.errors.push(error),
                }
                if piece.rows.len() + piece.errors.len() > CSV_ROWS_MAX {
                    return Err(Error::limit_exceeded("rows of one piece", CSV_ROWS_MAX, "more"));
                }
            }
            piece.columns = Some((header, places));
        }
        piece.place = reader.place()?;
        Ok(piece)
    }
}

/// The digest of a file up to a row, from that up to the row before it: how the file is cut into pieces makes no difference. What a row says depends on the
/// header, which each piece states anew.
fn after(before: &[u8; 32], header: &str, row: u64, text: &str) -> [u8; 32] {
    let mut digest = Digest::new();
    digest.take(before);
    digest.take_counted(header.as_bytes());
    digest.take(&row.to_be_bytes());
    digest.take(text.as_bytes());
    digest.end()
}

/// The plan of a file whose end was reached. It is not the digest itself, so that nobody has it who has not made the dry run.
pub(super) fn plan(digest: &[u8; 32]) -> String {
    let mut plan = Digest::new();
    plan.take(b"loyalty bulk plan 1");
    plan.take(digest);
    hex(&plan.end())
}

/// A digest as it goes over the wire.
pub(super) fn digest_of(text: &str) -> Result<[u8; 32], Error> {
    let bytes = unhex(text).and_then(|bytes| <[u8; 32]>::try_from(bytes).ok());
    bytes.ok_or_else(|| Error::invalid("args.after.digest", "is not the `digest` of an answer; send the file from the beginning"))
}

/// A row whose command was refused, with the column that is at fault.
pub(super) fn refusal(columns: Option<&(Header, Places)>, row: u64, cells: &[String], error: &Error) -> RowError {
    RowError::of_refusal(row, error, |argument| columns.and_then(|(header, places)| places.cell(header, cells, argument)))
}

/// Looks up whom the rows mean: by id or by email, and where a merged id leads (rule G8). A row that means nobody becomes an error.
pub(super) fn resolve(
    unit: &mut Unit<'_>,
    rows: Vec<Read>,
    refuse: &mut dyn FnMut(u64, &[String], &Error),
) -> Result<Vec<(Read, CustomerId)>, Error> {
    let claims = rows.iter().filter_map(|row| if let Who::Email(email) = &row.who { Some(email_key(email)) } else { None });
    ahead(unit, claims.gather())?;
    let mut found = Vec::new();
    for row in rows {
        let id = match &row.who {
            Who::Customer(id) => Some(id.clone()),
            Who::Email(email) => {
                let (scope, value) = email_key(email);
                unit.holder(scope, &value)?.and_then(|root| root.customer_id())
            }
        };
        match (id, &row.who) {
            (Some(id), _) => found.push((row, id)),
            (None, Who::Email(email)) => refuse(row.row, &row.cells, &Error::not_found("customer", email)),
            (None, Who::Customer(_)) => {}
        }
    }
    let mut named: Vec<CustomerId> = found.iter().map(|(_, id)| id.clone()).gather();
    survivors(unit, &mut named)?;
    Ok(found.into_iter().zip(named).map(|((row, _), id)| (row, id)).gather())
}

/// Puts the survivor in the place of every id that was merged.
pub(super) fn survivors(unit: &mut Unit<'_>, ids: &mut [CustomerId]) -> Result<(), Error> {
    for ids in ids.chunks_mut(CUSTOMERS_AT_A_TIME) {
        unit.prefetch(ids.iter().map(|id| (&crate::customer::CUSTOMER, Customer::key(id))).gather())?;
        for id in ids {
            let customer = unit.get::<Customer>(Customer::key(id))?;
            if let Some(survivor) = customer.and_then(|customer| customer.membership.merged_into) {
                *id = survivor;
            }
        }
    }
    Ok(())
}

fn ahead(unit: &mut Unit<'_>, claims: Vec<(&'static str, String)>) -> Result<(), Error> {
    for claims in claims.chunks(CUSTOMERS_AT_A_TIME) {
        let keys: Vec<(&'static Table, Key)> =
            claims.iter().map(|(scope, value)| (&CLAIM, vec![(*scope).into(), value.as_str().into()])).gather();
        unit.prefetch(keys)?;
    }
    Ok(())
}

/// One more amount in what rows have given and taken, by point type.
pub(super) fn count_in(totals: &mut Vec<Sum>, point_type: &Slug, amount: Quantity) -> Result<(), Error> {
    let none = Quantity::default();
    let (given, taken) = if amount.is_negative() { (none, none.minus(amount)?) } else { (amount, none) };
    match totals.iter_mut().find(|sum| sum.point_type == *point_type) {
        Some(sum) => (sum.given, sum.taken) = (sum.given.plus(given)?, sum.taken.plus(taken)?),
        None => totals.push(Sum { point_type: point_type.clone(), given, taken }),
    }
    Ok(())
}

/// Errors in the order of their rows.
pub(super) fn in_order(errors: &mut [RowError]) {
    sort(errors, |a, b| a.row.cmp(&b.row));
}

/// The digest with which a file begins: how it is read belongs to what it says.
pub(super) fn beginning(mode: Mode, how: &str) -> [u8; 32] {
    let mut digest = Digest::new();
    digest.take(b"loyalty bulk 1");
    digest.take_counted(mode.name().as_bytes());
    digest.take_counted(how.as_bytes());
    digest.end()
}
