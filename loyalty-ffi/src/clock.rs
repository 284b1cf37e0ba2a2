//! What the host may leave out of a context: the time and the randomness. The core has neither; a server has both.

use std::borrow::Cow;
use std::time::{SystemTime, UNIX_EPOCH};

use loyalty_core::time::Timestamp;
use serde::Deserialize;
use serde::de::IgnoredAny;
use serde_json::{Map, Value};

/// What a context says of the two.
#[derive(Deserialize)]
struct Given {
    #[serde(default)]
    at: Option<IgnoredAny>,
    #[serde(default)]
    entropy: Option<IgnoredAny>,
}

/// The time by the machine's clock.
pub(crate) fn now() -> Timestamp {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    Timestamp::from_micros(i64::try_from(since.as_micros()).unwrap_or(i64::MAX))
}

/// 32 fresh random bytes as text; nothing when the machine has none to give, and then commands are refused.
pub(crate) fn entropy() -> Option<String> {
    let mut bytes = [0; 32];
    getrandom::fill(&mut bytes).ok()?;
    Some(loyalty_core::hex::hex(&bytes))
}

/// The context with `at` and `entropy` filled in where they are absent or null. What is no JSON object is left for the core to refuse.
pub(crate) fn fill(context: &str) -> Cow<'_, str> {
    match serde_json::from_str::<Given>(context) {
        Ok(Given { at: Some(_), entropy: Some(_) }) | Err(_) => Cow::Borrowed(context),
        Ok(_) => match serde_json::from_str::<Map<String, Value>>(context) {
            Ok(mut fields) => {
                fields.retain(|name, value| !(value.is_null() && ["at", "entropy"].contains(&name.as_str())));
                fields.entry("at").or_insert_with(|| Value::String(String::from(now())));
                if let Some(entropy) = entropy() {
                    fields.entry("entropy").or_insert(Value::String(entropy));
                }
                Cow::Owned(Value::Object(fields).to_string())
            }
            Err(_) => Cow::Borrowed(context),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_absent_is_filled_in() {
        let whole = r#"{"actor":{"id":"maria","kind":"agent"},"at":"2026-11-22T10:00:00Z","entropy":"sixteen bytes or more"}"#;
        assert!(matches!(fill(whole), Cow::Borrowed(same) if same == whole));
        for text in ["", "[]", "7", "{", r#"["2026"]"#] {
            assert_eq!(fill(text), text);
        }
        for text in [r#"{"actor":{}}"#, r#"{"at":null,"entropy":null}"#, "{}"] {
            let filled: Value = serde_json::from_str(&fill(text)).unwrap();
            assert!(filled["at"].as_str().unwrap().ends_with('Z'), "{filled}");
            assert_eq!(filled["entropy"].as_str().unwrap().len(), 64);
        }
    }

    #[test]
    fn randomness_is_fresh_each_time() {
        assert_ne!(entropy(), entropy());
    }
}
