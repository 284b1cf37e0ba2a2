//! `payment_method.save`

use schemars::JsonSchema;

use super::{LastFour, PaymentMethod, Token, is_card_number};
use crate::customer::Customer;
use crate::error::Error;
use crate::id::{CustomerId, Id, Line};
use crate::json::Json;
use crate::limits::ADDRESSES_MAX;
use crate::operation::{self, Kind, Operation};
use crate::pairs::Pairs;
use crate::record::Root;
use crate::unit::Unit;

/// Saves a payment method of a customer: the token of your payment provider, and what the customer recognises it by. One whose id or token is
/// saved already is replaced.
///
/// A full card number is never kept: a token or brand that looks like one is refused.
///
/// Errors: `not_found`; `not_eligible` when the customer is merged or deleted; `version_conflict`; `already_exists` when another id has the
/// token; `limit_exceeded` beyond 50 payment methods; `invalid_request` for a card number or an expiry that is no month.
///
/// Rules K4, K2.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Save {
    /// The customer.
    pub customer: CustomerId,
    /// Your id for the payment method; `m1`, `m2` and so on when absent and the token is new.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<Id>,
    /// What the payment provider calls it.
    pub token: Token,
    /// The brand, such as "Visa".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub brand: Option<Line>,
    /// The last four digits.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_four: Option<LastFour>,
    /// The last month in which it is valid, 1 to 12; with `expiry_year`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expiry_month: Option<u32>,
    /// The year of that month, 2000 to 2100; with `expiry_month`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expiry_year: Option<u32>,
}

/// The receipt of `payment_method.save`.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
pub struct Saved {
    /// The customer.
    pub customer: CustomerId,
    /// The payment method.
    pub payment_method: Id,
    /// Its version now.
    pub version: u64,
}

impl Save {
    fn check(&self) -> Result<(), Error> {
        if self.brand.as_ref().is_some_and(|brand| is_card_number(brand.as_str())) {
            return Err(Error::invalid("args.brand", "looks like a card number; give a name such as Visa"));
        }
        match (self.expiry_month, self.expiry_year) {
            (None, None) | (Some(1..=12), Some(2_000..=2_100)) => Ok(()),
            (Some(1..=12), _) => Err(Error::invalid("args.expiry_year", "must be a year from 2000 to 2100 where there is a month")),
            _ => Err(Error::invalid("args.expiry_month", "must be 1 to 12 where there is a year")),
        }
    }

    /// The payment method that this one replaces: by its id, else by its token.
    fn replaced<'m>(&self, methods: &'m [PaymentMethod]) -> Result<Option<&'m PaymentMethod>, Error> {
        let same_token = methods.iter().find(|method| method.token == self.token);
        let Some(id) = &self.id else { return Ok(same_token) };
        match same_token.filter(|method| method.id != *id) {
            Some(other) => Err(Error::already_exists("payment_method", &other.id)),
            None => Ok(methods.iter().find(|method| method.id == *id)),
        }
    }

    fn payment_method(&self, id: Id, before: Option<&PaymentMethod>, unit: &Unit<'_>) -> PaymentMethod {
        PaymentMethod {
            customer: self.customer.clone(),
            id,
            version: before.map_or(0, |before| before.version) + 1,
            saved_at: before.map_or(unit.now(), |before| before.saved_at),
            token: self.token.clone(),
            brand: self.brand.clone(),
            last_four: self.last_four.clone(),
            expiry_month: self.expiry_month,
            expiry_year: self.expiry_year,
            unknown: before.map_or_else(Pairs::new, |before| before.unknown.clone()),
        }
    }
}

impl Operation for Save {
    const NAME: &'static str = "payment_method.save";
    const KIND: Kind = Kind::Command;
    type Output = Saved;

    fn roots(&self) -> Vec<Root> {
        operation::customer(&self.customer)
    }

    fn run(&self, unit: &mut Unit<'_>) -> Result<Saved, Error> {
        self.check()?;
        let mut customer = Customer::load_live(unit, &self.customer)?;
        let methods = PaymentMethod::all(unit, &self.customer)?;
        let before = self.replaced(&methods)?;
        unit.check_version("payment_method", before.map_or(0, |before| before.version))?;
        let id = match before {
            Some(before) => before.id.clone(),
            None if methods.len() >= ADDRESSES_MAX => {
                return Err(Error::limit_exceeded("payment_methods", ADDRESSES_MAX, methods.len() + 1));
            }
            None => {
                let taken = |id: &Id| methods.iter().any(|method| method.id == *id);
                customer.payment_method_seq.name("m", self.id.as_ref(), taken, "payment_method")?
            }
        };
        let method = self.payment_method(id, before, unit);
        unit.put(&method);
        unit.put(&customer);
        Ok(Saved { customer: customer.id, payment_method: method.id, version: method.version })
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::customer::Create;
    use crate::error::Reason;
    use crate::payment_method::Remove;
    use crate::unit::tests::Stage;

    fn shop() -> Stage {
        let stage = Stage::new();
        stage.run::<Create>(json!({ "id": "c-1" })).unwrap();
        stage
    }

    // rule K4
    #[test]
    fn a_token_is_saved_once_and_replaced() {
        let stage = shop();
        let card =
            json!({ "customer": "c-1", "token": "tok_1", "brand": "Visa", "last_four": "4242", "expiry_month": 7, "expiry_year": 2029 });
        let save =
            |args: serde_json::Value| stage.run::<Save>(args).map(|saved| (saved.payment_method.to_string(), saved.version)).unwrap();
        assert_eq!(save(card.clone()), ("m1".to_owned(), 1));
        assert_eq!(save(card), ("m1".to_owned(), 2));
        assert_eq!(save(json!({ "customer": "c-1", "id": "m1", "token": "tok_2" })), ("m1".to_owned(), 3));
        assert_eq!(save(json!({ "customer": "c-1", "token": "tok_1" })), ("m2".to_owned(), 1));
        assert_eq!(stage.refusal::<Save>(json!({ "customer": "c-1", "id": "m2", "token": "tok_2" })), "already_exists");
        assert_eq!(stage.refusal::<Remove>(json!({ "customer": "c-1", "payment_method": "m2" })), "done");
        assert_eq!(stage.refusal::<Remove>(json!({ "customer": "c-1", "payment_method": "m2" })), "not_found");
        assert_eq!(save(json!({ "customer": "c-1", "token": "tok_1" })), ("m3".to_owned(), 1));
    }

    // rule K4
    #[test]
    fn a_full_number_is_never_kept() {
        let stage = shop();
        for (field, value) in [
            ("token", json!("4111 1111 1111 1111")),
            ("brand", json!("4111111111111111")),
            ("last_four", json!("11111")),
            ("expiry_month", json!(13)),
            ("expiry_year", json!(29)),
        ] {
            let mut args = json!({ "customer": "c-1", "token": "tok_1", "expiry_month": 1, "expiry_year": 2029 });
            args[field] = value;
            assert_eq!(stage.refusal::<Save>(args), format!("invalid_request args.{field}"));
        }
    }

    // rule K2
    #[test]
    fn a_stale_save_is_refused() {
        let stage = shop();
        let args = json!({ "customer": "c-1", "token": "tok_1" });
        stage.run::<Save>(args.clone()).unwrap();
        let stale = stage.run_at_version::<Save>(Some(7), args);
        assert!(matches!(stale.map_err(Error::into_reason), Err(Reason::VersionConflict { record: "payment_method", current: 1, .. })));
    }
}
