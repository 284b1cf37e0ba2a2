//! What a desk is told it can do, held to what happens when it does: the story `actions.jsonl` asks in every state of membership what can be done, and then
//! previews every action.

use std::collections::BTreeMap;

use loyalty_core::action::ACTIONS;
use loyalty_core::membership::STATES;
use serde_json::Value;

use super::{Execute, Story, parsed};

/// The story.
pub const STORY: &str = "actions.jsonl";

/// How many are told in each state: the desk, support, and the customer.
pub const TOLD: usize = 3;

/// What is not as somebody was told, and which pairs of state and action are not there. The answers to the desk stand in the story; support and the customer,
/// who were told too, try the same.
pub fn broken(story: &Story, execute: &mut Execute<'_>) -> Vec<String> {
    // By state, who was told what: the context in which they ask, and the answer.
    let mut told: BTreeMap<String, Vec<(&str, Value)>> = BTreeMap::new();
    let (mut found, mut tried) = (Vec::new(), 0);
    for line in &story.lines {
        execute(&line.request, &line.context);
        // A line says "state: what it does".
        let Some((state, _)) = line.does.split_once(": ") else { continue };
        if line.does.ends_with(" told") {
            told.entry(state.to_owned()).or_default().push((&line.context, parsed(&line.answer)));
        } else if parsed(&line.request)["preview"] == true {
            for (context, offers) in told.get(state).into_iter().flatten() {
                tried += 1;
                let answer = if *context == line.context { line.answer.clone() } else { execute(&line.request, context) };
                let why = difference(&line.operation(), &parsed(&answer), offers);
                found.extend(why.map(|why| format!("{}: {why}; {context}", line.place(story))));
            }
        }
    }
    let wanted = ACTIONS.len() * STATES.len() * TOLD;
    let missing = wanted.saturating_sub(tried);
    found.extend((0..missing).map(|_| format!("{} has {tried} of {wanted} triples of state, action and actor", story.name)));
    found
}

/// Where an action answers otherwise than the desk was told. What it is told depends on right and state; what an action is refused for beyond that
/// depends on its arguments.
fn difference(operation: &str, answer: &Value, told: &Value) -> Option<String> {
    let code = answer["error"]["code"].as_str();
    // Of a merged id it is told what can be done with the survivor; these mean the id itself.
    let means_the_id = operation.starts_with("membership.") || operation.starts_with("merge.") || operation == "customer.delete";
    if told["redirected_to"].is_string() && means_the_id {
        return None;
    }
    let offer = told["ok"]["actions"].as_array()?.iter().find(|offer| offer["operation"] == operation)?;
    match (offer["available"] == true, code) {
        (true, Some(code)) if ["invalid_transition", "forbidden", "blocked"].contains(&code) => {
            Some(format!("{operation} is offered, and refused with {code}"))
        }
        (false, None) => Some(format!("{operation} is not offered, and done")),
        (false, Some(code)) if !["not_found", "invalid_request"].contains(&code) && offer["code"] != code => {
            Some(format!("{operation} is said to be refused with {}, and is with {code}", offer["code"]))
        }
        _ => None,
    }
}
