//! Examples for the pages: lines of the golden scenarios, which a test replays.

use loyalty_tests::golden::{Line, Story, stories};

/// The stories with their lines.
pub struct Examples(Vec<Story>);

impl Examples {
    /// Reads the golden scenarios.
    pub fn read() -> Self {
        Examples(stories())
    }

    /// What shows an operation at work: the line that is marked as an example, else the first that was not refused.
    pub fn of_operation(&self, name: &str) -> Option<(&Story, &Line)> {
        let mut shown = self.lines().filter(|(_, line)| line.operation() == name && line.code().is_none());
        let marked = self.lines().find(|(_, line)| line.operation() == name && line.code().is_none() && line.is_example);
        marked.or_else(|| shown.next())
    }

    /// The first line that was refused with a code.
    pub fn of_code(&self, code: &str) -> Option<(&Story, &Line)> {
        self.lines().find(|(_, line)| line.code().as_deref() == Some(code))
    }

    fn lines(&self) -> impl Iterator<Item = (&Story, &Line)> {
        self.0.iter().flat_map(|story| story.lines.iter().map(move |line| (story, line)))
    }
}

/// JSON laid out in lines, its fields in the order in which they stand. What fits a line stays on it.
pub fn laid_out(json: &str) -> String {
    let mut out = String::new();
    lay_out(&compact(json), 0, &mut out);
    out
}

/// The widest line of an example.
const WIDTH: usize = 110;

fn lay_out(json: &str, depth: usize, out: &mut String) {
    let inner = json.strip_prefix(['{', '[']).and_then(|inner| inner.strip_suffix(['}', ']']));
    let Some(inner) = inner.filter(|inner| !inner.is_empty() && json.len() + 2 * depth > WIDTH) else {
        return out.push_str(&spaced(json));
    };
    let (open, close) = (&json[..1], &json[json.len() - 1..]);
    let indent = "  ".repeat(depth + 1);
    out.push_str(open);
    for (index, item) in split(inner, ',').into_iter().enumerate() {
        out.push_str(if index == 0 { "\n" } else { ",\n" });
        out.push_str(&indent);
        let parts = split(item, ':');
        match (open, parts.as_slice()) {
            ("{", [field, ..]) => {
                out.push_str(field);
                out.push_str(": ");
                lay_out(&item[field.len() + 1..], depth + 1, out);
            }
            _ => lay_out(item, depth + 1, out),
        }
    }
    out.push('\n');
    out.push_str(&"  ".repeat(depth));
    out.push_str(close);
}

/// Splits at a separator that stands outside of texts and brackets.
fn split(json: &str, separator: char) -> Vec<&str> {
    let (mut parts, mut begin) = (Vec::new(), 0);
    walk(json, |index, byte, depth| {
        if depth == 0 && byte == separator {
            parts.push(&json[begin..index]);
            begin = index + 1;
        }
    });
    parts.push(&json[begin..]);
    parts
}

/// JSON without blanks outside of texts.
fn compact(json: &str) -> String {
    let mut out = String::new();
    let mut in_text = String::new();
    let mut end = 0;
    walk(json, |index, byte, _| {
        in_text.push_str(&json[end..index]);
        out.push_str(&std::mem::take(&mut in_text));
        if byte != ' ' {
            out.push(byte);
        }
        end = index + 1;
    });
    out.push_str(&json[end..]);
    out
}

/// Compact JSON with a blank behind every comma and colon.
fn spaced(json: &str) -> String {
    let (mut out, mut end) = (String::new(), 0);
    walk(json, |index, byte, _| {
        if matches!(byte, ',' | ':') {
            out.push_str(&json[end..=index]);
            out.push(' ');
            end = index + 1;
        }
    });
    out + &json[end..]
}

/// Goes over what stands outside of texts: separators, brackets and blanks, with the depth of brackets around them.
fn walk(json: &str, mut at: impl FnMut(usize, char, usize)) {
    let (mut depth, mut quoted, mut escaped) = (0_usize, false, false);
    for (index, c) in json.char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' if quoted => escaped = true,
            '"' => quoted = !quoted,
            _ if quoted => {}
            '{' | '[' => {
                at(index, c, depth);
                depth += 1;
            }
            '}' | ']' => {
                depth = depth.saturating_sub(1);
                at(index, c, depth);
            }
            ',' | ':' | ' ' => at(index, c, depth),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_fits_a_line_stays_on_it() {
        assert_eq!(laid_out(r#"{"b":[1, 2],"a":"x:, {y"}"#), r#"{"b": [1, 2], "a": "x:, {y"}"#);
    }

    #[test]
    fn what_does_not_is_broken_in_the_order_in_which_it_stands() {
        let long = "x".repeat(WIDTH);
        let expected = format!("{{\n  \"b\": \"{long}\",\n  \"a\": {{\"c\": []}}\n}}");
        assert_eq!(laid_out(&format!(r#"{{"b":"{long}","a":{{"c":[]}}}}"#)), expected);
    }
}
