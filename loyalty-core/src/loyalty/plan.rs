//! The plan token: a digest of a request and of what it would do, without what differs from one run to the next.

use crate::digest::Digest;
use crate::hex::hex;
use crate::json::{self, Raw, Tree};
use crate::receipt::Receipt;

/// Fields that say when something was recorded, or that are random: the same outcome a minute later has others.
const VOLATILE: &[&str] = &[
    "recorded_at",
    "effective_at",
    "held_until",
    "issued_at",
    "since",
    "changed_at",
    "created_at",
    "removed_at",
    "updated_at",
    "used_at",
    "enrolled_at",
    "last_login_at",
    "set_at",
    "leased_until",
    "valid_until",
    "code",
    "last_four",
    "token",
    "messages",
];

/// The token of a receipt for a request.
pub(super) fn token(request: &[u8; 32], receipt: &Receipt<Raw>) -> String {
    let mut tree = json::tree(receipt);
    strip(&mut tree);
    let mut digest = Digest::new();
    digest.take(request);
    digest.take(json::text(&tree).as_bytes());
    hex(&digest.end())
}

fn strip(tree: &mut Tree) {
    // How far lots are extended after a suspension depends on the second in which it ends.
    let extends = tree.get("kind").and_then(Tree::as_text) == Some("extend");
    match tree {
        Tree::Object(fields) => {
            fields.retain(|(name, _)| !(VOLATILE.contains(&name.as_str()) || extends && name == "lots"));
            fields.iter_mut().for_each(|(_, value)| strip(value));
        }
        Tree::List(items) => items.iter_mut().for_each(strip),
        _ => {}
    }
}
