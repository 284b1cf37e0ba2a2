//! Filters of the customer list: trees of conditions.

use schemars::JsonSchema;

use super::Field;
use crate::error::Error;
use crate::gather::Gather;
use crate::id::fold;
use crate::json::{Json, Tree};
use crate::limits::{FILTER_CONDITIONS_MAX, FILTER_DEPTH_MAX};
use crate::patch::Patch;
use crate::repository::{Compare, Filter, Value};

/// A condition on customers: exactly one of `and`, `or`, `not`, or `field` with `op` and `value`.
#[derive(Debug, Clone, Default, PartialEq, Json, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Condition {
    /// All of these hold.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub and: Option<Vec<Condition>>,
    /// At least one of these holds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub or: Option<Vec<Condition>>,
    /// This does not hold.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub not: Option<Box<Condition>>,
    /// The field that is compared.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub field: Option<Field>,
    /// How.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub op: Option<Op>,
    /// With what: a text, true or false, null with `eq` and `ne`, a list with `in`.
    #[serde(default, skip_serializing_if = "Patch::is_keep")]
    pub value: Patch<Tree>,
}

/// How a field is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Json, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Op {
    /// Equal; null equals null.
    Eq,
    /// Not equal; also where there is no value.
    Ne,
    /// Smaller.
    Lt,
    /// Smaller or equal.
    Le,
    /// Larger.
    Gt,
    /// Larger or equal.
    Ge,
    /// Equal to one of a list.
    In,
    /// Begins with.
    Prefix,
    /// In which it stands somewhere; of a name, each word.
    Contains,
}

/// Characters of a word by which a text index finds anything.
const NOMINATES: usize = 3;

/// How many more conditions a filter may have.
struct Budget(usize);

impl Condition {
    /// A condition on one field.
    pub fn field(field: Field, op: Op, value: impl Into<Tree>) -> Self {
        let value = value.into();
        let value = if value == Tree::Null { Patch::Clear } else { Patch::Set(value) };
        Condition { field: Some(field), op: Some(op), value, ..Condition::default() }
    }

    /// All of these.
    pub fn all(conditions: Vec<Condition>) -> Self {
        Condition { and: Some(conditions), ..Condition::default() }
    }

    /// Any of these.
    pub fn any(conditions: Vec<Condition>) -> Self {
        Condition { or: Some(conditions), ..Condition::default() }
    }

    /// Not this.
    pub fn negated(condition: Condition) -> Self {
        Condition { not: Some(Box::new(condition)), ..Condition::default() }
    }

    /// Whether a field is named anywhere in it.
    pub(super) fn names(&self, field: Field) -> bool {
        let parts = self.and.iter().flatten().chain(self.or.iter().flatten()).chain(self.not.as_deref());
        self.field == Some(field) || parts.into_iter().any(|part| part.names(field))
    }

    /// The filter as storage understands it.
    ///
    /// # Errors
    /// `invalid_request` at the place, below `path`, that does not fit.
    pub(super) fn compile(&self, path: &str) -> Result<Filter, Error> {
        self.part(path, FILTER_DEPTH_MAX, &mut Budget(FILTER_CONDITIONS_MAX))
    }

    /// Adds the words that stand in the search text of every customer who fits: what is contained in a name, an email or a phone number. The text
    /// index finds by them the few rows on which the filter then decides.
    pub(super) fn add_words(&self, words: &mut Vec<String>) {
        self.and.iter().flatten().for_each(|part| part.add_words(words));
        let (Some(field @ (Field::Name | Field::Email | Field::Phone)), Some(Op::Contains), Patch::Set(value)) =
            (self.field, self.op, &self.value)
        else {
            return;
        };
        if let Ok(Value::Bytes(folded)) = field.value(value, "") {
            let folded = fold(&String::from_utf8_lossy(&folded));
            words.extend(folded.split(' ').filter(|word| word.chars().count() >= NOMINATES).map(str::to_owned));
        }
    }

    fn part(&self, path: &str, levels: usize, budget: &mut Budget) -> Result<Filter, Error> {
        let Some(levels) = levels.checked_sub(1) else {
            return Err(Error::invalid(path, format_args!("lies deeper than {FILTER_DEPTH_MAX} levels")));
        };
        let compared = self.field.is_some() || self.op.is_some() || !self.value.is_keep();
        match (&self.and, &self.or, &self.not, compared) {
            (Some(all), None, None, false) => parts(all, &format!("{path}.and"), levels, budget).map(Filter::All),
            (None, Some(any), None, false) => parts(any, &format!("{path}.or"), levels, budget).map(Filter::Any),
            (None, None, Some(not), false) => {
                let part = not.part(&format!("{path}.not"), levels, budget)?;
                Ok(Filter::Not(Box::new(part)))
            }
            (None, None, None, true) => self.comparison(path, budget),
            _ => Err(Error::invalid(path, "must have exactly one of 'and', 'or', 'not', or 'field' with 'op' and 'value'")),
        }
    }

    fn comparison(&self, path: &str, budget: &mut Budget) -> Result<Filter, Error> {
        let missing = |name: &str| Error::invalid(format_args!("{path}.{name}"), "is missing");
        let field = self.field.ok_or_else(|| missing("field"))?;
        let op = self.op.ok_or_else(|| missing("op"))?;
        if !field.operators().contains(&op) {
            let fits = field.operators().iter().map(|op| op.name()).joined(", ");
            let problem = format_args!("does not fit the field '{}'; use {fits}", field.name());
            return Err(Error::invalid(format_args!("{path}.op"), problem));
        }
        let value = match &self.value {
            Patch::Keep => return Err(missing("value")),
            Patch::Clear => &Tree::Null,
            Patch::Set(value) => value,
        };
        op.filter(field, value, &format!("{path}.value"), budget)
    }
}

impl Op {
    /// The name on the wire.
    pub const fn name(self) -> &'static str {
        match self {
            Op::Eq => "eq",
            Op::Ne => "ne",
            Op::Lt => "lt",
            Op::Le => "le",
            Op::Gt => "gt",
            Op::Ge => "ge",
            Op::In => "in",
            Op::Prefix => "prefix",
            Op::Contains => "contains",
        }
    }

    fn filter(self, field: Field, value: &Tree, path: &str, budget: &mut Budget) -> Result<Filter, Error> {
        let column = field.column()?;
        if self == Op::In {
            let Tree::List(values) = value else { return Err(Error::invalid(path, "must be a list")) };
            if values.is_empty() {
                budget.take(path)?;
            }
            let equal = values.iter().enumerate().map(|(index, value)| {
                let path = format!("{path}[{index}]");
                budget.take(&path)?;
                Ok(Filter::Column(column, Compare::Equal, field.value(value, &path)?))
            });
            return equal.gather::<Result<_, Error>>().map(Filter::Any);
        }
        budget.take(path)?;
        if *value == Tree::Null && !matches!(self, Op::Eq | Op::Ne) {
            return Err(Error::invalid(path, "null fits 'eq' and 'ne' only"));
        }
        let value = field.value(value, path)?;
        Ok(match self {
            Op::Eq | Op::In => Filter::Column(column, Compare::Equal, value),
            Op::Ne => Filter::Not(Box::new(Filter::Column(column, Compare::Equal, value))),
            Op::Lt => Filter::Column(column, Compare::Less, value),
            Op::Le => Filter::Column(column, Compare::AtMost, value),
            Op::Gt => Filter::Column(column, Compare::Greater, value),
            Op::Ge => Filter::Column(column, Compare::AtLeast, value),
            Op::Prefix => Filter::Column(column, Compare::StartsWith, value),
            Op::Contains => contains(field, column, value, path, budget)?,
        })
    }
}

/// Names are kept family name first: whoever looks for "Ada Lovelace" means both words, in any order.
fn contains(field: Field, column: usize, value: Value, path: &str, budget: &mut Budget) -> Result<Filter, Error> {
    match (field, value) {
        (Field::Name, Value::Bytes(name)) => {
            let words: Vec<&[u8]> = name.split(|byte| *byte == b' ').gather();
            // The first word is the condition itself.
            for _ in words.iter().skip(1) {
                budget.take(path)?;
            }
            Ok(Filter::All(words.into_iter().map(|word| Filter::Column(column, Compare::Contains, Value::from(word))).gather()))
        }
        (_, value) => Ok(Filter::Column(column, Compare::Contains, value)),
    }
}

fn parts(conditions: &[Condition], path: &str, levels: usize, budget: &mut Budget) -> Result<Vec<Filter>, Error> {
    if conditions.is_empty() {
        return Err(Error::invalid(path, "must have at least one condition"));
    }
    let parts = conditions.iter().enumerate();
    parts.map(|(index, condition)| condition.part(&format!("{path}[{index}]"), levels, budget)).gather()
}

impl Budget {
    fn take(&mut self, path: &str) -> Result<(), Error> {
        let left = self.0.checked_sub(1);
        self.0 = left
            .ok_or_else(|| Error::invalid(path, format_args!("is one condition too many; a filter has at most {FILTER_CONDITIONS_MAX}")))?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::error::Reason;
    use crate::json::read_text;

    fn path(filter: &serde_json::Value) -> String {
        let read = read_text::<Condition>(&filter.to_string(), "args.filter");
        match read.and_then(|condition| condition.compile("args.filter")).map_err(Error::into_reason) {
            Ok(_) => "fits".into(),
            Err(Reason::InvalidRequest { path, .. }) => path,
            Err(other) => other.to_string(),
        }
    }

    // rule K6
    #[test]
    fn a_mistake_is_named_by_its_place() {
        let vip = json!({ "field": "group", "op": "eq", "value": "vip" });
        for (filter, place) in [
            (vip.clone(), "fits"),
            (json!({ "and": [vip.clone(), { "not": vip.clone() }, { "or": [vip.clone()] }] }), "fits"),
            (json!({ "and": [{ "field": "group", "op": "like", "value": "v" }] }), "args.filter.and[0].op"),
            (json!({ "and": [{ "field": "state", "op": "prefix", "value": "v" }] }), "args.filter.and[0].op"),
            (json!({ "or": [vip.clone(), { "field": "shoe_size" }] }), "args.filter.or[1].field"),
            (json!({ "not": { "field": "group", "op": "eq" } }), "args.filter.not.value"),
            (json!({ "field": "group", "value": "vip" }), "args.filter.op"),
            (json!({ "op": "eq", "value": "vip" }), "args.filter.field"),
            (json!({ "field": "group", "op": "lt", "value": null }), "args.filter.value"),
            (json!({ "field": "group", "op": "in", "value": ["vip", 7] }), "args.filter.value[1]"),
            (json!({ "field": "group", "op": "in", "value": "vip" }), "args.filter.value"),
            (json!({ "and": [] }), "args.filter.and"),
            (json!({ "and": [vip.clone()], "or": [vip.clone()] }), "args.filter"),
            (json!({ "and": [vip.clone()], "field": "group" }), "args.filter"),
            (json!({ "and": [{}] }), "args.filter.and[0]"),
            (json!({ "nor": [vip] }), "args.filter.nor"),
        ] {
            assert_eq!(path(&filter), place, "{filter}");
        }
    }

    // rule K6
    #[test]
    fn what_must_be_contained_is_looked_for_in_the_search_text() {
        let words = |filter: serde_json::Value| {
            let mut words = Vec::new();
            read_text::<Condition>(&filter.to_string(), "args.filter").unwrap().add_words(&mut words);
            words.join(" ")
        };
        let contains = |field: &str, value: &str| json!({ "field": field, "op": "contains", "value": value });
        assert_eq!(words(contains("name", " Ada  LÖVELACE v")), "ada lovelace");
        assert_eq!(words(contains("email", "José@")), "jose@");
        assert_eq!(words(contains("phone", "(555) 01")), "55501");
        assert_eq!(words(json!({ "and": [contains("name", "ada"), { "and": [contains("email", "lace")] }] })), "ada lace");
        assert_eq!(words(json!({ "or": [contains("name", "ada"), contains("email", "lace")] })), "");
        assert_eq!(words(json!({ "not": contains("name", "ada") })), "");
        assert_eq!(words(contains("gender", "female")), "");
        assert_eq!(words(json!({ "field": "name", "op": "prefix", "value": "ada" })), "");
    }

    // rule K6
    #[test]
    fn depth_and_number_are_bounded() {
        let leaf = Condition::field(Field::Group, Op::Eq, json!("vip"));
        let nested = |levels: usize| (1..levels).fold(leaf.clone(), |inner, _| Condition::negated(inner));
        assert!(nested(FILTER_DEPTH_MAX).compile("args.filter").is_ok());
        assert!(nested(FILTER_DEPTH_MAX + 1).compile("args.filter").is_err());
        assert!(Condition::all(vec![leaf.clone(); FILTER_CONDITIONS_MAX]).compile("args.filter").is_ok());
        assert!(Condition::any(vec![leaf; FILTER_CONDITIONS_MAX + 1]).compile("args.filter").is_err());
        let many = Condition::field(Field::Group, Op::In, json!(vec!["vip"; FILTER_CONDITIONS_MAX + 1]));
        assert!(many.compile("args.filter").is_err());
        let words = |count: usize| Condition::field(Field::Name, Op::Contains, json!("a ".repeat(count)));
        assert!(words(FILTER_CONDITIONS_MAX).compile("args.filter").is_ok());
        assert!(words(FILTER_CONDITIONS_MAX + 1).compile("args.filter").is_err());
        let empty = Condition::field(Field::Group, Op::In, json!([]));
        assert!(Condition::any(vec![empty; FILTER_CONDITIONS_MAX + 1]).compile("args.filter").is_err());
    }
}
