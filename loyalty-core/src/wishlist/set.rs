//! `wishlist.set`

use schemars::JsonSchema;

use super::{Wish, Wishlist};
use crate::customer::Customer;
use crate::error::Error;
use crate::id::CustomerId;
use crate::json::Json;
use crate::limits::WISHES_MAX;
use crate::operation::{self, Kind, Operation};
use crate::pairs::Pairs;
use crate::record::Root;
use crate::unit::Unit;

/// Records what a customer would like, in place of what was recorded before. An empty list ends it. Details show it.
///
/// Errors: `not_found`; `not_eligible` when the customer is merged or deleted; `version_conflict`; `invalid_request` for an article that stands there
/// twice; `limit_exceeded` beyond 500 articles.
///
/// Rules O7, K2.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Set {
    /// The customer.
    pub customer: CustomerId,
    /// The articles, at most 500.
    pub items: Vec<Wish>,
}

/// The receipt of `wishlist.set`.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
pub struct Wished {
    /// The customer.
    pub customer: CustomerId,
    /// How many articles are on the list.
    pub items: usize,
    /// Its version now.
    pub version: u64,
}

impl Operation for Set {
    const NAME: &'static str = "wishlist.set";
    const KIND: Kind = Kind::Command;
    type Output = Wished;

    fn roots(&self) -> Vec<Root> {
        operation::customer(&self.customer)
    }

    fn run(&self, unit: &mut Unit<'_>) -> Result<Wished, Error> {
        if self.items.len() > WISHES_MAX {
            return Err(Error::limit_exceeded("items", WISHES_MAX, self.items.len()));
        }
        let mut seen = Pairs::new();
        for (index, item) in self.items.iter().enumerate() {
            if seen.insert(&item.sku, ()).is_some() {
                let problem = format_args!("'{}' stands there twice; give every article once", item.sku);
                return Err(Error::invalid(format_args!("args.items[{index}].sku"), problem));
            }
        }
        let root = Customer::load_live(unit, &self.customer)?.root();
        let before = unit.get::<Wishlist>(Wishlist::key(&root))?;
        let version = before.as_ref().map_or(0, |before| before.version);
        unit.check_version("wishlist", version)?;
        let unknown = before.map_or_else(Pairs::new, |before| before.unknown);
        let wishlist = Wishlist { customer: self.customer.clone(), version: version + 1, items: self.items.clone(), unknown };
        unit.put(&wishlist);
        Ok(Wished { customer: wishlist.customer, items: wishlist.items.len(), version: wishlist.version })
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::customer::{Create, Details};
    use crate::unit::tests::Stage;

    // rules O7, K2
    #[test]
    fn a_wishlist_is_replaced_whole() {
        let stage = Stage::new();
        stage.run::<Create>(json!({ "id": "c-1" })).unwrap();
        let shown = |stage: &Stage| {
            let details = stage.run::<Details>(json!({ "customer": "c-1", "tabs": ["wishlist"] })).unwrap();
            details.wishlist.map(|items| items.iter().map(|item| item.sku.to_string()).collect::<Vec<_>>())
        };
        assert_eq!(shown(&stage), Some(Vec::new()));
        let set = |skus: &[&str]| {
            let items: Vec<_> = skus.iter().map(|sku| json!({ "sku": sku })).collect();
            json!({ "customer": "c-1", "items": items })
        };
        assert_eq!(stage.run::<Set>(set(&["cd-1", "cd-2"])).unwrap().version, 1);
        assert_eq!(stage.run::<Set>(set(&["cd-2"])).unwrap().version, 2);
        assert_eq!(shown(&stage), Some(vec!["cd-2".to_owned()]));
        assert_eq!(stage.refusal::<Set>(set(&["cd-1", "cd-1"])), "invalid_request args.items[1].sku");
        assert_eq!(stage.run_at_version::<Set>(Some(1), set(&[])).unwrap_err().code(), "version_conflict");
        let many: Vec<String> = (0..=WISHES_MAX).map(|number| format!("cd-{number}")).collect();
        assert_eq!(stage.refusal::<Set>(set(&many.iter().map(String::as_str).collect::<Vec<_>>())), "limit_exceeded");
    }
}
