//! `web-bindgen <built.wasm> <folder>`: writes `<name>.js`, `<name>.d.ts` and `<name>_bg.wasm` for browsers, Node and workers alike.
//!
//! The names of functions stay: whoever makes the file smaller drops them, or reads from them what each crate weighs.

use std::process::ExitCode;

use wasm_bindgen_cli_support::Bindgen;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [built, folder] = arguments.as_slice() else {
        eprintln!("usage: web-bindgen <built.wasm> <folder>");
        return ExitCode::FAILURE;
    };
    match generate(built, folder) {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("{why}");
            ExitCode::FAILURE
        }
    }
}

fn generate(built: &str, folder: &str) -> Result<(), String> {
    let mut bindgen = Bindgen::new();
    bindgen.web(true).map_err(|error| format!("{error:#}"))?;
    bindgen.input_path(built).typescript(true);
    // The package says where its file is: a default place beside the script would make bundlers pack the file a second time.
    bindgen.omit_default_module_path(true);
    // After a trap an instance is not used again; this exports the function that makes a new one, `__wbg_reset_state`.
    bindgen.reset_state_function(true);
    bindgen.remove_producers_section(true);
    bindgen.generate(folder).map_err(|error| format!("{error:#}"))
}
