//! Whose ledger it is.

use crate::customer::Customer;
use crate::membership::State;
use crate::record::Root;
use crate::time::Timestamp;

/// Whoever can have a ledger: a customer, a gift card.
pub trait Owner {
    /// The root below which the ledger lies.
    fn root(&self) -> Root;

    /// Since when nothing lapses, where time stands still for the owner.
    fn frozen_since(&self) -> Option<Timestamp> {
        None
    }

    /// Whether entries keep what people write about them: not about somebody who was erased.
    fn keeps_texts(&self) -> bool {
        true
    }
}

impl Owner for Customer {
    fn root(&self) -> Root {
        Customer::root(self)
    }

    fn frozen_since(&self) -> Option<Timestamp> {
        (self.membership.state == State::OnHold).then_some(self.membership.since)
    }

    fn keeps_texts(&self) -> bool {
        self.membership.state != State::Deleted
    }
}
