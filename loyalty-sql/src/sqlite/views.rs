//! Views for whoever reads the database with plain SQL, an accountant for one.
//!
//! Views hold no data. Opening a database makes them anew when their text differs from that of this release.

use std::collections::HashMap;

/// Each view: its name behind the prefix, and its query with `{p}` for the prefix.
pub(super) const VIEWS: &[(&str, &str)] = &[];

/// The statements that bring the views of a database, given by name with their text, up to date.
pub(super) fn plan(prefix: &str, views: &[(&str, &str)], has: &HashMap<String, String>) -> Vec<String> {
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
    fn a_view_is_made_once_and_anew_when_its_text_differs() {
        let mut has = HashMap::new();
        let made = plan("p_", &[("sums", "SELECT * FROM {p}entry")], &has);
        assert_eq!(made, ["CREATE VIEW \"p_sums\" AS SELECT * FROM p_entry"]);
        has.insert("p_sums".to_owned(), made[0].clone());
        assert_eq!(plan("p_", &[("sums", "SELECT * FROM {p}entry")], &has), Vec::<String>::new());
        let anew = plan("p_", &[("sums", "SELECT 1")], &has);
        assert_eq!(anew, ["DROP VIEW \"p_sums\"", "CREATE VIEW \"p_sums\" AS SELECT 1"]);
    }
    #[test]
    fn the_engine_keeps_the_text_of_a_view_as_it_was_given() {
        let connection = rusqlite::Connection::open_in_memory().unwrap();
        let views = [("sums", "SELECT 1 AS a,\n       '{p}' AS b -- a comment\nFROM (SELECT 2)")];
        connection.execute_batch(&plan("p_", &views, &HashMap::new()).join(";")).unwrap();
        let select = "SELECT name, sql FROM sqlite_schema WHERE type = 'view'";
        let stored = connection.query_row(select, (), |row| Ok((row.get(0)?, row.get(1)?))).unwrap();
        assert_eq!(plan("p_", &views, &HashMap::from([stored])), Vec::<String>::new());
    }
}
