//! Rewards: what members can have for their points, or are given (rule R1).

use std::fmt;
use std::str::FromStr;

use schemars::JsonSchema;

use super::InStatus;
use super::check::Checker;
use super::{PointKind, PointType, Program};
use crate::amount::Quantity;
use crate::id::{Id, Line, Malformed, Slug};
use crate::json::Json;
use crate::limits::{PERIOD_MAX, PROGRAM_LIST_MAX};
use crate::time::{Date, Timestamp, Zone};

/// A reward of the catalogue.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Reward {
    /// The id.
    pub id: Slug,
    /// The name that people see; the id when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<Line>,
    /// What it is.
    pub gives: RewardKind,
    /// What it costs; one without a price cannot be redeemed, only granted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cost: Option<Cost>,
    /// How many there are in all, those that were issued included; without end when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stock: Option<u32>,
    /// How many one customer can have in all; without end when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub per_customer: Option<u32>,
    /// From when on it can be redeemed: an instant, or a local date.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Moment>,
    /// Until when it can be redeemed: an instant, which is no longer part of it, or the last local date.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Moment>,
    /// The groups that can redeem it; everybody when there are none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub groups: Vec<Slug>,
    /// The statuses that can redeem it, any of them; everybody when there are none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub statuses: Vec<InStatus>,
    /// How many days it lives once it is issued, 1 to 36,500; for ever when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub life_days: Option<u32>,
}

/// What a reward is.
#[derive(Debug, Clone, PartialEq, Eq, Json, JsonSchema)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum RewardKind {
    /// A fixed amount off an order.
    AmountOff {
        /// How much.
        amount: Quantity,
        /// The currency, one of the program's.
        currency: String,
    },
    /// A percentage off an order.
    PercentOff {
        /// The percentage, more than 0, at most 100.
        percent: Quantity,
    },
    /// A product.
    Product {
        /// The article.
        sku: Id,
    },
    /// Free shipping of an order.
    FreeShipping,
    /// Money on the customer's account, credited as it is issued.
    GiftCredit {
        /// The point type, one of the kind money.
        #[serde(rename = "type")]
        point_type: Slug,
        /// How much.
        amount: Quantity,
    },
    /// Whatever the shop makes of it.
    Custom,
}

/// The price of a reward.
#[derive(Debug, Clone, PartialEq, Eq, Json, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Cost {
    /// The point type in which it is paid.
    #[serde(rename = "type")]
    pub point_type: Slug,
    /// How much.
    pub amount: Quantity,
}

/// An instant, or a local date of the program's zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Json, JsonSchema)]
#[serde(try_from = "String", into = "String")]
pub enum Moment {
    /// An instant.
    At(Timestamp),
    /// A local date.
    On(Date),
}

impl Default for Moment {
    fn default() -> Self {
        Moment::At(Timestamp::default())
    }
}

impl Moment {
    /// The first instant of it.
    pub fn begins(self, zone: Zone) -> Timestamp {
        match self {
            Moment::At(at) => at,
            Moment::On(date) => zone.first_instant(date),
        }
    }

    /// The first instant behind it.
    pub fn ends(self, zone: Zone) -> Timestamp {
        match self {
            Moment::At(at) => at,
            Moment::On(date) => zone.first_instant(date.plus_days(1)),
        }
    }
}

impl TryFrom<String> for Moment {
    type Error = Malformed;
    fn try_from(text: String) -> Result<Self, Malformed> {
        if let Ok(at) = Timestamp::from_str(&text) {
            return Ok(Moment::At(at));
        }
        let malformed = |_| Malformed("is neither a time like 2026-11-22T10:00:00Z nor a date like 2026-11-22".into());
        Date::try_from(text).map(Moment::On).map_err(malformed)
    }
}

impl From<Moment> for String {
    fn from(moment: Moment) -> String {
        moment.to_string()
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Moment::At(at) => at.fmt(out),
            Moment::On(date) => date.fmt(out),
        }
    }
}

impl Reward {
    /// The name that people see.
    pub fn title(&self) -> &str {
        self.name.as_ref().map_or(self.id.as_str(), Line::as_str)
    }
}

impl Program {
    /// The reward with this id.
    pub fn reward(&self, id: &str) -> Option<&Reward> {
        self.rewards.iter().find(|reward| reward.id.as_str() == id)
    }
}

impl Checker<'_> {
    /// The catalogue of rewards.
    pub(super) fn rewards(&mut self) {
        let program = self.program;
        self.list("rewards", program.rewards.iter().map(|reward| reward.id.as_str()));
        for (index, reward) in program.rewards.iter().enumerate() {
            self.reward(reward, &format!("rewards[{index}]"));
        }
    }

    fn reward(&mut self, reward: &Reward, path: &str) {
        let program = self.program;
        self.gives(&reward.gives, &format!("{path}.gives"));
        if let Some(cost) = &reward.cost {
            self.value(program.point_type(cost.point_type.as_str()), cost.amount, &format!("{path}.cost"));
        }
        self.require(reward.per_customer != Some(0), &format!("{path}.per_customer"), "must be 1 or more; leave it out for no limit");
        let life = reward.life_days.is_none_or(|days| (1..=PERIOD_MAX).contains(&days));
        self.require(life, &format!("{path}.life_days"), "must be 1 to 36500; leave it out for ever");
        if matches!(reward.gives, RewardKind::GiftCredit { .. }) {
            let text = "is for what waits to be used; how long gift credit lives is up to its point type";
            self.require(reward.life_days.is_none(), &format!("{path}.life_days"), text);
        }
        if let (Some(from), Some(until)) = (reward.from, reward.until) {
            let zone = program.time_zone;
            self.require(from.begins(zone) < until.ends(zone), &format!("{path}.until"), "must be later than from");
        }
        for (index, group) in reward.groups.iter().enumerate() {
            self.require(program.has_group(group.as_str()), &format!("{path}.groups[{index}]"), "is not a group of this program");
        }
        self.in_statuses(&reward.statuses, &format!("{path}.statuses"));
        for (name, len) in [("groups", reward.groups.len()), ("statuses", reward.statuses.len())] {
            self.require(len <= PROGRAM_LIST_MAX, &format!("{path}.{name}"), &format!("has more than {PROGRAM_LIST_MAX} items"));
        }
    }

    fn gives(&mut self, gives: &RewardKind, path: &str) {
        let program = self.program;
        match gives {
            RewardKind::AmountOff { amount, currency } => match program.currencies.get(currency) {
                None => self.note(&format!("{path}.currency"), "is not among the program's currencies"),
                Some(places) => self.positive(*amount, *places, &format!("{path}.amount")),
            },
            RewardKind::PercentOff { percent } => {
                let fits = percent.is_positive() && *percent <= Quantity::from(100);
                self.require(fits, &format!("{path}.percent"), "must be more than 0 and at most 100");
            }
            RewardKind::GiftCredit { point_type, amount } => {
                let found = program.point_type(point_type.as_str());
                self.value(found, *amount, path);
                let is_money = found.is_none_or(|found| found.kind == PointKind::Money);
                self.require(is_money, &format!("{path}.type"), "is not a point type of the kind money");
            }
            RewardKind::Product { .. } | RewardKind::FreeShipping | RewardKind::Custom => {}
        }
    }

    /// A value of a point type: `type` and `amount` below this path.
    fn value(&mut self, point_type: Option<&PointType>, amount: Quantity, path: &str) {
        match point_type {
            None => self.note(&format!("{path}.type"), "is not a point type of this program"),
            Some(point_type) => self.positive(amount, point_type.places, &format!("{path}.amount")),
        }
    }

    fn positive(&mut self, amount: Quantity, places: u32, path: &str) {
        let fits = amount.is_positive() && amount.amount(places, path).is_ok();
        self.require(fits, path, &format!("must be more than zero, with at most {places} decimal places"));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::Reason;

    /// The paths of the mistakes in a program with this reward.
    fn mistakes(reward: serde_json::Value) -> Vec<String> {
        let program = serde_json::json!({
            "point_types": [{ "id": "points" }, { "id": "credit", "kind": "money", "currency": "USD", "places": 2 }],
            "groups": [{ "id": "vip" }],
            "status_systems": [{ "id": "tiers", "counts": { "source": "visits" }, "statuses": [{ "id": "gold", "threshold": "1" }] }],
            "rewards": [reward],
        });
        match Program::parse(&program.to_string()).map_err(crate::error::Error::into_reason) {
            Err(Reason::InvalidProgram { problems }) => problems.into_iter().map(|problem| problem.path).collect(),
            other => other.map(|_| Vec::new()).unwrap(),
        }
    }

    // rule R1
    #[test]
    fn every_mistake_in_a_reward_is_told_with_its_path() {
        let good = serde_json::json!({
            "id": "mug", "name": "A mug", "gives": { "kind": "product", "sku": "mug-1" }, "cost": { "type": "points", "amount": "50" },
            "stock": 10, "per_customer": 1, "from": "2026-01-01", "until": "2026-01-31T12:00:00Z", "groups": ["vip"],
            "statuses": [{ "system": "tiers", "status": "gold" }], "life_days": 30
        });
        assert_eq!(mistakes(good.clone()), Vec::<String>::new());
        for (field, value, path) in [
            ("gives", serde_json::json!({ "kind": "amount_off", "amount": "5", "currency": "XTS" }), "gives.currency"),
            ("gives", serde_json::json!({ "kind": "amount_off", "amount": "5.001", "currency": "USD" }), "gives.amount"),
            ("gives", serde_json::json!({ "kind": "percent_off", "percent": "100.5" }), "gives.percent"),
            ("gives", serde_json::json!({ "kind": "percent_off", "percent": "0" }), "gives.percent"),
            ("cost", serde_json::json!({ "type": "shells", "amount": "5" }), "cost.type"),
            ("cost", serde_json::json!({ "type": "points", "amount": "0" }), "cost.amount"),
            ("cost", serde_json::json!({ "type": "points", "amount": "0.5" }), "cost.amount"),
            ("per_customer", serde_json::json!(0), "per_customer"),
            ("life_days", serde_json::json!(0), "life_days"),
            ("until", serde_json::json!("2025-12-31"), "until"),
            ("until", serde_json::json!("soon"), "until"),
            ("groups", serde_json::json!(["vip", "trade"]), "groups[1]"),
            ("statuses", serde_json::json!([{ "system": "tiers", "status": "tin" }]), "statuses[0]"),
        ] {
            let mut bad = good.clone();
            bad[field] = value;
            assert_eq!(mistakes(bad), [format!("rewards[0].{path}")], "{field}");
        }
        let credit =
            |point_type: &str| serde_json::json!({ "id": "c", "gives": { "kind": "gift_credit", "type": point_type, "amount": "5" } });
        assert_eq!(mistakes(credit("credit")), Vec::<String>::new());
        assert_eq!(mistakes(credit("points")), ["rewards[0].gives.type"]);
        let mut mortal = credit("credit");
        mortal["life_days"] = serde_json::json!(30);
        assert_eq!(mistakes(mortal), ["rewards[0].life_days"]);
    }

    // rules R1, L4
    #[test]
    fn dates_are_whole_local_days() {
        let zone = crate::json::stored::<Zone>("\"America/New_York\"").unwrap();
        let moment = |text: &str| Moment::try_from(text.to_owned()).unwrap();
        assert_eq!(moment("2026-12-24").begins(zone).to_string(), "2026-12-24T05:00:00Z");
        assert_eq!(moment("2026-12-24").ends(zone).to_string(), "2026-12-25T05:00:00Z");
        let instant = moment("2026-12-24T10:00:00Z");
        assert_eq!((instant.begins(zone), instant.ends(zone)), (instant.begins(Zone::UTC), instant.ends(Zone::UTC)));
        assert_eq!((String::from(instant), String::from(moment("2026-12-24"))), ("2026-12-24T10:00:00Z".into(), "2026-12-24".into()));
    }
}
