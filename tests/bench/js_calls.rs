//! What a call of the npm package costs beside the same call in Rust, over memory: WebAssembly in a Node of its own, and this process, in turns.

use std::io::{BufRead, BufReader, Write};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use loyalty_core::loyalty::Loyalty;
use loyalty_core::memory::Memory;
use serde_json::json;

use crate::c_calls::{BEGINNING, CONTEXT, REQUESTS};
use crate::measure::{Prepared, Ratio, cpu, in_turns};

/// Calls in one round.
const COUNT: usize = 2_000;

/// Node with `calls.mjs`, over a store of its own.
struct Node {
    child: Child,
    asks: ChildStdin,
    says: BufReader<ChildStdout>,
}

impl Node {
    /// Starts it with the package's JavaScript at this path.
    fn start(package: &str) -> Self {
        let program = concat!(env!("CARGO_MANIFEST_DIR"), "/bench/calls.mjs");
        let mut node = Command::new("node");
        let mut child = node.args([program, package]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("node");
        let (asks, says) = (child.stdin.take().expect("its input"), child.stdout.take().expect("its output"));
        Self { child, asks, says: BufReader::new(says) }
    }

    /// The last answer to so many calls, and how many microseconds of the processor each took.
    fn calls(&mut self, request: &str, count: usize) -> (String, f64) {
        writeln!(self.asks, "{}", json!({ "request": request, "context": CONTEXT, "count": count })).expect("node listens");
        let mut line = String::new();
        self.says.read_line(&mut line).expect("node answers");
        serde_json::from_str(&line).unwrap_or_else(|error| panic!("node said {line:?}: {error}"))
    }
}

impl Drop for Node {
    fn drop(&mut self) {
        let _gone = self.child.kill();
        let _gone = self.child.wait();
    }
}

/// Times of both, in turns, after it is shown that they answer the same.
pub fn table(package: &str) {
    let (mut node, rust) = (Node::start(package), Loyalty::new(Memory::new()));
    for request in BEGINNING.into_iter().chain(REQUESTS.map(|(_, request)| request)) {
        assert_eq!(node.calls(request, 1).0, rust.execute(request, CONTEXT));
    }
    println!("{:<34} {:>8} {:>8}   ratio (from to)", "µs for each call, cpu", "npm", "Rust");
    for (name, request) in REQUESTS {
        let here = || (0..COUNT).for_each(|_| drop(std::hint::black_box(rust.execute(request, CONTEXT))));
        let line = in_turns(
            name,
            "",
            Ratio::Time,
            |_| node.calls(request, COUNT).1,
            |_| Prepared { commands: COUNT, work: Box::new(here) }.each(cpu),
        );
        print!("{}", line.text());
    }
}
