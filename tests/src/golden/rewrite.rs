//! `cargo xtask golden`: asks every request again and puts the answers into the files.

use std::collections::BTreeMap;

use loyalty_core::memory::Memory;
use serde_json::Value;

use super::{Execute, Story, engine, name_of, parsed, paths};

/// How the last field of a line begins.
const ANSWER: &str = r#", "answer": "#;

/// Rewrites every file whose answers are others now; says which and how many lines.
///
/// # Errors
/// The line that is not of the form, or the file that cannot be written.
pub fn rewrite_all() -> Result<Vec<(String, usize)>, String> {
    let mut rewritten = Vec::new();
    for path in paths() {
        let name = name_of(&path);
        let text = std::fs::read_to_string(&path).map_err(|error| format!("{name}: {error}"))?;
        let loyalty = engine(Memory::new());
        let new = rewrite(&name, &text, &mut |request, context| loyalty.execute(request, context))?;
        let changed = new.lines().zip(text.lines()).filter(|(new, old)| new != old).count();
        if new != text {
            std::fs::write(&path, new).map_err(|error| format!("{name}: {error}"))?;
            rewritten.push((name, changed));
        }
    }
    Ok(rewritten)
}

/// The text of a story with the answers that it gets now.
///
/// Plan tokens, heads of chains and cursors that changed in an answer are changed in the requests behind it too, so that a story goes on.
///
/// # Errors
/// The line that is not of the form.
pub fn rewrite(name: &str, text: &str, execute: &mut Execute<'_>) -> Result<String, String> {
    let count = text.lines().count();
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    for index in 1..count {
        let story = Story::parse(name, &lines.join("\n"))?;
        let line = story.lines.get(index - 1).ok_or(format!("{name} is empty"))?;
        let answer = execute(&line.request, &line.context);
        let (begin, old) = (lines[index].clone(), line.answer.clone());
        let begin = begin.split_once(ANSWER).map_or_else(|| begin.trim_end_matches('}').to_owned(), |(begin, _)| begin.to_owned());
        let begin = if old.is_empty() { closed(&begin) } else { begin };
        lines[index] = format!("{begin}{ANSWER}{answer}}}");
        for (old, new) in moved(&parsed(&old), &parsed(&answer)) {
            for later in lines.iter_mut().skip(index + 1) {
                *later = later.replace(&old, &new);
            }
        }
    }
    Ok(lines.join("\n") + "\n")
}

/// A line that has no answer yet lost all its closing braces: those of the request come back.
fn closed(begin: &str) -> String {
    let (mut depth, mut quoted, mut escaped) = (0_usize, false, false);
    for byte in begin.bytes() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if quoted => escaped = true,
            b'"' => quoted = !quoted,
            b'{' if !quoted => depth += 1,
            b'}' if !quoted => depth -= 1,
            _ => {}
        }
    }
    // The line's own brace is closed behind the answer.
    begin.trim_end().to_owned() + &"}".repeat(depth.saturating_sub(1))
}

/// The opaque texts that stand at the same place in both answers and are not the same.
fn moved(old: &Value, new: &Value) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    match (old, new) {
        (Value::Object(old), Value::Object(new)) => {
            for (field, old) in old {
                found.extend(new.get(field).map(|new| moved(old, new)).unwrap_or_default());
            }
        }
        (Value::Array(old), Value::Array(new)) => found.extend(old.iter().zip(new).flat_map(|(old, new)| moved(old, new))),
        (Value::String(old), Value::String(new)) if old != new && is_opaque(old) && is_opaque(new) => {
            found.insert(old.clone(), new.clone());
        }
        _ => {}
    }
    found
}

fn is_opaque(text: &str) -> bool {
    text.len() >= 32 && !text.contains(char::is_whitespace)
}
