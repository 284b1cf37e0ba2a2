//! One customer as a desk shows them: details with history, what lapses next, and what can be done now.

use std::path::Path;

use loyalty_core::context::Context;
use loyalty_core::customer::{Detailed, Details, Tab};
use loyalty_core::entry::EntryView;
use loyalty_core::expiry::Lapse;
use loyalty_core::id::{CustomerId, Slug};
use loyalty_core::points::{Due, Expiring};
use loyalty_core::time::Zone;
use rusqlite::{Connection, OpenFlags};

use super::shop::{Shop, refused};

/// How many lines of each list are shown.
const SHOWN: usize = 10;

/// Somebody of whom there is something to tell: who earned, redeemed and lost points, and has several lots to lose next.
const SOMEBODY: &str = "SELECT customer FROM loyalty_entries WHERE point_type = 'points' GROUP BY customer
    HAVING sum(kind = 'spend') BETWEEN 2 AND 4 AND sum(kind = 'expire') > 0 AND count(*) < 40 AND sum(amount_units) > 100
    ORDER BY (SELECT count(*) FROM loyalty_lots AS l WHERE l.customer = loyalty_entries.customer AND l.state = 'active') DESC, customer
    LIMIT 1";

/// Describes a customer, in lines for the terminal.
pub fn describe(shop: &Shop, path: &Path, context: &Context) -> Result<String, String> {
    let customer = somebody(path).map_err(|error| format!("cannot ask the database: {error}"))?;
    let id = CustomerId::new(customer).map_err(refused)?;
    let tabs = vec![Tab::Membership, Tab::Balances, Tab::History, Tab::Orders, Tab::Actions];
    let details = Details { customer: id.clone(), tabs: Some(tabs), limit: Some(SHOWN) };
    let details = shop.loyalty.run(&details, context).map_err(refused)?.result;
    let expiring = Expiring { customer: id, point_type: Slug::new("points").map_err(refused)? };
    let schedule = shop.loyalty.run(&expiring, context).map_err(refused)?.result;

    let mut text = String::new();
    let mut line = |line: String| {
        text.push_str(&line);
        text.push('\n');
    };
    line(format!("Customer {}", details.customer));
    standing(&details, shop.zone).into_iter().for_each(&mut line);
    line("  newest entries".to_owned());
    details.history.iter().flatten().for_each(|entry| line(entry_line(entry, shop.zone)));
    line("  lapses next, if nothing is redeemed".to_owned());
    schedule.due.iter().take(SHOWN).for_each(|due| line(due_line(due, shop.zone)));
    actions(&details).into_iter().for_each(&mut line);
    Ok(text)
}

fn somebody(path: &Path) -> Result<String, rusqlite::Error> {
    let database = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    database.query_row(SOMEBODY, (), |row| row.get(0))
}

fn standing(details: &Detailed, zone: Zone) -> Vec<String> {
    let mut lines = Vec::new();
    if let Some(membership) = &details.membership {
        lines.push(format!("  {} since {}", membership.state.name(), zone.date(membership.since)));
    }
    for balance in details.balances.iter().flatten() {
        lines.push(format!(
            "  {} {} to spend ({} pending, {} held); in all {} earned, {} redeemed, {} lapsed",
            balance.active, balance.point_type, balance.pending, balance.held, balance.earned, balance.spent, balance.expired
        ));
    }
    if let Some(order) = details.orders.iter().flatten().next() {
        lines.push(format!(
            "  newest order {} of {} for {} {}",
            order.number,
            zone.date(order.placed_at),
            order.total,
            order.facts.currency
        ));
    }
    lines
}

fn entry_line(entry: &EntryView, zone: Zone) -> String {
    let about = match (&entry.expires, &entry.order) {
        (Some(Lapse::At(at)), Some(order)) => format!("order {order}, lapses {}", zone.date(*at)),
        (_, Some(order)) => format!("order {order}, from {} lots", entry.lots.len()),
        _ => String::new(),
    };
    let (amount, balance) = (entry.amount.to_string(), entry.balance.to_string());
    format!("    {}  {:<7}{amount:>6}  balance {balance:>5}  {about}", zone.date(entry.effective_at), entry.kind.name())
        .trim_end()
        .to_owned()
}

fn due_line(due: &Due, zone: Zone) -> String {
    format!("    {}  {:>13}", zone.date(due.expires_at), due.amount.to_string())
}

/// The actions that are open, and the others with why not.
fn actions(details: &Detailed) -> Vec<String> {
    let actions = details.actions.as_deref().unwrap_or_default();
    let open: Vec<&str> = actions.iter().filter(|action| action.available).map(|action| action.operation.as_str()).collect();
    let mut lines = vec!["  can be done now".to_owned()];
    lines.extend(open.chunks(6).map(|some| format!("    {}", some.join("  "))));
    lines.push("  cannot, and why".to_owned());
    for action in actions.iter().filter(|action| !action.available) {
        lines.push(format!("    {}: {}", action.operation, action.reason.as_deref().unwrap_or_default()));
    }
    lines
}
