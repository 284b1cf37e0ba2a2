//! The plan token: a digest of a request and of what it would do, without what differs from one run to the next.

use serde_json::Value;
use serde_json::value::RawValue;
use sha2::{Digest, Sha256};

use crate::error::Error;
use crate::hex::hex;
use crate::receipt::Receipt;

/// Fields that say when something was recorded, or that are random: the same outcome a minute later has others.
const VOLATILE: &[&str] = &[
    "recorded_at",
    "effective_at",
    "held_until",
    "since",
    "changed_at",
    "created_at",
    "updated_at",
    "enrolled_at",
    "last_login_at",
    "set_at",
    "leased_until",
    "code",
    "token",
    "messages",
];

/// The token of a receipt for a request.
///
/// # Errors
/// `internal` when the receipt cannot be read.
pub(super) fn token(request: &[u8; 32], receipt: &Receipt<Box<RawValue>>) -> Result<String, Error> {
    let mut value = serde_json::to_value(receipt).map_err(Error::internal)?;
    strip(&mut value);
    let mut hash = Sha256::new();
    hash.update(request);
    hash.update(value.to_string());
    Ok(hex(&hash.finalize()))
}

fn strip(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            // How far lots are extended after a suspension depends on the second in which it ends.
            if fields.get("kind").is_some_and(|kind| kind == "extend") {
                fields.remove("lots");
            }
            fields.retain(|name, _| !VOLATILE.contains(&name.as_str()));
            fields.values_mut().for_each(strip);
        }
        Value::Array(items) => items.iter_mut().for_each(strip),
        _ => {}
    }
}
