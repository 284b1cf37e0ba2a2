//! `docs/scale.md`: written by hand, with tables that the simulation fills in.
//!
//! A table stands between two lines that name it; what is between them is replaced.

use super::tables::{TABLES, Table};
use crate::workspace::root;

/// Where the page is.
const PAGE: &str = "docs/scale.md";

/// The page as it should be: the words as they stand, the tables as they come out now.
///
/// # Panics
/// When a table has no place there: a text that was written over the page would take the words along.
pub fn page() -> String {
    let stored = std::fs::read_to_string(root().join(PAGE)).unwrap_or_default();
    filled(&stored, TABLES).unwrap_or_else(|why| panic!("{why}"))
}

/// Fills every table into its place; each must have exactly one.
fn filled(page: &str, tables: &[Table]) -> Result<String, String> {
    let mut page = page.to_owned();
    for (name, table) in tables {
        let (begin, end) = (format!("<!-- table: {name} -->\n"), "<!-- end of table -->");
        let places: Vec<usize> = page.match_indices(&begin).map(|(place, _)| place + begin.len()).collect();
        let [place] = places[..] else {
            return Err(format!("the table {name} stands {} times in {PAGE}; give it one place", places.len()));
        };
        let length = page[place..].find(end).ok_or_else(|| format!("the table {name} in {PAGE} has no end; write `{end}` behind it"))?;
        page.replace_range(place..place + length, &table()?);
    }
    Ok(page)
}

#[cfg(test)]
mod tests {
    use super::*;

    const ONE: &[Table] = &[("one", || Ok("| 1 |\n".to_owned()))];

    #[test]
    fn a_table_is_put_into_its_place_and_words_stay() {
        let page = "before\n\n<!-- table: one -->\nold\n<!-- end of table -->\n\nafter\n";
        let wanted = "before\n\n<!-- table: one -->\n| 1 |\n<!-- end of table -->\n\nafter\n";
        assert_eq!(filled(page, ONE).unwrap(), wanted);
        assert_eq!(filled(wanted, ONE).unwrap(), wanted);
    }

    #[test]
    fn a_table_without_a_place_is_noticed() {
        assert!(filled("words\n", ONE).unwrap_err().contains("0 times"));
        assert!(filled("<!-- table: one -->\nold\n", ONE).unwrap_err().contains("no end"));
    }
}
