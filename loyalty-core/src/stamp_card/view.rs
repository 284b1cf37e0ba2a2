//! Stamp cards as answers show them.

use schemars::JsonSchema;

use super::Card;
use crate::customer::Customer;
use crate::error::Error;
use crate::gather::Gather;
use crate::id::Slug;
use crate::json::Json;
use crate::ledger::Ledger;
use crate::program::{Reward, StampCard};
use crate::unit::Unit;

/// A stamp card of a customer.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
pub struct StampCardView {
    /// The card.
    pub card: Slug,
    /// The name that people see.
    pub name: String,
    /// The point type of its stamps.
    #[serde(rename = "type")]
    pub point_type: Slug,
    /// The stamps on it.
    pub stamps: u64,
    /// The stamps that fill it.
    pub size: u64,
    /// Stamps beyond a full card, which begin the next.
    #[serde(default, skip_serializing_if = "is_none")]
    pub beyond: u64,
    /// How many cards were completed.
    pub completed: u64,
    /// The next reward on the card; of a full card, the one that waits.
    pub next: NextReward,
}

/// The next reward on a stamp card.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
pub struct NextReward {
    /// The number of its stamp.
    pub stamp: u64,
    /// The reward.
    pub reward: Slug,
    /// The name that people see.
    pub name: String,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for a reference")]
fn is_none(stamps: &u64) -> bool {
    *stamps == 0
}

impl StampCardView {
    /// Every card of a customer.
    ///
    /// # Errors
    /// When the storage fails.
    pub fn all(unit: &mut Unit<'_>, customer: &Customer) -> Result<Vec<StampCardView>, Error> {
        let program = unit.program();
        program.stamp_cards.iter().map(|card| StampCardView::of(unit, customer, card)).gather()
    }

    /// A card of a customer.
    ///
    /// # Errors
    /// When the storage fails.
    pub fn of(unit: &mut Unit<'_>, customer: &Customer, card: &StampCard) -> Result<StampCardView, Error> {
        let active = Ledger::open(unit, customer, card.point_type.as_str())?.account.active()?;
        let all = u64::try_from(active.units()).unwrap_or(0);
        let own = unit.get::<Card>(Card::key(&customer.root(), card.point_type.as_str()))?;
        let size = own.as_ref().and_then(|own| own.size).unwrap_or(u64::from(card.size));
        let stamps = all.min(size);
        let is_ahead = |stamp: u64| stamps < stamp && stamp < size;
        let given = |stamp: u32| own.as_ref().is_some_and(|own| own.rest.rewarded.contains(&stamp));
        let slot = card.slots.iter().find(|slot| is_ahead(u64::from(slot.stamp)) && !given(slot.stamp));
        let (stamp, reward) = slot.map_or((size, &card.reward), |slot| (u64::from(slot.stamp), &slot.reward));
        let name = unit.program().reward(reward.as_str()).map_or(reward.as_str(), Reward::title).to_owned();
        Ok(StampCardView {
            card: card.id.clone(),
            name: card.title().to_owned(),
            point_type: card.point_type.clone(),
            stamps,
            size,
            beyond: all - stamps,
            completed: own.map_or(0, |own| own.completed),
            next: NextReward { stamp, reward: reward.clone(), name },
        })
    }
}
