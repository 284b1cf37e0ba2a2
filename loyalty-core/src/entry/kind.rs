//! The kinds of entries: why value moved, or lots changed.

use schemars::JsonSchema;

use crate::json::Json;

/// Why an entry stands in the journal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Json, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum EntryKind {
    /// Earned.
    Earn,
    /// Adjusted by hand.
    Adjust,
    /// Paid in: a gift card was issued or recharged.
    Load,
    /// Redeemed from a gift card to the credit of an account: less on the one, more on the other.
    Redeem,
    /// Spent.
    Spend,
    /// Spent through a hold.
    Capture,
    /// Lapsed.
    Expire,
    /// Lapsed lots came back.
    Reinstate,
    /// Taken because the member left the program, or the gift card was deactivated.
    Forfeit,
    /// Lots got a later end; the amount is zero.
    Extend,
    /// Lots got another end by hand; the amount is zero.
    Redate,
    /// Lots paid off debt; the amount is zero.
    Repay,
    /// Takes an earlier entry back.
    Reverse,
    /// Went to another account by a merge, or back by its undo.
    MergeOut,
    /// Came from another account by a merge, or back by its undo.
    MergeIn,
    /// Given to another customer.
    TransferOut,
    /// Given by another customer.
    TransferIn,
}

impl EntryKind {
    /// The word on the wire and in storage.
    pub const fn name(self) -> &'static str {
        match self {
            EntryKind::Earn => "earn",
            EntryKind::Adjust => "adjust",
            EntryKind::Load => "load",
            EntryKind::Redeem => "redeem",
            EntryKind::Spend => "spend",
            EntryKind::Capture => "capture",
            EntryKind::Expire => "expire",
            EntryKind::Reinstate => "reinstate",
            EntryKind::Forfeit => "forfeit",
            EntryKind::Extend => "extend",
            EntryKind::Redate => "redate",
            EntryKind::Repay => "repay",
            EntryKind::Reverse => "reverse",
            EntryKind::MergeOut => "merge_out",
            EntryKind::MergeIn => "merge_in",
            EntryKind::TransferOut => "transfer_out",
            EntryKind::TransferIn => "transfer_in",
        }
    }

    pub(super) fn from_name(name: &str) -> Option<Self> {
        use EntryKind::{Adjust, Capture, Earn, Expire, Extend, Forfeit, Load, MergeIn, MergeOut, Redate, Redeem, Repay, Reverse, Spend};
        use EntryKind::{Reinstate, TransferIn, TransferOut};
        let all = [
            Earn,
            Adjust,
            Load,
            Redeem,
            Spend,
            Capture,
            Expire,
            Reinstate,
            Forfeit,
            Extend,
            Redate,
            Repay,
            Reverse,
            MergeOut,
            MergeIn,
            TransferOut,
            TransferIn,
        ];
        all.into_iter().find(|kind| kind.name() == name)
    }

    /// Whether such an entry can be reversed (rule L9).
    pub const fn is_reversible(self) -> bool {
        matches!(self, EntryKind::Earn | EntryKind::Adjust | EntryKind::Spend | EntryKind::Capture | EntryKind::Redate)
            || self.is_transfer()
    }

    /// Whether its other half stands in the journal of another person, whose id is no customer's to read (rule W3).
    pub const fn is_transfer(self) -> bool {
        matches!(self, EntryKind::TransferOut | EntryKind::TransferIn)
    }

    /// Whether such an entry is reversed once, as far as its lots are still there, and not in parts (rule L5).
    pub const fn is_reversed_whole(self) -> bool {
        matches!(self, EntryKind::Redate)
    }
}
