//! Reading rows of customers no further than they are shown.

use super::Field;
use crate::error::Error;
use crate::gather::Gather;
use crate::json::{Path, Tree, picked};
use crate::repository::Row;

/// Fields, and where their values stand in what is stored of a customer.
pub(in crate::customer) struct Reading {
    paths: Vec<Path>,
    /// The fields, each with the place of its first path; the others follow.
    fields: Vec<(Field, usize)>,
}

impl Reading {
    /// Of these fields, each named once.
    pub(in crate::customer) fn of(fields: &[Field]) -> Self {
        let (mut paths, mut placed) = (Vec::new(), Vec::new());
        // What lies in the profile stands together; of the other objects each has one field.
        for in_profile in [true, false] {
            for field in fields.iter().filter(|field| field.is_in_profile() == in_profile) {
                placed.push((*field, paths.len()));
                paths.extend_from_slice(field.paths());
            }
        }
        Reading { paths, fields: placed }
    }

    /// What is stored of a customer in these fields.
    ///
    /// # Errors
    /// `internal` when the row does not hold a customer.
    pub(in crate::customer) fn read(&self, row: &Row) -> Result<Shown<'_>, Error> {
        let values = picked(&row.body, &self.paths);
        let values = values.map_err(|damage| Error::internal(format_args!("a customer cannot be read: {damage}")))?;
        Ok(Shown { reading: self, values })
    }
}

/// What a row shows.
pub(in crate::customer) struct Shown<'r> {
    reading: &'r Reading,
    values: Vec<Tree>,
}

impl Shown<'_> {
    /// The values that a field consists of.
    fn of(&mut self, field: Field) -> &mut [Tree] {
        let place = self.reading.fields.iter().find(|(other, _)| *other == field).map_or(self.values.len(), |(_, place)| *place);
        self.values.get_mut(place..place + field.paths().len()).unwrap_or_default()
    }

    /// The text in a field of one.
    pub(in crate::customer) fn text(&mut self, field: Field) -> Option<&str> {
        self.of(field).first().and_then(Tree::as_text)
    }

    /// Takes out the value that the customer has, as the wire shows it.
    pub(in crate::customer) fn take(&mut self, field: Field) -> Tree {
        let values = self.of(field);
        match (field, values) {
            (Field::Name, parts) => match parts.iter().filter_map(Tree::as_text).joined(" ") {
                name if name.is_empty() => Tree::Null,
                name => Tree::Text(name),
            },
            (Field::Newsletter, [value]) => Tree::Bool(*value == Tree::Bool(true)),
            (Field::Blacklisted, [value]) => Tree::Bool(*value != Tree::Null),
            (_, [value]) => std::mem::replace(value, Tree::Null),
            _ => Tree::Null,
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::customer::list::FIELDS;
    use crate::customer::{Customer, Profile};
    use crate::membership::State;
    use crate::record::Record;

    /// A customer with something in every field.
    fn ada() -> Customer {
        let ada = json!({
            "id": "c-1", "created_at": "2026-11-22T10:00:00Z", "last_login_at": "2026-11-23T10:00:00Z",
            "membership": { "state": "on_hold", "since": "2026-11-23T10:00:00Z", "version": 3, "before": "enrolled" },
            "profile": {
                "version": 2, "prefix": "Dr.", "first_name": "Ada", "middle_name": "King", "last_name": "Lovelace", "suffix": "Jr.",
                "email": "Ada@example.com", "phone": "+1 (555) 010-99", "gender": "Female", "birth_date": "1990-05-01", "group": "vip",
                "locale": "de-AT", "time_zone": "Europe/Vienna", "link": "/customers/1",
            },
            "preferences": {
                "newsletter": { "opted_in": true, "changed_at": "2026-11-22T10:00:00Z", "by": "maria", "through": "the till" },
                "lists": { "state": { "opted_in": true, "changed_at": "2026-11-22T10:00:00Z", "by": "maria" } },
            },
            "blacklisting": { "reason": "charged back", "since": "2026-11-22T10:00:00Z", "by": "maria", "emails": ["ada@example.com"] },
            "address_words": "rosenweg", "former": [{ "customer": "c-0", "upto": 7 }], "of_a_newer_release": { "id": [15] },
        });
        crate::json::stored(&ada.to_string()).unwrap()
    }

    // rule K6
    #[test]
    fn a_field_is_alone_what_it_is_among_all() {
        let ada = ada();
        let bare = Customer::new(ada.id.clone(), State::Guest, Profile::default(), ada.created_at);
        let values = |customer: &Customer| {
            let row = customer.to_row();
            let all = Reading::of(&FIELDS);
            let mut whole = all.read(&row).unwrap();
            let values = FIELDS.map(|field| {
                let alone = Reading::of(&[field]);
                let value = whole.take(field);
                assert_eq!(alone.read(&row).unwrap().take(field), value, "{field:?}");
                value
            });
            json!(values.map(|value| serde_json::to_value(value).unwrap()))
        };
        let at = "2026-11-22T10:00:00Z";
        assert_eq!(
            values(&ada),
            json!([
                "c-1",
                "Ada@example.com",
                "Dr. Ada King Lovelace Jr.",
                "+1 (555) 010-99",
                "vip",
                "on_hold",
                "de-AT",
                "Female",
                "1990-05-01",
                at,
                "2026-11-23T10:00:00Z",
                true,
                true,
            ])
        );
        let nothing = json!(null);
        let expected = json!(["c-1", nothing, nothing, nothing, nothing, "guest", nothing, nothing, nothing, at, nothing, false, false]);
        assert_eq!(values(&bare), expected);
        let name = |customer: &Customer| Reading::of(&[Field::Name]).read(&customer.to_row()).unwrap().take(Field::Name);
        let names = [&ada, &bare].map(|customer| customer.profile.full_name().map_or(Tree::Null, Tree::Text));
        assert_eq!([&ada, &bare].map(name), names, "a name is one everywhere");
    }
}
