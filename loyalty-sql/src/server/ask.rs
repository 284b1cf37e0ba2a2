//! A statement with its values, and what comes back.

use std::borrow::Cow;

use loyalty_core::repository::Value;

/// A value that is bound without a copy.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Datum<'a> {
    Null,
    Int(i64),
    Text(&'a str),
    Bytes(&'a [u8]),
}

impl<'a> From<&'a Value> for Datum<'a> {
    fn from(value: &'a Value) -> Self {
        match value {
            Value::Null => Datum::Null,
            Value::Int(int) => Datum::Int(*int),
            Value::Text(text) => Datum::Text(text),
            Value::Bytes(bytes) => Datum::Bytes(bytes),
        }
    }
}

/// What stands for a `?`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Bound<'a> {
    One(Datum<'a>),
    /// The values of one column of many rows, for engines that take lists.
    #[cfg_attr(not(feature = "postgres"), expect(dead_code, reason = "only PostgreSQL takes lists"))]
    Many(Vec<Datum<'a>>),
}

/// A statement with its values.
#[derive(Debug, Clone)]
pub(crate) struct Ask<'a> {
    pub(crate) text: Cow<'a, str>,
    pub(crate) values: Vec<Bound<'a>>,
    /// Whether it will be sent again and again in the very same words.
    pub(crate) is_kept: bool,
}

impl<'a> Ask<'a> {
    /// A statement that is sent often.
    pub(crate) fn kept(text: impl Into<Cow<'a, str>>, values: impl IntoIterator<Item = Datum<'a>>) -> Self {
        Ask { text: text.into(), values: values.into_iter().map(Bound::One).collect(), is_kept: true }
    }

    /// A statement whose words are those of one question.
    pub(crate) fn once(text: impl Into<Cow<'a, str>>, values: impl IntoIterator<Item = Datum<'a>>) -> Self {
        Ask { is_kept: false, ..Ask::kept(text, values) }
    }

    /// A statement without values.
    pub(crate) fn plain(text: &'a str) -> Self {
        Ask::kept(text, [])
    }
}

/// What came back for one statement.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Reply {
    pub(crate) rows: Vec<Vec<Value>>,
}

impl Reply {
    /// The value of the first row's first column, if it is a number.
    pub(crate) fn int(&self) -> Option<i64> {
        match self.rows.first().and_then(|row| row.first()) {
            Some(Value::Int(int)) => Some(*int),
            _ => None,
        }
    }
}
