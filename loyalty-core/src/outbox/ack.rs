//! `outbox.ack`

use schemars::JsonSchema;

use crate::error::{Error, Reason};
use crate::gather::Gather;
use crate::id::Ref;
use crate::json::Json;
use crate::limits::PAGE_MAX;
use crate::message::Message;
use crate::operation::{Batch, Kind, Operation};
use crate::record::Root;
use crate::unit::Unit;

/// Acknowledges messages: they are done and never given again; the next one of each customer may be taken.
///
/// Acknowledging a message twice is fine.
///
/// Rule P6.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Ack {
    /// The messages' ids, 1 to 500.
    pub messages: Vec<Ref>,
}

/// What was acknowledged.
#[derive(Debug, Clone, PartialEq, Eq, Json, JsonSchema)]
pub struct Acked {
    /// How many are done now.
    pub acknowledged: usize,
    /// How many were done already or unknown.
    pub unknown: usize,
}

/// Acknowledges one message; a piece of `outbox.ack`.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
pub struct Acknowledge {
    message: Ref,
}

impl Batch for Ack {
    const NAME: &'static str = "outbox.ack";
    type Piece = Acknowledge;
    type Found = ();
    type Output = Acked;

    fn nominate(&self, _unit: &mut Unit<'_>) -> Result<(Vec<Acknowledge>, ()), Error> {
        if !(1..=PAGE_MAX).contains(&self.messages.len()) {
            return Err(Error::invalid("args.messages", format_args!("must name 1 to {PAGE_MAX} messages")));
        }
        for (index, message) in self.messages.iter().enumerate() {
            if Message::parse_id(message).is_none() {
                return Err(Error::invalid(format_args!("args.messages[{index}]"), "is not the id of a message"));
            }
        }
        Ok((self.messages.iter().map(|message| Acknowledge { message: message.clone() }).gather(), ()))
    }

    fn answer(&self, (): (), pieces: Vec<Result<(), Error>>) -> Result<Acked, Error> {
        let mut acked = Acked { acknowledged: 0, unknown: 0 };
        for piece in pieces {
            match piece {
                Ok(()) => acked.acknowledged += 1,
                Err(error) if matches!(error.reason(), Reason::NotFound { .. }) => acked.unknown += 1,
                Err(error) => return Err(error),
            }
        }
        Ok(acked)
    }
}

impl Operation for Acknowledge {
    const NAME: &'static str = "outbox.ack";
    const KIND: Kind = Kind::Command;
    type Output = ();

    fn roots(&self) -> Vec<Root> {
        Message::parse_id(&self.message).into_iter().map(|(root, _)| root).gather()
    }

    fn run(&self, unit: &mut Unit<'_>) -> Result<(), Error> {
        let message = Message::find(unit, &self.message)?;
        unit.delete(&message);
        Message::pass_on(unit, &message.root)
    }
}
