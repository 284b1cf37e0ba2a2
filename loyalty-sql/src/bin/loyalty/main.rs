//! `loyalty copy <from> <to>`: moves a shop from one storage to another. docs/storage.md says how to go about it.

mod account;
mod arguments;
mod line;

use std::ops::ControlFlow;
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use loyalty_core::repository::Repository;
use loyalty_core::schema::TABLES;
use loyalty_sql::StorageConfig;
use loyalty_sql::copy::{CopyError, copy};

use arguments::Arguments;
use line::Line;

/// Something differs, or could not be done.
const FAILED: u8 = 1;
/// The arguments are none.
const USAGE: u8 = 2;
/// Copied as far as it went, but the source is still in use.
const IN_USE: u8 = 3;
/// Broken off, as shells say it.
const STOPPED: u8 = 130;

fn main() -> ExitCode {
    let arguments = match Arguments::read(std::env::args().skip(1)) {
        Ok(arguments) => arguments,
        Err(why) => {
            eprintln!("loyalty: {why}\n\n{}", arguments::USAGE);
            return ExitCode::from(USAGE);
        }
    };
    match run(&arguments) {
        Ok(code) => ExitCode::from(code),
        Err(why) => {
            eprintln!("loyalty: {why}");
            ExitCode::from(FAILED)
        }
    }
}

fn run(arguments: &Arguments) -> Result<u8, String> {
    let stop = Arc::new(AtomicBool::new(false));
    let flag = Arc::clone(&stop);
    let stopped = move || {
        // Whoever asks twice does not want to wait; nothing is lost by it.
        if flag.swap(true, Ordering::Relaxed) {
            std::process::exit(i32::from(STOPPED));
        }
    };
    ctrlc::set_handler(stopped).map_err(|error| format!("cannot listen for Ctrl-C: {error}"))?;
    // Opening would make the file that a slip of the pen names, and find it empty.
    if let Some(path) = arguments.from.url.strip_prefix("sqlite:").filter(|path| !Path::new(path).is_file()) {
        return Err(format!("the source: there is no file {path}; look whether the path is right"));
    }
    let from = open("source", &arguments.from)?;
    let to = open("target", &arguments.to)?;
    let mut line = Line::new(arguments.quiet);
    let copied = copy(&*from, &*to, arguments.verify, &mut |progress| {
        line.show(progress);
        if stop.load(Ordering::Relaxed) { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    });
    let report = match copied {
        Ok(report) => report,
        Err(CopyError::Stopped) => {
            eprintln!("loyalty: {}", CopyError::Stopped);
            return Ok(STOPPED);
        }
        Err(error) => return Err(error.to_string()),
    };
    print!("{}", account::account(&report, arguments.verify, line.seconds()));
    Ok(match (report.is_equal(), report.is_settled()) {
        (false, _) => FAILED,
        (true, false) => IN_USE,
        (true, true) => 0,
    })
}

/// Opens a side. A driver's error never repeats a password, and no URL is ever shown.
fn open(side: &str, config: &StorageConfig) -> Result<Arc<dyn Repository>, String> {
    loyalty_sql::open(config, TABLES).map_err(|error| format!("the {side}: {error}"))
}
