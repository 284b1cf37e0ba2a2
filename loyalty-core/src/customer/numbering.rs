//! Numbers for things that the host gave no id: each is used once.

use crate::error::Error;
use crate::id::Id;
use crate::json::Json;

/// The last number given to one kind of thing of a customer.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Json)]
#[serde(transparent)]
pub struct Numbering(u64);

impl Numbering {
    /// The id of a new thing: the host's if it is free, else the prefix and the next number that is free. A host's id that looks like a generated
    /// one takes its number, so that the id of something removed never comes to mean something else.
    ///
    /// # Errors
    /// `already_exists` when the host's id is taken; `limit_exceeded` when the host's ids have used up the numbers.
    pub fn name(&mut self, prefix: &str, given: Option<&Id>, taken: impl Fn(&Id) -> bool, what: &'static str) -> Result<Id, Error> {
        if let Some(id) = given {
            if taken(id) {
                return Err(Error::already_exists(what, id));
            }
            let number = id.as_str().strip_prefix(prefix).and_then(|rest| rest.parse::<u64>().ok());
            self.0 = self.0.max(number.unwrap_or(0));
            return Ok(id.clone());
        }
        loop {
            let Some(number) = self.0.checked_add(1) else {
                return Err(Error::limit_exceeded(format_args!("numbers of '{what}'; give an id"), u64::MAX, "more"));
            };
            self.0 = number;
            let id = Id::new(format!("{prefix}{number}")).map_err(Error::internal)?;
            if !taken(&id) {
                return Ok(id);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::Reason;

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
        assert!(matches!(name(Some("home")).map_err(Error::into_reason), Err(Reason::AlreadyExists { what: "address", .. })));
        assert_eq!(name(Some("a5000000000")).unwrap(), "a5000000000");
        assert_eq!(name(None).unwrap(), "a5000000001");
        assert_eq!(name(Some("a18446744073709551615")).unwrap(), "a18446744073709551615");
        assert!(matches!(name(None).map_err(Error::into_reason), Err(Reason::LimitExceeded { .. })));
    }

    // rule K1
    #[test]
    fn a_generated_id_is_free() {
        let taken = |id: &Id| ["m1", "m2"].contains(&id.as_str());
        assert_eq!(Numbering::default().name("m", None, taken, "payment_method").unwrap().as_str(), "m3");
    }
}
