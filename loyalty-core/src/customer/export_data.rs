//! `customer.export_data`

mod section;

pub use section::Section;

use schemars::JsonSchema;

use super::Customer;
use crate::error::Error;
use crate::id::CustomerId;
use crate::json::{Json, Tree};
use crate::limits::PAGE_MAX;
use crate::operation::{self, Kind, Operation};
use crate::page;
use crate::record::Root;
use crate::time::Timestamp;
use crate::unit::Unit;
use section::{Page, SECTIONS};

/// Answers everything that is known about a customer, in one readable JSON document, section by section: also what was merged into the account, who decided
/// about which mail when and through what, and every command that touched it.
///
/// Nothing is cut off silently. A section with more rows than `limit` stands in `more` with a cursor: ask for that `section` with that `cursor` until it is there no
/// more. Sections of which the actor lacks the right stand in `withheld`.
///
/// The shop's people get internal notes and reasons too, for they are data about the person: look through them before you hand the document out. Customers who
/// export their own see neither those nor the shop's people, nor its blacklist, its messages and its log. Of an erased customer it answers what is left.
///
/// Errors: `not_found`; `invalid_request` for the limit, and for a cursor without its section.
///
/// Rules K12, K4, E1, W3.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ExportData {
    /// The customer.
    pub customer: CustomerId,
    /// One section; all when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub section: Option<Section>,
    /// Rows of each section, 1 to 500; 500 when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<usize>,
    /// Where the section goes on: from `more`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cursor: Option<String>,
}

/// The answer of `customer.export_data`.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
pub struct ExportedData {
    /// The customer.
    pub customer: CustomerId,
    /// When this was so.
    pub exported_at: Timestamp,
    /// An object with a list for each section, by its name.
    pub data: Tree,
    /// The sections that go on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub more: Vec<MoreData>,
    /// The sections that this actor may not see.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub withheld: Vec<Section>,
}

/// A section that has more rows than were answered.
#[derive(Debug, Clone, PartialEq, Eq, Json, JsonSchema)]
pub struct MoreData {
    /// The section.
    pub section: Section,
    /// Where it goes on.
    pub cursor: String,
}

impl ExportData {
    /// The whole of a customer.
    pub fn new(customer: CustomerId) -> Self {
        ExportData { customer, section: None, limit: None, cursor: None }
    }
}

impl Operation for ExportData {
    const NAME: &'static str = "customer.export_data";
    const KIND: Kind = Kind::Query;
    type Output = ExportedData;

    fn roots(&self) -> Vec<Root> {
        operation::customer(&self.customer)
    }

    fn run(&self, unit: &mut Unit<'_>) -> Result<ExportedData, Error> {
        let limit = page::size(self.limit.or(Some(PAGE_MAX)))?;
        if self.cursor.is_some() && self.section.is_none() {
            return Err(Error::invalid("args.cursor", "stands without its section; give the section too"));
        }
        let customer = Customer::load(unit, &self.customer)?;
        let (program, actor) = (unit.program(), unit.context().actor.clone());
        let (mut data, mut more, mut withheld) = (Vec::new(), Vec::new(), Vec::new());
        for part in SECTIONS.iter().filter(|part| self.section.is_none_or(|wanted| wanted == part.section)) {
            if !program.allows(&actor, part.right, true) || (part.is_shops && unit.context().is_customer()) {
                withheld.push(part.section);
                continue;
            }
            let Page { rows, next } = (part.read)(unit, &customer, self.cursor.as_deref(), limit)?;
            data.push((part.section.name().to_owned(), Tree::List(rows)));
            more.extend(next.map(|cursor| MoreData { section: part.section, cursor }));
        }
        Ok(ExportedData { customer: customer.id, exported_at: unit.now(), data: Tree::Object(data), more, withheld })
    }
}

#[cfg(test)]
mod tests;
