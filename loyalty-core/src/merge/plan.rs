//! The plan of a merge for the profile: field by field which side wins, and why (rules G2, G3). Pure.

use schemars::JsonSchema;

use crate::email::Preferences;
use crate::gather::Gather;
use crate::id::Slug;
use crate::json::{Json, Tree};

/// A field of the profile for which an agent may choose a side.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Json, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ProfileField {
    /// The title or other prefix.
    Prefix,
    /// The given name.
    FirstName,
    /// Further given names.
    MiddleName,
    /// The family name.
    LastName,
    /// The suffix.
    Suffix,
    /// The email address.
    Email,
    /// The phone number.
    Phone,
    /// The gender.
    Gender,
    /// The date of birth.
    BirthDate,
    /// The group.
    Group,
    /// The locale.
    Locale,
    /// The time zone.
    TimeZone,
    /// The link into the host's own page.
    Link,
}

/// Every field, with the name it has in a profile.
pub const FIELDS: [(ProfileField, &str); 13] = [
    (ProfileField::Prefix, "prefix"),
    (ProfileField::FirstName, "first_name"),
    (ProfileField::MiddleName, "middle_name"),
    (ProfileField::LastName, "last_name"),
    (ProfileField::Suffix, "suffix"),
    (ProfileField::Email, "email"),
    (ProfileField::Phone, "phone"),
    (ProfileField::Gender, "gender"),
    (ProfileField::BirthDate, "birth_date"),
    (ProfileField::Group, "group"),
    (ProfileField::Locale, "locale"),
    (ProfileField::TimeZone, "time_zone"),
    (ProfileField::Link, "link"),
];

/// A side of a merge.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Json, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// The account that remains.
    Survivor,
    /// The account that becomes part of it.
    Source,
}

/// Why a side wins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Json, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    /// It was chosen.
    Chosen,
    /// Both are the same.
    Same,
    /// The other side is empty.
    OtherEmpty,
    /// Both have a value: the survivor's stays.
    Survivor,
    /// Group, locale and link are the survivor's, also where it has none.
    SurvivorAlways,
    /// Somebody else has the source's email.
    Taken,
}

/// A field of the profile, side by side.
#[derive(Debug, Clone, PartialEq, Eq, Json, JsonSchema)]
pub struct PlannedField {
    /// The field.
    pub field: ProfileField,
    /// What the survivor has.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub survivor: Option<String>,
    /// What the source has.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// Whose value stands afterwards.
    pub winner: Side,
    /// Why.
    pub why: Why,
}

/// A decision about mail, side by side; an opt-out wins.
#[derive(Debug, Clone, PartialEq, Eq, Json, JsonSchema)]
pub struct PlannedMail {
    /// The mailing list; the newsletter when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub list: Option<Slug>,
    /// What the survivor decided.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub survivor: Option<bool>,
    /// What the source decided.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<bool>,
    /// What holds afterwards.
    pub opted_in: bool,
}

/// The decisions about mail of two accounts, and of what is made of them.
pub fn planned_mail(own: &Preferences, other: &Preferences, united: &Preferences) -> Vec<PlannedMail> {
    let lists = united.lists.keys().map(Some);
    let decided = |preferences: &Preferences, list: Option<&Slug>| {
        let decision = list.map_or(preferences.newsletter.as_ref(), |list| preferences.lists.get(list));
        decision.map(|decision| decision.opted_in)
    };
    let planned = std::iter::once(None).chain(lists).filter_map(|list| {
        let opted_in = decided(united, list)?;
        Some(PlannedMail { list: list.cloned(), survivor: decided(own, list), source: decided(other, list), opted_in })
    });
    planned.gather()
}

/// Which side wins each field, for those of which any side has a value. Both profiles come as trees.
pub fn plan(survivor: &Tree, source: &Tree, chosen: &dyn Fn(ProfileField) -> Option<Side>, email_is_taken: bool) -> Vec<PlannedField> {
    let value = |tree: &Tree, name: &str| tree.get(name).and_then(Tree::as_text).map(str::to_owned);
    let fields = FIELDS.iter().map(|(field, name)| {
        let (survivor, source) = (value(survivor, name), value(source, name));
        let (winner, why) = match (&survivor, &source, chosen(*field)) {
            (_, _, Some(side)) => (side, Why::Chosen),
            (own, other, None) if own == other => (Side::Survivor, Why::Same),
            (Some(_), None, None) => (Side::Survivor, Why::OtherEmpty),
            (Some(_), Some(_), None) => (Side::Survivor, Why::Survivor),
            (None, _, None) if matches!(field, ProfileField::Group | ProfileField::Locale | ProfileField::Link) => {
                (Side::Survivor, Why::SurvivorAlways)
            }
            (None, _, None) if *field == ProfileField::Email && email_is_taken => (Side::Survivor, Why::Taken),
            (None, _, None) => (Side::Source, Why::OtherEmpty),
        };
        PlannedField { field: *field, survivor, source, winner, why }
    });
    fields.filter(|planned| planned.survivor.is_some() || planned.source.is_some()).gather()
}

/// The profile that a plan leaves to the survivor.
pub fn planned(survivor: Tree, fields: &[PlannedField]) -> Tree {
    let Tree::Object(mut values) = survivor else { return survivor };
    for planned in fields.iter().filter(|planned| planned.winner == Side::Source) {
        let Some((_, name)) = FIELDS.iter().find(|(field, _)| *field == planned.field) else { continue };
        values.retain(|(other, _)| other != name);
        values.extend(planned.source.iter().map(|value| ((*name).to_owned(), Tree::from(value))));
    }
    Tree::Object(values)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    // rules G2, G3
    #[test]
    fn the_survivors_fields_win_and_blanks_are_filled() {
        let survivor = Tree::from(json!({ "version": 4, "first_name": "Ada", "phone": "1", "suffix": "Jr." }));
        let source = Tree::from(
            json!({ "version": 9, "first_name": "Adele", "phone": "1", "last_name": "Byron", "group": "vip", "email": "a@b.example" }),
        );
        let chosen = |field| (field == ProfileField::Suffix).then_some(Side::Source);
        let fields = plan(&survivor, &source, &chosen, true);
        let told: Vec<_> = fields.iter().map(|field| (field.field, field.winner, field.why)).collect();
        assert_eq!(
            told,
            [
                (ProfileField::FirstName, Side::Survivor, Why::Survivor),
                (ProfileField::LastName, Side::Source, Why::OtherEmpty),
                (ProfileField::Suffix, Side::Source, Why::Chosen),
                (ProfileField::Email, Side::Survivor, Why::Taken),
                (ProfileField::Phone, Side::Survivor, Why::Same),
                (ProfileField::Group, Side::Survivor, Why::SurvivorAlways),
            ]
        );
        let after = json!(planned(survivor, &fields));
        assert_eq!(
            after,
            json!({ "version": 4, "first_name": "Ada", "phone": "1", "last_name": "Byron" }),
            "what was chosen empty is empty"
        );
    }
}
