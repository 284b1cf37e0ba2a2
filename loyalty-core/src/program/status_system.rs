//! Status systems: ladders of statuses and what is counted for them (rules Y1, Y7).

use schemars::JsonSchema;

use super::check::Checker;
use super::{Keep, Program, Window};
use crate::amount::Quantity;
use crate::error::Problem;
use crate::gather::Gather;
use crate::id::{Line, Slug};
use crate::json::Json;
use crate::limits::{CHOICES_MAX, PERIOD_MAX};
use crate::sorting::sort;

/// A ladder of statuses with what is counted for it.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct StatusSystem {
    /// The id, such as `tier`.
    pub id: Slug,
    /// The name that people see; the id when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<Line>,
    /// What is counted. Once customers have statuses it cannot change, and neither can the window: their counters are kept in them.
    pub counts: Counts,
    /// Over which time it is counted.
    #[serde(default)]
    pub window: Window,
    /// Until when a status is kept that was reached.
    #[serde(default)]
    pub keep: Keep,
    /// Days that a status stays when it could fall, in which it can still be earned again; 0 none.
    #[serde(default)]
    pub grace_days: u32,
    /// How far a status falls.
    #[serde(default)]
    pub falling: Falling,
    /// The statuses; their order comes from the thresholds.
    pub statuses: Vec<Status>,
}

/// A status of a ladder.
#[derive(Debug, Clone, PartialEq, Eq, Json, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Status {
    /// The id, such as `gold`.
    pub id: Slug,
    /// The name that people see; the id when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<Line>,
    /// The counter from which on a member has it; `"0"` for one that every member has.
    pub threshold: Quantity,
    /// The rewards that a member is granted who rises to it, once for each period (rule Y6).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rewards: Vec<Slug>,
}

/// A status of a status system.
#[derive(Debug, Clone, PartialEq, Eq, Json, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct InStatus {
    /// The system.
    pub system: Slug,
    /// The status.
    pub status: Slug,
}

/// What is counted (rule Y1).
#[derive(Debug, Clone, PartialEq, Eq, Json, JsonSchema)]
#[serde(tag = "source", rename_all = "snake_case", deny_unknown_fields)]
pub enum Counts {
    /// What was earned of a point type, less what of it was taken back; adjustments by hand do not count.
    Earned {
        /// The point type.
        #[serde(rename = "type")]
        point_type: Slug,
    },
    /// Money spent on goods, less what was given back; in the one currency of the program.
    Spend,
    /// Orders.
    Orders,
    /// Sign-ins.
    Visits,
    /// Nothing: an agent sets the counter.
    Manual,
}

/// How far a status falls that is no longer kept.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Json, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Falling {
    /// To what the counter reaches, now or as the period ended.
    #[default]
    ToFit,
    /// To the next status below, which is then kept for a period of its own.
    OneStep,
}

/// What becomes of a status that is no longer in the program (rule Y7). It stays here for ever, since a customer's record is mapped when it is
/// next read.
#[derive(Debug, Clone, PartialEq, Eq, Json, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct StatusMapping {
    /// The system that had it.
    pub system: Slug,
    /// The status that went away.
    pub from: Slug,
    /// The system of the new status, where it is another one; a member who stands higher there already stays there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to_system: Option<Slug>,
    /// The new status.
    pub to: Slug,
}

impl StatusSystem {
    /// The statuses from the lowest to the highest, however they were typed (rules Y1, T8).
    pub fn ladder(&self) -> Vec<&Status> {
        let mut ladder: Vec<&Status> = self.statuses.iter().gather();
        sort(&mut ladder, |a, b| a.threshold.cmp(&b.threshold));
        ladder
    }

    /// The status with this id.
    pub fn status(&self, id: &str) -> Option<&Status> {
        self.statuses.iter().find(|status| status.id.as_str() == id)
    }
}

impl Program {
    /// The status system with this id.
    pub fn status_system(&self, id: &str) -> Option<&StatusSystem> {
        self.status_systems.iter().find(|system| system.id.as_str() == id)
    }

    /// What became of a status that is no longer in the program: the system and status in its place.
    pub fn mapped_status(&self, system: &str, status: &str) -> Option<(&Slug, &Slug)> {
        let fits = |row: &&StatusMapping| row.system.as_str() == system && row.from.as_str() == status;
        self.status_mapping.iter().find(fits).map(|row| (row.to_system.as_ref().unwrap_or(&row.system), &row.to))
    }

    /// Finds statuses that a successor leaves without a place, and counters that it would give another meaning (rule Y7).
    pub(super) fn check_statuses(&self, next: &Program, problems: &mut Vec<Problem>) {
        let mut note = |path: String, problem: String| problems.push(Problem { path, problem });
        for old in &self.status_systems {
            let place = next.status_systems.iter().position(|system| system.id == old.id);
            let new = next.status_system(old.id.as_str());
            if let Some((place, new)) = place.zip(new).filter(|(_, new)| (&new.counts, new.window) != (&old.counts, old.window)) {
                let changed = if new.counts == old.counts { "window" } else { "counts" };
                let problem = "cannot change: counters are kept in it; add a system and map the statuses of this one to it";
                note(format!("status_systems[{place}].{changed}"), problem.to_owned());
            }
            let gone = old.statuses.iter().filter(|status| new.is_none_or(|new| new.status(status.id.as_str()).is_none()));
            for status in gone.filter(|status| next.mapped_status(old.id.as_str(), status.id.as_str()).is_none()) {
                note("status_mapping".to_owned(), format!("'{}' of '{}' goes away; say to which status it is mapped", status.id, old.id));
            }
        }
        let forgotten = self.status_mapping.iter().filter(|row| next.mapped_status(row.system.as_str(), row.from.as_str()).is_none());
        for row in forgotten {
            let problem = format!("'{}' of '{}' was mapped; keep that, customers may not be mapped yet", row.from, row.system);
            note("status_mapping".to_owned(), problem);
        }
    }
}

impl Checker<'_> {
    /// Statuses that something else in the document names.
    pub(super) fn in_statuses(&mut self, named: &[InStatus], path: &str) {
        let program = self.program;
        for (index, named) in named.iter().enumerate() {
            let system = program.status_system(named.system.as_str());
            let known = system.is_some_and(|system| system.status(named.status.as_str()).is_some());
            self.require(known, &format!("{path}[{index}]"), "is not a status of this program");
        }
    }

    /// Ladders whose rungs can be told apart, and mappings that lead somewhere (rules Y1, Y7).
    pub(super) fn status_systems(&mut self) {
        let program = self.program;
        self.list("status_systems", program.status_systems.iter().map(|system| system.id.as_str()));
        for (index, system) in program.status_systems.iter().enumerate() {
            self.status_system(system, &format!("status_systems[{index}]"));
        }
        for (index, row) in program.status_mapping.iter().enumerate() {
            let path = format!("status_mapping[{index}]");
            let there = program.status_system(row.system.as_str());
            let is_there = there.is_some_and(|system| system.status(row.from.as_str()).is_some());
            self.require(!is_there, &format!("{path}.from"), "is a status of this program; map only what went away");
            let twice = program.status_mapping.iter().take(index).any(|other| (&other.system, &other.from) == (&row.system, &row.from));
            self.require(!twice, &format!("{path}.from"), "is mapped twice; map it once");
            let first = program.status_mapping.iter().find(|other| other.system == row.system);
            let together = there.is_some() || first.is_none_or(|first| first.to_system == row.to_system);
            let apart = "is another system than that of its other statuses; a standing goes into one as a whole, map all of them there";
            self.require(together, &format!("{path}.to_system"), apart);
            let moves = row.to_system.as_ref().is_some_and(|_| there.is_some());
            self.require(!moves, &format!("{path}.to_system"), "is for a system that went away; map within the one that stays");
            let to = program.status_system(row.to_system.as_ref().unwrap_or(&row.system).as_str());
            let leads = to.is_some_and(|system| system.status(row.to.as_str()).is_some());
            self.require(leads, &format!("{path}.to"), "is not a status of that system in this program");
        }
    }

    fn status_system(&mut self, system: &StatusSystem, path: &str) {
        self.list(&format!("{path}.statuses"), system.statuses.iter().map(|status| status.id.as_str()));
        self.require(!system.statuses.is_empty(), &format!("{path}.statuses"), "must name at least one status");
        for (index, status) in system.statuses.iter().enumerate() {
            let threshold = format!("{path}.statuses[{index}].threshold");
            self.require(!status.threshold.is_negative(), &threshold, "must not be negative");
            let twice = system.statuses.iter().take(index).any(|other| other.threshold == status.threshold);
            self.require(!twice, &threshold, "is the threshold of another status too; which is higher could not be told");
            self.status_rewards(status, &format!("{path}.statuses[{index}].rewards"));
        }
        match &system.counts {
            Counts::Earned { point_type } => {
                let known = self.program.point_type(point_type.as_str()).is_some();
                self.require(known, &format!("{path}.counts.type"), "is not a point type of this program");
            }
            Counts::Spend => {
                let one = self.program.currencies.len() == 1;
                self.require(
                    one,
                    &format!("{path}.counts.source"),
                    "spend is counted in one currency, and the program lists others; count what is earned",
                );
            }
            Counts::Manual => {
                let fits = system.window == Window::Lifetime;
                self.require(fits, &format!("{path}.window"), "a counter that is set by hand has no window; leave it out");
            }
            Counts::Orders | Counts::Visits => {}
        }
        if let Window::Rolling { count, .. } = system.window {
            self.require((1..=PERIOD_MAX).contains(&count), &format!("{path}.window.count"), "must be 1 to 36500");
        }
        match system.keep {
            Keep::WhileItFits => {
                let stays = system.falling == Falling::ToFit || system.grace_days > 0;
                self.require(stays, &format!("{path}.falling"), "needs a period (keep) or days of grace between two steps");
            }
            Keep::Years { years } => self.require((1..=100).contains(&years), &format!("{path}.keep.years"), "must be 1 to 100"),
            Keep::Months { months } => self.require((1..=1_200).contains(&months), &format!("{path}.keep.months"), "must be 1 to 1200"),
        }
        self.require(system.grace_days <= PERIOD_MAX, &format!("{path}.grace_days"), "must be 0 to 36500");
    }

    fn status_rewards(&mut self, status: &Status, path: &str) {
        self.require(status.rewards.len() <= CHOICES_MAX, path, "has more than 20 items");
        for (index, reward) in status.rewards.iter().enumerate() {
            let known = self.program.reward(reward.as_str()).is_some();
            self.require(known, &format!("{path}[{index}]"), "is not a reward of this program");
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::error::{Error, Reason};

    fn program(system: Value, more: Value) -> Result<Program, Error> {
        let mut document = more;
        document["point_types"] = json!([{ "id": "points" }]);
        document["status_systems"] = json!([system]);
        Program::from_tree(document.into())
    }

    fn tier(fields: Value) -> Value {
        let mut system = json!({
            "id": "tier", "counts": { "source": "earned", "type": "points" },
            "statuses": [{ "id": "gold", "threshold": "1000" }, { "id": "base", "threshold": "0" }, { "id": "silver", "threshold": "500" }]
        });
        for (name, value) in fields.as_object().unwrap() {
            system[name] = value.clone();
        }
        system
    }

    fn paths<T: std::fmt::Debug>(checked: Result<T, Error>) -> Vec<String> {
        match checked.map_err(Error::into_reason) {
            Err(Reason::InvalidProgram { problems }) => problems.into_iter().map(|problem| problem.path).collect(),
            other => panic!("expected mistakes, got {other:?}"),
        }
    }

    // rules Y1, T8
    #[test]
    fn the_order_comes_from_the_thresholds() {
        // As texts they would stand otherwise.
        let typed = [("x", "1000"), ("y", "900"), ("z", "9.5")].map(|(id, threshold)| json!({ "id": id, "threshold": threshold }));
        for order in [[0, 1, 2], [1, 0, 2], [2, 1, 0], [0, 2, 1]] {
            let statuses = json!(order.map(|index| typed[index].clone()));
            let program = program(tier(json!({ "statuses": statuses })), json!({})).unwrap();
            let ids: Vec<&str> = program.status_systems[0].ladder().iter().map(|status| status.id.as_str()).collect();
            assert_eq!(ids, ["z", "y", "x"]);
        }
    }

    // rules W9, Y1
    #[test]
    fn every_mistake_has_its_path() {
        let base = "status_systems[0]";
        for (fields, path) in [
            (json!({ "statuses": [] }), "statuses"),
            (json!({ "statuses": [{ "id": "a", "threshold": "1" }, { "id": "a", "threshold": "2" }] }), "statuses[1].id"),
            (json!({ "statuses": [{ "id": "a", "threshold": "1" }, { "id": "b", "threshold": "1.0" }] }), "statuses[1].threshold"),
            (json!({ "statuses": [{ "id": "a", "threshold": "-1" }] }), "statuses[0].threshold"),
            (json!({ "statuses": [{ "id": "a", "threshold": "1", "rewards": ["mug"] }] }), "statuses[0].rewards[0]"),
            (json!({ "counts": { "source": "earned", "type": "stars" } }), "counts.type"),
            (json!({ "counts": { "source": "manual" }, "window": { "over": "calendar_year" } }), "window"),
            (json!({ "window": { "over": "rolling", "period": "days", "count": 0 } }), "window.count"),
            (json!({ "keep": { "policy": "years", "years": 0 } }), "keep.years"),
            (json!({ "keep": { "policy": "months", "months": 1_201 } }), "keep.months"),
            (json!({ "falling": "one_step" }), "falling"),
            (json!({ "grace_days": 36_501 }), "grace_days"),
        ] {
            assert_eq!(paths(program(tier(fields), json!({}))), [format!("{base}.{path}")]);
        }
        let spend = tier(json!({ "counts": { "source": "spend" } }));
        assert_eq!(paths(program(spend.clone(), json!({ "currencies": { "USD": 2, "EUR": 2 } }))), [format!("{base}.counts.source")]);
        assert!(program(spend, json!({ "currencies": { "EUR": 2 } })).is_ok());
        assert!(program(tier(json!({ "falling": "one_step", "grace_days": 1 })), json!({})).is_ok());
    }

    // rule Y7
    #[test]
    fn a_status_that_goes_away_is_mapped_for_ever() {
        let old = program(tier(json!({})), json!({})).unwrap();
        let fewer = tier(json!({ "statuses": [{ "id": "base", "threshold": "0" }, { "id": "gold", "threshold": "800" }] }));
        let mapping = json!({ "status_mapping": [{ "system": "tier", "from": "silver", "to": "gold" }] });
        assert_eq!(paths(old.check_successor(&program(fewer.clone(), json!({})).unwrap())), ["status_mapping"]);
        let next = program(fewer.clone(), mapping).unwrap();
        old.check_successor(&next).unwrap();
        assert_eq!(paths(next.check_successor(&program(fewer, json!({})).unwrap())), ["status_mapping"], "it may not be forgotten");
        assert_eq!(paths(next.check_successor(&old)), ["status_mapping"], "it may not come back as something else");
    }

    // rule Y7
    #[test]
    fn a_system_that_goes_away_leads_into_another() {
        let old = program(tier(json!({})), json!({})).unwrap();
        let club = json!({ "id": "club", "counts": { "source": "visits" }, "statuses": [{ "id": "vip", "threshold": "9" }] });
        let row = |from: &str| json!({ "system": "tier", "from": from, "to_system": "club", "to": "vip" });
        let some = json!({ "status_mapping": [row("gold"), row("silver")] });
        let all = json!({ "status_mapping": [row("gold"), row("silver"), row("base")] });
        assert_eq!(paths(old.check_successor(&program(club.clone(), some).unwrap())), ["status_mapping"]);
        old.check_successor(&program(club.clone(), all).unwrap()).unwrap();
        let wrong = json!({ "status_mapping": [
            { "system": "tier", "from": "gold", "to": "gold" }, { "system": "club", "from": "vip", "to": "vip" }, row("gold"),
            { "system": "club", "from": "old", "to_system": "club", "to": "vop" }
        ] });
        let expected =
            ["[0].to", "[1].from", "[2].from", "[2].to_system", "[3].to_system", "[3].to"].map(|path| format!("status_mapping{path}"));
        assert_eq!(paths(program(club, wrong)), expected);
    }

    // rule Y7
    #[test]
    fn a_system_that_goes_away_leads_into_one_other() {
        let system = |id: &str| json!({ "id": id, "counts": { "source": "visits" }, "statuses": [{ "id": "low", "threshold": "1" }, { "id": "high", "threshold": "9" }] });
        let row = |from: &str, to: &str| json!({ "system": "tier", "from": from, "to_system": to, "to": "high" });
        let document = |rows: Value| {
            let document =
                json!({ "point_types": [{ "id": "points" }], "status_systems": [system("club"), system("guild")], "status_mapping": rows });
            Program::from_tree(document.into())
        };
        // Whichever of the two is looked at first would take the standing, and the other would find nothing.
        let two = json!([row("gold", "club"), row("silver", "guild"), row("base", "club")]);
        assert_eq!(paths(document(two)), ["status_mapping[1].to_system"]);
        document(json!([row("gold", "club"), row("silver", "club"), row("base", "club")])).unwrap();
    }

    // rule Y1
    #[test]
    fn counters_keep_their_meaning() {
        let old = program(tier(json!({})), json!({})).unwrap();
        let year = tier(json!({ "window": { "over": "calendar_year" }, "grace_days": 3 }));
        assert_eq!(paths(old.check_successor(&program(year, json!({})).unwrap())), ["status_systems[0].window"]);
        let visits = tier(json!({ "counts": { "source": "visits" } }));
        assert_eq!(paths(old.check_successor(&program(visits, json!({})).unwrap())), ["status_systems[0].counts"]);
    }
}
