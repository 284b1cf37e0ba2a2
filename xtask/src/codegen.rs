//! `cargo xtask codegen [--check]`: writes the files that are generated from the code, or compares them with it.

mod client;
mod errors;
mod examples;
mod header;
mod letters;
mod limits;
mod membership;
mod operations;
mod schema;
mod shapes;
mod zones;

use crate::scale;
use crate::workspace::{Outcome, root};

/// The command that makes every generated file; each of them begins with a line that names it.
pub const COMMAND: &str = "cargo xtask codegen";

/// Makes the text of one file.
pub type Generator = fn() -> String;

/// The generated files: path from the workspace's root, and what makes the text. One more file is one more row.
pub const GENERATED: &[(&str, Generator)] = &[
    ("docs/operations.md", operations::page),
    ("docs/errors.md", errors::page),
    ("docs/membership.md", membership::page),
    ("docs/limits.md", limits::page),
    ("docs/scale.md", scale::page),
    ("docs/schema.json", schema::document),
    ("include/loyalty.h", header::c),
    ("loyalty-core/src/time/zones.txt", zones::table),
    ("loyalty-core/src/unicode/letters.txt", letters::table),
    ("packages/js/src/generated.ts", client::typescript::file),
    ("packages/kotlin/src/main/kotlin/loyalty/Generated.kt", client::kotlin::file),
    ("packages/php/include/loyalty_php.h", header::php),
    ("packages/php/src/generated.php", client::php::file),
    ("packages/python/loyalty/_generated.py", client::python::file),
    ("packages/ruby/lib/loyalty/generated.rb", client::ruby::file),
    ("packages/swift/Sources/Loyalty/Generated.swift", client::swift::file),
];

/// The first line of a generated page, and its title.
fn heading(title: &str, source: &str) -> String {
    format!("<!-- Made by `{COMMAND}` from {source}. Do not edit. -->\n\n# {title}\n\n")
}

/// A text in a cell of a table: on one line, without bars that would end the cell.
fn cell(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").replace('|', "\\|")
}

/// Writes what differs; with `--check`, only says so and fails.
pub fn run(arguments: &[String]) -> Outcome {
    let check = match arguments {
        [] => false,
        [flag] if flag == "--check" => true,
        _ => return Err(format!("usage: {COMMAND} [--check]")),
    };
    let mut drifted = 0;
    for (path, generate) in GENERATED {
        let wanted = generate();
        if std::fs::read_to_string(root().join(path)).is_ok_and(|stored| stored == wanted) {
            continue;
        }
        drifted += 1;
        if check {
            println!("{path} has drifted");
        } else {
            write(path, &wanted)?;
            println!("{path} written");
        }
    }
    if check && drifted > 0 {
        return Err(format!("run: {COMMAND}"));
    }
    println!("codegen: {} files, {drifted} changed", GENERATED.len());
    Ok(())
}

fn write(path: &str, text: &str) -> Outcome {
    let target = root().join(path);
    let folder = target.parent().unwrap_or(&target);
    std::fs::create_dir_all(folder).and_then(|()| std::fs::write(&target, text)).map_err(|e| format!("cannot write {path}: {e}"))
}
