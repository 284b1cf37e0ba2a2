//! First rows, each beside a hand-written baseline that writes the same rows and hashes, in the same run, alternating; and instruction counts.
//!
//! `bench check` says whether the baseline still writes what the engine writes, `bench rounds [word]` prints the table, `bench c` that of calls through the C interface, `bench js <file>` that of calls of the npm package, `bench list <folder> [word]` that of the customer list, `bench file` what a file of a million rows takes, `bench servers [word]` that of servers (feature `servers`); `bench count …`, `bench count-c …` and `bench prepare …` are for callgrind, see `count`. Run it with `cargo xtask bench`.

mod baseline;
mod c_calls;
mod check;
mod count;
mod file;
mod js_calls;
mod list;
mod measure;
mod rounds;
mod servers;
mod work;

use std::path::{Path, PathBuf};

/// A folder that goes away.
struct Folder(PathBuf);

impl Folder {
    /// On the disk, not in a folder that may be memory: flushing is part of the price.
    fn beside() -> Self {
        let beside = std::env::current_exe().expect("our own file");
        let folder = Folder(beside.with_file_name(format!("bench-{}", std::process::id())));
        std::fs::create_dir_all(&folder.0).expect("a folder");
        folder
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _removed = std::fs::remove_dir_all(&self.0);
    }
}

fn checked(folder: &Path) {
    check::check(folder).unwrap_or_else(|why| panic!("{why}"));
}

fn main() {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["count", rest @ ..] => count::count(rest),
        ["c"] => c_calls::table(),
        ["servers", rest @ ..] => servers::table(rest.first().unwrap_or(&"")),
        ["list", folder, rest @ ..] => list::table(folder, rest.first().unwrap_or(&"")),
        ["file"] => file::table(),
        ["js", package] => js_calls::table(package),
        ["count-c", rest @ ..] => c_calls::count(rest),
        ["prepare", rest @ ..] => count::prepare(rest),
        ["check"] => checked(&Folder::beside().0),
        ["rounds", rest @ ..] => {
            let folder = Folder::beside();
            checked(&folder.0);
            rounds::table(&folder.0, rest.first().unwrap_or(&""));
        }
        _ => {
            println!(
                "usage: bench check | rounds [word] | servers [word] | c | js <file> | list <folder> [word] | file | count <store> <shape> <entries> [file] [--scan] | prepare <shape> <entries> <file>"
            )
        }
    }
}
