//! `cargo xtask wasm`: builds the WebAssembly of the npm package, with the JavaScript that loads it, into `target/js/wasm`.
//!
//! `cargo xtask size` says what it weighs: in all, crate by crate, and which functions are there most often.

mod accepted;
mod neighbours;
mod optimizer;
mod toolchain;
mod weight;

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::OnceLock;

use crate::machine;
use crate::workspace::{Outcome, cargo, fresh, root, target};
pub use accepted::Accepted;
pub use optimizer::validate;
use toolchain::Toolchain;
use weight::{Crates, Download};

/// The three files that the npm package is made around.
pub const FILES: [&str; 3] = ["loyalty_wasm.js", "loyalty_wasm.d.ts", WASM];
const WASM: &str = "loyalty_wasm_bg.wasm";

/// Builds, and says how large it became.
pub fn run(arguments: &[String]) -> Outcome {
    if !arguments.is_empty() {
        return Err("usage: cargo xtask wasm".to_owned());
    }
    let built = Built::once()?;
    println!("{}\n{}", built.folder.strip_prefix(root()).unwrap_or(&built.folder).display(), built.download()?);
    Ok(())
}

/// Builds, and says what weighs how much.
pub fn size(arguments: &[String]) -> Outcome {
    if !arguments.is_empty() {
        return Err("usage: cargo xtask size".to_owned());
    }
    let built = Built::once()?;
    let download = built.download()?;
    println!("{download}\n\n{}\n\n{}", built.crates()?, Accepted::read()?.table());
    Ok(())
}

/// What was built.
pub struct Built {
    /// Where [`FILES`] are.
    pub folder: PathBuf,
    /// The same before it was made smaller, with the names of its functions.
    named: PathBuf,
}

impl Built {
    /// What this run of ours has built: several steps share it.
    pub fn once() -> Result<&'static Self, String> {
        static BUILT: OnceLock<Result<Built, String>> = OnceLock::new();
        BUILT.get_or_init(Self::make).as_ref().map_err(Clone::clone)
    }

    /// Builds all of it, and refuses what no browser would load or what names a folder of this machine.
    fn make() -> Result<Self, String> {
        let built = compile(&Toolchain::choose()?)?;
        let named = fresh(&target().join("js/named"))?;
        quietly(Command::new(generator()?).arg(built).arg(&named))?;
        let folder = fresh(&target().join("js/wasm"))?;
        for file in FILES {
            let (from, to) = (named.join(file), folder.join(file));
            match file {
                WASM => {
                    let neighbours = from.with_file_name("neighbours.wasm");
                    write(&neighbours, &neighbours::named(&read(&from)?)?)?;
                    optimizer::shrink(&neighbours, &to, &[])?;
                }
                _ => std::fs::copy(&from, &to).map(drop).map_err(|e| format!("cannot copy {}: {e}", from.display()))?,
            }
        }
        let built = Self { folder, named: named.join(WASM) };
        validate(&built.wasm())?;
        check_names(&built.bytes()?)?;
        Ok(built)
    }

    /// The file that browsers load.
    pub fn wasm(&self) -> PathBuf {
        self.folder.join(WASM)
    }

    /// What a browser downloads.
    pub fn download(&self) -> Result<Download, String> {
        Download::of(&self.bytes()?)
    }

    /// What each crate has in it: the same once more, but with the names kept.
    fn crates(&self) -> Result<Crates, String> {
        let named = self.named.with_file_name("named.wasm");
        optimizer::shrink(&self.named, &named, &["--debuginfo"])?;
        Crates::of(&read(&named)?)
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        read(&self.wasm())
    }
}

/// An error if a folder of this machine is named.
pub fn check_names(bytes: &[u8]) -> Outcome {
    match machine::named_in(bytes) {
        Some(folder) => Err(format!("the WebAssembly names {folder}, add the folder to xtask/src/machine.rs")),
        None => Ok(()),
    }
}

fn compile(toolchain: &Toolchain) -> Result<PathBuf, String> {
    let (mut cargo, target) = toolchain.cargo();
    cargo.args(["build", "--quiet", "--package", "loyalty-wasm", "--profile", "web", "--target", toolchain::TARGET]);
    let flags = [machine::rustflags().as_str(), &toolchain::FLAGS.join("\u{1f}")].join("\u{1f}");
    quietly(cargo.env("CARGO_ENCODED_RUSTFLAGS", flags))?;
    Ok(target.join(toolchain::TARGET).join("web/loyalty_wasm.wasm"))
}

/// wasm-bindgen's generator.
fn generator() -> Result<PathBuf, String> {
    let target = target().join("wasm-bindgen");
    let manifest = ["--manifest-path", "loyalty-wasm/bindgen/Cargo.toml"];
    quietly(cargo().args(["build", "--quiet", "--locked"]).args(manifest).arg("--target-dir").arg(&target))?;
    Ok(target.join("debug/web-bindgen"))
}

fn quietly(command: &mut Command) -> Outcome {
    let output = command.stdin(Stdio::null()).output().map_err(|e| format!("cannot run {:?}: {e}", command.get_program()))?;
    let said = format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    if output.status.success() { Ok(()) } else { Err(format!("{:?} ended with {}: {said}", command.get_program(), output.status)) }
}

fn write(path: &Path, bytes: &[u8]) -> Outcome {
    std::fs::write(path, bytes).map_err(|e| format!("{}: {e}", path.display()))
}

fn read(path: &Path) -> Result<Vec<u8>, String> {
    std::fs::read(path).map_err(|e| format!("{}: {e}", path.display()))
}
