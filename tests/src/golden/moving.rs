//! What docs/moving.md says, held to the catalogue, to the formats there are, and to the story that makes its calls.

use loyalty_core::bulk::Format;
use loyalty_core::catalogue::CATALOGUE;
use loyalty_core::customer::Preset;
use loyalty_core::json;

use super::Story;

/// The story that makes the calls of the page, each said by the name of its event.
pub const STORY: &str = "square.jsonl";

/// What the page says.
///
/// # Panics
/// When it cannot be read.
pub fn page() -> String {
    std::fs::read_to_string(super::folder().join("../../docs/moving.md")).unwrap()
}

/// What the page says and is not so, in words.
pub fn untrue(page: &str, story: &Story) -> Vec<String> {
    let mut found = Vec::new();
    for row in page.lines().filter(|line| line.starts_with("| ")) {
        let cells: Vec<&str> = row.trim_matches('|').split('|').map(str::trim).collect();
        let (first, second) = (cells.first().copied().unwrap_or_default(), cells.get(1).copied().unwrap_or_default());
        match (quoted(first), quoted(second)) {
            (Some(event), Some(call)) if !shows(story, event, call) => found.push(format!("no line of {STORY} shows {event} as {call}")),
            (None, preset) => {
                let format = cells.get(2).and_then(|cell| quoted(cell));
                found.extend(preset.filter(|word| !is_one::<Preset>(word)).map(|word| format!("'{word}' is no preset")));
                found.extend(format.filter(|word| !is_one::<Format>(word)).map(|word| format!("'{word}' is no format")));
            }
            _ => {}
        }
    }
    for word in page.split('`').skip(1).step_by(2).filter(|word| CATALOGUE.iter().any(|operation| noun(operation.name) == noun(word))) {
        if word.contains('.') && !CATALOGUE.iter().any(|operation| operation.name == word) {
            found.push(format!("'{word}' is no operation"));
        }
    }
    found
}

/// The word in quotes with which a cell begins.
fn quoted(cell: &str) -> Option<&str> {
    cell.strip_prefix('`').and_then(|rest| rest.split('`').next())
}

fn noun(operation: &str) -> &str {
    operation.split('.').next().unwrap_or_default()
}

fn is_one<T: json::FromJson>(word: &str) -> bool {
    json::read_text::<T>(&format!("\"{word}\""), "").is_ok()
}

fn shows(story: &Story, event: &str, call: &str) -> bool {
    let names = |does: &str| does.split(|c: char| !c.is_ascii_uppercase() && c != '_').any(|word| word == event);
    story.lines.iter().any(|line| line.operation() == call && line.code().is_none() && names(&line.does))
}
