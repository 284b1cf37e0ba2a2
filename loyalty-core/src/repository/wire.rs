//! Rows and values in JSON: how they travel to a host's own storage, and rest in a browser's.
//!
//! Values are `null`, whole numbers, texts as `"t…"` and bytes as `"x…"` in hexadecimal digits, so that they sort on the wire as they do in storage.

use super::{ColumnType, Row, Table, Value};
use crate::gather::Gather;
use crate::hex::{hex, unhex};
use crate::json::Tree;

/// Values in JSON.
pub fn values(values: &[Value]) -> Vec<Tree> {
    values.iter().map(value).gather()
}

/// A value in JSON.
pub fn value(value: &Value) -> Tree {
    match value {
        Value::Null => Tree::Null,
        Value::Int(number) => Tree::from(*number),
        Value::Text(text) => Tree::from(format!("t{text}")),
        Value::Bytes(bytes) => Tree::from(format!("x{}", hex(bytes))),
    }
}

/// A value from JSON.
///
/// # Errors
/// What is wrong with it.
pub fn value_of(tree: &Tree) -> Result<Value, String> {
    let wrong = || "a value is neither null, a whole number, \"t…\" nor \"x…\"".to_owned();
    match tree {
        Tree::Null => Ok(Value::Null),
        Tree::Count(number) => i64::try_from(*number).map(Value::Int).map_err(|_| wrong()),
        Tree::Negative(number) => Ok(Value::Int(*number)),
        Tree::Text(text) => match text.strip_prefix('t') {
            Some(text) => Ok(Value::Text(text.to_owned())),
            None => text.strip_prefix('x').and_then(unhex).map(Value::Bytes).ok_or_else(wrong),
        },
        _ => Err(wrong()),
    }
}

/// A row in JSON: `{"table", "values", "body"}`.
pub fn row(row: &Row) -> Tree {
    let values = Tree::List(values(&row.values));
    Tree::sorted([("table", row.table.name.into()), ("values", values), ("body", Tree::from(&row.body))])
}

/// A row of a table from its values and body, checked against the table's columns.
///
/// # Errors
/// What does not fit.
pub fn row_of(table: &'static Table, values: &[Tree], body: String) -> Result<Row, String> {
    let values: Vec<Value> = values.iter().map(value_of).gather::<Result<_, _>>()?;
    let fits = |(value, column): (&Value, &super::Column)| match value {
        Value::Null => column.nullable,
        Value::Int(_) => column.of == ColumnType::Int,
        Value::Text(_) => column.of == ColumnType::Text,
        Value::Bytes(_) => matches!(column.of, ColumnType::Bytes(_)),
    };
    if values.len() != table.columns.len() || !values.iter().zip(table.columns).all(fits) {
        return Err(format!("a row of '{}' has other values than its columns", table.name));
    }
    Ok(Row { table, values, body })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::repository::COUNTER;

    #[test]
    fn values_come_back_and_others_are_refused() {
        for kept in [Value::Null, Value::Int(i64::MIN), Value::Text("x00".into()), Value::Bytes(vec![0, 255])] {
            assert_eq!(value_of(&value(&kept)), Ok(kept));
        }
        for none in [json!(true), json!("abc"), json!("x0"), json!(1.5), json!([])] {
            assert!(value_of(&none.clone().into()).is_err(), "{none}");
        }
        assert!(row_of(&COUNTER, &["x61".into(), Tree::Count(7)], String::new()).is_ok());
        for other in [vec!["x61".into()], vec!["x61".into(), "x61".into()], vec!["x61".into(), Tree::Null]] {
            assert!(row_of(&COUNTER, &other, String::new()).is_err(), "{other:?}");
        }
    }
}
