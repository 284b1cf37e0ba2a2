//! `cargo xtask scale`: how far the library goes on paper, with a simulation of it.
//!
//! Prints the tables that docs/scale.md quotes: what a command touches (by running the engine), what a customer weighs (measured in the demo's
//! database), and what partitions, hot customers and hot stock come to (simulated from measured and assumed figures). `cargo xtask codegen` puts the same
//! tables into the page, and `cargo xtask scale measure` measures again.

mod chance;
mod fleet;
mod footprint;
mod measure;
mod measured;
mod page;
mod stock;
mod tables;
mod watched;

pub use page::page;

use crate::workspace::Outcome;

/// Prints the tables, or measures what they start from.
pub fn run(arguments: &[String]) -> Outcome {
    match arguments {
        [] => {
            for (name, table) in tables::TABLES {
                println!("{name}\n\n{}", table()?);
            }
            Ok(())
        }
        [word] if word == "measure" => measure::run(),
        _ => Err("usage: cargo xtask scale [measure]".to_owned()),
    }
}
