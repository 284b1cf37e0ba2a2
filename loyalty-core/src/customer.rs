//! The customer: who they are, where they stand, what mail they want. One record per customer.

mod actions;
mod assign_group;
mod bundle;
mod create;
mod delete;
mod details;
mod edit;
mod email_claim;
mod export_csv;
mod export_data;
mod file_column;
mod get;
mod import_csv;
mod list;
mod numbering;
mod profile;
mod record_login;

pub use actions::{ActionList, Actions};
pub use assign_group::{AssignGroup, GroupAssigned};
pub use bundle::{Bundle, Bundled, BundledRow};
pub use create::{Account, Create, Created};
pub use delete::{Delete, Deleted};
pub use details::{Detailed, Details, Tab};
pub use edit::{Edit, Edited};
pub use email_claim::{email_holder, email_key, email_root, release_email, take_email};
pub use export_csv::{ExportCsv, Exported};
pub use export_data::{ExportData, ExportedData, MoreData, Section};
pub use file_column::{FileColumn, Part};
pub use get::{Get, View};
pub use import_csv::{
    AddressCells, ColumnRead, DateOrder, Enrolling, Existing, ImportCounts, ImportCsv, ImportNext, ImportRow, Imported, LeftOut, Preset,
    RowImported, RowOutcome,
};
pub use list::{Condition, Field, List, Listed, Op};
pub use numbering::Numbering;
pub use profile::Profile;
pub use record_login::{LoginRecorded, RecordLogin};

pub use crate::blacklist::Blacklisting;
pub use crate::email::{OptIn, Preferences};
use crate::entry::parse_ref;
use crate::error::Error;
use crate::gather::Gather;
use crate::id::{CustomerId, Email, Phone, Ref, Slug, fold};
use crate::json::{self, Json, Tree};
use crate::membership::{Capability, Membership, State};
use crate::pairs::Pairs;
use crate::program::{PointKind, PointType};
use crate::record::{Columns, Record, Root};
use crate::repository::{Column, Erasure, Index, Row, Table, Value};
use crate::time::Timestamp;
use crate::unit::Unit;

/// Bytes of the column by which lists sort names; longer names sort by their beginning.
const SORT_NAME_BYTES_MAX: usize = 800;

/// Bytes of the column by which lists filter and sort genders.
const GENDER_BYTES_MAX: usize = 800;

/// The customers; the typed columns are what lists filter and sort by.
pub static CUSTOMER: Table = Table {
    name: "customer",
    columns: &[
        Column::bytes("root", 260),
        Column::int("created_at"),
        Column::bytes("state", 16),
        Column::bytes("email", 320).or_null(),
        Column::bytes("name", 800).or_null(),
        Column::bytes("phone", 64).or_null(),
        Column::bytes("group_id", 32).or_null(),
        Column::bytes("locale", 35).or_null(),
        Column::bytes("gender", 800).or_null(),
        Column::bytes("birth_date", 10).or_null(),
        Column::int("last_login_at").or_null(),
        Column::int("newsletter"),
        Column::int("blacklisted"),
        Column::text("search"),
    ],
    key: 1,
    indexes: &[
        Index { name: "created", columns: &[1], unique: false },
        Index { name: "state", columns: &[2, 1], unique: false },
        Index { name: "email", columns: &[3], unique: false },
        Index { name: "name", columns: &[4], unique: false },
        Index { name: "phone", columns: &[5], unique: false },
        Index { name: "group", columns: &[6, 1], unique: false },
        Index { name: "login", columns: &[10], unique: false },
        // So that the list is sorted by any column without looking at every customer.
        Index { name: "state_alone", columns: &[2], unique: false },
        Index { name: "group_alone", columns: &[6], unique: false },
        Index { name: "locale", columns: &[7], unique: false },
        Index { name: "gender", columns: &[8], unique: false },
        Index { name: "birth_date", columns: &[9], unique: false },
        Index { name: "newsletter", columns: &[11], unique: false },
        Index { name: "blacklisted", columns: &[12], unique: false },
    ],
    search: Some(13),
    erasure: Erasure::Cleared(|unit, row| unit.clear(row, Customer::forget)),
};

/// A customer of the shop.
#[derive(Debug, Clone, PartialEq, Json)]
pub struct Customer {
    /// The host's id.
    pub id: CustomerId,
    /// When the account was created.
    pub created_at: Timestamp,
    /// Where the customer stands.
    pub membership: Membership,
    /// Who the customer is.
    #[serde(default)]
    pub profile: Profile,
    /// What mail the customer wants.
    #[serde(default)]
    pub preferences: Preferences,
    /// The blacklisting, if any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub blacklisting: Option<Blacklisting>,
    /// The last sign-in that the host told of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_login_at: Option<Timestamp>,
    /// Who has referred the customer to the program (rule O8).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub referred_by: Option<CustomerId>,
    /// The folded words of the addresses, for the search box.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub address_words: String,
    /// The last number given to an address; numbers are not used again.
    #[serde(default)]
    pub address_seq: Numbering,
    /// The last number given to a payment method; numbers are not used again.
    #[serde(default)]
    pub payment_method_seq: Numbering,
    /// The last number given to a ticket; numbers are not used again.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub ticket_seq: u64,
    /// The accounts that were merged into this one, also by way of others, each with the stretch of its log that came with it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub former: Vec<Former>,
    /// Merged once and enrolled afresh: what was recorded up to this command of the log went to the survivor.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub fresh_after: u64,
    /// What a newer release keeps here: carried along.
    #[serde(flatten)]
    pub unknown: Pairs<String, Tree>,
}

/// An account that was merged into another: whose it was, and which commands of its log came with it.
#[derive(Debug, Clone, PartialEq, Eq, Json)]
pub struct Former {
    /// The customer.
    pub customer: CustomerId,
    /// Behind this command.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub after: u64,
    /// Up to this command.
    pub upto: u64,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for a reference")]
fn is_zero(number: &u64) -> bool {
    *number == 0
}

impl Customer {
    /// A new customer in a state.
    pub fn new(id: CustomerId, state: State, profile: Profile, at: Timestamp) -> Self {
        let enrolled_at = (state == State::Enrolled).then_some(at);
        Customer {
            id,
            created_at: at,
            membership: Membership { state, since: at, version: 1, enrolled_at, ..Membership::default() },
            profile: Profile { version: 1, ..profile },
            preferences: Preferences { version: 1, ..Preferences::default() },
            blacklisting: None,
            last_login_at: None,
            referred_by: None,
            address_words: String::new(),
            address_seq: Numbering::default(),
            payment_method_seq: Numbering::default(),
            ticket_seq: 0,
            former: Vec::new(),
            fresh_after: 0,
            unknown: Pairs::new(),
        }
    }

    /// The customer with this id.
    ///
    /// # Errors
    /// `not_found`.
    pub fn load(unit: &mut Unit<'_>, id: &CustomerId) -> Result<Self, Error> {
        let found = unit.get::<Customer>(Self::key(id))?;
        found.ok_or_else(|| Error::not_found("customer", id))
    }

    /// The customer with this id, to be edited: those who were merged or deleted are no longer there to be edited.
    ///
    /// # Errors
    /// `not_found`; `not_eligible` when the customer is merged or deleted.
    pub fn load_live(unit: &mut Unit<'_>, id: &CustomerId) -> Result<Self, Error> {
        let customer = Self::load(unit, id)?;
        match customer.membership.state {
            state @ (State::Merged | State::Deleted) => {
                Err(Error::not_eligible(format_args!("nothing can be edited in state '{}'", state.name())))
            }
            _ => Ok(customer),
        }
    }

    /// Forgets the person: what is left is an opaque id with its state, and what leads to the ledgers that were merged (rule K11).
    pub fn forget(&mut self) {
        self.profile = Profile { version: self.profile.version, ..Profile::default() };
        self.preferences = Preferences { version: self.preferences.version, ..Preferences::default() };
        (self.blacklisting, self.last_login_at, self.referred_by) = (None, None, None);
        (self.address_words, self.unknown) = (String::new(), Pairs::new());
    }

    /// The key of a customer.
    pub fn key(id: &CustomerId) -> Vec<Value> {
        vec![Value::from(&Root::customer(id))]
    }

    /// The customer's root.
    pub fn root(&self) -> Root {
        Root::customer(&self.id)
    }

    /// Who has referred a customer, or who took their account over (rule G8): third parties, on whom the command rests.
    ///
    /// # Errors
    /// `not_found`, and whatever the storage says.
    pub fn load_referrer(unit: &mut Unit<'_>, id: &CustomerId) -> Result<Self, Error> {
        unit.rest_on_third(Root::customer(id))?;
        let customer = Customer::load(unit, id)?;
        let Some(survivor) = &customer.membership.merged_into else { return Ok(customer) };
        unit.rest_on_third(Root::customer(survivor))?;
        Customer::load(unit, survivor)
    }

    /// The root, point type and number in the id of an entry (`prefix` empty) or hold (`prefix` "h") of this customer, or of an account that was merged
    /// into this one.
    pub fn own_ref<'i>(&self, id: &'i Ref, prefix: &str) -> Option<(Root, &'i str, u64)> {
        parse_ref(id, &self.id, prefix).map(|(name, number)| (self.root(), name, number)).or_else(|| self.former_ref(id, prefix))
    }

    /// Whether an entry is this customer's: it was not recorded before they were merged and enrolled afresh, or after their account came here.
    pub fn owns(&self, root: &Root, log_seq: u64) -> bool {
        let of = |former: &Former| Root::customer(&former.customer) == *root && log_seq > former.after && log_seq <= former.upto;
        (self.root() == *root && log_seq > self.fresh_after) || self.former.iter().any(of)
    }

    /// Whether this id is the customer's, or leads to them: not that of an account that was merged into theirs and enrolled afresh since.
    ///
    /// # Errors
    /// Whatever the storage says.
    pub fn has_taken_in(&self, unit: &mut Unit<'_>, id: &CustomerId) -> Result<bool, Error> {
        if self.id == *id || !self.former.iter().any(|former| former.customer == *id) {
            return Ok(self.id == *id);
        }
        Ok(Customer::load(unit, id)?.membership.merged_into.as_ref() == Some(&self.id))
    }

    /// The same for an account that was merged into this one.
    pub fn former_ref<'i>(&self, id: &'i Ref, prefix: &str) -> Option<(Root, &'i str, u64)> {
        let of = |former: &Former| {
            parse_ref(id, &former.customer, prefix).map(|(name, number)| (Root::customer(&former.customer), name, number))
        };
        self.former.iter().find_map(of)
    }

    /// Refuses what the membership state does not allow (rule M2).
    ///
    /// # Errors
    /// `not_eligible`, naming the state and the capability.
    pub fn require(&self, capability: Capability) -> Result<(), Error> {
        let state = self.membership.state;
        if state.can(capability) {
            return Ok(());
        }
        let before_enrolling =
            matches!(capability, Capability::Points | Capability::Evaluated) && matches!(state, State::Guest | State::Registered);
        let way_out = if before_enrolling { "; enroll the customer first (membership.enroll)" } else { "" };
        Err(Error::not_eligible(format_args!("state '{}' does not have the capability '{}'{way_out}", state.name(), capability.name())))
    }

    /// Refuses to earn, adjust or spend a point type where the state does not allow it: points and stamps follow membership, money follows
    /// the account (rule M2).
    ///
    /// # Errors
    /// `not_eligible`.
    pub fn require_for(&self, point_type: &PointType) -> Result<(), Error> {
        self.require(capability_for(point_type.kind))
    }

    /// Whether the email must be unique in this state (rule K3).
    pub fn holds_email(&self) -> bool {
        !matches!(self.membership.state, State::Guest | State::Merged | State::Deleted)
    }

    /// Whether a row may be that of a customer who was merged into another: a merged account stays so when it is erased.
    pub fn may_lead_on(row: &Row) -> bool {
        [State::Merged, State::Deleted].into_iter().any(|state| *row.value(2) == Value::from(state.word()))
    }

    /// Everything the search box looks at, folded (rule K6).
    fn search_text(&self) -> String {
        let profile = &self.profile;
        let email = profile.email.as_ref().map(|email| fold(email.as_str()));
        let phone = profile.phone.as_ref().map(Phone::digits);
        let name = profile.full_name().map(|name| fold(&name));
        let words = (!self.address_words.is_empty()).then(|| self.address_words.clone());
        [Some(fold(self.id.as_str())), name, email, phone, words].into_iter().flatten().joined("\n")
    }
}

/// The beginning of a text that fits a column, in whole characters.
fn beginning(text: &str, bytes_max: usize) -> &str {
    let end = (0..=bytes_max.min(text.len())).rev().find(|end| text.is_char_boundary(*end));
    end.and_then(|end| text.get(..end)).unwrap_or_default()
}

/// The capability that earning, adjusting and spending a kind of point type needs.
pub fn capability_for(kind: PointKind) -> Capability {
    match kind {
        PointKind::Points | PointKind::Stamps => Capability::Points,
        PointKind::Money => Capability::Money,
    }
}

impl Record for Customer {
    const TABLE: &'static Table = &CUSTOMER;

    fn to_row(&self) -> Row {
        let profile = &self.profile;
        let values = vec![
            Value::from(&self.root()),
            Value::from(self.created_at),
            Value::from(self.membership.state.word()),
            Value::from(profile.email.as_ref().map(Email::folded).as_deref()),
            Value::from(profile.sort_name().as_deref().map(|name| beginning(name, SORT_NAME_BYTES_MAX))),
            Value::from(profile.phone.as_ref().map(Phone::digits).as_deref()),
            Value::from(profile.group.as_ref().map(Slug::as_str)),
            Value::from(profile.locale.as_ref().map(|locale| fold(locale.as_str())).as_deref()),
            Value::from(
                profile.gender.as_ref().map(|gender| fold(gender.as_str())).as_deref().map(|gender| beginning(gender, GENDER_BYTES_MAX)),
            ),
            Value::from(profile.birth_date.map(|date| date.to_string()).as_deref()),
            Value::from(self.last_login_at),
            Value::from(self.preferences.newsletter.as_ref().is_some_and(|choice| choice.opted_in)),
            Value::from(self.blacklisting.is_some()),
            Value::Text(self.search_text()),
        ];
        Row { table: &CUSTOMER, values, body: json::text(self) }
    }

    fn from_row(row: Row) -> Result<Self, Error> {
        let mut columns = Columns::from(row);
        let record = columns.body();
        columns.end(record)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    // rule M2
    #[test]
    fn who_has_not_joined_is_told_to() {
        let refusal = |state: State, capability: Capability| {
            let customer = Customer::new(CustomerId::new("c-1").unwrap(), state, Profile::default(), Timestamp::default());
            customer.require(capability).unwrap_err().to_string()
        };
        for state in [State::Guest, State::Registered] {
            for capability in [Capability::Points, Capability::Evaluated] {
                assert!(refusal(state, capability).ends_with("enroll the customer first (membership.enroll)"), "{state:?}");
            }
        }
        assert!(!refusal(State::OnHold, Capability::Points).contains("enroll the customer"));
        assert!(!refusal(State::Guest, Capability::SignIn).contains("enroll the customer"));
    }
}
