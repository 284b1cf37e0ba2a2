//! Positions: lists of values as bytes that sort as the values do, so that an ordered map compares one run of memory instead of many.

use std::ops::Bound;

use crate::repository::Value;

/// A list of values as bytes. One list begins with another exactly where its bytes do.
pub(super) type Position = Box<[u8]>;

/// The bytes of a list of values.
pub(super) fn position<'v>(values: impl IntoIterator<Item = &'v Value, IntoIter: Clone>) -> Vec<u8> {
    let values = values.into_iter();
    let mut bytes = Vec::with_capacity(values.clone().map(size).sum());
    for value in values {
        match value {
            Value::Null => bytes.push(0),
            Value::Int(int) => {
                bytes.push(1);
                // With the sign turned round, negative numbers come first.
                bytes.extend_from_slice(&(int ^ i64::MIN).to_be_bytes());
            }
            Value::Text(text) => push(&mut bytes, 2, text.as_bytes()),
            Value::Bytes(content) => push(&mut bytes, 3, content),
        }
    }
    bytes
}

/// How many bytes a value takes; more where it contains zeros.
fn size(value: &Value) -> usize {
    match value {
        Value::Null => 1,
        Value::Int(_) => 9,
        Value::Text(text) => text.len() + 3,
        Value::Bytes(content) => content.len() + 3,
    }
}

/// Content of any length ends with two zeros; a zero in it is followed by 255, so that the end comes before whatever goes on.
fn push(bytes: &mut Vec<u8>, tag: u8, content: &[u8]) {
    bytes.push(tag);
    let mut pieces = content.split(|byte| *byte == 0);
    bytes.extend_from_slice(pieces.next().unwrap_or_default());
    for piece in pieces {
        bytes.extend_from_slice(&[0, 255]);
        bytes.extend_from_slice(piece);
    }
    bytes.extend_from_slice(&[0, 0]);
}

/// Behind all positions that begin with these bytes.
pub(super) fn behind(mut bytes: Vec<u8>) -> Option<Vec<u8>> {
    while let Some(last) = bytes.pop() {
        if let Some(next) = last.checked_add(1) {
            bytes.push(next);
            return Some(bytes);
        }
    }
    None
}

/// The bounds of what begins at `from` and ends before `to`; nothing where there is no such range.
#[expect(clippy::type_complexity, reason = "a range is two bounds")]
pub(super) fn bounds<'b>(from: &'b [u8], to: Option<&'b [u8]>) -> Option<(Bound<&'b [u8]>, Bound<&'b [u8]>)> {
    match to {
        None => Some((Bound::Included(from), Bound::Unbounded)),
        Some(to) => (from < to).then_some((Bound::Included(from), Bound::Excluded(to))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn values() -> Vec<Value> {
        let ints = [i64::MIN, -256, -1, 0, 1, 255, i64::MAX].map(Value::Int);
        let words: [&[u8]; 9] = [b"", b"\0", b"\0\0", b"\0\x01", b"\0\xff", b"a", b"a\0", b"ab", b"\xff"];
        let texts = ["", "\0", "a", "ab"].map(|text| Value::Text(text.to_owned()));
        [Value::Null].into_iter().chain(ints).chain(texts).chain(words.map(Value::from)).collect()
    }

    #[test]
    fn bytes_sort_as_values_do() {
        let lists: Vec<Vec<Value>> =
            values().iter().flat_map(|a| values().into_iter().map(|b| vec![a.clone(), b]).chain([vec![a.clone()]])).collect();
        for a in &lists {
            for b in &lists {
                assert_eq!(position(a).cmp(&position(b)), a.cmp(b), "{a:?} {b:?}");
                assert_eq!(position(a).starts_with(&position(b)), a.starts_with(b), "{a:?} {b:?}");
            }
        }
    }

    #[test]
    fn behind_is_behind_all_that_begins_so() {
        assert_eq!(behind(vec![1, 255, 255]), Some(vec![2]));
        assert_eq!(behind(vec![1, 2]), Some(vec![1, 3]));
        assert_eq!(behind(Vec::new()), None);
    }
}
