//! `docs/errors.md`: every error code, with what it means, whether to ask again, and what it looks like.

use loyalty_core::error::{CODES, Error, Reason, Retry, StorageError};

use super::examples::{Examples, laid_out};
use super::{cell, heading};

/// The page.
pub fn page() -> String {
    let examples = Examples::read();
    let mut page = heading("Errors", "loyalty-core/src/error.rs and tests/golden");
    page += "A refused request has changed nothing, unless the code is `outcome_unknown`. The code is stable and is what programs look at; the message is\n\
        for people and may be worded better in a later release; `details` are the facts. `retry` says whether asking again makes sense: `never`, the\n\
        answer will be the same; `same_key`, ask again with the same idempotency key; `later`.\n\n";
    page += "| code | when | retry |\n|---|---|---|\n";
    for (code, when) in CODES {
        page += &format!("| `{code}` | {} | {} |\n", cell(when), retry(code).name());
    }
    page += "\nWhat they look like, in lines of the golden scenarios:\n\n";
    for (code, _) in CODES {
        if let Some((story, line)) = examples.of_code(code) {
            page += &format!("## {code}\n\n`{}`, [{}](../tests/golden/{}): {}\n\n", line.operation(), story.name, story.name, line.does);
            page += &format!("```json\n{}\n```\n\n", laid_out(&line.answer));
        }
    }
    page.trim_end().to_owned() + "\n"
}

/// Whether a code asks for another try: those of the storage and of races do.
fn retry(code: &str) -> Retry {
    let again = [
        Error::from(StorageError::failed("")),
        Error::from(StorageError::unknown("")),
        Error::from(StorageError::busy("")),
        Reason::Busy.into(),
    ];
    again.iter().find(|error| error.code() == code).map_or(Retry::Never, Error::retry)
}
