//! `cargo xtask golden`: rewrites the answers of the golden scenarios, for review.

use crate::workspace::Outcome;

/// Asks every request again and says which files have other answers now.
pub fn run(arguments: &[String]) -> Outcome {
    if !arguments.is_empty() {
        return Err("usage: cargo xtask golden".to_owned());
    }
    let rewritten = loyalty_tests::golden::rewrite::rewrite_all()?;
    for (name, lines) in &rewritten {
        println!("tests/golden/{name}: {lines} lines rewritten; read the difference before you commit it");
    }
    println!("golden: {} files rewritten", rewritten.len());
    Ok(())
}
