//! The hand-written statements write what the engine writes, one by one and in batches: otherwise they are no baseline.

use serde_json::Value;

use super::engine;
use crate::baseline::ByHand;
use crate::check::same_tables;
use crate::work::{commands, credits};

const CUSTOMERS: usize = 7;
const CREDITS: usize = 50;

/// Runs the same credits on both sides and compares the receipts and all rows of all tables. They are credits of a few customers of those
/// that both sides have, so that a batch has several of each.
pub(super) fn check<H: ByHand>(url: &str) -> Result<(), String> {
    let (ours, theirs) = (engine(url, "ours_", 1), engine(url, "hand_", 1));
    let told = |error: Box<dyn std::error::Error>| error.to_string();
    let mut hand = H::connect(url).map_err(told)?;
    let (singles, together) = (credits(CUSTOMERS, 0, CREDITS), credits(CUSTOMERS, CREDITS, CREDITS));
    let mut receipts = Vec::new();
    for credit in &singles {
        receipts.push(hand.adjust(credit).map_err(told)?);
    }
    receipts.extend(hand.batch(&together).map_err(told)?);
    let mut answers = Vec::new();
    for (adjust, options, context) in &commands(&singles) {
        answers.push(ours.submit(adjust, options, context));
    }
    answers.extend(ours.run_all(&commands(&together)));
    for (receipt, answer) in receipts.iter().zip(answers) {
        let answer = serde_json::json!(loyalty_core::json::tree(&answer.map_err(|error| error.to_string())?));
        if serde_json::from_str::<Value>(receipt).ok().as_ref() != Some(&answer) {
            return Err(format!("by hand the answer is {receipt}, the engine's {answer}"));
        }
    }
    // Both know a repeated request.
    let again = hand.adjust(&singles[0]).map_err(told)?;
    if !again.contains(&receipts[0]) {
        return Err(format!("by hand a repeated request is answered {again}"));
    }
    same_tables(ours.repository(), theirs.repository())
}
