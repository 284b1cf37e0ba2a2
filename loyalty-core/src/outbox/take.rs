//! `outbox.take`

use schemars::JsonSchema;

use crate::error::{Error, Reason};
use crate::gather::Gather;
use crate::id::Ref;
use crate::json::{Json, Raw};
use crate::message::{Message, MessageView};
use crate::operation::{Batch, Kind, Operation};
use crate::page;
use crate::record::Root;
use crate::unit::Unit;

/// The longest lease, in seconds: one day.
const LEASE_SECONDS_MAX: u32 = 86_400;

/// Takes messages that wait for the host, under a lease: what is not acknowledged in time is given again.
///
/// One with `email` is a mail to the customer, filled in from the program's template: send it. The others are events.
///
/// At least once, in order per customer: while one message of a customer is leased, no later one is given. Of each customer at most one is given per
/// call.
///
/// Rule P6.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Take {
    /// How many at most, 1 to 500; 50 when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<usize>,
    /// For how long, in seconds, 1 to 86,400.
    pub lease_seconds: u32,
}

/// The messages taken.
#[derive(Debug, Clone, PartialEq, Eq, Json, JsonSchema)]
pub struct Taken {
    /// The messages; acknowledge them with `outbox.ack`.
    pub messages: Vec<MessageView>,
}

/// Leases one message; a piece of `outbox.take`.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
pub struct Lease {
    message: Ref,
    seconds: u32,
}

impl Batch for Take {
    const NAME: &'static str = "outbox.take";
    type Piece = Lease;
    type Found = ();
    type Output = Taken;

    fn nominate(&self, unit: &mut Unit<'_>) -> Result<(Vec<Lease>, ()), Error> {
        let limit = page::size(self.limit)?;
        if !(1..=LEASE_SECONDS_MAX).contains(&self.lease_seconds) {
            return Err(Error::invalid("args.lease_seconds", format_args!("must be 1 to {LEASE_SECONDS_MAX}")));
        }
        let ready = unit.scan::<Message>(&Message::scan_ready(unit.now()).limit(limit))?;
        let leases = ready.iter().map(|message| Ok(Lease { message: message.id()?, seconds: self.lease_seconds }));
        Ok((leases.gather::<Result<_, Error>>()?, ()))
    }

    /// What another host took first is not among the messages. What was leased is given out even where the storage failed on others; they
    /// come with a later call.
    fn answer(&self, (): (), pieces: Vec<Result<MessageView, Error>>) -> Result<Taken, Error> {
        let (mut messages, mut trouble) = (Vec::new(), None);
        for piece in pieces {
            match piece {
                Ok(message) => messages.push(message),
                Err(error) if matches!(error.reason(), Reason::AlreadyUsed { .. } | Reason::NotFound { .. }) => {}
                Err(error) => trouble = trouble.or(Some(error)),
            }
        }
        match trouble {
            Some(error) if messages.is_empty() => Err(error),
            _ => Ok(Taken { messages }),
        }
    }
}

impl Operation for Lease {
    const NAME: &'static str = "outbox.take";
    const KIND: Kind = Kind::Command;
    type Output = MessageView;

    fn roots(&self) -> Vec<Root> {
        Message::parse_id(&self.message).into_iter().map(|(root, _)| root).gather()
    }

    fn run(&self, unit: &mut Unit<'_>) -> Result<MessageView, Error> {
        let mut message = Message::find(unit, &self.message)?;
        if message.ready_at.is_none_or(|ready| ready > unit.now()) {
            return Err(Error::already_used(format_args!("message {}", self.message), "a lease of another host"));
        }
        let leased_until = unit.now().plus_seconds(i64::from(self.seconds));
        message.ready_at = Some(leased_until);
        unit.put(&message);
        // A mail may show a password. The answer of a lease is kept like every command's, so the mail is not in it until it leaves.
        unit.notes.revealed = message.content.email.as_ref().map(|mail| ("email", Raw::of(mail)));
        message.view(leased_until)
    }
}
