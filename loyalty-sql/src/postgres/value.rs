//! Values to and from PostgreSQL's binary forms.

use std::error::Error;

use bytes::BytesMut;
use loyalty_core::repository::Value;
use tokio_postgres::types::{FromSql, IsNull, Kind, ToSql, Type};

use crate::server::{Bound, Datum};
use crate::statement::{escape, plain};

impl Datum<'_> {
    fn write(&self, of: &Type, out: &mut BytesMut) -> IsNull {
        match self {
            Datum::Null => return IsNull::Yes,
            // The engine asks for narrower numbers in a few places of its own.
            Datum::Int(int) if *of == Type::INT4 => out.extend_from_slice(&i32::try_from(*int).unwrap_or(i32::MAX).to_be_bytes()),
            Datum::Int(int) => out.extend_from_slice(&int.to_be_bytes()),
            Datum::Text(text) => out.extend_from_slice(&escape(text.as_bytes())),
            Datum::Bytes(bytes) => out.extend_from_slice(bytes),
        }
        IsNull::No
    }
}

impl ToSql for Bound<'_> {
    fn to_sql(&self, of: &Type, out: &mut BytesMut) -> Result<IsNull, Box<dyn Error + Sync + Send>> {
        match self {
            Bound::One(datum) => Ok(datum.write(of, out)),
            Bound::Many(list) => {
                let Kind::Array(member) = of.kind() else { return Err(format!("a list stands for a value of type {of}").into()) };
                // One dimension, with nulls perhaps, its members, and their count from 1.
                let length = i32::try_from(list.len())?;
                for number in [1, 1, i32::from_ne_bytes(member.oid().to_ne_bytes()), length, 1] {
                    out.extend_from_slice(&number.to_be_bytes());
                }
                for datum in list {
                    let at = out.len();
                    out.extend_from_slice(&(-1_i32).to_be_bytes());
                    if matches!(datum.write(member, out), IsNull::No) {
                        let size = i32::try_from(out.len() - at - 4)?;
                        if let Some(place) = out.get_mut(at..at + 4) {
                            place.copy_from_slice(&size.to_be_bytes());
                        }
                    }
                }
                Ok(IsNull::No)
            }
        }
    }

    fn accepts(_: &Type) -> bool {
        true
    }

    fn to_sql_checked(&self, of: &Type, out: &mut BytesMut) -> Result<IsNull, Box<dyn Error + Sync + Send>> {
        self.to_sql(of, out)
    }
}

/// A value that came.
pub(super) struct Found(pub(super) Value);

impl<'a> FromSql<'a> for Found {
    fn from_sql(of: &Type, raw: &'a [u8]) -> Result<Self, Box<dyn Error + Sync + Send>> {
        Ok(Found(match *of {
            Type::BYTEA => Value::Bytes(raw.to_vec()),
            Type::TEXT | Type::VARCHAR | Type::NAME => Value::Text(String::from_utf8(plain(raw).into_owned())?),
            Type::INT4 => Value::Int(i64::from(i32::from_be_bytes(raw.try_into()?))),
            _ => Value::Int(i64::from_be_bytes(raw.try_into()?)),
        }))
    }

    fn from_sql_null(_: &Type) -> Result<Self, Box<dyn Error + Sync + Send>> {
        Ok(Found(Value::Null))
    }

    fn accepts(of: &Type) -> bool {
        matches!(*of, Type::BYTEA | Type::TEXT | Type::VARCHAR | Type::NAME | Type::INT4 | Type::INT8)
    }
}
