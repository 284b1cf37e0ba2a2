//! Binaryen's wasm-opt, which makes the file smaller after the compiler.

use std::path::{Path, PathBuf};

use super::quietly;
use crate::test::{NODE, NPM};
use crate::workspace::{Outcome, command, target};

/// The version that npm brings; Debian's is of 2022.
const BINARYEN: &str = "binaryen@132.0.0";

/// What browsers have had for years and the compiler uses. Named one by one: with all of them wasm-opt makes what no browser loads.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-sign-ext",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-multivalue",
    "--enable-mutable-globals",
];

/// What is done, in this order. What counts is the file as brotli packs it, and for that `-Oz` does harm: inlining and laying locals out anew make
/// the file smaller, but they make functions different that were alike. Alike functions become neighbours when sorted by the names that they have by then.
const PASSES: [&str; 32] = [
    "--duplicate-function-elimination",
    "--remove-unused-module-elements",
    "--dce",
    "--remove-unused-names",
    "--remove-unused-brs",
    "--remove-unused-names",
    "--optimize-instructions",
    "--precompute",
    "--simplify-locals-nostructure",
    "--vacuum",
    "--remove-unused-brs",
    "--merge-locals",
    "--merge-blocks",
    "--remove-unused-brs",
    "--remove-unused-names",
    "--merge-blocks",
    "--code-folding",
    "--precompute",
    "--optimize-instructions",
    "--rse",
    "--vacuum",
    "--simplify-globals",
    "--directize",
    "--duplicate-function-elimination",
    "--remove-unused-module-elements",
    "--reorder-functions-by-name",
    "--strip-producers",
    "--reorder-locals",
    // The last two need these levels; the passes above do not ask for them.
    "--optimize-level=2",
    "--shrink-level=2",
    "--generate-stack-ir",
    "--optimize-stack-ir",
];

/// Writes a smaller form of a file. The names of functions go, unless an argument says otherwise.
pub(super) fn shrink(from: &Path, to: &Path, more: &[&str]) -> Outcome {
    let mut wasm_opt = command(&wasm_opt()?.to_string_lossy());
    quietly(wasm_opt.args(FEATURES).args(PASSES).args(more).arg(from).arg("-o").arg(to))
}

/// Whether it is a module in the eyes of V8, which is also the engine of Chromium.
pub fn validate(wasm: &Path) -> Outcome {
    let script = "new WebAssembly.Module(require('node:fs').readFileSync(process.argv[1]))";
    NODE.ensure()?;
    quietly(command(NODE.program).args(["-e", script]).arg(wasm)).map_err(|why| format!("{} is no module: {why}", wasm.display()))
}

fn wasm_opt() -> Result<PathBuf, String> {
    let folder = target().join("js/binaryen");
    let program = folder.join("node_modules/.bin/wasm-opt");
    if !program.exists() {
        NPM.ensure()?;
        std::fs::create_dir_all(&folder).map_err(|e| format!("cannot make {}: {e}", folder.display()))?;
        quietly(command(NPM.program).args(["install", "--no-audit", "--no-fund", "--prefix"]).arg(&folder).arg(BINARYEN))?;
    }
    Ok(program)
}
