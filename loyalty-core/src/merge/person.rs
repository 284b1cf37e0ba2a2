//! What describes a person, and how a merge is taken out of it again: what was edited since stays (rule G9). Pure.

use crate::customer::Customer;
use crate::error::Error;
use crate::gather::Gather;
use crate::json::{Tree, read_tree, tree};

/// The fields of a customer that describe the person.
const PERSON: [&str; 4] = ["created_at", "profile", "preferences", "last_login_at"];

/// Where something was not taken back, as a path in the customer.
pub type Kept = Vec<String>;

/// What describes a person, without the versions, which only rise.
pub fn person(customer: &Customer) -> Tree {
    let whole = tree(customer);
    let without_version = |value: &Tree| match value {
        Tree::Object(fields) => Tree::Object(fields.iter().filter(|(name, _)| name != "version").cloned().gather()),
        other => other.clone(),
    };
    let fields = PERSON.iter().filter_map(|name| whole.get(name).map(|value| ((*name).to_owned(), without_version(value))));
    Tree::Object(fields.gather())
}

/// Puts what describes a person into a customer. The version of what is different then rises.
///
/// # Errors
/// `internal` when it does not fit.
pub fn set_person(customer: &mut Customer, person: &Tree) -> Result<(), Error> {
    let Tree::Object(mut fields) = tree(customer) else { return Err(Error::internal("a customer is no object")) };
    fields.retain(|(name, _)| !PERSON.contains(&name.as_str()));
    let Tree::Object(new) = person else { return Err(Error::internal("a person is no object")) };
    fields.extend(new.iter().cloned());
    let mut changed: Customer = read_tree(&Tree::Object(fields), "customer")?;
    // Without their versions, both have none here: they are compared as they are.
    let (profile, preferences) = (customer.profile.version, customer.preferences.version);
    (customer.profile.version, customer.preferences.version) = (0, 0);
    changed.profile.version = profile + u64::from(changed.profile != customer.profile);
    changed.preferences.version = preferences + u64::from(changed.preferences != customer.preferences);
    *customer = changed;
    Ok(())
}

/// Those of two trees' parts that differ: nothing where there are none.
pub fn changed(before: &Tree, after: &Tree) -> (Tree, Tree) {
    let (Tree::Object(own), Tree::Object(new)) = (before, after) else { return (before.clone(), after.clone()) };
    let (mut old_parts, mut new_parts) = (Vec::new(), Vec::new());
    for name in names(own, new) {
        match (before.get(&name), after.get(&name)) {
            (old, new) if old == new => {}
            (Some(old), Some(new)) if has_parts(old) && has_parts(new) => {
                let (old, new) = changed(old, new);
                old_parts.push((name.clone(), old));
                new_parts.push((name, new));
            }
            (old, new) => {
                old_parts.extend(old.map(|old| (name.clone(), old.clone())));
                new_parts.extend(new.map(|new| (name, new.clone())));
            }
        }
    }
    (Tree::Object(old_parts), Tree::Object(new_parts))
}

/// What stands now with a change taken out again: what is still as the change left it is as it was before, what was edited since stays and is noted.
pub fn restored(before: &Tree, after: &Tree, now: &Tree, path: &str, kept: &mut Kept) -> Tree {
    let (Tree::Object(old), Tree::Object(new), Tree::Object(fields)) = (before, after, now) else { return now.clone() };
    let mut fields = fields.clone();
    for name in names(old, new) {
        let place = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
        let value = match (before.get(&name), after.get(&name), now.get(&name)) {
            (Some(old), Some(new), Some(now)) if has_parts(old) && has_parts(new) && has_parts(now) => {
                Some(restored(old, new, now, &place, kept))
            }
            (old, new, now) if new == now => old.cloned(),
            (_, _, now) => {
                kept.push(place);
                now.cloned()
            }
        };
        fields.retain(|(other, _)| *other != name);
        fields.extend(value.map(|value| (name, value)));
    }
    Tree::Object(fields)
}

/// Whether an object is looked at field by field. A decision about mail is one thing, with who made it when.
fn has_parts(tree: &Tree) -> bool {
    matches!(tree, Tree::Object(_)) && tree.get("opted_in").is_none()
}

/// The names of the fields of two objects, each once.
fn names(one: &[(String, Tree)], other: &[(String, Tree)]) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for (name, _) in one.iter().chain(other) {
        if !names.contains(name) {
            names.push(name.clone());
        }
    }
    names
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    // rule G9
    #[test]
    fn what_was_edited_since_stays() {
        let before = Tree::from(json!({ "at": "1", "profile": { "a": "own", "b": "own", "c": "own" } }));
        let after = Tree::from(json!({ "at": "0", "profile": { "a": "new", "b": "new", "c": "own", "d": "new" } }));
        let (old, new) = changed(&before, &after);
        assert_eq!(json!(old), json!({ "at": "1", "profile": { "a": "own", "b": "own" } }));
        assert_eq!(json!(new), json!({ "at": "0", "profile": { "a": "new", "b": "new", "d": "new" } }));
        let mut kept = Vec::new();
        let back = |now: &Tree, kept: &mut Kept| json!(restored(&old, &new, now, "", kept));
        assert_eq!(back(&after, &mut kept), json!(before));
        let now = Tree::from(json!({ "at": "0", "profile": { "a": "edited", "b": "new", "c": "edited", "d": "new" } }));
        assert_eq!(back(&now, &mut kept), json!({ "at": "1", "profile": { "a": "edited", "b": "own", "c": "edited" } }));
        assert_eq!(kept, ["profile.a"]);
    }
}
