//! A statement with its values written into it, or beside it.
//!
//! Written in, texts and bytes stand in hexadecimal: nothing in them can be taken for SQL, in whatever character set or mode the
//! connection is.

use std::fmt::Write;

use mysql::Value;

use crate::server::{Ask, Bound, Datum};
use crate::statement::marked;

/// The statement as MySQL reads it.
pub(super) fn written(ask: &Ask<'_>) -> String {
    marked(&ask.text.replace('"', "`"), |at, out| match ask.values.get(at) {
        Some(Bound::One(datum)) => write(*datum, out),
        // MySQL has no lists: its forms write a `?` for each value.
        Some(Bound::Many(_)) | None => out.push_str("NULL"),
    })
}

/// The statement with its values beside it, in the order in which it names them.
pub(super) fn prepared(ask: &Ask<'_>) -> (String, Vec<Value>) {
    let mut values = Vec::with_capacity(ask.values.len());
    let text = marked(&ask.text.replace('"', "`"), |at, out| {
        out.push('?');
        values.push(match ask.values.get(at) {
            Some(Bound::One(datum)) => value(*datum),
            Some(Bound::Many(_)) | None => Value::NULL,
        });
    });
    (text, values)
}

fn value(datum: Datum<'_>) -> Value {
    match datum {
        Datum::Null => Value::NULL,
        Datum::Int(int) => Value::Int(int),
        Datum::Text(text) => Value::Bytes(text.as_bytes().to_vec()),
        Datum::Bytes(bytes) => Value::Bytes(bytes.to_vec()),
    }
}

fn write(datum: Datum<'_>, out: &mut String) {
    match datum {
        Datum::Null => out.push_str("NULL"),
        // Its digits alone would be too large a number, and the minus come too late.
        Datum::Int(i64::MIN) => out.push_str("(-9223372036854775807 - 1)"),
        Datum::Int(int) if int < 0 => {
            let _written = write!(out, "({int})");
        }
        Datum::Int(int) => {
            let _written = write!(out, "{int}");
        }
        Datum::Text(text) => {
            out.push_str("_utf8mb4 ");
            hexadecimal(text.as_bytes(), out);
        }
        Datum::Bytes(bytes) => hexadecimal(bytes, out),
    }
}

fn hexadecimal(bytes: &[u8], out: &mut String) {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    // Most of a text is this: bytes are set faster than letters, and looked over at once.
    let mut digits = vec![0; bytes.len() * 2];
    for (pair, byte) in digits.chunks_exact_mut(2).zip(bytes) {
        pair.copy_from_slice(&[byte >> 4, byte & 15].map(|half| DIGITS.get(usize::from(half)).copied().unwrap_or_default()));
    }
    out.push_str("x'");
    out.push_str(std::str::from_utf8(&digits).unwrap_or_default());
    out.push('\'');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_value_is_sql() {
        let values = [Datum::Text("a'\"?"), Datum::Bytes(&[0, 255]), Datum::Int(-3), Datum::Int(i64::MIN), Datum::Null, Datum::Bytes(&[])];
        let text = written(&Ask::once("SELECT \"x\" = ?, ?, ?, ?, ?, ?", values));
        assert_eq!(text, "SELECT `x` = _utf8mb4 x'6127223f', x'00ff', (-3), (-9223372036854775807 - 1), NULL, x''");
        assert_eq!(written(&Ask::once("?2 ?1 ?2", [Datum::Int(1), Datum::Int(2)])), "2 1 2");
    }

    #[test]
    fn a_value_stands_beside_the_statement_wherever_it_is_named() {
        let (text, values) = prepared(&Ask::once("SELECT \"x\" = ?2, ?1, ?2", [Datum::Text("'?"), Datum::Int(i64::MIN)]));
        assert_eq!(text, "SELECT `x` = ?, ?, ?");
        assert_eq!(values, [Value::Int(i64::MIN), Value::Bytes(b"'?".to_vec()), Value::Int(i64::MIN)]);
    }
}
