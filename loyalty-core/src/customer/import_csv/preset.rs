//! Which column of which platform's file is what (rule K8). A preset is data: to add one is to add a table.

use schemars::JsonSchema;

use crate::customer::file_column::{FileColumn, Part};
use crate::gather::Gather;
use crate::json::Json;

/// A format of customers as shop and loyalty platforms write it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Json, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Preset {
    /// What `customer.export_csv` writes: each column is named by its own word.
    Loyalty,
    /// Shopify's export of customers, in its older and its newer form.
    Shopify,
    /// The main file of customers of Magento and Adobe Commerce.
    Magento,
    /// TIBCO's file of shoppers.
    Tibco,
    /// Open Loyalty's export of members.
    OpenLoyalty,
    /// Talon.One's file of tiers: `customerprofileid`, `tiername`, `expirydate`, `subledgerid` (the status system).
    TalonOneTiers,
    /// LoyaltyLion's file of customers: `customer id`, `emails`, `enrolled`.
    LoyaltyLion,
    /// Stamped's file of customers.
    Stamped,
    /// Yotpo's file of customers.
    Yotpo,
}

/// What a preset does with a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Take {
    /// Reads it as this.
    As(FileColumn),
    /// Reads it as this; only these words stand there, each with what it means.
    Words(FileColumn, Words),
    /// Leaves it out: it describes no customer, or nothing that is imported.
    Leave,
    /// Leaves it out, and no mapping of one's own takes it either: it is or resets a password.
    Never,
}

/// The words of a column, with what each means; compared without case.
pub(super) type Words = &'static [(&'static str, &'static str)];

use FileColumn::{
    Active, BirthDate, CreatedAt, Email, FirstName, Gender, Id, LastName, Member, MiddleName, Newsletter, Phone, Prefix, Status,
    StatusSystem, StatusValidThrough, Suffix,
};
use Take::{As, Leave, Never};

const fn address(part: Part) -> Take {
    As(FileColumn::Address(part))
}

/// A table of a preset: the names of the columns are exact.
type Table = &'static [(&'static str, Take)];

// Points are no part of this import: `bulk.adjust` brings them over. Tiers in a file of customers are left out too, unless the request maps their
// columns to `status` and `status_valid_through`: most programs evaluate statuses by themselves, and one that has not the same would refuse every row.

const SHOPIFY: Table = &[
    ("Customer ID", As(Id)),
    ("First Name", As(FirstName)),
    ("Last Name", As(LastName)),
    ("Email", As(Email)),
    ("Company", address(Part::Company)),
    ("Address1", address(Part::Line1)),
    ("Address2", address(Part::Line2)),
    ("City", address(Part::City)),
    ("Province", address(Part::Region)),
    ("Province Code", Leave),
    ("Country", Leave),
    ("Country Code", address(Part::Country)),
    ("Zip", address(Part::PostalCode)),
    ("Default Address Company", address(Part::Company)),
    ("Default Address Address1", address(Part::Line1)),
    ("Default Address Address2", address(Part::Line2)),
    ("Default Address City", address(Part::City)),
    ("Default Address Province Code", address(Part::Region)),
    ("Default Address Country Code", address(Part::Country)),
    ("Default Address Zip", address(Part::PostalCode)),
    ("Default Address Phone", address(Part::Phone)),
    ("Phone", As(Phone)),
    ("Accepts Email Marketing", As(Newsletter)),
    ("Accepts SMS Marketing", Leave),
    ("Total Spent", Leave),
    ("Total Orders", Leave),
    ("Tags", Leave),
    ("Note", Leave),
    ("Tax Exempt", Leave),
];

/// Magento writes genders as words or as the numbers of its attribute.
const MAGENTO_GENDERS: Words = &[("Male", "male"), ("Female", "female"), ("Not Specified", ""), ("1", "male"), ("2", "female"), ("3", "")];

const MAGENTO: Table = &[
    ("email", As(Email)),
    ("_website", Leave),
    ("_store", Leave),
    ("confirmation", Leave),
    ("created_at", As(CreatedAt)),
    ("created_in", Leave),
    ("disable_auto_group_change", Leave),
    ("dob", As(BirthDate)),
    ("firstname", As(FirstName)),
    ("gender", Take::Words(Gender, MAGENTO_GENDERS)),
    ("group_id", Leave),
    ("lastname", As(LastName)),
    ("middlename", As(MiddleName)),
    ("password_hash", Never),
    ("prefix", As(Prefix)),
    ("rp_token", Never),
    ("rp_token_created_at", Never),
    ("store_id", Leave),
    ("suffix", As(Suffix)),
    ("taxvat", Leave),
    ("website_id", Leave),
    ("password", Never),
];

const TIBCO: Table = &[
    ("FileId", Leave),
    ("RegistrationDate", As(CreatedAt)),
    ("CreationDate", Leave),
    ("ShopperStatus", Take::Words(Active, &[("A", "true"), ("I", "false")])),
    ("LoyaltyMember", Take::Words(Member, &[("1", "true"), ("0", "false")])),
    ("SourceOfChange", Leave),
    ("ShopperId", As(Id)),
    ("InStorecardShopperID", Leave),
    ("FirstName", As(FirstName)),
    ("MiddleName", As(MiddleName)),
    ("LastName", As(LastName)),
    ("AddressLine1", address(Part::Line1)),
    ("AddressLine2", address(Part::Line2)),
    ("City", address(Part::City)),
    ("State", address(Part::Region)),
    ("PostalCode", address(Part::PostalCode)),
    ("Email", As(Email)),
    ("EmailOptIn", As(Newsletter)),
];

/// What the agreements are for, each program says for itself: whoever knows maps them, nobody guesses a consent.
const OPEN_LOYALTY: Table = &[
    ("memberId", As(Id)),
    ("tenantId", Leave),
    ("active", As(Active)),
    ("channelId", Leave),
    ("firstName", As(FirstName)),
    ("lastName", As(LastName)),
    ("email", As(Email)),
    ("phone", As(Phone)),
    ("gender", Take::Words(Gender, &[("male", "male"), ("female", "female"), ("not_disclosed", "")])),
    ("birthDate", As(BirthDate)),
    ("registeredAt", As(CreatedAt)),
    ("levelId", Leave),
    ("manuallyAssignedLevelId", Leave),
    ("agreement1", Leave),
    ("agreement2", Leave),
    ("agreement3", Leave),
    ("transactionsCount", Leave),
];

/// Here the tier is what the file is about. It calls tiers by their names, which `values` turns into ids.
const TALON_ONE_TIERS: Table =
    &[("subledgerid", As(StatusSystem)), ("customerprofileid", As(Id)), ("tiername", As(Status)), ("expirydate", As(StatusValidThrough))];

const LOYALTY_LION: Table = &[
    ("customer id", As(Id)),
    ("emails", As(Email)),
    ("points", Leave),
    ("enrolled", Take::Words(Member, &[("true", "true"), ("false", "false")])),
];

const STAMPED: Table = &[
    ("first_name", As(FirstName)),
    ("last_name", As(LastName)),
    ("email", As(Email)),
    ("points", Leave),
    ("add_points", Leave),
    ("birthday", As(BirthDate)),
    ("vip_tier", Leave),
    ("vip_tier_end_date", Leave),
];

const YOTPO: Table = &[
    ("Full Name", As(FileColumn::Name)),
    ("First Name", As(FirstName)),
    ("Last Name", As(LastName)),
    ("Email", As(Email)),
    ("Points Balance", Leave),
    ("Points Spent", Leave),
];

/// Every preset.
#[cfg(test)]
pub(super) const PRESETS: [Preset; 9] = [
    Preset::Loyalty,
    Preset::Shopify,
    Preset::Magento,
    Preset::Tibco,
    Preset::OpenLoyalty,
    Preset::TalonOneTiers,
    Preset::LoyaltyLion,
    Preset::Stamped,
    Preset::Yotpo,
];

impl Preset {
    fn table(self) -> Table {
        match self {
            Preset::Loyalty => &[],
            Preset::Shopify => SHOPIFY,
            Preset::Magento => MAGENTO,
            Preset::Tibco => TIBCO,
            Preset::OpenLoyalty => OPEN_LOYALTY,
            Preset::TalonOneTiers => TALON_ONE_TIERS,
            Preset::LoyaltyLion => LOYALTY_LION,
            Preset::Stamped => STAMPED,
            Preset::Yotpo => YOTPO,
        }
    }

    /// What it does with a column of this name; nothing for one that it does not know.
    pub(super) fn take(self, name: &str) -> Option<Take> {
        if self == Preset::Loyalty {
            return FileColumn::parse(name).map(As);
        }
        self.table().iter().find(|(known, _)| *known == name).map(|(_, take)| take.clone())
    }

    /// Whether all in its files are members of a loyalty program, unless a column says otherwise.
    pub const fn has_members(self) -> bool {
        matches!(self, Preset::OpenLoyalty | Preset::TalonOneTiers | Preset::LoyaltyLion | Preset::Stamped | Preset::Yotpo)
    }
}

/// Whether a column of this name is a password, or resets one: such columns are never read (rules P3, K8).
pub(super) fn is_password(name: &str) -> bool {
    let letters: String = name.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()).gather();
    ["password", "passwd", "passwort", "passhash", "rptoken", "resettoken"].iter().any(|word| letters.contains(word)) || letters == "pwd"
}

#[cfg(test)]
mod tests {
    use super::*;

    // rule K8
    #[test]
    fn a_preset_names_each_column_once_and_no_password() {
        for preset in PRESETS {
            let table = preset.table();
            for (place, (name, take)) in table.iter().enumerate() {
                assert!(table.iter().skip(place + 1).all(|(other, _)| other != name), "{preset:?} {name}");
                assert_eq!(is_password(name), *take == Take::Never, "{preset:?} {name}");
            }
            assert!(
                preset == Preset::Loyalty || table.iter().any(|(_, take)| [As(Id), As(Email)].contains(take)),
                "{preset:?} finds who it is"
            );
        }
        assert_eq!(Preset::Loyalty.take("address_city"), Some(address(Part::City)));
        assert_eq!(Preset::Shopify.take("first name"), None, "names are exact");
    }

    // rules P3, K8
    #[test]
    fn passwords_are_known_by_many_names() {
        for name in ["password", "Password Hash", "customer_passwd", "rp_token", "rp-token-created-at", "PWD", "reset token"] {
            assert!(is_password(name), "{name}");
        }
        for name in ["Passport", "token", "Email", "pwd_hint_shown"] {
            assert!(!is_password(name), "{name}");
        }
    }
}
