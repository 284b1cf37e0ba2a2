//! Where a page of the list ended, as an opaque text that belongs to one query.

use super::List;
use crate::digest::Digest;
use crate::error::Error;
use crate::gather::Gather;
use crate::hex::{hex, unhex};
use crate::json::{self, Json, Tree};
use crate::page;
use crate::repository::Value;

/// Hexadecimal digits of the query's digest: enough to notice another query, which is all it is for.
const DIGEST_DIGITS: usize = 16;

/// A cursor: the digest of the query, the sort value, the key's one column; bytes in hexadecimal.
#[derive(Json)]
#[serde(deny_unknown_fields)]
struct Cursor {
    q: String,
    v: Tree,
    k: String,
}

/// The cursor behind a position.
pub(super) fn write((sorted, key): &(Value, Vec<Value>), list: &List) -> String {
    let v = match sorted {
        Value::Null => Tree::Null,
        Value::Int(number) => Tree::from(*number),
        Value::Text(text) => Tree::from(hex(text.as_bytes())),
        Value::Bytes(bytes) => Tree::from(hex(bytes)),
    };
    let k = match key.first() {
        Some(Value::Bytes(root)) => hex(root),
        _ => String::new(),
    };
    hex(json::text(&Cursor { q: digest(list), v, k }).as_bytes())
}

/// The position that a cursor stands for.
///
/// # Errors
/// `invalid_request` when it is none, or is that of another query.
pub(super) fn read(text: &str, list: &List) -> Result<(Value, Vec<Value>), Error> {
    let cursor: Option<Cursor> = unhex(text).and_then(|bytes| json::stored(std::str::from_utf8(&bytes).ok()?).ok());
    let Some(cursor) = cursor else { return Err(page::unknown_cursor()) };
    if cursor.q != digest(list) {
        return Err(Error::invalid("args.cursor", "belongs to another filter, search or order; begin again without one"));
    }
    let sorted = match cursor.v {
        Tree::Null => Some(Value::Null),
        Tree::Count(number) => i64::try_from(number).ok().map(Value::Int),
        Tree::Negative(number) => Some(Value::Int(number)),
        Tree::Text(text) => unhex(&text).map(Value::Bytes),
        _ => None,
    };
    match sorted.zip(unhex(&cursor.k)) {
        Some((sorted, root)) => Ok((sorted, vec![Value::Bytes(root)])),
        None => Err(page::unknown_cursor()),
    }
}

/// What must be the same from page to page. Columns and the page's length may change.
fn digest(list: &List) -> String {
    let query = List { columns: None, cursor: None, limit: None, ..list.clone() };
    let mut digest = Digest::new();
    digest.take(json::text(&query).as_bytes());
    hex(&digest.end()).chars().take(DIGEST_DIGITS).gather()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::customer::list::Field;

    // rule K6
    #[test]
    fn a_cursor_returns_to_its_position_in_its_own_query() {
        let list = List::default();
        for sorted in [Value::Null, Value::Int(-7), Value::from("väter")] {
            let position = (sorted, vec![Value::from("c:c-1")]);
            let cursor = write(&position, &list);
            assert_eq!(read(&cursor, &list).unwrap(), position);
            assert_eq!(read(&cursor, &List { limit: Some(7), ..list.clone() }).unwrap(), position);
            assert!(read(&cursor, &List { sort: Some(Field::Name), ..list.clone() }).is_err());
            assert!(read(&cursor, &List { guests: true, ..list.clone() }).is_err());
        }
        for none in ["", "7", "zz", "7b7d", "ß", "+1+1"] {
            assert!(read(none, &list).is_err(), "{none}");
        }
    }
}
