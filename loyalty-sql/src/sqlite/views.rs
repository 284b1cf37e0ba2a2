//! Views for whoever reads the database with plain SQL, an accountant for one; docs/views.md describes them.
//!
//! Views hold no data. Opening a database makes them anew when their text differs from that of this release. Their queries are written with
//! `{p}` for the prefix, `{time:x}` for the instant in column `x`, and `{amount:x}` for two columns: the decimal amount in column `x`, exact
//! and with all places of its point type, and behind it `x_units`, the same in smallest units.

use std::collections::HashMap;

use loyalty_core::repository::Table;

/// A view: its name behind the prefix, the tables that it reads, and its query.
pub(super) struct View {
    name: &'static str,
    tables: &'static [&'static str],
    query: &'static str,
}

/// Each view. A customer's root is `c:` and the id; roots of other kinds are left out.
const VIEWS: &[View] = &[
    View {
        name: "customers",
        tables: &["customer"],
        query: "SELECT CAST(substr(t.root, 3) AS TEXT) AS customer,
  CAST(t.state AS TEXT) AS state,
  json_extract(t.body, '$.membership.since') AS state_since,
  json_extract(t.body, '$.membership.enrolled_at') AS enrolled_at,
  json_extract(t.body, '$.membership.merged_into') AS merged_into,
  json_extract(t.body, '$.profile.first_name') AS first_name,
  json_extract(t.body, '$.profile.last_name') AS last_name,
  json_extract(t.body, '$.profile.email') AS email,
  json_extract(t.body, '$.profile.phone') AS phone,
  json_extract(t.body, '$.profile.birth_date') AS birth_date,
  CAST(t.group_id AS TEXT) AS group_id,
  json_extract(t.body, '$.profile.locale') AS locale,
  t.newsletter AS newsletter,
  t.blacklisted AS blacklisted,
  {time:t.created_at} AS created_at,
  {time:t.last_login_at} AS last_login_at
FROM \"{p}customer\" AS t
WHERE substr(t.root, 1, 2) = x'633a'",
    },
    View {
        name: "balances",
        tables: &["account"],
        query: "SELECT CAST(substr(a.root, 3) AS TEXT) AS customer,
  CAST(a.point_type AS TEXT) AS point_type,
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
WHERE substr(a.root, 1, 2) = x'633a'",
    },
    View {
        name: "entries",
        tables: &["entry", "account"],
        query: "SELECT CAST(substr(t.root, 3) AS TEXT) AS customer,
  CAST(t.point_type AS TEXT) AS point_type,
  t.number AS number,
  CAST(t.kind AS TEXT) AS kind,
  {amount:t.amount} AS amount,
  {amount:t.balance} AS balance,
  {time:t.effective_at} AS effective_at,
  {time:t.recorded_at} AS recorded_at,
  CASE json_type(t.body, '$.credit.lapse')
    WHEN 'text' THEN replace(json_extract(t.body, '$.credit.lapse'), '_', ' ')
    ELSE json_extract(t.body, '$.credit.lapse.at') END AS expires,
  json_extract(t.body, '$.order') AS order_number,
  json_extract(t.body, '$.rule') AS rule,
  json_extract(t.body, '$.reverses') AS reverses,
  {amount:t.reversed} AS reversed,
  CAST(t.actor AS TEXT) AS actor,
  t.reason AS reason,
  t.comment AS comment,
  t.note AS note
FROM \"{p}entry\" AS t LEFT JOIN \"{p}account\" AS a ON a.root = t.root AND a.point_type = t.point_type
WHERE substr(t.root, 1, 2) = x'633a'",
    },
    View {
        name: "lots",
        tables: &["lot", "account"],
        query: "SELECT CAST(substr(t.root, 3) AS TEXT) AS customer,
  CAST(t.point_type AS TEXT) AS point_type,
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
WHERE substr(t.root, 1, 2) = x'633a'",
    },
    View {
        name: "orders",
        tables: &["order"],
        query: "SELECT CAST(substr(t.root, 3) AS TEXT) AS customer,
  CAST(t.number AS TEXT) AS number,
  json_extract(t.body, '$.master_number') AS master_number,
  {time:t.placed_at} AS placed_at,
  CAST(t.currency AS TEXT) AS currency,
  CAST(t.total AS TEXT) AS total,
  json_array_length(t.body, '$.lines') AS lines,
  (SELECT group_concat(json_extract(p.value, '$.status'), ', ') FROM json_each(t.body, '$.payments') AS p) AS payments,
  json_extract(t.body, '$.fulfilled') AS fulfilled,
  json_extract(t.body, '$.channel') AS channel,
  {time:t.earned_at} AS earned_at,
  (SELECT group_concat(json_extract(e.value, '$.amount') || ' ' || json_extract(e.value, '$.type'), ', ')
    FROM json_each(t.body, '$.earned') AS e) AS earned
FROM \"{p}order\" AS t
WHERE substr(t.root, 1, 2) = x'633a'",
    },
];

/// The views whose tables are all among these, by name with their text.
pub(super) fn over(tables: &[&Table]) -> Vec<(&'static str, String)> {
    let has = |name: &&str| tables.iter().any(|table| table.name == *name);
    VIEWS.iter().filter(|view| view.tables.iter().all(has)).map(|view| (view.name, expand(view.query))).collect()
}

/// Writes out the instants and amounts of a query.
fn expand(query: &str) -> String {
    let mut text = String::new();
    for line in query.split_inclusive('\n') {
        let mut rest = line;
        while let Some((before, column, after)) = cut(rest, "{time:") {
            text.push_str(before);
            text.push_str(&time(column));
            rest = after;
        }
        if let Some((before, column, after)) = cut(rest, "{amount:") {
            // The name under which the line gives the column: `… AS name,`.
            let name = after.trim().trim_start_matches("AS ").trim_end_matches(',');
            text.push_str(&format!("{before}{} AS {name}, {column} AS {name}_units", amount(column)));
            rest = after.split_once(name).map_or(after, |(_, end)| end);
        }
        text.push_str(rest);
    }
    text
}

/// The text before a mark, what the mark names, and the text behind it.
fn cut<'t>(text: &'t str, mark: &str) -> Option<(&'t str, &'t str, &'t str)> {
    let (before, rest) = text.split_once(mark)?;
    let (column, after) = rest.split_once('}')?;
    Some((before, column, after))
}

/// An instant as answers of the library write it: microseconds since 1970, which may be negative, to RFC 3339 in UTC.
fn time(column: &str) -> String {
    format!(
        "(strftime('%Y-%m-%dT%H:%M:%S', {column} / 1000000 - ({column} % 1000000 < 0), 'unixepoch') || \
         CASE {column} % 1000000 WHEN 0 THEN '' ELSE printf('.%06d', ({column} % 1000000 + 1000000) % 1000000) END || 'Z')"
    )
}

/// An amount of smallest units as a decimal with the places of its account, by whole numbers alone. `||` binds tighter than `/`.
fn amount(column: &str) -> String {
    let power = "CAST('1' || substr('00000000', 1, a.places) AS INTEGER)";
    format!(
        "(CASE WHEN {column} < 0 THEN '-' ELSE '' END || (abs({column}) / {power}) || \
         CASE a.places WHEN 0 THEN '' ELSE '.' || substr('00000000' || (abs({column}) % {power}), -a.places) END)"
    )
}

/// The statements that bring the views of a database, given by name with their text, up to date.
pub(super) fn plan(prefix: &str, views: &[(&str, String)], has: &HashMap<String, String>) -> Vec<String> {
    let mut steps = Vec::new();
    for (name, query) in views {
        let name = format!("{prefix}{name}");
        let create = format!("CREATE VIEW \"{name}\" AS {}", query.replace("{p}", prefix));
        let stored = has.get(&name);
        if stored == Some(&create) {
            continue;
        }
        steps.extend(stored.map(|_| format!("DROP VIEW \"{name}\"")));
        steps.push(create);
    }
    steps
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn instants_and_amounts_are_exact_at_the_edges() {
        let connection = rusqlite::Connection::open_in_memory().unwrap();
        let query = expand("SELECT {time:micros} AS at,\n{amount:units} AS value\nFROM (SELECT ? AS micros, ? AS units, ? AS places) AS a");
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
        assert_eq!(over(TABLES).len(), VIEWS.len());
        let without: Vec<&Table> = TABLES.iter().copied().filter(|table| table.name != "account").collect();
        assert_eq!(over(&without).iter().map(|(name, _)| *name).collect::<Vec<_>>(), ["customers", "orders"]);
    }

    #[test]
    fn a_view_is_made_once_and_anew_when_its_text_differs() {
        let mut has = HashMap::new();
        let made = plan("p_", &[("sums", "SELECT * FROM {p}entry".to_owned())], &has);
        assert_eq!(made, ["CREATE VIEW \"p_sums\" AS SELECT * FROM p_entry"]);
        has.insert("p_sums".to_owned(), made[0].clone());
        assert_eq!(plan("p_", &[("sums", "SELECT * FROM {p}entry".to_owned())], &has), Vec::<String>::new());
        let anew = plan("p_", &[("sums", "SELECT 1".to_owned())], &has);
        assert_eq!(anew, ["DROP VIEW \"p_sums\"", "CREATE VIEW \"p_sums\" AS SELECT 1"]);
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
