//! Files from hosts in Rust: read and sent piece by piece in constant memory, whatever operation takes them (rule B2).

use std::io::{self, Read};
use std::ops::ControlFlow;

use super::Loyalty;
use super::door::Options;
use super::session::run_batch;
use crate::catalogue::{self, Reader};
use crate::context::Context;
use crate::csv::{RowError, decode};
use crate::error::Error;
use crate::json::{Tree, grow, read_tree};
use crate::limits::CSV_ROWS_MAX;
use crate::repository::Repository;

/// Bytes of a piece: far below what a request holds, and enough for a few thousand rows.
const PIECE_BYTES: usize = 131_072;

/// Line ends in a piece. With the row that the piece before left, it has no more rows than a request may.
const PIECE_LINES: usize = CSV_ROWS_MAX - 2;

/// A file for an operation that takes it piece by piece, such as `bulk.adjust`: one with the arguments `csv`, `after`, `last` and `digest`, which
/// answers `next`, `digest`, `done`, `refused` and `errors`.
#[derive(Debug, Clone)]
pub struct FileCall<'f> {
    /// The operation.
    pub op: &'f str,
    /// Its other arguments, an object in JSON.
    pub args: &'f str,
    /// Whether this is the dry run.
    pub preview: bool,
    /// Of a real run: the digests that the dry run gave, so that nothing is done of a piece that differs; else none.
    pub digests: &'f [String],
}

/// How far a file has come.
#[derive(Debug, Clone)]
pub struct FileProgress<'p> {
    /// Rows done.
    pub done: u64,
    /// Rows refused.
    pub refused: u64,
    /// The errors of the piece that was finished; none in the middle of one.
    pub errors: &'p [RowError],
}

/// Is told how far a file has come, and may break it off: whole rows are done then, and the file can be sent again.
pub type FileWatch<'w> = dyn FnMut(&FileProgress<'_>) -> ControlFlow<()> + 'w;

/// What became of a file.
#[derive(Debug, Clone)]
pub struct FileDone {
    /// The answer to the last piece that was sent.
    pub answer: Tree,
    /// The digest of each piece.
    pub digests: Vec<String>,
    /// Whether it was broken off.
    pub is_broken_off: bool,
}

/// Why a file did not come to its end.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum FileError {
    /// It could not be read.
    #[error("the file cannot be read: {0}")]
    Read(#[from] io::Error),
    /// It was refused.
    #[error(transparent)]
    Refused(#[from] Error),
}

impl<R: Repository> Loyalty<R> {
    /// Sends a file through an operation that takes it piece by piece, in constant memory: the dry run or the real one.
    ///
    /// # Errors
    /// When the file cannot be read, or is refused as a whole: then what was done before stays, and the file can be sent again. Rows that are
    /// refused by themselves are told to `watch`.
    pub fn send_file(
        &self,
        call: &FileCall<'_>,
        context: &Context,
        source: &mut dyn Read,
        watch: &mut FileWatch<'_>,
    ) -> Result<FileDone, FileError> {
        let mut bytes = Bytes { source, held: Vec::with_capacity(PIECE_BYTES), before: 0, has_ended: false };
        let options = Options { preview: call.preview, ..Options::default() };
        let (mut after, mut digests, mut before, mut is_broken_off) = (None, Vec::new(), (0, 0), false);
        loop {
            let (csv, last) = bytes.next_piece()?;
            let args = arguments(call, csv, last, after.take(), digests.len())?;
            let Reader::Many(read) = catalogue::find(call.op)?.read else {
                return Err(Error::invalid("op", format_args!("is '{}', which takes no file", call.op)).into());
            };
            let batch = read(&args)?;
            let raw = run_batch(&self.door(), batch.as_ref(), &options, context, &mut |progress| {
                let (refused, done) = (as_count(progress.refused), as_count(progress.done - progress.refused));
                let flow = watch(&FileProgress { done: before.0 + done, refused: before.1 + refused, errors: &[] });
                is_broken_off |= flow.is_break();
                flow
            })?;
            let answer = grow(raw.get(), "answer")?;
            let errors: Vec<RowError> = answer.get("errors").map(|errors| read_tree(errors, "errors")).transpose()?.unwrap_or_default();
            before = (count(&answer, "done"), count(&answer, "refused"));
            is_broken_off |= watch(&FileProgress { done: before.0, refused: before.1, errors: &errors }).is_break();
            digests.push(answer.get("digest").and_then(Tree::as_text).unwrap_or_default().to_owned());
            after = answer.get("next").cloned();
            if last || after.is_none() || is_broken_off {
                return Ok(FileDone { answer, digests, is_broken_off });
            }
        }
    }
}

/// The arguments of a piece.
fn arguments(call: &FileCall<'_>, csv: String, last: bool, after: Option<Tree>, number: usize) -> Result<Tree, Error> {
    let mut args = grow(call.args, "args")?;
    let Tree::Object(fields) = &mut args else { return Err(Error::invalid("args", "is not a JSON object")) };
    let digest = call.digests.get(number).map(|digest| ("digest", Tree::from(digest.as_str())));
    let own = [("csv", Tree::from(csv)), ("last", Tree::Bool(last))];
    for (name, value) in own.into_iter().chain(after.map(|after| ("after", after))).chain(digest) {
        fields.push((name.to_owned(), value));
    }
    Ok(args)
}

/// The bytes of a file, as text piece by piece.
struct Bytes<'s> {
    source: &'s mut dyn Read,
    /// Read and not sent: more lines than a piece has, and a character whose end has not come.
    held: Vec<u8>,
    before: u64,
    has_ended: bool,
}

impl Bytes<'_> {
    /// The next piece, and whether the file ends with it.
    fn next_piece(&mut self) -> Result<(String, bool), FileError> {
        let mut filled = self.held.len();
        self.held.resize(PIECE_BYTES, 0);
        while filled < PIECE_BYTES && !self.has_ended {
            match self.source.read(self.held.get_mut(filled..).unwrap_or_default()) {
                Ok(0) => self.has_ended = true,
                Ok(more) => filled += more,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error.into()),
            }
        }
        self.held.truncate(filled);
        let text = first_lines(decode(&self.held, self.before, self.has_ended)?).to_owned();
        self.held.drain(..text.len());
        self.before += as_count(text.len());
        Ok((text, self.has_ended && self.held.is_empty()))
    }
}

/// A text up to the last line that fits a piece.
fn first_lines(text: &str) -> &str {
    let bytes = text.as_bytes();
    let mut ends = (0..bytes.len()).filter(|at| match bytes.get(*at) {
        Some(b'\n') => true,
        // Alone, it ends a line too.
        Some(b'\r') => bytes.get(at + 1) != Some(&b'\n'),
        _ => false,
    });
    let end = ends.nth(PIECE_LINES - 1);
    end.and_then(|end| text.get(..=end)).unwrap_or(text)
}

fn as_count(number: usize) -> u64 {
    u64::try_from(number).unwrap_or(u64::MAX)
}

fn count(answer: &Tree, name: &str) -> u64 {
    if let Some(Tree::Count(count)) = answer.get(name) { *count } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gather::Gather;
    use crate::id::{CustomerId, Id, Slug};
    use crate::memory::Memory;
    use crate::{customer, membership};

    fn shop() -> (Loyalty<Memory>, Context) {
        let at = "2026-01-01T10:00:00Z".parse().unwrap();
        let context = Context::agent(Id::new("maria").unwrap(), vec![Slug::new("admin").unwrap()], at, "sixteen bytes or more");
        let loyalty = Loyalty::new(Memory::new());
        for id in ["c-0", "c-1", "c-2"] {
            let id = CustomerId::new(id).unwrap();
            loyalty.run(&customer::Create::new(id.clone()), &context).unwrap();
            loyalty.run(&membership::Enroll::new(id), &context).unwrap();
        }
        (loyalty, context)
    }

    /// A file that comes in dribs, of a few pieces, one row of which is wrong.
    struct Drips(Vec<u8>, usize);

    impl Read for Drips {
        fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
            let rest = &self.0[self.1..];
            let size = rest.len().min(into.len()).min(999);
            into[..size].copy_from_slice(&rest[..size]);
            self.1 += size;
            Ok(size)
        }
    }

    fn file() -> Drips {
        let row = |number: u32| match number {
            77 => "c-1,1e3,é\n".to_owned(),
            _ => format!("c-{},{number},\"{}\"\n", number % 3, "é".repeat(30)),
        };
        let rows: String = (2..4_500).map(row).collect();
        Drips(format!("\u{feff}customer,amount,reason\n{rows}").into_bytes(), 0)
    }

    // rules B1, B2
    #[test]
    fn a_file_goes_through_both_runs_in_pieces() {
        let (loyalty, context) = shop();
        let (mut told, mut errors) = (Vec::new(), Vec::new());
        let args = r#"{"batch":"b-1","type":"points"}"#;
        let call = FileCall { op: "bulk.adjust", args, preview: true, digests: &[] };
        let dry = loyalty.send_file(&call, &context, &mut file(), &mut |progress| {
            errors.extend_from_slice(progress.errors);
            ControlFlow::Continue(())
        });
        let dry = dry.unwrap();
        assert!(dry.digests.len() > 2, "{}", dry.digests.len());
        assert_eq!(
            (errors.len(), errors[0].row, errors[0].column.as_deref(), errors[0].value.as_deref()),
            (1, 77, Some("amount"), Some("1e3"))
        );
        let plan = dry.answer.get("file_plan").and_then(Tree::as_text).unwrap();
        let args = format!(r#"{{"batch":"b-1","type":"points","file_plan":"{plan}"}}"#);
        let call = FileCall { op: "bulk.adjust", args: &args, preview: false, digests: &dry.digests };
        let done = loyalty.send_file(&call, &context, &mut file(), &mut |progress| {
            told.push((progress.done, progress.refused));
            if told.len() == 3 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        });
        let done = done.unwrap();
        assert!(done.is_broken_off && told[2].0 < 4_497, "{told:?}");
        let again = loyalty.send_file(&call, &context, &mut file(), &mut |_| ControlFlow::Continue(())).unwrap();
        assert!(!again.is_broken_off);
        for name in ["done", "refused", "totals"] {
            assert_eq!(again.answer.get(name), dry.answer.get(name), "{name}");
        }
        assert_eq!(again.answer.get("state").and_then(Tree::as_text), Some("done"));
    }

    // rules B1, B2
    #[test]
    fn a_file_of_many_short_rows_goes_through() {
        let (loyalty, context) = shop();
        for end in ["\n", "\r\n", "\r"] {
            let rows: String = (0..25_000).map(|row| format!("c-{},1{end}", row % 3)).collect();
            let args = r#"{"batch":"b-1","type":"points","reason":"x"}"#;
            let call = FileCall { op: "bulk.adjust", args, preview: true, digests: &[] };
            let mut file = Drips(format!("customer,amount{end}{rows}").into_bytes(), 0);
            let dry = loyalty.send_file(&call, &context, &mut file, &mut |_| ControlFlow::Continue(())).unwrap();
            assert_eq!((count(&dry.answer, "done"), dry.answer.get("file_plan").is_some()), (25_000, true), "{end:?}");
        }
    }

    // rule B1
    #[test]
    fn a_file_that_changed_between_the_runs_is_refused_where_it_differs() {
        let (loyalty, context) = shop();
        let args = r#"{"batch":"b-1","type":"points"}"#;
        let call = FileCall { op: "bulk.adjust", args, preview: true, digests: &[] };
        let dry = loyalty.send_file(&call, &context, &mut file(), &mut |_| ControlFlow::Continue(())).unwrap();
        let args =
            format!(r#"{{"batch":"b-1","type":"points","file_plan":"{}"}}"#, dry.answer.get("file_plan").and_then(Tree::as_text).unwrap());
        let call = FileCall { op: "bulk.adjust", args: &args, preview: false, digests: &dry.digests };
        let mut other = file();
        let last = other.0.iter().rposition(|byte| *byte == b'9').unwrap();
        other.0[last] = b'8';
        let error = loyalty.send_file(&call, &context, &mut other, &mut |_| ControlFlow::Continue(())).unwrap_err().to_string();
        assert!(error.contains("args.digest: is of another file"), "{error}");
        assert!(error.contains("may be done, 'bulk.reverse' takes them back"), "{error}");
        let latin = Drips(b"customer,amount\nJos\xe9,1\n".to_vec(), 0);
        let texts = [latin, Drips(b"\xff\xfec\0".to_vec(), 0)]
            .map(|mut wrong| loyalty.send_file(&call, &context, &mut wrong, &mut |_| ControlFlow::Continue(())).unwrap_err().to_string());
        assert!(texts[0].contains("Windows-1252") && texts[1].contains("UTF-16"), "{}", texts.iter().joined(" "));
    }
}
