//! Hides what is text and not code.

/// The code with comments and literals replaced by spaces: one ASCII byte per character, line breaks kept.
pub fn blank(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let mut code = String::with_capacity(chars.len());
    let mut at = 0;
    while at < chars.len() {
        let end = end_of_hidden(&chars, at);
        if end == at {
            code.push(if chars[at].is_ascii() { chars[at] } else { '_' });
            at += 1;
        }
        while at < end.min(chars.len()) {
            code.push(if chars[at] == '\n' { '\n' } else { ' ' });
            at += 1;
        }
    }
    code
}

/// The index just after the comment or literal that starts at `at`; `at` itself if none does.
fn end_of_hidden(chars: &[char], at: usize) -> usize {
    let next = chars.get(at + 1).copied().unwrap_or(' ');
    match chars[at] {
        '/' if next == '/' => position(chars, at, |c| c == '\n'),
        '/' if next == '*' => end_of_block_comment(chars, at),
        '"' => end_of_quoted(chars, at, '"'),
        '\'' if next == '\\' => end_of_quoted(chars, at, '\''),
        '\'' if chars.get(at + 2) == Some(&'\'') => at + 3,
        'r' | 'b' | 'c' if at == 0 || !is_name_char(chars[at - 1]) => end_of_prefixed(chars, at),
        _ => at,
    }
}

fn is_name_char(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

fn position(chars: &[char], from: usize, stop: impl Fn(char) -> bool) -> usize {
    (from..chars.len()).find(|&at| stop(chars[at])).unwrap_or(chars.len())
}

fn end_of_block_comment(chars: &[char], start: usize) -> usize {
    let mut depth = 0_usize;
    let mut at = start;
    while at < chars.len() {
        match (chars[at], chars.get(at + 1)) {
            ('/', Some('*')) => (depth, at) = (depth + 1, at + 2),
            ('*', Some('/')) if depth == 1 => return at + 2,
            ('*', Some('/')) => (depth, at) = (depth - 1, at + 2),
            _ => at += 1,
        }
    }
    chars.len()
}

fn end_of_quoted(chars: &[char], open: usize, quote: char) -> usize {
    let mut at = open + 1;
    while at < chars.len() && chars[at] != quote {
        at += if chars[at] == '\\' { 2 } else { 1 };
    }
    at + 1
}

/// `r"…"`, `r#"…"#`, `b"…"`, `br#"…"#`, `c"…"`, `b'x'`; names that merely begin with such a letter are left alone.
fn end_of_prefixed(chars: &[char], at: usize) -> usize {
    let letters = position(chars, at, |c| !matches!(c, 'r' | 'b' | 'c')) - at;
    let raw = chars[at..at + letters].contains(&'r');
    let hashes = position(chars, at + letters, |c| c != '#') - at - letters;
    let open = at + letters + hashes;
    match chars.get(open) {
        Some('"') if raw => {
            (open + 1..chars.len()).find(|&end| closes_raw(&chars[end..], hashes)).map_or(chars.len(), |end| end + 1 + hashes)
        }
        Some('"') if hashes == 0 => end_of_quoted(chars, open, '"'),
        Some('\'') if hashes == 0 && letters == 1 && !raw => end_of_quoted(chars, open, '\''),
        _ => at,
    }
}

fn closes_raw(rest: &[char], hashes: usize) -> bool {
    rest.first() == Some(&'"') && rest.len() > hashes && rest[1..=hashes].iter().all(|&c| c == '#')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_blanked_and_code_is_kept() {
        let text = "let a = \"{\"; // }\nlet b = '{'; let c = r#\"}\"}\"#; /* { /* } */ { */ fn f<'x>() { b'}' }";
        let code = blank(text);
        assert_eq!(code.len(), text.len());
        assert_eq!(code.matches('{').count(), 1);
        assert_eq!(code.matches('}').count(), 1);
        assert!(code.contains("fn f<'x>()"));
        assert!(code.contains("let b ="));
    }
}
