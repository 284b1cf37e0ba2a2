//! Text from the bytes of a file: UTF-8, and nothing else.

use crate::error::Error;

/// The text at the beginning of these bytes, of which `before` stood in front in the file. The bytes of a character that is not whole yet are left
/// for the next piece, unless this is the `last`.
///
/// # Errors
/// `invalid_request` for another encoding, by its name where it can be told.
pub fn decode(bytes: &[u8], before: u64, last: bool) -> Result<&str, Error> {
    if before == 0 && (bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff])) {
        return Err(refuse("is UTF-16"));
    }
    let (whole, wrong) = match std::str::from_utf8(bytes) {
        Ok(text) => (text, None),
        Err(error) => {
            let (good, rest) = bytes.split_at(error.valid_up_to());
            (
                std::str::from_utf8(good).unwrap_or_default(),
                error.error_len().map_or(last, |_| true).then(|| rest.first().copied()).flatten(),
            )
        }
    };
    if let Some(byte) = wrong {
        let place = before + u64::try_from(whole.len()).unwrap_or(u64::MAX);
        return Err(refuse(&format!("is not UTF-8, but perhaps Windows-1252 or ISO 8859-1: byte {place} is 0x{byte:02x}")));
    }
    check(whole)?;
    Ok(whole)
}

/// Refuses text that was read in another encoding than its own: what comes through JSON is Unicode by now, but may not have been before.
pub(super) fn check(text: &str) -> Result<(), Error> {
    if text.contains('\0') {
        return Err(refuse("is UTF-16 or binary: it has characters U+0000"));
    }
    if text.contains('\u{fffd}') {
        return Err(refuse("was read in another encoding than its own: it has characters U+FFFD"));
    }
    Ok(())
}

fn refuse(problem: &str) -> Error {
    Error::invalid("args.csv", format_args!("{problem}; save the file as CSV in UTF-8 and send that"))
}
