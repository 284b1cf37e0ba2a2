//! `cargo xtask dist js`: packs the npm package, with the WebAssembly inside, as `target/dist/loyalty-<version>.tgz`.
//!
//! The package builds itself from its sources in `packages/js`: its script `build` finds the WebAssembly and the JavaScript that loads it in the
//! folder that the variable `LOYALTY_WASM` names.

use std::path::{Path, PathBuf};

use super::{VERSION, copy, notices, run_quietly, text_of, write};
use crate::test::{NODE, NPM};
use crate::wasm::Built;
use crate::workspace::{command, fresh, root, target};

/// Tells the package's script where the WebAssembly is.
const WASM_FOLDER: &str = "LOYALTY_WASM";

/// What a user gets besides the package's own files, and what is made for it.
const LICENSES: [&str; 2] = ["LICENSE-MIT", "LICENSE-APACHE"];
const NOTICES: &str = "NOTICES.txt";

/// The package.
pub struct Package {
    /// What users get.
    pub archive: PathBuf,
    /// Where it was built, with its tests and what they need.
    pub folder: PathBuf,
}

impl Package {
    /// Builds and packs.
    pub fn pack() -> Result<Self, String> {
        let folder = target().join("js/package");
        let archive = pack_from(&root().join("packages/js"), &Built::once()?.folder, &folder, &target().join("dist"))?;
        Ok(Self { archive, folder })
    }
}

fn pack_from(sources: &Path, wasm: &Path, folder: &Path, archives: &Path) -> Result<PathBuf, String> {
    NODE.ensure()?;
    NPM.ensure()?;
    lay_out(sources, &fresh(folder)?)?;
    for license in LICENSES {
        copy(&root().join(license), &folder.join(license))?;
    }
    write(&folder.join(NOTICES), &notices::text(&notices::WASM)?)?;
    let npm = |words: &[&str]| {
        let mut npm = command(NPM.program);
        npm.current_dir(folder).args(words).env(WASM_FOLDER, wasm);
        npm
    };
    run_quietly(&mut npm(&["ci", "--silent", "--no-audit", "--no-fund"]))?;
    run_quietly(&mut npm(&["run", "--silent", "build"]))?;
    std::fs::create_dir_all(archives).map_err(|e| format!("cannot make {}: {e}", archives.display()))?;
    let named = text_of(npm(&["pack", "--silent", "--ignore-scripts", "--pack-destination"]).arg(archives))?;
    let name = named.trim();
    if !name.ends_with(&format!("-{VERSION}.tgz")) {
        return Err(format!("the package is called {name}, give its package.json the version {VERSION}"));
    }
    let archive = archives.join(name);
    let inside = text_of(command("tar").arg("-tzf").arg(&archive))?;
    let is_inside = |file: &&str| inside.lines().any(|line| line.strip_prefix("package/") == Some(*file));
    match LICENSES.into_iter().chain([NOTICES]).find(|file| !is_inside(file)) {
        Some(absent) => Err(format!("the package has no {absent}, add it to `files` in its package.json")),
        None => Ok(archive),
    }
}

/// Copies the sources, without what an earlier build or a developer left among them.
fn lay_out(sources: &Path, folder: &Path) -> Result<(), String> {
    let entries = std::fs::read_dir(sources).map_err(|e| format!("{}: {e}", sources.display()))?;
    for entry in entries.flatten() {
        if entry.file_name() != "node_modules" && entry.file_name() != "dist" {
            run_quietly(command("cp").arg("-r").arg(entry.path()).arg(folder))?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    const BUILD: &str = "const fs = require('node:fs');\nfs.mkdirSync('dist');\n\
        fs.copyFileSync(process.env.LOYALTY_WASM + '/loyalty_wasm_bg.wasm', 'dist/loyalty.wasm');\n";

    const FILES: &str = r#"["dist", "LICENSE-MIT", "LICENSE-APACHE", "NOTICES.txt"]"#;

    fn packed(name: &str, version: &str, files: &str) -> Result<Vec<String>, String> {
        let place = fresh(&target().join("js-fixture").join(name))?;
        let (sources, wasm) = (fresh(&place.join("sources"))?, fresh(&place.join("wasm"))?);
        let head = format!(r#""name": "loyalty", "version": "{version}""#);
        write(&sources.join("package.json"), &format!(r#"{{ {head}, "files": {files}, "scripts": {{ "build": "node build.cjs" }} }}"#))?;
        write(&sources.join("package-lock.json"), &format!(r#"{{ {head}, "lockfileVersion": 3, "packages": {{ "": {{ {head} }} }} }}"#))?;
        write(&sources.join("build.cjs"), BUILD)?;
        write(&fresh(&sources.join("dist"))?.join("stale.wasm"), "of an earlier build")?;
        write(&wasm.join("loyalty_wasm_bg.wasm"), "\0asm")?;
        let archive = pack_from(&sources, &wasm, &place.join("package"), &place.join("dist"))?;
        Ok(text_of(command("tar").arg("-tzf").arg(archive))?.lines().map(str::to_owned).collect())
    }

    #[test]
    fn a_package_has_the_webassembly_and_the_licenses() {
        let mut files = packed("right", VERSION, FILES).unwrap();
        files.sort();
        let wanted = ["LICENSE-APACHE", "LICENSE-MIT", "NOTICES.txt", "dist/loyalty.wasm", "package.json"];
        assert_eq!(files, wanted.map(|name| format!("package/{name}")));
    }

    #[test]
    fn another_version_and_a_license_left_out_are_refused() {
        assert!(packed("version", "99.0.0", FILES).unwrap_err().contains("give its package.json the version"));
        assert!(packed("license", VERSION, r#"["dist"]"#).unwrap_err().contains("add it to `files`"));
    }
}
