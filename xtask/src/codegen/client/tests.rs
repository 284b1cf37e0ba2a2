use loyalty_core::catalogue::CATALOGUE;
use loyalty_tests::golden::stories;
use serde_json::{Value, json};

use super::*;
use crate::codegen::Generator;

const PRINTERS: [(&str, Generator); 6] = [
    ("kotlin", kotlin::file),
    ("php", php::file),
    ("python", python::file),
    ("ruby", ruby::file),
    ("swift", swift::file),
    ("typescript", typescript::file),
];

fn call<'a>(client: &'a Client, wire: &str) -> &'a Call {
    client.nouns.iter().flat_map(|noun| &noun.calls).find(|call| call.wire == wire).unwrap()
}

fn argument<'a>(call: &'a Call, name: &str) -> &'a Field {
    call.arguments.iter().find(|field| field.name == name).unwrap()
}

// rule W9
#[test]
fn the_walk_finds_every_operation() {
    let client = Client::of_catalogue();
    let found: Vec<&str> = client.nouns.iter().flat_map(|noun| &noun.calls).map(|call| call.wire.as_str()).collect();
    let wanted: Vec<&str> = CATALOGUE.iter().map(|operation| operation.name).collect();
    assert_eq!(found, wanted);
    for call in client.nouns.iter().flat_map(|noun| &noun.calls) {
        assert!(!call.doc.is_empty(), "{} says nothing", call.wire);
        assert!(call.arguments.iter().all(|field| !field.doc.is_empty()), "an argument of {} says nothing", call.wire);
    }
}

#[test]
fn every_language_has_every_operation_and_its_words() {
    for (language, print) in PRINTERS {
        let text = print();
        for operation in CATALOGUE {
            let (double, single) = (format!("\"{}\"", operation.name), format!("'{}'", operation.name));
            assert!(text.contains(&double) || text.contains(&single), "{language} lacks {}", operation.name);
        }
        assert!(text.contains("Gives or takes points by hand."), "{language} says nothing");
        assert!(text.lines().take(2).any(|line| line.contains("cargo xtask codegen")), "{language} does not say what made it");
    }
}

#[test]
fn arguments_come_out_as_they_may_be_given() {
    let client = Client::of_catalogue();
    let adjust = call(&client, "points.adjust");
    let required: Vec<&str> = adjust.arguments.iter().take_while(|field| field.required).map(|field| field.name.as_str()).collect();
    assert_eq!(required, ["customer", "type", "amount"]);
    assert_eq!(argument(adjust, "amount").of, Type::Text(Some("Quantity".to_owned())));
    // A field of a patch: absent and null are two things.
    assert!(argument(call(&client, "customer.edit"), "phone").can_be_absent_or_null());
    // Null where something must be said, and no null at all.
    let group = argument(call(&client, "customer.assign_group"), "group");
    assert!(group.required && group.nullable);
    let guests = argument(call(&client, "customer.list"), "guests");
    assert!(!guests.required && !guests.nullable);
    assert_eq!(argument(call(&client, "email.set_preferences"), "lists").of, Type::Map(Box::new(Type::Truth)));
    assert_eq!(argument(call(&client, "program.set"), "program").of, Type::Any);
}

#[test]
fn options_go_with_the_kind() {
    let client = Client::of_catalogue();
    let names = |wire| call(&client, wire).options().iter().map(|option| option.name).collect::<Vec<_>>();
    assert_eq!(names("points.adjust"), ["idempotency_key", "if_version", "preview", "plan"]);
    assert_eq!(names("maintenance.run"), ["preview"]);
    assert!(names("points.balance").is_empty());
}

#[test]
fn outputs_have_names_that_stay() {
    let client = Client::of_catalogue();
    let named = |name: &str| Type::Named(name.to_owned());
    for wire in ["points.adjust", "points.earn", "points.spend"] {
        assert_eq!(call(&client, wire).output, named("PointsPosted"));
    }
    assert_eq!(call(&client, "points.hold").output, named("PointsHeld"));
    assert_eq!(call(&client, "order.get").output, named("OrderView"));
    assert_eq!(call(&client, "address.remove").output, named("AddressRemoved"));
    assert_eq!(call(&client, "payment_method.remove").output, named("PaymentMethodRemoved"));
    assert_eq!(call(&client, "membership.history").output, named("MembershipHistory"));
}

#[test]
fn enums_and_unions_come_out_right() {
    let client = Client::of_catalogue();
    let Body::Words(words) = &client.shape("State").body else { panic!("a state is a word") };
    assert!(words.iter().any(|(word, doc)| word == "on_hold" && !doc.is_empty()));
    let Body::Tagged { tag, cases } = &client.shape("Expiry").body else { panic!("an expiry is one of several") };
    assert_eq!(tag, "policy");
    let cases: Vec<(&str, usize)> = cases.iter().map(|case| (case.word.as_str(), case.fields.len())).collect();
    assert_eq!(cases, [("never", 0), ("days", 1), ("months", 2), ("inactivity", 3)]);
    let python = python::file();
    assert!(python.contains("Expiry: TypeAlias = Union[ExpiryNever, ExpiryDays, ExpiryMonths, ExpiryInactivity]"));
    assert!(python.contains("phone: Phone | None | Unset = UNSET,"));
    assert!(swift::file().contains("public final class Condition: Codable, Sendable {"), "a structure cannot hold itself");
}

#[test]
fn typescript_has_words_of_later_releases_in_answers_alone() {
    let text = typescript::file();
    assert!(text.contains("  kinds?: ReadonlyArray<EntryKind>"), "a request takes the words that there are");
    assert!(text.contains("  kind: EntryKind | LaterWord;"), "an answer may hold others");
    assert!(text.contains("ExpiryInactivity | { policy: LaterWord };"), "one of several may be of a later release too");
    assert!(text.contains("  phone?: Phone | null;"), "absent and null are two things");
}

#[test]
fn typescript_links_request_and_answer_by_name() {
    let text = typescript::file();
    let row = "\"points.adjust\": { args: PointsAdjustArguments; options: CommandOptions; answer: Receipt<PointsPosted> };";
    assert!(text.contains(row));
    assert!(text.contains("\"maintenance.run\": { args: MaintenanceRunArguments; options: BatchOptions; answer: MaintenanceSwept };"));
    assert!(text.contains("  recordLogin(args: CustomerRecordLoginArguments, options?: CommandOptions): Promise<"));
    // Where nothing must be given, nothing is.
    assert!(text.contains("  get(args?: Nothing): Promise<ProgramCurrent> {"));
}

/// The names that a TypeScript file declares for all to see, more than once.
fn declared_twice(text: &str) -> Vec<&str> {
    let declared = text.lines().filter_map(|line| {
        let (kind, rest) = line.strip_prefix("export ")?.split_once(' ')?;
        ["class", "const", "interface", "type"].contains(&kind).then(|| rest.split(|c: char| !c.is_alphanumeric()).next().unwrap())
    });
    let mut met = std::collections::BTreeSet::new();
    declared.filter(|name| !met.insert(*name)).collect()
}

#[test]
fn typescript_declares_no_name_twice() {
    // Its compiler would not mind: it makes one of two interfaces that share a name.
    assert!(declared_twice(&typescript::file()).is_empty());
    let seeded = typescript::file() + "export interface PointsAdjustArguments {\n}\n";
    assert_eq!(declared_twice(&seeded), ["PointsAdjustArguments"]);
}

#[test]
#[should_panic(expected = "Queue is a part of the clients")]
fn a_type_that_hides_a_part_of_a_client_is_refused() {
    let mut document = super::super::schema::merged();
    document["$defs"]["Queue"] = json!({ "type": "string" });
    document["operations"]["points.adjust"]["arguments"] = json!({ "properties": { "x": { "$ref": "#/$defs/Queue" } } });
    walk::client(&document);
}

#[test]
fn what_nothing_refers_to_is_left_out() {
    // The context's actor has a form of its own in every client.
    assert!(Client::of_catalogue().shapes.iter().all(|shape| shape.name != "Actor"));
}

fn of(arguments: serde_json::Value) -> Client {
    let mut document = super::super::schema::merged();
    document["operations"]["points.adjust"]["arguments"] = arguments;
    walk::client(&document)
}

#[test]
#[should_panic(expected = "preview is an option of every command")]
fn an_argument_that_hides_an_option_is_refused() {
    of(json!({ "properties": { "preview": { "type": "boolean" } } }));
}

#[test]
#[should_panic(expected = "a type that no client has yet")]
fn a_form_that_no_client_has_is_refused() {
    of(json!({ "properties": { "x": { "type": "number" } } }));
}

/// What a client of this model would not read in a value, with the place.
fn misread(client: &Client, of: &Type, value: &Value, place: &str) -> Option<String> {
    let all = |values: Vec<(String, &Value)>, of: &Type| values.into_iter().find_map(|(place, value)| misread(client, of, value, &place));
    let fits = match of {
        Type::Text(_) => value.is_string(),
        Type::Integer => value.is_i64(),
        Type::Truth => value.is_boolean(),
        Type::Any => true,
        Type::List(item) => {
            let Some(values) = value.as_array() else { return Some(place.to_owned()) };
            return all(values.iter().enumerate().map(|(index, value)| (format!("{place}[{index}]"), value)).collect(), item);
        }
        Type::Map(of) => {
            let Some(values) = value.as_object() else { return Some(place.to_owned()) };
            return all(values.iter().map(|(name, value)| (format!("{place}.{name}"), value)).collect(), of);
        }
        Type::Named(name) => match &client.shape(name).body {
            Body::Text => value.is_string(),
            Body::Words(words) => words.iter().any(|(word, _)| value == word),
            Body::Record(fields) => return misread_fields(client, fields, value, None, place),
            Body::Tagged { tag, cases } => match cases.iter().find(|case| value[tag] == case.word) {
                Some(case) => return misread_fields(client, &case.fields, value, Some(tag), place),
                None => false,
            },
        },
    };
    (!fits).then(|| format!("{place}: {value} is no {of:?}"))
}

fn misread_fields(client: &Client, fields: &[Field], value: &Value, tag: Option<&str>, place: &str) -> Option<String> {
    let Some(values) = value.as_object() else { return Some(place.to_owned()) };
    let known = |name: &str| tag == Some(name) || fields.iter().any(|field| field.name == name);
    if let Some(name) = values.keys().find(|name| !known(name)) {
        return Some(format!("{place}.{name} is not in the model"));
    }
    fields.iter().find_map(|field| {
        let place = format!("{place}.{}", field.name);
        match values.get(&field.name) {
            None if field.required => Some(format!("{place} is missing")),
            None => None,
            Some(Value::Null) if field.nullable => None,
            Some(value) => misread(client, &field.of, value, &place),
        }
    })
}

// rules W2, W9
#[test]
fn every_golden_answer_can_be_read() {
    let client = Client::of_catalogue();
    let mut read = 0;
    for story in stories() {
        for line in story.lines.iter().filter(|line| line.code().is_none()) {
            let answer: Value = serde_json::from_str(&line.answer).unwrap();
            let Some(ok) = answer.get("ok") else { continue };
            let call = call(&client, &line.operation());
            let place = format!("{}: {}", story.name, call.wire);
            let wrong = if call.has_receipt() {
                let mut receipt = ok.clone();
                let result = receipt.as_object_mut().and_then(|fields| fields.remove("result")).unwrap();
                misread_fields(&client, &client.receipt, &receipt, None, &place).or_else(|| misread(&client, &call.output, &result, &place))
            } else {
                misread(&client, &call.output, ok, &place)
            };
            assert_eq!(wrong, None);
            let request: Value = serde_json::from_str(&line.request).unwrap();
            let arguments = request.get("args").cloned().unwrap_or_else(|| json!({}));
            assert_eq!(misread_fields(&client, &call.arguments, &arguments, None, &place), None);
            read += 1;
        }
    }
    assert!(read >= CATALOGUE.len(), "only {read} answers were read");
}
