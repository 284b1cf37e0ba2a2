//! The step `wasm`: the WebAssembly of the npm package is built, is a module, names no folder of this machine, and has not grown unseen.

use std::path::Path;

use super::End;
use super::checks::Checks;
use super::log::Log;
use crate::wasm::{Accepted, Built, FILES, check_names, validate};
use crate::workspace::{root, target};

/// Builds it and looks at what came out.
pub(super) fn run(log: &mut Log) -> Result<End, String> {
    let built = Built::once()?;
    let download = built.download()?;
    log.say(&download.to_string())?;
    let mut checks = Checks::new(log);
    let absent = FILES.iter().find(|file| !built.folder.join(file).is_file());
    checks.holds("every file is there", absent.map_or(Ok(()), |file| Err(format!("{file} is missing"))))?;
    let wasm = std::fs::read(built.wasm()).map_err(|e| format!("{}: {e}", built.wasm().display()))?;
    seeded(&mut checks, &wasm)?;
    let accepted = Accepted::read()?;
    checks.holds("its size is small enough and was accepted", accepted.allows(download.brotli))?;
    Ok(checks.end())
}

/// What [`Built::once`] refuses, it has to notice: a folder that is named, and half a file.
fn seeded(checks: &mut Checks<'_>, wasm: &[u8]) -> Result<(), String> {
    let named = [wasm, root().join("loyalty-core/src").display().to_string().as_bytes()].concat();
    checks.holds("a folder of this machine is noticed", refused(check_names(&named), "names"))?;
    let half = target().join("js/half.wasm");
    write(&half, wasm.get(..wasm.len() / 2).unwrap_or_default())?;
    checks.holds("half a file is noticed", refused(validate(&half), "is no module"))
}

fn refused(outcome: Result<(), String>, says: &str) -> Result<(), String> {
    match outcome {
        Err(why) if why.contains(says) => Ok(()),
        other => Err(format!("a seeded mistake was not reported as '{says}': {other:?}")),
    }
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), String> {
    std::fs::write(path, bytes).map_err(|e| format!("cannot write {}: {e}", path.display()))
}
