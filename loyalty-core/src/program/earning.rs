//! What orders earn, as the merchant says it (rules O2, O4).

use schemars::JsonSchema;

use super::check::Checker;
use super::{Bonus, InStatus, is_usual};
use crate::amount::Quantity;
use crate::id::{Id, Line, Slug};
use crate::json::Json;
use crate::limits::PERIOD_MAX;
use crate::time::Date;

/// What orders earn, and when.
#[derive(Debug, Clone, Default, PartialEq, Json, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Earning {
    /// The state in which an order earns.
    #[serde(default)]
    pub when: EarnsWhen,
    /// The rules.
    #[serde(default)]
    pub rules: Vec<EarningRule>,
    /// How the rules of a point type come together.
    #[serde(default, skip_serializing_if = "is_usual")]
    pub combine: Combine,
    /// What becomes of the points that paid for an order when it is refunded (rule O4).
    #[serde(default, skip_serializing_if = "is_usual")]
    pub spent_points: SpentPoints,
    /// With `own_lots_with_grace`: for how many days lots live on whose end has passed meanwhile.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub spent_points_grace_days: Option<u32>,
    /// What is given once to a person (rule O8).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub bonuses: Vec<Bonus>,
}

/// The state of an order that makes it earn (rule O1).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Json, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum EarnsWhen {
    /// As soon as it is recorded.
    Placed,
    /// When its payments cover it.
    #[default]
    Paid,
    /// When it is fulfilled.
    Fulfilled,
}

/// How the rules of a point type come together.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Json, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Combine {
    /// Every rule that fits gives its part; multipliers multiply each other.
    #[default]
    Stack,
    /// Each line counts for the first rule that fits it, and is multiplied by the first multiplier that does.
    FirstMatch,
}

/// What becomes of the points that paid for an order when it is refunded (rule O4).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Json, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum SpentPoints {
    /// They stay spent.
    None,
    /// They return to the lots they came from, as after a reversal.
    #[default]
    OwnLots,
    /// They return to their lots; those whose end has passed get days of grace.
    OwnLotsWithGrace,
    /// They return as a new lot, which ends as the point type says.
    NewLot,
}

/// An earning rule: what it gives, for which lines, and under which conditions (rule O2).
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct EarningRule {
    /// The rule's id; entries name it.
    pub id: Slug,
    /// The point type that is earned.
    #[serde(rename = "type")]
    pub point_type: Slug,
    /// For what it gives.
    #[serde(default, skip_serializing_if = "is_usual")]
    pub gives: Gives,
    /// How many are given for every `per`, for an item, or for the order.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub points: Option<Quantity>,
    /// A rate: how much of the order's currency earns `points`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub per: Option<Quantity>,
    /// A multiplier: by how much it multiplies what rates and rules by item of its type give.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub times: Option<Quantity>,
    /// A rate: count only full steps of `per`: 10 points per full 2 earn 30 on 7.
    #[serde(default)]
    pub full_steps: bool,
    /// How a fraction of the smallest unit is rounded.
    #[serde(default)]
    pub rounding: Rounding,
    /// A rate: whether shipping counts.
    #[serde(default)]
    pub include_shipping: bool,
    /// A rate: whether tax counts.
    #[serde(default)]
    pub include_tax: bool,
    /// Whether lines count that sell gift cards; what is bought with the card earns later (rule R7).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub include_gift_cards: bool,
    /// A rate: whether lines count with what they cost before discounts.
    #[serde(default, skip_serializing_if = "is_usual")]
    pub before_discounts: bool,
    /// A rate: whether what was paid with points is left out.
    #[serde(default, skip_serializing_if = "is_usual")]
    pub less_spent_points: bool,
    /// Only lines with one of these articles; any when empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub skus: Vec<Id>,
    /// Only lines in one of these categories; any when empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub categories: Vec<Line>,
    /// Only customers in one of these groups; any when empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub groups: Vec<Slug>,
    /// Only customers with one of these statuses; any when empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub statuses: Vec<InStatus>,
    /// Only orders placed on one of these days of the week; any when empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub weekdays: Vec<Weekday>,
    /// Only orders placed on this local day or later.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Date>,
    /// Only orders placed on this local day or earlier.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
    /// Only orders whose goods, less discounts, come to this much.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minimum_spend: Option<Quantity>,
    /// The most it gives for one order.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cap_per_order: Option<Quantity>,
    /// The most it gives to one customer in a period.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cap_per_period: Option<PeriodCap>,
    /// By order: whether it stays with the customer when the order is refunded (rule O4).
    #[serde(default, skip_serializing_if = "is_usual")]
    pub keep_on_refund: bool,
}

/// For what a rule gives.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Json, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Gives {
    /// `points` for every `per` of the lines' value.
    #[default]
    Rate,
    /// `points` for every item of the lines.
    PerItem,
    /// `points` for the order.
    PerOrder,
    /// Nothing itself: it multiplies by `times`.
    Times,
}

/// The most that a rule gives to one customer in a period: of the calendar, or the last so many days.
#[derive(Debug, Clone, PartialEq, Eq, Json, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PeriodCap {
    /// How many.
    pub points: Quantity,
    /// The period of the calendar, in the program's zone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub every: Option<Every>,
    /// The last so many days, today among them: 1 to 366.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub days: Option<u32>,
}

/// A period of the calendar.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Json, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Every {
    /// A day.
    #[default]
    Day,
    /// A week from Monday.
    Week,
    /// A month.
    Month,
    /// A year.
    Year,
}

/// A day of the week.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Json, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum Weekday {
    #[default]
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
    Sunday,
}

/// How a fraction of the smallest unit is rounded.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Json, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Rounding {
    /// Towards nothing.
    #[default]
    Down,
    /// To the nearest, halves up.
    HalfUp,
    /// To the next.
    Up,
}

impl Weekday {
    /// The days since Monday.
    pub const fn number(self) -> u32 {
        self as u32
    }
}

impl EarningRule {
    /// Whether it is for some lines only.
    pub fn is_for_lines(&self) -> bool {
        !self.skus.is_empty() || !self.categories.is_empty()
    }
}

impl Checker<'_> {
    /// What must hold among the earning rules.
    pub(super) fn earning(&mut self) {
        let program = self.program;
        let earning = &program.earning;
        self.list("earning.rules", earning.rules.iter().map(|rule| rule.id.as_str()));
        self.list("earning.bonuses", earning.bonuses.iter().map(|bonus| bonus.id.as_str()));
        for (index, rule) in earning.rules.iter().enumerate() {
            let path = format!("earning.rules[{index}]");
            self.gift(rule, &path);
            self.conditions(rule, &path);
            self.caps(rule, &path);
        }
        for (index, bonus) in earning.bonuses.iter().enumerate() {
            let path = format!("earning.bonuses[{index}]");
            self.bonus(bonus, &path);
        }
        let days = earning.spent_points_grace_days;
        let with_grace = earning.spent_points == SpentPoints::OwnLotsWithGrace;
        let fits = days.map_or(!with_grace, |days| with_grace && (1..=PERIOD_MAX).contains(&days));
        self.require(fits, "earning.spent_points_grace_days", "must be 1 to 36500 with own_lots_with_grace, and absent otherwise");
    }

    /// The decimal places of the point type that is earned.
    pub(super) fn places_of(&mut self, id: &Slug, path: &str) -> Option<u32> {
        let places = self.program.point_type(id.as_str()).map(|point_type| point_type.places);
        self.require(places.is_some(), &format!("{path}.type"), "is not a point type of this program");
        places
    }

    /// What it gives: the fields that belong to it are there, and no others.
    fn gift(&mut self, rule: &EarningRule, path: &str) {
        let places = self.places_of(&rule.point_type, path);
        let (rate, times) = (rule.gives == Gives::Rate, rule.gives == Gives::Times);
        for (field, value, wanted) in [("points", rule.points, !times), ("per", rule.per, rate), ("times", rule.times, times)] {
            let path = format!("{path}.{field}");
            match value {
                None if wanted => self.note(&path, "is missing; this kind of rule needs it"),
                Some(_) if !wanted => self.note(&path, "does not belong to this kind of rule; leave it out"),
                Some(value) => self.require(!value.is_negative(), &path, "must not be negative"),
                None => {}
            }
        }
        self.require(rule.per.is_none_or(Quantity::is_positive), &format!("{path}.per"), "must be more than zero");
        let of_rate = [rule.full_steps, rule.include_shipping, rule.include_tax, rule.before_discounts, rule.less_spent_points];
        self.require(rate || !of_rate.contains(&true), path, "says how value counts, but is no rate");
        self.require(rule.gives == Gives::PerOrder || !rule.keep_on_refund, &format!("{path}.keep_on_refund"), "is for points by order");
        if rule.gives == Gives::PerOrder
            && let (Some(places), Some(points)) = (places, rule.points)
        {
            self.fits(points, places, &format!("{path}.points"));
        }
    }

    fn conditions(&mut self, rule: &EarningRule, path: &str) {
        self.in_statuses(&rule.statuses, &format!("{path}.statuses"));
        for (index, group) in rule.groups.iter().enumerate() {
            let known = self.program.has_group(group.as_str());
            self.require(known, &format!("{path}.groups[{index}]"), "is not a group of this program");
        }
        let in_order = rule.from.zip(rule.until).is_none_or(|(from, until)| from <= until);
        self.require(in_order, &format!("{path}.until"), "lies before `from`; give the same day or a later one");
        let least = rule.minimum_spend.is_none_or(|least| !least.is_negative());
        self.require(least, &format!("{path}.minimum_spend"), "must not be negative");
    }

    fn caps(&mut self, rule: &EarningRule, path: &str) {
        let places = self.program.point_type(rule.point_type.as_str()).map(|point_type| point_type.places);
        let period = rule.cap_per_period.as_ref();
        for (field, cap) in [("cap_per_order", rule.cap_per_order), ("cap_per_period", period.map(|cap| cap.points))] {
            let path = format!("{path}.{field}");
            self.require(rule.gives != Gives::Times || cap.is_none(), &path, "is for rules that give points; cap those it multiplies");
            if let (Some(cap), Some(places)) = (cap, places) {
                self.require(!cap.is_negative(), &path, "must not be negative");
                self.fits(cap, places, &path);
            }
        }
        let one = period.is_none_or(|cap| match (cap.every, cap.days) {
            (Some(_), None) => true,
            (None, Some(days)) => (1..=366).contains(&days),
            _ => false,
        });
        self.require(one, &format!("{path}.cap_per_period"), "needs either `every` or `days` from 1 to 366");
    }

    pub(super) fn fits(&mut self, quantity: Quantity, places: u32, path: &str) {
        if let Err(error) = quantity.amount(places, path) {
            self.note(path, &error.to_string());
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::error::Reason;
    use crate::program::Program;

    fn paths(earning: serde_json::Value) -> Vec<String> {
        let document = serde_json::json!({ "point_types": [{ "id": "points" }], "groups": [{ "id": "vip" }], "earning": earning });
        match Program::from_tree(document.into()).map_err(crate::error::Error::into_reason) {
            Err(Reason::InvalidProgram { problems }) => problems.into_iter().map(|problem| problem.path).collect(),
            other => other.map(|_| Vec::new()).unwrap(),
        }
    }

    // rules O2, W9
    #[test]
    fn a_rule_says_what_belongs_to_its_kind_and_no_more() {
        for (rule, mistake) in [
            (r#"{ "points": "1", "per": "1" }"#, ""),
            (r#"{ "points": "1", "per": "0" }"#, "per"),
            (r#"{ "points": "1" }"#, "per"),
            (r#"{ "per": "1" }"#, "points"),
            (r#"{ "gives": "per_item", "points": "5" }"#, ""),
            (r#"{ "gives": "per_item", "points": "5", "per": "1" }"#, "per"),
            (r#"{ "gives": "times", "times": "1.5", "weekdays": ["monday"] }"#, ""),
            (r#"{ "gives": "times", "points": "2" }"#, "points times"),
            (r#"{ "gives": "times", "times": "2", "cap_per_order": "5" }"#, "cap_per_order"),
            (r#"{ "gives": "per_order", "points": "5", "keep_on_refund": true }"#, ""),
            (r#"{ "gives": "per_order", "points": "0.5" }"#, "points"),
            (r#"{ "points": "1", "per": "1", "keep_on_refund": true }"#, "keep_on_refund"),
            (r#"{ "points": "1", "per": "1", "groups": ["vip", "nobody"] }"#, "groups[1]"),
            (r#"{ "points": "1", "per": "1", "from": "2026-02-01", "until": "2026-01-31" }"#, "until"),
            (r#"{ "points": "1", "per": "1", "cap_per_period": { "points": "9" } }"#, "cap_per_period"),
            (r#"{ "points": "1", "per": "1", "cap_per_period": { "points": "9", "days": 30 } }"#, ""),
            (r#"{ "points": "1", "per": "1", "cap_per_period": { "points": "9", "every": "month", "days": 30 } }"#, "cap_per_period"),
        ] {
            let mut rule: serde_json::Value = serde_json::from_str(rule).unwrap();
            (rule["id"], rule["type"]) = ("r".into(), "points".into());
            let expected: Vec<String> = mistake.split_whitespace().map(|field| format!("earning.rules[0].{field}")).collect();
            assert_eq!(paths(serde_json::json!({ "rules": [rule] })), expected, "{rule}");
        }
    }

    // rules O4, O8, W9
    #[test]
    fn bonuses_and_what_returns_are_checked() {
        let bonus = |more: serde_json::Value| serde_json::json!({ "bonuses": [more] });
        let welcome = serde_json::json!({ "id": "welcome", "type": "points", "points": "100", "on": "enrolled" });
        assert_eq!(paths(bonus(welcome)), Vec::<String>::new());
        let wrong = serde_json::json!({ "id": "welcome", "type": "stars", "points": "0", "on": "enrolled", "keep_on_refund": true });
        assert_eq!(paths(bonus(wrong)), ["type", "points", "keep_on_refund"].map(|field| format!("earning.bonuses[0].{field}")));
        let friend = serde_json::json!({ "id": "friend", "type": "points", "points": "9", "on": "first_order", "to": "referrer", "keep_on_refund": true });
        assert_eq!(paths(bonus(friend)), Vec::<String>::new());
        let birthday = serde_json::json!({ "id": "cake", "type": "points", "points": "9", "on": "birthday", "from": "2026-12-01" });
        assert_eq!(paths(bonus(birthday)), Vec::<String>::new());
        let wrong = serde_json::json!({ "id": "cake", "type": "points", "points": "9", "on": "birthday", "to": "referred", "keep_on_refund": true });
        assert_eq!(paths(bonus(wrong)), ["keep_on_refund", "from", "to"].map(|field| format!("earning.bonuses[0].{field}")));
        let wrong = serde_json::json!({ "id": "hello", "type": "points", "points": "9", "on": "enrolled", "from": "2026-12-01" });
        assert_eq!(paths(bonus(wrong)), ["earning.bonuses[0].from"]);
        assert_eq!(paths(serde_json::json!({ "spent_points": "own_lots_with_grace" })), ["earning.spent_points_grace_days"]);
        assert_eq!(paths(serde_json::json!({ "spent_points_grace_days": 3 })), ["earning.spent_points_grace_days"]);
    }
}
