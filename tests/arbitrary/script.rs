//! Arbitrary requests as scripts for other languages, in the form of the golden ones: a request, its context, and what the engine answered.

use std::path::Path;

use loyalty_core::memory::Memory;
use loyalty_tests::golden::engine;
use proptest::prelude::*;
use proptest::strategy::ValueTree as _;
use proptest::test_runner::TestRunner;

use crate::valid;

/// Requests in one script: the shop lives on through them.
const LINES: u32 = 250;

/// Asks a shop that begins with one of everything, and then these; the script of all of it.
pub fn script(runner: &mut TestRunner, calls: &impl Strategy<Value = (String, String)>) -> String {
    let shop = engine(Memory::new());
    let mut calls: Vec<_> = valid::beginning().chain((0..LINES).map(|_| calls.new_tree(runner).unwrap().current())).collect();
    let mut script = String::new();
    for (request, context) in &mut calls {
        // The form has a line for each of them; elsewhere in JSON a line break is written as \n.
        for text in [&mut *request, &mut *context] {
            *text = text.replace('\n', " ");
        }
        script.push_str(&format!("{request}\n{context}\n{}\n", shop.execute(request, context)));
    }
    script
}

/// Writes scripts into a folder, which is made anew.
pub fn write(folder: &Path, scripts: &[(String, String)]) {
    let _absent = std::fs::remove_dir_all(folder);
    std::fs::create_dir_all(folder).unwrap();
    for (name, script) in scripts {
        std::fs::write(folder.join(name).with_extension("txt"), script).unwrap();
    }
}
