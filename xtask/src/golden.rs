//! `cargo xtask golden [--expand]`: rewrites the answers of the golden scenarios, for review; or writes them as scripts for other languages.

use std::path::PathBuf;

use crate::workspace::{Outcome, root};

/// Where the scripts lie.
pub fn scripts_folder() -> PathBuf {
    root().join("target").join("golden")
}

/// Asks every request again and says which files have other answers now.
pub fn run(arguments: &[String]) -> Outcome {
    match arguments {
        [] => rewrite(),
        [flag] if flag == "--expand" => expand(),
        _ => Err("usage: cargo xtask golden [--expand]".to_owned()),
    }
}

fn rewrite() -> Outcome {
    let rewritten = loyalty_tests::golden::rewrite::rewrite_all()?;
    for (name, lines) in &rewritten {
        println!("tests/golden/{name}: {lines} lines rewritten; read the difference before you commit it");
    }
    println!("golden: {} files rewritten", rewritten.len());
    Ok(())
}

fn expand() -> Outcome {
    let scripts = loyalty_tests::golden::script::write_all(&scripts_folder())?;
    println!("golden: {} scripts written to target/golden", scripts.len());
    Ok(())
}
