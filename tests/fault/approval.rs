//! A command above a limit, with every fault at every call: whatever failed on the way, the repetition finds one request, and nothing was given
//! (rules P2, L10).

use std::sync::Arc;

use loyalty_core::memory::Memory;
use loyalty_tests::golden::engine;

use crate::faulty::{Fault, Faulty, Plan};
use crate::scenario::{ABOVE, DESK, WAITING};
use crate::story::{ask, context, desk, dump, request};

const NOW: &str = "2026-03-01T10:00:00Z";

/// A shop in which `sam` has asked for nothing yet.
fn shop() -> Arc<Faulty> {
    let faulty = Arc::new(Faulty::new(Arc::new(Memory::new())));
    let before = WAITING.split_last().unwrap().1;
    for (number, step) in before.iter().enumerate() {
        let answer = ask(&engine(Arc::clone(&faulty)), &request(*step, None), &context(NOW, &number.to_string()));
        assert!(answer.get("ok").is_some(), "{answer}");
    }
    faulty
}

/// Plays one fault; whether it came.
fn play(plan: Plan, key: Option<&str>) -> bool {
    let faulty = shop();
    let (loyalty, wish) = (engine(Arc::clone(&faulty)), request((ABOVE.0.strip_prefix(DESK).unwrap(), ABOVE.1), key));
    faulty.arm(plan);
    let first = ask(&loyalty, &wish, &desk(NOW, "first"));
    let came = faulty.disarm();
    // The last commit is the line in the log of refusals, which is the answer's affair no more.
    let expected = ["approval_required", "storage_failed", "busy", "outcome_unknown"];
    let code = first["error"]["code"].as_str().unwrap().to_owned();
    assert!(expected.contains(&code.as_str()), "{plan}: {first}");
    let again = ask(&loyalty, &wish, &desk(NOW, "again"));
    assert_eq!(again["error"]["code"], "approval_required", "{plan}: {again}");
    if code == "approval_required" {
        assert_eq!(first["error"]["details"], again["error"]["details"], "{plan}");
    }
    let rows = dump(&*faulty);
    assert_eq!((rows["approval"].len(), rows["entry"].len()), (1, 0), "{plan}: {rows:?}");
    came
}

// rules P2, L10
#[test]
fn a_request_for_approval_is_made_once_whatever_fails() {
    let mut came = 0;
    for fault in Fault::ALL {
        for key in [None, Some("key")] {
            came += (1..).take_while(|nth| play(Plan { fault, nth: *nth }, key)).count();
        }
    }
    assert!(came > 20, "{came} faults came");
}
