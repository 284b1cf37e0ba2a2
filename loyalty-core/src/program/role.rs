//! Roles: the rights to operations, and how much value they may move (rule P1).

use schemars::JsonSchema;

use super::Program;
use crate::amount::Quantity;
use crate::context::{Actor, ActorKind};
use crate::id::{Malformed, Slug};
use crate::json::Json;

/// A role that an actor can carry.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
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
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
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
    /// Whether what is above becomes a request, which somebody else grants or rejects (`approval.grant`), instead of being refused for good.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub asks_approval: bool,
}

/// A right: the name of an operation (`points.adjust`), all of a noun (`points.*`) or all queries of a noun (`points.view`).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Json, JsonSchema)]
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

impl Program {
    /// Whether an actor may use an operation: agents and systems when any of their roles covers it, customers when the program gives it to
    /// customers (rule P1). That a customer reaches no other account than their own is not looked at here.
    pub fn allows(&self, actor: &Actor, operation: &str, is_query: bool) -> bool {
        let covers = |rights: &[Right]| rights.iter().any(|right| right.covers(operation, is_query));
        match actor.kind {
            ActorKind::Customer => covers(&self.customer_rights),
            ActorKind::Agent | ActorKind::System => self.roles.iter().any(|role| actor.roles.contains(&role.id) && covers(&role.rights)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::Id;

    // rule P1
    #[test]
    fn an_actor_has_the_rights_of_any_of_their_roles() {
        let program = Program::starter();
        let actor = |kind, roles: &[&str]| Actor {
            id: Id::new("a").unwrap(),
            kind,
            roles: roles.iter().map(|role| Slug::new(*role).unwrap()).collect(),
            through: None,
        };
        let allows = |kind, roles: &[&str]| program.allows(&actor(kind, roles), "blacklist.set", false);
        assert!(allows(ActorKind::Agent, &["admin"]));
        assert!(allows(ActorKind::System, &["support", "admin"]));
        assert!(!allows(ActorKind::Agent, &["support"]));
        assert!(!allows(ActorKind::Agent, &["unheard-of"]));
        assert!(!allows(ActorKind::Customer, &["admin"]));
        assert!(program.allows(&actor(ActorKind::Customer, &[]), "customer.edit", false));
    }

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
