//! The fields by which customers are filtered, sorted and shown.

use schemars::JsonSchema;

use super::Op;
use crate::customer::CUSTOMER;
use crate::error::Error;
use crate::gather::Gather;
use crate::id::{CustomerId, fold, fold_email};
use crate::json::{Json, Path, Tree};
use crate::limits::{EMAIL_BYTES_MAX, LINE_CHARS_MAX};
use crate::membership::STATES;
use crate::record::Root;
use crate::repository::Value;
use crate::time::{Date, Timestamp};

/// A field of the customer list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Json, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// The host's id, byte by byte.
    Id,
    /// The email, without case.
    Email,
    /// The name. Filters and sorting see it folded, family name first: `lovelace ada`.
    Name,
    /// The phone number, digits only.
    Phone,
    /// The group.
    Group,
    /// The membership state: `guest`, `registered`, `enrolled`, `unenrolled`, `removed`, `on_hold`, `merged`, `deleted`.
    State,
    /// The locale, without case.
    Locale,
    /// The gender, without case and accents.
    Gender,
    /// The date of birth.
    BirthDate,
    /// When the account was created.
    CreatedAt,
    /// The last sign-in.
    LastLoginAt,
    /// Whether the newsletter is wanted.
    Newsletter,
    /// Whether the customer is blacklisted.
    Blacklisted,
}

/// What the values of a field are, and so which operators fit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Of {
    Id,
    Text,
    State,
    Date,
    Time,
    Flag,
}

/// All of them.
pub(in crate::customer) const FIELDS: [Field; 13] = [
    Field::Id,
    Field::Email,
    Field::Name,
    Field::Phone,
    Field::Group,
    Field::State,
    Field::Locale,
    Field::Gender,
    Field::BirthDate,
    Field::CreatedAt,
    Field::LastLoginAt,
    Field::Newsletter,
    Field::Blacklisted,
];

impl Field {
    /// The name on the wire.
    pub const fn name(self) -> &'static str {
        match self {
            Field::Id => "id",
            Field::Email => "email",
            Field::Name => "name",
            Field::Phone => "phone",
            Field::Group => "group",
            Field::State => "state",
            Field::Locale => "locale",
            Field::Gender => "gender",
            Field::BirthDate => "birth_date",
            Field::CreatedAt => "created_at",
            Field::LastLoginAt => "last_login_at",
            Field::Newsletter => "newsletter",
            Field::Blacklisted => "blacklisted",
        }
    }

    /// The position of the column that holds it.
    pub(super) fn column(self) -> Result<usize, Error> {
        let name = match self {
            Field::Id => "root",
            Field::Group => "group_id",
            other => other.name(),
        };
        CUSTOMER.column(name).ok_or_else(|| Error::internal(format_args!("the table of customers has no column '{name}'")))
    }

    const fn kind(self) -> Of {
        match self {
            Field::Id => Of::Id,
            Field::Email | Field::Name | Field::Phone | Field::Group | Field::Locale | Field::Gender => Of::Text,
            Field::State => Of::State,
            Field::BirthDate => Of::Date,
            Field::CreatedAt | Field::LastLoginAt => Of::Time,
            Field::Newsletter | Field::Blacklisted => Of::Flag,
        }
    }

    /// The operators that fit.
    pub(super) const fn operators(self) -> &'static [Op] {
        match self.kind() {
            Of::Text => &[Op::Eq, Op::Ne, Op::Lt, Op::Le, Op::Gt, Op::Ge, Op::In, Op::Prefix, Op::Contains],
            Of::Id => &[Op::Eq, Op::Ne, Op::Lt, Op::Le, Op::Gt, Op::Ge, Op::In, Op::Prefix],
            Of::Date | Of::Time => &[Op::Eq, Op::Ne, Op::Lt, Op::Le, Op::Gt, Op::Ge, Op::In],
            Of::State => &[Op::Eq, Op::Ne, Op::In],
            Of::Flag => &[Op::Eq, Op::Ne],
        }
    }

    /// Whether a customer may have none of it.
    fn may_be_null(self) -> bool {
        self.column().ok().and_then(|column| CUSTOMER.columns.get(column)).is_some_and(|column| column.nullable)
    }

    /// A value to compare with, in the form in which the column holds it.
    ///
    /// # Errors
    /// `invalid_request` at `path` when it is none of this field.
    pub(super) fn value(self, value: &Tree, path: &str) -> Result<Value, Error> {
        let refuse = |fits: &str| Err(Error::invalid(path, format_args!("does not fit the field '{}'; give {fits}", self.name())));
        match (self.kind(), value) {
            (_, Tree::Null) if self.may_be_null() => Ok(Value::Null),
            (Of::Flag, Tree::Bool(flag)) => Ok(Value::from(*flag)),
            (Of::Flag, _) => refuse("true or false"),
            (Of::Id, Tree::Text(text)) => match CustomerId::new(text.as_str()) {
                Ok(id) => Ok(Value::from(&Root::customer(&id))),
                Err(malformed) => Err(Error::invalid(path, malformed)),
            },
            (Of::State, Tree::Text(text)) if STATES.iter().any(|state| state.word() == text) => Ok(Value::from(text.as_str())),
            (Of::State, _) => refuse("a membership state such as enrolled"),
            (Of::Date, Tree::Text(text)) => match Date::try_from(text.clone()) {
                Ok(date) => Ok(Value::from(date.to_string().as_str())),
                Err(malformed) => Err(Error::invalid(path, malformed)),
            },
            (Of::Time, Tree::Text(text)) => match text.parse::<Timestamp>() {
                Ok(at) => Ok(Value::from(at)),
                Err(malformed) => Err(Error::invalid(path, malformed)),
            },
            (Of::Text, Tree::Text(text)) if text.chars().count() > self.chars_max() => {
                Err(Error::invalid(path, format_args!("has more than {} characters", self.chars_max())))
            }
            (Of::Text, Tree::Text(text)) => match self.fold(text) {
                folded if folded.is_empty() => refuse("a text that is not empty"),
                folded => Ok(Value::from(folded.as_str())),
            },
            (Of::Id | Of::Text | Of::Date | Of::Time, _) => refuse("a text"),
        }
    }

    /// Characters of a text to compare with.
    const fn chars_max(self) -> usize {
        match self {
            Field::Email => EMAIL_BYTES_MAX,
            _ => LINE_CHARS_MAX,
        }
    }

    /// A text in the form in which the column holds it.
    fn fold(self, text: &str) -> String {
        match self {
            Field::Email => fold_email(text.trim()),
            Field::Phone => text.chars().filter(char::is_ascii_digit).gather(),
            Field::Group => text.to_owned(),
            _ => fold(text),
        }
    }

    /// Where the value stands in what is stored of a customer; of a name, its parts.
    pub(super) const fn paths(self) -> &'static [Path] {
        match self {
            Field::Id => &[&["id"]],
            Field::Email => &[&["profile", "email"]],
            Field::Name => &[
                &["profile", "prefix"],
                &["profile", "first_name"],
                &["profile", "middle_name"],
                &["profile", "last_name"],
                &["profile", "suffix"],
            ],
            Field::Phone => &[&["profile", "phone"]],
            Field::Group => &[&["profile", "group"]],
            Field::State => &[&["membership", "state"]],
            Field::Locale => &[&["profile", "locale"]],
            Field::Gender => &[&["profile", "gender"]],
            Field::BirthDate => &[&["profile", "birth_date"]],
            Field::CreatedAt => &[&["created_at"]],
            Field::LastLoginAt => &[&["last_login_at"]],
            Field::Newsletter => &[&["preferences", "newsletter", "opted_in"]],
            Field::Blacklisted => &[&["blacklisting"]],
        }
    }

    /// Whether it is one of those in the profile.
    pub(super) fn is_in_profile(self) -> bool {
        self.paths().iter().any(|path| path.first() == Some(&"profile"))
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::error::Reason;
    use crate::json::tree;

    // rule K6
    #[test]
    fn every_field_has_a_column_and_one_name() {
        for field in FIELDS {
            assert!(field.column().is_ok(), "{field:?}");
            assert_eq!(tree(&field), Tree::from(field.name()));
        }
        for state in STATES {
            assert_eq!(tree(&state), Tree::from(state.word()), "rows and filters use the same words");
        }
    }

    // rule K6
    #[test]
    fn values_take_the_form_of_the_column() {
        for (field, value, form) in [
            (Field::Id, json!("c-1"), Value::from("c:c-1")),
            (Field::Email, json!(" ADA@Example.com"), Value::from("ada@example.com")),
            (Field::Name, json!("Álvarez  Zoë"), Value::from("alvarez zoe")),
            (Field::Phone, json!("+1 (555)"), Value::from("1555")),
            (Field::BirthDate, json!("1815-12-10"), Value::Null),
            (Field::BirthDate, json!("1915-12-10"), Value::from("1915-12-10")),
            (Field::Newsletter, json!(true), Value::Int(1)),
            (Field::Group, json!(null), Value::Null),
            (Field::State, json!(null), Value::Null),
            (Field::State, json!("vip"), Value::Null),
            (Field::Phone, json!("ring"), Value::Null),
            (Field::CreatedAt, json!(7), Value::Null),
            (Field::Name, json!("a".repeat(LINE_CHARS_MAX + 1)), Value::Null),
            (Field::Email, json!("a".repeat(EMAIL_BYTES_MAX + 1)), Value::Null),
        ] {
            match field.value(&value.clone().into(), "args.filter.value").map_err(Error::into_reason) {
                Ok(read) => assert_eq!(read, form, "{field:?} {value}"),
                Err(Reason::InvalidRequest { path, .. }) => assert_eq!((path.as_str(), form), ("args.filter.value", Value::Null)),
                Err(other) => panic!("{other}"),
            }
        }
    }
}
