//! Numbers for things that the host gave no id: each is used once.

use serde::{Deserialize, Serialize};

use crate::error::Error;
use crate::id::Id;

/// The last number given to one kind of thing of a customer.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Numbering(u64);

impl Numbering {
    /// The id of a new thing: the host's if it is free, else the prefix and the next number. A host's id that looks like a generated one takes
    /// its number, so that the id of something removed never comes to mean something else.
    ///
    /// # Errors
    /// `already_exists` when the host's id is taken.
    pub fn name(&mut self, prefix: &str, given: Option<&Id>, taken: impl Fn(&Id) -> bool, what: &'static str) -> Result<Id, Error> {
        if let Some(id) = given {
            if taken(id) {
                return Err(Error::AlreadyExists { what, id: id.to_string() });
            }
            let number = id.as_str().strip_prefix(prefix).and_then(|rest| rest.parse::<u32>().ok());
            self.0 = self.0.max(number.map_or(0, u64::from));
            return Ok(id.clone());
        }
        self.0 = self.0.saturating_add(1);
        Id::new(format!("{prefix}{}", self.0)).map_err(|malformed| Error::Internal(malformed.to_string()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    // rule K1
    #[test]
    fn a_number_is_given_once() {
        let mut numbering = Numbering::default();
        let mut name = |given: Option<&str>| {
            let given = given.map(|id| Id::new(id).unwrap());
            numbering.name("a", given.as_ref(), |id| id.as_str() == "home", "address").map(String::from)
        };
        assert_eq!(name(None).unwrap(), "a1");
        assert_eq!(name(Some("a7")).unwrap(), "a7");
        assert_eq!(name(None).unwrap(), "a8");
        assert_eq!(name(Some("work")).unwrap(), "work");
        assert!(matches!(name(Some("home")), Err(Error::AlreadyExists { what: "address", .. })));
    }
}
