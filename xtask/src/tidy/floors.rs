//! Inside loyalty-core, code rests on its own floor or a lower one, and the rooms of floor 3 do not look into each other.

mod map;

use std::collections::BTreeSet;

use super::Violation;
use super::paths::paths_under;
use super::rust_source::{RustSource, rust_sources};
use crate::workspace::SourceFile;
use map::FLOORS;

const CORE: &str = "loyalty-core/src/";

/// The floor on which the operations live, one room (folder) for each noun.
const ROOMS: u8 = 3;

/// Checks every reference inside the core. `lib.rs` only declares, and is free.
pub fn check(files: &[SourceFile]) -> Vec<Violation> {
    let modules: BTreeSet<&str> =
        files.iter().filter(|file| file.extension() == "rs" && !file.is_test()).filter_map(|file| file.path.strip_prefix(CORE)).collect();
    let mut violations = Vec::new();
    for source in rust_sources(files) {
        let Some(module) = source.path.strip_prefix(CORE) else {
            continue;
        };
        if module == "lib.rs" || !modules.contains(module) {
            continue;
        }
        match floor_of(module) {
            Some(floor) => violations.extend(check_module(&source, module, floor, &modules)),
            None => violations.push(Violation::new(
                source.path,
                1,
                "this file stands on no floor",
                "give it a row in FLOORS in xtask/src/tidy/floors/map.rs",
            )),
        }
    }
    violations
}

fn floor_of(module: &str) -> Option<u8> {
    FLOORS
        .iter()
        .filter(|(name, _)| match name.strip_suffix('/') {
            Some(_) => module.starts_with(name),
            None => module == *name,
        })
        .max_by_key(|(name, _)| name.len())
        .map(|(_, floor)| *floor)
}

fn check_module(source: &RustSource<'_>, module: &str, floor: u8, modules: &BTreeSet<&str>) -> Vec<Violation> {
    let mut violations = Vec::new();
    for (offset, path) in references(&source.code, module) {
        let line = source.line_of(offset);
        if source.is_test_line(line) || path.is_empty() {
            continue;
        }
        let Some(target) = module_of(&path, modules) else {
            violations.push(Violation::new(
                source.path,
                line,
                format!("`{}` is no module", path.join("::")),
                "name the module that defines it, not a re-export",
            ));
            continue;
        };
        let Some(target_floor) = floor_of(target) else {
            continue; // said once, about the file itself
        };
        if target_floor > floor {
            violations.push(Violation::new(
                source.path,
                line,
                format!("floor {floor} reaches up to {target} on floor {target_floor}"),
                "move what both need to the lower floor, or pass it in",
            ));
        } else if floor == ROOMS && target_floor == ROOMS && room(module) != room(target) {
            violations.push(Violation::new(
                source.path,
                line,
                format!("the room `{}` looks into the room `{}`", room(module), room(target)),
                "move what both need to a rule on floor 2",
            ));
        }
    }
    violations
}

/// Every `crate::…` and `super::…` of a file as segments from the crate's root.
fn references(code: &str, module: &str) -> Vec<(usize, Vec<String>)> {
    let own: Vec<&str> = module.strip_suffix(".rs").unwrap_or(module).split('/').collect();
    let mut found = paths_under(code, "crate");
    for (offset, path) in paths_under(code, "super") {
        let ups = 1 + path.iter().take_while(|name| *name == "super").count();
        let base = own.len().saturating_sub(ups);
        let absolute = own[..base].iter().map(|name| (*name).to_owned());
        let rest = path.iter().skip(ups - 1).cloned();
        found.push((offset, absolute.chain(rest).collect()));
    }
    found
}

/// The file that defines the longest part of a path.
fn module_of<'m>(path: &[String], modules: &BTreeSet<&'m str>) -> Option<&'m str> {
    (1..=path.len()).rev().find_map(|length| {
        let file = format!("{}.rs", path[..length].join("/"));
        modules.get(file.as_str()).copied()
    })
}

fn room(module: &str) -> &str {
    let first = module.split('/').next().unwrap_or(module);
    first.strip_suffix(".rs").unwrap_or(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn violations(files: &[(&str, &str)]) -> Vec<String> {
        let files: Vec<SourceFile> = files.iter().map(|(path, text)| SourceFile::new(&format!("{CORE}{path}"), text)).collect();
        check(&files).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn looking_down_is_fine() {
        let found = violations(&[
            ("amount.rs", ""),
            ("ledger.rs", "use crate::amount::Amount;"),
            ("points.rs", ""),
            ("points/adjust.rs", "use crate::ledger::Ledger;\nuse super::Shared;"),
        ]);
        assert!(found.is_empty(), "{found:?}");
    }

    #[test]
    fn reaching_up_is_refused() {
        let found = violations(&[("amount.rs", "/// See [`crate::ledger`].\nuse crate::{ledger::Ledger};"), ("ledger.rs", "")]);
        assert_eq!(found.len(), 1, "{found:?}");
        assert!(found[0].contains("amount.rs:2: floor 0 reaches up to ledger.rs on floor 2"));
    }

    #[test]
    fn rooms_do_not_look_into_each_other() {
        let found = violations(&[("order/record.rs", "use super::super::points::adjust::Adjust;"), ("points/adjust.rs", "")]);
        assert_eq!(found.len(), 1, "{found:?}");
        assert!(found[0].contains("the room `order` looks into the room `points`"));
    }

    #[test]
    fn tests_may_look_anywhere() {
        let found = violations(&[("amount.rs", "#[cfg(test)]\nmod tests {\n    use crate::loyalty::Loyalty;\n}"), ("loyalty.rs", "")]);
        assert!(found.is_empty(), "{found:?}");
    }

    #[test]
    fn an_unknown_file_and_an_unknown_module_are_refused() {
        let found = violations(&[("attic.rs", ""), ("amount.rs", "use crate::Money;")]);
        assert_eq!(found.len(), 2, "{found:?}");
        assert!(found[0].contains("stands on no floor"));
        assert!(found[1].contains("`Money` is no module"));
    }
}
