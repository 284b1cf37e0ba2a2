//! Ids of customers who were merged into others: a request that names one is run as if it named the survivor (rule G8).

use crate::catalogue::{self, Reader};
use crate::customer::{CUSTOMER, Customer};
use crate::error::Error;
use crate::id::CustomerId;
use crate::json::{Tree, grow};
use crate::operation::Job;
use crate::record::{Record, Root};
use crate::unit::Unit;

/// The argument by which an operation names the customer it is about. What names customers otherwise, such as a merge, means the ids themselves.
const NAMED: &str = "customer";

/// A request on its way to the survivor.
pub(super) struct Redirect {
    /// The same operation, naming the survivor.
    pub(super) job: Box<dyn Job>,
    /// The survivor.
    pub(super) to: CustomerId,
}

/// Where a request goes that names a merged id. Only `membership.*` and `customer.delete` mean the id itself.
pub(super) fn redirect(unit: &mut Unit<'_>, job: &dyn Job, roots: &[Root]) -> Result<Option<Redirect>, Error> {
    if job.name().starts_with("membership.") || job.name() == "customer.delete" {
        return Ok(None);
    }
    for id in roots.iter().filter_map(Root::customer_id) {
        // A column tells of nearly everybody that they were not, without reading the customer.
        let Some(row) = unit.row_of(&CUSTOMER, Customer::key(&id))?.filter(Customer::may_lead_on) else { continue };
        let Some(to) = Customer::from_row(row)?.membership.merged_into else { continue };
        let mut arguments = grow(&job.canonical(), "args")?;
        let Tree::Object(fields) = &mut arguments else { continue };
        let names_it = |(name, value): &&mut (String, Tree)| name == NAMED && value.as_text() == Some(id.as_str());
        let Some((_, named)) = fields.iter_mut().find(names_it) else { continue };
        *named = Tree::from(to.as_str());
        if let Reader::One(read) = catalogue::find(job.name())?.read {
            return Ok(Some(Redirect { job: read(&arguments)?, to }));
        }
    }
    Ok(None)
}
