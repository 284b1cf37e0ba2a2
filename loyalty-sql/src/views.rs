//! Views for whoever reads the database with plain SQL, an accountant for one; docs/views.md describes them.
//!
//! Views hold no data. Opening a database makes them anew when their text differs from that of this release. Their queries are written with
//! `{p}` for the prefix, and with expressions in braces for what engines write differently, such as `{time:x}` for the instant in column `x`.
//! `{amount:x}` stands for two columns: the decimal amount in column `x`, exact and with all places of its point type, and behind it
//! `x_units`, the same in smallest units.

mod expression;

use std::collections::HashMap;

use loyalty_core::repository::Table;

use crate::dialect::Dialect;

/// A view: its name behind the prefix, the tables that it reads, and its query.
pub(crate) struct View {
    name: &'static str,
    tables: &'static [&'static str],
    query: &'static str,
}

/// Each view. A customer's root is `c:` and the id, a gift card's `g:` and the number; views of customers leave other roots out.
const VIEWS: &[View] = &[
    View {
        name: "customers",
        tables: &["customer"],
        query: "SELECT {root:t} AS customer,
  {text:t.state} AS state,
  {json:membership.since} AS state_since,
  {json:membership.enrolled_at} AS enrolled_at,
  {json:membership.merged_into} AS merged_into,
  {json:profile.first_name} AS first_name,
  {json:profile.last_name} AS last_name,
  {json:profile.email} AS email,
  {json:profile.phone} AS phone,
  {json:profile.birth_date} AS birth_date,
  {text:t.group_id} AS group_id,
  {json:profile.locale} AS locale,
  t.newsletter AS newsletter,
  t.blacklisted AS blacklisted,
  {time:t.created_at} AS created_at,
  {time:t.last_login_at} AS last_login_at
FROM \"{p}customer\" AS t
WHERE {customer:t}",
    },
    View {
        name: "balances",
        tables: &["account"],
        query: "SELECT {root:a} AS customer,
  {text:a.point_type} AS point_type,
  {amount:a.balance} AS balance,
  {amount:a.balance + a.debt - a.pending - a.held} AS active,
  {amount:a.pending} AS pending,
  {amount:a.held} AS held,
  {amount:a.debt} AS debt,
  {amount:a.earned} AS earned,
  {amount:a.adjusted} AS adjusted,
  {amount:a.spent} AS spent,
  {amount:a.expired} AS expired,
  {time:a.account_date} AS account_date,
  {time:a.due_at} AS settled_until
FROM \"{p}account\" AS a
WHERE {customer:a}",
    },
    View {
        name: "entries",
        tables: &["entry", "account"],
        query: "SELECT {root:t} AS customer,
  {text:t.point_type} AS point_type,
  t.number AS number,
  {text:t.kind} AS kind,
  {amount:t.amount} AS amount,
  {amount:t.balance} AS balance,
  {time:t.effective_at} AS effective_at,
  {time:t.recorded_at} AS recorded_at,
  {of:lapse} AS expires,
  {json:order} AS order_number,
  {json:rule} AS rule,
  {number:reverses} AS reverses,
  {amount:t.reversed} AS reversed,
  {text:t.actor} AS actor,
  t.reason AS reason,
  t.comment AS comment,
  t.note AS note
FROM \"{p}entry\" AS t LEFT JOIN \"{p}account\" AS a ON a.root = t.root AND a.point_type = t.point_type
WHERE {customer:t}",
    },
    View {
        name: "lots",
        tables: &["lot", "account"],
        query: "SELECT {root:t} AS customer,
  {text:t.point_type} AS point_type,
  t.lot AS lot,
  CASE t.state WHEN 0 THEN 'pending' WHEN 3 THEN 'held' WHEN 4 THEN 'lapsed' ELSE 'active' END AS state,
  {amount:t.amount} AS amount,
  {time:t.since} AS since,
  {time:t.available_from} AS available_from,
  CASE t.expires_at
    WHEN 9223372036854775807 THEN 'never'
    WHEN 9223372036854775806 THEN 'account date'
    ELSE {time:t.expires_at} END AS expires,
  CASE t.expires_at
    WHEN 9223372036854775807 THEN NULL
    WHEN 9223372036854775806 THEN {time:a.account_date}
    ELSE {time:t.expires_at} END AS expires_at,
  CASE t.state WHEN 3 THEN t.rank END AS hold,
  CASE t.state WHEN 4 THEN {time:t.rank} END AS lapsed_at
FROM \"{p}lot\" AS t LEFT JOIN \"{p}account\" AS a ON a.root = t.root AND a.point_type = t.point_type
WHERE {customer:t}",
    },
    View {
        name: "orders",
        tables: &["order"],
        query: "SELECT {root:t} AS customer,
  {text:t.number} AS number,
  {json:master_number} AS master_number,
  {time:t.placed_at} AS placed_at,
  {text:t.currency} AS currency,
  {text:t.total} AS total,
  {of:lines} AS \"lines\",
  {of:payments} AS payments,
  {flag:fulfilled} AS fulfilled,
  {json:channel} AS channel,
  {time:t.earned_at} AS earned_at,
  {of:earned} AS earned,
  {flag:returned_all} AS returned
FROM \"{p}order\" AS t
WHERE {customer:t}",
    },
    View {
        name: "statuses",
        tables: &["status"],
        query: "SELECT {root:t} AS customer,
  {text:t.system} AS status_system,
  {text:t.status} AS status,
  {json:since} AS since,
  {json:counter} AS counter,
  {json:kept_until} AS kept_until,
  {json:lapsing.falls_at} AS falls_at,
  {json:lock.kind} AS lock_kind,
  {json:lock.until} AS lock_until,
  {time:t.due_at} AS settled_until
FROM \"{p}status\" AS t
WHERE {customer:t}",
    },
    View {
        name: "status_changes",
        tables: &["status_change"],
        query: "SELECT {root:t} AS customer,
  {text:t.system} AS status_system,
  t.number AS number,
  {time:t.at} AS changed_at,
  {json:change} AS kind,
  {json:from} AS from_status,
  {json:to} AS to_status,
  {json:actor} AS actor
FROM \"{p}status_change\" AS t
WHERE {customer:t}",
    },
    View {
        name: "gift_cards",
        tables: &["gift_card", "account"],
        query: "SELECT {root:t} AS gift_card,
  {text:substr(t.customer, 3)} AS customer,
  {text:t.state} AS state,
  {text:t.point_type} AS point_type,
  {text:t.last_four} AS last_four,
  {amount:a.balance} AS balance,
  {amount:a.balance + a.debt - a.pending - a.held} AS active,
  {amount:a.held} AS held,
  {amount:a.earned} AS loaded,
  {amount:a.spent} AS spent,
  {amount:0 - a.adjusted} AS redeemed,
  {amount:a.expired} AS expired,
  {json:order} AS order_number,
  {time:t.issued_at} AS issued_at,
  {time:t.expires_at} AS expires_at,
  {time:a.due_at} AS settled_until
FROM \"{p}gift_card\" AS t LEFT JOIN \"{p}account\" AS a ON a.root = t.root AND a.point_type = t.point_type",
    },
    View {
        name: "rewards",
        tables: &["reward"],
        query: "SELECT {root:t} AS customer,
  t.number AS number,
  {text:t.reward} AS reward,
  {json:name} AS name,
  {json:gives.kind} AS kind,
  {text:t.state} AS state,
  {json:cause} AS cause,
  {time:t.issued_at} AS issued_at,
  {time:t.ends_at} AS ends_at,
  {time:t.used_at} AS used_at,
  {json:removed_at} AS removed_at,
  {json:order} AS order_number,
  {json:paid.type} AS paid_type,
  {json:paid.amount} AS paid
FROM \"{p}reward\" AS t
WHERE {customer:t}",
    },
];

/// The views whose tables are all among these, by name with their text.
pub(crate) fn over(dialect: Dialect, tables: &[&Table]) -> Vec<(&'static str, String)> {
    let has = |name: &&str| tables.iter().any(|table| table.name == *name);
    VIEWS.iter().filter(|view| view.tables.iter().all(has)).map(|view| (view.name, expand(dialect, view.query))).collect()
}

/// Writes out what stands in braces.
fn expand(dialect: Dialect, query: &str) -> String {
    let mut text = String::new();
    let mut rest = query;
    while let Some((before, (kind, of), after)) = cut(rest) {
        text.push_str(before);
        rest = after;
        if kind == "amount" {
            // The name under which the line gives the column: `… AS name,`.
            let name = after.trim_start().trim_start_matches("AS ").split([',', '\n']).next().unwrap_or_default();
            text.push_str(&format!("{} AS {name}, {of} AS {name}_units", dialect.amount(of)));
            rest = after.split_once(name).map_or(after, |(_, end)| end);
        } else {
            text.push_str(&dialect.expression(kind, of));
        }
    }
    text + rest
}

/// The text before the next braces, what stands in them, and the text behind.
fn cut(text: &str) -> Option<(&str, (&str, &str), &str)> {
    let mut at = 0;
    loop {
        let begin = at + text.get(at..)?.find('{')?;
        let (inner, after) = text.get(begin + 1..)?.split_once('}')?;
        match inner.split_once(':') {
            Some(inner) => return Some((text.get(..begin)?, inner, after)),
            // The prefix, which is not known yet.
            None => at = begin + 1,
        }
    }
}

/// The statements that bring the views of a database, given by name with their text, up to date.
pub(crate) fn plan(prefix: &str, views: &[(&str, String)], has: &HashMap<String, String>) -> Vec<String> {
    let mut steps = Vec::new();
    for (name, query) in views {
        let name = format!("{prefix}{name}");
        let create = format!("CREATE VIEW \"{name}\" AS {}", query.replace("{p}", prefix));
        let stored = has.get(&name);
        if stored == Some(&create) {
            continue;
        }
        // On the nodes of a cluster two hosts can be at this at once, and the other one was faster.
        steps.extend(stored.map(|_| format!("DROP VIEW IF EXISTS \"{name}\"")));
        steps.push(create);
    }
    steps
}

#[cfg(feature = "sqlite")]
#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn instants_and_amounts_are_exact_at_the_edges() {
        let connection = rusqlite::Connection::open_in_memory().unwrap();
        let query = expand(
            Dialect::Sqlite,
            "SELECT {time:micros} AS at,\n{amount:units} AS value\nFROM (SELECT ? AS micros, ? AS units, ? AS places) AS a",
        );
        let row = |micros: i64, units: i64, places: i64| -> (String, String, i64) {
            connection.query_row(&query, (micros, units, places), |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?))).unwrap()
        };
        let most = 9_007_199_254_740_991;
        assert_eq!(row(0, 0, 0), ("1970-01-01T00:00:00Z".into(), "0".into(), 0));
        assert_eq!(row(-1, -5, 2), ("1969-12-31T23:59:59.999999Z".into(), "-0.05".into(), -5));
        assert_eq!(row(-2_208_988_800_000_000, most, 8), ("1900-01-01T00:00:00Z".into(), "90071992.54740991".into(), most));
        assert_eq!(row(253_402_214_400_000_001, -most, 0), ("9999-12-31T00:00:00.000001Z".into(), format!("-{most}"), -most));
        assert_eq!(row(1_000, 100, 1), ("1970-01-01T00:00:00.001000Z".into(), "10.0".into(), 100));
    }

    #[test]
    fn a_view_without_its_tables_is_not_made() {
        use loyalty_core::schema::TABLES;
        assert_eq!(over(Dialect::Sqlite, TABLES).len(), VIEWS.len());
        let without: Vec<&Table> = TABLES.iter().copied().filter(|table| table.name != "account").collect();
        assert_eq!(
            over(Dialect::Sqlite, &without).iter().map(|(name, _)| *name).collect::<Vec<_>>(),
            ["customers", "orders", "statuses", "status_changes", "rewards"]
        );
    }

    #[test]
    fn a_view_is_made_once_and_anew_when_its_text_differs() {
        let mut has = HashMap::new();
        let made = plan("p_", &[("sums", "SELECT * FROM {p}entry".to_owned())], &has);
        assert_eq!(made, ["CREATE VIEW \"p_sums\" AS SELECT * FROM p_entry"]);
        has.insert("p_sums".to_owned(), made[0].clone());
        assert_eq!(plan("p_", &[("sums", "SELECT * FROM {p}entry".to_owned())], &has), Vec::<String>::new());
        let anew = plan("p_", &[("sums", "SELECT 1".to_owned())], &has);
        assert_eq!(anew, ["DROP VIEW IF EXISTS \"p_sums\"", "CREATE VIEW \"p_sums\" AS SELECT 1"]);
    }

    #[test]
    fn the_engine_keeps_the_text_of_a_view_as_it_was_given() {
        let connection = rusqlite::Connection::open_in_memory().unwrap();
        let views = [("sums", "SELECT 1 AS a,\n       '{p}' AS b -- a comment\nFROM (SELECT 2)".to_owned())];
        connection.execute_batch(&plan("p_", &views, &HashMap::new()).join(";")).unwrap();
        let select = "SELECT name, sql FROM sqlite_schema WHERE type = 'view'";
        let stored = connection.query_row(select, (), |row| Ok((row.get(0)?, row.get(1)?))).unwrap();
        assert_eq!(plan("p_", &views, &HashMap::from([stored])), Vec::<String>::new());
    }
}
