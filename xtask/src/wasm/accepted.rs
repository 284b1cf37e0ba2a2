//! The sizes that were accepted: `loyalty-wasm/sizes.json`, a row for each time that the WebAssembly grew, and why.

use serde_json::Value;

use crate::workspace::root;

/// Where they are written down.
const FILE: &str = "loyalty-wasm/sizes.json";
/// So much growth passes without a row, in percent: compilers differ a little.
const GROWTH_MAX: u64 = 2;

/// What was accepted.
pub struct Accepted {
    /// The whole may never have more bytes.
    bound: u64,
    rows: Vec<Row>,
}

/// One size that was accepted.
struct Row {
    brotli: u64,
    note: String,
}

impl Accepted {
    /// What is written down.
    pub fn read() -> Result<Self, String> {
        let text = std::fs::read_to_string(root().join(FILE)).map_err(|e| format!("{FILE}: {e}"))?;
        Self::of(&text)
    }

    fn of(text: &str) -> Result<Self, String> {
        let file: Value = serde_json::from_str(text).map_err(|e| format!("{FILE} is no JSON: {e}"))?;
        let number = |value: &Value| value.as_u64().ok_or(format!("{FILE} has '{value}' where bytes belong, write a whole number"));
        let rows = file["rows"].as_array().into_iter().flatten().map(|row| {
            let note = row["note"].as_str().unwrap_or_default().trim().to_owned();
            match note.is_empty() {
                true => Err(format!("{FILE} has a row without a note, say what grew")),
                false => Ok(Row { brotli: number(&row["brotli"])?, note }),
            }
        });
        Ok(Self { bound: number(&file["bound"])?, rows: rows.collect::<Result<_, _>>()? })
    }

    /// Whether a size is small enough, and no surprise.
    pub fn allows(&self, brotli: u64) -> Result<(), String> {
        if brotli > self.bound {
            return Err(format!("the WebAssembly has {brotli} bytes, {} are allowed; take something out", self.bound));
        }
        let Some(last) = self.rows.last() else {
            return Err(format!("{FILE} has no row, add one: {{ \"brotli\": {brotli}, \"note\": … }}"));
        };
        if brotli * 100 > last.brotli * (100 + GROWTH_MAX) {
            let grown = format!("the WebAssembly has grown from {} to {brotli} bytes, more than {GROWTH_MAX} %", last.brotli);
            return Err(format!("{grown}; make it smaller, or add a row with a note to {FILE}"));
        }
        Ok(())
    }

    /// A line for each row, and the bound.
    pub fn table(&self) -> String {
        let rows = self.rows.iter().map(|row| format!("{:>10}  {}\n", row.brotli, row.note));
        let rows: String = rows.collect();
        format!("{:>10}  accepted\n{rows}{:>10}  is the bound", "brotli", self.bound)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE_WITH_TWO: &str =
        r#"{ "bound": 1200, "rows": [{ "brotli": 500, "note": "the first" }, { "brotli": 1000, "note": "orders" }] }"#;

    #[test]
    fn the_readme_of_the_package_says_the_last_size() {
        let readme = std::fs::read_to_string(root().join("packages/js/README.md")).unwrap();
        let last = Accepted::read().unwrap().rows.pop().unwrap();
        let said = format!("{} KB of WebAssembly as brotli packs them", (last.brotli + 500) / 1_000);
        assert!(readme.contains(&said), "{said}");
    }

    #[test]
    fn growth_without_a_row_is_refused() {
        let accepted = Accepted::of(FILE_WITH_TWO).unwrap();
        assert!(accepted.allows(900).is_ok());
        assert!(accepted.allows(1020).is_ok());
        assert!(accepted.allows(1021).unwrap_err().contains("add a row with a note"));
    }

    #[test]
    fn no_row_lifts_the_bound() {
        let accepted = Accepted::of(&FILE_WITH_TWO.replace("1000", "1250")).unwrap();
        assert!(accepted.allows(1200).is_ok());
        assert!(accepted.allows(1201).unwrap_err().contains("1200 are allowed"));
    }

    #[test]
    fn a_row_needs_a_note_and_a_number() {
        assert!(Accepted::of(&FILE_WITH_TWO.replace("orders", " ")).is_err());
        assert!(Accepted::of(&FILE_WITH_TWO.replace("1000", "\"1000\"")).is_err());
        assert!(Accepted::of(r#"{ "bound": 9, "rows": [] }"#).unwrap().allows(1).is_err());
    }

    #[test]
    fn the_file_can_be_read() {
        assert!(Accepted::read().unwrap().table().contains("is the bound"));
    }
}
