//! What is given once to a person, as the merchant says it (rule O8).

use schemars::JsonSchema;

use super::check::Checker;
use super::is_usual;
use crate::amount::Quantity;
use crate::id::Slug;
use crate::json::Json;
use crate::time::Date;

/// What is given once to a person, and never again: for a birthday once a year.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Bonus {
    /// The bonus' id; entries name it as their rule.
    pub id: Slug,
    /// The point type that is given.
    #[serde(rename = "type")]
    pub point_type: Slug,
    /// How many.
    pub points: Quantity,
    /// On which occasion.
    pub on: BonusOn,
    /// Whom it is for. To a referrer it is given once for each person referred.
    #[serde(default, skip_serializing_if = "is_usual")]
    pub to: BonusTo,
    /// For a birthday: the first local day whose birthdays count, so that a new bonus is not given for those that are past.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Date>,
    /// On a first order: whether it stays when that order is refunded.
    #[serde(default, skip_serializing_if = "is_usual")]
    pub keep_on_refund: bool,
}

/// The occasion of a bonus.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Json, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum BonusOn {
    /// The customer has become a member.
    #[default]
    Enrolled,
    /// The customer's first order has earned.
    FirstOrder,
    /// It is the customer's birthday, and the sweep (`maintenance.run`) comes by.
    Birthday,
}

/// Whom a bonus is for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Json, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum BonusTo {
    /// The customer.
    #[default]
    Customer,
    /// The customer, if somebody has referred them.
    Referred,
    /// Whoever has referred the customer.
    Referrer,
}

impl Checker<'_> {
    /// What must hold of a bonus.
    pub(super) fn bonus(&mut self, bonus: &Bonus, path: &str) {
        if let Some(places) = self.places_of(&bonus.point_type, path) {
            self.fits(bonus.points, places, &format!("{path}.points"));
        }
        self.require(bonus.points.is_positive(), &format!("{path}.points"), "must be more than zero");
        let is_new = self.program.earning.rules.iter().all(|rule| rule.id != bonus.id);
        self.require(is_new, &format!("{path}.id"), "is the id of a rule; entries name both, give it another");
        let on_order = bonus.on == BonusOn::FirstOrder || !bonus.keep_on_refund;
        self.require(on_order, &format!("{path}.keep_on_refund"), "is for a bonus on the first order; leave it out");
        let on_birthday = bonus.on == BonusOn::Birthday;
        let has_day = bonus.from.is_some();
        self.require(has_day || !on_birthday, &format!("{path}.from"), "is missing; give the day from which on birthdays count");
        self.require(!has_day || on_birthday, &format!("{path}.from"), "is for birthdays; leave it out");
        self.require(!on_birthday || is_usual(&bonus.to), &format!("{path}.to"), "is for those who enroll or order first; leave it out");
    }
}
