//! Generated files say which command makes them, and are what that command would make now.

use super::Violation;
use crate::codegen::{COMMAND, GENERATED, Generator};
use crate::workspace::SourceFile;

/// Checks the files of the workspace.
pub fn check(files: &[SourceFile]) -> Vec<Violation> {
    check_against(files, GENERATED)
}

fn check_against(files: &[SourceFile], generated: &[(&str, Generator)]) -> Vec<Violation> {
    let mut violations = Vec::new();
    for (path, generate) in generated {
        let wanted = generate();
        // The first line, or the second where the format opens with a bracket.
        if !wanted.lines().take(2).any(|line| line.contains(COMMAND)) {
            violations.push(Violation::new(
                path,
                1,
                "the file does not say that it is generated",
                format!("let its generator begin with a line that names `{COMMAND}`"),
            ));
        }
        let stored = files.iter().find(|file| file.path == *path);
        let stored = stored.map_or("", |file| file.text.as_str());
        if stored != wanted {
            violations.push(Violation::new(
                path,
                first_difference(stored, &wanted),
                "the file has drifted from what generates it",
                format!("run: {COMMAND}"),
            ));
        }
    }
    violations
}

fn first_difference(stored: &str, wanted: &str) -> usize {
    let equal = stored.lines().zip(wanted.lines());
    equal.take_while(|(stored, wanted)| stored == wanted).count() + 1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn proper() -> String {
        format!("<!-- made by: {COMMAND} -->\ntext\n")
    }

    fn nameless() -> String {
        "text\n".to_owned()
    }

    #[test]
    fn drift_is_refused() {
        let table: &[(&str, Generator)] = &[("docs/a.md", proper)];
        assert!(check_against(&[SourceFile::new("docs/a.md", &proper())], table).is_empty());
        let changed = SourceFile::new("docs/a.md", &proper().replace("text", "test"));
        let found = check_against(&[changed], table);
        assert_eq!(found.len(), 1);
        assert!(found[0].to_string().starts_with("docs/a.md:2: "));
        assert!(found[0].to_string().ends_with("run: cargo xtask codegen"));
        assert_eq!(check_against(&[], table).len(), 1);
    }

    #[test]
    fn a_generated_file_names_its_command() {
        let table: &[(&str, Generator)] = &[("docs/a.md", nameless)];
        let stored = [SourceFile::new("docs/a.md", &nameless())];
        assert_eq!(check_against(&stored, table).len(), 1);
    }
}
