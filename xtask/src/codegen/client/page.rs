//! Source text as it grows: lines with their indent, and comments.

/// The widest line of a comment.
const WIDTH: usize = 110;

/// Source text.
pub struct Page {
    text: String,
    step: &'static str,
    depth: usize,
}

impl Page {
    /// An empty page with the indent of a language.
    pub fn new(step: &'static str) -> Self {
        Page { text: String::new(), step, depth: 0 }
    }

    /// The text.
    pub fn finish(self) -> String {
        self.text.trim_end().to_owned() + "\n"
    }

    /// Adds a line.
    pub fn line(&mut self, line: impl AsRef<str>) {
        let line = line.as_ref();
        if !line.is_empty() {
            self.text += &self.step.repeat(self.depth);
            self.text += line;
        }
        self.text.push('\n');
    }

    /// Adds text that has its own lines.
    pub fn lines(&mut self, text: &str) {
        text.lines().for_each(|line| self.line(line));
    }

    /// Adds an empty line.
    pub fn blank(&mut self) {
        self.text.push('\n');
    }

    /// Adds a line; what follows stands further in.
    pub fn open(&mut self, line: impl AsRef<str>) {
        self.line(line);
        self.begin();
    }

    /// What follows stands further in.
    pub fn begin(&mut self) {
        self.depth += 1;
    }

    /// What follows stands further out again, beginning with a line.
    pub fn close(&mut self, line: impl AsRef<str>) {
        self.end();
        self.line(line);
    }

    /// What follows stands further out again.
    pub fn end(&mut self) {
        self.depth -= 1;
    }

    /// Adds a comment, each line with a mark in front, none too wide.
    pub fn comment(&mut self, mark: &str, text: &str) {
        for line in folded(text) {
            self.line(format!("{mark} {line}").trim_end());
        }
    }

    /// Adds a comment between `/**` and `*/`.
    pub fn block_comment(&mut self, text: &str) {
        let text = text.replace("*/", "*\u{200b}/").replace("/*", "/\u{200b}*");
        let lines = folded(&text);
        if let [line] = lines.as_slice() {
            return self.line(format!("/** {line} */"));
        }
        self.line("/**");
        for line in lines {
            self.line(format!(" * {line}").trim_end());
        }
        self.line(" */");
    }
}

/// A text in lines that are not too wide. Paragraphs are filled anew; items and tags begin a line, and their further lines are indented.
pub fn folded(text: &str) -> Vec<String> {
    let mut lines = Vec::new();
    for line in paragraphs(text) {
        let indent = if line.starts_with(['@', '-', ':']) { "  " } else { "" };
        let mut current = String::new();
        for word in line.split(' ') {
            if !current.trim().is_empty() && current.chars().count() + 1 + word.chars().count() > WIDTH {
                lines.push(std::mem::replace(&mut current, indent.to_owned()));
            } else if !current.is_empty() {
                current.push(' ');
            }
            current += word;
        }
        lines.push(current);
    }
    lines
}

/// The paragraphs, items and tags of a text, each on one line; empty lines stay.
fn paragraphs(text: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for line in text.lines().map(str::trim) {
        match found.last_mut() {
            Some(last) if !last.is_empty() && !line.is_empty() && !line.starts_with(['@', '-', ':']) => *last += &format!(" {line}"),
            _ => found.push(line.to_owned()),
        }
    }
    found
}

/// A text on one line.
pub fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_lines_of_a_comment_are_folded() {
        let text = format!("- {} end", "word ".repeat(25).trim_end());
        let lines = folded(&format!("short\n\n{text}"));
        assert_eq!(lines[..2], ["short", ""]);
        assert!(lines[2..].iter().all(|line| line.chars().count() <= WIDTH));
        assert!(lines[3].starts_with("  word"));
        assert_eq!(flat(&lines[2..].join(" ")), text);
    }
}
