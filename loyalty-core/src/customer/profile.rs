//! The profile: who a customer is, and what its fields may hold.

use schemars::JsonSchema;

use crate::error::Error;
use crate::gather::Gather;
use crate::id::{Email, Line, Phone, Slug, fold};
use crate::json::Json;
use crate::limits::LOCALE_CHARS_MAX;
use crate::program::Program;
use crate::time::{Date, Zone};

/// Who a customer is. Every field may be missing.
#[derive(Debug, Clone, Default, PartialEq, Eq, Json, JsonSchema)]
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

impl Profile {
    /// The whole name, or nothing.
    pub fn full_name(&self) -> Option<String> {
        let parts = [&self.prefix, &self.first_name, &self.middle_name, &self.last_name, &self.suffix];
        let name = parts.into_iter().flatten().map(Line::as_str).joined(" ");
        (!name.is_empty()).then_some(name)
    }

    /// The name by which lists sort: family name first, folded.
    pub(super) fn sort_name(&self) -> Option<String> {
        let parts = [&self.last_name, &self.first_name, &self.middle_name];
        let name = parts.into_iter().flatten().map(|part| fold(part.as_str())).joined(" ");
        (!name.is_empty()).then_some(name)
    }

    /// Refuses values that a profile may not take on. What the profile had `before` is not looked at again: a group that left the program
    /// does not stand in the way of a new phone number.
    ///
    /// # Errors
    /// `invalid_request` at the field, below `args.`.
    pub fn check(&self, before: &Profile, program: &Program, today: Date) -> Result<(), Error> {
        let refuse = |field: &str, problem: &str| Err(Error::invalid(format_args!("args.{field}"), problem));
        if self.group != before.group && self.group.as_ref().is_some_and(|group| !program.has_group(group.as_str())) {
            return refuse("group", "is not a group of the program; give the id of one, or null");
        }
        if self.birth_date != before.birth_date && self.birth_date.is_some_and(|date| date > today) {
            return refuse("birth_date", "lies in the future");
        }
        if self.locale != before.locale && !self.locale.as_ref().is_none_or(is_locale) {
            return refuse("locale", "is not a locale; give a language tag like de-AT");
        }
        if self.link != before.link && !self.link.as_ref().is_none_or(Line::is_link) {
            return refuse("link", "is not a link; begin with https://, http:// or /");
        }
        Ok(())
    }
}

fn is_locale(locale: &Line) -> bool {
    let text = locale.as_str();
    text.len() <= LOCALE_CHARS_MAX && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::Reason;

    fn line(text: &str) -> Option<Line> {
        Some(Line::new(text).unwrap())
    }

    // rule K6
    #[test]
    fn the_name_is_shown_in_order_and_sorted_by_family() {
        let profile = Profile { prefix: line("Dr."), first_name: line("Zoë"), last_name: line("Álvarez"), ..Profile::default() };
        assert_eq!(profile.full_name().as_deref(), Some("Dr. Zoë Álvarez"));
        assert_eq!(profile.sort_name().as_deref(), Some("alvarez zoe"));
        assert_eq!(Profile::default().full_name(), None);
    }

    // rules K1, K9
    #[test]
    fn a_field_is_checked_when_it_changes() {
        let today = Date::new(2026, 11, 22).unwrap();
        let refused = |profile: &Profile| match profile.check(&Profile::default(), &Program::starter(), today).map_err(Error::into_reason) {
            Err(Reason::InvalidRequest { path, .. }) => path,
            other => format!("{other:?}"),
        };
        let group = Profile { group: Some(Slug::new("vip").unwrap()), ..Profile::default() };
        assert_eq!(refused(&group), "args.group");
        assert!(group.check(&group, &Program::starter(), today).is_ok());
        assert_eq!(refused(&Profile { birth_date: Some(today.plus_days(1)), ..Profile::default() }), "args.birth_date");
        assert_eq!(refused(&Profile { locale: line("de AT"), ..Profile::default() }), "args.locale");
        for link in ["javascript:alert(1)", "//elsewhere.example"] {
            assert_eq!(refused(&Profile { link: line(link), ..Profile::default() }), "args.link");
        }
        let fine = Profile { locale: line("de-AT"), birth_date: Some(today), link: line("https://shop.example/c/1"), ..Profile::default() };
        assert!(fine.check(&Profile::default(), &Program::starter(), today).is_ok());
    }
}
