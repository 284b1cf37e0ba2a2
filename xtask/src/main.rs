//! Developer commands: `cargo xtask <command>`.

mod bench;
mod codegen;
mod demo;
mod dist;
mod fault;
mod golden;
mod machine;
mod scale;
mod servers;
mod test;
mod tidy;
mod wasm;
mod workspace;

use std::process::ExitCode;

use workspace::Outcome;

/// What a command does with the words after its name.
type Run = fn(&[String]) -> Outcome;

/// Name, what it does, and the function that does it. One more command is one more row.
const COMMANDS: &[(&str, &str, Run)] = &[
    ("demo", "tell the purchase log as a loyalty program", demo::run),
    ("test", "run every check, in order; steps can be named", test::run),
    ("codegen", "write the generated files; --check compares", codegen::run),
    ("golden", "rewrite the answers of the golden scenarios; --expand writes scripts", golden::run),
    ("tidy", "check the house rules that compilers do not know", tidy::run),
    ("bench", "measure, and compare with the bounds", bench::run),
    ("fault", "break storage on purpose and recount", fault::run),
    ("servers", "start real database servers and wait, or run the command after --", servers::run),
    ("fuzz", "throw random requests at the door", |_| not_built("fuzz")),
    ("wasm", "build the WebAssembly of the npm package into target/js/wasm", wasm::run),
    ("size", "say what weighs how much in the WebAssembly", wasm::size),
    ("scale", "simulate the library on many machines; measure measures what it starts from", scale::run),
    ("dist", "pack the C library for those who do not build it themselves; js packs the npm package", dist::run),
];

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let Some((name, rest)) = arguments.split_first() else {
        println!("{}", usage());
        return ExitCode::SUCCESS;
    };
    let outcome = match COMMANDS.iter().find(|(known, _, _)| known == name) {
        Some((_, _, run)) => run(rest),
        None => Err(format!("there is no command {name}\n{}", usage())),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}

fn usage() -> String {
    let mut text = String::from("usage: cargo xtask <command>\n");
    for (name, purpose, _) in COMMANDS {
        text.push_str(&format!("\n  {name:<8} {purpose}"));
    }
    text
}

/// For a command that has its name before it has its code, in `xtask/src/<name>.rs`.
fn not_built(name: &str) -> Outcome {
    Err(format!("`cargo xtask {name}` is not built yet"))
}
