//! Stamp cards: so many stamps turn into a reward (rule R6).

use schemars::JsonSchema;

use super::check::Checker;
use super::{PointKind, Program};
use crate::id::{Line, Slug};
use crate::json::Json;
use crate::limits::STAMPS_MAX;

/// A kind of stamp card.
#[derive(Debug, Clone, PartialEq, Eq, Json, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct StampCard {
    /// The id.
    pub id: Slug,
    /// The name that people see; the id when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<Line>,
    /// The point type of its stamps, of the kind stamps; it has no other card.
    #[serde(rename = "type")]
    pub point_type: Slug,
    /// How many stamps fill it, 1 to 1,000. A card that was begun under another size is finished under that.
    pub size: u32,
    /// The reward for a full card.
    pub reward: Slug,
    /// Rewards on the way.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub slots: Vec<StampSlot>,
    /// Who turns a full card into its reward.
    #[serde(default)]
    pub completes: Completes,
}

/// A slot of a card that has a reward of its own.
#[derive(Debug, Clone, PartialEq, Eq, Json, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct StampSlot {
    /// The number of the stamp, from 1, before the last.
    pub stamp: u32,
    /// The reward.
    pub reward: Slug,
}

/// Who turns a full card into its reward.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Json, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Completes {
    /// It turns by itself, with its last stamp.
    #[default]
    Automatically,
    /// Whoever asks for it (`stamp_card.complete`).
    OnRequest,
}

impl StampCard {
    /// The name that people see.
    pub fn title(&self) -> &str {
        self.name.as_ref().map_or(self.id.as_str(), Line::as_str)
    }
}

impl Program {
    /// The stamp card of a point type.
    pub fn stamp_card_of(&self, point_type: &str) -> Option<&StampCard> {
        self.stamp_cards.iter().find(|card| card.point_type.as_str() == point_type)
    }
}

impl Checker<'_> {
    /// The stamp cards.
    pub(super) fn stamp_cards(&mut self) {
        let program = self.program;
        self.list("stamp_cards", program.stamp_cards.iter().map(|card| card.id.as_str()));
        for (index, card) in program.stamp_cards.iter().enumerate() {
            let path = format!("stamp_cards[{index}]");
            let first = program.stamp_cards.iter().position(|other| other.point_type == card.point_type);
            self.require(first == Some(index), &format!("{path}.type"), "has a stamp card already; give each card stamps of its own");
            self.stamp_card(card, &path);
        }
    }

    fn stamp_card(&mut self, card: &StampCard, path: &str) {
        // Stamps that count later by time alone would fill cards while nobody looks.
        let of_stamps = self
            .program
            .point_type(card.point_type.as_str())
            .is_some_and(|point_type| point_type.kind == PointKind::Stamps && point_type.places == 0 && point_type.activation_days == 0);
        let text = "is not a point type of the kind stamps without decimal places and activation delay";
        self.require(of_stamps, &format!("{path}.type"), text);
        self.require((1..=STAMPS_MAX).contains(&card.size), &format!("{path}.size"), "must be 1 to 1000");
        self.is_reward(&card.reward, &format!("{path}.reward"));
        let mut before = 0;
        for (index, slot) in card.slots.iter().enumerate() {
            let fits = before < slot.stamp && slot.stamp < card.size;
            self.require(fits, &format!("{path}.slots[{index}].stamp"), "must lie behind the slot before it and before the last stamp");
            self.is_reward(&slot.reward, &format!("{path}.slots[{index}].reward"));
            before = slot.stamp;
        }
    }

    fn is_reward(&mut self, reward: &Slug, path: &str) {
        self.require(self.program.reward(reward.as_str()).is_some(), path, "is not a reward of this program");
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::Reason;

    /// The paths of the mistakes in a program with this stamp card.
    fn mistakes(cards: serde_json::Value) -> Vec<String> {
        let program = serde_json::json!({
            "point_types": [
                { "id": "points" }, { "id": "stamps", "kind": "stamps" }, { "id": "late", "kind": "stamps", "activation_days": 1 }
            ],
            "rewards": [{ "id": "coffee", "gives": { "kind": "custom" } }],
            "stamp_cards": cards,
        });
        match Program::parse(&program.to_string()).map_err(crate::error::Error::into_reason) {
            Err(Reason::InvalidProgram { problems }) => problems.into_iter().map(|problem| problem.path).collect(),
            other => other.map(|_| Vec::new()).unwrap(),
        }
    }

    // rule R6
    #[test]
    fn every_mistake_in_a_card_is_told_with_its_path() {
        let good = serde_json::json!({
            "id": "coffee", "type": "stamps", "size": 10, "reward": "coffee",
            "slots": [{ "stamp": 3, "reward": "coffee" }, { "stamp": 9, "reward": "coffee" }], "completes": "on_request"
        });
        assert_eq!(mistakes(serde_json::json!([good])), Vec::<String>::new());
        for (field, value, path) in [
            ("type", serde_json::json!("points"), "type"),
            ("type", serde_json::json!("late"), "type"),
            ("type", serde_json::json!("shells"), "type"),
            ("size", serde_json::json!(1_001), "size"),
            ("reward", serde_json::json!("tea"), "reward"),
            ("slots", serde_json::json!([{ "stamp": 10, "reward": "coffee" }]), "slots[0].stamp"),
            ("slots", serde_json::json!([{ "stamp": 0, "reward": "coffee" }]), "slots[0].stamp"),
            ("slots", serde_json::json!([{ "stamp": 3, "reward": "coffee" }, { "stamp": 3, "reward": "tea" }]), "slots[1].stamp"),
            ("completes", serde_json::json!("never"), "completes"),
        ] {
            let mut bad = good.clone();
            bad[field] = value;
            assert_eq!(mistakes(serde_json::json!([bad]))[0], format!("stamp_cards[0].{path}"), "{field}");
        }
        let mut second = good.clone();
        second["id"] = serde_json::json!("tea");
        assert_eq!(mistakes(serde_json::json!([good, second])), ["stamp_cards[1].type"]);
    }
}
