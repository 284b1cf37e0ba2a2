//! `docs/membership.md`: the states, the changes between them and what each allows, drawn from the tables of the engine (rule M4).

use loyalty_core::membership::{CAPABILITIES, CAPABILITY_LIST, Change, State, TRANSITIONS, Transition};

use super::heading;

/// The page.
pub fn page() -> String {
    let mut page = heading("Membership", "the tables in loyalty-core/src/membership.rs");
    page += "A customer is in exactly one state. A change that is not drawn here is refused with `invalid_transition`; the answer names the state and the\n\
        changes that are possible.\n\n";
    page += &diagram();
    page += "\n## Changes\n\n| operation | from | to |\n|---|---|---|\n";
    for row in TRANSITIONS {
        let from: Vec<&str> = row.from.iter().map(|state| state.name()).collect();
        page += &format!("| `{}` | {} | {} |\n", row.operation, from.join(", "), row.to.map_or("the state before", State::name));
    }
    page += "\n## Capabilities\n\nWhat a state allows. Hosts ask with `membership.capabilities`; the engine obeys the same table in every command.\n\n";
    let names: Vec<&str> = CAPABILITY_LIST.iter().map(|capability| capability.name()).collect();
    page += &format!("| state | {} |\n|---{}|\n", names.join(" | "), "|---".repeat(names.len()));
    for (state, marks) in CAPABILITIES {
        let marks = marks.map(|mark| if mark { "yes" } else { "no" });
        page += &format!("| {} | {} |\n", state.name(), marks.join(" | "));
    }
    page
}

fn diagram() -> String {
    let mut text = "```mermaid\nstateDiagram-v2\n    [*] --> guest\n    [*] --> registered\n".to_owned();
    for row in TRANSITIONS {
        let verb = row.operation.split('.').next_back().unwrap_or_default();
        for from in row.from {
            for to in targets(row, *from) {
                let label = if row.operation.starts_with("membership.") { verb } else { row.operation };
                text += &format!("    {} --> {}: {label}\n", from.word(), to.word());
            }
        }
    }
    text + "```\n"
}

/// Where a change leads. The end of a hold leads back to any state from which one begins.
fn targets(row: &Transition, from: State) -> Vec<State> {
    let holds = TRANSITIONS.iter().find(|other| other.change == Change::Deactivate && other.to == Some(from));
    row.to.map_or_else(|| holds.map(|hold| hold.from.to_vec()).unwrap_or_default(), |to| vec![to])
}

#[cfg(test)]
mod tests {
    use super::*;

    // rule M4
    #[test]
    fn the_diagram_draws_every_change() {
        let arrows = diagram().lines().filter(|line| line.contains("-->") && !line.contains("[*]")).count();
        let pairs: usize = TRANSITIONS.iter().filter(|row| row.to.is_some()).map(|row| row.from.len()).sum();
        assert_eq!(arrows, pairs + 2);
        assert!(diagram().contains("    on_hold --> enrolled: reactivate\n"));
    }
}
