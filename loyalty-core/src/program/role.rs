//! Roles: the rights to operations, and how much value they may move (rule P1).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::amount::Quantity;
use crate::id::{Malformed, Slug};

/// A role that an actor can carry.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Role {
    /// The id that the host names in the context.
    pub id: Slug,
    /// The operations it may use.
    pub rights: Vec<Right>,
    /// How much value of a point type it may move. A type not named is not limited.
    #[serde(default)]
    pub limits: Vec<RoleLimit>,
}

/// How much value of a point type a role may give or take.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RoleLimit {
    /// The point type.
    #[serde(rename = "type")]
    pub point_type: Slug,
    /// The largest value of one operation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub per_operation: Option<Quantity>,
    /// The largest sum of one actor in one day of the program's zone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub per_day: Option<Quantity>,
}

/// A right: the name of an operation (`points.adjust`), all of a noun (`points.*`) or all queries of a noun (`points.view`).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "String", into = "String")]
pub struct Right(String);

impl Right {
    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether this right covers an operation.
    pub fn covers(&self, operation: &str, is_query: bool) -> bool {
        if self.0 == operation {
            return true;
        }
        let Some((noun, verb)) = self.0.split_once('.') else { return false };
        let of_noun = operation.split_once('.').is_some_and(|(other, _)| other == noun);
        of_noun && (verb == "*" || (verb == "view" && is_query))
    }
}

impl TryFrom<String> for Right {
    type Error = Malformed;
    fn try_from(text: String) -> Result<Self, Malformed> {
        let word = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_');
        let fits = text.split_once('.').is_some_and(|(noun, verb)| word(noun) && (verb == "*" || word(verb)));
        if fits && text.len() <= 64 {
            Ok(Right(text))
        } else {
            Err(Malformed("is not a right; give an operation (points.adjust), a noun (points.*) or its queries (points.view)".into()))
        }
    }
}

impl From<Right> for String {
    fn from(right: Right) -> String {
        right.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    // rule P1
    #[test]
    fn rights_name_an_operation_a_noun_or_its_queries() {
        let right = |text: &str| Right::try_from(text.to_owned()).unwrap();
        assert!(right("points.adjust").covers("points.adjust", false));
        assert!(right("points.*").covers("points.adjust", false));
        assert!(right("points.view").covers("points.balance", true));
        assert!(!right("points.view").covers("points.adjust", false));
        assert!(!right("points.*").covers("order.get", true));
        assert!(Right::try_from("*".to_owned()).is_err());
    }
}
