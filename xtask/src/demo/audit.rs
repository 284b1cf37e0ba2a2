//! The verdict over all books: `journal.verify` for every customer, on all processors.

use std::path::Path;

use loyalty_core::context::Context;
use loyalty_core::id::CustomerId;
use loyalty_core::journal::Verify;
use rusqlite::{Connection, OpenFlags};

use super::progress::Progress;
use super::shop::{Shop, refused};

/// What verification came to.
#[derive(Default)]
pub struct Verdict {
    /// Customers whose balances, lots and hash chain are what their entries say.
    pub sound: usize,
    /// Commands that their chains hold.
    pub commands: usize,
    /// Entries in their journals.
    pub entries: usize,
    /// The others, each with the first difference.
    pub unsound: Vec<String>,
}

/// Everyone in the database.
pub fn customers(path: &Path) -> Result<Vec<String>, String> {
    let ask = || -> Result<Vec<String>, rusqlite::Error> {
        let database = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
        database.prepare("SELECT customer FROM loyalty_customers ORDER BY customer")?.query_map((), |row| row.get(0))?.collect()
    };
    ask().map_err(|error| format!("cannot ask the database: {error}"))
}

/// Verifies the journals of these customers.
pub fn verify(shop: &Shop, context: &Context, customers: &[String], progress: &Progress) -> Result<Verdict, String> {
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let parts: Vec<&[String]> = customers.chunks(customers.len().div_ceil(threads).max(1)).collect();
    let verdicts = std::thread::scope(|scope| {
        let running: Vec<_> = parts.iter().map(|part| scope.spawn(|| verify_some(shop, context, part, progress))).collect();
        running
            .into_iter()
            .map(|thread| thread.join().map_err(|_| "a verifying thread panicked".to_owned())?)
            .collect::<Result<Vec<_>, _>>()
    })?;
    let mut all = Verdict::default();
    for verdict in verdicts {
        all.sound += verdict.sound;
        all.commands += verdict.commands;
        all.entries += verdict.entries;
        all.unsound.extend(verdict.unsound);
    }
    Ok(all)
}

fn verify_some(shop: &Shop, context: &Context, customers: &[String], progress: &Progress) -> Result<Verdict, String> {
    let mut verdict = Verdict::default();
    for customer in customers {
        let customer = CustomerId::new(customer.as_str()).map_err(refused)?;
        let verify = Verify { customer: Some(customer.clone()), ..Verify::default() };
        let verified = shop.loyalty.run(&verify, context).map_err(refused)?.result;
        verdict.sound += usize::from(verified.sound);
        verdict.commands += verified.commands;
        verdict.entries += verified.entries;
        verdict.unsound.extend(verified.difference.map(|difference| format!("{customer}: {difference:?}")));
        progress.step(1, "");
    }
    Ok(verdict)
}
