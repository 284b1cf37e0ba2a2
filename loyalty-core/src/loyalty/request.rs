//! The JSON door: request and context in, answer out. The request may come from a browser; the context never does.

use super::door::{Door, Options};
use super::session::{Session, Watch, run_batch, unwatched};
use crate::catalogue::{self, Reader};
use crate::context::Context;
use crate::error::{Error, Reason};
use crate::gather::Gather;
use crate::id::{CustomerId, Id};
use crate::json::{self, Json, Raw, Tree, depth, grow, read_text, read_tree};
use crate::limits::{BATCH_MAX, DEPTH_MAX, REQUEST_BYTES_MAX};
use crate::operation::{BatchJob, Job, Kind};
use crate::receipt::Receipt;

/// A request as it comes in.
#[derive(Json)]
#[serde(deny_unknown_fields)]
struct Request {
    op: String,
    /// Taken out before: what they are depends on the operation.
    #[serde(default, rename = "args")]
    _args: Option<Tree>,
    #[serde(default)]
    idempotency_key: Option<Id>,
    #[serde(default)]
    if_version: Option<u64>,
    #[serde(default)]
    preview: bool,
    #[serde(default)]
    plan: Option<Id>,
}

/// An answer as it goes out.
#[derive(Json)]
struct Ok<T> {
    ok: T,
    /// Of a query that named a merged id: the survivor about whom the answer is. A command's receipt says it itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    redirected_to: Option<CustomerId>,
}

/// A request that was read.
struct Read {
    work: Work,
    options: Options,
    context: Context,
}

enum Work {
    One(Box<dyn Job>),
    Many(Box<dyn BatchJob>),
}

/// Executes one request.
pub(super) fn execute(door: &Door<'_>, request: &str, context: &str, watch: &mut Watch<'_>) -> String {
    let answer = read(request, context).and_then(|read| match &read.work {
        Work::One(job) => Result::Ok(write(job.kind(), door.submit(job.as_ref(), &read.options, &read.context)?)),
        Work::Many(batch) => Result::Ok(json::text(&done(&run_batch(door, batch.as_ref(), &read.options, &read.context, watch)?))),
    });
    answer.unwrap_or_else(|error| error.to_json().to_string())
}

/// Executes many requests with one durable commit. Batches among them run by themselves, after what stands before them.
pub(super) fn execute_batch(door: &Door<'_>, requests: &[(&str, &str)]) -> Vec<String> {
    if requests.len() > BATCH_MAX {
        let error = Error::limit_exceeded("requests of one batch", BATCH_MAX, requests.len());
        return vec![error.to_json().to_string(); requests.len()];
    }
    let read: Vec<Result<Read, Error>> = requests.iter().map(|(request, context)| read(request, context)).gather();
    let mut session = Session::new(door);
    let _each_asks_otherwise = session.read_ahead(read.iter().filter_map(|read| match read {
        Result::Ok(Read { work: Work::One(job), options, context }) => Some((job.as_ref(), options, context)),
        _ => None,
    }));
    let mut whole = Vec::new();
    for (number, read) in read.iter().enumerate() {
        match read {
            Err(_) => session.push(Err(Reason::Busy.into())),
            Result::Ok(Read { work: Work::One(job), options, context }) => session.submit(job.as_ref(), options, context),
            Result::Ok(Read { work: Work::Many(batch), options, context }) => {
                session.flush();
                whole.push((number, run_batch(door, batch.as_ref(), options, context, &mut unwatched)));
                session.push(Err(Reason::Busy.into()));
            }
        }
    }
    let mut answers: Vec<String> = Vec::with_capacity(read.len());
    for (outcome, read) in session.finish().into_iter().zip(&read) {
        let text = match read {
            Err(error) => Err(error.to_json().to_string()),
            Result::Ok(Read { work: Work::One(job), .. }) => {
                outcome.map(|receipt| write(job.kind(), receipt)).map_err(|error| error.to_json().to_string())
            }
            Result::Ok(Read { work: Work::Many(_), .. }) => Result::Ok(String::new()),
        };
        answers.push(text.unwrap_or_else(|error| error));
    }
    for (number, outcome) in whole {
        if let Some(slot) = answers.get_mut(number) {
            *slot = outcome.map_or_else(|error| error.to_json().to_string(), |result| json::text(&done(&result)));
        }
    }
    answers
}

fn read(request: &str, context: &str) -> Result<Read, Error> {
    for (name, text) in [("request", request), ("context", context)] {
        if text.len() > REQUEST_BYTES_MAX {
            return Err(Error::invalid(name, format_args!("is longer than {REQUEST_BYTES_MAX} bytes")));
        }
        // A list would be read as an object's fields in their order: a host that looks at names would see nothing.
        if !text.trim_start().starts_with('{') {
            return Err(Error::invalid(name, "is not a JSON object"));
        }
        if depth(text) > DEPTH_MAX {
            return Err(Error::invalid(name, format_args!("has more than {DEPTH_MAX} levels")));
        }
    }
    let mut request = grow(request, "request")?;
    let args = take_args(&mut request)?;
    let request: Request = read_tree(&request, "").map_err(name_request)?;
    let context: Context = read_text(context, "context")?;
    let described = catalogue::find(&request.op)?;
    let work = match described.read {
        Reader::One(read) => Work::One(read(&args)?),
        Reader::Many(read) => Work::Many(read(&args)?),
    };
    let options = Options {
        idempotency_key: request.idempotency_key,
        if_version: request.if_version,
        preview: request.preview,
        plan: request.plan.map(String::from),
    };
    Result::Ok(Read { work, options, context })
}

/// Takes the arguments out of a request; without them, there are none.
fn take_args(request: &mut Tree) -> Result<Tree, Error> {
    let none = Tree::Object(Vec::new());
    let Tree::Object(fields) = request else { return Ok(none) };
    let Some((_, place)) = fields.iter_mut().find(|(name, _)| name == "args") else { return Ok(none) };
    match std::mem::replace(place, Tree::Null) {
        args @ Tree::Object(_) => Ok(args),
        Tree::Null => Ok(none),
        // PHP writes an empty map as an empty list.
        Tree::List(items) if items.is_empty() => Ok(none),
        _ => Err(Error::invalid("args", "is not a JSON object")),
    }
}

/// A mistake of the request as a whole has no path of its own.
fn name_request(error: Error) -> Error {
    match error.reason() {
        Reason::InvalidRequest { path, problem } if path.is_empty() => Error::invalid("request", problem),
        _ => error,
    }
}

/// A batch answers with its result alone.
fn done(result: &Raw) -> Ok<Raw> {
    Ok { ok: result.clone(), redirected_to: None }
}

/// A query answers with its result alone, a command with the whole receipt.
fn write(kind: Kind, receipt: Receipt<Raw>) -> String {
    if kind == Kind::Query {
        // The result, and an id around it.
        let bytes = receipt.result.get().len() + 64;
        json::text_of_about(&Ok { ok: receipt.result, redirected_to: receipt.redirected_to }, bytes)
    } else {
        json::text(&Ok { ok: receipt, redirected_to: None })
    }
}

#[cfg(test)]
mod tests {
    use crate::loyalty::Loyalty;
    use crate::memory::Memory;

    #[test]
    fn a_mistake_of_the_whole_request_is_named_too() {
        let loyalty = Loyalty::new(Memory::new());
        for text in ["", "[", "{\"op\":\"x\"} more", "7"] {
            let answer: serde_json::Value = serde_json::from_str(&loyalty.execute(text, "{}")).unwrap();
            assert_eq!(answer["error"]["details"]["path"], "request", "{text}: {answer}");
        }
    }
}
