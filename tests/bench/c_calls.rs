//! What a call through the C interface costs beside the same call in Rust, over memory: the same code behind both, in one process.

use std::ffi::{CStr, c_char};

use loyalty::c::{loyalty_close, loyalty_execute, loyalty_handle, loyalty_open, loyalty_string_free};
use loyalty_core::loyalty::Loyalty;
use loyalty_core::memory::Memory;

use crate::count::{COUNTED, start_counting};
use crate::measure::{Prepared, Ratio, compare, cpu};

/// Who asks.
pub const CONTEXT: &str =
    r#"{"actor":{"id":"maria","kind":"agent","roles":["admin"]},"at":"2026-11-22T10:00:00Z","entropy":"sixteen bytes or more"}"#;
/// What a new store is asked first.
pub const BEGINNING: [&str; 2] =
    [r#"{"op":"customer.create","args":{"id":"c-42"}}"#, r#"{"op":"membership.enroll","args":{"customer":"c-42"}}"#];
const WARM_UP: usize = 20;

/// The calls that are compared.
pub const REQUESTS: [(&str, &str); 2] = [
    ("points.balance", r#"{"op":"points.balance","args":{"customer":"c-42"}}"#),
    ("points.adjust", r#"{"op":"points.adjust","args":{"customer":"c-42","type":"points","amount":"1","reason":"goodwill"}}"#),
];

/// One caller of each kind.
trait Caller {
    /// Executes and throws the answer away, as every caller does in the end.
    fn call(&self, request: &str);
    /// Executes and keeps the answer.
    fn answer(&self, request: &str) -> String;
}

struct Rust(Loyalty<Memory>);

impl Caller for Rust {
    fn call(&self, request: &str) {
        drop(std::hint::black_box(self.0.execute(request, CONTEXT)));
    }
    fn answer(&self, request: &str) -> String {
        self.0.execute(request, CONTEXT)
    }
}

struct C(loyalty_handle);

impl C {
    fn open() -> Self {
        let (config, mut handle) = ("memory:", 0);
        // SAFETY: living values.
        assert_eq!(unsafe { loyalty_open(config.as_ptr().cast(), config.len(), &raw mut handle) }, 0);
        C(handle)
    }

    fn execute<T>(&self, request: &str, use_it: impl FnOnce(*const c_char) -> T) -> T {
        let mut answer: *mut c_char = std::ptr::null_mut();
        let (text, context) = (request.as_bytes(), CONTEXT.as_bytes());
        // SAFETY: living values; the answer is given back once, and not used after that.
        unsafe {
            let status = loyalty_execute(self.0, text.as_ptr().cast(), text.len(), context.as_ptr().cast(), context.len(), &raw mut answer);
            assert_eq!(status, 0);
            let used = use_it(std::hint::black_box(answer));
            loyalty_string_free(answer);
            used
        }
    }
}

impl Caller for C {
    fn call(&self, request: &str) {
        self.execute(request, |_| ());
    }
    fn answer(&self, request: &str) -> String {
        // SAFETY: the library's texts end with a zero.
        self.execute(request, |answer| unsafe { CStr::from_ptr(answer) }.to_string_lossy().into_owned())
    }
}

impl Drop for C {
    fn drop(&mut self) {
        assert_eq!(loyalty_close(self.0), 0);
    }
}

/// Both callers, each over a store with one customer, after it is shown that they answer the same.
fn callers() -> (C, Rust) {
    let (c, rust) = (C::open(), Rust(Loyalty::new(Memory::new())));
    for request in BEGINNING.into_iter().chain(REQUESTS.map(|(_, request)| request)) {
        let answer = c.answer(request);
        assert!(answer.starts_with(r#"{"ok":"#), "{answer}");
        assert_eq!(answer, rust.answer(request));
    }
    (c, rust)
}

/// Times of both, in turns.
pub fn table() {
    const COUNT: usize = 2_000;
    let (c, rust) = callers();
    fn calls<'c>(caller: &'c dyn Caller, request: &'static str) -> Prepared<'c> {
        Prepared { commands: COUNT, work: Box::new(move || (0..COUNT).for_each(|_| caller.call(request))) }
    }
    println!("{:<34} {:>8} {:>8}   difference (from to)   goal", "µs for each call, cpu", "C", "Rust");
    for (name, request) in REQUESTS {
        let line = compare(name, "≤ 1.50", Ratio::Time, cpu, |_| calls(&c, request), |_| calls(&rust, request));
        print!("{}", line.difference_text());
    }
}

/// `count-c c|rust points.balance|points.adjust`, for callgrind: instructions inside of [`measured`].
pub fn count(words: &[&str]) {
    let [caller, word] = words else { panic!("count-c c|rust points.balance|points.adjust") };
    let (c, rust) = callers();
    let caller: &dyn Caller = if *caller == "c" { &c } else { &rust };
    let (_, request) = REQUESTS.iter().find(|(known, _)| known == word).expect("points.balance or points.adjust");
    (0..WARM_UP).for_each(|_| caller.call(request));
    start_counting();
    measured(caller, request);
}

/// What is counted.
#[inline(never)]
fn measured(caller: &dyn Caller, request: &str) {
    (0..COUNTED).for_each(|_| caller.call(request));
}
