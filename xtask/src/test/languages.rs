//! The steps of the languages: each package is put together as its users get it, tells the story, and replays every golden scenario byte by byte.

use std::path::{Path, PathBuf};
use std::process::Command;

use super::End;
use super::checks::Checks;
use super::log::Log;
use super::tool::{GSON, JAVA, JNA, NPM, PHP, PYTHON, RUBY};
use crate::golden::scripts_folder;
use crate::servers::Servers;
use crate::workspace::{cargo, command, fresh, root, target};

/// The version of the Kotlin compiler that npm brings; Debian's own is too old.
const KOTLIN: &str = "kotlin-compiler@2.4.20";
/// The Python tools, in an environment of their own.
const PYTHON_TOOLS: [&str; 4] = ["maturin==1.16.*", "mypy>=1.18,<2", "tree-sitter>=0.25,<1", "tree-sitter-swift>=0.7,<1"];

/// PHP: the Composer package with the library inside.
pub fn php(log: &mut Log) -> Result<End, String> {
    let package = own("php/loyalty")?;
    copy(log, &root().join("packages/php/."), &package)?;
    let library = library(log)?;
    let platform = package.join("lib").join(format!("{}-linux-gnu", std::env::consts::ARCH));
    std::fs::create_dir_all(&platform).map_err(|e| e.to_string())?;
    copy(log, &library, &platform)?;
    let tests = package.join("tests");
    let php = || {
        let mut php = command(PHP.program);
        php.env("LOYALTY_LIBRARY", &library);
        php
    };
    let autoload = package.join("autoload.php");
    let text = "<?php\n\nforeach (glob(__DIR__ . '/src/*.php') as $file) {\n    require_once $file;\n}\n";
    std::fs::write(&autoload, text).map_err(|e| e.to_string())?;
    let mut checks = Checks::new(log);
    checks.succeeds("the client over a library that only listens", php().arg(tests.join("client.php")))?;
    checks.succeeds("the client over the library", php().arg(tests.join("library.php")))?;
    checks.succeeds("engines and processes", php().arg(tests.join("engine.php")).arg(own("php/engine")?))?;
    checks.succeeds("the installed package", php().arg(tests.join("package.php")).args([own("php/shop")?, package.clone()]))?;
    // The library is the one inside of the package here.
    let golden = golden("php")?;
    checks.succeeds("golden stories", php().env_remove("LOYALTY_LIBRARY").arg(tests.join("golden.php")).args(golden))?;
    let (server, golden) = golden_on("mariadb")?;
    checks.succeeds("golden stories on MariaDB", php().arg(tests.join("golden.php")).args(golden))?;
    drop(server);
    checks.succeeds("the shop", php().arg("examples/php-shop/tests/shop.php"))?;
    story(&mut checks, php().arg("examples/php/story.php").env("LOYALTY_AUTOLOAD", autoload))?;
    Ok(checks.end())
}

/// Python: a wheel, installed into an environment that has nothing else.
pub fn python(log: &mut Log) -> Result<End, String> {
    let tools = python_tools(log)?;
    let wheels = own("python/wheels")?;
    let generator = generator(log)?;
    let path = std::env::var("PATH").unwrap_or_default();
    let beside = generator.parent().unwrap_or(&generator).display().to_string();
    let mut maturin = command(&tools.join("bin/maturin").to_string_lossy());
    maturin.current_dir(root().join("packages/python")).args(["build", "--release", "--out"]).arg(&wheels);
    log.run(maturin.env("PATH", format!("{beside}:{path}")).env("CARGO_TARGET_DIR", target()))?;

    let clean = own("python/clean")?;
    log.run(command(PYTHON.program).args(["-m", "venv"]).arg(&clean))?;
    log.run(Command::new(clean.join("bin/pip")).args(["install", "--quiet", "--no-index"]).args(files(&wheels, "whl")?))?;
    let python = || command(&clean.join("bin/python").to_string_lossy());
    let mut checks = Checks::new(log);
    checks.succeeds("golden stories", python().arg("packages/python/tests/golden.py").args(golden("python")?))?;
    let (server, golden) = golden_on("postgres")?;
    checks.succeeds("golden stories on PostgreSQL", python().arg("packages/python/tests/golden.py").args(golden))?;
    drop(server);
    story(&mut checks, python().arg("examples/python/story.py"))?;
    let listens = "the client over a library that only listens";
    checks.succeeds(listens, command(PYTHON.program).arg("packages/python/tests/test_loyalty.py"))?;
    let mut typed = command(&tools.join("bin/python").to_string_lossy());
    checks.succeeds("right and wrong programs by their types", typed.arg("packages/python/tests/test_types.py"))?;
    Ok(checks.end())
}

/// Ruby: the gem's files beside UniFFI's.
pub fn ruby(log: &mut Log) -> Result<End, String> {
    let library = library(log)?;
    let bindings = bindings(log, "ruby")?;
    let ruby = || {
        let mut ruby = command(RUBY.program);
        let lookup = library.parent().unwrap_or(&library).to_path_buf();
        ruby.args(["-Ipackages/ruby/lib", "-I"]).arg(&bindings).env("LD_LIBRARY_PATH", lookup);
        ruby
    };
    let mut checks = Checks::new(log);
    // Warnings are for our own files: UniFFI's has some.
    checks.succeeds("the client over a library that only listens", ruby().args(["-w", "packages/ruby/tests/client_test.rb"]))?;
    checks.succeeds("golden stories", ruby().arg("packages/ruby/tests/golden.rb").args(golden("ruby")?))?;
    story(&mut checks, ruby().arg("examples/ruby/story.rb"))?;
    Ok(checks.end())
}

/// Kotlin on the JVM.
pub fn kotlin(log: &mut Log) -> Result<End, String> {
    let folder = target().join("kotlin");
    std::fs::create_dir_all(&folder).map_err(|e| e.to_string())?;
    let compiler = folder.join("node_modules/kotlin-compiler/bin/kotlinc");
    if !compiler.exists() {
        log.run(command(NPM.program).args(["install", "--no-audit", "--no-fund", "--prefix"]).arg(&folder).arg(KOTLIN))?;
    }
    let library = library(log)?;
    let bindings = bindings(log, "kotlin")?;
    let jars = [JNA.program, GSON.program].join(":");
    let compile = |sources: &[PathBuf], beside: &str, out: &str| {
        let mut kotlinc = command(&compiler.to_string_lossy());
        kotlinc.args(["-nowarn", "-include-runtime", "-cp"]).arg(format!("{beside}:{jars}")).args(sources).arg("-d").arg(folder.join(out));
        kotlinc
    };
    let package = files(&root().join("packages/kotlin/src/main/kotlin/loyalty"), "kt")?;
    let tests = root().join("packages/kotlin/tests");
    let over_library = [package.clone(), vec![bindings.join("uniffi/loyalty_ffi/loyalty_ffi.kt")], vec![tests.join("Golden.kt")]].concat();
    log.run(&mut compile(&[over_library, vec![root().join("examples/kotlin/Story.kt")]].concat(), "", "loyalty.jar"))?;
    let over_fake = [package, vec![tests.join("Library.kt"), tests.join("ClientTest.kt")]].concat();
    log.run(&mut compile(&over_fake, "", "client.jar"))?;

    let java = |jar: &str, main: &str| {
        let mut java = command(JAVA.program);
        let lookup = library.parent().unwrap_or(&library).display().to_string();
        java.arg(format!("-Djna.library.path={lookup}")).arg("-cp").arg(format!("{}:{jars}", folder.join(jar).display())).arg(main);
        java
    };
    let mut checks = Checks::new(log);
    checks.succeeds("the client over a library that only listens", &mut java("client.jar", "ClientTestKt"))?;
    checks.succeeds("golden stories", java("loyalty.jar", "golden.GoldenKt").args(golden("kotlin")?))?;
    story(&mut checks, &mut java("loyalty.jar", "StoryKt"))?;
    Ok(checks.end())
}

/// Swift: no compiler is at hand, so a parser reads our own files.
pub fn swift(log: &mut Log) -> Result<End, String> {
    let python = python_tools(log)?.join("bin/python");
    let package = root().join("packages/swift");
    let files = [files(&package.join("Sources/Loyalty"), "swift")?, files(&package.join("tests"), "swift")?].concat();
    let mut checks = Checks::new(log);
    let mut parse = command(&python.to_string_lossy());
    checks.succeeds("every file is Swift by its form", parse.arg("packages/swift/tests/parse.py").args(files))?;
    Ok(checks.end())
}

/// An environment with the Python tools.
fn python_tools(log: &mut Log) -> Result<PathBuf, String> {
    let tools = target().join("python/tools");
    if !tools.join("bin/pip").exists() {
        log.run(command(PYTHON.program).args(["-m", "venv"]).arg(&tools))?;
    }
    log.run(Command::new(tools.join("bin/pip")).args(["install", "--quiet"]).args(PYTHON_TOOLS))?;
    Ok(tools)
}

/// The shared library as a release has it.
fn library(log: &mut Log) -> Result<PathBuf, String> {
    log.run(cargo().args(["build", "--release", "--quiet", "-p", "loyalty-ffi"]))?;
    Ok(target().join("release/libloyalty.so"))
}

/// UniFFI's generator.
fn generator(log: &mut Log) -> Result<PathBuf, String> {
    let target = target().join("bindgen");
    let manifest = ["--manifest-path", "loyalty-ffi/bindgen/Cargo.toml"];
    log.run(cargo().args(["build", "--quiet"]).args(manifest).arg("--target-dir").arg(&target))?;
    Ok(target.join("debug/uniffi-bindgen"))
}

/// UniFFI's side of a language, made from the built library.
fn bindings(log: &mut Log, language: &str) -> Result<PathBuf, String> {
    let folder = own(&format!("uniffi/{language}"))?;
    let (generator, library) = (generator(log)?, library(log)?);
    let mut generate = command(&generator.to_string_lossy());
    log.run(generate.args(["generate", "--no-format", "--language", language, "--out-dir"]).arg(&folder).arg(library))?;
    Ok(folder)
}

/// The arguments of a program that replays the golden scenarios: a new folder for its stores, and the scripts.
fn golden(language: &str) -> Result<Vec<PathBuf>, String> {
    let scripts = loyalty_tests::golden::script::write_all(&scripts_folder())?;
    Ok([vec![own(&format!("golden-stores/{language}"))?], scripts].concat())
}

/// The same on a server that is started for it: its address stands where the folder does.
fn golden_on(server: &str) -> Result<(Servers, Vec<PathBuf>), String> {
    let scripts = loyalty_tests::golden::script::write_all(&scripts_folder())?;
    let servers = Servers::start(&[server.to_owned()])?;
    let variables = servers.variables();
    let (_, url) = variables.first().ok_or_else(|| format!("{server} has no address"))?;
    let arguments = [vec![PathBuf::from(url)], scripts].concat();
    Ok((servers, arguments))
}

/// Tells the story over a new SQLite file.
fn story(checks: &mut Checks<'_>, program: &mut Command) -> Result<(), String> {
    let store = own("story-store")?.join("story.db");
    let wanted = std::fs::read_to_string(root().join("examples/story.txt")).map_err(|e| format!("examples/story.txt: {e}"))?;
    checks.prints("the story", program.arg(format!("sqlite:{}", store.display())), &wanted)
}

/// An empty folder under the one to which cargo builds.
pub(super) fn own(name: &str) -> Result<PathBuf, String> {
    fresh(&target().join(name))
}

fn copy(log: &mut Log, from: &Path, to: &Path) -> Result<(), String> {
    log.run(command("cp").arg("-r").arg(from).arg(to))
}

/// The files of a folder with this ending, sorted.
fn files(folder: &Path, ending: &str) -> Result<Vec<PathBuf>, String> {
    let entries = std::fs::read_dir(folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    let mut found: Vec<PathBuf> =
        entries.flatten().map(|entry| entry.path()).filter(|path| path.extension().is_some_and(|own| own == ending)).collect();
    found.sort();
    if found.is_empty() { Err(format!("{} has no .{ending}", folder.display())) } else { Ok(found) }
}
