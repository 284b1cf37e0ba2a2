//! The one list of operations, and nothing else. The JSON door, the schema, the typed clients of every language and the reference page
//! are made from it. Adding an operation: one file and one row here.

use crate::error::{Error, Reason};
use crate::gather::Gather;
use crate::json::{self, Tree, read_tree};
use crate::operation::{Batch, BatchJob, Job, Kind, Operation};
use crate::{
    address, approval, audit, blacklist, bulk, customer, email, gift_card, impersonation, journal, maintenance, membership, merge, order,
    outbox, password, payment, payment_method, points, program, report, reward, stamp_card, status, subscription, ticket, wishlist,
};

/// One operation of the catalogue.
pub struct Described {
    /// The name on the wire, `noun.verb`; also the right that it needs.
    pub name: &'static str,
    /// Query, command or batch.
    pub kind: Kind,
    /// Reads its arguments.
    pub read: Reader,
    /// The JSON Schema of its arguments.
    #[cfg(feature = "schema")]
    pub arguments: fn() -> schemars::Schema,
    /// The JSON Schema of its answer (of a command: of the receipt's `result`).
    #[cfg(feature = "schema")]
    pub output: fn() -> schemars::Schema,
}

/// How the arguments of an operation are read from JSON.
pub enum Reader {
    /// A query or command.
    One(fn(&Tree) -> Result<Box<dyn Job>, Error>),
    /// A batch.
    Many(fn(&Tree) -> Result<Box<dyn BatchJob>, Error>),
}

const fn describe<O: Operation + 'static>() -> Described {
    Described {
        name: O::NAME,
        kind: O::KIND,
        read: Reader::One(read::<O>),
        #[cfg(feature = "schema")]
        arguments: || schemars::schema_for!(O),
        #[cfg(feature = "schema")]
        output: || schemars::schema_for!(O::Output),
    }
}

/// What differs from type to type is the reading alone: so the type is forgotten before it is looked at what came of that.
fn read<O: Operation + 'static>(tree: &Tree) -> Result<Box<dyn Job>, Error> {
    let mut reader = json::Reader::default();
    let job = Box::new(O::read(tree, &mut reader));
    whole(job, reader)
}

#[inline(never)]
fn whole(job: Box<dyn Job>, reader: json::Reader<'_>) -> Result<Box<dyn Job>, Error> {
    reader.refusal("args").map_or(Ok(job), Err)
}

const fn describe_batch<B: Batch + 'static>() -> Described {
    Described {
        name: B::NAME,
        kind: Kind::Batch,
        read: Reader::Many(|tree| Ok(Box::new(read_tree::<B>(tree, "args")?))),
        #[cfg(feature = "schema")]
        arguments: || schemars::schema_for!(B),
        #[cfg(feature = "schema")]
        output: || schemars::schema_for!(B::Output),
    }
}

/// Every operation, by noun.
pub static CATALOGUE: &[Described] = &[
    describe::<customer::Create>(),
    describe::<customer::Edit>(),
    describe::<customer::Get>(),
    describe::<customer::Details>(),
    describe::<customer::Actions>(),
    describe::<customer::Bundle>(),
    describe::<customer::List>(),
    describe::<customer::ExportCsv>(),
    describe_batch::<customer::ImportCsv>(),
    describe::<customer::RecordLogin>(),
    describe::<customer::AssignGroup>(),
    describe::<customer::Delete>(),
    describe::<customer::ExportData>(),
    describe::<address::Add>(),
    describe::<address::Edit>(),
    describe::<address::Remove>(),
    describe::<payment_method::Save>(),
    describe::<payment_method::Remove>(),
    describe::<email::SetPreferences>(),
    describe::<email::UnsubscribeAll>(),
    describe::<blacklist::Set>(),
    describe::<blacklist::Check>(),
    describe::<membership::Register>(),
    describe::<membership::Enroll>(),
    describe::<membership::Unenroll>(),
    describe::<membership::Remove>(),
    describe::<membership::Deactivate>(),
    describe::<membership::Reactivate>(),
    describe::<membership::Capabilities>(),
    describe::<membership::History>(),
    describe::<merge::Apply>(),
    describe::<merge::Undo>(),
    describe::<merge::History>(),
    describe::<points::Adjust>(),
    describe::<points::Redate>(),
    describe::<points::Reinstate>(),
    describe::<points::Earn>(),
    describe::<points::Spend>(),
    describe::<points::Balance>(),
    describe::<points::History>(),
    describe::<points::Explain>(),
    describe::<points::Expiring>(),
    describe::<points::Hold>(),
    describe::<points::Capture>(),
    describe::<points::Release>(),
    describe::<points::Reverse>(),
    describe::<points::Transfer>(),
    describe_batch::<bulk::Adjust>(),
    describe_batch::<bulk::Reverse>(),
    describe::<bulk::Get>(),
    describe_batch::<maintenance::Run>(),
    describe::<order::Quote>(),
    describe::<order::Record>(),
    describe::<order::Refund>(),
    describe::<order::Cancel>(),
    describe::<order::Claim>(),
    describe::<order::Get>(),
    describe::<order::List>(),
    describe::<payment::Update>(),
    describe::<subscription::Record>(),
    describe::<subscription::List>(),
    describe::<wishlist::Set>(),
    describe::<reward::Options>(),
    describe::<reward::Redeem>(),
    describe::<reward::Grant>(),
    describe::<reward::Consume>(),
    describe::<reward::Remove>(),
    describe::<reward::List>(),
    describe::<stamp_card::Progress>(),
    describe::<stamp_card::Complete>(),
    describe::<status::Assign>(),
    describe::<status::Unlock>(),
    describe::<status::Evaluate>(),
    describe::<status::List>(),
    describe::<gift_card::Issue>(),
    describe::<gift_card::Activate>(),
    describe::<gift_card::Get>(),
    describe::<gift_card::List>(),
    describe::<gift_card::Recharge>(),
    describe::<gift_card::Redeem>(),
    describe::<gift_card::Charge>(),
    describe::<gift_card::Refund>(),
    describe::<gift_card::Block>(),
    describe::<gift_card::Unblock>(),
    describe::<gift_card::Deactivate>(),
    describe::<ticket::Create>(),
    describe::<ticket::Reply>(),
    describe::<ticket::Receive>(),
    describe::<ticket::Close>(),
    describe::<ticket::Reopen>(),
    describe::<ticket::Get>(),
    describe::<ticket::List>(),
    describe::<password::Reset>(),
    describe::<password::Verify>(),
    describe::<impersonation::Start>(),
    describe::<impersonation::Verify>(),
    describe::<approval::List>(),
    describe::<approval::Grant>(),
    describe::<approval::Reject>(),
    describe_batch::<outbox::Take>(),
    describe_batch::<outbox::Ack>(),
    describe::<audit::List>(),
    describe::<journal::Verify>(),
    describe::<report::Liability>(),
    describe::<report::Expiring>(),
    describe::<report::Activity>(),
    describe::<program::Get>(),
    describe::<program::Set>(),
];

/// The operation with this name.
///
/// # Errors
/// `unknown_operation`.
pub fn find(name: &str) -> Result<&'static Described, Error> {
    CATALOGUE
        .iter()
        .find(|operation| operation.name == name)
        .ok_or_else(|| Reason::UnknownOperation { name: name.chars().take(64).gather() }.into())
}
