//! Which rules fit an order, what each of them gives, and why the others do not (rule O2). The same for an order that is recorded and for a
//! basket that is only asked about.

use super::{Counted, gives, share_amount, share_value};
use crate::amount::{Amount, Quantity};
use crate::error::Error;
use crate::gather::Gather;
use crate::id::Slug;
use crate::ledger::find_type;
use crate::order::{Order, Part, Share};
use crate::pairs::Pairs;
use crate::program::{Combine, EarningRule, Gives, InStatus, Program};

/// An order and what rules look at besides it.
pub struct Case<'p, 'a> {
    /// The program.
    pub program: &'p Program,
    /// The order.
    pub order: &'a Order,
    /// The customer's group.
    pub group: Option<&'a Slug>,
    /// The customer's statuses, one of each system.
    pub statuses: &'a [InStatus],
    /// What is left of the caps of rules for a period, by the ids of the rules.
    pub room: Pairs<String, Amount>,
}

/// What became of a rule.
pub struct Verdict<'p> {
    /// The rule.
    pub rule: &'p EarningRule,
    /// What it gives, or why not.
    pub outcome: Outcome,
}

/// What a rule comes to.
pub enum Outcome {
    /// It gives something.
    Gives(Gift),
    /// It multiplies what others give.
    Multiplies,
    /// It does not fit, or gives nothing.
    Not(String),
}

/// What a rule gives, shared among the parts of the order.
pub struct Gift {
    /// How much in all.
    pub amount: Amount,
    /// The shares; together exactly the amount.
    pub shares: Vec<Share>,
}

/// Looks at every rule, in the order in which they stand in the program.
///
/// # Errors
/// `limit_exceeded` beyond the bounds of amounts.
pub fn assess<'p>(case: &Case<'p, '_>) -> Result<Vec<Verdict<'p>>, Error> {
    let parts = case.order.parts()?;
    let spent = spent_points(case.order, &parts)?;
    let goods = case.order.goods()?;
    let mut matching = Matching { case, parts: &parts, spent: &spent, used: Vec::new() };
    let rules = &case.program.earning.rules;
    let obstacles = rules.iter().map(|rule| case.obstacle(rule, goods)).gather::<Vec<_>>();
    let without_obstacle = rules.iter().zip(&obstacles).filter(|(_, obstacle)| obstacle.is_none()).map(|(rule, _)| rule);
    let multipliers: Vec<&EarningRule> = without_obstacle.filter(|rule| rule.gives == Gives::Times).gather();
    rules
        .iter()
        .zip(obstacles)
        .map(|(rule, obstacle)| {
            let outcome = match obstacle {
                Some(why) => Outcome::Not(why),
                None if rule.gives == Gives::Times && parts.iter().any(|part| fits(rule, part)) => Outcome::Multiplies,
                None if rule.gives == Gives::Times => Outcome::Not("it fits no line".into()),
                None => matching.outcome(rule, &multipliers)?,
            };
            Ok(Verdict { rule, outcome })
        })
        .gather()
}

impl Case<'_, '_> {
    /// Why a rule does not fit the order as a whole.
    fn obstacle(&self, rule: &EarningRule, goods: Quantity) -> Option<String> {
        let day = self.program.time_zone.date(self.order.placed_at);
        let held = |wanted: &InStatus| self.statuses.contains(wanted);
        let obstacle = if rule.from.is_some_and(|from| day < from) {
            format!("it begins on {}", rule.from.map(|from| from.to_string()).unwrap_or_default())
        } else if rule.until.is_some_and(|until| day > until) {
            format!("it ended on {}", rule.until.map(|until| until.to_string()).unwrap_or_default())
        } else if !rule.weekdays.is_empty() && !rule.weekdays.iter().any(|weekday| weekday.number() == day.weekday()) {
            "it is for other days of the week".into()
        } else if !rule.groups.is_empty() && !self.group.is_some_and(|group| rule.groups.contains(group)) {
            format!("it is for the groups {}", names(rule.groups.iter()))
        } else if !rule.statuses.is_empty() && !rule.statuses.iter().any(held) {
            format!("it is for the statuses {}", names(rule.statuses.iter().map(|named| &named.status)))
        } else if rule.minimum_spend.is_some_and(|least| goods < least) {
            format!("it needs goods for {}", rule.minimum_spend.unwrap_or_default())
        } else {
            return None;
        };
        Some(obstacle)
    }
}

fn names<'i>(ids: impl Iterator<Item = &'i Slug>) -> String {
    ids.map(Slug::as_str).joined(", ")
}

/// Which parts rules have taken so far.
struct Matching<'m, 'p, 'o> {
    case: &'m Case<'p, 'm>,
    parts: &'m [Part<'o>],
    /// What of each part was paid with points.
    spent: &'m [Quantity],
    /// Parts that count for a rule of a point type already, where the first match wins.
    used: Vec<(&'p str, usize)>,
}

impl<'p> Matching<'_, 'p, '_> {
    fn outcome(&mut self, rule: &'p EarningRule, multipliers: &[&EarningRule]) -> Result<Outcome, Error> {
        let first_match = self.case.program.earning.combine == Combine::FirstMatch;
        let point_type = rule.point_type.as_str();
        let (mut counted, mut taken) = (Vec::new(), false);
        for (index, part) in self.parts.iter().enumerate().filter(|(_, part)| fits(rule, part)) {
            if first_match && self.used.contains(&(point_type, index)) {
                taken = true;
                continue;
            }
            if first_match {
                self.used.push((point_type, index));
            }
            let base = self.base(rule, part, index)?;
            let times = if rule.gives == Gives::PerOrder { Quantity::from(1) } else { self.times(rule, part, multipliers)? };
            counted.push(Counted { part, base, times });
        }
        // A rule for some lines gives nothing for shipping alone.
        if counted.iter().all(|counted| counted.part.line.is_none() && (rule.is_for_lines() || counted.base.decimal().is_zero())) {
            return Ok(Outcome::Not(if taken { "its lines count for earlier rules" } else { "it fits no line" }.into()));
        }
        let places = find_type(self.case.program, point_type)?.places;
        let mut amount = gives(rule, &counted, places)?;
        if !amount.is_positive() {
            return Ok(Outcome::Not("it comes to less than the smallest unit".into()));
        }
        if let Some(cap) = rule.cap_per_order {
            amount = amount.min(cap.amount(places, "program")?);
        }
        if let Some(room) = self.case.room.get(rule.id.as_str()) {
            amount = amount.min(*room);
        }
        if !amount.is_positive() {
            return Ok(Outcome::Not("it has given all that it gives in its period".into()));
        }
        Ok(Outcome::Gives(Gift { amount, shares: shares(amount, &counted, places)? }))
    }

    /// What of a part counts for a rule.
    fn base(&self, rule: &EarningRule, part: &Part<'_>, index: usize) -> Result<Quantity, Error> {
        if rule.gives == Gives::PerItem {
            return Ok(part.line.map_or(Quantity::default(), |line| line.quantity));
        }
        let value = if rule.before_discounts { part.gross } else { part.value };
        let spent = self.spent.get(index).copied().filter(|_| rule.less_spent_points).unwrap_or_default();
        Ok(value.minus(spent)?.max(Quantity::default()))
    }

    /// By how much multipliers multiply what a rule gives for a part.
    fn times(&self, rule: &EarningRule, part: &Part<'_>, multipliers: &[&EarningRule]) -> Result<Quantity, Error> {
        let mut fitting = multipliers.iter().filter(|multiplier| multiplier.point_type == rule.point_type && fits(multiplier, part));
        let one = Quantity::from(1);
        match self.case.program.earning.combine {
            Combine::FirstMatch => Ok(fitting.next().and_then(|multiplier| multiplier.times).unwrap_or(one)),
            Combine::Stack => fitting.try_fold(one, |times, multiplier| times.times(multiplier.times.unwrap_or(one))),
        }
    }
}

/// Whether a part of an order is among those that a rule is for.
fn fits(rule: &EarningRule, part: &Part<'_>) -> bool {
    let Some(line) = part.line else {
        let is_tax = part.name.charge == Some(crate::order::Charge::Tax);
        return match rule.gives {
            Gives::Rate => (is_tax && rule.include_tax) || (!is_tax && rule.include_shipping),
            Gives::Times => !rule.is_for_lines(),
            Gives::PerItem | Gives::PerOrder => false,
        };
    };
    let of_sku = rule.skus.is_empty() || line.sku.as_ref().is_some_and(|sku| rule.skus.contains(sku));
    let of_category = rule.categories.is_empty() || line.category.as_ref().is_some_and(|category| rule.categories.contains(category));
    of_sku && of_category && (rule.include_gift_cards || !line.gift_card)
}

/// What of each part was paid with points.
fn spent_points(order: &Order, parts: &[Part<'_>]) -> Result<Vec<Quantity>, Error> {
    let spent = order.paid_with_points()?.min(order.total()?);
    let values: Vec<Quantity> = parts.iter().map(|part| part.value).gather();
    if spent.is_positive() { share_value(spent, &values, order.money_places()) } else { Ok(Vec::new()) }
}

/// Shares what a rule gives among the parts that counted, in proportion to what they count; where they all count nothing, evenly.
fn shares(amount: Amount, counted: &[Counted<'_, '_>], places: u32) -> Result<Vec<Share>, Error> {
    let weights = counted.iter().map(Counted::weight).gather::<Result<Vec<_>, _>>()?;
    share_amount(amount, counted.iter().map(|counted| &counted.part.name).zip(weights), places)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::Id;
    use crate::json::read_tree;
    use crate::order::tests::order_of;
    use serde_json::{Value, json};

    /// Tea for 10, two pots for 5 each; 5 for shipping, 2 for tax.
    fn order() -> Order {
        let mut order = order_of("10");
        let lines = json!([
            { "id": "t", "sku": "tea", "category": "drinks", "quantity": "1", "unit_price": "10", "discount": "0" },
            { "id": "p", "sku": "pot", "quantity": "2", "unit_price": "5", "discount": "0" }
        ]);
        order.facts.lines = read_tree(&lines.into(), "").unwrap();
        order.placed_at = "2026-11-23T10:00:00Z".parse().unwrap();
        order
    }

    fn program(rules: Value, more: Value) -> Program {
        let mut earning = more;
        earning["rules"] = rules;
        let ladder = json!({ "id": "ladder", "counts": { "source": "visits" }, "statuses": [{ "id": "gold", "threshold": "1" }] });
        let document = json!({ "point_types": [{ "id": "points" }, { "id": "stamps" }], "groups": [{ "id": "vip" }],
            "status_systems": [ladder], "earning": earning });
        Program::from_tree(document.into()).unwrap()
    }

    /// What each rule says: its amount with the shares by line, or why not.
    fn said_of(order: &Order, program: &Program, group: Option<&str>, room: &[(&str, i64)]) -> Vec<String> {
        let group = group.map(|group| Slug::new(group).unwrap());
        let mut rooms = Pairs::new();
        for (rule, left) in room {
            rooms.insert((*rule).to_owned(), Amount::new(*left).unwrap());
        }
        let case = Case { program, order, group: group.as_ref(), statuses: &[], room: rooms };
        let said = |verdict: &Verdict<'_>| match &verdict.outcome {
            Outcome::Gives(gift) => {
                let name = |share: &Share| share.part.line.as_ref().map_or("charge", Id::as_str).to_owned();
                let shares: Vec<String> = gift.shares.iter().map(|share| format!("{}={}", name(share), share.amount)).collect();
                let sum = gift.shares.iter().fold(Quantity::default(), |sum, share| sum.plus(share.amount).unwrap());
                assert_eq!(sum.decimal(), gift.amount.units().into(), "shares add up");
                format!("{}: {}", gift.amount.units(), shares.join(" "))
            }
            Outcome::Multiplies => "multiplies".to_owned(),
            Outcome::Not(why) => why.clone(),
        };
        assess(&case).unwrap().iter().map(said).collect()
    }

    fn said(rules: Value, more: Value) -> Vec<String> {
        let mut rules = rules;
        for (index, rule) in rules.as_array_mut().unwrap().iter_mut().enumerate() {
            rule["id"] = json!(format!("r{index}"));
            if rule["type"].is_null() {
                rule["type"] = json!("points");
            }
        }
        said_of(&order(), &program(rules, more), None, &[])
    }

    fn alone(rule: Value) -> String {
        said(json!([rule]), json!({})).remove(0)
    }

    // rule R7
    #[test]
    fn a_gift_card_earns_nothing_unless_a_rule_says_so() {
        let mut order = order();
        order.facts.lines[0].gift_card = true;
        let gives = |rule: Value| said_of(&order, &program(json!([rule]), json!({})), None, &[]).remove(0);
        let rule = json!({ "id": "r", "type": "points", "points": "1", "per": "1" });
        assert_eq!(gives(rule.clone()), "10: p=10");
        let mut counts = rule;
        counts["include_gift_cards"] = json!(true);
        assert_eq!(gives(counts), "20: t=10 p=10");
    }

    // rules O2, O3
    #[test]
    fn a_rule_gives_by_value_by_item_or_by_order() {
        for (rule, wanted) in [
            (json!({ "points": "1", "per": "1" }), "20: t=10 p=10"),
            (json!({ "points": "1", "per": "1", "include_shipping": true, "include_tax": true }), "27: t=10 p=10 charge=5 charge=2"),
            (json!({ "points": "10", "per": "6", "full_steps": true }), "30: t=15 p=15"),
            (json!({ "points": "1", "per": "3" }), "6: t=3 p=3"),
            (json!({ "points": "1", "per": "3", "rounding": "up" }), "7: t=4 p=3"),
            (json!({ "points": "1", "per": "1", "skus": ["pot"] }), "10: p=10"),
            (json!({ "points": "1", "per": "1", "categories": ["drinks"], "include_tax": true }), "12: t=10 charge=2"),
            (json!({ "points": "1", "per": "1", "skus": ["cup"], "include_shipping": true }), "it fits no line"),
            (json!({ "gives": "per_item", "points": "5" }), "15: t=5 p=10"),
            (json!({ "gives": "per_item", "type": "stamps", "points": "1", "skus": ["pot"] }), "2: p=2"),
            (json!({ "gives": "per_order", "points": "7" }), "7: t=4 p=3"),
            (json!({ "gives": "per_order", "points": "7", "skus": ["tea"] }), "7: t=7"),
            (json!({ "points": "1", "per": "1000" }), "it comes to less than the smallest unit"),
            (json!({ "points": "1", "per": "1", "cap_per_order": "15" }), "15: t=8 p=7"),
        ] {
            assert_eq!(alone(rule.clone()), wanted, "{rule}");
        }
    }

    // rule O2
    #[test]
    fn a_rule_has_conditions() {
        for (condition, value, wanted) in [
            ("minimum_spend", json!("20"), "20: t=10 p=10"),
            ("minimum_spend", json!("20.01"), "it needs goods for 20.01"),
            ("weekdays", json!(["monday"]), "20: t=10 p=10"),
            ("weekdays", json!(["sunday", "tuesday"]), "it is for other days of the week"),
            ("from", json!("2026-11-23"), "20: t=10 p=10"),
            ("from", json!("2026-11-24"), "it begins on 2026-11-24"),
            ("until", json!("2026-11-23"), "20: t=10 p=10"),
            ("until", json!("2026-11-22"), "it ended on 2026-11-22"),
            ("groups", json!(["vip"]), "it is for the groups vip"),
            ("statuses", json!([{ "system": "ladder", "status": "gold" }]), "it is for the statuses gold"),
        ] {
            let mut rule = json!({ "points": "1", "per": "1" });
            rule[condition] = value;
            assert_eq!(alone(rule.clone()), wanted, "{rule}");
        }
        let rule = json!([{ "id": "r", "type": "points", "points": "1", "per": "1", "groups": ["vip"] }]);
        assert_eq!(said_of(&order(), &program(rule, json!({})), Some("vip"), &[]), ["20: t=10 p=10"]);
        let gold = json!([{ "system": "ladder", "status": "gold" }]);
        let rule = json!([{ "id": "r", "type": "points", "points": "1", "per": "1", "statuses": gold }]);
        let (program, order) = (program(rule, json!({})), order());
        let gives = |system: &str, status: &str| {
            let held = [InStatus { system: Slug::new(system).unwrap(), status: Slug::new(status).unwrap() }];
            let case = Case { program: &program, order: &order, group: None, statuses: &held, room: Pairs::new() };
            matches!(assess(&case).unwrap()[0].outcome, Outcome::Gives(_))
        };
        assert_eq!([gives("ladder", "gold"), gives("other", "gold"), gives("ladder", "silver")], [true, false, false]);
    }

    // rules L4, O2
    #[test]
    fn days_are_those_of_the_program() {
        let rule = json!([{ "id": "r", "type": "points", "points": "1", "per": "1", "from": "2026-11-24" }]);
        let mut program = program(rule, json!({}));
        assert_eq!(said_of(&order(), &program, None, &[]), ["it begins on 2026-11-24"]);
        program.time_zone = crate::time::Zone::try_from("Pacific/Kiritimati".to_owned()).unwrap();
        assert_eq!(said_of(&order(), &program, None, &[]), ["20: t=10 p=10"], "it is the 24th there");
    }

    // rule O2
    #[test]
    fn multipliers_multiply_what_rules_of_their_type_give_on_their_lines() {
        let double = json!({ "gives": "times", "times": "2", "skus": ["tea"] });
        let triple = json!({ "gives": "times", "times": "3" });
        let rate = json!({ "points": "1", "per": "1", "include_shipping": true });
        assert_eq!(said(json!([rate, double]), json!({})), ["35: t=20 p=10 charge=5", "multiplies"]);
        assert_eq!(said(json!([rate, double, triple]), json!({})), ["105: t=60 p=30 charge=15", "multiplies", "multiplies"]);
        let first = json!({ "combine": "first_match" });
        assert_eq!(said(json!([rate, double, triple]), first)[0], "65: t=20 p=30 charge=15");
        let stamps = json!({ "gives": "per_item", "points": "1", "type": "stamps" });
        let by_order = json!({ "gives": "per_order", "points": "10" });
        assert_eq!(said(json!([stamps, by_order, triple]), json!({}))[..2], ["3: t=1 p=2", "10: t=5 p=5"], "another type; and by order");
        let none = json!({ "gives": "times", "times": "2", "skus": ["cup"] });
        assert_eq!(said(json!([rate, none]), json!({}))[1], "it fits no line");
    }

    // rule O2
    #[test]
    fn rules_add_up_or_the_first_that_fits_a_line_wins() {
        let tea = json!({ "points": "5", "per": "1", "skus": ["tea"] });
        let any = json!({ "points": "1", "per": "1" });
        assert_eq!(said(json!([tea, any]), json!({})), ["50: t=50", "20: t=10 p=10"]);
        let first = json!({ "combine": "first_match" });
        assert_eq!(said(json!([tea, any]), first.clone()), ["50: t=50", "10: p=10"]);
        assert_eq!(said(json!([any, tea]), first), ["20: t=10 p=10", "its lines count for earlier rules"]);
    }

    // rule O2
    #[test]
    fn discounts_and_spent_points_count_or_not() {
        let mut order = order();
        order.facts.discount = "4".parse().unwrap();
        let payment = json!({ "id": "1", "amount": "11.50", "status": "paid", "points": "c-1/points/1" });
        order.facts.payments = vec![read_tree(&payment.into(), "").unwrap()];
        let rules = |more: &str, value: bool| {
            let mut rule = json!({ "id": "r", "type": "points", "points": "1", "per": "1" });
            rule[more] = json!(value);
            program(json!([rule]), json!({}))
        };
        let said = |more: &str, value: bool| said_of(&order, &rules(more, value), None, &[]).remove(0);
        assert_eq!(said("full_steps", false), "16: t=8 p=8");
        assert_eq!(said("before_discounts", true), "20: t=10 p=10");
        assert_eq!(said("less_spent_points", true), "8: t=4 p=4", "half of all was paid with points");
    }

    // rule O2
    #[test]
    fn a_cap_leaves_room() {
        let rule =
            json!([{ "id": "r", "type": "points", "points": "1", "per": "1", "cap_per_period": { "points": "100", "every": "month" } }]);
        let program = program(rule, json!({}));
        assert_eq!(said_of(&order(), &program, None, &[("r", 3)]), ["3: t=2 p=1"]);
        assert_eq!(said_of(&order(), &program, None, &[("r", 0)]), ["it has given all that it gives in its period"]);
    }
}
