//! What a desk is told it can do, held to what happens when it does: the story `actions.jsonl` asks in every state of membership what can be done, and then
//! previews every action.

use std::collections::BTreeMap;

use loyalty_core::action::ACTIONS;
use loyalty_core::membership::STATES;
use serde_json::Value;

use super::{Line, Story, parsed};

/// The story.
pub const STORY: &str = "actions.jsonl";

/// What is not as the desk was told, and which pairs of state and action are not there.
pub fn broken(story: &Story) -> Vec<String> {
    let mut told: BTreeMap<String, Value> = BTreeMap::new();
    let mut found = Vec::new();
    let mut tried = 0;
    for line in &story.lines {
        // A line says "state: what it does".
        let Some((state, _)) = line.does.split_once(": ") else { continue };
        let (request, answer) = (parsed(&line.request), parsed(&line.answer));
        if line.does.ends_with("what the desk is told") {
            told.insert(state.to_owned(), answer);
        } else if request["preview"] == true {
            tried += 1;
            let offers = told.get(state).cloned().unwrap_or_default();
            found.extend(difference(line, &offers).map(|why| format!("{}: {why}", line.place(story))));
        }
    }
    let wanted = ACTIONS.len() * STATES.len();
    let missing = wanted.saturating_sub(tried);
    found.extend((0..missing).map(|_| format!("{} has {tried} of {wanted} pairs of state and action", story.name)));
    found
}

/// Where an action answers otherwise than the desk was told. What it is told depends on right and state; what an action is refused for beyond that
/// depends on its arguments.
fn difference(line: &Line, told: &Value) -> Option<String> {
    let operation = line.operation();
    // Of a merged id it is told what can be done with the survivor; these mean the id itself.
    let means_the_id = operation.starts_with("membership.") || operation.starts_with("merge.") || operation == "customer.delete";
    if told["redirected_to"].is_string() && means_the_id {
        return None;
    }
    let offer = told["ok"]["actions"].as_array()?.iter().find(|offer| offer["operation"] == operation.as_str())?;
    match (offer["available"] == true, line.code()) {
        (true, Some(code)) if ["invalid_transition", "forbidden", "blocked"].contains(&code.as_str()) => {
            Some(format!("{operation} is offered, and refused with {code}"))
        }
        (false, None) => Some(format!("{operation} is not offered, and done")),
        (false, Some(code)) if code != "not_found" && offer["code"] != code.as_str() => {
            Some(format!("{operation} is said to be refused with {}, and is with {code}", offer["code"]))
        }
        _ => None,
    }
}
