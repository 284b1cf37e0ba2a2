//! Reading a program document: every mistake that can be found is reported with its JSON path.

use super::{Expiry, PointKind, PointType, Program};
use crate::amount::Quantity;
use crate::error::{Error, Problem, Reason};
use crate::json::{self, Tree};
use crate::limits::{PERIOD_MAX, PLACES_MAX, PROGRAM_LIST_MAX, REQUEST_BYTES_MAX};
use crate::pairs::Pairs;

/// Nouns of which customers get no right.
const SHOP_NOUNS: &[&str] =
    &["program", "audit", "outbox", "maintenance", "blacklist", "password", "impersonation", "merge", "bulk", "report"];

/// Operations that give value, or say what was bought: no right of a customer covers them.
const SHOP_OPERATIONS: &[&str] = &[
    "customer.create",
    "customer.assign_group",
    "customer.import_csv",
    "membership.reactivate",
    "points.adjust",
    "points.earn",
    "points.redate",
    "points.reinstate",
    "points.reverse",
    "order.record",
    "order.refund",
    "order.cancel",
    "order.claim",
    "payment.update",
    "reward.grant",
    "reward.consume",
    "reward.remove",
    "status.assign",
    "status.unlock",
    "gift_card.issue",
    "gift_card.recharge",
    "gift_card.refund",
    "ticket.receive",
];

impl Program {
    /// Reads and checks a program document in JSON.
    ///
    /// # Errors
    /// `invalid_program` with every mistake found.
    pub fn parse(document: &str) -> Result<Self, Error> {
        if document.len() > REQUEST_BYTES_MAX {
            return refused(vec![problem("", format!("is longer than {REQUEST_BYTES_MAX} bytes"))]);
        }
        match json::grow(document, "") {
            Ok(tree) => Self::from_tree(tree),
            Err(error) => refused(vec![problem("", format!("is not JSON{error}"))]),
        }
    }

    /// Reads and checks a program document.
    ///
    /// # Errors
    /// `invalid_program` with every mistake found.
    pub fn from_tree(document: Tree) -> Result<Self, Error> {
        let (program, mut problems, removed) = read(document);
        let Some(program) = program else { return refused(problems) };
        let mut found = Vec::new();
        Checker { program: &program, problems: &mut found }.all();
        problems.extend(found.into_iter().map(|problem| Problem { path: removed.original(&problem.path), ..problem }));
        if problems.is_empty() { Ok(program) } else { refused(problems) }
    }

    /// Checks that a program can take the place of this one: point types stay what they are, and statuses have a place.
    ///
    /// # Errors
    /// `invalid_program` with every mistake found.
    pub fn check_successor(&self, next: &Program) -> Result<(), Error> {
        let mut problems = Vec::new();
        for old in &self.point_types {
            let path = next.point_types.iter().position(|point_type| point_type.id == old.id).map(|index| format!("point_types[{index}]"));
            match (next.point_type(old.id.as_str()), path) {
                (Some(new), Some(path)) if (new.kind, new.places, &new.currency) != (old.kind, old.places, &old.currency) => {
                    problems.push(problem(&path, format!("'{}' cannot change its kind, places or currency: books exist in it", old.id)));
                }
                (Some(_), _) => {}
                (None, _) => problems.push(problem("point_types", format!("'{}' cannot go away: books exist in it; keep it", old.id))),
            }
        }
        self.check_statuses(next, &mut problems);
        if problems.is_empty() { Ok(()) } else { refused(problems) }
    }
}

fn refused<T>(problems: Vec<Problem>) -> Result<T, Error> {
    Err(Reason::InvalidProgram { problems }.into())
}

fn problem(path: &str, text: impl Into<String>) -> Problem {
    Problem { path: path.to_owned(), problem: text.into() }
}

/// Reads the document as often as it takes to find every value that does not fit: each one found is noted and taken out.
fn read(mut document: Tree) -> (Option<Program>, Vec<Problem>, Removed) {
    let (mut problems, mut removed) = (Vec::new(), Removed::default());
    loop {
        let found = match json::read(&document) {
            Ok(program) => return (Some(program), problems, removed),
            Err(found) => found,
        };
        let (mut place, mut original) = (found.path.clone(), removed.original(&found.path));
        // What was taken out and is now missing is not a second mistake.
        if problems.iter().all(|problem: &Problem| problem.path != original) {
            problems.push(Problem { path: original.clone(), ..found });
        }
        // Where a field is missing, what must have it goes.
        while !json::take_out(&mut document, &place) {
            let Some(parent) = parent(&place) else { return (None, problems, removed) };
            place = parent.to_owned();
            original = removed.original(&place);
        }
        removed.note(&place, &original);
        if problems.len() >= PROGRAM_LIST_MAX {
            return (None, problems, removed);
        }
    }
}

/// The path of what holds the value at a path; nothing for the document's own fields.
fn parent(path: &str) -> Option<&str> {
    path.rfind(['.', '[']).and_then(|end| path.get(..end))
}

/// The items taken out of lists, so that paths found later still name places in the document as it came in.
#[derive(Default)]
struct Removed(Vec<(String, usize)>);

impl Removed {
    /// Notes an item of a list that was taken out.
    fn note(&mut self, path: &str, original: &str) {
        let item = original.strip_suffix(']').and_then(|front| front.rsplit_once('[')).filter(|_| path.ends_with(']'));
        if let Some((list, index)) = item.and_then(|(list, index)| Some((list, index.parse().ok()?))) {
            let place = self.0.partition_point(|(_, other)| *other < index);
            self.0.insert(place, (list.to_owned(), index));
        }
    }

    /// The path in the document as it came in.
    fn original(&self, path: &str) -> String {
        let mut original = String::new();
        for (number, step) in path.split('[').enumerate() {
            let Some((index, rest)) = step.split_once(']').filter(|_| number > 0) else {
                original.push_str(step);
                continue;
            };
            let index = index.parse::<usize>().map_or_else(|_| index.to_owned(), |index| self.index(&original, index).to_string());
            original = format!("{original}[{index}]{rest}");
        }
        original
    }

    fn index(&self, list: &str, index: usize) -> usize {
        let removed = self.0.iter().filter(|(other, _)| other == list);
        removed.fold(index, |index, (_, removed)| index + usize::from(*removed <= index))
    }
}

/// Checks what the shape alone does not say.
pub(super) struct Checker<'a> {
    pub(super) program: &'a Program,
    problems: &'a mut Vec<Problem>,
}

impl Checker<'_> {
    fn all(&mut self) {
        let program = self.program;
        self.list("point_types", program.point_types.iter().map(|point_type| point_type.id.as_str()));
        self.list("groups", program.groups.iter().map(|group| group.id.as_str()));
        self.list("mailing_lists", program.mailing_lists.iter().map(|list| list.id.as_str()));
        self.list("roles", program.roles.iter().map(|role| role.id.as_str()));
        if program.point_types.is_empty() {
            self.note("point_types", "must name at least one point type");
        }
        for (currency, places) in program.currencies.iter() {
            let code = currency.len() == 3 && currency.bytes().all(|byte| byte.is_ascii_uppercase());
            self.require(code, &format!("currencies.{currency}"), "is not a currency code of three capital letters");
            self.require(*places <= PLACES_MAX, &format!("currencies.{currency}"), "has too many decimal places; give 0 to 8");
        }
        self.require((1..=31_536_000).contains(&program.hold_seconds), "hold_seconds", "must be 1 to 31536000");
        for (index, point_type) in program.point_types.iter().enumerate() {
            self.point_type(point_type, &format!("point_types[{index}]"));
        }
        self.earning();
        self.references();
        self.status_systems();
        self.rewards();
        self.stamp_cards();
        self.templates();
        self.events();
        self.rights();
    }

    /// Someone must be able to change the program again, and customers give themselves nothing (rule P1).
    fn rights(&mut self) {
        let program = self.program;
        let may_set = program.roles.iter().any(|role| role.rights.iter().any(|right| right.covers("program.set", false)));
        self.require(may_set, "roles", "nobody could ever change the program again; give a role program.set");
        for (index, right) in program.customer_rights.iter().enumerate() {
            let noun = right.as_str().split_once('.').map_or("", |(noun, _)| noun);
            let of_shop = SHOP_NOUNS.contains(&noun) || SHOP_OPERATIONS.iter().any(|operation| right.covers(operation, false));
            self.require(
                !of_shop,
                &format!("customer_rights[{index}]"),
                "gives customers what is the shop's alone; name what they may use",
            );
        }
    }

    pub(super) fn list<'i>(&mut self, path: &str, ids: impl Iterator<Item = &'i str>) {
        let mut seen = Pairs::new();
        for (index, id) in ids.enumerate() {
            self.require(seen.insert(id, ()).is_none(), &format!("{path}[{index}].id"), "stands there twice; give every id once");
            self.require(index < PROGRAM_LIST_MAX, path, &format!("has more than {PROGRAM_LIST_MAX} items"));
        }
    }

    fn point_type(&mut self, point_type: &PointType, path: &str) {
        self.require(point_type.places <= PLACES_MAX, &format!("{path}.places"), "must be 0 to 8");
        self.require(point_type.activation_days <= PERIOD_MAX, &format!("{path}.activation_days"), "must be 0 to 36500");
        self.require(point_type.reversal_grace_days <= PERIOD_MAX, &format!("{path}.reversal_grace_days"), "must be 0 to 36500");
        self.require(point_type.reinstatement_days <= PERIOD_MAX, &format!("{path}.reinstatement_days"), "must be 0 to 36500");
        let floor = point_type.debt_floor;
        self.require(floor <= Quantity::from(0), &format!("{path}.debt_floor"), "must be \"0\" or negative");
        if let Err(error) = floor.amount(point_type.places, &format!("{path}.debt_floor")) {
            self.note(&format!("{path}.debt_floor"), &error.to_string());
        }
        let stays = point_type.kind == PointKind::Stamps && point_type.transferable;
        self.require(!stays, &format!("{path}.transferable"), "is not for stamps, which stand on their owner's card; leave it out");
        self.money(point_type, path);
        self.expiry(point_type.expiry, &format!("{path}.expiry"));
    }

    fn money(&mut self, point_type: &PointType, path: &str) {
        let places = point_type.currency.as_ref().and_then(|currency| self.program.currencies.get(currency));
        match (point_type.kind, &point_type.currency, places) {
            (PointKind::Money, None, _) => self.note(&format!("{path}.currency"), "a money type needs a currency"),
            (PointKind::Money, Some(_), None) => self.note(&format!("{path}.currency"), "is not among the program's currencies"),
            (PointKind::Money, Some(_), Some(places)) => {
                self.require(*places == point_type.places, &format!("{path}.places"), "must be the decimal places of the currency");
            }
            (_, Some(_), _) => self.note(&format!("{path}.currency"), "only a money type has a currency"),
            (_, None, _) => {}
        }
    }

    fn expiry(&mut self, expiry: Expiry, path: &str) {
        match expiry {
            Expiry::Never => {}
            Expiry::Days { days } => self.require((1..=PERIOD_MAX).contains(&days), &format!("{path}.days"), "must be 1 to 36500"),
            Expiry::Months { months, round_up_to } => {
                let least = u32::from(round_up_to.is_none());
                self.require((least..=1_200).contains(&months), &format!("{path}.months"), "must be 1 to 1200, or 0 with round_up_to");
            }
            Expiry::Inactivity(rule) => {
                self.require((1..=PERIOD_MAX).contains(&rule.count), &format!("{path}.count"), "must be 1 to 36500");
            }
        }
    }

    /// Taking a message would queue another, for ever.
    fn events(&mut self) {
        for (index, event) in self.program.events.iter().enumerate() {
            self.require(!event.as_str().starts_with("outbox."), &format!("events[{index}]"), "is the outbox itself; it queues no events");
        }
    }

    /// What names something else in the document.
    fn references(&mut self) {
        let program = self.program;
        for (index, role) in program.roles.iter().enumerate() {
            for (number, limit) in role.limits.iter().enumerate() {
                let path = format!("roles[{index}].limits[{number}]");
                self.limit(limit, &path);
            }
        }
    }

    fn limit(&mut self, limit: &super::RoleLimit, path: &str) {
        let Some(point_type) = self.program.point_type(limit.point_type.as_str()) else {
            return self.note(&format!("{path}.type"), "is not a point type of this program");
        };
        for (name, quantity) in [("per_operation", limit.per_operation), ("per_day", limit.per_day)] {
            let fits = quantity.is_none_or(|quantity| quantity >= Quantity::from(0) && quantity.amount(point_type.places, path).is_ok());
            self.require(fits, &format!("{path}.{name}"), "must be a decimal of the point type, not negative");
        }
    }

    pub(super) fn require(&mut self, holds: bool, path: &str, text: &str) {
        if !holds {
            self.note(path, text);
        }
    }

    pub(super) fn note(&mut self, path: &str, text: &str) {
        self.problems.push(problem(path, text));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paths(document: &str) -> Vec<String> {
        match Program::parse(document).map_err(Error::into_reason) {
            Err(Reason::InvalidProgram { problems }) => problems.into_iter().map(|problem| problem.path).collect(),
            other => panic!("expected mistakes, got {other:?}"),
        }
    }

    // rule W9
    #[test]
    fn every_mistake_is_reported_with_its_path() {
        let document = r#"{
            "time_zone": "Mars/Olympus", "color": "red",
            "point_types": [
                { "id": "points", "expiry": { "policy": "days", "days": 0 } },
                { "id": "points", "kind": "money", "places": 9 },
                { "id": "stamps", "kind": "stamps", "transferable": true }
            ],
            "earning": { "rules": [{ "id": "r", "type": "stars", "points": "1", "per": "0" }] },
            "events": ["outbox.*"],
            "roles": [{ "id": "boss", "rights": ["everything"] }]
        }"#;
        let found = paths(document);
        for path in [
            "time_zone",
            "color",
            "point_types[0].expiry.days",
            "point_types[1].id",
            "point_types[1].places",
            "point_types[1].currency",
            "point_types[2].transferable",
            "earning.rules[0].type",
            "earning.rules[0].per",
            "events[0]",
            "roles[0].rights[0]",
        ] {
            assert!(found.iter().any(|other| other == path), "{path} is missing in {found:?}");
        }
    }

    // rule W9
    #[test]
    fn paths_name_places_in_the_document_as_it_came_in() {
        let document = r#"{
            "point_types": [{ "id": "points" }],
            "roles": [{ "id": "a", "rights": ["x", "program.*", "y", "z"] }, 7, { "id": "b", "rights": ["!"], "limits": [{ "type": "stars" }] }]
        }"#;
        let expected =
            ["roles[0].rights[0]", "roles[0].rights[2]", "roles[0].rights[3]", "roles[1]", "roles[2].rights[0]", "roles[2].limits[0].type"];
        assert_eq!(paths(document), expected);
    }

    // rule P1
    #[test]
    fn someone_can_change_the_program_again() {
        let with = |rights: &str| paths(&format!(r#"{{ "point_types": [{{ "id": "points" }}], "roles": [{rights}] }}"#));
        assert_eq!(with(""), ["roles"]);
        assert_eq!(with(r#"{ "id": "a", "rights": ["program.get", "program.view"] }"#), ["roles"]);
        for right in ["program.set", "program.*"] {
            let document = format!(r#"{{ "point_types": [{{ "id": "points" }}], "roles": [{{ "id": "a", "rights": ["{right}"] }}] }}"#);
            assert!(Program::parse(&document).is_ok(), "{right}");
        }
    }

    // rule P1
    #[test]
    fn customers_give_themselves_nothing() {
        let document = r#"{ "point_types": [{ "id": "points" }], "customer_rights": [
            "points.view", "points.adjust", "points.*", "order.*", "order.view", "program.get", "audit.list", "blacklist.set", "points.spend",
            "order.refund", "order.quote"
        ] }"#;
        assert_eq!(paths(document), [1, 2, 3, 5, 6, 7, 9].map(|index| format!("customer_rights[{index}]")));
    }

    #[test]
    fn books_keep_their_unit() {
        let old = Program::starter();
        let mut next = old.clone();
        next.point_types[0].places = 2;
        assert!(old.check_successor(&next).is_err());
        assert!(old.check_successor(&old).is_ok());
    }
}
