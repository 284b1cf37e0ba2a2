//! The customer: who they are, where they stand, what mail they want. One record per customer.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::error::Error;
use crate::id::{CustomerId, Email, Line, Phone, Slug, Text, fold};
use crate::membership::{Capability, Membership, State};
use crate::program::{PointKind, PointType};
use crate::record::{Columns, Record, Root, body};
use crate::repository::{Column, Index, Row, Table, Value};
use crate::time::{Date, Timestamp, Zone};
use crate::unit::Unit;

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
        Column::bytes("gender", 200).or_null(),
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
    ],
    search: Some(13),
};

/// A customer of the shop.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
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
    /// The folded words of the addresses, for the search box.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub address_words: String,
    /// What a newer release keeps here: carried along.
    #[serde(flatten)]
    pub unknown: BTreeMap<String, serde_json::Value>,
}

/// Who a customer is. Every field may be missing.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Profile {
    /// The version of the profile, for `if_version`.
    #[serde(default)]
    pub version: u64,
    /// A title or other prefix.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub prefix: Option<Line>,
    /// The given name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first_name: Option<Line>,
    /// Further given names.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub middle_name: Option<Line>,
    /// The family name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_name: Option<Line>,
    /// A suffix such as "Jr."
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub suffix: Option<Line>,
    /// The email address, unique among customers that are not guests, merged or deleted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<Email>,
    /// The phone number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<Phone>,
    /// The gender, in the customer's words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gender: Option<Line>,
    /// The date of birth.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub birth_date: Option<Date>,
    /// A group of the program.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group: Option<Slug>,
    /// The locale, such as `de-AT`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub locale: Option<Line>,
    /// The customer's own time zone, for the host's display; expiry is counted in the program's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time_zone: Option<Zone>,
    /// A link into the host's own page of this customer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub link: Option<Line>,
}

/// What mail a customer wants (rule E1).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Preferences {
    /// The version of the preferences, for `if_version`.
    #[serde(default)]
    pub version: u64,
    /// Whether the shop's newsletter is wanted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub newsletter: Option<OptIn>,
    /// The mailing lists of the program that the customer decided about.
    #[serde(default)]
    pub lists: BTreeMap<Slug, OptIn>,
}

/// A decision about a mailing list: what, when, by whom and through what.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct OptIn {
    /// Wanted or not.
    pub opted_in: bool,
    /// When it was decided.
    pub changed_at: Timestamp,
    /// The actor who recorded it.
    pub by: String,
    /// The page, device or channel.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub through: Option<Line>,
}

/// A blacklisting (rule E2).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Blacklisting {
    /// Why.
    pub reason: Text,
    /// Since when.
    pub since: Timestamp,
    /// The actor who set it.
    pub by: String,
    /// The folded emails it blocks: those the customer had while blacklisted.
    pub emails: Vec<String>,
}

impl Profile {
    /// The whole name, or nothing.
    pub fn full_name(&self) -> Option<String> {
        let parts = [&self.prefix, &self.first_name, &self.middle_name, &self.last_name, &self.suffix];
        let name = parts.into_iter().flatten().map(Line::as_str).collect::<Vec<_>>().join(" ");
        (!name.is_empty()).then_some(name)
    }

    /// The name by which lists sort: family name first, folded.
    fn sort_name(&self) -> Option<String> {
        let parts = [&self.last_name, &self.first_name, &self.middle_name];
        let name = parts.into_iter().flatten().map(|part| fold(part.as_str())).collect::<Vec<_>>().join(" ");
        (!name.is_empty()).then_some(name)
    }
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
            address_words: String::new(),
            unknown: BTreeMap::new(),
        }
    }

    /// The customer with this id.
    ///
    /// # Errors
    /// `not_found`.
    pub fn load(unit: &mut Unit<'_>, id: &CustomerId) -> Result<Self, Error> {
        let found = unit.get::<Customer>(Self::key(id))?;
        found.ok_or_else(|| Error::NotFound { what: "customer", id: id.to_string() })
    }

    /// The key of a customer.
    pub fn key(id: &CustomerId) -> Vec<Value> {
        vec![Value::from(&Root::customer(id))]
    }

    /// The customer's root.
    pub fn root(&self) -> Root {
        Root::customer(&self.id)
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
        Err(Error::NotEligible { reason: format!("state '{}' does not have the capability '{}'", state.name(), capability.name()) })
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

    /// Everything the search box looks at, folded (rule K6).
    fn search_text(&self) -> String {
        let profile = &self.profile;
        let email = profile.email.as_ref().map(|email| fold(email.as_str()));
        let phone = profile.phone.as_ref().map(Phone::digits);
        let name = profile.full_name().map(|name| fold(&name));
        let words = (!self.address_words.is_empty()).then(|| self.address_words.clone());
        [Some(fold(self.id.as_str())), name, email, phone, words].into_iter().flatten().collect::<Vec<_>>().join("\n")
    }
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
            Value::from(profile.sort_name().as_deref()),
            Value::from(profile.phone.as_ref().map(Phone::digits).as_deref()),
            Value::from(profile.group.as_ref().map(Slug::as_str)),
            Value::from(profile.locale.as_ref().map(Line::as_str)),
            Value::from(profile.gender.as_ref().map(Line::as_str)),
            Value::from(profile.birth_date.map(|date| date.to_string()).as_deref()),
            Value::from(self.last_login_at),
            Value::from(self.preferences.newsletter.as_ref().is_some_and(|choice| choice.opted_in)),
            Value::from(self.blacklisting.is_some()),
            Value::Text(self.search_text()),
        ];
        Row { table: &CUSTOMER, values, body: body(self) }
    }

    fn from_row(row: Row) -> Result<Self, Error> {
        Columns::from(row).body()
    }
}
