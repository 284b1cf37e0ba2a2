//! Writes rows as RFC 4180 says, such that no spreadsheet takes a cell for a formula (rule K7).

/// Writes one row: cells between commas, in quotes where they need it, ended by CRLF.
///
/// A cell that a spreadsheet would take for a formula gets an apostrophe in front, which a spreadsheet does not show and [a reader](super::Reader) takes
/// off again; a plain number such as `-24` stays a number.
pub fn write_row(out: &mut String, cells: &[&str]) {
    for (place, cell) in cells.iter().enumerate() {
        if place > 0 {
            out.push(',');
        }
        let guard = if needs_guard(cell) && !is_number(cell) { "'" } else { "" };
        if cell.contains([',', '"', '\r', '\n', ';', '\t', '|']) || cell.trim().len() < cell.len() {
            out.push('"');
            out.push_str(guard);
            out.push_str(&cell.replace('"', "\"\""));
            out.push('"');
        } else {
            out.push_str(guard);
            out.push_str(cell);
        }
    }
    out.push_str("\r\n");
}

/// The cell without the apostrophe that was put in front of it.
pub(super) fn unguarded(cell: &str) -> &str {
    cell.strip_prefix('\'').filter(|rest| needs_guard(rest)).unwrap_or(cell)
}

/// Whether a spreadsheet would take it for a formula, or an apostrophe in it for one of ours.
fn needs_guard(cell: &str) -> bool {
    cell.trim_start_matches('\'').starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'])
}

/// Whether this is a plain number: digits with a minus in front at most, and a point between.
fn is_number(cell: &str) -> bool {
    let digits = cell.strip_prefix('-').unwrap_or(cell);
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
    [whole, fraction].iter().all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()))
}
